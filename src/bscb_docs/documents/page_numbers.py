"""Page numbers: the page of every heading, read from the PDF that LibreOffice lays out, into the contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.errors import PdfError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.documents.built_document import BuiltDocument
from bscb_docs.output.files import seal

_SHOWN = 12
"""Letters that a finding names."""
_CUT = 80
"""Letters of a paragraph that it quotes."""

if TYPE_CHECKING:
    from bscb_docs.pdf import Layout
    from bscb_docs.pdf.font_letters import MissingLetters


def add_pages(built: list[BuiltDocument], *, need_pdf: bool) -> tuple[list[BuiltDocument], dict[str, bytes]]:
    """The documents with the page of every heading in their contents, and, sealed, the PDFs they were read from.

    A document that was issued keeps the contents, and the PDF, that it had then. The contents of one that cannot be
    laid out keep their links without numbers, and a finding says so: where PDFs are asked for one that stops, and
    PdfError where there can be none at all.
    """
    from bscb_docs.pdf import Layout, lay_out

    def laid_out(documents: list[BuiltDocument]) -> dict[str, Layout | PdfError]:
        return lay_out({d.file_name: (d.data, d.bookmarks) for d in documents})

    drafts = [evolve(document, pages={}) for document in built if document.issued is None]
    try:
        layouts = laid_out(drafts)
    except PdfError as fault:
        if need_pdf:
            raise
        layouts = {draft.file_name: fault for draft in drafts}
    numbered = {name: layout.pages for name, layout in layouts.items() if isinstance(layout, Layout)}
    paged = [evolve(d, pages=numbered.get(d.file_name)) for d in built]
    waiting = [d for d in paged if d.file_name in numbered or (d.issued and need_pdf and d.issued_pdf is None)]
    layouts |= laid_out(waiting) if waiting else {}
    for document in waiting:
        layout = layouts[document.file_name]
        if isinstance(layout, Layout) and document.issued is None and layout.pages != document.pages:
            moved = f"The pages of {document.file_name} moved while its contents were filled. Build it again."
            layouts[document.file_name] = PdfError(moved)
    printed = {name: seal(layout.pdf) for name, layout in layouts.items() if isinstance(layout, Layout)}
    printed |= {document.file_name: document.issued_pdf for document in paged if document.issued_pdf}
    return [_noted(document, layouts.get(document.file_name), need_pdf=need_pdf) for document in paged], printed


def _unpaged(document: BuiltDocument, fault: PdfError, *, need_pdf: bool) -> BuiltDocument:
    """The document with links alone in its contents, and the finding that says why."""
    if need_pdf:
        found = finding_of("PDF-04", f"The PDF of {document.file_name} is not written. {fault}")
    else:
        mend = "Install what is missing, or open the document in Word and press Ctrl+A, then F9."
        found = finding_of("PDF-01", f"The contents have links and no page numbers. {fault}", mend=mend)
    return evolve(document.adding(found), pages=None)


def _without_font(document: BuiltDocument, missing: MissingLetters) -> Finding:
    """The finding for letters that no font of this computer has."""
    shown = " ".join(missing.letters[:_SHOWN])
    message = f'No font here has the letters {shown}: {document.file_name} shows boxes in "{missing.words[:_CUT]}".'
    mend = f"Install a font that has them (on Debian and Ubuntu the package {missing.package}), and build again."
    return finding_of("PDF-03", message, mend=mend)


def _noted(document: BuiltDocument, layout: Layout | PdfError | None, *, need_pdf: bool) -> BuiltDocument:
    """The document with a note of the pages on which almost nothing stands, and of letters that show as boxes."""
    if isinstance(layout, PdfError):
        return _unpaged(document, layout, need_pdf=need_pdf)
    if document.issued or layout is None:
        return document
    for missing in layout.missing:
        document = document.adding(_without_font(document, missing))
    if not layout.near_empty:
        return document
    pages = [str(page) for page in layout.near_empty]
    listed = f"{'Page' if len(pages) == 1 else 'Pages'} {joined(pages)}"
    message = f"{listed} of {document.file_name} {'holds' if len(pages) == 1 else 'hold'} a few lines alone."
    mend = "Shorten what stands before by as many lines, or ask for a section elsewhere; to print it so, do nothing."
    return document.adding(finding_of("PDF-02", message, mend=mend))
