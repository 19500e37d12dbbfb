"""The parts of a file that hold its styles, theme and fonts -> its Styles, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

from bscb_docs.document_check.faults import Fault
from bscb_docs.document_check.schema_order import misplaced
from bscb_docs.document_check.style_formatting import Style, Styles
from bscb_docs.ooxml.formatting import look_of_paragraph, look_of_run, on, shade_of
from bscb_docs.ooxml.theme import Theme, read_theme
from bscb_docs.ooxml.xml_trees import VAL, tree, w

_STYLE, _ID, _TYPE, _NAME, _BASE, _DEFAULT = w("style"), w("styleId"), w("type"), w("name"), w("basedOn"), w("default")
_RUN, _PARAGRAPH, _ROW, _CELL, _TABLE, _PART = w("rPr"), w("pPr"), w("trPr"), w("tcPr"), w("tblPr"), w("tblStylePr")
_SHADE, _WHOLE, _LIST, _NUMBER = w("shd"), w("cantSplit"), w("numPr"), w("numId")
_LINKS = frozenset({_BASE, w("next"), w("link")})


@lru_cache(maxsize=8)
def read_styles(styles: bytes, theme: bytes, fonts: bytes) -> Styles:
    """The styles of a document from three of its parts, each known to be well-formed or empty."""
    colours = read_theme(tree(theme))
    root = tree(styles)
    elements = [] if root is None else root.findall(_STYLE)
    defaults = _down(root, w("docDefaults"))
    return Styles(
        {style.id: style for style in (_style(element, colours) for element in elements)},
        look_of_run(_down(defaults, w("rPrDefault"), _RUN), colours),
        look_of_paragraph(_down(defaults, w("pPrDefault"), _PARAGRAPH), colours),
        {
            element.get(_TYPE) or "": element.get(_ID) or ""
            for element in elements
            if element.get(_DEFAULT) in ("1", "true", "on")
        },
        colours,
        _sans(tree(fonts)),
        () if root is None else tuple(_faults(root, elements)),
    )


def _faults(root: Element, styles: list[Element]) -> Iterator[tuple[Fault, str]]:
    for fault in misplaced(root):
        yield fault, "the styles"
    known = {style.get(_ID) for style in styles}
    seen: set[str] = set()
    for style in styles:
        place = f"style '{_value(style.find(_NAME))}'"
        for link in style:
            if link.tag in _LINKS and link.get(VAL) not in known:
                yield Fault("DOCX-11", f"The style '{link.get(VAL)}' does not exist."), place
        number = style.get(_ID) or ""
        if number in seen:
            yield Fault("DOCX-11", f"The style '{number}' is there twice."), place
        seen.add(number)


def _down(element: Element | None, *tags: str) -> Element | None:
    """The element that a path of children leads to."""
    for tag in tags:
        element = None if element is None else element.find(tag)
    return element


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(VAL) or ""


def _style(element: Element, theme: Theme) -> Style:
    return Style(
        id=element.get(_ID) or "",
        name=_value(element.find(_NAME)),
        kind=element.get(_TYPE) or "paragraph",
        based_on=_value(element.find(_BASE)),
        run=look_of_run(element.find(_RUN), theme),
        paragraph=look_of_paragraph(element.find(_PARAGRAPH), theme),
        number=_value(_down(element, _PARAGRAPH, _LIST, _NUMBER)),
        shade=shade_of(_down(element, _CELL, _SHADE), theme) or shade_of(_down(element, _TABLE, _SHADE), theme),
        whole_rows=on(_down(element, _ROW, _WHOLE)),
        parts={
            part.get(_TYPE) or "": (look_of_run(part.find(_RUN), theme), shade_of(_down(part, _CELL, _SHADE), theme))
            for part in element.findall(_PART)
        },
    )


def _sans(root: Element | None) -> frozenset[str]:
    fonts = () if root is None else root.findall(w("font"))
    return frozenset((font.get(_NAME) or "").lower() for font in fonts if _value(font.find(w("family"))) == "swiss")
