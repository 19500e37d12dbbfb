"""A part's XML -> plain markup that can be cut up as text, strictly read, or the fault that forbids it.

Plain markup has the usual prefixes, double quotes, no comments and no ">" but a tag's own, which is what every writer
of Word files produces. Cutting it as text is what keeps a table of 10,000 rows in 0.2 s; a part that is not plain is
made so by lxml first.
"""

from __future__ import annotations

import re
from functools import lru_cache
from xml.parsers import expat

from attrs import evolve, frozen
from lxml import etree

from bscb_docs.checking.blocks import Block, Cut, blocks, cut
from bscb_docs.checking.faults import Fault

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/"
_PREFIXES = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
_USUAL = {prefix.encode(): address.encode() for prefix, address in _PREFIXES.items()}
_MOST_TO_MEND = 32 * 1024 * 1024
"""A tree takes fifteen times its text; what is neither plain nor small is not turned into one."""
_SMALL = 64 * 1024
_MORE, _LAST = False, True
_ROOT = re.compile(rb"\s*(<[\w:]+[^>]*)>")
_NAMESPACE = re.compile(rb'xmlns(?::([\w.-]+))?="([^"]*)"')
_RELATION = f"{{{_PREFIXES['r']}}}"
_BOX = f"{{{W}}}txbxContent"
_FALLBACK = f"{{{_PREFIXES['mc']}}}Fallback"
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
)


@frozen
class Plain:
    """Plain markup: the root's start tag, the blocks that follow it, and the contents of its text boxes apart."""

    root: bytes
    blocks: list[Block]
    boxes: tuple[Plain, ...] = ()
    relations: frozenset[str] = frozenset()
    """What was referred to in markup that was taken out (the copies for old programs)."""


class _Refused(Exception):  # noqa: N818 it is caught where it is raised and names no error of ours
    pass


def unreadable(data: bytes, part: str) -> Fault | None:
    """What forbids a part to be read, found in a strict reading that refuses entities before any is expanded."""
    # The styles, settings and theme of a document are those of the document before: one reading is remembered.
    return _remembered(data, part) if len(data) <= _SMALL else _read_strictly(data, part)


def _read_strictly(data: bytes, part: str) -> Fault | None:
    try:
        parser = _strict_parser()
        parser.Parse(data, _LAST)
    except _Refused:
        return Fault(
            "DOCX-02", f"The part {part} of the file declares entities, which can be made to swell without end."
        )
    except (expat.ExpatError, ValueError, LookupError) as error:
        return Fault("DOCX-03", f"The part {part} of the file cannot be read ({error}).")
    return None


_remembered = lru_cache(maxsize=64)(_read_strictly)


def _strict_parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")  # so that an undeclared prefix is an error
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    raise _Refused


def tree(data: bytes) -> etree._Element | None:
    """The part as a tree; None where it is empty or breaks the rules of XML namespaces."""
    try:
        return etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        return None


@lru_cache(maxsize=64)
def remembered_tree(data: bytes) -> etree._Element | None:
    """A small part as a tree that everybody shares and nobody changes."""
    return tree(data)


def read_plain(data: bytes, part: str) -> Plain | Fault:
    """The plain markup of a part, strictly read, or why it cannot be looked into."""
    plain = _as_it_stands(data)
    if plain is not None:
        return plain
    fault = unreadable(data, part)
    if fault is not None:
        return fault
    root = tree(data) if len(data) <= _MOST_TO_MEND else None
    if root is None:
        size = "is too large to be checked" if len(data) > _MOST_TO_MEND else "cannot be read"
        return Fault("DOCX-03", f"The part {part} of the file {size}.")
    return _mended(root)


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
    if data.count(b"<", start) != data.count(b">", start) or _is_odd(data, start):
        return None
    spaces = _NAMESPACE.findall(root[1])
    if data.find(b"xmlns", root.end()) >= 0:
        spaces += _NAMESPACE.findall(data, root.end())
    if (b"w", W.encode()) not in spaces or not all(_usual(prefix, address) for prefix, address in spaces):
        return None
    content = data[root.end() :]
    plain = _cut_up(root.group().strip(), content.replace(b"\n", b" ") if b"\n" in content else content)
    return plain if _is_sound(plain) else None


def _cut_up(root: bytes, content: bytes) -> Plain:
    known: dict[Cut, Cut] = {}  # the markup of 10,000 like rows is held once
    found = []
    for kind, block in blocks(content):
        each = cut(kind, block)
        found.append(each._replace(cut=known.setdefault(each.cut, each.cut)))
    return Plain(root, found)


def _is_sound(plain: Plain) -> bool:
    # Rows and paragraphs are whole elements: where one of the same markup was read before, only its texts are new.
    parser, words = _strict_parser(), _strict_parser()
    odd: list[bool] = []
    parser.CommentHandler = parser.ProcessingInstructionHandler = parser.StartCdataSectionHandler = lambda *_: (
        odd.append(True)
    )
    known: set[Cut] = set()
    try:
        parser.Parse(plain.root, _MORE)
        words.Parse(b"<words>", _MORE)
        for block in plain.blocks:
            if block.kind and block.cut in known:
                words.Parse(b" ".join(block.texts), _MORE)
            else:
                known.add(block.cut)
                parser.Parse(block.whole(), _MORE)
        words.Parse(b"</words>", _LAST)
        parser.Parse(b"", _LAST)
    except (expat.ExpatError, ValueError, _Refused):
        return False
    return not odd


def _is_odd(data: bytes, start: int) -> bool:
    # A single sign is found ten times as fast as two, and the first two are rare.
    if data.find(b"'", start) >= 0 and data.find(b"='", start) >= 0:
        return True
    # Quotes as markupsafe writes them are read as they stand; other references are not.
    if data.find(b"&", start) >= 0 and data.count(b"&#", start) > data.count(b"&#39;", start) + data.count(
        b"&#34;", start
    ):
        return True
    return data.find(b"<w:txbxContent", start) >= 0 or data.find(b"<mc:Fallback", start) >= 0


def _usual(prefix: bytes, address: bytes) -> bool:
    if prefix in _USUAL:
        return _USUAL[prefix] == address
    return address not in _USUAL.values()


def _mended(root: etree._Element) -> Plain:
    # Text boxes hold paragraphs inside a paragraph: they are read as stories of their own, and the copy for old
    # programs (mc:Fallback) would count everything twice.
    relations: set[str] = set()
    for fallback in list(root.iter(_FALLBACK)):
        for element in fallback.iter():
            relations.update(str(value) for name, value in element.attrib.items() if str(name).startswith(_RELATION))
        parent = fallback.getparent()
        if parent is not None:
            parent.remove(fallback)
    boxes = []
    for box in reversed(list(root.iter(_BOX))):
        story = etree.Element(root.tag, nsmap=_PREFIXES)
        story.extend(list(box))
        boxes.append(_serialised(story))
    return evolve(_serialised(root), boxes=tuple(reversed(boxes)), relations=frozenset(relations))


def _serialised(root: etree._Element) -> Plain:
    # Moving a tree under declarations of the usual prefixes makes lxml take those prefixes.
    holder = etree.Element("holder", nsmap=_PREFIXES)
    holder.append(root)
    text = etree.tostring(holder, encoding="utf-8").replace(b"\n", b" ").replace(b"&#13;", b" ")
    end = text.index(b">") + 1
    return _cut_up(text[:end], text[end:])
