"""Abbreviations: the short forms of the board's terms that a document uses, and what each stands for."""

from attrs import frozen

from bscb_docs import Board, Document, Part, Section, Term, every, fold, hookimpl, house_template, slug


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
    """The abbreviations that the pages of the document hold, all where prose sets the list; nothing where none is."""
    found = [
        Abbreviation(term.abbreviation, term.title)
        for term in board.of(Term)
        if term.abbreviation and _is_used(term, term.abbreviation, document)
    ]
    ordered = tuple(sorted(found, key=lambda abbreviation: fold(abbreviation.short)))
    return AbbreviationsPage(ordered) if ordered else None


def _is_used(term: Term, short: str, document: Document) -> bool:
    """True where the short form is typed, or set by the name that figures have for the term."""
    forms = (short, f"{short}s", slug(term.title))
    return not document.pages or any(map(document.says, forms))


@hookimpl.sections
def sections() -> list[Section[AbbreviationsPage]]:
    """The section `abbreviations`."""
    template = house_template("abbreviations")
    return [
        Section(
            "abbreviations", template, AbbreviationsPage, make_page, Part.BACK, prints=every(Term), reads_pages=True
        )
    ]
