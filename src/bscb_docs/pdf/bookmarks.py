"""What stands on which page of a finished PDF: its bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from bscb_docs.diagnostics.errors import PdfError

if TYPE_CHECKING:
    import pikepdf


def require_pikepdf() -> None:
    """Nothing, where pikepdf is installed; else raises PdfError, which says how to install it."""
    try:
        import pikepdf  # noqa: F401 - only whether it is there
    except ImportError as fault:
        raise PdfError(
            'A PDF needs the Python package pikepdf: install it with `pip install "bscb-docs[pdf]"`.'
        ) from fault


@contextmanager
def opened(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    """The PDF for reading and changing; raises PdfError where pikepdf is missing or the bytes are no PDF."""
    require_pikepdf()
    import pikepdf

    try:
        file = pikepdf.open(BytesIO(pdf))
    except pikepdf.PdfError as fault:
        raise PdfError(f"This is no PDF that can be read: {fault}.") from fault
    with file:
        yield file


def tidy_titles(file: pikepdf.Pdf) -> None:
    """Writes the title of each bookmark with single plain spaces: those around a badge are for its colour alone."""
    for bookmark in bookmarks_of(file):
        bookmark.Title = " ".join(str(bookmark.Title).split())


def bookmarks_of(file: pikepdf.Pdf) -> Iterator[Any]:
    """The bookmarks of a PDF in the order of the document."""
    waiting: list[Any] = [file.Root.get("/Outlines", {})]
    while waiting:
        item = waiting.pop()
        if "/Title" in item:
            yield item
        waiting += [item[key] for key in ("/Next", "/First") if key in item]


def pages_of_bookmarks(pdf: bytes, names: Iterable[str]) -> dict[str, int]:
    """The page (from 1, counted from the first sheet) on which each Word bookmark of a PDF from `make_pdfs` starts.

    That is the number which Word's PAGE prints as long as no section of the document restarts its page numbers.
    Raises PdfError naming the bookmarks that the PDF does not have.
    """
    with opened(pdf) as file:
        numbers = {page.obj.objgen: number for number, page in enumerate(file.pages, start=1)}
        places = {str(key): place for key, place in file.Root.get("/Dests", {}).items()}
        wanted = {name: places.get(f"/{_destination(name)}") for name in names}
        if missing := sorted(name for name, place in wanted.items() if place is None):
            raise PdfError(
                f"These bookmarks do not stand in the PDF, so their pages are not known: {', '.join(missing)}."
            )
        return {name: numbers[place[0].objgen] for name, place in wanted.items() if place is not None}


def _destination(bookmark: str) -> str:
    """A bookmark's name as LibreOffice writes it into a PDF: as in an address, then signs but "-" in hexadecimal."""
    return "".join(sign if sign.isalnum() or sign == "-" else f"{ord(sign):02X}" for sign in quote(bookmark))
