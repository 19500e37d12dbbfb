"""Plain markup -> its blocks in order: paragraphs, table rows, and the markup between them.

A block is cut into its markup and its texts. Blocks of one markup have one shape, so a table of 10,000 rows is a
handful of shapes, and whatever depends on the markup alone is worked out once a shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attrs import frozen

_START = re.compile(rb"<w:(p|tr)(?=[ />])")
_END = {b"p": b"</w:p>", b"tr": b"</w:tr>"}
_ROW = re.compile(rb"<w:tr(?=[ >])|</w:tr>")
_TEXT = re.compile(rb">([^<]*[^<\s][^<]*)(?=<)")
_TOKEN = re.compile(rb"<(/?)([\w:]+)([^>]*?)(/?)>")
_IDENTITIES = re.compile(
    rb'( (?:w:rsid\w*|w14:\w+|w:id|w:name|w:anchor|r:\w+|id|name|descr|title)=")[^"]+"'
    rb'|( w:(?:history|author|date)=")[^"]+"'
    rb'|(<w:(?:id|numId) w:val=")-?[1-9]\d*"'
)
_HOLDERS = frozenset(
    b"w:document w:body w:hdr w:ftr w:footnotes w:footnote w:endnotes w:endnote w:comments w:comment w:tbl w:tr w:tc "
    b"w:sdt w:sdtContent w:customXml w:smartTag w:ins w:del w:moveFrom w:moveTo "
    b"mc:AlternateContent mc:Choice holder".split()
)
Cut = tuple[bytes, ...]


class Block(NamedTuple):
    """A paragraph (b"p"), a table row (b"tr") or what is between (b""): its markup, cut where its texts stood."""

    kind: bytes
    cut: Cut
    texts: list[bytes]

    def whole(self) -> bytes:
        """The block as it stands in the file."""
        pieces = [self.cut[0]]
        for text, piece in zip(self.texts, self.cut[1:], strict=True):
            pieces += (b">", text, piece)
        return b"".join(pieces)


@frozen
class Event:
    """What stands between two paragraphs or rows: a holder that opens or closes, or markup whole in itself."""

    name: str
    opens: bool = False
    closes: bool = False
    markup: bytes = b""


def blocks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each block of the content as it stands, with its kind, in order and without gaps."""
    position = 0
    while found := _START.match(content, position) or _START.search(content, position):
        start, kind = found.start(), found[1]
        if start > position:
            yield b"", content[position:start]
        position = _end(content, kind, start, found.end())
        yield kind, content[start:position]
    if position < len(content):
        yield b"", content[position:]


def _end(content: bytes, kind: bytes, start: int, named: int) -> int:
    tag = max(named, content.find(b">", named))
    if content[tag - 1] == 47:  # "/": an empty paragraph, written as one tag
        return tag + 1
    end = content.find(_END[kind], tag)
    if end < 0:
        return len(content)
    if kind == b"tr" and content.find(b"<w:tbl", tag, end) >= 0:  # perhaps a table inside the row
        return _end_of_nesting(content, start)
    return end + len(_END[kind])


def _end_of_nesting(content: bytes, start: int) -> int:
    depth = 0
    for tag in _ROW.finditer(content, start):
        depth += 1 if tag.group() == b"<w:tr" else -1
        if depth == 0:
            return tag.end()
    return len(content)


def cut(kind: bytes, block: bytes) -> Block:
    """The block, its markup cut where its texts stood; blank texts stay in the markup."""
    pieces = _TEXT.split(block)
    return Block(kind, tuple(pieces[::2]), pieces[1::2])


def without_identities(markup: bytes) -> bytes:
    """The markup with the values that differ from copy to copy (ids, names, descriptions) made alike."""
    return _IDENTITIES.sub(_alike, markup)


def _alike(found: re.Match[bytes]) -> bytes:
    return found[3] + b'1"' if found[3] else (found[1] or found[2]) + b'x"'


def events(between: bytes) -> tuple[Event, ...]:
    """The markup between two blocks, as what opens, what closes, and what is whole."""
    found: list[Event] = []
    depth = start = 0
    for token in _TOKEN.finditer(between):
        closing, name, _, empty = token.groups()
        if depth == 0 and name in _HOLDERS:
            found.append(Event(name.decode(), opens=not closing, closes=bool(closing or empty), markup=token.group()))
        elif closing and depth == 0:
            continue
        elif closing:
            depth -= 1
            if depth == 0:
                found.append(Event(name.decode(), markup=between[start : token.end()]))
        elif depth == 0:
            start = token.start()
            if empty:
                found.append(Event(name.decode(), markup=token.group()))
            else:
                depth = 1
        elif not empty:
            depth += 1
    return tuple(found)
