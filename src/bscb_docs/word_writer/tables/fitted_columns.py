"""Fit: the finished tables of a body, looked through once for long words, numbers, tall rows, and last rows left alone.

Templates set a table's columns before anybody knows what will stand in them, and keep every row on one page. Both hold
for what boards usually write. Where they do not, LibreOffice and Word cut words in two, and LibreOffice clips the last
lines of a row that is taller than its page without saying so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise, zip_longest

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.word_markup import hold_numbers
from bscb_docs.word_writer.tables.amounts import align_amounts, amount_styles
from bscb_docs.word_writer.tables.column_widths import CELL_MARGINS, even_share, lowest, share_width, widen
from bscb_docs.word_writer.tables.kept_rows import keep_rows
from bscb_docs.word_writer.tables.text_measure import Cell, columns_of, measure_of, parted_at_tables, row_lines

_CELL_WIDTH = re.compile(r'(<w:(?:tcW|gridCol) w:w=")\d+(")')
_TABLE_WIDTH = re.compile(r'(<w:tblW w:w=")\d+(" w:type="dxa"/>)')
_GRID = re.compile(r"<w:tblGrid>.*?</w:tblGrid>", re.DOTALL)
"""The columns that a template drew; a loop over columns sets more or fewer of them."""
_ROW = re.compile(r"<w:tr[ >]")
_SIDEWAYS = 'w:orient="landscape"'
_WORTH = 0.8
"""The part of its height that widths of its own leave of a table at most, where they differ from the tables like it."""
_SEEN = 200
"""Rows of a table at most, from all over it, by which its columns are made as wide as they are."""
_MOST_ROWS = 2_000
"""Rows of a table beyond which its columns stay as its template set them: a list that long is no page to read."""


@frozen
class _Table(Compared):
    """A table in pieces: what stands before its rows, these, what stands in their cells, and how it was drawn."""

    head: str
    rows: Sequence[str]
    cells: Sequence[Sequence[Cell]]
    drawn: tuple[int, ...]
    sideways: bool

    @classmethod
    def of(cls, xml: str, cell: Callable[[str], Cell], *, sideways: bool) -> _Table | None:
        """A table of one cell below the other; None for any other, and for one that is yet to be filled in."""
        drawn = columns_of(xml)
        if not drawn or "<w:gridSpan" in xml or "<w:sdt>" in xml or "</w:tc>" not in xml:
            return None
        starts = [*(found.start() for found in _ROW.finditer(xml)), len(xml)]
        rows = [xml[start:end] for start, end in pairwise(starts)]
        cells = [[cell(each) for each in row.split("</w:tc>")[:-1]] for row in rows]
        return cls(xml[: starts[0]], rows, cells, tuple(drawn), sideways)

    def heights(self, widths: Sequence[int]) -> list[float]:
        """The lines that each row takes."""
        return [row_lines(row, widths) for row in self.cells]

    @property
    def kind(self) -> tuple[object, ...]:
        """What tables have in common whose columns stand below each other: heads, widths as drawn, how pages lie."""
        return tuple(words for cell in self.cells[0] for words, *_ in cell.paragraphs), self.drawn, self.sideways


def fit_tables(text: list[str], house: HouseFile) -> None:
    """Changes a body's tables where their columns or rows do not fit; there are as many pieces as before."""
    fitter = _Fitter(house)
    setups = [(position, _SIDEWAYS in piece) for position, piece in enumerate(text) if "<w:sectPr" in piece]
    stretches: list[tuple[int, int, list[str], list[_Table | None]]] = []
    for first, last in _tables(text):
        rows = accumulate(piece.count("</w:tr>") for piece in text[first : last + 1])
        if any(number > _MOST_ROWS for number in rows):
            continue
        sideways = next((turned for position, turned in setups if position >= last), False)
        parts = parted_at_tables("".join(text[first : last + 1]))
        stretches.append(
            (first, last, parts, [_Table.of(part, fitter.cell, sideways=sideways) for part in parts[1::2]])
        )
    alike: dict[object, list[_Table]] = {}
    for table in (table for *_, tables in stretches for table in tables if table):
        alike.setdefault(table.kind, []).append(table)
    common = {kind: fitter.widths(tables) for kind, tables in alike.items()}
    for first, last, parts, tables in stretches:
        parts[1::2] = [
            fitter.fit(table, common[table.kind], alone=len(alike[table.kind]) == 1) if table else part
            for table, part in zip(tables, parts[1::2], strict=True)
        ]
        text[first : last + 1] = ["".join(parts), *[""] * (last - first)]


def lines_of_rows(rows: Sequence[Sequence[Cell]], drawn: Sequence[int], house: HouseFile) -> list[float]:
    """The lines of 12 point that each row takes in columns drawn so wide, once these are fitted."""
    widths = _Fitter(house).fitted(drawn, rows)
    return [row_lines(row, widths) for row in rows]


def _tables(text: list[str]) -> Iterator[tuple[int, int]]:
    """The positions of the first and the last piece of each table, or of several that share a piece."""
    begun = -1
    for position, piece in enumerate(text):
        if begun < 0 and "<w:tbl>" in piece:
            begun = position
        if begun >= 0 and "</w:tbl>" in piece and piece.rfind("</w:tbl>") > piece.rfind("<w:tbl>"):
            yield begun, position
            begun = -1


class _Fitter:
    """Fits the tables of one house's look."""

    def __init__(self, house: HouseFile) -> None:
        self.measure, self.house = measure_of(house), house
        self.amount_styles = amount_styles(house)
        self.cell = cache(self.measure.cell)

    def widths(self, tables: Sequence[_Table]) -> list[int]:
        """The widths of the columns of tables that are alike: their author's, where no word is too long for them.

        Tables that fill an upright page, on pages on their side, are made as wide as that.
        """
        drawn, sideways = tables[0].drawn, tables[0].sideways
        rows = [row for table in tables for row in table.cells]
        return self.fitted(drawn, rows, sideways=sideways)

    def fitted(self, drawn: Sequence[int], rows: Sequence[Sequence[Cell]], *, sideways: bool = False) -> list[int]:
        """The widths of the columns of those rows, drawn so wide."""
        least = self._least(rows)
        widths = list(drawn) if len(drawn) == len(least) else share_width(sum(drawn), least, [1] * len(least))
        return self._lowest(widen(self._stretched(widths) if sideways else widths, least), rows, least)

    def _lowest(self, widths: Sequence[int], rows: Sequence[Sequence[Cell]], least: Sequence[int]) -> list[int]:
        """The widths that make those rows as low as they get, or of many rows as many as are looked at.

        No column of several words is narrowed below half an even share, none of a sentence to a ribbon: four lines hold
        it, or three quarters of what each column might have that needs more than its narrow neighbours. One that its
        author drew narrower may be as narrow as that.
        """
        columns = self._columns(rows[:: -(-len(rows) // _SEEN)])
        lines = [max(cell.line for cell in column) for column in columns]
        share, most = sum(widths) // (2 * len(widths)), even_share(sum(widths), lines) * 3 // 4
        legible = [
            max(need, min(width, max(min(share, line), min(most, line // 4))))
            for need, width, line in zip(least, widths, lines, strict=True)
        ]
        return lowest(widths, legible, lambda number, width: [cell.lines(width) for cell in columns[number]])

    def _least(self, rows: Sequence[Sequence[Cell]]) -> list[int]:
        """The width that each column must have for its longest word."""
        return [max(cell.least for cell in column) for column in self._columns(rows)]

    def _columns(self, rows: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
        return list(zip_longest(*rows, fillvalue=Cell(self.measure, ())))

    def fit(self, table: _Table, common: list[int], *, alone: bool) -> str:
        """The table with columns as wide as in those like it, numbers at the right, and rows that split or keep.

        Its columns have widths of their own only where that makes it much lower; one `alone` of its kind has them.
        """
        head, rows, turned = table.head, table.rows, table.sideways
        widths = common if alone else self._own(table, common)
        if tuple(widths) != table.drawn:
            head = _GRID.sub("<w:tblGrid>" + '<w:gridCol w:w="0"/>' * len(widths) + "</w:tblGrid>", head)
            head = _TABLE_WIDTH.sub(rf"\g<1>{sum(widths)}\g<2>", _widened(head, widths))
            rows = [_widened(row, widths) for row in rows]
        rows = align_amounts(rows, table.cells, self.amount_styles)
        rows = [_held(row, cells, widths) for row, cells in zip(rows, table.cells, strict=True)]
        return head + keep_rows(rows, table.heights(widths), self.measure, sideways=turned)

    def _own(self, table: _Table, common: list[int]) -> list[int]:
        """The widths that make a table much lower than those it has in common with the tables like it, or these."""
        own = self._lowest(common, table.cells, self._least(table.cells))
        return own if sum(table.heights(own)) < _WORTH * sum(table.heights(common)) else common

    def _stretched(self, widths: list[int]) -> list[int]:
        if abs(sum(widths) - self.house.text_width) > CELL_MARGINS:
            return widths
        return share_width(self.house.landscape_width, [0] * len(widths), widths)


def _held(row: str, cells: Sequence[Cell], widths: Sequence[int]) -> str:
    """The row with numbers, years and labels that no line ends within, in cells that take several lines."""
    narrow = [number for number, (cell, width) in enumerate(zip(cells, widths, strict=True)) if cell.whole > width]
    if not narrow:
        return row
    parts = row.split("</w:tc>")
    for number in narrow:
        parts[number] = hold_numbers(parts[number])
    return "</w:tc>".join(parts)


def _widened(row: str, widths: Sequence[int]) -> str:
    new = iter(widths)
    return _CELL_WIDTH.sub(lambda found: f"{found[1]}{next(new)}{found[2]}", row)
