"""The narrative of a report: numbered sections of numbered paragraphs."""

from attrs import frozen

from bscb_docs import Board, Document, Narrative, Outline, Prose, Section, hookimpl, house_template


@frozen
class SectionItem:
    """One numbered section."""

    title: Prose
    text: Prose


@frozen
class NarrativePage:
    """The sections in order."""

    sections: tuple[SectionItem, ...]


def make_page(board: Board, document: Document) -> NarrativePage | None:
    """The narrative that bears the document's name; nothing where the board wrote none."""
    narrative = board.find(Narrative, document.original)
    if narrative is None:
        return None
    return NarrativePage(tuple(SectionItem(section.title, section.text) for section in narrative.sections))


def printed(board: Board, document: Document) -> list[Narrative]:
    """The narrative of the document."""
    narrative = board.find(Narrative, document.original)
    return [narrative] if narrative else []


@hookimpl.sections
def sections() -> list[Section[NarrativePage]]:
    """The section `narrative`."""
    return [Section("narrative", house_template("narrative"), NarrativePage, make_page, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The Independent Chair's Accountability Report with its three appendices."""
    front = ("cover", "contents", "year-in-short")
    back = ("document-control", "list-of-appendices", "abbreviations", "contact")
    appendices = ("business-improvement-plan", "role-of-independent-chair", "overview-of-progress")
    title = "Independent Chair's Accountability Report"
    return [Outline("accountability-report", title, (*front, "narrative", "sign-off", *back), appendices)]
