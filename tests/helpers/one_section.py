"""A document of one section whose template or page a test makes as it likes, built by the library's own door."""

from importlib.resources import files
from pathlib import Path
from types import ModuleType
from xml.sax.saxutils import escape

from attrs import frozen
from lxml import etree
from word_files import packed

import bscb_docs
from bscb_docs import Board, BoardDetails, BuiltDocument, Prose, RegisterEntry, Section, SectionChoice, hookimpl
from bscb_docs.ooxml.package import read_parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"


@frozen
class Words:
    """The page: words for a plain tag, and prose."""

    words: str = "Some words"
    text: Prose = Prose("")
    rows: tuple[str, ...] = ("a", "b")


def paragraph(words: str, style: str = "Normal") -> str:
    """A paragraph of a template in the house's styles."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'
    )


def house_parts() -> dict[str, bytes]:
    """The parts of the house's own Word file."""
    return read_parts((files("bscb_docs.templates") / "house.docx").read_bytes(), "house.docx")


def template(body: str) -> dict[str, bytes]:
    """The parts of a template in the house's styles with that body."""
    parts = house_parts()
    document = parts[BODY].decode()
    start, end = document.index("<w:body>") + len("<w:body>"), document.rindex("<w:sectPr")
    return parts | {BODY: (document[:start] + body + document[end:]).encode()}


def board_of(data: bytes, folder: Path, page: Words | None = None) -> Board:
    """A board whose one document, `one`, is one section with that template, which is written into the folder."""
    path = folder / "section.docx"
    path.write_bytes(data)
    plugin = ModuleType("one_section_plugin")

    @hookimpl.sections
    def sections() -> list[Section]:
        return [Section("one-section", path, Words, lambda board, document: page or Words())]

    vars(plugin)["sections"] = sections
    entry = RegisterEntry(id="one", title="One section", sections=(SectionChoice("one-section"),))
    return Board(records=(BoardDetails(title="Board of a test"), entry), plugins=(plugin,))


def build(body: str, folder: Path, page: Words | None = None) -> BuiltDocument:
    """The document of a template with that body."""
    return bscb_docs.build(board_of(packed(template(body)), folder, page), "one")


def words_in(data: bytes) -> list[str]:
    """The words of each paragraph of a Word file's body; tabs and breaks as a person typed them."""
    body = etree.fromstring(read_parts(data, "the file")[BODY])
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p")]
