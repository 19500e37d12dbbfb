"""Fit: the finished tables of a body, looked through once for long words, numbers, tall rows, and last rows left alone.

Templates set a table's columns before anybody knows what will stand in them, and keep every row on one page. Both hold
for what boards usually write. Where they do not, LibreOffice and Word cut words in two, and LibreOffice clips the last
lines of a row that is taller than its page without saying so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, zip_longest

from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.wordml import SPLIT_ROW, WHOLE_ROW
from bscb_docs.prose.blocks import NO_BREAK
from bscb_docs.word_writer.tables.columns import CELL_MARGINS, share_width, widen
from bscb_docs.word_writer.tables.measure import Words, cells_of, columns_of, measure_of, parted_at_tables

_CELL_WIDTH = re.compile(r'(<w:(?:tcW|gridCol) w:w=")\d+(")')
_AMOUNT = re.compile(r"[£$€]?-?\d[\d,.]*%?( of \d[\d,]*)?( \([^)]*%\))?")
"""A number as a cell holds it alone: "12", "£86,250.50", "67%", "34 of 48 (71%)"."""
_PART_OF = re.compile(r"(?<=\d) of (?=\d)")
"""Between a part and its whole, which stand on one line."""
_NO_AMOUNT = re.compile(r"\D{1,16}")
"""What stands where there is no number: "Not read", "None"."""
_AMOUNT_STYLES = {"Table Text": "Table Amount", "Table Heading": "Table Amount Heading"}
"""The styles in which a column of numbers and its head stand at the right, in place of which."""
_TABLE_WIDTH = re.compile(r'(<w:tblW w:w=")\d+(" w:type="dxa"/>)')
_GRID = re.compile(r"<w:tblGrid>.*?</w:tblGrid>", re.DOTALL)
"""The columns that a template drew; a loop over columns sets more or fewer of them."""
_NAMED = re.compile(r'<w:pStyle w:val="[^"]*"/>(?!<w:keepNext)')
_ROW = re.compile(r"<w:tr[ >]")
_SIDEWAYS = 'w:orient="landscape"'
_TALL, _SHORT, _LAST = (20, 15), (12, 10), (8, 6)
"""Lines, on an upright page and on one on its side: of a row that comes to nearly half of the page, or of a table of
low rows that stands on one page with all of them; of any other such table; and of the first or the last rows of a
longer one, where a page's end parts them."""
_LOW = 4
"""Lines of a row that takes its place in a list; higher ones are read one by one."""
_HEAD_AND_ROW = 2
"""Rows of a table that has nothing to keep with its first."""
_MOST_ROWS = 2_000
"""Rows of a table beyond which its columns stay as its template set them: a list that long is no page to read."""


def fit_tables(text: list[str], house: HouseFile) -> None:
    """Changes a body's tables where their columns or rows do not fit; there are as many pieces as before."""
    fitter = _Fitter(house)
    setups = [(position, _SIDEWAYS in piece) for position, piece in enumerate(text) if "<w:sectPr" in piece]
    for first, last in list(_tables(text)):
        rows = accumulate(piece.count("</w:tr>") for piece in text[first : last + 1])
        if any(number > _MOST_ROWS for number in rows):
            continue
        found = "".join(text[first : last + 1])
        sideways = next((turned for position, turned in setups if position >= last), False)
        fitted = fitter.fit_all(found, sideways=sideways)
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


class _Fitter:
    """Fits the tables of one house's look."""

    def __init__(self, house: HouseFile) -> None:
        self.measure, self.house = measure_of(house), house
        has_both = {name.lower() for name in _AMOUNT_STYLES.values()} <= set(house.styles)
        styles = _AMOUNT_STYLES.items() if has_both else ()
        self.amount_styles = {f'"{house.style(old).id}"': f'"{house.style(new).id}"' for old, new in styles}

    def fit_all(self, text: str, *, sideways: bool) -> str:
        """The same text, each of its tables fitted to pages that lie upright or on their side."""
        parts = parted_at_tables(text)
        parts[1::2] = [self._fit(table, sideways=sideways) for table in parts[1::2]]
        return "".join(parts)

    def _fit(self, table: str, *, sideways: bool) -> str:
        """The table with columns that no word is too long for, numbers at the right, and rows that split or keep.

        One that fills an upright page, on a page on its side, is made as wide as that.
        """
        drawn = columns_of(table)
        if not drawn or "<w:gridSpan" in table or "</w:tc>" not in table:
            return table
        starts = [*(found.start() for found in _ROW.finditer(table)), len(table)]
        head, rows = table[: starts[0]], [table[start:end] for start, end in pairwise(starts)]
        cells = [cells_of(row) for row in rows]
        least = [self._longest(column) + CELL_MARGINS for column in zip_longest(*cells, fillvalue=())]
        widths = drawn if len(drawn) == len(least) else share_width(sum(drawn), least, [1] * len(least))
        changed = widen(self._stretched(widths) if sideways else widths, least)
        if changed != drawn:
            head = _GRID.sub("<w:tblGrid>" + '<w:gridCol w:w="0"/>' * len(changed) + "</w:tblGrid>", head)
            head = _TABLE_WIDTH.sub(rf"\g<1>{sum(changed)}\g<2>", _widened(head, changed))
            rows = [_widened(row, changed) for row in rows]
        rows = self._aligned(rows, _number_columns(cells))
        lines = [self.measure.row(row, changed) for row in cells]
        rows = [_split(row) if high > _TALL[sideways] else row for row, high in zip(rows, lines, strict=True)]
        kept = keeps_next(lines, _SHORT[sideways], _LAST[sideways], _TALL[sideways])
        return head + "".join(_kept(row) if keeps else row for row, keeps in zip(rows, kept, strict=True))

    def _stretched(self, widths: list[int]) -> list[int]:
        if abs(sum(widths) - self.house.text_width) > CELL_MARGINS:
            return widths
        return share_width(self.house.landscape_width, [0] * len(widths), widths)

    def _aligned(self, rows: list[str], columns: Sequence[int]) -> list[str]:
        """The rows with the cells of those columns in the styles of numbers."""
        if not columns or not self.amount_styles:
            return rows
        split = [row.split("</w:tc>") for row in rows]
        for cells in split:
            for number in columns:
                for old, new in self.amount_styles.items():
                    cells[number] = cells[number].replace(f"<w:pStyle w:val={old}/>", f"<w:pStyle w:val={new}/>")
        return ["</w:tc>".join(cells) for cells in split]

    def _longest(self, column: Iterable[Sequence[Words]]) -> int:
        """The width of the longest word of a column, each word of it measured once."""
        alike: dict[tuple[str, bool], list[str]] = {}
        for cell in column:
            for words, style, stressed in cell:
                alike.setdefault((style, stressed), []).append(_PART_OF.sub(f"{NO_BREAK}of{NO_BREAK}", words))
        found = (self.measure.longest(" ".join(words), style, stressed=each) for (style, each), words in alike.items())
        return max(found, default=0)


def _number_columns(cells: Sequence[Sequence[Sequence[Words]]]) -> list[int]:
    """Which columns hold numbers under their head, most of them, and beside these but a few words for none."""
    rows, found = cells[1:], []
    for number in range(min(map(len, cells)) if rows else 0):
        column = [words for row in rows for words, *_ in row[number]]
        amounts = sum(bool(_AMOUNT.fullmatch(words)) for words in column)
        others = sum(bool(_NO_AMOUNT.fullmatch(words)) for words in column)
        if len(column) == len(rows) == amounts + others and amounts > others:
            found.append(number)
    return found


def keeps_next(lines: Sequence[float], short: float, last: float, tall: float) -> list[bool]:
    """Which rows keep with the one below them, by their heights: all of a short table, else the first and last few.

    So no row stands alone at the foot or the head of a page, but where two of them take half of it: what keeps is never
    so high that a page might not hold it.
    """
    kept = [False] * len(lines)
    most = tall if max(lines, default=0) <= _LOW else short
    is_short, high = sum(lines) <= most, lines[-1] if lines else 0
    for row in range(len(lines) - 2, -1, -1):
        is_pair = row == len(lines) - 2
        if high + lines[row] > (tall if is_pair else most) or (not is_short and not is_pair and high >= last):
            break
        kept[row], high = True, high + lines[row]
    if len(lines) > _HEAD_AND_ROW:
        kept[1] = kept[1] or lines[1] + lines[2] <= last
    return kept


def _widened(row: str, widths: Sequence[int]) -> str:
    new = iter(widths)
    return _CELL_WIDTH.sub(lambda found: f"{found[1]}{next(new)}{found[2]}", row)


def _split(row: str) -> str:
    """A row that may go on over the next page: better so than cut off by the end of its own; a head repeats whole."""
    return row if "<w:tblHeader/>" in row else row.replace(WHOLE_ROW, SPLIT_ROW)


def _kept(row: str) -> str:
    """A row that stands on the page of the one below it."""
    return _NAMED.sub(r"\g<0><w:keepNext/>", row)
