"""Parser: XML of a Word file as a tree, read strictly."""

from lxml import etree

STRICT = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
"""A parser that takes nothing from outside and mends nothing in silence."""


def written(root: etree._Element) -> bytes:
    """The part of a Word file that a tree is."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
