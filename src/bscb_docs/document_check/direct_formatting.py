"""DOCX-24: formatting set by hand, on a run or a paragraph, where a style should say it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from bscb_docs.document_check.block_shapes import Line
from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.ooxml.formatting import FORMATTING
from bscb_docs.ooxml.xml_trees import w

_NOT_FORMATTING = frozenset(
    w(name)
    for name in (
        "pStyle", "keepNext", "numPr", "sectPr", "rPr", "rStyle", "lang", "noProof", "webHidden", "cnfStyle",
        "pPrChange", "rPrChange", "ins", "del", "moveFrom", "moveTo", "bidi", "rtl", "cs", "bCs", "iCs", "szCs",
    )
)  # fmt: skip


_OF_A_SCRIPT = {w("cs"), w("eastAsia"), w("hint")}
_PARAGRAPH_MARKS, _RUN_MARKS = w("pPr"), w("rPr")


def set_by_hand(line: Line) -> Iterator[Fault]:
    """A fault for each kind of formatting that the paragraph or one of its runs carries itself."""
    kinds: set[str] = set()
    properties = line.element.find(_PARAGRAPH_MARKS)
    if properties is not None:
        kinds = _marks(properties)
    for run, _ in line.runs:
        marks = run.find(_RUN_MARKS)
        if marks is not None:
            kinds |= _marks(marks)
    for kind in sorted(kinds):
        name = kind.rpartition("}")[2]
        yield Fault("DOCX-24", f"Formatting set by hand: {FORMATTING.get(name, name)}.")


def _marks(properties: Element) -> set[str]:
    return {
        mark.tag
        for mark in properties
        if mark.tag not in _NOT_FORMATTING
        and mark.tag.startswith("{http://schemas.openxmlformats.org/wordprocessingml")
        and not _is_font_of_a_script(mark)
    }


def _is_font_of_a_script(mark: Element) -> bool:
    """True of a font for letters that the style's own font lacks, such as Arabic or Chinese ones."""
    return mark.tag == w("rFonts") and set(mark.attrib) <= _OF_A_SCRIPT
