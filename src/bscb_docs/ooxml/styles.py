"""The styles, theme and fonts of a Word file -> the look that a paragraph, a run or a cell really has."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, cast
from xml.etree.ElementTree import Element

from bscb_docs.ooxml.formatting import TOGGLES, Look, look_of_paragraph, look_of_run, on, shade_of, whole
from bscb_docs.ooxml.theme import Theme, read_theme
from bscb_docs.ooxml.xml_trees import down, read_tree, tree, value, w

_STYLE, _ID, _TYPE, _NAME, _BASE, _DEFAULT = w("style"), w("styleId"), w("type"), w("name"), w("basedOn"), w("default")
_RUN, _PARAGRAPH, _ROW, _CELL, _TABLE, _PART = w("rPr"), w("pPr"), w("trPr"), w("tcPr"), w("tblPr"), w("tblStylePr")
_SHADE, _WHOLE, _LIST, _NUMBER, _LEVEL = w("shd"), w("cantSplit"), w("numPr"), w("numId"), w("ilvl")
_DEEPEST = 32
"""A chain of styles longer than this is a circle."""


class Style(NamedTuple):
    """One style as it stands in the file: what it says itself, and what it is based on."""

    id: str
    name: str
    kind: str
    based_on: str
    run: Look
    paragraph: Look
    number: str
    """The list that the style itself names; empty for none."""
    level: int
    """The level of that list, from 0."""
    shade: str
    whole_rows: bool
    parts: Mapping[str, tuple[Look, str]]
    """A table style's parts (firstRow, band1Horz ...): what each says of its text, and its shade."""

    @property
    def list_id(self) -> int:
        """The number of the list that the style names; 0 for none."""
        return whole(self.number) or 0


class Styles:
    """All styles by id, with chains followed once a style."""

    def __init__(self, styles: Sequence[Style], defaults: Mapping[str, str], default_looks: tuple[Look, Look]) -> None:
        self.by_id = {style.id: style for style in styles}
        self.by_name = {style.name.lower(): style for style in styles if style.name}
        """By name in lower case: Word writes "heading 1", other editors "Heading 1"."""
        self.defaults = defaults
        """The id of the style that holds for each kind where none is named."""
        self.default_run, self.default_paragraph = default_looks
        self.theme = Theme("", "", {})
        self.sans: frozenset[str] = frozenset()
        """Fonts without serifs, in small letters, as the file's table of fonts has them."""
        self._followed: dict[str, tuple[Look, Look]] = {}

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

    def is_numbered(self, style: str, paragraph: Element) -> bool:
        """True where the paragraph has a number or bullet, by its style or by hand."""
        return self.paragraph(style, look_of_paragraph(paragraph.find(_PARAGRAPH), self.theme)).get("numbered", False)

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


@lru_cache(maxsize=16)
def read_styles(styles: bytes, theme: bytes = b"", fonts: bytes = b"") -> Styles:
    """The styles of a Word file from three of its parts, each perhaps empty; UnreadableError where one is no XML."""
    colours = read_theme(tree(theme))
    root = read_tree(styles) if styles else None
    elements = [] if root is None else root.findall(_STYLE)
    defaults = down(root, w("docDefaults"))
    found = Styles(
        [_style(element, colours) for element in elements],
        {
            element.get(_TYPE) or "": element.get(_ID) or ""
            for element in elements
            if element.get(_DEFAULT) in ("1", "true", "on")
        },
        (
            look_of_run(down(defaults, w("rPrDefault"), _RUN), colours),
            look_of_paragraph(down(defaults, w("pPrDefault"), _PARAGRAPH), colours),
        ),
    )
    found.theme, found.sans = colours, _sans(tree(fonts))
    return found


def styles_of(parts: Mapping[str, bytes]) -> Styles:
    """The styles of a Word file of those parts, as its theme and its table of fonts show them."""
    return read_styles(*(parts.get(f"word/{part}.xml", b"") for part in ("styles", "theme/theme1", "fontTable")))


def _style(element: Element, theme: Theme) -> Style:
    return Style(
        id=element.get(_ID) or "",
        name=value(element.find(_NAME)),
        kind=element.get(_TYPE) or "paragraph",
        based_on=value(element.find(_BASE)),
        run=look_of_run(element.find(_RUN), theme),
        paragraph=look_of_paragraph(element.find(_PARAGRAPH), theme),
        number=value(down(element, _PARAGRAPH, _LIST, _NUMBER)),
        level=whole(value(down(element, _PARAGRAPH, _LIST, _LEVEL))) or 0,
        shade=shade_of(down(element, _CELL, _SHADE), theme) or shade_of(down(element, _TABLE, _SHADE), theme),
        whole_rows=on(down(element, _ROW, _WHOLE)),
        parts={
            part.get(_TYPE) or "": (look_of_run(part.find(_RUN), theme), shade_of(down(part, _CELL, _SHADE), theme))
            for part in element.findall(_PART)
        },
    )


def _sans(root: Element | None) -> frozenset[str]:
    fonts = () if root is None else root.findall(w("font"))
    return frozenset((font.get(_NAME) or "").lower() for font in fonts if value(font.find(w("family"))) == "swiss")
