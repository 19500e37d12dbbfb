"""DOCX-10: children stand in the order of the schema (ECMA-376 part 1, annex A)."""

from collections.abc import Iterator
from pkgutil import get_data
from xml.etree.ElementTree import Element

from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.ooxml.xml_trees import MAIN, w

_LINES = (get_data(__package__, "element_orders.txt") or b"").decode().splitlines()
_ORDERS = {parent: order.split() for parent, _, order in (line.partition(": ") for line in _LINES if line[0] != "#")}
_REPEATED, _ROW_MARKS = (frozenset(map(w, _ORDERS.pop(kind))) for kind in ("repeated", "row marks"))
_RANKS = {
    w(parent): {w(name): rank for rank, step in enumerate(order) for name in step.split("|")}
    for parent, order in _ORDERS.items()
}
_FIRST = {w("p"): w("pPr"), w("r"): w("rPr"), w("tc"): w("tcPr")}
_ROW, _CELL, _ROW_PROPERTIES = w("tr"), w("tc"), w("trPr")
_GRID, _LONGEST_NUMBER = w("docGrid"), 9
"""LibreOffice writes small negative numbers there as if they were huge."""
_TABLE, _OF_TABLE = w("tbl"), (w("tblPr"), w("tblGrid"))
_LAST_OF_ROW = frozenset({w("tblPrEx"), _ROW_PROPERTIES})
_OURS = f"{{{MAIN}}}"


def misplaced(element: Element) -> Iterator[Fault]:
    """A fault for each element, in or under this one, whose children Word would not accept in that order."""
    for parent in element.iter():
        tag = parent.tag
        if tag == _TABLE:
            yield from misplaced_in_table(parent)
        elif tag == _GRID and len(parent.get(w("charSpace"), "")) > _LONGEST_NUMBER:
            yield Fault("DOCX-10", "The mark 'w:docGrid' holds a number that is larger than any that Word can hold.")
        if tag in _RANKS:
            wrong = _out_of_order(parent, _RANKS[tag])
        elif tag in _FIRST:
            wrong = next((child for child in parent[1:] if child.tag == _FIRST[tag]), None)
        elif tag == _ROW:
            wrong = _late_in_row(parent)
        else:
            continue
        if wrong is not None:
            yield Fault("DOCX-10", f"The mark '{_short(wrong)}' stands in the wrong place within '{_short(parent)}'.")


def misplaced_in_table(table: Element) -> Iterator[Fault]:
    """A fault where a table does not begin with its properties and its columns."""
    lacking = [name for name in _OF_TABLE if table.find(name) is None]
    if lacking:
        yield Fault("DOCX-10", f"A table has no mark '{lacking[0].replace(_OURS, 'w:')}' before its rows.")


def _out_of_order(parent: Element, ranks: dict[str, int]) -> Element | None:
    highest = -1
    for child in parent:
        tag = child.tag
        rank = ranks.get(tag)
        if rank is None:
            if tag.startswith(_OURS):
                return child
            continue
        if rank < highest or (rank == highest and tag not in _REPEATED):
            return child
        highest = rank
    return None


def _late_in_row(row: Element) -> Element | None:
    cells = False
    for child in row:
        cells = cells or child.tag == _CELL
        if cells and child.tag in _LAST_OF_ROW:
            return child
        if child.tag == _ROW_PROPERTIES:
            wrong = next((mark for mark in child if mark.tag.startswith(_OURS) and mark.tag not in _ROW_MARKS), None)
            if wrong is not None:
                return wrong
    return None


def _short(element: Element) -> str:
    return f"w:{element.tag.rpartition('}')[2]}"
