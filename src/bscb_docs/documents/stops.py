"""Stopping: why a document is not written, in words that tell a board what to do."""

from __future__ import annotations

from collections.abc import Iterable

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.documents.document_plan import same_files
from bscb_docs.plugin_api.section import Document
from bscb_docs.records import Board, RegisterEntry


def why_stopped(board: Board, built: Iterable[tuple[Document, Iterable[Finding]]], found: Iterable[Finding]) -> str:
    """Why a pack of documents, each with its own findings, is not written; "" where nothing stops it.

    `found` is what was found in the records. A draft is stopped only where it would be no sound Word file, or would be
    written over another document of the pack; so is an outline that is always written.
    """
    pack = [(document, tuple(findings)) for document, findings in built]
    if clash := next(iter(same_files(board, [document for document, _ in pack])), None):
        return f"Nothing was written. {clash.message} {clash.mend}"
    records = tuple(found)
    for document, own in pack:
        if unsound := next((f for f in own if f.stops and f.code.startswith("DOCX")), None):
            return f"{document.title} was not written, not even as a draft: Word could not open it. {unsound.message}"
        stops = dict.fromkeys(f for f in (*records, *own) if f.stops)
        if stops and not document.is_draft and not document.always:
            things, them = (
                (f"{len(stops)} findings stop it", "them") if len(stops) > 1 else ("1 finding stops it", "it")
            )
            return f"{document.title} was not written: {things}. Mend {them}, or mark the version as a draft."
    return ""


def blank_document(board: Board, document: Document) -> Finding:
    """The finding that a document is a blank page."""
    entry = board.find(RegisterEntry, document.name)
    place = entry.place if entry else Place()
    message = f"{document.title} is blank: none of its sections has anything to say."
    mend = "Write the records that its sections print, or give it other sections."
    return finding_of("DOC-09", message, place, mend, document.name)
