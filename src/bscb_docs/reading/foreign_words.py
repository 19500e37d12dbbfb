"""The words of Word files and plain text, a line a paragraph, so that it is seen which records stand in them."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

from bscb_docs.diagnostics.errors import TemplateError

HOUSE_LOOK = "a file for the look of documents"
STYLED = "a Word file whose headings are styles"
WORD = "a Word file"
_HEADING = re.compile(r"heading [1-6]", re.IGNORECASE)
_HASHES = re.compile(r"#+ ")
_OURS = b"urn:sha256:"
"""Stands in the properties of every document that this library built."""


def foreign_words(data: bytes, name: str) -> tuple[str, list[str]]:
    """What the file is ("a Word file"; "" where it is plain text under another name), and its lines.

    Those of a table are marked as transcripts mark them, headings by their hashes. None of a document that this library
    built, of a house file, of a file that cannot be read, and of one with too much in it.
    """
    if data.startswith(b"PK"):
        from bscb_docs.ooxml.house_page import is_house

        parts = _parts(data, name)
        if is_house(parts):
            return HOUSE_LOOK, []
        styled = list(_word_lines(parts, name))
        lines = [words for _, words in styled]
        if any(map(_HEADING.fullmatch, (style for style, _ in styled))) and not any(map(_HASHES.match, lines)):
            return STYLED, [f"{'#' * int(s[-1])} {words}" if _HEADING.fullmatch(s) else words for s, words in styled]
        return WORD, lines
    is_wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))  # what Excel and Notepad call Unicode
    if b"\0" in data and not is_wide:
        return WORD, []
    return "", data.decode("utf-16" if is_wide else "utf-8-sig", "replace").splitlines()


def _parts(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of a Word file; none of a document that this library built, of what is none or has too much in it."""
    from bscb_docs.ooxml.package import read_parts
    from bscb_docs.ooxml.part_names import CORE
    from bscb_docs.ooxml.size_limits import refuse_bulk

    try:
        parts = read_parts(data, name)
        refuse_bulk(parts, name)
    except TemplateError:
        return {}
    return {} if _OURS in parts.get(CORE, b"") else parts


def _word_lines(parts: dict[str, bytes], name: str) -> Iterator[tuple[str, str]]:
    """The style and the words of each line."""
    from bscb_docs.ooxml.transcript import transcript_of

    try:
        text = transcript_of(parts, name) if parts else ""
    except TemplateError:
        return
    for line in text.splitlines():
        style, bar, words = line.partition(" |")
        yield style, f"{'[cell] ' if style.startswith('[cell]') else ''}{words.strip()}" if bar else style
