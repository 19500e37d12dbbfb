"""The words of files that other programs save, a line a paragraph, so that it is seen which records stand in them."""

import html
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

from bscb_docs.diagnostics.errors import TemplateError

HOUSE_LOOK = "a file for the look of documents"
STYLED = "a Word file whose headings are styles"
_WORD = "a Word file"
_RICH = "a rich text file"
PAPERS = (_WORD, STYLED, _RICH)
"""What people write for people."""
_HEADING = re.compile(r"heading [1-6]", re.IGNORECASE)
_HASHES = re.compile(r"#+ ")
_OURS = b"urn:sha256:"
"""Stands in the properties of every document that this library built."""
_ODT_WORDS = "content.xml"
_RTF = re.compile(
    r"\\(?P<end>par|line)\b ?|\\'(?P<letter>[0-9a-f]{2})|\\u(?P<sign>\d{1,5})(?!\d)\??|\\[a-z]+-?\d* ?|[{}\r\n]"
)
_MARKUP_END = re.compile(r"</(?:p|h\d|li|tr|div|text:p|text:h)>|<(?:br|text:line-break)\b[^<>]*>", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*>")
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype html|html|\?xml)", re.IGNORECASE)


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
        lines = [words for _, words in styled] or _open_document_lines(data)
        if any(map(_HEADING.fullmatch, (style for style, _ in styled))) and not any(map(_HASHES.match, lines)):
            return STYLED, [f"{'#' * int(s[-1])} {words}" if _HEADING.fullmatch(s) else words for s, words in styled]
        return _WORD, lines
    if data.startswith(b"{\\rtf"):
        return _RICH, _RTF.sub(_rtf_sign, data.decode("cp1252", "replace")).split("\n")
    is_wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))  # what Excel and Notepad call Unicode
    if b"\0" in data and not is_wide:
        return _WORD, []
    words = data.decode("utf-16" if is_wide else "utf-8-sig", "replace")
    return ("a web page", _marked_up(words)) if _WEB_PAGE.match(data) else ("", words.splitlines())


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


def _open_document_lines(data: bytes) -> list[str]:
    from bscb_docs.ooxml.zip_archive import open_archive
    from bscb_docs.reading.record_files import LARGEST

    archive, _ = open_archive(data)
    if archive is None or _ODT_WORDS not in archive or archive.names[_ODT_WORDS].file_size >= LARGEST:
        return []
    return _marked_up(archive.read(_ODT_WORDS).decode("utf-8", "replace"))


def _marked_up(words: str) -> list[str]:
    return html.unescape(_MARKUP.sub("", _MARKUP_END.sub("\n", words))).splitlines()


def _rtf_sign(match: re.Match[str]) -> str:
    if match["end"]:
        return "\n"
    letter = bytes.fromhex(match["letter"]).decode("cp1252", "replace") if match["letter"] else ""
    return letter or (chr(int(match["sign"])) if match["sign"] and int(match["sign"]) < 0xD800 else "")
