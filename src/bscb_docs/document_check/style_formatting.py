"""A document's styles -> the formatting that a paragraph, a run or a cell really has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, cast
from xml.etree.ElementTree import Element

from bscb_docs.document_check.faults import Fault
from bscb_docs.ooxml.formatting import TOGGLES, Look, look_of_paragraph
from bscb_docs.ooxml.theme import Theme
from bscb_docs.ooxml.xml_trees import w

_DEEPEST = 32
"""A chain of styles longer than this is a circle."""
_PROPERTIES = w("pPr")


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
    shade: str
    whole_rows: bool
    parts: Mapping[str, tuple[Look, str]]
    """A table style's parts (firstRow, band1Horz ...): what each says of its text, and its shade."""


class Styles:
    """All styles by id, with chains followed once a style."""

    def __init__(
        self,
        styles: Mapping[str, Style],
        default_run: Look,
        default_paragraph: Look,
        defaults: Mapping[str, str],
        theme: Theme,
        sans: frozenset[str],
        faults: tuple[tuple[Fault, str], ...] = (),
    ) -> None:
        self.by_id = styles
        self.default_run = default_run
        self.default_paragraph = default_paragraph
        self.defaults = defaults
        """The id of the style that holds for each kind where none is named."""
        self.theme = theme
        self.sans = sans
        """Fonts without serifs, in small letters."""
        self.faults = faults
        """What is wrong with the styles themselves, each with its place."""
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
        return self.paragraph(style, look_of_paragraph(paragraph.find(_PROPERTIES), self.theme)).get("numbered", False)

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
