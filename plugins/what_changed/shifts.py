"""Shifts: a deadline or owner that is another than before, what is lost or put off the worst."""

from collections.abc import Iterator, Sequence
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
    say,
    times,
    title_of,
)

from .fates import ENDED, SPLIT, Fate, P, objective_fates


class Shift(NamedTuple):
    """A deadline or owners that are others than before; what is lost sorts first, then what is put off by its day."""

    rank: int
    day: date
    line: str


LOST, LATER, OTHER = range(3)


def shifts_of(board: Board, fate: Fate[P], new: P) -> Iterator[Shift]:
    """The deadline and owners where they are others than those of the work carried on.

    What follows work that is done, or is a part of what was split, has a deadline of its own: it is not put off.
    A deadline that was moved before, and stands, is told against the one first agreed.
    """
    old = fate.work
    before, day = None if fate.standing.delivery is Delivery.COMPLETE else old.deadline, new.deadline
    if before and not day:
        yield Shift(LOST, date.min, _nothing_for(before, new, "due", say("No deadline")))
    elif before and day and before != day:
        parted = say("Due {day}; all of it was due {before}", day=day, before=before)
        is_part = fate.kind == SPLIT
        yield (
            Shift(OTHER, day.latest, parted) if is_part else _put_off(before, day, 1 + old.slips, fate.why(board, new))
        )
    elif before and day and old.due and (move := old.last_move):
        yield _put_off(old.due, day, old.slips, fate.why(board, new) or move.because)
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


def split_of(board: Board, fate: Fate[P]) -> Shift | None:
    """What was split, where a part of it is due later than all of it was: told once, by its first deadline."""
    before, days = fate.work.deadline, sorted(filter(None, (new.deadline for new in fate.successors)))
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


def _nothing_for(before: object, new: Action | Objective, field: str, said: str) -> str:
    """That a field which was given before is empty, with the reason where one is recorded: it may be still to agree."""
    because = gap.reason if (gap := new.gap(field)) else ""
    if because:
        return say("{nothing} yet instead of {before}, because {because}", nothing=said, before=before, because=because)
    return say("{nothing} now instead of {before}", nothing=said, before=before)


def _put_off(before: PartialDate, day: PartialDate, moves: int, because: str) -> Shift:
    """A deadline in place of another, by how many months it is later, how often it was put off in all, and why."""
    said = say("A new deadline: {day} instead of {before}", day=day, before=before)
    days = _days(before, day)
    return Shift(LATER if days > 0 else OTHER, day.latest, f"{said}{_later(days, moves)}{_because(because)}")


def _days(before: PartialDate, day: PartialDate) -> int:
    return 0 if before.never_ends or day.never_ends else (day.latest - before.latest).days


def _later(days: int, moves: int) -> str:
    """By how many months it is later, and how often it was put off in all; nothing where it is not."""
    if days <= 0:
        return ""
    said = say(", {months} later", months=months_of(days)) if months_of(days) else ""
    return said + (say(", put off {often} in all", often=times(moves)) if moves > 1 else "")


def _because(why: str) -> str:
    return say(", because {because}", because=why) if why else ""


def objective_shifts(board: Board, fate: Fate[Action]) -> Iterator[tuple[Objective, Shift]]:
    """What is another of the open objectives of an action carried on, each with what is to be done of it now."""
    for each in objective_fates(board, fate):
        for now in _going_on(each):
            yield from ((now, shift) for shift in shifts_of(board, each, now))


def _going_on(fate: Fate[Objective]) -> tuple[Objective, ...]:
    """What is still to be done of an objective that was open: what carries it on, or itself where nothing is said."""
    goes_on = fate.standing.is_open and fate.kind != ENDED
    return (fate.successors or (fate.work,)) if goes_on else ()


def changes_within(board: Board, fate: Fate[Action]) -> Iterator[str]:
    """What had changed before the year was over of an action, and of those of its objectives that go on."""
    yield from _changed(board, fate.work, fate.successors)
    for each in objective_fates(board, fate):
        if now := _going_on(each):
            yield from (f"{name_of(each.work)}: {line}" for line in _changed(board, each.work, now))


def name_of(objective: Objective) -> str:
    """What a line about an objective begins with."""
    return title_of(objective) or say("An objective")


def _changed(board: Board, work: Action | Objective, now: Sequence[Action | Objective]) -> Iterator[str]:
    """A deadline that was moved and is the one of nothing that goes on, and each change of owner."""
    if (move := work.last_move) and work.due and work.deadline not in {each.deadline for each in now}:
        said = say("The deadline had been moved from {before} to {day}", before=work.due, day=move.to)
        yield f"{said}{_later(_days(work.due, move.to), work.slips)}{_because(move.because)}"
    yield from handovers_of(board, work)
