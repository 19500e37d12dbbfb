"""Reported standings: the work that a progress report tells of, and which of it needs attention."""

from collections.abc import Iterable, Iterator

from bscb_docs import (
    Action,
    Board,
    Document,
    Period,
    Standing,
    Update,
    exceptions_of,
    in_worst_order,
    objectives_of,
    reported_work,
    under_actions,
)


def standings_of(board: Board, document: Document) -> list[Standing]:
    """How the work stands that the document tells of."""
    years = document.period.years if document.period else document.years
    return list(document.choice.of(board, reported_work(board, years)))


def needing_attention(board: Board, document: Document, standings: Iterable[Standing]) -> list[list[Standing]]:
    """What needs attention, the worst first: also an action that was reported itself, with its objectives after it."""
    above = (standing for standing in standings_above(board, document, None) if standing.update)
    found = (standing for standing in (*above, *standings) if reasons_of(board, document, standing))
    return under_actions(board, in_worst_order(found))


def reasons_of(board: Board, document: Document, standing: Standing) -> tuple[str, ...]:
    """Why work needs attention; no update is asked of an action that its objectives tell of."""
    work = standing.work
    is_above = isinstance(work, Action) and bool(objectives_of(board, work))
    return exceptions_of(standing, is_reported=is_above or bool(board.updates(work, document.period)))


def standings_above(board: Board, document: Document, period: Period | None) -> Iterator[Standing]:
    """How the actions stand that their objectives tell of, by an update of that period or by any."""
    actions = board.actions(years=document.period.years) if document.period else ()
    return document.choice.of(board, (each for each in actions if objectives_of(board, each)), period)


def updates_above(board: Board, document: Document) -> Iterator[tuple[Action, Update]]:
    """The actions that their objectives tell of, with their own last update of the period, where it has words."""
    period = document.period
    for standing in standings_above(board, document, period):
        update = standing.update
        if isinstance(standing.work, Action) and update in board.updates(standing.work, period) and update.text:
            yield standing.work, update
