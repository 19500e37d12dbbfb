"""Fit: the finished tables of a body, looked through once for words that are too long and rows that are too tall.

Templates set a table's columns before anybody knows what will stand in them, and keep every row on one page. Both hold
for what boards usually write. Where they do not, LibreOffice and Word cut words in two, and LibreOffice clips the last
lines of a row that is taller than its page without saying so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.text_width import text_width, widest
from bscb_docs.ooxml.wordml import SPLIT_ROW, WHOLE_ROW, plain_words
from bscb_docs.word_writer.tables.columns import CELL_MARGINS, widen
from bscb_docs.word_writer.tables.measure import Measure

_GRID = re.compile(r'<w:gridCol w:w="(\d+)"/>')
_CELL_WIDTH = re.compile(r'(<w:tcW w:w=")\d+(")')
_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"')
_TALL = 14
"""Lines of a row that come to half of a page on its side, and a third of an upright one."""
_USUAL_SIZE = 24
_PARAGRAPH_GAP = 0.4
"""Lines that the space around a paragraph takes."""
_Cell = list[tuple[str, str, bool]]
"""The words of each paragraph of a cell, its style, and whether words in it are stressed."""
_MOST_ROWS = 2_000
"""Rows of a table beyond which its columns stay as its template set them: a list that long is no page to read."""


def fit_tables(text: list[str], house: HouseFile) -> None:
    """Changes a body's tables where their columns or rows do not fit; there are as many pieces as before."""
    measure = Measure(house)
    for first, last in list(_tables(text)):
        found = "".join(text[first : last + 1])
        fitted = _fit(found, measure)
        if fitted != found:
            text[first : last + 1] = [fitted, *[""] * (last - first)]


def _tables(text: list[str]) -> Iterator[tuple[int, int]]:
    """The positions of the first and the last piece of each table, or of several that share a piece."""
    begun = -1
    for position, piece in enumerate(text):
        if begun < 0 and "<w:tbl>" in piece:
            begun = position
        if begun >= 0 and "</w:tbl>" in piece and piece.rfind("</w:tbl>") > piece.rfind("<w:tbl>"):
            yield begun, position
            begun = -1


def _fit(text: str, measure: Measure) -> str:
    """The same text, each of its tables fitted."""
    return re.sub(r"<w:tbl>.*?</w:tbl>", lambda table: _fit_table(table[0], measure), text, flags=re.DOTALL)


def _fit_table(table: str, measure: Measure) -> str:
    widths = [int(width) for width in _GRID.findall(table)]
    head, *rows = re.split(r"(?=<w:tr[ >])", table)
    if not widths or len(rows) > _MOST_ROWS or "<w:gridSpan" in table:
        return table
    texts = [[_paragraphs(cell) for cell in row.split("</w:tc>")[:-1]] for row in rows]
    least = [0] * len(widths)
    for cells in texts:
        for number, cell in enumerate(cells[: len(widths)]):
            longest = max((measure.longest(words, style, stressed=stress) for words, style, stress in cell), default=0)
            least[number] = max(least[number], longest + CELL_MARGINS)
    changed = widen(widths, least)
    if changed != widths:
        new = iter(changed)
        head = _GRID.sub(lambda _: f'<w:gridCol w:w="{next(new)}"/>', head)
    return head + "".join(_fit_row(row, cells, widths, changed) for row, cells in zip(rows, texts, strict=True))


def _paragraphs(cell: str) -> _Cell:
    return [
        (plain_words(paragraph), style[1] if (style := _STYLE.search(paragraph)) else "", "<w:rStyle" in paragraph)
        for paragraph in cell.split("</w:p>")[:-1]
    ]


def _fit_row(row: str, cells: list[_Cell], widths: list[int], changed: list[int]) -> str:
    if changed != widths:
        new = iter(changed)
        row = _CELL_WIDTH.sub(lambda found: f"{found[1]}{next(new)}{found[2]}", row)
    if WHOLE_ROW in row and "<w:tblHeader/>" not in row and any(map(_is_tall, cells, changed)):
        return row.replace(WHOLE_ROW, SPLIT_ROW)
    return row


def _is_tall(cell: _Cell, width: int) -> bool:
    """True where a cell may take half a page: its row is better split over two pages than cut off by the first."""
    room = max(width - CELL_MARGINS, 1)
    at_most = sum(widest(words, _USUAL_SIZE) // room + 1 + _PARAGRAPH_GAP for words, *_ in cell)
    if at_most <= _TALL:
        return False
    return sum(-(-text_width(words, _USUAL_SIZE) // room) + _PARAGRAPH_GAP for words, *_ in cell) > _TALL
