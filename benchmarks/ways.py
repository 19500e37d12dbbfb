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
    from bscb_docs.assembly.document import assemble
    from bscb_docs.assembly.parts import Properties
    from bscb_docs.catalogue import Catalogue
    from bscb_docs.compiling import compile_text
    from bscb_docs.filling import fill_paper
    from bscb_docs.outline import Document
    from bscb_docs.papers import ChosenSection, Paper
    from bscb_docs.shell import load_shell

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
