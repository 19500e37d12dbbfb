"""Measure: how wide the words of a paragraph run in the style that it has in the house's file."""

from __future__ import annotations

from bscb_docs.ooxml.house_file import THEME, HouseFile
from bscb_docs.ooxml.styles import read_styles
from bscb_docs.ooxml.text_width import longest_part


class Measure:
    """Widths in twips for one house file; what a style says of size, weight and font is followed once."""

    def __init__(self, house: HouseFile) -> None:
        self._styles = read_styles(house.parts["word/styles.xml"], house.parts.get(THEME, b""))
        self._looks: dict[str, tuple[int, bool, str]] = {}

    def longest(self, text: str, style: str, *, stressed: bool = False) -> int:
        """The width of the longest part of a text that no line can break, in a paragraph style given by its id."""
        if style not in self._looks:
            look = self._styles.run({}, style, "", {})
            self._looks[style] = look.get("size", 24), look.get("b", False), look.get("font", "Arial")
        size, bold, font = self._looks[style]
        return longest_part(text, size, bold=bold or stressed, font=font)
