"""Accessible PDFs of Word documents: PDF/UA-1, and the same bytes from the same document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from bscb_docs.diagnostics.errors import PdfError
from bscb_docs.languages.house_words import Wording, shipped_labels, speaking
from bscb_docs.languages.language_tags import HOUSE_LANGUAGE
from bscb_docs.ooxml.part_names import CORE, DOCUMENT
from bscb_docs.ooxml.zip_archive import CORE_BYTES, Archive, open_archive
from bscb_docs.pdf.bookmarks import opened, require_pikepdf, tidy_titles
from bscb_docs.pdf.font_letters import missing_letters
from bscb_docs.pdf.kept_pages import ROUNDS, KeptPages, forget_marks
from bscb_docs.pdf.libreoffice import convert
from bscb_docs.pdf.printed_words import compare_words
from bscb_docs.pdf.tag_repair import mend_tags

if TYPE_CHECKING:
    import pikepdf

_OF_THE_MOMENT = ("pdf:Producer", "xmp:CreatorTool", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate")
_TOLD = {"dc:title": "/Title", "dc:description": "/Subject"}
_UNREAD = (
    "LibreOffice could not make a PDF of {}: open the file in Word, and if Word opens it, "
    "save it again as a Word document (.docx)."
)
_MODIFIED = re.compile(rb"<dcterms:modified\b[^>]*>\s*([0-9T:.Z+-]+)\s*<")


class PackError(PdfError):
    """Some documents of a pack could not be made into PDF: `faults` says why, `made` holds all the others', by name."""

    def __init__(self, faults: Mapping[str, str], made: Mapping[str, bytes]) -> None:
        super().__init__(" ".join(faults.values()))
        self.faults, self.made = dict(faults), dict(made)


def make_pdfs(documents: Mapping[str, bytes], timeout: float = 120) -> dict[str, bytes]:
    """Name -> PDF/UA-1 bytes for name -> .docx bytes.

    LibreOffice is started once for all of them, and at most ROUNDS times more for those in which it left apart what
    keeps together.
    The same document gives the same bytes on the same LibreOffice and fonts: the dates are those of the document.
    `timeout` is in seconds, for one start of LibreOffice. Raises PdfError where LibreOffice or pikepdf is missing or
    the time is up, and PackError, which holds the PDFs that were made, where a document cannot be read or printed.
    """
    require_pikepdf()
    archives = {name: open_archive(docx)[0] for name, docx in documents.items()}
    # what has no part of Word's is left out, for LibreOffice prints the bytes of anything
    sound = {name: parts for name, parts in archives.items() if parts and DOCUMENT in parts}
    raw = _laid_out({name: KeptPages.of(documents[name], parts) for name, parts in sound.items()}, timeout)
    made, faults = {}, {name: _UNREAD.format(name) for name in documents if name not in raw}
    for name, pdf in raw.items():
        try:
            made[name] = _finished(name, pdf, documents[name], sound[name])
        except PdfError as fault:
            faults[name] = str(fault)
    if faults:
        raise PackError(faults, made)
    return made


def _laid_out(documents: Mapping[str, KeptPages], timeout: float) -> dict[str, bytes]:
    """LibreOffice's PDFs, laid out until what keeps together does; a document that it cannot read is left out."""
    made = _converted({name: document.given for name, document in documents.items()}, timeout)
    waiting = {name: documents[name] for name in made}
    for _ in range(ROUNDS):
        waiting = {name: better for name, document in waiting.items() if (better := document.mended(made[name]))}
        if not waiting:
            break
        made |= _converted({name: document.given for name, document in waiting.items()}, timeout)
    return made


def _converted(given: Mapping[str, bytes], timeout: float) -> dict[str, bytes]:
    made = convert(given, timeout) if given else {}
    if len(given) > 1:  # a document that ends LibreOffice must not take those after it along
        for name in [name for name in given if name not in made]:
            made |= convert({name: given[name]}, timeout)
    return made


def _finished(name: str, pdf: bytes, docx: bytes, parts: Archive) -> bytes:
    """LibreOffice's PDF with what PDF/UA still asks for, and without what differs from one run to the next."""
    import pikepdf

    made = BytesIO()
    with opened(pdf) as file:
        forget_marks(file)
        with speaking(_wording(file)):
            mend_tags(file, parts.read(DOCUMENT))
        tidy_titles(file)
        for page in file.pages:
            page.obj.Tabs = pikepdf.Name.S  # the tab key follows the structure, not the place on the page
        # what XMP says is escaped twice, and would be copied over these
        told = {ours: str(file.docinfo[theirs]) for ours, theirs in _TOLD.items() if theirs in file.docinfo}
        with file.open_metadata(set_pikepdf_as_editor=False) as metadata:
            for key in told:
                metadata[key] = told[key]
            if metadata.get("pdfuaid:part") != "1":
                raise PdfError(f"The PDF of {name} is not accessible (PDF/UA-1): install LibreOffice 7.4 or newer.")
            for key in _OF_THE_MOMENT:
                if key in metadata:
                    del metadata[key]
            if modified := _modified(parts):
                metadata["xmp:CreateDate"] = metadata["xmp:ModifyDate"] = modified
        for key in ("/ID", "/DocChecksum"):  # LibreOffice's hold the time; qpdf makes an /ID of the content
            if key in file.trailer:
                del file.trailer[key]
        file.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    _refuse_losses(name, docx, made.getvalue())
    return made.getvalue()


def _wording(file: pikepdf.Pdf) -> Wording:
    """The words of the house in the language of a PDF."""
    language = str(file.Root.get("/Lang", HOUSE_LANGUAGE))
    return Wording(language, shipped_labels(language))


def _refuse_losses(name: str, docx: bytes, pdf: bytes) -> None:
    """PdfError where words of the document do not stand in its PDF; the words tell the first of them and what to do.

    LibreOffice 7.4 clips a table row that may not split and is taller than what is left of a page, and drops rows of a
    table that must keep together with a heading and a caption; it says nothing of either.
    """
    boxes = "".join(missing.letters for missing in missing_letters(docx))
    if lost := compare_words(docx, pdf, boxes).lost:
        more = f" (and {len(lost) - 1} more)" if len(lost) > 1 else ""
        raise PdfError(
            f'LibreOffice lost words while it laid out {name}: of "{_shortened(lost[0])}"{more}. Make the table row in '
            "which they stand shorter, for example two rows of it, or put a sentence between the heading and the "
            "caption above the table."
        )


def _shortened(text: str) -> str:
    words = text.split()
    return " ".join(words[:12]) + (" ..." if len(words) > 12 else "")


def _modified(parts: Archive) -> str:
    """When the document says that it was last changed, as ISO 8601; "" where it does not say."""
    told = _MODIFIED.search(parts.begin(CORE, CORE_BYTES))
    try:
        return datetime.fromisoformat(told[1].decode("ascii")).isoformat() if told else ""
    except ValueError:
        return ""
