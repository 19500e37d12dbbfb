"""Edited file: which document of a board a Word file is that somebody changed, and what was changed in it."""

import html
import re
from pathlib import Path

from bscb_docs.api.board_lists import document_names, list_documents
from bscb_docs.api.pipeline import build
from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.documents.document_assembly import lasting_title
from bscb_docs.history.board_words import BoardWords
from bscb_docs.history.edited_passages import EditedPassage, edited_passages
from bscb_docs.history.issued_versions import issued_versions
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
    base = _issued(board, document, core) or build(board, document or _document_of(board, core, file.name)).data
    return tuple(edited_passages(BoardWords(board), read_returned(base, file.name), read_returned(data, file.name)))


def _issued(board: Board, document: str | None, core: bytes) -> bytes | None:
    """The version that was issued, of that document or of any, with the fingerprint in the file's properties."""
    mark = _MARK.search(core)
    for each in issued_versions(board).versions if mark else ():
        word = each.file(".docx") if document is None or fold(each.line.document) == fold(document) else None
        if word and mark and mark[0] in read_parts(word, each.line.document).get(CORE, b""):
            return word
    return None


def _document_of(board: Board, core: bytes, name: str) -> str:
    """The document that a file is, by the title in its properties; where no title or several fit, by its name too."""
    documents, title = list_documents(board), _TITLE.search(core.decode("utf-8", "replace"))
    said = html.unescape(title[1]) if title else ""
    titled = [each for each in documents if said.startswith(lasting_title(each.sees(board), each))]
    named = [each for each in titled or documents if name.startswith(each.file_name.removesuffix(".docx"))]
    found = titled if len(titled) == 1 else named
    if len(found) == 1:
        return found[0].name
    listed = ", ".join(each.name for each in titled) or ", ".join(document_names(board))
    raise BoardError(f"{name} does not say which document it is. Name it with --document: {listed}.")
