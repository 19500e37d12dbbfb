"""Document assembly: a filled document as one Word file, with what its pages and the file itself say of it."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.documents.built_document import BuiltDocument
from bscb_docs.documents.document_plan import DocumentPlan
from bscb_docs.documents.filled_pages import Filled
from bscb_docs.languages.house_words import Wording, say, spoken
from bscb_docs.numbering.entries import Heading
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.plugin_api.document import Document
from bscb_docs.records import Board, RegisterEntry
from bscb_docs.template_engine.compiler import compile_text
from bscb_docs.word_writer.assembly.assembled_document import assemble
from bscb_docs.word_writer.assembly.document_parts import Properties
from bscb_docs.word_writer.typesetting.composer import Composer

_APPENDIX = "Appendix Heading"


def fill_furniture(board: Board, plan: DocumentPlan, composer: Composer) -> dict[int, dict[str, bytes]]:
    """The house's headers and footers, filled with what every page says: by the number of each appendix, else by 0.

    The pages of an appendix say its own version, and that it is a draft only where it is one itself.
    """
    headings = [heading for heading in composer.tally.headings() if heading.style.lower() == _APPENDIX.lower()]
    filled = {0: _filled(board, plan.document, composer.house)}
    for number, (heading, bound) in enumerate(zip(headings, plan.appendices, strict=False), 1):
        named = _appendix_fields(composer.house, heading, bound.document)
        filled[number] = _filled(board, plan.document, composer.house, named, bound.document)
    return filled


def _appendix_fields(house: HouseFile, heading: Heading, bound: Document) -> Markup:
    """The number and title of an appendix as Word finds them, its version, and its day where that is its own."""
    style = house.style(_APPENDIX).name
    number, title = (
        word_markup.field(f'STYLEREF "{style}"{switch}', shown)
        for switch, shown in ((r" \n", heading.number), ("", heading.text))
    )
    day = bound.appendix.as_at if bound.appendix else None
    version = f". {bound.version_line}" if bound.version_line else ""
    own = word_markup.run(version + (say(", as at {day}", day=day) if day else ""))
    return Markup(f"{word_markup.LEAVE}{number}{word_markup.run(': ')}{title}{own}{word_markup.ENTER}")  # noqa: S704  # fields escape


def _filled(
    board: Board, document: Document, house: HouseFile, appendix: str = "", bound: Document | None = None
) -> dict[str, bytes]:
    names = {
        "board_name": board.details.title,
        "title": document.title,
        "short_title": document.short_title or document.title,
        "appendix": appendix,
        "marking": document.printed_marking,
        "draft": (bound or document).draft_mark,
        "version": document.edition_line,
        "notice": board.details.notice or "",
    }
    return {
        name: compile_text(data.decode())(names).encode()
        for name, data in house.parts.items()
        if re.fullmatch(r"word/(header|footer)\d*\.xml", name)
    }


def properties_of(board: Board, document: Document) -> Properties:
    """The title, author, date, version and state that Word shows of the file."""
    return Properties(
        title=" - ".join(filter(None, (lasting_title(board, document), document.draft_mark))),
        subject=document.subject or document.title,
        author=board.details.title,
        date=document.as_at.latest.isoformat() if document.as_at else "",
        version=document.version,
        state=document.issue.state.value if document.issue else "draft",
        language=document.language,
    )


def lasting_title(board: Board, document: Document) -> str:
    """The title that every version bears: its years tell who hears it this year's paper from last year's."""
    years = str(document.years or "")
    title = document.title if years in document.title else f"{document.title} {years}"
    return f"{title} - {board.details.title}"


def assemble_document(board: Board, plan: DocumentPlan, filled: Filled) -> BuiltDocument:
    """A filled document with its furniture, references and contents, and what planning and filling found."""
    document, composer = plan.document, filled.composer
    board = document.sees(board)
    furniture = fill_furniture(board, plan, composer)
    assembled = assemble(composer, filled.body, furniture, properties_of(board, document))
    found = (*plan.findings, *composer.findings, *_unsaid(board, document, spoken()))
    built = BuiltDocument(document, assembled, composer.tally, found)
    return built if built.has_words else built.adding(_blank_document(board, document))


def _blank_document(board: Board, document: Document) -> Finding:
    """The finding that a document is a blank page."""
    entry = board.find(RegisterEntry, document.name)
    place = entry.place if entry else Place()
    message = f"{document.title} is blank: none of its sections has anything to say."
    mend = "Write the records that its sections print, or give it other sections."
    return finding_of("DOC-09", message, place, mend, document.name, field="sections")


def _unsaid(board: Board, document: Document, wording: Wording) -> Iterator[Finding]:
    """The finding that names each of the house's words for which the language of the document has none."""
    if wording.missing:
        named = ", ".join(f'"{english}"' for english in wording.missing)
        message = f"{document.title} is in {wording.language}, and these words of the house stand in English: {named}."
        mend = "Write a row for each into labels.csv: label, language, words; values in braces stay as they are."
        card = board.find(RegisterEntry, document.name) or board.details
        yield finding_of("LAN-01", message, card.place, mend)
