"""Next steps: what was decided in a period, what is promised after it, and what is due."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Board,
    Document,
    Objective,
    Period,
    Promise,
    Record,
    Runs,
    Section,
    Standing,
    Target,
    Text,
    hookimpl,
    house_template,
    is_decision,
    lead_to,
    objectives_of,
    open_promises,
    reported_work,
)

from .coming_steps import coming_steps
from .decided_changes import approved_in, changes_decided


@frozen
class StepsPage:
    """What was decided in the months of the document, and what is to come after them."""

    decided: tuple[Runs, ...]
    coming: tuple[Runs, ...]


def make_page(board: Board, document: Document) -> StepsPage | None:
    """What was decided and is to come of the chosen work; what is to be decided stands in its section, if any."""
    period = document.period
    if period is None:
        return None
    decided = changes_decided(_planned(board, document, period), board, period)
    return StepsPage(
        decided=(*approved_in(board, period), *((*lead_to(work), Text(f": {said}")) for work, said in decided)),
        coming=tuple(coming_steps(board, period, _standings(board, document, period), _promised(board, document))),
    )


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The updates that promise, the work that was changed, and the work that may be due."""
    if period := document.period:
        yield from (promise.update for promise in _promised(board, document))
        yield from (work for work, _ in changes_decided(_planned(board, document, period), board, period))
        yield from (standing.work for standing in _standings(board, document, period))


def _promised(board: Board, document: Document) -> list[Promise]:
    """What is promised, without the decisions that the document lists before."""
    is_listed = any(name == "to-be-decided" for name, _ in document.beside)
    return [each for each in open_promises(board) if not (is_listed and is_decision(each))]


def _planned(board: Board, document: Document, period: Period) -> list[Action | Objective]:
    """The chosen actions of the years, and objectives beneath them."""
    works = list[Target]()
    for action in board.actions(years=period.years):
        works += (action, *objectives_of(board, action))
    chosen = (standing.work for standing in document.choice.of(board, works))
    return [work for work in chosen if isinstance(work, Action | Objective)]


def _standings(board: Board, document: Document, period: Period) -> Iterator[Standing]:
    return document.choice.of(board, reported_work(board, period.years))


@hookimpl.sections
def sections() -> list[Section[StepsPage]]:
    """The section `next-steps`."""
    template, options = house_template("next_steps"), ("only", "owner", "body", "priority")
    return [Section("next-steps", template, StepsPage, make_page, options=options, prints=printed)]
