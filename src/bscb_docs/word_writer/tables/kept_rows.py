"""Kept rows: which rows of a table a page's end may not part, and which may go on over the next page.

A row that may not split and is taller than its page loses its last lines in LibreOffice, which says nothing of it.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, takewhile

from bscb_docs.ooxml.paragraph_text import free_places, keep_all
from bscb_docs.ooxml.word_markup import SPLIT_ROW, WHOLE_ROW
from bscb_docs.word_writer.tables.text_measure import TextMeasure, columns_of, row_lines

QUARTER, THIRD = 0.25, 0.34
"""A quarter of a page, and a third: no less stands on the last page, or on one before one that begins anew."""
HALF = 0.52
"""Half a page: a box that is lower stays whole, a heading keeps with its text and its table's first rows where that
makes no more, and so does a list reached from below."""
_TALL, _PAIR, _ALONE = 0.66, 0.4, 0.12
"""Parts of a page: of a row that is too high to be kept whole, for LibreOffice parts it after any line of its cells; of
rows that are too high to be kept on one page; and of rows that are high enough to stand alone at its foot or head."""


def keep_rows(rows: Sequence[str], lines: Sequence[float], measure: TextMeasure, *, sideways: bool) -> str:
    """The rows of a table of those heights in lines, on pages upright or on their side, told to split or to keep."""
    tall, pair, alone = (measure.page(part, sideways=sideways) for part in (_TALL, _PAIR, _ALONE))
    kept = keeps_next(lines, pair, alone)
    split = [_split(row) if high > tall else row for row, high in zip(rows, lines, strict=True)]
    return "".join(keep_all(row) if keeps else row for row, keeps in zip(split, kept, strict=True))


def keeps_next(lines: Sequence[float], pair: float, alone: float) -> list[bool]:
    """Which rows keep with the one below them, by their heights: of those below the head the first few and the last.

    So no low row stands alone under a head. The head keeps by its style: where its row says so too, LibreOffice keeps
    the whole table with what follows, and loses rows.
    """
    body = lines[1:]
    first, last = (_joined(rows, pair, alone) for rows in (body, body[::-1]))
    return [0 < row <= first or len(body) - last <= row < len(body) for row in range(len(lines))]


def _joined(rows: Sequence[float], pair: float, alone: float) -> int:
    """How many of those rows, from the first, keep with the one that follows."""
    heights = list(accumulate(rows))
    few = takewhile(lambda both: both[0] < alone and both[1] <= pair, pairwise(heights))
    return len(list(few))


def last_rows(table: str, below: float, measure: TextMeasure) -> Iterator[int]:
    """Where rows of a table keep with its last and the lines below, so that a last page is not one row."""
    widths, end, lines = columns_of(table), len(table), below
    while (at := table.rfind("<w:tr>", 0, end)) >= 0 and "<w:tblHeader/>" not in (row := table[at:end]):
        more = lines + row_lines(measure.cells(row), widths)
        if end < len(table):
            if lines >= measure.page(THIRD) or more > measure.page(HALF):
                break
            yield from (at + place for place in free_places(row))
        lines, end = more, at


def _split(row: str) -> str:
    """A row that may go on over the next page: better so than cut off by the end of its own; a head repeats whole."""
    return row if "<w:tblHeader/>" in row else row.replace(WHOLE_ROW, SPLIT_ROW)
