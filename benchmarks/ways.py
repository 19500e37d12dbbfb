"""Ways: the same page and template turned into a Word file by this library, with checks and without, and by docxtpl."""

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
    """The same steps without the last check; there is no such way for a user."""
    from bscb_docs.documents.document_assembly import assemble_document
    from bscb_docs.documents.filled_pages import fill_pages
    from bscb_docs.documents.publication import publication_of
    from bscb_docs.documents.section_pages import make_pages

    board = make_board(template, page)
    publication = publication_of(board)
    plan = publication.plan(NAME)
    return lambda: assemble_document(board, plan, fill_pages(publication, make_pages(board, plan))).data


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
