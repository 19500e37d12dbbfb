"""Shifts: a deadline or owner that is another than before, what is lost or put off the worst."""

from collections.abc import Iterator
from typing import NamedTuple

from bscb_docs import (
    Action,
    Board,
    Delivery,
    Objective,
    PartialDate,
    handovers_of,
    listed,
    months_of,
    objectives_of,
    say,
    standing_of,
    times,
    title_of,
)

from .fates import Fate


class Shift(NamedTuple):
    """A deadline or owners that are others than before; the worst sorts first, and of what is put off the longest."""

    rank: int
    days_sooner: int
    line: str


LOST, LATER, OTHER = range(3)


def shifts_of(board: Board, fate: Fate, new: Action) -> Iterator[Shift]:
    """The deadline and owners where they are others than those of the action carried on.

    What follows work that is done has a deadline of its own: nothing of it was lost or put off.
    """
    old = fate.action
    before, day = None if fate.standing.delivery is Delivery.COMPLETE else old.deadline, new.deadline
    if before and not day:
        yield Shift(LOST, 0, _nothing_for(before, new, "due", say("No deadline")))
    elif before and day and before != day:
        yield _put_off(before, day, 1 + old.slips)
    elif day and not old.deadline:
        yield Shift(OTHER, 0, say("A deadline: {day}", day=day))
    elif day and day != old.deadline:
        said = say("A new deadline: {day}; what was due {before} is done", day=day, before=old.deadline)
        yield Shift(OTHER, 0, said)
    had, have = (listed([board.get(ref).title for ref in action.owned_by]) for action in (old, new))
    if had and not have:
        yield Shift(LOST, 0, _nothing_for(had, new, "owner", say("No owner")))
    elif had != have:
        other = say("Another owner: {owner} instead of {before}", owner=have, before=had)
        yield Shift(OTHER, 0, other if had else say("An owner: {owner}", owner=have))


def _nothing_for(before: object, new: Action, field: str, said: str) -> str:
    """That a field which was given before is empty, with the reason where one is recorded: it may be still to agree."""
    because = gap.reason if (gap := new.gap(field)) else ""
    if because:
        return say("{nothing} yet instead of {before}, because {because}", nothing=said, before=before, because=because)
    return say("{nothing} now instead of {before}", nothing=said, before=before)


def _put_off(before: PartialDate, day: PartialDate, moves: int) -> Shift:
    """A deadline in place of another, by how many months it is later, and how often it was put off with this move."""
    said = say("A new deadline: {day} instead of {before}", day=day, before=before)
    days = 0 if before.never_ends or day.never_ends else (day.latest - before.latest).days
    if days <= 0:
        return Shift(OTHER, 0, said)
    said += say(", {months} later", months=months_of(days)) if months_of(days) else ""
    said += say(", put off {often} in all", often=times(moves)) if moves > 1 else ""
    return Shift(LATER, -days, said)


def moved_within(board: Board, fate: Fate) -> Iterator[tuple[Objective, Shift]]:
    """The objectives of an action carried on that are open, each with its deadline of before the year was over."""
    for objective in objectives_of(board, fate.action):
        if fate.successors and standing_of(board, objective).is_open and (shift := _moved(objective)):
            yield objective, shift


def changes_within(board: Board, action: Action) -> Iterator[str]:
    """What changed of an action and its objectives before the year was over."""
    works: tuple[Action | Objective, ...] = (action, *objectives_of(board, action))
    for work in works:
        lines = [*([shift.line] if (shift := _moved(work)) else ()), *handovers_of(board, work)]
        yield from (line if work is action else f"{title_of(work) or say('An objective')}: {line}" for line in lines)


def _moved(work: Action | Objective) -> Shift | None:
    """The deadline that was agreed last in place of the first, and why; None where it was not moved."""
    move = work.last_move
    if not (move and move.to and work.due):
        return None
    shift = _put_off(work.due, move.to, work.slips)
    because = say(", because {because}", because=move.because) if move.because else ""
    return shift._replace(line=f"{shift.line}{because}")
