"""What changed: last year's plan against this year's: carried on, reworded, split, merged, ended, new, put off."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Board,
    Document,
    Objective,
    Outline,
    Record,
    Runs,
    Section,
    YearSpan,
    fold,
    hookimpl,
    house_template,
    say,
    years_of,
)

from .change_rows import ChangedRow, EndedRow, NewRow, changed_row, ended_row, given_up, losses_of, new_row
from .fates import fates_of, lead_of, shared_end


@frozen
class Headline:
    """What is told of several things alike, and a line for each."""

    title: str
    lines: tuple[Runs, ...]


@frozen
class ChangesPage:
    """The plans of two years, side by side; what was lost, put off or given up comes first."""

    before: str
    years: str
    lead: str
    headlines: tuple[Headline, ...]
    carried: tuple[ChangedRow, ...]
    ended: tuple[EndedRow, ...]
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
    losses, ends = losses_of(board, fates), tuple(given_up(board, fates))
    told = say("What lost its deadline or owner, or is put off:" if losses else "No deadline is lost or put off.")
    headlines = [
        Headline(told, losses),
        *([Headline(say("What was given up, and parts that ended:"), ends)] if ends else []),
    ]
    return ChangesPage(
        str(before),
        str(years),
        lead_of(board, fates, new, len(board.actions(years=years)), before, years),
        tuple(headlines),
        tuple(changed_row(board, fate) for fate in fates if fate.successors),
        tuple(ended_row(board, fate, shared_end(fates)) for fate in fates if not fate.successors),
        tuple(new_row(board, action) for action in new),
    )


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The actions of both years, and last year's objectives whose deadline or owner changed."""
    years = _years(board, document)
    before = _before(board, years)
    for each in (before, years):
        yield from board.actions(years=each) if each else ()
    own = (each for each in board.of(Objective) if years_of(board, each) == before)
    yield from (each for each in own if each.moved or each.changed_owners)


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
