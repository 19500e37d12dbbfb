"""Decided changes: deadlines that were moved, owners that changed and work that ended, by decisions of some months."""

from collections.abc import Iterable, Iterator
from datetime import date

from bscb_docs import Action, Board, ChangedOwner, Moved, Objective, PartialDate, Period, because_of, say


def changes_decided(
    planned: Iterable[Action | Objective], board: Board, period: Period
) -> Iterator[tuple[Action | Objective, str]]:
    """What of the planned work was changed by a decision of the period, in the order of the days, and how."""
    found = ((day, work, said) for work in planned for day, said in _changes(board, work))
    within = [each for each in found if period.earliest <= each[0] <= period.latest]
    yield from ((work, said) for _, work, said in sorted(within, key=lambda each: each[0]))


def _changes(board: Board, work: Action | Objective) -> Iterator[tuple[date, str]]:
    """Each change of the deadline and the owner of a piece of work, and its end, with the day of the decision."""
    before = work.due
    for move in sorted(work.moved, key=lambda move: _day(move.on)):
        said = say("a new deadline, {day} instead of {before}", day=move.to, before=before or say("none"))
        yield _day(move.on), f"{said}{_why(board, move)}"
        before = move.to
    for owner, change in work.handovers:
        now, had = board.get(change.to).title, board.get(owner).title if owner else say("none")
        said = say("another owner, {owner} instead of {before}", owner=now, before=had)
        yield _day(change.on), f"{said}{_why(board, change)}"
    for became in work.became:
        if became.ended and not became.point:
            yield _day(became.on), f"{say('ended')}{because_of(became.because)}"


def _day(on: PartialDate | None) -> date:
    return on.latest if on else date.max


def _why(board: Board, change: Moved | ChangedOwner) -> str:
    """Why it was decided, by whom and when, as far as that is recorded."""
    who = say("; agreed by {body}", body=board.get(change.by).title) if change.by else ""
    return f"{because_of(change.because)}{who}{say(' on {day}', day=change.on) if who else ''}"
