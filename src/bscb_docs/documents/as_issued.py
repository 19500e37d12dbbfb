"""As issued: a document whose version was issued is what was issued, or it is stopped and what differs is named."""

from attrs import evolve

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import NOWHERE
from bscb_docs.documents.built_document import BuiltDocument
from bscb_docs.history.issued_versions import IssuedVersion, issued_versions
from bscb_docs.history.word_changes import look_changes, tell_changes, word_changes
from bscb_docs.ooxml.package import read_parts
from bscb_docs.ooxml.transcript import transcript_of
from bscb_docs.records import Board


def as_issued(board: Board, built: BuiltDocument) -> BuiltDocument:
    """The document with the bytes that were issued where nothing differs, else with the finding that says what."""
    document = built.document
    issued = issued_versions(board).find(document.name, document.version)
    if issued is None:
        return built
    word = issued.file(".docx")
    if word is not None and issued.line.word in built.assembled.sums:
        return evolve(built, issued=word, issued_pdf=issued.file(".pdf"))
    return built.adding(_difference(built, issued, word))


def _difference(built: BuiltDocument, issued: IssuedVersion, word: bytes | None) -> Finding:
    document, line = built.document, issued.line
    if word is None:
        what, mend = f"its Word file is missing from {issued.folder.name}", "Restore it from a copy."
    else:
        then, now = (read_parts(data, built.file_name) for data in (word, built.data))
        was = transcript_of(then, built.file_name)
        what, mend = tell_changes(word_changes(was, built.text), look_changes(then, now))
    message = f"Version {line.version} of {document.title} was issued on {line.on} by {line.by}, and {what}."
    place = document.issue.place if document.issue else NOWHERE
    return finding_of("ISS-01", message, place, mend, document.name, field="issued")
