"""Reporting period: the years and the day that a board reports on, as its register and updates say."""

from bscb_docs import records
from bscb_docs.records import Board, Narrative, PartialDate, Period, YearSpan


def reported_years(board: Board) -> YearSpan | Period | None:
    """What the board reports on: the period of the paper, else the years of its latest report or latest update."""
    if board.period:
        years = board.period.years
        return years if Period.of(years) == board.period else board.period
    of_reports = (entry.years for entry in board.documents if board.find(Narrative, entry.id) and entry.years)
    of_updates = (update.years for update in board.of(records.Update) if update.years)
    return max(of_reports, default=None) or max(of_updates, default=None)


def reported_at(board: Board) -> PartialDate | None:
    """The day at which the board is shown, else that of the report of those years, else the latest in the register."""
    if board.as_at:
        return board.as_at
    years = reported_years(board)
    dated = [(entry, date) for entry in board.documents if (date := board.day_of(entry))]
    found = [(board.find(Narrative, entry.id) is not None and entry.years == years, date) for entry, date in dated]
    return max(found, default=(False, None), key=lambda each: (each[0], each[1].latest))[1]
