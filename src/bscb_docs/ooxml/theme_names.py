"""Theme names: the colour or font that each stands for, written beside it in a part of a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from bscb_docs.ooxml.theme import Theme
from bscb_docs.ooxml.xml_trees import read_tree, w

if TYPE_CHECKING:
    from lxml import etree

_FONTS = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi"}
"""What names a font of the theme, and what names the font itself."""
_NAMING = frozenset(map(w, (*_FONTS, "themeColor", "themeFill")))


def themed(part: bytes, theme: Theme) -> bytes:
    """The part of a Word file with `follow_theme` done, as it is where nothing has to be changed."""
    if not follow_theme(read_tree(part), theme):
        return part
    from bscb_docs.ooxml.xml_parser import parsed, written  # lxml is not needed where nothing is written again

    root = parsed(part)
    follow_theme(root, theme)
    return written(root)


def follow_theme(root: Element | etree._Element, theme: Theme) -> bool:
    """Writes beside every theme name what the theme has for it; True where something else, or nothing, stood there.

    Word reads the name. LibreOffice 7.4 reads the colour beside it alone, which a change of the theme leaves behind.
    """
    changed = False
    naming: list[Any] = [element for element in root.iter("*") if not _NAMING.isdisjoint(element.attrib)]
    for element in naming:
        for name, value in _followed(element, theme):
            if value and element.get(w(name)) != value:
                element.set(w(name), value)
                changed = True
    return changed


def _followed(element: Element | etree._Element, theme: Theme) -> Iterator[tuple[str, str]]:
    """The attributes beside an element's theme names, each with what it should say; empty where the theme is silent."""

    def said(name: str) -> str:
        return element.get(w(name), "")

    for name, own in _FONTS.items():
        if said(name):
            yield own, theme.font(said(name))
    if said("themeColor"):
        own = "val" if element.tag == w("color") else "color"
        yield own, theme.colour(said("themeColor"), said("themeTint"), said("themeShade"))
    if said("themeFill"):
        yield "fill", theme.colour(said("themeFill"), said("themeFillTint"), said("themeFillShade"))
