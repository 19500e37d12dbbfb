"""Edited file: which document of a board a Word file is that somebody changed, and what was changed in it."""

import html
import re
from pathlib import Path

from bscb_docs.api.board_lists import document_names, list_documents
from bscb_docs.api.pipeline import build
from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.documents.document_assembly import lasting_title
from bscb_docs.history.edited_passages import EditedPassage, edited_passages
from bscb_docs.history.issued_versions import issued_versions
from bscb_docs.history.typed_words import BoardWords
from bscb_docs.ooxml.package import read_parts
from bscb_docs.ooxml.part_names import CORE
from bscb_docs.ooxml.passages import read_returned
from bscb_docs.output.files import read_named
from bscb_docs.records import Board, fold

_TITLE = re.compile(r"<dc:title>(.*?)</dc:title>", re.DOTALL)
_MARK = re.compile(rb"urn:sha256:[0-9a-f]{64}")


def compare_edited(board: Board, path: str | Path, document: str | None = None) -> tuple[EditedPassage, ...]:
    """What was changed by hand in a Word file that was built of the board, in its order, and its comments.

    It is compared with the version that was issued, if it is that one, else with what the board builds now. Nothing is
    written. BoardError where there is no such file, or it is none of the board's documents; TemplateError where
    it is no Word file.
    """
    file = Path(path)
    data = read_named(file)
    parts = read_parts(data, file.name)
    core = parts.get(CORE, b"")
    base = _as_built(board, document or _document_of(board, core.decode("utf-8", "replace"), file.name), core)
    return tuple(edited_passages(BoardWords(board), read_returned(base, file.name), read_returned(data, file.name)))


def _document_of(board: Board, core: str, name: str) -> str:
    """The document that a file is, by the title in its properties, else by its name."""
    title = _TITLE.search(core)
    for document in list_documents(board):
        if title and html.unescape(title[1]).startswith(lasting_title(document.sees(board), document)):
            return document.name
    for document in list_documents(board):
        if name.startswith(document.file_name.removesuffix(".docx")):
            return document.name
    listed = ", ".join(document_names(board))
    raise BoardError(f"{name} does not say which document it is. Name it with --document: {listed}.")


def _as_built(board: Board, document: str, core: bytes) -> bytes:
    mark = _MARK.search(core)
    for each in issued_versions(board).versions:
        word = each.file(".docx") if fold(each.line.document) == fold(document) else None
        if word and mark and mark[0] in read_parts(word, document).get(CORE, b""):
            return word
    return build(board, document).data
