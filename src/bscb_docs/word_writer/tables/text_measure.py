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
from bscb_docs.ooxml.text_width import Lettering, PartedText, take_apart_runs
from bscb_docs.ooxml.word_markup import HYPHEN, LABEL
from bscb_docs.prose.blocks import NO_BREAK
from bscb_docs.word_writer.tables.column_widths import CELL_MARGINS

_GRID = re.compile(r'<w:gridCol w:w="(\d+)"/>')
_RUN_STYLE = re.compile(r'<w:rStyle w:val="([^"]*)"')
_PARTED = re.compile(f"{HYPHEN.pattern}|{LABEL.pattern}")
_PART_OF = re.compile(r"(?<=\d) of (?=\d)")
"""Between a part and its whole, which stand on one line."""
_USUAL_SIZE, _USUAL_LINE, LINE = 24, 276, 317
"""A line of 12 point as texts have it: its size and its spacing as Word counts them, and its height in twips."""
_EDGES = 0.44
"""Lines that the room above and below the words of a cell takes, with the line below its row."""

Weights = tuple[tuple[str, bool], ...]
"""The runs of a paragraph that is partly bold, each with whether it is; none where all has the weight of its style."""
Words = tuple[str, str, Weights]
"""The words of a paragraph, the id of its style, and the weights of its runs."""


@frozen
class _Look(Compared):
    """What a style says: its letters, the same plain and bold, and how far from the left its lines begin.

    The height of each line, and the space around a paragraph, are in lines of 12 point.
    """

    own: Lettering
    weights: tuple[Lettering, Lettering]
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
        self._bold: dict[tuple[str, str], bool] = {}

    def page(self, part: float = 1, *, sideways: bool = False) -> int:
        """The lines of 12 point that stand on a page, upright or on its side, or on that part of one."""
        return max(round(part * round(self._heights[sideways] / LINE)), 1)

    def indent_below(self, item: str, style: str) -> int:
        """Twips from the left at which a paragraph of an item begins, where its style begins elsewhere; else 0.

        Both styles are given by their ids. One with a tint keeps its own place, for the tint would move along.
        """
        place = self._look(item).indent
        return 0 if place == self._look(style).indent or self._styles.paragraph(style, {}).get("shade") else place

    def longest(self, text: str, style: str, weights: Weights = ()) -> int:
        """What the longest part of a text that no line can break takes of a line, in a style given by its id."""
        return self._look(style).indent + self._taken_apart(text, style, weights).longest

    def line(self, text: str, style: str, weights: Weights = ()) -> int:
        """What a text takes on one line."""
        look = self._look(style)
        return look.indent + (self._taken_apart(text, style, weights).width if weights else look.own.width(text))

    def lines(self, text: str, style: str, width: int, weights: Weights = ()) -> float:
        """The lines of 12 point that a paragraph takes, set that wide, with the space around it."""
        return self.paragraph((text, style, weights))(width)

    def paragraph(self, words: Words, sides: int = 0) -> Callable[[int], float]:
        """`lines` as a function of the width, for a paragraph that is tried at many, or of that with its sides."""
        look, lines = self._look(words[1]), self._taken_apart(*words).lines
        height, space, sides = look.height, look.space, sides + look.indent
        return lambda width: lines(width - sides) * height + space

    def _taken_apart(self, text: str, style: str, weights: Weights) -> PartedText:
        look = self._look(style)
        if not weights:
            return look.own.take_apart(text)
        return take_apart_runs((words, look.weights[bold]) for words, bold in weights)

    def body(self, xml: str, width: int) -> float:
        """The lines that paragraphs and tables take one below the other, between edges that far apart."""
        parts = parted_at_tables(xml)
        words = (each for part in parts[::2] for each in self._words(part))
        return sum(map(self._table, parts[1::2])) + sum(self.paragraph(each)(width) for each in words)

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
        return Cell(self, list(self._words(xml)))

    def _words(self, xml: str) -> Iterator[Words]:
        """What stands in each paragraph of some WordprocessingML."""
        for paragraph in xml.split("</w:p>")[:-1]:
            style = style_in(paragraph)
            runs = paragraph.split("</w:r>") if "<w:rStyle" in paragraph else ()
            weights = [(words_of(run), self.is_bold(style, *_RUN_STYLE.findall(run)[:1])) for run in runs]
            yield words_of(paragraph), style, tuple(weights)

    def is_bold(self, style: str, character: str = "") -> bool:
        """Whether words in a character style, or in none, are bold in a paragraph of that style; both by their ids."""
        if (style, character) not in self._bold:
            self._bold[style, character] = self._styles.run({}, style, character, {}).get("b", False)
        return self._bold[style, character]

    def _look(self, style: str) -> _Look:
        if style not in self._looks:
            told, set_so = self._styles.run({}, style, "", {}), self._styles.paragraph(style, {})
            size, font = told.get("size", _USUAL_SIZE), told.get("font", "Arial")
            weights = Lettering(size, font=font), Lettering(size, bold=True, font=font)
            height = size / _USUAL_SIZE * set_so.get("line", _USUAL_LINE) / _USUAL_LINE
            space = (set_so.get("above", 0) + set_so.get("below", 0)) / LINE
            own = weights[told.get("b", False)]
            self._looks[style] = _Look(own, weights, set_so.get("indent", 0), height, space)
        return self._looks[style]


class Cell:
    """The paragraphs of a table's cell, taken apart once for all the widths that its column is tried at."""

    def __init__(self, measure: TextMeasure, paragraphs: Sequence[Words]) -> None:
        self._measure, self.paragraphs = measure, paragraphs
        self._told = [measure.paragraph(_held(words, LABEL), CELL_MARGINS) for words in paragraphs]
        self._known: dict[int, float] = {}

    def lines(self, width: int) -> float:
        """The lines of 12 point that it takes in a column of that width, counted once for each."""
        if width not in self._known:
            self._known[width] = sum([lines(width) for lines in self._told]) + _EDGES
        return self._known[width]

    @cached_property
    def least(self) -> int:
        """The width that its column must have for its longest word."""
        held = (_held(_held(words, LABEL), _PART_OF) for words in self.paragraphs)
        return max((self._measure.longest(*each) for each in held), default=0) + CELL_MARGINS

    @cached_property
    def line(self) -> int:
        """The width of a column in which each of its paragraphs stands on one line."""
        return max((self._measure.line(*each) for each in self.paragraphs), default=0) + CELL_MARGINS

    @cached_property
    def whole(self) -> int:
        """The least width of a column in which no line ends within a number, a span of years or a label."""
        numbers = (self._measure.line(*each) for each in self.paragraphs if _PARTED.search(each[0]))
        return max((each + CELL_MARGINS for each in numbers), default=0)


def _held(words: Words, spaces: re.Pattern[str]) -> Words:
    """Words of which no line ends at those spaces: before the number of a label, or between a part and its whole."""
    text, style, weights = words
    if not spaces.search(text):
        return words

    def held(run: str) -> str:
        return spaces.sub(lambda found: found[0].replace(" ", NO_BREAK), run)

    return held(text), style, tuple((held(run), bold) for run, bold in weights)


def row_lines(cells: Iterable[Cell], widths: Iterable[int]) -> float:
    """The lines of the highest cell of a row of a table."""
    return max((cell.lines(width) for cell, width in zip(cells, widths, strict=False)), default=0)


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
