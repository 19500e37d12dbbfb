"""DOCX-10 and DOCX-11: what is wrong with a document's styles themselves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.document_check.schema_order import misplaced
from bscb_docs.ooxml.xml_trees import VAL, tree, value, w

_NAME = w("name")
_LINKS = frozenset({w("basedOn"), w("next"), w("link")})


@lru_cache(maxsize=8)
def style_faults(data: bytes) -> tuple[tuple[Fault, str], ...]:
    """What is wrong with the styles of that part, each fault with its place."""
    root = tree(data)
    return () if root is None else tuple(_faults(root))


def _faults(root: Element) -> Iterator[tuple[Fault, str]]:
    for fault in misplaced(root):
        yield fault, "the styles"
    styles = root.findall(w("style"))
    known = {style.get(w("styleId")) for style in styles}
    seen: set[str] = set()
    for style in styles:
        place = f"style '{value(style.find(_NAME))}'"
        for link in style:
            if link.tag in _LINKS and link.get(VAL) not in known:
                yield Fault("DOCX-11", f"The style '{link.get(VAL)}' does not exist."), place
        number = style.get(w("styleId")) or ""
        if number in seen:
            yield Fault("DOCX-11", f"The style '{number}' is there twice."), place
        seen.add(number)
