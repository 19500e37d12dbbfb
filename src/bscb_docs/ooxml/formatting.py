"""Word's formatting marks (rPr, pPr, shading) -> the few properties that a reader sees."""

from typing import TypedDict, cast
from xml.etree.ElementTree import Element

from bscb_docs.ooxml.theme import HIGHLIGHTS, Theme, is_hex
from bscb_docs.ooxml.xml_trees import VAL, w

_OFF = frozenset({"0", "false", "off", "none"})
FORMATTING = {
    "b": "bold", "i": "italics", "u": "underline", "sz": "size", "color": "colour", "rFonts": "font", "jc": "alignment",
    "spacing": "spacing", "ind": "indent", "shd": "shading", "highlight": "highlight", "caps": "capitals",
    "smallCaps": "small capitals", "strike": "strike-through", "vertAlign": "superscript or subscript",
    "pBdr": "borders",
    "tabs": "tab stops", "pageBreakBefore": "page break before", "keepLines": "keep lines together",
    "keepNext": "keep with next",
    "gridSpan": "merged cells", "vMerge": "merged cells", "tblBorders": "borders", "tcBorders": "borders",
    "outlineLvl": "outline level", "vanish": "hidden", "kern": "kerning", "widowControl": "widow control",
}  # fmt: skip
"""What formatting by hand is called, by the name of its mark."""


class Look(TypedDict, total=False):
    """What is said of a run or a paragraph; what is not said is not there."""

    font: str
    size: int
    b: bool
    i: bool
    caps: bool
    smallCaps: bool
    vanish: bool
    u: bool
    colour: str
    shade: str
    lang: str
    jc: str
    level: int
    numbered: bool
    framed: bool
    indent: int
    above: int
    below: int
    line: int
    keepNext: bool


TOGGLES = ("b", "i", "caps", "smallCaps", "vanish")
"""Properties that a character style switches over, rather than sets, where the paragraph style has them too."""

_TOGGLE_TAGS = {w(name): name for name in TOGGLES}
_FONTS, _SIZE, _UNDERLINE, _COLOUR, _SHADE = w("rFonts"), w("sz"), w("u"), w("color"), w("shd")
_HIGHLIGHT, _LANGUAGE = w("highlight"), w("lang")
_SIDE, _LEVEL, _LIST, _FRAME, _INDENT, _KEEP, _SPACING = (
    w("jc"), w("outlineLvl"), w("numPr"), w("framePr"), w("ind"), w("keepNext"), w("spacing")
)  # fmt: skip
_SPACES = {w("before"): "above", w("after"): "below", w("line"): "line"}


def on(element: Element | None) -> bool:
    """True where a switch such as w:b or w:tblHeader is there and not turned off."""
    return element is not None and (element.get(VAL) or "1") not in _OFF


def whole(text: str | None) -> int | None:
    """The whole number that is written, or None."""
    try:
        return int(float(text)) if text and len(text) < 12 else None
    except (ValueError, OverflowError):
        return None


def look_of_run(properties: Element | None, theme: Theme) -> Look:
    """What a w:rPr says."""
    look: Look = {}
    for element in () if properties is None else properties:
        tag = element.tag
        if tag in _TOGGLE_TAGS:
            look[_TOGGLE_TAGS[tag]] = on(element)  # type: ignore[literal-required]  # one of TOGGLES
        elif tag == _FONTS:
            look.update(_font(element, theme))
        elif tag == _SIZE:
            look["size"] = whole(element.get(VAL)) or 20
        elif tag == _UNDERLINE:
            look["u"] = element.get(VAL) not in (None, "none")
        elif tag == _COLOUR:
            look["colour"] = _colour(element, "val", "theme", theme)
        elif tag == _SHADE:
            look["shade"] = shade_of(element, theme)
        elif tag == _HIGHLIGHT:
            look["shade"] = HIGHLIGHTS.get(element.get(VAL) or "", "")
        elif tag == _LANGUAGE and element.get(VAL):
            look["lang"] = element.get(VAL) or ""
    return look


def _font(element: Element, theme: Theme) -> Look:
    named = element.get(w("asciiTheme")) or element.get(w("hAnsiTheme"))
    font = theme.font(named) if named else element.get(w("ascii")) or element.get(w("hAnsi"))
    return {"font": font} if font else {}


def look_of_paragraph(properties: Element | None, theme: Theme) -> Look:
    """What a w:pPr says of the paragraph itself."""
    look: Look = {}
    for element in () if properties is None else properties:
        tag = element.tag
        if tag == _SIDE:
            look["jc"] = element.get(VAL) or "left"
        elif tag == _LEVEL:
            look["level"] = whole(element.get(VAL)) or 0
        elif tag == _LIST:
            number = element.find(w("numId"))
            if number is not None:
                look["numbered"] = number.get(VAL) != "0"
        elif tag == _SHADE:
            look["shade"] = shade_of(element, theme)
        elif tag == _FRAME:
            look["framed"] = True
        elif tag == _KEEP:
            look["keepNext"] = on(element)
        elif tag in (_INDENT, _SPACING):
            look.update(_room(element))
    return look


def _room(element: Element) -> Look:
    """What a w:ind or w:spacing says: twips left of, above and below the lines, and of a line as Word counts it."""
    if element.tag == _INDENT:
        return {"indent": whole(element.get(w("left")) or element.get(w("start"))) or 0}
    is_fixed = element.get(w("lineRule")) in ("exact", "atLeast")
    spaces = {name: element.get(each) for each, name in _SPACES.items() if not (is_fixed and name == "line")}
    return cast(Look, {name: whole(told) or 0 for name, told in spaces.items() if told})


def shade_of(shading: Element | None, theme: Theme) -> str:
    """The colour that a w:shd fills with; empty for none."""
    if shading is None:
        return ""
    if shading.get(VAL) == "solid":
        return _colour(shading, "color", "theme", theme)
    return _colour(shading, "fill", "themeFill", theme)


def _colour(element: Element, plain: str, themed: str, theme: Theme) -> str:
    name = element.get(w("themeColor" if themed == "theme" else themed))
    if name:
        colour = theme.colour(name, element.get(w(f"{themed}Tint")) or "", element.get(w(f"{themed}Shade")) or "")
        if colour:
            return colour
    value = element.get(w(plain)) or ""
    return value.upper() if is_hex(value, 6) else ""
