"""A part's XML -> plain markup that can be cut up as text, strictly read, or the fault that forbids it.

Plain markup has the usual prefixes, double quotes, no comments and no ">" but a tag's own, which is what every writer
of Word files produces. Cutting it as text is what keeps a table of 10,000 rows in 0.2 s; a part that is not plain is
made so first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from bscb_docs.document_check.block_forms import Form, forms_of
from bscb_docs.document_check.block_text import blocks, without_texts
from bscb_docs.document_check.faults import Fault
from bscb_docs.document_check.xml_trees import PREFIXES, SMALL, W, is_well_formed, unreadable

STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = {prefix.encode(): address.encode() for prefix, address in PREFIXES.items()}
_MOST_TO_MEND = 32 * 1024 * 1024
"""A tree takes fifteen times its text; what is neither plain nor small is not turned into one."""
_ROOT = re.compile(rb"\s*(<[\w:]+[^>]*)>")
_NAMESPACE = re.compile(rb'xmlns(?::([\w.-]+))?="([^"]*)"')
_ODD = (b"<!", b"<?", b"='", b"<w:txbxContent", b"<mc:Fallback")


class Block(NamedTuple):
    """A paragraph (b"p") or a table row (b"tr"): its markup without its texts, and the texts."""

    kind: bytes
    markup: bytes
    texts: list[bytes]


class Plain(NamedTuple):
    """Plain markup: the root's start tag, the blocks that follow it with the markup between, and their forms."""

    root: bytes
    blocks: list[Block | bytes]
    forms: Mapping[bytes, Form]
    words: bytes
    """All texts of the blocks, a newline before each and after the last."""
    boxes: tuple[Plain, ...] = ()
    relations: frozenset[str] = frozenset()
    """What was referred to in markup that was taken out (the copies for old programs)."""


def read_plain(data: bytes, part: str) -> Plain | Fault:
    """The plain markup of a part, strictly read, or why it cannot be looked into."""
    plain = _as_it_stands(data)
    if plain is not None:
        return plain
    fault = unreadable(data, part)
    if fault is not None:
        return fault
    if len(data) > _MOST_TO_MEND:
        return Fault("DOCX-03", f"The part {part} of the file is too large to be checked.")
    from bscb_docs.document_check.markup_repair import mend  # it takes lxml

    mended = mend(data)
    if mended is None:
        return Fault("DOCX-03", f"The part {part} of the file cannot be read.")
    boxes = tuple(_read_mended(box) for box in mended.boxes)
    return _read_mended(mended.text)._replace(boxes=boxes, relations=mended.relations)


_remembered = lru_cache(maxsize=64)(read_plain)


def read_edge(data: bytes, part: str) -> Plain | Fault:
    """The same for the edge of a page: many documents share it, so that a small one is remembered."""
    return _remembered(data, part) if len(data) <= SMALL else read_plain(data, part)


def _as_it_stands(data: bytes) -> Plain | None:
    data = data.removeprefix(b"\xef\xbb\xbf")
    start = data.find(b"?>") + 2 if data.startswith(b"<?xml") else 0
    root = _ROOT.match(data, start)
    if (
        root is None
        or root[1].endswith(b"/")
        or (start and b"encoding" in data[:start] and b"utf-8" not in data[:start].lower())
    ):
        return None
    text = _cut_up(root.group().strip(), data[root.end() :].replace(b"\n", b" "))
    words = b"\n".join(text.words)
    between = [block for block in text.blocks if isinstance(block, bytes)]
    known = forms_of(text.root)
    forms = known.known(text.markups)
    new = [markup for markup in text.markups if markup not in forms]
    if _is_odd(b"".join((text.root, *between, *new))):
        return None
    read, values = known.read(new)
    if (
        any(form.shape.element is None for form in read.values())
        or not (_are_words(words) and _are_words(b"\n".join(values)))
        or not between
        or text.blocks[-1] is not between[-1]  # behind the last block stands the end of the root
        or not is_well_formed(data[: root.end()], b"<w:p/>", b"<w:p/>".join(between))  # a block as a mark of its place
    ):
        return None
    known.keep(read)
    return Plain(text.root, text.blocks, forms | read, words)


def _read_mended(markup: bytes) -> Plain:
    end = markup.index(b">") + 1
    text = _cut_up(markup[:end], markup[end:])
    forms, _ = forms_of(text.root).read(text.markups)
    return Plain(text.root, text.blocks, forms, b"\n".join(text.words))


class _Text(NamedTuple):
    """Markup cut into blocks, the markup of each kind of block once, and all their texts between two empty ones."""

    root: bytes
    blocks: list[Block | bytes]
    markups: dict[bytes, bytes]
    words: list[bytes]


def _cut_up(root: bytes, content: bytes) -> _Text:
    markups: dict[bytes, bytes] = {}  # the markup of 10,000 like rows is held once
    found: list[Block | bytes] = []
    words = [b""]
    for kind, block in blocks(content):
        if kind:
            markup, texts = without_texts(block)
            found.append(Block(kind, markups.setdefault(markup, markup), texts))
            words += texts
        else:
            found.append(block)
    words.append(b"")
    return _Text(root, found, markups, words)


def _is_odd(markup: bytes) -> bool:
    """True for markup, with its root and without the texts, that cannot be cut up as text."""
    spaces = _NAMESPACE.findall(markup)
    return (
        any(sign in markup for sign in _ODD)
        or markup.count(b"<") != markup.count(b">")
        or (b"w", W.encode()) not in spaces
        or not all(_is_usual(prefix, address) for prefix, address in spaces)
        or not _has_plain_references(markup)
    )


def _are_words(words: bytes) -> bool:
    return (
        b">" not in words
        and b"<" not in words
        and _has_plain_references(words)
        and is_well_formed(b"<words>", words, b"</words>")
    )


def _has_plain_references(text: bytes) -> bool:
    # Quotes as markupsafe writes them are read as they stand; other references to characters are not.
    return re.search(rb"&#(?!39;|34;)", text) is None


def _is_usual(prefix: bytes, address: bytes) -> bool:
    if prefix in _USUAL:
        return _USUAL[prefix] == address
    return address not in _USUAL.values()
