"""ACC-12, ACC-14 to ACC-16, ACC-21, ACC-24, DOCX-10, DOCX-11, DOCX-14: what a table, its rows and cells are like."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bscb_docs.document_check.block_shapes import Line
from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.document_check.pictures_and_layout import is_blank
from bscb_docs.document_check.text_look import Behind, Setting
from bscb_docs.ooxml.formatting import on, shade_of, whole
from bscb_docs.ooxml.styles import Styles
from bscb_docs.ooxml.xml_trees import VAL, down, value, w

_FIRST_ROW, _FIRST_COLUMN, _NO_BANDS = 0x20, 0x80, 0x200
_AFTER_LAST = frozenset({w("bookmarkStart"), w("bookmarkEnd"), w("permStart"), w("permEnd"), w("commentRangeEnd")})
_HELD = frozenset({w("sdt"), w("sdtContent"), w("customXml")})
_TC, _TBL, _SECTION, _P, _STYLE, _FLOATS = w("tc"), w("tbl"), w("sectPr"), w("p"), w("tblStyle"), w("tblpPr")
_ROW_MARKS, _WHOLE, _HEADER = w("trPr"), w("cantSplit"), w("tblHeader")
_CELL_MARKS, _DOWN, _ACROSS, _OLD, _SHADE = w("tcPr"), w("vMerge"), w("gridSpan"), w("hMerge"), w("shd")


class OpenTable:
    """A table while its rows are read."""

    def __init__(self, number: int, setting: Setting, *, captioned: bool) -> None:
        self.number = number
        self.setting = setting
        self.captioned = captioned
        self.rows = 0


def cells_of(row: Element) -> list[Element]:
    """The row's own cells, those in content controls too, and none of a table inside it."""
    found: list[Element] = []
    for child in row:
        if child.tag == _TC:
            found.append(child)
        elif child.tag in _HELD:
            found.extend(cells_of(child))
    return found


def row_faults(row: Element, lines: list[Line], styles: Styles, setting: Setting) -> Iterator[Fault]:
    """What is wrong with a row whatever its words are."""
    cells = cells_of(row)
    if not cells:
        yield Fault("DOCX-14", "A table row has no cells.")
    if not is_whole(row) and not styles.keeps_rows_whole(setting.table):
        yield Fault("ACC-16", "A table row may be split over two pages.")
    if next(row.iter(_TBL), None) is not None:
        yield Fault("ACC-24", "A table stands inside another table.")
    if next(row.iter(_SECTION), None) is not None:
        yield Fault("DOCX-10", "A section break stands inside a table.")
    for number, cell in enumerate(cells, start=1):
        yield from _cell_faults(cell, number, [line for line in lines if line.cell == number])
    for inner in row.iter(_TC):
        if not _ends_well(inner):
            number = max(1, sum(1 for cell in cells if any(each is inner for each in cell.iter(_TC))))
            yield Fault("DOCX-14", "A table cell does not end with a paragraph.", number)


def _cell_faults(cell: Element, number: int, lines: list[Line]) -> Iterator[Fault]:
    merge = down(cell, _CELL_MARKS, _DOWN)
    is_wide = (whole(value(down(cell, _CELL_MARKS, _ACROSS))) or 1) > 1
    if merge is not None or is_wide or down(cell, _CELL_MARKS, _OLD) is not None:
        yield Fault("ACC-14", "Cells are merged.", number)
    continued = merge is not None and merge.get(VAL) != "restart"
    if lines and not continued and all(is_blank(line) for line in lines):
        yield Fault("ACC-15", "A table cell is empty.", number)


def _ends_well(cell: Element) -> bool:
    for child in reversed(cell):
        if child.tag not in _AFTER_LAST:
            return child.tag == _P or (child.tag in _HELD and next(child.iter(_P), None) is not None)
    return False


def is_whole(row: Element) -> bool:
    """True for a row that is itself marked to stay on one page."""
    return on(down(row, _ROW_MARKS, _WHOLE))


def first_row_faults(row: Element) -> Iterator[Fault]:
    """What is wrong with the first row of a table: it is not marked to repeat at the top of each page."""
    if not on(down(row, _ROW_MARKS, _HEADER)):
        yield Fault("ACC-12", "A table has no marked header row that repeats.")


def table_faults(properties: Element, styles: Styles) -> Iterator[Fault]:
    """What is wrong with a table's own properties: it floats, or names a style that there is not."""
    if properties.find(_FLOATS) is not None:
        yield Fault("ACC-21", "A table floats over the page.")
    style = value(properties.find(_STYLE))
    if style and style not in styles.by_id:
        yield Fault("DOCX-11", f"The style '{style}' does not exist.")


def table_setting(properties: Element, kind: str, styles: Styles) -> Setting:
    """Where the first row of a table of those properties stands, in a story of that kind."""
    style = value(properties.find(_STYLE)) or styles.defaults.get("table", "") or " "
    shade = shade_of(properties.find(_SHADE), styles.theme)
    return Setting(kind, style, _table_look(properties), first_row=True, shade=shade)


def _table_look(properties: Element) -> int:
    """Which parts of its style a table shows, as Word's own number."""
    look = properties.find(w("tblLook"))
    if look is None:
        return 0
    written = look.get(VAL) or ""
    number = int(written, 16) if re.fullmatch(r"[0-9a-fA-F]{1,7}", written) else 0
    for name, bit in (("firstRow", _FIRST_ROW), ("firstColumn", _FIRST_COLUMN), ("noHBand", _NO_BANDS)):
        if look.get(w(name)) is not None:
            number = number | bit if look.get(w(name)) in ("1", "true", "on") else number & ~bit
    return number


def behind_cell(cell: Element, number: int, styles: Styles, setting: Setting) -> list[Behind]:
    """What the table style says of the cell's text and the shade behind it: one for each band it may fall in."""
    parts: list[tuple[str, ...]] = [()]
    if setting.first_row and setting.look & _FIRST_ROW:
        parts = [("firstRow",)]
    elif not setting.look & _NO_BANDS:
        parts = [("band1Horz",), ("band2Horz",)]
    if number == 1 and setting.look & _FIRST_COLUMN:
        parts = [("firstCol", *part) if setting.first_row else (*part, "firstCol") for part in parts]
    own = shade_of(down(cell, _CELL_MARKS, _SHADE), styles.theme)
    found = [styles.table_part(setting.table, part) for part in parts]
    seen: list[Behind] = []
    for look, shade in found:
        back = (look, own or shade or setting.shade)
        if back not in seen:
            seen.append(back)
    return seen
