"""Next steps: what is to be decided, by whom and between which options; what was decided; what is promised and due."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
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
    lead_to,
    objectives_of,
    open_promises,
    reported_work,
)

from .asked_decisions import asked_of, decision_points, is_decision
from .coming_steps import coming_steps
from .decided_changes import changes_decided


@frozen
class DecisionsPage:
    """What somebody has to decide, each under its number; a part of the months in short, where these stand before."""

    decisions: Blocks
    is_part: bool


@frozen
class StepsPage:
    """What was decided in the months of the document, and what is to come after them."""

    decided: tuple[Runs, ...]
    coming: tuple[Runs, ...]


def make_decisions(board: Board, document: Document) -> DecisionsPage:
    """What is asked or promised of the work that the options `only`, `owner`, `body` and `priority` choose."""
    return DecisionsPage(
        decision_points(board, document), is_part=any(name == "year-in-short" for name, _ in document.beside)
    )


def decisions_printed(board: Board, document: Document) -> Iterator[Record]:
    """What the board is asked; a report of which it sets one decision is no text of this document's own."""
    yield from (each.update if isinstance(each, Promise) else each for each in asked_of(board, document))


def make_steps(board: Board, document: Document) -> StepsPage | None:
    """What was decided and is to come of the chosen work; what is to be decided stands in its section, if any."""
    period = document.period
    if period is None:
        return None
    decided = changes_decided(_planned(board, document, period), board, period)
    return StepsPage(
        decided=tuple((*lead_to(work), Text(f": {said}")) for work, said in decided),
        coming=tuple(coming_steps(board, period, _standings(board, document, period), _promised(board, document))),
    )


def steps_printed(board: Board, document: Document) -> Iterator[Record]:
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
def sections() -> list[Section[DecisionsPage] | Section[StepsPage]]:
    """The sections `to-be-decided` and `next-steps`."""
    asked, steps = house_template("to_be_decided"), house_template("next_steps")
    options = ("only", "owner", "body", "priority")
    return [
        Section("to-be-decided", asked, DecisionsPage, make_decisions, options=options, prints=decisions_printed),
        Section("next-steps", steps, StepsPage, make_steps, options=options, prints=steps_printed),
    ]
