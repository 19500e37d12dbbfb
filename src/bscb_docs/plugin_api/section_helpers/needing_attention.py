"""Needing attention: of open work, what needs it: why, which is the worst, and what of it is told in one place."""

from collections.abc import Iterable, Iterator

from bscb_docs.diagnostics.phrases import small
from bscb_docs.languages.house_words import listed, say
from bscb_docs.plugin_api.section_helpers.charge_words import due_words, how_often, moved_words, now_due, overdue_by
from bscb_docs.plugin_api.section_helpers.work_words import lead_to, sign_of, title_of
from bscb_docs.prose.blocks import Reference, Runs, Text
from bscb_docs.records import (
    Action,
    Board,
    Confidence,
    Objective,
    Period,
    Standing,
    Target,
    action_of,
    label_of,
    standing_of,
    worst_first,
)


def worries_of(board: Board, standings: Iterable[Standing], period: Period | None = None) -> Iterator[Runs]:
    """Open work that is overdue, put off or not on course, the worst first: how it stands, whose it is, by when.

    With the status at the end of the months before a period, where that was another.
    """
    for standing in in_worst_order(standings):
        if worry_words(board, standing):
            yield (*_called(board, standing.work), Text(": "), *state_of(board, standing, period))


def work_line(board: Board, standing: Standing) -> Runs:
    """A piece of work by its name, and how it stands; its charge alone where nothing was reported."""
    is_silent = standing.update is None and not worry_words(board, standing)
    state = (Text(_charge(board, standing) or say("no update")),) if is_silent else state_of(board, standing)
    return (*_called(board, standing.work), Text(": "), *state)


def state_of(board: Board, standing: Standing, period: Period | None = None) -> Runs:
    """How work stands, why it needs attention, whose it is and by when: "Stuck; overdue by 90 days (Board, due May)".

    With the status at the end of the months before a period, where that was another. What has ended is nobody's.
    """
    moved = say("Deadline moved {often}", often=how_often(board, standing.work))
    known = (each for each in exceptions_of(board, standing, is_reported=True) if each != moved)
    more = "".join(f"; {small(each)}" for each in (*_before(board, period, standing), *known))
    charge = _charge(board, standing) if standing.is_open else ""
    return sign_of(standing.status, f"{more} ({charge})" if charge else more)


def _before(board: Board, period: Period | None, standing: Standing) -> Iterator[str]:
    """Which status it had at the end of the months before, where that was another."""
    then = standing_of(board.at(period.before.end), standing.work).status if period else None
    if then and then != standing.status:
        yield say("Before: {status}", status=small(then.title))


def _charge(board: Board, standing: Standing) -> str:
    """Whose it is, by when, and how often that was moved; what is due that day says so among its reasons."""
    work, day = standing.work, standing.day
    owners = listed([board.get(ref).title for ref in work.owned_by])
    is_told = day is not None and work.deadline is not None and work.deadline.latest == day.latest
    due = now_due(board, work) if is_told else say("due {day}", day=due_words(board, work)) if work.deadline else ""
    return ", ".join(filter(None, (owners, due, moved_words(board, work))))


def _called(board: Board, work: Target) -> Runs:
    """An action by its number and title; an objective by its name, after which the number of its action stands."""
    above = action_of(board, work)
    if isinstance(work, Action):
        title = title_of(work)
        return (Reference(say("action"), work.id, after=f" ({title})" if title else ""),)
    return (*lead_to(work), Text(f", {board.called(above)}" if above else ""))


def in_worst_order(standings: Iterable[Standing]) -> list[Standing]:
    """What is overdue first, then the worst by their labels; of one label, what is overdue the longest."""
    known = list(standings)
    order = worst_first(standing.status for standing in known)
    return sorted(known, key=lambda each: (not each.is_overdue, order.index(each.status), -each.days_overdue))


def under_actions(board: Board, standings: Iterable[Standing]) -> list[list[Standing]]:
    """Each with the objectives of the action that it is, which stand after it and nowhere else, in the order given."""
    known, entries = list(standings), dict[str, list[Standing]]()
    actions = {standing.work.id for standing in known if isinstance(standing.work, Action)}
    for standing in known:
        action = action_of(board, standing.work)
        key = action.id if action and action.id in actions else standing.work.id
        entries.setdefault(key, []).append(standing)
    return [sorted(entry, key=lambda each: isinstance(each.work, Objective)) for entry in entries.values()]


def worry_words(board: Board, standing: Standing) -> str:
    """The label of open work and why it needs attention, as in "Stuck; overdue by 90 days"; "" where it needs none."""
    reasons = exceptions_of(board, standing, is_reported=True)
    return "; ".join((label_of(standing.status), *map(small, reasons))) if reasons else ""


def exceptions_of(board: Board, standing: Standing, *, is_reported: bool) -> tuple[str, ...]:
    """Why a piece of work needs attention, in the board's words; nothing where it needs none."""
    if not standing.is_open:
        return ()
    found = []
    if standing.is_overdue:
        found.append(overdue_by(standing.days_overdue))
    elif standing.is_due_now:
        found.append(say("Due by {day} and not complete", day=standing.day))
    elif standing.is_not_on_course:
        is_lost = standing.confidence is Confidence.OFF_COURSE
        found.append(say("Will be late as things stand" if is_lost else "May be late"))
    if standing.is_overdue and standing.confidence is Confidence.ON_COURSE:
        found.append(say("Said to be on course"))
    undone = "Milestone not done: {title}, due {day}"
    found += [say(undone, title=step.title, day=step.deadline) for step in standing.late_steps]
    if standing.work.slips:
        found.append(say("Deadline moved {often}", often=how_often(board, standing.work)))
    if not is_reported:
        found.append(say("No update in these months"))
    return tuple(found)
