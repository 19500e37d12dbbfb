"""Period: the years and the day that a board reports on, as its register and updates say."""

from __future__ import annotations

from bscb_docs.records import Board, Issue, Narrative, PartialDate, Update, YearSpan, fold


def reported_years(board: Board) -> YearSpan | None:
    """The years that the board reports on: those of its latest report in the register, else of its latest update."""
    reports = {narrative.id.lower() for narrative in board.of(Narrative)}
    of_reports = (entry.years for entry in board.documents if entry.id.lower() in reports and entry.years)
    of_updates = (update.years for update in board.of(Update) if update.years)
    return max(of_reports, default=None) or max(of_updates, default=None)


def reported_at(board: Board) -> PartialDate | None:
    """The as-at date of the report of those years, else the latest as-at date in the register."""
    reports, years = {narrative.id.lower() for narrative in board.of(Narrative)}, reported_years(board)
    latest = {fold(issue.about): issue for issue in board.of(Issue)}  # a board asked for each would be read through
    dates = []
    for entry in board.documents:
        issue = latest.get(fold(entry.id))
        if date := (issue.as_at if issue else None) or entry.as_at:
            dates.append((entry.id.lower() in reports and entry.years == years, date))
    return max(dates, default=(False, None), key=lambda dated: (dated[0], dated[1].latest))[1]
