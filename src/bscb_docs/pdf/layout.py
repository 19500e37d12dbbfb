"""How LibreOffice lays a document out: its PDF and the page of each bookmark, kept by content between runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from attrs import field, frozen

from bscb_docs.output.cache import keep, recall, stamp
from bscb_docs.pdf.bookmarks import pages_of_bookmarks
from bscb_docs.pdf.export import make_pdfs
from bscb_docs.pdf.libreoffice import find_office
from bscb_docs.pdf.page_fill import near_empty_pages

_FONT_FOLDERS = {
    "win32": (r"C:\Windows\Fonts", "~/AppData/Local/Microsoft/Windows/Fonts"),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
}
_USUAL_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


@frozen
class Layout:
    """A document as it was laid out: the finished PDF, and the page (from 1) of each bookmark that was asked for."""

    pdf: bytes = field(repr=False)
    pages: Mapping[str, int]
    near_empty: tuple[int, ...] = ()
    """The pages on which almost nothing stands."""


def lay_out(documents: Mapping[str, tuple[bytes, Iterable[str]]]) -> dict[str, Layout]:
    """Name -> layout for name -> the bytes of a .docx file and its bookmarks, with at most one start of LibreOffice.

    A document that was laid out before, byte for byte, by this LibreOffice with these fonts is not laid out again. A
    font that is put into a folder counts as a change of fonts; one that is edited in its place does not. Raises
    PdfError as `make_pdfs` does.
    """
    program = _program()
    keys = {name: ("layout", sha256(docx).digest(), program) for name, (docx, _) in documents.items()}
    known = {name: Layout(*found) for name, key in keys.items() if program and (found := recall(key))}
    made = make_pdfs({name: docx for name, (docx, _) in documents.items() if name not in known})
    for name, pdf in made.items():
        known[name] = Layout(pdf, pages_of_bookmarks(pdf, documents[name][1]), near_empty_pages(pdf))
        if program:
            keep(keys[name], (pdf, known[name].pages, known[name].near_empty))
    return known


def _program() -> str:
    """What a layout depends on beside the document: LibreOffice, fonts, our own code; "" where no LibreOffice is."""
    office = find_office()
    if office is None:
        return ""
    folder = office.resolve().parent
    ours = sorted(Path(__file__).parent.glob("*.py"))
    return stamp([*sorted(folder.glob("soffice*")), *sorted(folder.glob("versionrc")), *font_folders(), *ours])


def font_folders() -> Iterator[Path]:
    """Every folder in which fonts lie: each changes when a font comes or goes."""
    for name in _FONT_FOLDERS.get(sys.platform, _USUAL_FONT_FOLDERS):
        for folder, folders, _ in os.walk(Path(name).expanduser()):
            folders.sort()
            yield Path(folder)
