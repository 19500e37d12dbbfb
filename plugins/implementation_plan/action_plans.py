"""Action plans: an action with its objectives in rows, and what they serve."""

from collections.abc import Container, Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Measure,
    Objective,
    Paragraph,
    Ref,
    Reference,
    Runs,
    Text,
    begin_with,
    charge_of,
    ended_with,
    label_of,
    labelled,
    measures_of,
    objectives_of,
    overdue_by,
    paragraphs,
    points,
    runs_of,
    say,
    serves_of,
    small,
    standing_of,
    status_words,
    steps_of,
    text_below,
    text_of,
    title_of,
    worry_words,
)

from .plan_lists import READ
from .plan_summary import is_asked


@frozen
class ActionPlan:
    """An action under its heading: what that does not say; whose, by when, its steps; its objectives as points."""

    id: str
    heading: str
    text: Blocks
    charge: Blocks
    objectives: tuple[Blocks, ...]


def action_plan(board: Board, action: Action, read: Container[str], *, is_reported: bool) -> ActionPlan:
    """What all its objectives serve is said once, in the line that says whose the action is and how it stands.

    Of a measure that was `read` the table in front of all tells where it is.
    """
    objectives = objectives_of(board, action)
    served = {tuple(ref.name for ref in objective.serves) for objective in objectives}
    common = serves_of(board, objectives[0]) if len(served) == 1 else ()
    line = (*charge_of(board, action), *_status(board, action), *common)
    below = (*((Paragraph(line),) if line else ()), *_steps(board, action))
    served_alike = len(served) == 1
    told = tuple(_objective(board, each, read, is_alike=served_alike, is_reported=is_reported) for each in objectives)
    heading = ": ".join(filter(None, (board.called(action), title_of(action))))
    return ActionPlan(action.id, heading, text_below(action), below, told)


def _status(board: Board, action: Action) -> Runs:
    """How an action stands, and why it needs attention: one that was reported itself, rated or not, or is late."""
    standing = standing_of(board, action)
    if not is_asked(board, action):
        return ()
    words = worry_words(board, standing) or (label_of(standing.status) if standing.update else "")
    return labelled(say("Status"), words) if words else ()


def _objective(
    board: Board, objective: Objective, read: Container[str], *, is_alike: bool, is_reported: bool
) -> Blocks:
    """What is asked and how it will be known; how it stands, once any of the plan was reported; whose, by when."""
    standing = standing_of(board, objective)
    late = f"; {small(overdue_by(standing.days_overdue))}" if standing.is_overdue else ""
    stands = begin_with((*status_words(standing), *paragraphs(f"{late}. ")), label=say("Status"))
    status = runs_of(stands) if is_reported else ()
    line = (*status, *charge_of(board, objective), *(() if is_alike else serves_of(board, objective)))
    lines = [runs for name in objective.measures for runs in _measure(board, name, read)]
    asked, known = text_of(objective), begin_with(points(lines, say("No measure")), label=say("How we will know"))
    told = ended_with(asked, runs_of(known)) if len(known) == 1 else (*asked, *known)
    return (*begin_with(told, name=objective.id), *((Paragraph(line),) if line else ()), *_steps(board, objective))


def _measure(board: Board, name: str, read: Container[str]) -> Iterator[Runs]:
    """A measure in full; of one that was read its title and the table that tells where it is."""
    if name in read:
        yield Text(f"{board.get(Ref[Measure](name)).title} ("), Reference(say("table"), READ), Text(")")
    else:
        yield runs_of(measures_of(board, [name]))


def _steps(board: Board, work: Action | Objective) -> Blocks:
    steps = steps_of(board, work)
    return begin_with(steps, label=say("Milestones")) if steps else ()
