"""Kept pages: paragraphs that keep together, where LibreOffice parted them all the same.

A paragraph that LibreOffice pulls back onto an earlier page, once a picture or a page number before it has its size, is
not asked again what it keeps with. So the file that LibreOffice is given marks where each chain of such paragraphs
begins and ends; where the two stand on different pages, the chain is made to begin a page and the file laid out again.
Word needs none of this, and no mark goes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from bscb_docs.diagnostics.errors import PdfError
from bscb_docs.ooxml.package import Member, write_package
from bscb_docs.ooxml.paragraph_text import HEAD, KEEP
from bscb_docs.ooxml.part_names import DOCUMENT, NUMBERING, STYLES
from bscb_docs.ooxml.styles import Styles, read_styles
from bscb_docs.ooxml.xml_trees import UnreadableError
from bscb_docs.ooxml.zip_archive import Archive
from bscb_docs.pdf.bookmarks import pages_of_bookmarks
from bscb_docs.pdf.column_lists import part_columns
from bscb_docs.pdf.right_to_left import number_within_margin, set_in_one_font

if TYPE_CHECKING:
    import pikepdf

ROUNDS = 6
"""How often a file is laid out again at most; each time one more chain begins a page."""
_MARK, _FIRST_ID = "kept-", 900_000
_BLOCK = re.compile(rf"<w:tbl>.*?</w:tbl>|{HEAD}(?P<kept>(?:{KEEP})?).*?</w:pPr>", re.DOTALL)
_CELL = re.compile(r"<w:p>(?:<w:pPr>.*?</w:pPr>)?", re.DOTALL)


@frozen
class _Chain:
    """Where a chain can be made to begin a page, and where its first and its last paragraph begin."""

    breaks_at: int
    first: int
    last: int


@frozen
class KeptPages:
    """A Word file, the chains in it, and the numbers of those that were made to begin a page."""

    docx: bytes
    parts: Archive = field(repr=False)
    chains: tuple[_Chain, ...]
    begin: frozenset[int] = frozenset()

    @classmethod
    def of(cls, docx: bytes, parts: Archive) -> KeptPages:
        """What keeps together in a Word file, by its paragraphs and their styles."""
        body = parts.read(DOCUMENT).decode("utf-8", "replace")
        styles = _styles(parts.read(STYLES))
        keeping = {style for style in styles.by_id if styles.followed(style)[1].get("keepNext")}
        return cls(docx, parts, tuple(_chains(body, keeping)))

    @property
    def given(self) -> bytes:
        """The file for LibreOffice: each chain marked at both ends, those that must begin a page told to.

        The lists of columns are apart in it, too, and what is written from right to left is set as LibreOffice asks.
        """
        parts = {name: self.parts.read(name) for name in self.parts.names}
        written = parts[DOCUMENT].decode("utf-8", "replace")
        numbering = parts.get(NUMBERING, b"").decode("utf-8", "replace")
        styles = _styles(self.parts.read(STYLES)).by_id
        body, numbering = part_columns(self._marked(written), numbering, styles)
        body, numbering = number_within_margin(body, numbering, styles)
        if body == written and b"<w:rtl/>" not in parts[DOCUMENT]:
            return self.docx
        parts |= {DOCUMENT: body.encode()} | ({NUMBERING: numbering.encode()} if numbering else {})
        return write_package((name, Member.of(set_in_one_font(data))) for name, data in parts.items())

    def mended(self, pdf: bytes) -> KeptPages | None:
        """The same with the first chain that the PDF parts made to begin a page; None where all is kept."""
        names = [f"{_MARK}{number}{end}" for number in range(len(self.chains)) for end in "ab"]
        with suppress(PdfError):
            pages = pages_of_bookmarks(pdf, names)
            parted = (n for n in range(len(self.chains)) if pages[f"{_MARK}{n}a"] != pages[f"{_MARK}{n}b"])
            first = next((number for number in parted if number not in self.begin), None)
            return None if first is None else evolve(self, begin=self.begin | {first})
        return None

    def _marked(self, body: str) -> str:
        added = []
        for number, chain in enumerate(self.chains):
            added += [
                (chain.first, _bookmark(2 * number, f"{number}a")),
                (chain.last, _bookmark(2 * number + 1, f"{number}b")),
            ]
            if number in self.begin:
                added.append((chain.breaks_at, "<w:pageBreakBefore/>"))
        for at, text in sorted(added, reverse=True):
            body = f"{body[:at]}{text}{body[at:]}"
        return body


def forget_marks(file: pikepdf.Pdf) -> None:
    """Takes the marks of chains out of a PDF."""
    import pikepdf

    places = file.Root.get("/Dests", pikepdf.Dictionary())
    for name in [str(key) for key in places if str(key).startswith(f"/{_MARK}")]:
        del places[name]


def _bookmark(number: int, name: str) -> str:
    at = _FIRST_ID + number
    return f'<w:bookmarkStart w:id="{at}" w:name="{_MARK}{name}"/><w:bookmarkEnd w:id="{at}"/>'


def _styles(part: bytes) -> Styles:
    """The styles of a Word file; none where they cannot be read, for whether it prints is for LibreOffice to say."""
    try:
        return read_styles(part)
    except UnreadableError:
        return Styles((), {}, ({}, {}))


def _chains(body: str, keeping: set[str]) -> Iterator[_Chain]:
    """The chains of a body in their order; each ends with the first paragraph that keeps with nothing, or a table."""
    head: re.Match[str] | None = None
    for block in _BLOCK.finditer(body):
        keeps = block["style"] is not None and bool(block["kept"] or block["style"] in keeping)
        if head is None:
            head = block if keeps else None
        elif not keeps:
            inside = _CELL.search(body, block.start(), block.end()) if block["style"] is None else block
            if inside:
                yield _Chain(head.end("kept"), head.end(), inside.end())
            head = None
