"""Kept rows: which rows of a table a page's end may not part, and which may go on over the next page.

A row that may not split and is taller than its page loses its last lines in LibreOffice, which says nothing of it.
"""

from collections.abc import Sequence

from bscb_docs.ooxml.paragraph_text import keep_all
from bscb_docs.ooxml.wordml import SPLIT_ROW, WHOLE_ROW
from bscb_docs.word_writer.tables.text_measure import TextMeasure

_TALL, _PAIR, _SHORT, _LAST = (0.66, 0.66), (0.4, 0.4), (0.2, 0.22), (0.12, 0.14)
"""Parts of an upright page, and of one on its side: of a row that is too high to be kept whole, for LibreOffice parts
it after any line of its cells; of the last two that are too high to stand on one page; of a table that stands on one
with all of its rows; and of the first or the last rows of a longer one, where a page's end parts them."""
_HEAD_AND_ROW = 2
"""Rows of a table that has nothing to keep with its first."""


def keep_rows(rows: Sequence[str], lines: Sequence[float], measure: TextMeasure, *, sideways: bool) -> str:
    """The rows of a table of those heights in lines, on pages upright or on their side, told to split or to keep."""
    parts = (_TALL, _PAIR, _SHORT, _LAST)
    tall, pair, short, last = (measure.page(each[sideways], sideways=sideways) for each in parts)
    kept = keeps_next(lines, short, last, pair)
    split = [_split(row) if high > tall else row for row, high in zip(rows, lines, strict=True)]
    return "".join(keep_all(row) if keeps else row for row, keeps in zip(split, kept, strict=True))


def keeps_next(lines: Sequence[float], short: float, last: float, pair: float) -> list[bool]:
    """Which rows keep with the one below them, by their heights: all of a short table, else the first and last few.

    So no last row stands alone under a repeated head, but where two of them take half of a page, and no low one below
    the first head.
    """
    kept = [False] * len(lines)
    is_short, high = sum(lines) <= short, lines[-1] if lines else 0
    for row in range(len(lines) - 2, -1, -1):
        is_pair = row == len(lines) - 2 and row >= _HEAD_AND_ROW
        if high + lines[row] > (pair if is_pair else short) or (not is_short and not is_pair and high >= last):
            break
        kept[row], high = True, high + lines[row]
    if len(lines) > _HEAD_AND_ROW:
        kept[1] = kept[1] or lines[1] + lines[2] <= last
    return kept


def _split(row: str) -> str:
    """A row that may go on over the next page: better so than cut off by the end of its own; a head repeats whole."""
    return row if "<w:tblHeader/>" in row else row.replace(WHOLE_ROW, SPLIT_ROW)
