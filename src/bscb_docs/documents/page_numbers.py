"""Paging: the page of every heading, read from the PDF that LibreOffice lays out, into the contents."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.errors import PdfError
from bscb_docs.documents.built import BuiltDocument


def add_pages(built: list[BuiltDocument], *, need_pdf: bool) -> tuple[list[BuiltDocument], dict[str, bytes]]:
    """The documents with the page of every heading in their contents, and the PDFs they were read from.

    Where no PDF can be made and none was asked for, the contents keep their links without numbers, and a note says so.
    """
    from bscb_docs.pdf import make_pdfs, pages_of_bookmarks

    def pages_in(pdfs: Mapping[str, bytes], document: BuiltDocument) -> dict[str, int]:
        return pages_of_bookmarks(pdfs[document.file_name], [heading.bookmark for heading in document.headings])

    try:
        drafts = make_pdfs({d.file_name: evolve(d, pages={}).data for d in built})
    except PdfError as fault:
        if need_pdf:
            raise
        mend = "Install what is missing, or open the document in Word and press Ctrl+A, then F9."
        note = finding_of("PDF-01", f"The contents have links and no page numbers. {fault}", mend=mend)
        return [evolve(document, findings=(*document.findings, note)) for document in built], {}
    paged = [evolve(document, pages=pages_in(drafts, document)) for document in built]
    finals = make_pdfs({d.file_name: d.data for d in paged})
    for document in paged:
        if pages_in(finals, document) != document.pages:
            raise PdfError(f"The pages of {document.file_name} moved while its contents were filled. Build it again.")
    return paged, finals
