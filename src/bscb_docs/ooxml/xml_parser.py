"""Parser: XML of a Word file as a tree, read strictly; and such a tree as what is written of it."""

from collections.abc import Mapping, Sequence

from lxml import etree

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml.package import sound
from bscb_docs.ooxml.part_names import DOCUMENT
from bscb_docs.ooxml.word_markup import NAMESPACES
from bscb_docs.ooxml.xml_trees import w

STRICT = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
"""A parser that takes nothing from outside and mends nothing in silence."""


def parsed(part: bytes) -> etree._Element:
    """The tree of a part, to be changed and written again."""
    return etree.fromstring(part, STRICT)


def written(root: etree._Element) -> bytes:
    """The part of a Word file that a tree is."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def body_of(parts: Mapping[str, bytes], name: str) -> etree._Element:
    """The body of a Word file of those parts; TemplateError where it has none."""
    if DOCUMENT not in parts:
        raise TemplateError(f"{name} is no Word document.", "Open it in Word and save it as .docx.")
    with sound(name):
        body = etree.fromstring(parts[DOCUMENT], STRICT).find(w("body"))
    if body is None:
        raise TemplateError(f"{name} holds no text.")
    return body


def text_of(elements: Sequence[etree._Element]) -> str:
    """Elements of one tree as they stand in a body's text, where the root declares the namespaces of every document."""
    if elements:
        etree.cleanup_namespaces(elements[0].getroottree())
    text = "".join(etree.tostring(each, encoding="unicode") for each in elements)
    for prefix, uri in NAMESPACES.items():
        text = text.replace(f' xmlns:{prefix}="{uri}"', "")
    return text
