"""Ways: the same page and template turned into a Word file by this library, with checks and without, and by docxtpl."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from benchmarks.work import NAME, Page, make_board

Build = Callable[[], bytes]
FURNITURE = dict.fromkeys(("board_name", "title", "short_title", "marking", "draft", "version", "notice"), "Work")
"""What headers and footers print."""


def checked(template: Path, page: Page) -> Build:
    """The public way: fill, assemble, check."""
    import bscb_docs

    board = make_board(template, page)
    return lambda: bscb_docs.build(board, NAME).data


def unchecked(template: Path, page: Page) -> Build:
    """The same rooms without the last check; there is no such way for a user."""
    from bscb_docs.documents.document_plan import DocumentPlan, PlannedSection
    from bscb_docs.documents.fill import fill_pages
    from bscb_docs.documents.publication import Publication
    from bscb_docs.documents.section_pages import make_pages
    from bscb_docs.plugin_api.section import Document
    from bscb_docs.template_engine.compiler import compile_text
    from bscb_docs.word_writer.assembly.assembled_document import assemble
    from bscb_docs.word_writer.assembly.document_parts import Properties

    board = make_board(template, page)
    section = board.plugins[0].sections()[0]
    plan = DocumentPlan(Document(NAME, "Work of the benchmark"), (PlannedSection(section),))

    def build() -> bytes:
        filled = fill_pages(Publication(board), make_pages(board, plan))
        furniture = {
            name: compile_text(data.decode()).render(FURNITURE).encode()
            for name, data in filled.composer.house.parts.items()
            if name.startswith(("word/header", "word/footer"))
        }
        return assemble(filled.composer, filled.body, furniture, Properties("Work", "Work", "Board", "")).pack()

    return build


def docxtpl(template: Path, page: Page) -> Build:
    """Plain docxtpl as its own pages show it, with the escaping that this text needs."""
    from docxtpl import DocxTemplate

    context = {"chapters": page.chapters, "tables": page.tables, **FURNITURE}

    def build() -> bytes:
        document = DocxTemplate(template)
        document.render(context, autoescape=True)
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()

    return build


WAYS = {"checked": checked, "unchecked": unchecked, "docxtpl": docxtpl}
