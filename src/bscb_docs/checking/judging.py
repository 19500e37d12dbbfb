"""What is wrong with a block whatever its words are: worked out once for each shape and setting."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from bscb_docs.checking.appearance import BODY, EDGE, Behind, Setting, appearance
from bscb_docs.checking.byhand import set_by_hand
from bscb_docs.checking.faults import Fault, Faults
from bscb_docs.checking.formatting import VAL, w, whole
from bscb_docs.checking.layout import bold_heading, is_blank, pictures, tabs
from bscb_docs.checking.order import misplaced
from bscb_docs.checking.shapes import Line, Shape, Standing
from bscb_docs.checking.styles import Styles
from bscb_docs.checking.tables import behind_cell, cells_of, row_faults

_PAGE: list[Behind] = [({}, "")]


def judge(shape: Shape, styles: Styles, setting: Setting) -> Faults:
    """The faults of a paragraph's or a row's shape in that setting."""
    faults = shape.faults.get(setting)
    if faults is None:
        faults = shape.faults[setting] = tuple(
            _row(shape, styles, setting) if setting.table else _paragraph(shape, styles, setting)
        )
    return faults


def standing(shape: Shape, styles: Styles) -> Standing:
    """What the paragraph is among the others."""
    if shape.standing is None:
        if not shape.lines:
            return Standing(9, caption=False, blank=False)
        line = shape.lines[0]
        own = line.element.find(f"{w('pPr')}/{w('outlineLvl')}")
        level = styles.level(line.style) if own is None else whole(own.get(VAL)) or 0
        shape.standing = Standing(level, styles.named(line.style) == "caption", is_blank(line))
    return shape.standing


def _paragraph(shape: Shape, styles: Styles, setting: Setting) -> Iterator[Fault]:
    if shape.element is None:
        yield Fault("DOCX-14", "A paragraph cannot be read: its parts are muddled.")
        return
    yield from _block(shape.element, styles)
    for number, line in enumerate(shape.lines):
        yield from _line(line, number, styles, setting, _PAGE)


def _row(shape: Shape, styles: Styles, setting: Setting) -> Iterator[Fault]:
    if shape.element is None:
        yield Fault("DOCX-14", "A table row cannot be read: its parts are muddled.")
        return
    yield from _block(shape.element, styles)
    yield from row_faults(shape.element, shape.lines, styles, setting)
    behind = {
        number: behind_cell(cell, number, styles, setting)
        for number, cell in enumerate(cells_of(shape.element), start=1)
    }
    for number, line in enumerate(shape.lines):
        yield from _line(line, number, styles, setting, behind.get(line.cell, _PAGE))


def _block(element: etree._Element, styles: Styles) -> Iterator[Fault]:
    yield from misplaced(element)
    yield from pictures(element)
    for used in element.iter(w("pStyle"), w("rStyle"), w("tblStyle")):
        if used.get(VAL) not in styles.by_id:
            yield Fault("DOCX-11", f"The style '{used.get(VAL)}' does not exist.")


def _line(line: Line, number: int, styles: Styles, setting: Setting, behind: list[Behind]) -> Iterator[Fault]:
    found: list[Fault] = []
    for back in behind:
        found += [fault for fault in appearance(line, styles, setting, back) if fault not in found]
    found += set_by_hand(line.element)
    if setting.kind != EDGE and not styles.named(line.style).startswith("toc "):
        found += tabs(line)
    if setting.kind == BODY and not setting.table and bold_heading(line):
        found.append(Fault("ACC-04", "A heading is only set in bold."))
    for fault in found:
        yield Fault(fault.code, fault.what, line.cell, number)
