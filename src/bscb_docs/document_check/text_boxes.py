"""Text boxes, which hold paragraphs inside a paragraph, set apart from a tree, and copies for old programs dropped."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from bscb_docs.document_check.block_shapes import Names
from bscb_docs.ooxml.xml_trees import w

_BOX = w("txbxContent")
_COPY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def set_apart(root: Element) -> tuple[list[Element], list[str]]:
    """What each text box holds, taken out of the tree, and the relations of copies: all in them is there already."""
    relations: list[str] = []
    for holder in list(root.iter()):
        for copy in holder.findall(_COPY):
            relations += Names(list(copy.iter())).relations
            holder.remove(copy)
    boxes = []
    for box in list(root.iter(_BOX)):
        story = Element(root.tag)
        story.extend(list(box))
        box.clear()
        boxes.append(story)
    return boxes, relations
