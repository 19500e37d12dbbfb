"""A part's XML -> plain markup that can be cut up as text, strictly read, or the fault that forbids it.

Plain markup has the usual prefixes, double quotes, no comments and no ">" but a tag's own, which is what every writer
of Word files produces. Cutting it as text is what keeps a table of 10,000 rows in 0.2 s; a part that is not plain is
made so by lxml first.
"""

from __future__ import annotations

import re
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


def fault_of(data: bytes, part: str) -> Fault | None:
    """What keeps a part from being read: XML that breaks off, or a document type, the carrier of entity bombs."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        return _entities(part)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except _Refused:
        return _entities(part)
    except (expat.ExpatError, ValueError, LookupError) as error:
        return Fault("DOCX-03", f"The part {part} of the file cannot be read ({error}).")
    return None


def _entities(part: str) -> Fault:
    return Fault("DOCX-02", f"The part {part} of the file declares entities, which can be made to swell without end.")


def _refuse(*_: object) -> None:
    raise _Refused


def tree(data: bytes) -> etree._Element | None:
    """The part as a tree; None where it is empty or breaks the rules of XML namespaces."""
    try:
        return etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        return None


def read_plain(data: bytes, part: str) -> Plain | Fault:
    """The plain markup of a part that is known to be well-formed, or why it is not looked into."""
    plain = _as_it_stands(data)
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
    odd = (b"<!", b"<?", b"='", b"&#", b"<w:txbxContent", b"<mc:Fallback")
    if data.count(b"<", prolog) != data.count(b">", prolog) or any(data.find(sign, prolog) >= 0 for sign in odd):
        return None
    spaces = _NAMESPACE.findall(root.group())
    if data.find(b"xmlns", root.end()) >= 0:
        spaces += _NAMESPACE.findall(data, root.end())
    if (b"w", W.encode()) not in spaces or not all(_usual(prefix, address) for prefix, address in spaces):
        return None
    content = data[root.end() :]
    return Plain(root.group(), content.replace(b"\n", b" ") if b"\n" in content else content)


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
