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
    changes_of,
    charge_lines,
    charge_of,
    label_of,
    labelled,
    measures_of,
    objectives_of,
    points,
    row_head,
    say,
    serves_of,
    standing_of,
    status_words,
    steps_of,
    text_below,
    title_of,
    worry_words,
)

from .plan_lists import READ
from .plan_summary import caption_name, is_asked


@frozen
class ObjectiveRow:
    """An objective in a row: what it is called, whose, by when; how it stands; what is asked, and what changed."""

    text: Blocks
    charge: Blocks
    status: Blocks
    told: Blocks


@frozen
class ActionPlan:
    """An action under its heading: what that does not say of it; whose, by when, its steps; its objectives.

    The caption of the objectives bears a name, by which the summary refers to them.
    """

    called: str
    heading: str
    caption_name: str
    text: Blocks
    charge: Blocks
    objectives: tuple[ObjectiveRow, ...]


def action_plan(board: Board, action: Action, read: Container[str]) -> ActionPlan:
    """What all its objectives serve is said once, in the line that says whose the action is and how it stands.

    Of a measure that was `read` the table in front of all tells where it is.
    """
    objectives = objectives_of(board, action)
    served = {tuple(ref.name for ref in objective.serves) for objective in objectives}
    common = serves_of(board, objectives[0]) if len(served) == 1 else ()
    line = (*charge_of(board, action), *_status(board, action), *common)
    below = (*((Paragraph(line),) if line else ()), *_steps(board, action))
    rows = tuple(_row(board, objective, read, is_alike=len(served) == 1) for objective in objectives)
    called = board.called(action)
    heading = ": ".join(filter(None, (called, title_of(action))))
    return ActionPlan(called, heading, caption_name(action), text_below(action), below, rows)


def _status(board: Board, action: Action) -> Runs:
    """How an action stands, and why it needs attention: one that was reported itself, rated or not, or is late."""
    standing = standing_of(board, action)
    if not is_asked(board, action):
        return ()
    words = worry_words(board, standing) or (label_of(standing.status) if standing.update else "")
    return labelled(say("Status"), words) if words else ()


def _row(board: Board, objective: Objective, read: Container[str], *, is_alike: bool) -> ObjectiveRow:
    standing = standing_of(board, objective)
    owners, deadline = charge_lines(board, objective, standing.days_overdue)
    lines = [runs for name in objective.measures for runs in _measure(board, name, read)]
    known = begin_with(points(lines, say("No measure")), label=say("How we will know"))
    asked = begin_with(objective.text) if objective.title else ()
    served = () if is_alike else serves_of(board, objective)
    changes = tuple(run for each in changes_of(board, objective) if isinstance(each, Paragraph) for run in each.runs)
    more = (*served, *((Text(" "),) if served and changes else ()), *changes)
    return ObjectiveRow(
        (Paragraph((Text(objective.title, strong=True),), objective.id),) if objective.title else row_head(objective),
        (*owners, *deadline),
        status_words(standing),
        (*asked, *known, *_steps(board, objective), *((Paragraph(more),) if more else ())),
    )


def _measure(board: Board, name: str, read: Container[str]) -> Iterator[Runs]:
    """A measure in full; of one that was read its title and the table that tells where it is."""
    if name in read:
        yield Text(f"{board.get(Ref[Measure](name)).title} ("), Reference(say("table"), READ), Text(")")
    else:
        yield from (each.runs for each in measures_of(board, [name]) if isinstance(each, Paragraph))


def _steps(board: Board, work: Action | Objective) -> Blocks:
    steps = steps_of(board, work)
    return begin_with(steps, label=say("Milestones")) if steps else ()
