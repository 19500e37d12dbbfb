"""Text measure: how wide the words of a paragraph run in its style, and how many lines it takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.paragraph_text import KEEP, style_in
from bscb_docs.ooxml.paragraph_words import words_of
from bscb_docs.ooxml.styles import styles_of
from bscb_docs.ooxml.text_width import Lettering
from bscb_docs.ooxml.wordml import HYPHEN, LABEL
from bscb_docs.prose.blocks import NO_BREAK
from bscb_docs.word_writer.tables.columns import CELL_MARGINS

_GRID = re.compile(r'<w:gridCol w:w="(\d+)"/>')
_PARTED = re.compile(f"{HYPHEN.pattern}|{LABEL.pattern}")
_PART_OF = re.compile(r"(?<=\d) of (?=\d)")
"""Between a part and its whole, which stand on one line."""
_USUAL_SIZE, _USUAL_LINE, LINE = 24, 276, 316
"""A line of 12 point as texts have it: its size and its spacing as Word counts them, and its height in twips."""
_EDGES = 0.4
"""Lines that the room above and below the words of a cell takes."""

Words = tuple[str, str, bool]
"""The words of a paragraph, the id of its style, and whether some of it is in a character style."""


@frozen
class _Look(Compared):
    """What a style says: its letters, those of stressed words, and how far from the left its lines begin.

    The height of each line, and the space around a paragraph, are in lines of 12 point.
    """

    plain: Lettering
    stressed: Lettering
    indent: int
    height: float
    space: float


@lru_cache(maxsize=8)
def measure_of(house: HouseFile) -> TextMeasure:
    """What measures in the look of a house: one for all documents in it."""
    return TextMeasure(house)


class TextMeasure:
    """Widths in twips for one house file; what a style says of size, weight and font is followed once."""

    def __init__(self, house: HouseFile) -> None:
        self._styles = styles_of(house.parts)
        self._heights = house.text_height, house.landscape_height
        self._looks: dict[str, _Look] = {}

    def page(self, part: float = 1, *, sideways: bool = False) -> int:
        """The lines of 12 point that stand on a page, upright or on its side, or on that part of one."""
        return max(round(part * round(self._heights[sideways] / LINE)), 1)

    def indent_below(self, item: str, style: str) -> int:
        """Twips from the left at which a paragraph of an item begins, where its style begins elsewhere; else 0.

        Both styles are given by their ids. One with a tint keeps its own place, for the tint would move along.
        """
        place = self._look(item).indent
        return 0 if place == self._look(style).indent or self._styles.paragraph(style, {}).get("shade") else place

    def longest(self, text: str, style: str, *, stressed: bool = False) -> int:
        """What the longest part of a text that no line can break takes of a line, in a style given by its id."""
        look = self._look(style)
        return look.indent + (look.stressed if stressed else look.plain).take_apart(text).longest

    def line(self, text: str, style: str) -> int:
        """What a text takes on one line."""
        look = self._look(style)
        return look.indent + look.plain.width(text)

    def lines(self, text: str, style: str, width: int) -> float:
        """The lines of 12 point that a paragraph takes, set that wide, with the space around it."""
        return self.paragraph(text, style)(width)

    def paragraph(self, text: str, style: str, sides: int = 0) -> Callable[[int], float]:
        """`lines` as a function of the width, for a paragraph that is tried at many, or of that with its sides."""
        look = self._look(style)
        lines, height, space, sides = look.plain.take_apart(text).lines, look.height, look.space, sides + look.indent
        return lambda width: lines(width - sides) * height + space

    def body(self, xml: str, width: int) -> float:
        """The lines that paragraphs and tables take one below the other, between edges that far apart."""
        parts = parted_at_tables(xml)
        words = (each for part in parts[::2] for each in words_and_styles(part))
        return sum(map(self._table, parts[1::2])) + sum(self.lines(text, style, width) for text, style, _ in words)

    def first_rows(self, xml: str) -> float:
        """The lines that a table takes to its first row which keeps with nothing below, its head aside."""
        rows = xml.split("</w:tr>")[:-1]
        ends = (number for number, row in enumerate(rows, 1) if "<w:tblHeader/>" not in row and KEEP not in row)
        return self._table("</w:tr>".join([*rows[: next(ends, len(rows))], ""]))

    def _table(self, xml: str) -> float:
        widths = columns_of(xml)
        return sum(row_lines(self.cells(row), widths) for row in xml.split("</w:tr>")[:-1])

    def cells(self, row: str) -> list[Cell]:
        """The cells of a row of a table."""
        return list(map(self.cell, row.split("</w:tc>")[:-1]))

    def cell(self, xml: str) -> Cell:
        """A cell of a table."""
        return Cell(self, list(words_and_styles(xml)))

    def _look(self, style: str) -> _Look:
        if style not in self._looks:
            told, set_so = self._styles.run({}, style, "", {}), self._styles.paragraph(style, {})
            size, bold, font = told.get("size", _USUAL_SIZE), told.get("b", False), told.get("font", "Arial")
            plain, stressed = (Lettering(size, bold=each, font=font) for each in (bold, True))
            height = size / _USUAL_SIZE * set_so.get("line", _USUAL_LINE) / _USUAL_LINE
            space = (set_so.get("above", 0) + set_so.get("below", 0)) / LINE
            self._looks[style] = _Look(plain, stressed, set_so.get("indent", 0), height, space)
        return self._looks[style]


class Cell:
    """The paragraphs of a table's cell, taken apart once for all the widths that its column is tried at."""

    def __init__(self, measure: TextMeasure, paragraphs: Sequence[Words]) -> None:
        self._measure, self.paragraphs = measure, paragraphs
        self._told = [measure.paragraph(words, style, CELL_MARGINS) for words, style, _ in paragraphs]
        self._known: dict[int, float] = {}

    def lines(self, width: int) -> float:
        """The lines of 12 point that it takes in a column of that width, counted once for each."""
        if width not in self._known:
            self._known[width] = sum([lines(width) for lines in self._told]) + _EDGES
        return self._known[width]

    @cached_property
    def least(self) -> int:
        """The width that its column must have for its longest word."""
        held = ((_held(words), style, each) for words, style, each in self.paragraphs)
        found = (self._measure.longest(words, style, stressed=each) for words, style, each in held)
        return max(found, default=0) + CELL_MARGINS

    @cached_property
    def line(self) -> int:
        """The width of a column in which each of its paragraphs stands on one line."""
        return max((self._measure.line(words, style) for words, style, _ in self.paragraphs), default=0) + CELL_MARGINS

    @cached_property
    def whole(self) -> int:
        """The least width of a column in which no line ends within a number, a span of years or a label."""
        numbers = ((words, style) for words, style, _ in self.paragraphs if _PARTED.search(words))
        return max((self._measure.line(words, style) + CELL_MARGINS for words, style in numbers), default=0)


def _held(words: str) -> str:
    """Words with spaces that end no line between a part and its whole, and before the number of a label."""
    return LABEL.sub(NO_BREAK, _PART_OF.sub(f"{NO_BREAK}of{NO_BREAK}", words))


def row_lines(cells: Iterable[Cell], widths: Iterable[int]) -> float:
    """The lines of the highest cell of a row of a table."""
    return max((cell.lines(width) for cell, width in zip(cells, widths, strict=False)), default=0)


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
