"""DOCX-14 and ACC-12 to ACC-17: what a table row and its cells are like."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from bscb_docs.checking.appearance import Behind, Setting
from bscb_docs.checking.faults import Fault
from bscb_docs.checking.formatting import VAL, on, shade_of, w, whole
from bscb_docs.checking.layout import is_blank
from bscb_docs.checking.shapes import Line
from bscb_docs.checking.styles import Styles

_FIRST_ROW, _FIRST_COLUMN, _NO_BANDS = 0x20, 0x80, 0x200
_AFTER_LAST = frozenset({w("bookmarkStart"), w("bookmarkEnd"), w("permStart"), w("permEnd"), w("commentRangeEnd")})
_HELD = (w("sdt"), w("sdtContent"), w("customXml"))


def cells_of(row: etree._Element) -> list[etree._Element]:
    """The row's own cells, those in content controls too, and none of a table inside it."""
    found: list[etree._Element] = []
    for child in row:
        if child.tag == w("tc"):
            found.append(child)
        elif child.tag in _HELD:
            found.extend(cells_of(child))
    return found


def row_faults(row: etree._Element, lines: list[Line], styles: Styles, setting: Setting) -> Iterator[Fault]:
    """What is wrong with a row whatever its words are."""
    cells = cells_of(row)
    if not cells:
        yield Fault("DOCX-14", "A table row has no cells.")
    marks = row.find(w("trPr"))
    if not (marks is not None and on(marks.find(w("cantSplit")))) and not styles.keeps_rows_whole(setting.table):
        yield Fault("ACC-16", "A table row may be split over two pages.")
    if next(row.iter(w("tbl")), None) is not None:
        yield Fault("ACC-24", "A table stands inside another table.")
    if next(row.iter(w("sectPr")), None) is not None:
        yield Fault("DOCX-10", "A section break stands inside a table.")
    for number, cell in enumerate(cells, start=1):
        yield from _cell_faults(cell, number, [line for line in lines if line.cell == number])
    for inner in row.iterdescendants(w("tc")):
        if not _ends_well(inner):
            number = max(1, sum(1 for cell in cells if cell is inner or inner in cell.iterdescendants()))
            yield Fault("DOCX-14", "A table cell does not end with a paragraph.", number)


def _cell_faults(cell: etree._Element, number: int, lines: list[Line]) -> Iterator[Fault]:
    properties = cell.find(w("tcPr"))
    continued = False
    if properties is not None:
        merge = properties.find(w("vMerge"))
        span = properties.find(w("gridSpan"))
        continued = merge is not None and merge.get(VAL) != "restart"
        wide = span is not None and (whole(span.get(VAL)) or 1) > 1
        if merge is not None or wide or properties.find(w("hMerge")) is not None:
            yield Fault("ACC-14", "Cells are merged.", number)
    if lines and not continued and all(is_blank(line) for line in lines):
        yield Fault("ACC-15", "A table cell is empty.", number)


def _ends_well(cell: etree._Element) -> bool:
    for child in reversed(cell):
        if child.tag not in _AFTER_LAST:
            return child.tag == w("p") or (child.tag in _HELD and next(child.iter(w("p")), None) is not None)
    return False


def is_header(row: etree._Element) -> bool:
    """True where the row is marked to repeat at the top of each page."""
    marks = row.find(w("trPr"))
    return marks is not None and on(marks.find(w("tblHeader")))


def table_look(properties: etree._Element | None) -> int:
    """Which parts of its style a table shows, as Word's own number."""
    look = None if properties is None else properties.find(w("tblLook"))
    if look is None:
        return 0
    value = look.get(VAL) or ""
    number = (
        int(value, 16) if value and len(value) < 8 and all(sign in "0123456789abcdefABCDEF" for sign in value) else 0
    )
    for name, bit in (("firstRow", _FIRST_ROW), ("firstColumn", _FIRST_COLUMN), ("noHBand", _NO_BANDS)):
        if look.get(w(name)) is not None:
            number = number | bit if look.get(w(name)) in ("1", "true", "on") else number & ~bit
    return number


def behind_cell(cell: etree._Element, number: int, styles: Styles, setting: Setting) -> list[Behind]:
    """What the table style says of the cell's text and the shade behind it: one for each band it may fall in."""
    parts: list[tuple[str, ...]] = [()]
    if setting.first_row and setting.look & _FIRST_ROW:
        parts = [("firstRow",)]
    elif not setting.look & _NO_BANDS:
        parts = [("band1Horz",), ("band2Horz",)]
    if number == 1 and setting.look & _FIRST_COLUMN:
        parts = [("firstCol", *part) if setting.first_row else (*part, "firstCol") for part in parts]
    own = shade_of(cell.find(f"{w('tcPr')}/{w('shd')}"), styles.theme)
    found = [styles.table_part(setting.table, part) for part in parts]
    seen: list[Behind] = []
    for look, shade in found:
        back = (look, own or shade or setting.shade)
        if back not in seen:
            seen.append(back)
    return seen
