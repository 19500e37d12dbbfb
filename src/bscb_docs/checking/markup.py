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
_ROOT = re.compile(rb"<[\w:]+[^>]*>")
_NAMESPACE = re.compile(rb'xmlns(?::([\w.-]+))?="([^"]*)"')
_BOX = f"{{{W}}}txbxContent"
_FALLBACK = f"{{{_PREFIXES['mc']}}}Fallback"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)


@frozen
class Plain:
    """Plain markup: the root's start tag, what follows it, and the contents of its text boxes apart."""

    root: bytes
    content: bytes
    boxes: tuple[Plain, ...] = ()


class _Refused(Exception):  # noqa: N818 it is caught where it is raised and names no error of ours
    pass


@frozen
class Reading:
    """What a strict reading of a part says: the fault that forbids it, and whether it holds comments, CDATA or instructions."""

    fault: Fault | None = None
    odd: bool = False


def read_strictly(data: bytes, part: str) -> Reading:
    """The result of a strict reading; entities are refused before any is expanded."""
    return _remembered(data, part) if len(data) <= _SMALL else _read_strictly(data, part)


def _read_strictly(data: bytes, part: str) -> Reading:
    odd: list[bool] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.CommentHandler = parser.ProcessingInstructionHandler = parser.StartCdataSectionHandler = lambda *_: odd.append(True)
    try:
        parser.Parse(data, True)
    except _Refused:
        return Reading(
            Fault("DOCX-02", f"The part {part} of the file declares entities, which can be made to swell without end.")
        )
    except (expat.ExpatError, ValueError, LookupError) as error:
        return Reading(Fault("DOCX-03", f"The part {part} of the file cannot be read ({error})."))
    return Reading(odd=bool(odd))


# A document's styles, settings and connections are those of the document before: read once, they are remembered.
_remembered = lru_cache(maxsize=64)(_read_strictly)


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


def read_plain(data: bytes, part: str, reading: Reading) -> Plain | Fault:
    """The plain markup of a part that was read strictly, or why it is not looked into."""
    plain = None if reading.odd else _as_it_stands(data)
    if plain is not None:
        return plain
    if len(data) > _MOST_TO_MEND:
        return Fault("DOCX-03", f"The part {part} of the file is too large to be checked.")
    root = tree(data)
    if root is None:
        return Fault("DOCX-03", f"The part {part} of the file cannot be read.")
    return _mended(root)


def _as_it_stands(data: bytes) -> Plain | None:
    data = data.removeprefix(b"\xef\xbb\xbf")
    prolog = 0
    if data.startswith(b"<?xml"):
        prolog = data.find(b"?>") + 2
        if b"encoding" in data[:prolog] and b"utf-8" not in data[:prolog].lower():
            return None
    root = _ROOT.search(data, prolog)
    if root is None or root.group().endswith(b"/>"):
        return None
    if data.count(b"<", prolog) != data.count(b">", prolog) or _is_odd(data, prolog):
        return None
    spaces = _NAMESPACE.findall(root.group())
    if data.find(b"xmlns", root.end()) >= 0:
        spaces += _NAMESPACE.findall(data, root.end())
    if (b"w", W.encode()) not in spaces or not all(_usual(prefix, address) for prefix, address in spaces):
        return None
    content = data[root.end() :]
    return Plain(root.group(), content.replace(b"\n", b" ") if b"\n" in content else content)


def _is_odd(data: bytes, start: int) -> bool:
    # A single sign is found ten times as fast as two, and the first two are rare.
    if data.find(b"'", start) >= 0 and data.find(b"='", start) >= 0:
        return True
    if data.find(b"&", start) >= 0 and data.find(b"&#", start) >= 0:
        return True
    return data.find(b"<w:txbxContent", start) >= 0 or data.find(b"<mc:Fallback", start) >= 0


def _usual(prefix: bytes, address: bytes) -> bool:
    if prefix in _USUAL:
        return _USUAL[prefix] == address
    return address not in _USUAL.values()


def _mended(root: etree._Element) -> Plain:
    # Text boxes hold paragraphs inside a paragraph: they are read as stories of their own, and the copy for old
    # programs (mc:Fallback) would count everything twice.
    for fallback in list(root.iter(_FALLBACK)):
        parent = fallback.getparent()
        if parent is not None:
            parent.remove(fallback)
    boxes = []
    for box in reversed(list(root.iter(_BOX))):
        story = etree.Element(root.tag, nsmap=_PREFIXES)
        story.extend(list(box))
        boxes.append(_serialised(story))
    return evolve(_serialised(root), boxes=tuple(reversed(boxes)))


def _serialised(root: etree._Element) -> Plain:
    # Moving a tree under declarations of the usual prefixes makes lxml take those prefixes.
    holder = etree.Element("holder", nsmap=_PREFIXES)
    holder.append(root)
    text = etree.tostring(holder, encoding="utf-8").replace(b"\n", b" ").replace(b"&#13;", b" ")
    end = text.index(b">") + 1
    return Plain(text[:end], text[end:])
