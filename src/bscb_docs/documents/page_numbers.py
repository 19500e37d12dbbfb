"""Paging: the page of every heading, read from the PDF that LibreOffice lays out, into the contents."""

from __future__ import annotations

from attrs import evolve

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.errors import PdfError
from bscb_docs.documents.built import BuiltDocument


def add_pages(built: list[BuiltDocument], *, need_pdf: bool) -> tuple[list[BuiltDocument], dict[str, bytes]]:
    """The documents with the page of every heading in their contents, and the PDFs they were read from.

    Where no PDF can be made and none was asked for, the contents keep their links without numbers, and a note says so.
    """
    from bscb_docs.pdf import Layout, lay_out

    def laid_out(documents: list[BuiltDocument]) -> dict[str, Layout]:
        return lay_out({d.file_name: (d.data, [heading.bookmark for heading in d.headings]) for d in documents})

    try:
        drafts = laid_out([evolve(document, pages={}) for document in built])
    except PdfError as fault:
        if need_pdf:
            raise
        mend = "Install what is missing, or open the document in Word and press Ctrl+A, then F9."
        note = finding_of("PDF-01", f"The contents have links and no page numbers. {fault}", mend=mend)
        return [evolve(document, findings=(*document.findings, note)) for document in built], {}
    paged = [evolve(document, pages=drafts[document.file_name].pages) for document in built]
    finals = laid_out(paged)
    for document in paged:
        if finals[document.file_name].pages != document.pages:
            raise PdfError(f"The pages of {document.file_name} moved while its contents were filled. Build it again.")
    return paged, {name: layout.pdf for name, layout in finals.items()}
