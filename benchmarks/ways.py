"""Ways: the same page and template turned into a Word file by this library, with checks and without, and by docxtpl."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from benchmarks.work import NAME, Page, make_board

Build = Callable[[], bytes]


def checked(template: Path, page: Page) -> Build:
    """The public way: fill, assemble, check."""
    import bscb_docs

    board = make_board(template, page)
    return lambda: bscb_docs.build(board, NAME).data


def unchecked(template: Path, page: Page) -> Build:
    """The same rooms without the last check; there is no such way for a user."""
    from bscb_docs.assembly import Properties, assemble
    from bscb_docs.catalogue import load_catalogue
    from bscb_docs.filling import fill_paper
    from bscb_docs.papers import plan_paper
    from bscb_docs.press import fill_furniture
    from bscb_docs.shell import load_shell

    board = make_board(template, page)

    def build() -> bytes:
        catalogue = load_catalogue(board.plugins)
        shell = load_shell()
        paper = plan_paper(board, NAME, catalogue)
        filled = fill_paper(board, paper, catalogue, shell, {})
        furniture = fill_furniture(board, paper.document, shell)
        return assemble(filled.house, filled.body, furniture, Properties("Work", "Work", "Board", "")).pack()

    return build


def docxtpl(template: Path, page: Page) -> Build:
    """Plain docxtpl as its own pages show it, with the escaping that this text needs."""
    from docxtpl import DocxTemplate

    context = {"chapters": page.chapters, "tables": page.tables}

    def build() -> bytes:
        document = DocxTemplate(template)
        document.render(context, autoescape=True)
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()

    return build


WAYS = {"checked": checked, "unchecked": unchecked, "docxtpl": docxtpl}
