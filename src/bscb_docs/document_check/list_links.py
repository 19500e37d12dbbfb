"""DOCX-12 and DOCX-13: the lists that are used exist, and numbered styles and list levels know each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from bscb_docs.document_check.faults import Fault, Faults
from bscb_docs.document_check.id_register import Place
from bscb_docs.document_check.schema_order import misplaced
from bscb_docs.document_check.style_formatting import Styles
from bscb_docs.ooxml.xml_trees import VAL, tree, w


class Lists(NamedTuple):
    """The lists of a document: for each number the styles that its levels are linked to (None: a list style says)."""

    linked: Mapping[str, frozenset[str] | None]
    faults: Faults = ()


@lru_cache(maxsize=32)
def read_lists(data: bytes) -> Lists:
    """The lists of the numbering part, with what is wrong with the part itself."""
    root = tree(data)
    if root is None:
        return Lists({})
    kinds = {kind.get(w("abstractNumId")) or "": _links(kind) for kind in root.findall(w("abstractNum"))}
    linked: dict[str, frozenset[str] | None] = {}
    for number in root.findall(w("num")):
        kind = number.find(w("abstractNumId"))
        name = "" if kind is None else kind.get(VAL) or ""
        if name in kinds:
            linked[number.get(w("numId")) or ""] = kinds[name]
    return Lists(linked, tuple(misplaced(root)))


def _links(kind: Element) -> frozenset[str] | None:
    if kind.find(w("numStyleLink")) is not None or kind.find(w("styleLink")) is not None:
        return None
    return frozenset(style.get(VAL) or "" for style in kind.iterfind(f"{w('lvl')}/{w('pStyle')}"))


def list_faults(styles: Styles, lists: Lists, used: Mapping[str, Place]) -> Iterator[tuple[Fault, Place | str]]:
    """A fault for each list that is used and not there, and for each numbered style whose list does not know it."""
    for fault in lists.faults:
        yield fault, "the lists"
    for number, within in used.items():
        if number != "0" and number not in lists.linked:
            yield Fault("DOCX-12", f"The list number {number} does not exist."), within
    for style in styles.by_id.values():
        if style.number in ("", "0"):
            continue
        if style.number not in lists.linked:
            yield (
                Fault("DOCX-12", f"The list number {style.number} of a style does not exist."),
                f"style '{style.name}'",
            )
            continue
        known = lists.linked[style.number]
        if known is not None and style.id not in known and style.kind == "paragraph":
            yield Fault("DOCX-13", "No level of the style's list is linked to the style."), f"style '{style.name}'"
