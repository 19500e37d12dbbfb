"""Plain markup -> its blocks in order: paragraphs, table rows, and the markup between them.

A block is parted into its markup and its texts. Blocks of one markup have one shape, so a table of 10,000 rows is a
handful of shapes, and whatever depends on the markup alone is worked out once a shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_START = re.compile(rb"<w:(p|tr)(?=[ />])")
_END = {b"p": b"</w:p>", b"tr": b"</w:tr>"}
_ROW = rb"<w:tr(?=[ >])|</w:tr>"
_TEXT = re.compile(rb">([^<]*[^<\s][^<]*)(?=<)")
_IDENTIFYING = (
    "w:id w:name w:anchor id name descr title w:history w:author w:date r:id r:embed r:link r:pict r:href r:dm r:lo "
    "r:qs r:cs w14:paraId w14:textId w:rsid w:rsidR w:rsidRDefault w:rsidP w:rsidRPr w:rsidTr w:rsidDel w:rsidSect"
)
_IDENTITIES = tuple(f" {name}=".encode() for name in _IDENTIFYING.split())
_NUMBERS = (b"<w:id w:val=", b"<w:numId w:val=")


def blocks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each block of the content as it stands in order and without gaps, with its kind: b"p", b"tr" or b"" (between)."""
    position = 0
    while found := _START.search(content, position):
        start, named = found.span()
        if start > position:
            yield b"", content[position:start]
        position = _end(content, found[1], start, named)
        yield found[1], content[start:position]
    if position < len(content):
        yield b"", content[position:]


def _end(content: bytes, kind: bytes, start: int, named: int) -> int:
    tag = max(named, content.find(b">", named))
    if content[tag - 1] == 47:  # "/": an empty paragraph, written as one tag
        return tag + 1
    end = content.find(_END[kind], named)
    if end < 0:
        return len(content)
    if kind == b"tr" and content.find(b"<w:tbl", named, end) >= 0:  # perhaps a table inside the row
        return _end_of_nesting(content, start)
    return end + len(_END[kind])


def _end_of_nesting(content: bytes, start: int) -> int:
    depth = 0
    for tag in re.compile(_ROW).finditer(content, start):
        depth += 1 if tag.group() == b"<w:tr" else -1
        if depth == 0:
            return tag.end()
    return len(content)


def without_texts(block: bytes) -> tuple[bytes, list[bytes]]:
    """The block's markup, an "x" in place of each of its texts, and the texts; blank texts stay in the markup."""
    pieces = _TEXT.split(block)
    return b">x".join(pieces[::2]), pieces[1::2]


def alike(markup: bytes) -> tuple[bytes, list[bytes]]:
    """The markup with what differs from copy to copy (ids, names, descriptions) made alike, and what stood there."""
    pieces = markup.split(b'"')  # what comes before a value, and the value, in turn
    values = []
    for place in range(1, len(pieces), 2):
        before, value = pieces[place - 1], pieces[place]
        if before.endswith(_IDENTITIES) and value:
            pieces[place] = b"x"
            values.append(value)
        elif before.endswith(_NUMBERS) and value != b"0":  # list 0 is no list: its shape is another
            pieces[place] = b"1"
            values.append(value)
    return b'"'.join(pieces), values
