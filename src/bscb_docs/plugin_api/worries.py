"""Worries: open work that needs attention: why, which is the worst, and what of it is told in one place."""

from collections.abc import Iterable, Iterator

from bscb_docs.languages.house_words import say
from bscb_docs.plugin_api.charge_words import overdue_by, times
from bscb_docs.plugin_api.work_words import title_of
from bscb_docs.prose.blocks import Reference, Runs, Text
from bscb_docs.records import (
    Action,
    Board,
    Confidence,
    Objective,
    Standing,
    action_of,
    label_of,
    worst_first,
)


def worries_of(board: Board, standings: Iterable[Standing]) -> Iterator[Runs]:
    """The open actions that are overdue, put off or not on course, the worst first, each with its reasons."""
    for standing in in_worst_order(standings):
        if (said := worry_words(standing)) and isinstance(standing.work, Action):
            title = title_of(standing.work)
            link = Reference(say("action"), standing.work.id, after=f" ({title})" if title else "")
            yield link, Text(f": {said}")


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


def worry_words(standing: Standing) -> str:
    """The label of open work and why it needs attention, as in "Stuck; overdue by 90 days"; "" where it needs none."""
    reasons = exceptions_of(standing, is_reported=True)
    more = (f"{each[:1].lower()}{each[1:]}" for each in reasons)
    return "; ".join((label_of(standing.status), *more)) if reasons else ""


def exceptions_of(standing: Standing, *, is_reported: bool) -> tuple[str, ...]:
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
        found.append(say("Deadline moved {often}", often=times(standing.work.slips)))
    if not is_reported:
        found.append(say("No update in these months"))
    return tuple(found)
