"""Body work: the tasks, objectives and recommendations, meetings, audits and events of one body."""

from collections.abc import Iterable, Iterator

from bscb_docs import (
    Audit,
    Board,
    Body,
    Event,
    Meeting,
    Objective,
    Organisation,
    PartialDate,
    Person,
    Recommendation,
    Ref,
    Standing,
    Task,
    YearSpan,
    action_of,
    fold,
    standing_of,
    years_of,
)


def work_of(board: Board, body: Body, years: YearSpan | None = None) -> Iterator[Standing]:
    """How each task of the body stands, and each objective that it owns, or the action of which it owns.

    Of the years given, or of all.
    """
    works: tuple[Task | Objective, ...] = board.of(Task, Objective)
    for work in works:
        above = action_of(board, work) if isinstance(work, Objective) else None
        holders = (work.body,) if isinstance(work, Task) else (*work.owned_by, *(above.owned_by if above else ()))
        if _names(board, body, holders) and years in {None, years_of(board, work)}:
            yield standing_of(board, work)


def meetings_of(board: Board, body: Body, years: YearSpan) -> list[Meeting]:
    """Its meetings of the years, held or planned."""
    return [each for each in board.meetings(body) if each.date and years.holds(each.date)]


def audits_of(board: Board, body: Body, years: YearSpan) -> list[Audit]:
    """The audits of the years that it carries out, or whose findings it hears."""
    own = (audit for audit in board.of(Audit) if audit.planned_years == years)
    return [audit for audit in own if _names(board, body, (audit.by, audit.findings_to))]


def asked_of_body(board: Board, body: Body) -> list[Standing]:
    """How each recommendation stands that it owns, that was accepted, and that is open."""
    own = (each for each in board.of(Recommendation) if each.is_accepted and _names(board, body, each.owned_by))
    return [standing for each in own if (standing := standing_of(board, each)).is_open]


def events_to_come(board: Board, body: Body) -> list[tuple[PartialDate, str]]:
    """The days after the board's day of what it holds, and its titles."""
    own = [(each.date, each.title) for each in board.of(Event) if each.date and _names(board, body, (each.body,))]
    return [(date, title) for date, title in own if board.as_at and board.as_at.surely_before(date)]


def _names(board: Board, body: Body, refs: Iterable[Ref[Body | Organisation | Person] | None]) -> bool:
    """True where one of the references leads to the body."""
    return any(fold(board.get(ref).title) == fold(body.title) for ref in refs if ref)
