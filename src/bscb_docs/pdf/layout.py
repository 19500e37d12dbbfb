"""How LibreOffice lays a document out: its PDF and the page of each bookmark, kept by content between runs."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from attrs import field, frozen

from bscb_docs.diagnostics.cache import keep, recall, stamp
from bscb_docs.diagnostics.errors import PdfError
from bscb_docs.ooxml.font_folders import font_folders
from bscb_docs.pdf.bookmarks import pages_of_bookmarks
from bscb_docs.pdf.export import PackError, make_pdfs
from bscb_docs.pdf.font_letters import MissingLetters, missing_letters
from bscb_docs.pdf.libreoffice import find_office
from bscb_docs.pdf.page_fill import near_empty_pages


@frozen
class Layout:
    """A document as it was laid out: the finished PDF, and the page (from 1) of each bookmark that was asked for."""

    pdf: bytes = field(repr=False)
    pages: Mapping[str, int]
    near_empty: tuple[int, ...] = ()
    """The pages on which almost nothing stands."""
    missing: tuple[MissingLetters, ...] = ()
    """The letters that no font has."""


def lay_out(documents: Mapping[str, tuple[bytes, Iterable[str]]]) -> dict[str, Layout | PdfError]:
    """Name -> layout, or why there is none, for name -> the bytes of a .docx file and its bookmarks.

    A document that was laid out before, byte for byte, by this LibreOffice with these fonts is not laid out again;
    LibreOffice is started for all others at once, and again where `make_pdfs` lays some of them out anew. A font
    that is put into a folder counts as a change of fonts; one that is edited in its place does not. Raises PdfError
    where nothing can be laid out, as `make_pdfs` does.
    """
    program = _program()
    keys = {name: ("layout", sha256(docx).digest(), program) for name, (docx, _) in documents.items()}
    known: dict[str, Layout | PdfError] = {
        name: _layout(*found) for name, key in keys.items() if program and (found := recall(key))
    }
    try:
        made = make_pdfs({name: docx for name, (docx, _) in documents.items() if name not in known})
    except PackError as fault:
        made = fault.made
        known |= {name: PdfError(why) for name, why in fault.faults.items()}
    for name, pdf in made.items():
        docx, bookmarks = documents[name]
        missing = tuple((each.letters, each.words, each.package) for each in missing_letters(docx))
        found = (pdf, pages_of_bookmarks(pdf, bookmarks), near_empty_pages(pdf), missing)
        known[name] = _layout(*found)
        if program:
            keep(keys[name], found)
    return known


def _layout(
    pdf: bytes, pages: Mapping[str, int], near_empty: tuple[int, ...], missing: tuple[tuple[str, str, str], ...]
) -> Layout:
    """A layout of the plain values that are kept of it."""
    return Layout(pdf, pages, near_empty, tuple(MissingLetters(*each) for each in missing))


def _program() -> str:
    """What a layout depends on beside the document: LibreOffice, fonts, our own code; "" where no LibreOffice is."""
    office = find_office()
    if office is None:
        return ""
    folder = office.resolve().parent
    ours = sorted(Path(__file__).parent.glob("*.*"))
    return stamp([*sorted(folder.glob("soffice*")), *sorted(folder.glob("versionrc")), *font_folders(), *ours])
