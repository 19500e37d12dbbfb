"""Change rows: an action of last year beside what carries it on, ended or new, and what is different."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Delivery,
    Runs,
    begin_with,
    brief_of,
    capital,
    changes_of,
    deadline_of,
    labelled,
    owners_of,
    paragraphs,
    point_words,
    points,
    say,
    status_words,
    text_changes,
)

from .fates import CARRIED, ENDED, MERGED, Fate, left_of
from .shifts import OTHER, Shift, changes_within, name_of, objective_shifts, shifts_of, split_of


@frozen
class ChangedRow:
    """An action of last year with how it stood, what it became, and what is different, in words."""

    old: Blocks
    new: Blocks
    changes: Blocks


@frozen
class EndedRow:
    """An action that nothing carries on, what became of it and why, and what changed before it ended."""

    text: Blocks
    end: Blocks


@frozen
class NewRow:
    """An action that carries nothing on, with whose it is and by when."""

    text: Blocks
    owners: Blocks
    deadline: Blocks


def _named(board: Board, actions: Iterable[Action]) -> Blocks:
    """Actions one after the other, each begun with what the plan calls it."""
    return tuple(block for action in actions for block in begin_with(action.text, label=_label(board, action)))


def _label(board: Board, action: Action) -> str:
    return capital(board.called(action))


def new_row(board: Board, action: Action) -> NewRow:
    """An action that carries nothing on."""
    return NewRow(
        _named(board, (action,)), owners_of(board, action), (*deadline_of(action), *changes_of(board, action))
    )


def changed_row(board: Board, fate: Fate[Action]) -> ChangedRow:
    """A row: that it was split, merged or reworded first, then what was lost or put off."""
    shifts = list[Shift]()
    for successor in fate.successors:
        label = "" if len(fate.successors) == 1 else f" ({capital(board.called(successor, fate.work.years))})"
        shifts += (shift._replace(line=f"{shift.line}{label}") for shift in shifts_of(board, fate, successor))
    below = (shift._replace(line=f"{name_of(each)}: {shift.line}") for each, shift in objective_shifts(board, fate))
    told = say("Merged with another action") if fate.kind == MERGED else say("Split into these actions")
    lines = [told] if fate.kind != CARRIED else list(text_changes(fate.work.text, fate.successors[0].text))
    lines += (*_points(fate.work), *(shift.line for shift in (*sorted(shifts), *below)), *changes_within(board, fate))
    status = status_words(fate.standing) if fate.standing.update else ()
    old = (*_named(board, (fate.work,)), *(begin_with(status, label=say("Status")) if status else ()))
    return ChangedRow(old, _named(board, fate.successors), points(lines, ""))


def losses_of(board: Board, fates: Iterable[Fate[Action]]) -> tuple[Runs, ...]:
    """What lost its deadline or owner, or is put off, by the day of the new deadline.

    An action has its number in the plan of this year, that of last year where it was split; an objective of last
    year's that was open has that of its action.
    """
    found = list[tuple[Shift, str, str]]()
    for fate in fates:
        for new in fate.successors:
            label = _new_label(board, fate.work, new)
            found += ((shift, label, brief_of(new)) for shift in shifts_of(board, fate, new))
        if parts := split_of(board, fate):
            label = capital(board.called(fate.work, fate.successors[0].years))
            found.append((parts, label, brief_of(fate.work)))
        below = objective_shifts(board, fate)
        found += ((shift, _of_action(board, fate), brief_of(each)) for each, shift in below)
    lost = ((f"{name.rstrip('.')} ({label})", each.line) for each, label, name in sorted(found) if each.rank < OTHER)
    return tuple(labelled(label, line, ends=False) for label, line in lost)


def given_up(board: Board, fates: Iterable[Fate[Action]]) -> Iterator[Runs]:
    """What was given up, and which parts of what goes on ended, with why: an action, an objective or a point of one."""
    for fate in fates:
        if fate.standing.delivery is Delivery.WITHDRAWN and not fate.successors:
            yield _ended(brief_of(fate.work).rstrip("."), _label(board, fate.work), "; ".join(fate.reasons))
        for left in left_of(board, fate):
            part = say("a part of {action}", action=board.called(fate.work, fate.successors[0].years))
            yield _ended(left.name, part if left.is_part else _of_action(board, fate), left.because)


def _ended(name: str, where: str, because: str) -> Runs:
    return labelled(f"{name} ({where})", capital(because) or say("Nothing says why"), ends=False)


def _of_action(board: Board, fate: Fate[Action]) -> str:
    return say("objective of {action}", action=board.called(fate.work, fate.successors[0].years))


def _new_label(board: Board, old: Action, new: Action) -> str:
    """What the plan of this year calls an action, and that of last year where its number was another."""
    now, before = _label(board, new), _label(board, old)
    return now if now == before else say("{now}; before: {before}", now=now, before=before)


def _points(action: Action) -> Iterator[str]:
    """What is said of single points of an action."""
    for became in action.became:
        if became.point:
            said = point_words(action.text, became.point)
            because = say(", because {because}", because=became.because) if became.because else ""
            ended = say('"{said}" ended{because}', said=said, because=because)
            yield ended if became.ended else say('"{said}" has its own action now', said=said)


def ended_row(board: Board, fate: Fate[Action], shared: str) -> EndedRow:
    """What ended: how, by the status that says so, and why, but for the reason that all share: that is told above."""
    reasons = [capital(each) for each in fate.reasons if each != shared]
    status = fate.standing.status
    end = capital(fate.end or say("ended")) if fate.kind == ENDED else say("Not recorded")
    end += f" ({status.title})" if status else ""
    is_told = bool(shared) or fate.standing.delivery is Delivery.COMPLETE
    lines = [*reasons, *changes_within(board, fate)]
    why = points(lines, say("Nothing says why")) if lines or not is_told else ()
    return EndedRow(_named(board, (fate.work,)), begin_with(why, label=end) if why else paragraphs(end))
