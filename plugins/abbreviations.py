"""Abbreviations: every short form that the board's terms declare, and what it stands for."""

from attrs import frozen

from bscb_docs import Board, Document, Part, Section, Term, every, fold, hookimpl, house_template


@frozen
class Abbreviation:
    """A short form and the words it stands for."""

    short: str
    words: str


@frozen
class AbbreviationsPage:
    """The abbreviations in alphabetical order."""

    abbreviations: tuple[Abbreviation, ...]


def make_page(board: Board, document: Document) -> AbbreviationsPage | None:
    """The abbreviations of the board's terms; nothing where there are none."""
    found = [Abbreviation(term.abbreviation, term.title) for term in board.of(Term) if term.abbreviation]
    ordered = tuple(sorted(found, key=lambda abbreviation: fold(abbreviation.short)))
    return AbbreviationsPage(ordered) if ordered else None


@hookimpl.sections
def sections() -> list[Section[AbbreviationsPage]]:
    """The section `abbreviations`."""
    template = house_template("abbreviations")
    return [Section("abbreviations", template, AbbreviationsPage, make_page, Part.BACK, prints=every(Term))]
