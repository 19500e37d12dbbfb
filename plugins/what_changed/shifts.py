"""Shifts: a deadline or owner that is another than before, what is lost or put off the worst."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from attrs import evolve

from bscb_docs import (
    Action,
    Board,
    Delivery,
    Objective,
    PartialDate,
    agreed_by,
    because_of,
    brief_of,
    handovers_of,
    listed,
    months_of,
    objectives_of,
    say,
    times,
    years_of,
)

from .fates import ENDED, SPLIT, Fate, P, objective_fates


class Shift(NamedTuple):
    """A deadline or owners that are others than before; what is lost sorts first, then what is put off by its day."""

    rank: int
    day: date
    what: str
    why: str = ""


LOST, LATER, OWNER, OTHER = range(4)


def shifts_of(board: Board, fate: Fate[P], new: P) -> Iterator[Shift]:
    """The deadline and owners where they are others than those of the work carried on."""
    yield from filter(None, (_deadline(board, fate, new), _owner(board, fate.work, new)))
    for line in handovers_of(board, fate.work) if new in (fate.work, *fate.successors)[:2] else ():
        yield Shift(OWNER, date.max, line[:1].lower() + line[1:])


def _deadline(board: Board, fate: Fate[P], new: P) -> Shift | None:
    """Another deadline; one that was moved before, and stands, is told against the one first agreed.

    What follows work that is done, or is a part of what was split, has a deadline of its own: it is not put off.
    """
    old, day = fate.work, new.deadline
    before = old.deadline
    if day is None:
        is_lost = before and fate.standing.delivery is not Delivery.COMPLETE
        return Shift(LOST, date.min, _nothing_for(before, new, "due", say("no deadline"))) if is_lost else None
    if before is None:
        return Shift(OTHER, day.latest, say("due {day}; no deadline before", day=day))
    if fate.standing.delivery is Delivery.COMPLETE:
        said = say("due {day}; what was due {before} is done", day=day, before=before)
        return Shift(OTHER, day.latest, said) if before != day else None
    if before == day and (not old.due or old.due == day):
        return None
    if before != day and fate.kind == SPLIT:
        said = say("due {day}; all of it was due {before}", day=day, before=before)
        return None if split_of(board, fate) else Shift(OTHER, day.latest, said)
    return _put_off(board, fate, new, (old.due if old.due and before == day else before, day))


def _owner(board: Board, old: P, new: P) -> Shift | None:
    had, have = (listed([board.get(ref).title for ref in work.owned_by]) for work in (old, new))
    if had == have:
        return None
    if not have:
        return Shift(LOST, date.max, _nothing_for(had, new, "owner", say("no owner")))
    other = say("{owner} instead of {before}" if had else "{owner}, where nobody was before", owner=have, before=had)
    return Shift(OWNER, date.max, other + _owned_before(board, old, new))


def _owned_before(board: Board, old: P, new: P) -> str:
    """Which objectives of the action its new owners had already: papers of last year name them there."""
    below = objectives_of(board, old) if isinstance(old, Action) else ()
    theirs = [each for each in below if each.owned_by and set(each.owned_by) <= set(new.owned_by) - set(old.owned_by)]
    titles = listed([brief_of(each).rstrip(".") for each in theirs])
    named = "; had the objective {titles} before" if len(theirs) == 1 else "; had the objectives {titles} before"
    return say(named, titles=titles) if theirs else ""


def split_of(board: Board, fate: Fate[P]) -> Shift | None:
    """What was split, where a part of it is due later than all of it was: told once, by its first deadline."""
    before, days = fate.work.deadline, sorted(filter(None, (new.deadline for new in fate.successors)))
    if fate.kind != SPLIT or fate.standing.delivery is Delivery.COMPLETE or not (before and days):
        return None
    if before.never_ends or days[-1].latest <= before.latest:
        return None
    due = [
        say("{part}, due {day}", part=brief_of(new).rstrip("."), day=new.deadline) + _why(board, fate, new)
        for new in fate.successors
        if new.deadline
    ]
    said = say("all of it was due {before}; it is split: {parts}", before=before, parts="; ".join(due))
    return Shift(LATER, days[0].latest, said)


def _nothing_for(before: object, new: Action | Objective, field: str, said: str) -> str:
    """That a field which was given before is empty, with the reason where one is recorded: it may be still to agree."""
    because = gap.reason if (gap := new.gap(field)) else ""
    if because:
        return say("{nothing} yet instead of {before}, because {because}", nothing=said, before=before, because=because)
    return say("{nothing} now instead of {before}", nothing=said, before=before)


def _put_off(board: Board, fate: Fate[P], new: P, days: tuple[PartialDate, PartialDate]) -> Shift:
    """A deadline in place of another, by how many months it is later, how often it was moved, and why the last time."""
    before, day = days
    is_within = before.earliest <= day.earliest <= day.latest <= before.latest
    words = "due {day}, set within {before}" if is_within else "due {day} instead of {before}"
    said = say(words, day=day, before=before)
    later = 0 if before.never_ends or day.never_ends else (day.latest - before.latest).days
    often = _moved(board, fate.work, new, before)
    if later > 0:
        said += (say(", {months} later", months=months) if (months := months_of(later)) else "") + often
    why = _why(board, fate, new, again=bool(often)) or _time_before(board, fate.work)
    return Shift(LATER if later > 0 else OTHER, day.latest, said, why)


def _moved(board: Board, old: P, new: P, before: PartialDate) -> str:
    """How often it was put off: as the papers of its year count it, with the plan of this year, and within that.

    Nothing where that was but once in all.
    """
    with_plan = bool(old.deadline and new.due and new is not old and old.deadline.latest < new.due.latest)
    since = new.slips if new is not old else 0
    parts = [
        say("{often} in {years}", often=times(old.slips), years=years_of(board, old)) if old.slips else "",
        say("once with the plan of {years}", years=years_of(board, new)) if with_plan else "",
        say("{often} since", often=times(since)) if since else "",
    ]
    if (total := old.slips + with_plan + since) < 2:
        return ""
    said = say(", moved {often}", often=times(total))
    said += say(" since {day}", day=old.due) if old.due and old.due != before else ""
    told = [part for part in parts if part]
    return f"{said}: {listed(told)}" if len(told) > 1 else said


def _why(board: Board, fate: Fate[P], new: P, *, again: bool = False) -> str:
    """Why its deadline was moved the last time, and who agreed to that; else why it is carried on."""
    work = new if new.moved or new.due != fate.work.deadline else fate.work
    carried = "" if new.moved else fate.why(board, new)
    if (move := work.last_move) is None:
        return because_of(carried)
    because, agreed = move.because or carried, agreed_by(board, move)
    earlier = evolve(work, moved=tuple(each for each in work.moved if each is not move)).deadline
    if earlier and move.to.latest < earlier.latest:
        return say("; brought forward from {day}", day=earlier) + because_of(because) + agreed
    if again and because:
        return say("; the last time because {because}", because=because) + agreed
    return because_of(because) + agreed


def _time_before(board: Board, work: Action | Objective) -> str:
    """Why it was put off before, and who agreed to that."""
    if (move := work.last_move) is None or not move.because:
        return ""
    return say("; moved the time before because {because}", because=move.because) + agreed_by(board, move)


def objective_shifts(board: Board, fate: Fate[Action]) -> Iterator[tuple[Objective, Shift]]:
    """What is another of the open objectives of an action carried on, each with what is to be done of it now."""
    for each in objective_fates(board, fate):
        for now in _going_on(each):
            yield from ((now, shift) for shift in shifts_of(board, each, now))


def _going_on(fate: Fate[Objective]) -> tuple[Objective, ...]:
    """What is still to be done of an objective that was open: what carries it on, or itself where nothing is said."""
    goes_on = fate.standing.is_open and fate.kind != ENDED
    return (fate.successors or (fate.work,)) if goes_on else ()
