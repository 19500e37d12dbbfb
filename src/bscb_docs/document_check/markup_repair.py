"""A part that is not plain (other prefixes or quotes, comments, text boxes, copies for old programs) -> plain markup.

This takes lxml, which writes a tree with the prefixes that it is given; no document of our own needs it.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from bscb_docs.document_check.xml_trees import PREFIXES, W

_RELATION = f"{{{PREFIXES['r']}}}"
_BOX = f"{{{W}}}txbxContent"
_FALLBACK = f"{{{PREFIXES['mc']}}}Fallback"


class Mended(NamedTuple):
    """The part as plain markup, its text boxes apart, and what was referred to in the copies that were taken out."""

    text: bytes
    boxes: tuple[bytes, ...]
    relations: frozenset[str]


def mend(data: bytes) -> Mended | None:
    """The part as plain markup; None where it cannot be read. It must hold no document type."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    relations = frozenset(_take_out_copies(root))
    boxes = []
    # Text boxes hold paragraphs inside a paragraph: they are read as stories of their own.
    for box in reversed(list(root.iter(_BOX))):
        story = etree.Element(root.tag, nsmap=PREFIXES)
        story.extend(list(box))
        boxes.append(_written(story))
    return Mended(_written(root), tuple(reversed(boxes)), relations)


def _take_out_copies(root: etree._Element) -> set[str]:
    """What the copies for old programs (mc:Fallback) refer to; they are taken out: all in them is there already."""
    relations: set[str] = set()
    for fallback in list(root.iter(_FALLBACK)):
        for element in fallback.iter():
            relations.update(str(value) for name, value in element.attrib.items() if str(name).startswith(_RELATION))
        parent = fallback.getparent()
        if parent is not None:
            parent.remove(fallback)
    return relations


def _written(root: etree._Element) -> bytes:
    # Moving a tree under declarations of the usual prefixes makes lxml take those prefixes.
    holder = etree.Element("holder", nsmap=PREFIXES)
    holder.append(root)
    return etree.tostring(holder, encoding="utf-8").replace(b"\n", b" ").replace(b"&#13;", b" ")
