"""Fit: the finished tables of a body, looked through once for words that are too long and rows that are too tall.

Templates set a table's columns before anybody knows what will stand in them, and keep every row on one page. Both hold
for what boards usually write. Where they do not, LibreOffice and Word cut words in two, and LibreOffice clips the last
lines of a row that is taller than its page without saying so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.text_width import text_width
from bscb_docs.ooxml.wordml import SPLIT_ROW, WHOLE_ROW, plain_words
from bscb_docs.word_writer.tables.columns import CELL_MARGINS, widen
from bscb_docs.word_writer.tables.measure import Measure

_GRID = re.compile(r'<w:gridCol w:w="(\d+)"/>')
_CELL_WIDTH = re.compile(r'(<w:tcW w:w=")\d+(")')
_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"')
_ROW, _CELL, _PARAGRAPH = (re.compile(rf"<w:{name}[ >].*?</w:{name}>", re.DOTALL) for name in ("tr", "tc", "p"))
_TALL = 14
"""Lines of a row that come to half of a page on its side, and a third of an upright one."""
_USUAL_SIZE = 24
_PARAGRAPH_GAP = 0.4
"""Lines that the space around a paragraph takes."""
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
    rows = [row[0] for row in _ROW.finditer(table)]
    if not widths or len(rows) > _MOST_ROWS or "<w:gridSpan" in table:
        return table
    least = [0] * len(widths)
    for row in rows:
        for number, cell in enumerate(_CELL.findall(row)[: len(widths)]):
            least[number] = max(least[number], _longest(cell, measure) + CELL_MARGINS)
    changed = widen(widths, least)
    head, *parts = re.split(r"(?=<w:tr[ >])", table)
    if changed != widths:
        new = iter(changed)
        head = _GRID.sub(lambda _: f'<w:gridCol w:w="{next(new)}"/>', head)
    return head + "".join(_fit_row(row, widths, changed) for row in parts)


def _fit_row(row: str, widths: list[int], changed: list[int]) -> str:
    if changed != widths:
        new = iter(changed)
        row = _CELL_WIDTH.sub(lambda found: f"{found[1]}{next(new)}{found[2]}", row)
    if WHOLE_ROW in row and "<w:tblHeader/>" not in row and _is_tall(_texts(row, changed)):
        return row.replace(WHOLE_ROW, SPLIT_ROW)
    return row


def _is_tall(cells: Iterable[tuple[int, Sequence[str]]]) -> bool:
    """True where a row may take half a page: it is better split over two pages than cut off by the first.

    A cell is its width in twips and the texts of its paragraphs.
    """
    return any(
        sum(-(-text_width(text, _USUAL_SIZE) // max(width, 1)) + _PARAGRAPH_GAP for text in texts) > _TALL
        for width, texts in cells
    )


def _texts(row: str, widths: list[int]) -> Iterator[tuple[int, list[str]]]:
    for width, cell in zip(widths, _CELL.findall(row), strict=False):
        yield width - CELL_MARGINS, [plain_words(paragraph) for paragraph in _PARAGRAPH.findall(cell)]


def _longest(cell: str, measure: Measure) -> int:
    found = 0
    for paragraph in _PARAGRAPH.findall(cell):
        named = _STYLE.search(paragraph)
        stressed = "<w:rStyle" in paragraph
        found = max(found, measure.longest(plain_words(paragraph), named[1] if named else "", stressed=stressed))
    return found
