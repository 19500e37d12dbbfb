"""A document's styles -> the formatting that a paragraph, a run or a cell really has."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from attrs import define, field, frozen
from lxml import etree

from bscb_docs.checking.faults import Fault
from bscb_docs.checking.formatting import TOGGLES, VAL, Look, look_of_paragraph, look_of_run, on, shade_of, w
from bscb_docs.checking.markup import tree
from bscb_docs.checking.order import misplaced
from bscb_docs.checking.theme import Theme, read_theme

_DEEPEST = 32
"""A chain of styles longer than this is a circle."""


@frozen
class Style:
    """One style as it stands in the file: what it says itself, and what it is based on."""

    id: str
    name: str
    kind: str
    based_on: str
    run: Look
    paragraph: Look
    number: str = ""
    """The list that the style itself names; empty for none."""
    shade: str = ""
    whole_rows: bool = False
    parts: dict[str, tuple[Look, str]] = field(factory=dict)
    """A table style's parts (firstRow, band1Horz ...): what each says of its text, and its shade."""


@define(eq=False)
class Styles:
    """All styles by id, with chains followed once a style."""

    by_id: dict[str, Style]
    default_run: Look
    default_paragraph: Look
    defaults: dict[str, str]
    theme: Theme
    sans: frozenset[str]
    faults: tuple[tuple[Fault, str], ...] = ()
    """What is wrong with the styles themselves, each with its place."""
    _followed: dict[str, tuple[Look, Look]] = field(factory=dict)

    def named(self, style: str) -> str:
        """The style's name in small letters, by which Word knows its own styles."""
        found = self.by_id.get(style)
        return found.name.lower() if found else ""

    def paragraph_style(self, style: str) -> str:
        """The id of the paragraph style that holds where a paragraph names this one, perhaps none or an unknown one."""
        return style if style in self.by_id else self.defaults.get("paragraph", "")

    def chain(self, style: str) -> list[Style]:
        """The style and what it is based on, the furthest first."""
        found: list[Style] = []
        while style in self.by_id and len(found) < _DEEPEST:
            found.append(self.by_id[style])
            style = found[-1].based_on
        return found[::-1]

    def followed(self, style: str) -> tuple[Look, Look]:
        """What the style and all below it say of runs and of paragraphs."""
        if style not in self._followed:
            run: Look = {}
            paragraph: Look = {}
            for link in self.chain(style):
                run.update(link.run)
                paragraph.update(link.paragraph)
            self._followed[style] = run, paragraph
        return self._followed[style]

    def level(self, style: str) -> int:
        """The style's outline level from 0; 9 for text that is no heading."""
        return self.followed(self.paragraph_style(style))[1].get("level", 9)

    def is_numbered(self, style: str, paragraph: etree._Element) -> bool:
        """True where the paragraph has a number or bullet, by its style or by hand."""
        return self.paragraph(style, look_of_paragraph(paragraph.find(w("pPr")), self.theme)).get("numbered", False)

    def paragraph(self, style: str, direct: Look) -> Look:
        """The paragraph's effective look."""
        return {**self.default_paragraph, **self.followed(self.paragraph_style(style))[1], **direct}

    def run(self, table: Look, paragraph: str, character: str, direct: Look) -> Look:
        """The run's effective look: defaults, table style, paragraph style, character style, set by hand."""
        below = {**self.default_run, **table, **self.followed(self.paragraph_style(paragraph))[0]}
        above = self.followed(character)[0]
        look = cast(Look, {**below, **above})
        for toggle in TOGGLES:
            if below.get(toggle) and above.get(toggle):
                look[toggle] = False  # type: ignore[literal-required]  # one of TOGGLES
        look.update(direct)
        return look

    def table_part(self, style: str, parts: tuple[str, ...]) -> tuple[Look, str]:
        """What a table style says of the text in these parts of a table, and the shade behind it."""
        look: Look = {}
        shade = ""
        for link in self.chain(style):
            look.update(link.run)
            shade = link.shade or shade
            for part in parts:
                said, behind = link.parts.get(part, ({}, ""))
                look.update(said)
                shade = behind or shade
        return look, shade

    def keeps_rows_whole(self, style: str) -> bool:
        """True where the table style itself forbids rows to break across pages."""
        return any(link.whole_rows for link in self.chain(style))


@lru_cache(maxsize=8)
def read_styles(styles: bytes, theme: bytes, fonts: bytes) -> Styles:
    """The styles of a document from three of its parts, each known to be well-formed or empty."""
    colours = read_theme(tree(theme))
    root = tree(styles)
    found = [_style(element, colours) for element in root.iterchildren(w("style"))] if root is not None else []
    return Styles(
        {style.id: style for style in found},
        look_of_run(_find(root, "docDefaults/rPrDefault/rPr"), colours),
        look_of_paragraph(_find(root, "docDefaults/pPrDefault/pPr"), colours),
        _defaults(root),
        colours,
        _sans(tree(fonts)),
        tuple(_faults(root)) if root is not None else (),
    )


def _faults(root: etree._Element) -> Iterator[tuple[Fault, str]]:
    for fault in misplaced(root):
        yield fault, "the styles"
    known = {style.get(w("styleId")) for style in root.iterchildren(w("style"))}
    seen: set[str] = set()
    for style in root.iterchildren(w("style")):
        place = f"style '{_text(style, 'name')}'"
        for link in style.iterchildren(w("basedOn"), w("next"), w("link")):
            if link.get(VAL) not in known:
                yield Fault("DOCX-11", f"The style '{link.get(VAL)}' does not exist."), place
        number = style.get(w("styleId")) or ""
        if number in seen:
            yield Fault("DOCX-11", f"The style '{number}' is there twice."), place
        seen.add(number)


def _find(root: etree._Element | None, path: str) -> etree._Element | None:
    return None if root is None else root.find("/".join(w(step) for step in path.split("/")))


def _text(element: etree._Element, name: str) -> str:
    return _value(element.find(w(name)))


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(VAL) or ""


def _style(element: etree._Element, theme: Theme) -> Style:
    return Style(
        id=element.get(w("styleId")) or "",
        name=_text(element, "name"),
        kind=element.get(w("type")) or "paragraph",
        based_on=_text(element, "basedOn"),
        run=look_of_run(element.find(w("rPr")), theme),
        paragraph=look_of_paragraph(element.find(w("pPr")), theme),
        number=_value(_find(element, "pPr/numPr/numId")),
        shade=shade_of(_find(element, "tcPr/shd"), theme) or shade_of(_find(element, "tblPr/shd"), theme),
        whole_rows=on(_find(element, "trPr/cantSplit")),
        parts={
            part.get(w("type")) or "": (
                look_of_run(part.find(w("rPr")), theme),
                shade_of(_find(part, "tcPr/shd"), theme),
            )
            for part in element.iterchildren(w("tblStylePr"))
        },
    )


def _defaults(root: etree._Element | None) -> dict[str, str]:
    found = () if root is None else root.iterchildren(w("style"))
    return {
        style.get(w("type")) or "": style.get(w("styleId")) or ""
        for style in found
        if style.get(w("default")) in ("1", "true", "on")
    }


def _sans(root: etree._Element | None) -> frozenset[str]:
    if root is None:
        return frozenset()
    fonts = root.iterchildren(w("font"))
    return frozenset((font.get(w("name")) or "").lower() for font in fonts if _text(font, "family") == "swiss")
