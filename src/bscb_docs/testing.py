"""Testing: what the tests of a plugin need: a small board, one section built alone, its words and its findings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from bscb_docs.api.board_check import check, read_board
from bscb_docs.api.pipeline import make_document
from bscb_docs.authoring import board_skeleton
from bscb_docs.authoring.draft_template import draft_template
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.documents.document_plan import DocumentPlan, PlannedSection
from bscb_docs.documents.publication import Publication, publication_of
from bscb_docs.ooxml.house_file import load_house_file
from bscb_docs.ooxml.package import open_docx
from bscb_docs.plugin_api.document import Document
from bscb_docs.plugin_api.guards import guard_section
from bscb_docs.plugin_api.section import Section
from bscb_docs.records import Board, ByName, Label
from bscb_docs.records.labels import wording_of
from bscb_docs.template_check.inspection import inspect_section

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument

__all__ = ["BuiltSection", "build_section", "check_section", "findings_of", "small_board", "write_template"]


@frozen
class BuiltSection:
    """One section as it is printed: its lines as `Style | words`, what was found in it, and the file it stands in."""

    text: str
    findings: tuple[Finding, ...]
    data: bytes = field(repr=False)

    @property
    def cells(self) -> tuple[str, ...]:
        """The words of every table cell in order, those of the header rows too."""
        return tuple(re.findall(r"^\[cell\] [^|]* \| ?(.*)$", self.text, re.MULTILINE))

    def to_docx(self) -> DocxDocument:
        """The document opened in python-docx."""
        return open_docx(self.data)


def small_board(*, plugins: Iterable[ModuleType] = (), **changes: Any) -> Board:
    """The small board that `bscb-docs new board` writes, with other values for the fields of `Board` that are named.

    It has two priorities with actions and updates, two bodies, three organisations, four meetings and a report. Use
    `add_records` to give it more.
    """
    return evolve(read_board(board_skeleton(), plugins=plugins), **changes)


def build_section(
    section: Section[Any] | str, board: Board, *, document: Document | None = None, name: str = "under test"
) -> BuiltSection:
    """One section alone, by itself or by its name, in a document without a cover; `document` tells it another one.

    What could not be read of the board is among the findings. PluginError and TemplateError are raised as by
    `bscb_docs.build`; the text is empty where the section is left out.
    """
    publication = publication_of(board)
    catalogue = publication.catalogue
    chosen = catalogue.sections[section] if isinstance(section, str) else guard_section(name, section)
    if chosen is not catalogue.sections.get(chosen.name):
        sections = ByName({**catalogue.sections, chosen.name: chosen})
        styled = (*catalogue.styled, *([chosen] if chosen.styles else []))
        publication = Publication(board, evolve(catalogue, sections=sections, styled=styled))
    told = document or Document("test", "Test document")
    options = tuple(told.options.items())
    wording = wording_of(board.of(Label), told.language)
    try:
        built = make_document(publication, DocumentPlan(told, (PlannedSection(chosen, options),), wording=wording))
    except TemplateError as fault:  # a test shows its own line, and not those of the library
        raise fault.with_traceback(None) from None
    return BuiltSection(built.text, (*board.findings, *built.findings), built.data)


def findings_of(board: Board, *codes: str) -> tuple[Finding, ...]:
    """What `bscb_docs.check` finds in a board: all of it, or the findings with those codes."""
    return tuple(finding for finding in check(board) if not codes or finding.code in codes)


def check_section(section: Section[Any], board: Board | None = None) -> tuple[Finding, ...]:
    """What template check finds in a section's template, held against its page and the board's house file, if any."""
    house = load_house_file(board.folder if board else None)
    return inspect_section(section, house)


def write_template(path: str | Path, lines: str, board: Board | None = None) -> Path:
    """A Word template in the house's styles, written from lines such as `heading 1 | Attendance {{ years }}`.

    The lines are those that `bscb-docs template text` prints; the styles are those of the board's own house file, if
    one is given that has it. TemplateError, with the line, where one of them cannot be set.
    """
    try:
        data = draft_template(lines, load_house_file(board.folder if board else None))
    except TemplateError as fault:
        raise fault.with_traceback(None) from None  # so that the line of the script stands next to what is wrong
    Path(path).write_bytes(data)
    return Path(path)
