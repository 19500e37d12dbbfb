"""The principles that the board works by."""

from attrs import frozen

from bscb_docs import Blocks, Board, Document, Principle, Prose, Record, Section, begin_with, hookimpl, house_template


@frozen
class PrinciplesPage:
    """The principles in order, each beginning with its tag; the lead is empty where the board wrote none."""

    lead: Prose
    principles: tuple[Blocks, ...]


def make_page(board: Board, document: Document) -> PrinciplesPage | None:
    """The plan's principles; nothing where the board recorded none."""
    principles = tuple(begin_with(p.text, label=p.title) for p in board.of(Principle))
    group = board.group(Principle)
    return PrinciplesPage(group.text if group else Prose(""), principles) if principles else None


def printed(board: Board, document: Document) -> list[Record]:
    """The lead text and the principles."""
    return [*filter(None, [board.group(Principle)]), *board.of(Principle)]


@hookimpl.sections
def sections() -> list[Section[PrinciplesPage]]:
    """The section `principles`."""
    return [Section("principles", house_template("principles"), PrinciplesPage, make_page, prints=printed)]
