"""Styles: those of a Word file, by name."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen
from lxml import etree

from bscb_docs.ooxml.wordml import MAIN
from bscb_docs.ooxml.xml_parser import STRICT

_W = f"{{{MAIN}}}"


@frozen
class Style:
    """A style: its id, name and type, and the list and level that it numbers by."""

    id: str
    name: str
    type: str
    outline_level: int | None = None
    number: int | None = None
    level: int = 0


@lru_cache(maxsize=16)
def read_styles(xml: bytes) -> dict[str, Style]:
    """The styles of a styles part by name in lower case."""
    styles: dict[str, Style] = {}
    for element in etree.fromstring(xml, STRICT).iter(f"{_W}style"):
        name = element.find(f"{_W}name")
        if name is None:
            continue
        outline, number, level = (
            element.find(f"{_W}pPr/{_W}{path}") for path in ("outlineLvl", f"numPr/{_W}numId", f"numPr/{_W}ilvl")
        )
        style = Style(
            id=element.get(f"{_W}styleId", ""),
            name=name.get(f"{_W}val", ""),
            type=element.get(f"{_W}type", "paragraph"),
            outline_level=number_of(outline),
            number=number_of(number) or None,
            level=number_of(level) or 0,
        )
        styles[style.name.lower()] = style
    return styles


def number_of(element: etree._Element | None) -> int | None:
    """The number that an element's `w:val` is; None where there is no such element."""
    return None if element is None else int(element.get(f"{_W}val", "0"))
