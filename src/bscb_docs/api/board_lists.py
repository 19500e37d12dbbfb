"""Board lists: what a board has, before anything is built of it: documents, figures, and how work stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.documents.publication import publication_of
from bscb_docs.figures.figure import Figure, Figures, in_order
from bscb_docs.figures.reporting_period import reported_at
from bscb_docs.plugin_api.document import Document
from bscb_docs.records import (
    Action,
    Board,
    Body,
    Choice,
    Objective,
    Organisation,
    PartialDate,
    Person,
    Priority,
    Recommendation,
    Target,
    Task,
    fold,
    names_of,
)

if TYPE_CHECKING:
    from bscb_docs import FactList


def document_names(board: Board) -> tuple[str, ...]:
    """The documents that are built where none is named: those of the register, else every outline of the pack."""
    return publication_of(board).names


def list_documents(board: Board) -> tuple[Document, ...]:
    """What is known of each of those documents before it is built: title, years, version, marking."""
    return tuple(plan.document for plan in publication_of(board).plans)


def figures_of(board: Board) -> Figures:
    """Every figure and recorded name that the board's prose may set, by name, other forms too."""
    return publication_of(board).figures


def list_figures(board: Board) -> list[Figure]:
    """The figures and recorded names that have a value, without their other forms, in the order of their names."""
    return in_order(figures_of(board))


def list_facts(board: Board, names: Iterable[str] | None = None) -> tuple[FactList, ...]:
    """What the documents of those names, else all of the register, print as it was typed, and what bears each of it.

    Documents that share the card of their version share a list. OutlineError where there is no such document.
    """
    return publication_of(board).facts(names)


def list_standings(
    board: Board, kind: str, choice: Choice, day: PartialDate | None = None
) -> Iterator[tuple[str, str, str, str, str]]:
    """The chosen work of a kind as `list` names it, as it stands at the day, else at the board's latest report.

    BoardError where an owner, body or priority is asked for that the board does not have.
    """
    seen = board.at(day or reported_at(board))
    _refuse_unknown(seen, choice)
    works: dict[str, tuple[Target, ...]] = {
        "actions": seen.of(Action),
        "objectives": seen.of(Objective),
        "tasks": seen.of(Task),
        "recommendations": seen.of(Recommendation),
    }
    for each in choice.of(seen, works[kind]):
        owners = ", ".join(seen.get(owner).title for owner in each.work.owned_by)
        late = f"by {each.days_overdue} days" if each.is_overdue else ""
        yield each.work.id, owners, str(each.work.deadline or ""), each.status.title if each.status else "", late


def _refuse_unknown(board: Board, choice: Choice) -> None:
    """BoardError where no record of the board bears the owner, the body or the priority that is asked for."""
    from bscb_docs.diagnostics.suggestions import did_you_mean  # a small report need not wait for it

    owners = Organisation, Body, Person
    asked = ("owner", choice.owner, owners), ("body", choice.body, owners), ("priority", choice.priority, (Priority,))
    for what, name, kinds in asked:
        records = [each for kind in kinds for each in board.of(kind)]
        known = [own for each in records for own in (*names_of(each), getattr(each, "short_title", "")) if own]
        if name and fold(name) not in map(fold, known):
            raise BoardError(f'There is no {what} called "{name}". {did_you_mean(name, known)}'.rstrip())
