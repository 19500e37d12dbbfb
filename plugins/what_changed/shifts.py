"""Shifts: a deadline or owner that is another than before, what is lost or put off the worst."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bscb_docs import (
    Action,
    Board,
    Delivery,
    Objective,
    PartialDate,
    brief_of,
    handovers_of,
    listed,
    months_of,
    objectives_of,
    say,
    standing_of,
    times,
    title_of,
)

from .fates import SPLIT, Fate


class Shift(NamedTuple):
    """A deadline or owners that are others than before; what is lost sorts first, then what is put off by its day."""

    rank: int
    day: date
    line: str


LOST, LATER, OTHER = range(3)


def shifts_of(board: Board, fate: Fate, new: Action) -> Iterator[Shift]:
    """The deadline and owners where they are others than those of the action carried on.

    What follows work that is done, or is a part of what was split, has a deadline of its own: it is not put off.
    """
    old = fate.action
    before, day = None if fate.standing.delivery is Delivery.COMPLETE else old.deadline, new.deadline
    if before and not day:
        yield Shift(LOST, date.min, _nothing_for(before, new, "due", say("No deadline")))
    elif before and day and before != day:
        parted = say("Due {day}; all of it was due {before}", day=day, before=before)
        is_part = fate.kind == SPLIT
        yield (
            Shift(OTHER, day.latest, parted) if is_part else _put_off(before, day, 1 + old.slips, fate.why(board, new))
        )
    elif day and not old.deadline:
        yield Shift(OTHER, day.latest, say("A deadline: {day}", day=day))
    elif day and day != old.deadline:
        said = say("A new deadline: {day}; what was due {before} is done", day=day, before=old.deadline)
        yield Shift(OTHER, day.latest, said)
    had, have = (listed([board.get(ref).title for ref in action.owned_by]) for action in (old, new))
    if had and not have:
        yield Shift(LOST, date.max, _nothing_for(had, new, "owner", say("No owner")))
    elif had != have:
        other = say("Another owner: {owner} instead of {before}", owner=have, before=had)
        yield Shift(OTHER, date.max, other if had else say("An owner: {owner}", owner=have))


def split_of(board: Board, fate: Fate) -> Shift | None:
    """What was split, where a part of it is due later than all of it was: told once, by its first deadline."""
    before, days = fate.action.deadline, sorted(filter(None, (new.deadline for new in fate.successors)))
    if fate.kind != SPLIT or fate.standing.delivery is Delivery.COMPLETE or not (before and days):
        return None
    if before.never_ends or days[-1].latest <= before.latest:
        return None
    due = [
        say("{part}, due {day}", part=brief_of(new).rstrip("."), day=new.deadline) + _because(fate.why(board, new))
        for new in fate.successors
        if new.deadline
    ]
    said = say("All of it was due {before}; it is split: {parts}", before=before, parts="; ".join(due))
    return Shift(LATER, days[0].latest, said)


def _nothing_for(before: object, new: Action, field: str, said: str) -> str:
    """That a field which was given before is empty, with the reason where one is recorded: it may be still to agree."""
    because = gap.reason if (gap := new.gap(field)) else ""
    if because:
        return say("{nothing} yet instead of {before}, because {because}", nothing=said, before=before, because=because)
    return say("{nothing} now instead of {before}", nothing=said, before=before)


def _put_off(before: PartialDate, day: PartialDate, moves: int, because: str) -> Shift:
    """A deadline in place of another, by how many months it is later, how often it was put off in all, and why."""
    said = say("A new deadline: {day} instead of {before}", day=day, before=before)
    days = 0 if before.never_ends or day.never_ends else (day.latest - before.latest).days
    if days > 0:
        said += say(", {months} later", months=months_of(days)) if months_of(days) else ""
        said += say(", put off {often} in all", often=times(moves)) if moves > 1 else ""
    return Shift(LATER if days > 0 else OTHER, day.latest, f"{said}{_because(because)}")


def _because(why: str | None) -> str:
    return say(", because {because}", because=why) if why else ""


def moved_within(board: Board, fate: Fate) -> Iterator[tuple[Objective, Shift]]:
    """The objectives of an action carried on that are open, each with its deadline of before the year was over."""
    for objective in objectives_of(board, fate.action):
        if fate.successors and standing_of(board, objective).is_open and (shift := _moved(objective)):
            yield objective, shift


def changes_within(board: Board, action: Action) -> Iterator[str]:
    """What changed before the year was over of an action, and of those of its objectives that are open."""
    works: tuple[Action | Objective, ...] = (action, *objectives_of(board, action))
    for work in works:
        if work is action or standing_of(board, work).is_open:
            lines = [*([shift.line] if (shift := _moved(work)) else ()), *handovers_of(board, work)]
            yield from (
                line if work is action else f"{title_of(work) or say('An objective')}: {line}" for line in lines
            )


def _moved(work: Action | Objective) -> Shift | None:
    """The deadline that was agreed last in place of the first, and why; None where it was not moved."""
    move = work.last_move
    return _put_off(work.due, move.to, work.slips, move.because or "") if move and move.to and work.due else None
