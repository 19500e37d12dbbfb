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
    from bscb_docs.documents.document_plan import ChosenSection, Paper
    from bscb_docs.documents.fill import fill_paper
    from bscb_docs.ooxml.house_file import load_shell
    from bscb_docs.plugin_api.registry import Catalogue
    from bscb_docs.plugin_api.section import Document
    from bscb_docs.template_engine.compiler import compile_text
    from bscb_docs.word_writer.assembly.assembled import assemble
    from bscb_docs.word_writer.assembly.document_parts import Properties

    board = make_board(template, page)
    section = board.plugins[0].bscb_docs_sections()[0]
    paper = Paper(Document(NAME, "Work of the benchmark"), (ChosenSection(section),))

    def build() -> bytes:
        shell = load_shell()
        filled = fill_paper(board, paper, Catalogue(), shell, {})
        furniture = {
            name: compile_text(data.decode()).render(FURNITURE).encode()
            for name, data in shell.parts.items()
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
