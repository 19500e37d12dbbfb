"""DOCX-24: formatting set by hand, on a run or a paragraph, where a style should say it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from bscb_docs.checking.faults import Fault
from bscb_docs.checking.formatting import w

_NAMES = {
    "b": "bold", "i": "italics", "u": "underline", "sz": "size", "color": "colour", "rFonts": "font", "jc": "alignment",
    "spacing": "spacing", "ind": "indent", "shd": "shading", "highlight": "highlight", "caps": "capitals",
    "smallCaps": "small capitals", "strike": "strike-through", "vertAlign": "superscript or subscript",
    "pBdr": "borders",
    "tabs": "tab stops", "pageBreakBefore": "page break before", "keepLines": "keep lines together",
    "keepNext": "keep with next",
    "outlineLvl": "outline level", "vanish": "hidden", "kern": "kerning", "widowControl": "widow control",
}  # fmt: skip
_NOT_FORMATTING = frozenset(
    w(name)
    for name in (
        "pStyle", "numPr", "sectPr", "rPr", "rStyle", "lang", "noProof", "webHidden", "cnfStyle", "pPrChange",
        "rPrChange", "ins", "del", "moveFrom", "moveTo", "rtl", "cs", "bCs", "iCs", "szCs",
    )
)  # fmt: skip


def set_by_hand(paragraph: etree._Element) -> Iterator[Fault]:
    """A fault for each kind of formatting that the paragraph or one of its runs carries itself."""
    kinds: set[str] = set()
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        listed = properties.find(w("numPr")) is not None
        kinds |= {tag for tag in _marks(properties) if not (listed and tag == w("keepNext"))}
    for run in paragraph.iter(w("r")):
        marks = run.find(w("rPr"))
        if marks is not None:
            kinds.update(_marks(marks))
    for kind in sorted(kinds):
        name = etree.QName(kind).localname
        yield Fault("DOCX-24", f"Formatting set by hand: {_NAMES.get(name, name)}.")


def _marks(properties: etree._Element) -> set[str]:
    tags = {str(mark.tag) for mark in properties}
    return {
        tag
        for tag in tags
        if tag.startswith("{http://schemas.openxmlformats.org/wordprocessingml") and tag not in _NOT_FORMATTING
    }
