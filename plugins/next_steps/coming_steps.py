"""Coming steps: what is promised, and the open work that is due in the quarter after a period."""

from collections.abc import Iterable, Iterator
from datetime import date

from bscb_docs import (
    Board,
    PartialDate,
    Period,
    Promise,
    Runs,
    Standing,
    Target,
    Text,
    action_of,
    capital,
    listed,
    promise_words,
    say,
    title_of,
)


def coming_steps(
    board: Board, period: Period, standings: Iterable[Standing], promises: Iterable[Promise]
) -> Iterator[Runs]:
    """A line for each promise and each deadline, the earliest first."""
    end = Period.quarter_of(period.following).latest
    works = (standing.work for standing in standings if standing.is_open)
    due = [(day, work) for work in works if (day := work.deadline) and period.latest < day.latest <= end]
    found = [(day.latest, _due(board, day, work)) for day, work in due]
    found += [(by.latest if (by := each.commitment.by) else date.max, _promised(board, each)) for each in promises]
    yield from (runs for _, runs in sorted(found, key=lambda each: each[0]))


def _due(board: Board, day: PartialDate, work: Target) -> Runs:
    """A deadline, what is due, and whose it is; what has no title is named by its action alone."""
    return Text(f"{say('{day}, deadline', day=day)}: ", strong=True), Text(_with_owner(board, title_of(work), work))


def _promised(board: Board, promise: Promise) -> Runs:
    """What was promised by when, and whose work it is of."""
    what = _with_owner(board, capital(promise.commitment.what), board.get(promise.update.about))
    return *promise_words(promise)[:-1], Text(what)


def _with_owner(board: Board, words: str, work: Target) -> str:
    """Words, and after them the owners of a piece of work and the action that it belongs to."""
    owners, action = [board.get(ref).title for ref in work.owned_by], action_of(board, work)
    whose = "; ".join(filter(None, (listed(owners), board.called(action) if action else "")))
    return f"{words} ({whose})" if words and whose else words or whose
