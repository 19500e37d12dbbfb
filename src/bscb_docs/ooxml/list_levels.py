"""Levels: those of a Word file's lists, and the styles that number by them."""

from __future__ import annotations

from lxml import etree

from bscb_docs.ooxml.numbering import Level
from bscb_docs.ooxml.style_names import number_of, read_styles
from bscb_docs.ooxml.wordml import MAIN
from bscb_docs.ooxml.xml_parser import STRICT

_W = f"{{{MAIN}}}"


def read_lists(numbering: bytes) -> dict[int, int]:
    """The abstractNumId of each list of a numbering part, by its numId."""
    return {
        int(number.get(f"{_W}numId", "0")): number_of(number.find(f"{_W}abstractNumId")) or 0
        for number in etree.fromstring(numbering, STRICT).iter(f"{_W}num")
    }


def read_levels(numbering: bytes) -> dict[tuple[int, int], Level]:
    """The levels of the lists of a numbering part."""
    levels: dict[tuple[int, int], Level] = {}
    for abstract in etree.fromstring(numbering, STRICT).iter(f"{_W}abstractNum"):
        for element in abstract.iterfind(f"{_W}lvl"):
            form, text, start, restart, legal = (
                element.find(f"{_W}{name}") for name in ("numFmt", "lvlText", "start", "lvlRestart", "isLgl")
            )
            key = int(abstract.get(f"{_W}abstractNumId", "0")), int(element.get(f"{_W}ilvl", "0"))
            levels[key] = Level(
                format="decimal" if form is None else form.get(f"{_W}val", "decimal"),
                text="" if text is None else text.get(f"{_W}val", ""),
                start=number_of(start) or 0,
                restart=number_of(restart),
                legal=legal is not None and legal.get(f"{_W}val", "1") not in {"0", "false", "off"},
            )
    return levels


def restore_links(styles: bytes, numbering: bytes, name: str) -> tuple[bytes, tuple[str, ...]]:
    """The numbering with each level linked to its style again: LibreOffice drops the link when it saves."""
    root = etree.fromstring(numbering, STRICT)
    abstracts = {a.get(f"{_W}abstractNumId"): a for a in root.iter(f"{_W}abstractNum")}
    numbers = {
        int(k.get(f"{_W}numId", "0")): abstracts.get(str(number_of(k.find(f"{_W}abstractNumId"))))
        for k in root.iter(f"{_W}num")
    }
    mended = []
    for style in read_styles(styles).values():
        abstract = numbers.get(style.number or 0)
        if abstract is None or style.type != "paragraph":
            continue
        level = abstract.find(f"{_W}lvl[@{_W}ilvl='{style.level}']")
        if level is None or level.find(f"{_W}pStyle") is not None:
            continue
        before = [e for e in level if etree.QName(e).localname in {"start", "numFmt", "lvlRestart"}]
        link = etree.Element(f"{_W}pStyle", {f"{_W}val": style.id})
        level.insert(len(before), link)
        mended.append(f"{name}: the numbering of {style.name} was no longer linked to its style; it was linked again.")
    return (
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if mended else numbering
    ), tuple(mended)
