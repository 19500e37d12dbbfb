"""As issued: a document whose version was issued is what was issued, or it is stopped and what differs is named."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from attrs import evolve

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import NOWHERE
from bscb_docs.documents.built_document import BuiltDocument
from bscb_docs.history.issued_versions import IssuedVersion, issued_versions
from bscb_docs.history.word_changes import look_changes, word_changes
from bscb_docs.ooxml.package import read_parts, sum_of_parts
from bscb_docs.ooxml.transcript import template_text
from bscb_docs.records import Board

_NAMED = 5
"""Passages that a message quotes."""


def as_issued(board: Board, built: BuiltDocument) -> BuiltDocument:
    """The document with the very bytes that were issued, where nothing differs; else with the finding that says what.

    A document whose version was never issued is given back as it is.
    """
    document = built.document
    issued = issued_versions(board).find(document.name, document.version)
    if issued is None:
        return built
    word = issued.file(".docx")
    if word is not None and issued.line.word in {sum_of_word(built), _sum_of_bytes(built)}:
        return evolve(built, issued=word, issued_pdf=issued.file(".pdf"))
    return built.adding(_difference(built, issued, word))


def sum_of_word(built: BuiltDocument) -> str:
    """The sum of the parts of a document's Word file as they are without page numbers, however they are packed."""
    return sum_of_parts(read_parts(built.assembled.pack(None), built.file_name))


def _sum_of_bytes(built: BuiltDocument) -> str:
    """The sum of the packed file, which registers of issues held before: another zlib packs it otherwise."""
    return sha256(built.assembled.pack(None)).hexdigest()


def _difference(built: BuiltDocument, issued: IssuedVersion, word: bytes | None) -> Finding:
    document, line = built.document, issued.line
    if word is None:
        what, mend = f"its Word file is missing from {issued.folder.name}", "Restore it from a copy."
    elif changes := word_changes(template_text(word, built.file_name), built.text):
        number = "one passage differs" if len(changes) == 1 else f"{len(changes)} passages differ"
        what, mend = f"{number} now: {_listed([str(each) for each in changes])}", ""
    else:
        looks = _listed(look_changes(word, built.data, built.file_name), " nor ")
        what = f"its words are the same, but not {looks}" if looks else "the register of issues has another sum for it"
        mend = "" if looks else "Restore the register from a copy; the file itself is as it was."
    message = f"Version {line.version} of {document.title} was issued on {line.on} by {line.by}, and {what}."
    return finding_of("ISS-01", message, document.issue.place if document.issue else NOWHERE, mend, document.name)


def _listed(words: Sequence[str], last: str = "; ") -> str:
    named = last.join(words[:_NAMED])
    return named if len(words) <= _NAMED else f"{named}; and {len(words) - _NAMED} more"
