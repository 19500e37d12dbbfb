"""Decided changes: papers approved, deadlines moved, owners changed and work ended, by decisions of some months."""

from collections.abc import Iterable, Iterator
from datetime import date

from bscb_docs import (
    Action,
    Board,
    Commitment,
    Objective,
    PartialDate,
    Period,
    Runs,
    agreed_by,
    because_of,
    labelled,
    say,
    standing_of,
    years_of,
)


def changes_decided(
    planned: Iterable[Action | Objective], board: Board, period: Period
) -> Iterator[tuple[Action | Objective, str]]:
    """What of the planned work was changed by a decision of the period, in the order of the days, and how."""
    found = ((day, work, said) for work in planned for day, said in _changes(board, work))
    within = [each for each in found if period.earliest <= each[0] <= period.latest]
    yield from ((work, said) for _, work, said in sorted(within, key=lambda each: each[0]))


def approved_in(board: Board, period: Period) -> Iterator[Runs]:
    """The papers that were approved in the period, together where the same approved them on the same days."""
    found: dict[str, list[str]] = {}
    for entry in board.documents:
        for issue in board.versions(entry.id):
            days = [Commitment.from_text(line).by for line in issue.approved_by]
            if any(day and period.earliest <= day.latest <= period.latest for day in days):
                found.setdefault("; ".join(issue.approved_by), []).append(entry.title)
    for who, titles in found.items():
        yield labelled(say("Approved"), f"{'; '.join(titles)} ({who})", ends=False)


def _changes(board: Board, work: Action | Objective) -> Iterator[tuple[date, str]]:
    """Each change of the deadline and the owner of a piece of work, and its end, with the day of the decision."""
    before = work.due
    for move in work.moves:
        said = say("a new deadline, {day} instead of {before}", day=move.to, before=before or say("none"))
        yield _day(move.on), f"{said}{because_of(move.because)}{agreed_by(board, move)}"
        before = move.to
    for owner, change in work.handovers:
        now, had = board.get(change.to).title, board.get(owner).title if owner else say("none")
        said = say("another owner, {owner} instead of {before}", owner=now, before=had)
        yield _day(change.on), f"{said}{because_of(change.because)}{agreed_by(board, change)}"
    for became in work.became:
        if became.ended and not became.point:
            yield _day(became.on), f"{say('ended')}{because_of(became.because)}"
        new = board.get(became.successor) if became.successor else None
        if new and new.deadline and work.deadline and work.deadline.latest < new.deadline.latest:
            said = "goes on in {years} with a new deadline, {day} instead of {before}"
            told = say(said, years=years_of(board, new), day=new.deadline, before=work.deadline)
            yield _day(became.on if standing_of(board, work).is_open else None), told + because_of(became.because)


def _day(on: PartialDate | None) -> date:
    return on.latest if on else date.max
