"""The recommendations of a report, and the decisions that it asks for, as lists with the number and page of each."""

from collections.abc import Callable

from attrs import frozen

from bscb_docs import (
    Aside,
    AsideKind,
    Board,
    Document,
    Narrative,
    Part,
    Section,
    blocks_in,
    every,
    hookimpl,
    house_template,
    parse,
    say,
)


@frozen
class ListPage:
    """What the list is called, and what its entries are counted as."""

    title: str
    label: str


def has(board: Board, document: Document, kind: AsideKind) -> bool:
    """True where the narrative of the document sets something of that kind apart."""
    narrative = board.find(Narrative, document.original)
    texts = [section.text for section in narrative.sections] if narrative else []
    blocks = (block for text in texts for block in blocks_in(parse(text)))
    return any(isinstance(block, Aside) and block.kind is kind for block in blocks)


def list_of(kind: AsideKind, title: str, label: str) -> Callable[[Board, Document], ListPage | None]:
    """What makes the page of a list; none where the document has nothing to list."""
    return lambda board, document: ListPage(say(title), label) if has(board, document, kind) else None


@hookimpl.sections
def sections() -> list[Section[ListPage]]:
    """The sections `list-of-recommendations` and `list-of-decisions`."""
    template = house_template("counted_lists")
    recommendations = list_of(AsideKind.RECOMMENDATION, "What is recommended", "Recommendation")
    decisions = list_of(AsideKind.DECISION, "Decisions wanted", "Decision")
    return [
        Section("list-of-recommendations", template, ListPage, recommendations, Part.FRONT, prints=every()),
        Section("list-of-decisions", template, ListPage, decisions, Part.FRONT, prints=every()),
    ]
