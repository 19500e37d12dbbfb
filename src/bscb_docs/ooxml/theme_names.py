"""Theme names: the colour or font that each stands for, written beside it in a part of a Word file."""

from collections.abc import Iterator

from lxml import etree

from bscb_docs.ooxml.theme import Theme
from bscb_docs.ooxml.xml_trees import MAIN, w

_FONTS = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi"}
"""What names a font of the theme, and what names the font itself."""
_FOLLOWING = etree.XPath("//*[@w:themeColor or @w:themeFill or @w:asciiTheme or @w:hAnsiTheme]", namespaces={"w": MAIN})


def follow_theme(root: etree._Element, theme: Theme) -> bool:
    """Writes beside every theme name what the theme has for it; True where something else, or nothing, stood there.

    Word reads the name. LibreOffice 7.4 reads the colour beside it alone, which a change of the theme leaves behind.
    """
    changed = False
    elements: list[etree._Element] = _FOLLOWING(root)  # type: ignore[assignment]  # the path finds elements alone
    for element in elements:
        for name, value in _followed(element, theme):
            if value and element.get(w(name)) != value:
                element.set(w(name), value)
                changed = True
    return changed


def _followed(element: etree._Element, theme: Theme) -> Iterator[tuple[str, str]]:
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
