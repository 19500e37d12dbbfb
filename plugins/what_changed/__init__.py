"""What changed: last year's plan against this year's: put off, ended, carried on, reworded, split, merged, new."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Board,
    Document,
    IssueState,
    Objective,
    Outline,
    Record,
    RegisterEntry,
    Runs,
    Section,
    YearSpan,
    fold,
    hookimpl,
    house_template,
    papers_with,
    say,
    years_of,
)

from .change_rows import ChangedRow, NewRow, changed_row, end_lines, new_row, shift_lines
from .fates import fates_of, lead_of, moved_targets, shared_end
from .shifts import LATER, LOST, OWNER

_LATE = {
    (True, True): "Put off, or without a deadline or owner",
    (True, False): "Without a deadline or owner",
    (False, True): "Put off",
    (False, False): "",
}
"""What is told in front, by whether anything was lost, and whether anything was put off."""


@frozen
class Headline:
    """What is told of several things alike, and a line for each."""

    title: str
    note: str
    lines: tuple[Runs, ...]


@frozen
class ChangesPage:
    """The plans of two years, side by side; what was lost, put off or ended comes first."""

    before: str
    years: str
    lead: str
    headlines: tuple[Headline, ...]
    carried: tuple[ChangedRow, ...]
    new: tuple[NewRow, ...]


def make_page(board: Board, document: Document) -> ChangesPage | None:
    """The option `years`, the document's or the latest, against the years before; nothing where there are none."""
    years = _years(board, document)
    before = _before(board, years)
    if years is None or before is None or not board.actions(years=years):
        return None
    fates = fates_of(board, before, years)
    known = {fold(successor.id) for fate in fates for successor in fate.successors}
    new = [action for action in board.actions(years=years) if fold(action.id) not in known]
    shifts = list(shift_lines(board, fates, years))
    late = tuple(line for rank, line in shifts if rank <= LATER)
    ranks = {rank for rank, _ in shifts}
    passed = tuple(line for rank, line in shifts if rank == OWNER)
    headlines = (
        Headline(say(_LATE[LOST in ranks, LATER in ranks]), _agreed(board, years), late),
        Headline(say("Other owners"), "", passed),
        Headline(say("Ended"), "", tuple(end_lines(board, fates, shared_end(fates), years))),
    )
    told = set[str]()
    return ChangesPage(
        str(before),
        str(years),
        lead_of(board, fates, new, len(board.actions(years=years)), before, years)
        + ("" if late else say(" No deadline is lost or put off.")),
        tuple(each for each in headlines if each.lines),
        tuple(changed_row(board, fate, told) for fate in fates if fate.successors),
        tuple(new_row(board, action) for action in new),
    )


def _agreed(board: Board, years: YearSpan) -> str:
    """Who agreed to the deadlines that came with the plan of this year, where it is approved."""
    titles = papers_with(board, "priorities", years)
    entries = (entry for entry in board.of(RegisterEntry) if entry.title in titles)
    issues = (issue for entry in entries for issue in reversed(board.versions(entry.id)))
    by = next((each.approved_by for each in issues if each.state is IssueState.APPROVED and each.approved_by), ())
    if not by:
        return ""
    return say(
        "The plan of {years} is approved: {by}. Deadlines beside which nobody is named were agreed with it.",
        years=years,
        by="; ".join(by),
    )


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The actions of both years, and last year's objectives that were moved, passed on or ended."""
    years = _years(board, document)
    before = _before(board, years)
    for each in (before, years):
        yield from board.actions(years=each) if each else ()
    yield from moved_targets(board, years) if years and before else ()
    own = [each for each in board.of(Objective) if years_of(board, each) == before]
    yield from (each for each in own if each.moved or each.changed_owners or any(to.because for to in each.became))


def _years(board: Board, document: Document) -> YearSpan | None:
    years = document.told_years
    return years if board.actions(years=years) and years else board.latest_years


def _before(board: Board, years: YearSpan | None) -> YearSpan | None:
    earlier = [action.years for action in board.actions() if action.years and years and action.years < years]
    return max(earlier, default=None)


@hookimpl.sections
def sections() -> list[Section[ChangesPage]]:
    """The section `what-changed`."""
    template = house_template("what_changed")
    return [Section("what-changed", template, ChangesPage, make_page, options=("years",), prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """What changed as a document of its own."""
    sections = ("cover", "what-changed", "document-control, with other papers", "abbreviations")
    return [Outline("what-changed", "What Changed", sections)]
