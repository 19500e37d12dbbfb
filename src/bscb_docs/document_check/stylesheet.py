"""DOCX-10 to DOCX-13: what is wrong with a document's styles and lists themselves, and with lists that are used."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.etree.ElementTree import Element

from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.document_check.names_given import Place
from bscb_docs.document_check.schema_order import misplaced
from bscb_docs.ooxml.formatting import whole
from bscb_docs.ooxml.list_levels import read_numbering
from bscb_docs.ooxml.styles import Styles
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


@lru_cache(maxsize=8)  # documents of one house have its lists
def _order_faults(data: bytes) -> tuple[Fault, ...]:
    root = tree(data)
    return () if root is None else tuple(misplaced(root))


def list_faults(styles: Styles, data: bytes, used: Mapping[str, Place]) -> Iterator[tuple[Fault, Place | str]]:
    """A fault for each list that is used and not in that part, and for each numbered style whose list knows it not."""
    for fault in _order_faults(data):
        yield fault, "the lists"
    lists = read_numbering(data)
    for number, within in used.items():
        if number != "0" and whole(number) not in lists.abstracts:
            yield Fault("DOCX-12", f"The list number {number} does not exist."), within
    for style in styles.by_id.values():
        if style.number in ("", "0"):
            continue
        place = f"style '{style.name}'"
        if style.list_id not in lists.abstracts:
            yield Fault("DOCX-12", f"The list number {style.number} of a style does not exist."), place
        elif style.kind == "paragraph" and not lists.knows(style.list_id, style.id):
            yield Fault("DOCX-13", "No level of the style's list is linked to the style."), place
