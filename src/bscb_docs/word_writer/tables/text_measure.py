"""Text measure: how wide the words of a paragraph run in its style, and how many lines it takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.paragraph_text import style_in
from bscb_docs.ooxml.paragraph_words import words_of
from bscb_docs.ooxml.styles import styles_of
from bscb_docs.ooxml.text_width import lines_of, lines_within, longest_part, text_width, widest
from bscb_docs.word_writer.tables.columns import CELL_MARGINS

_GRID = re.compile(r'<w:gridCol w:w="(\d+)"/>')
_USUAL_SIZE = 24
_LINE = 316
"""The height in twips of a line of that size, with its share of the space between paragraphs."""
_GAP, _CLOSER = 0.4, 0.27
"""Lines that the space around a paragraph takes, and how much less of it stands between those of a cell."""

Words = tuple[str, str, bool]
"""The words of a paragraph, the id of its style, and whether some of it is in a character style."""


@lru_cache(maxsize=8)
def measure_of(house: HouseFile) -> TextMeasure:
    """What measures in the look of a house: one for all documents in it."""
    return TextMeasure(house)


class TextMeasure:
    """Widths in twips for one house file; what a style says of size, weight and font is followed once."""

    def __init__(self, house: HouseFile) -> None:
        self._styles = styles_of(house.parts)
        self._heights = house.text_height, house.landscape_height
        self._looks: dict[str, tuple[int, bool, str, int]] = {}

    def page(self, part: float = 1, *, sideways: bool = False) -> int:
        """The lines of 12 point that stand on a page, upright or on its side, or on that part of one."""
        return max(round(part * round(self._heights[sideways] / _LINE)), 1)

    def longest(self, text: str, style: str, *, stressed: bool = False) -> int:
        """What the longest part of a text that no line can break takes of a line, in a style given by its id."""
        size, bold, font, indent = self._look(style)
        return indent + longest_part(text, size, bold=bold or stressed, font=font)

    def line(self, text: str, style: str) -> int:
        """What a text takes on one line."""
        size, bold, font, indent = self._look(style)
        return indent + text_width(text, size, bold=bold, font=font)

    def lines(self, text: str, style: str, width: int) -> float:
        """The lines of 12 point that a paragraph takes, set that wide, with the space around it."""
        size, bold, font, indent = self._look(style)
        lines, width = 1, width - indent
        if widest(text, size) > width:
            lines = lines_within(text, width, size, bold=bold, font=font)
        return lines * size / _USUAL_SIZE + _GAP

    def cell(self, paragraphs: Sequence[Words]) -> Callable[[int], float]:
        """The lines of a cell as a function of the width within it, for one that is tried at many."""
        told, closer = [self._paragraph(words, style) for words, style, _ in paragraphs], _closer(paragraphs)
        return told[0] if len(told) == 1 else lambda width: sum(lines(width) for lines in told) - closer

    def _paragraph(self, text: str, style: str) -> Callable[[int], float]:
        size, bold, font, indent = self._look(style)
        lines = lines_of(text, size, bold=bold, font=font)
        return lambda width: lines(width - indent) * size / _USUAL_SIZE + _GAP

    def body(self, xml: str, width: int) -> float:
        """The lines that paragraphs and tables take one below the other, between edges that far apart."""
        parts = parted_at_tables(xml)
        tables = (self._table(table) for table in parts[1::2])
        return sum(tables) + sum(self.height(words_and_styles(part), width) for part in parts[::2])

    def _table(self, xml: str) -> float:
        widths = columns_of(xml)
        return sum(self.row(cells_of(row), widths) for row in xml.split("</w:tr>")[:-1])

    def row(self, cells: Sequence[Sequence[Words]], widths: Sequence[int]) -> float:
        """The lines of the highest cell of a row of a table."""
        cells_in = zip(widths, cells, strict=False)
        return max((self.height(cell, width - CELL_MARGINS) - _closer(cell) for width, cell in cells_in), default=0)

    def height(self, paragraphs: Iterable[Words], width: int) -> float:
        """The lines that paragraphs take one below the other."""
        return sum(self.lines(words, style, width) for words, style, _ in paragraphs)

    def _look(self, style: str) -> tuple[int, bool, str, int]:
        """The size, weight and font of a style, and how far from the left its lines begin."""
        if style not in self._looks:
            look, indent = self._styles.run({}, style, "", {}), self._styles.paragraph(style, {}).get("indent", 0)
            self._looks[style] = look.get("size", _USUAL_SIZE), look.get("b", False), look.get("font", "Arial"), indent
        return self._looks[style]


def _closer(cell: Sequence[Words]) -> float:
    """The lines by which the paragraphs of a cell are lower than in the body."""
    return _CLOSER * max(len(cell) - 1, 0)


def words_and_styles(xml: str) -> Iterator[Words]:
    """What stands in each paragraph of some WordprocessingML."""
    for paragraph in xml.split("</w:p>")[:-1]:
        yield words_of(paragraph), style_in(paragraph), "<w:rStyle" in paragraph


def parted_at_tables(xml: str) -> list[str]:
    """Some WordprocessingML in pieces: what stands before the first table, that table, what follows it, and so on."""
    first, *others = xml.split("<w:tbl>")
    pieces = [first]
    for other in others:
        table, end, after = other.partition("</w:tbl>")
        if end:
            pieces += f"<w:tbl>{table}{end}", after
        else:  # another table stands within this one
            pieces[-1] += f"<w:tbl>{table}"
    return pieces


def columns_of(table: str) -> list[int]:
    """The widths of a table's columns in twips."""
    return [int(width) for width in _GRID.findall(table)]


def cells_of(row: str) -> list[list[Words]]:
    """What stands in each cell of a row."""
    return [list(words_and_styles(cell)) for cell in row.split("</w:tc>")[:-1]]
