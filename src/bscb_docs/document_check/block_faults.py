"""DOCX-10, DOCX-11 and DOCX-14: what is wrong with a block whatever its words are, once for each shape and setting."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bscb_docs.document_check.block_shapes import Line, Shape
from bscb_docs.document_check.fault_tally import Fault, Faults
from bscb_docs.document_check.pictures_and_layout import bold_headings, is_blank, pictures, tabs
from bscb_docs.document_check.schema_order import misplaced
from bscb_docs.document_check.table_rows import behind_cell, cells_of, row_faults
from bscb_docs.document_check.text_look import BODY, EDGE, Behind, Setting, appearance, set_by_hand
from bscb_docs.ooxml.formatting import whole
from bscb_docs.ooxml.styles import Styles
from bscb_docs.ooxml.xml_trees import VAL, down, w

_PAGE: list[Behind] = [({}, "")]
_MOST = 4096
_NAMING_STYLES = frozenset({w("pStyle"), w("rStyle"), w("tblStyle")})
_PROPERTIES, _LEVEL = w("pPr"), w("outlineLvl")


class Standing(NamedTuple):
    """What a paragraph is among the others: its outline level (9: no heading), a caption, blank."""

    level: int
    caption: bool
    blank: bool


@lru_cache(maxsize=_MOST)  # a long table is a handful of shapes, and the documents of a batch share most of theirs
def faults(shape: Shape, setting: Setting, styles: Styles) -> Faults:
    """The faults of a paragraph's or a row's shape in that setting."""
    return tuple(_faults(shape, styles, setting))


@lru_cache(maxsize=_MOST)
def standing(shape: Shape, styles: Styles) -> Standing:
    """What the paragraph is among the others."""
    if not shape.lines:
        return Standing(9, caption=False, blank=False)
    line = shape.lines[0]
    own = down(line.element, _PROPERTIES, _LEVEL)
    level = styles.level(line.style) if own is None else whole(own.get(VAL)) or 0
    return Standing(level, styles.named(line.style) == "caption", is_blank(line))


def _faults(shape: Shape, styles: Styles, setting: Setting) -> Iterator[Fault]:
    element = shape.element
    if shape.muddled:
        what = "table row" if setting.table else "paragraph"
        yield Fault("DOCX-14", f"A {what} cannot be read: its parts are muddled.")
        return
    yield from misplaced(element)
    yield from pictures(element)
    for used in element.iter():
        if used.tag in _NAMING_STYLES and used.get(VAL) not in styles.by_id:
            yield Fault("DOCX-11", f"The style '{used.get(VAL)}' does not exist.")
    yield from row_faults(element, shape.lines, styles, setting) if setting.table else ()
    cells = enumerate(cells_of(element) if setting.table else (), start=1)
    behind = {number: behind_cell(cell, number, styles, setting) for number, cell in cells}
    for number, line in enumerate(shape.lines):
        yield from _line(line, number, styles, setting, behind.get(line.cell, _PAGE))


def _line(line: Line, number: int, styles: Styles, setting: Setting, behind: list[Behind]) -> Iterator[Fault]:
    found: list[Fault] = []
    for back in behind:
        found += [fault for fault in appearance(line, styles, setting, back) if fault not in found]
    found += set_by_hand(line)
    if setting.kind != EDGE and not styles.named(line.style).startswith("toc "):
        found += tabs(line)
    if setting.kind == BODY and not setting.table:
        found += bold_headings(line)
    for fault in found:
        yield Fault(fault.code, fault.what, line.cell, number)
