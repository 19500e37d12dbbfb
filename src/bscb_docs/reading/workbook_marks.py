"""Workbook marks: what is struck through or hidden, and read all the same; cells that are merged with others."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from attrs import evolve, frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.ooxml.zip_archive import Archive
from bscb_docs.reading.cell_words import letters
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.table_header import NEVER_PRINTED, Row
from bscb_docs.records import fold

_STRUCK = re.compile(rb"<(?:\w+:)?strike[ />]")
_HIDDEN = re.compile(rb"<(?:\w+:)?(?:row|col)\b[^>]*\shidden=")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell ")
_MARKS = (
    *((_STRUCK, part) for part in ("xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/")),
    *((mark, "xl/worksheets/") for mark in (_HIDDEN, _MERGED)),
)
_NAMED = 3
"""So many neighbours make a range of them: rows 4 to 6."""


@frozen
class WorkbookMarks:
    """The sheets of a workbook with their look; none where it has none of these marks."""

    sheets: dict[str, Any]

    @classmethod
    def of(cls, data: bytes, parts: Archive, place: Place, report: Gathered) -> WorkbookMarks:
        """Reads the look only where the workbook has such a mark, since that takes as long as reading its cells."""
        from openpyxl import load_workbook  # 0.1 s, and only where there is a workbook

        if not any(parts.holds(mark, part) for mark, part in _MARKS):
            return cls({})
        try:
            return cls({sheet.title: sheet for sheet in load_workbook(io.BytesIO(data), rich_text=True).worksheets})
        except Exception:  # a chart or picture that openpyxl cannot read costs the look, and no record
            message = "What is struck through, hidden or merged in this workbook cannot be told; all of it is read."
            report.add(
                "TAB-08", message, place, "Copy its filled cells into a new workbook, without charts and pictures."
            )
            return cls({})

    def without_merged(self, rows: Sequence[Row], sheet: str, file: str, report: Gathered) -> list[Row]:
        """The rows, each told which of its cells are merged with one above; a finding for each column of such cells."""
        look = self.sheets.get(sheet)
        spans = [span for span in look.merged_cells.ranges if span.max_row > span.min_row] if look else []
        for span in spans:
            cells, first = span.coord.replace(":", " to "), span.coord.partition(":")[0]
            message = f"The cells {cells} are merged, so only the first of these rows has their words."
            mend = "Unmerge them (Home, Merge & Center), and type the words in each row."
            report.add("TAB-07", message, Place(file, within=f"sheet {sheet}, cell {first}"), mend)
        return [evolve(row, merged=_merged_in(row, spans)) for row in rows] if spans else list(rows)

    def report(self, rows: Sequence[Row], sheet: str, state: str, file: str, report: Gathered) -> None:
        """The finding for a sheet of which something that is read is struck through or hidden."""
        look = self.sheets.get(sheet)
        told = ["the sheet is hidden"] if state != "visible" else []
        read = [at for at, name in enumerate(rows[0].cells) if name and fold(name) not in NEVER_PRINTED]
        told += [*_struck(look, rows, read), *_hidden(look, rows, read)] if look else []
        if told:
            message = f"In this sheet {joined(told)}; all of it is read like the rest."
            mend = "Delete what no longer holds; of what does, take the line through it away and show it (Unhide)."
            report.add("TAB-08", message, Place(file, within=f"sheet {sheet}"), mend)


def _merged_in(row: Row, spans: list[Any]) -> frozenset[int]:
    within = (span for span in spans if span.min_row < row.number <= span.max_row)
    return frozenset(at for span in within for at in range(span.min_col - 1, span.max_col))


def _struck(look: Any, rows: Sequence[Row], read: list[int]) -> Iterator[str]:
    """The rows of which every filled cell is struck through, and the cells that are so in others."""
    whole, cells = [], []
    for row in rows:
        filled = [at for at in read if at < len(row.cells) and row.cells[at]]
        struck = [at for at in filled if _is_struck(look.cell(row.number, at + 1))]
        if struck and len(struck) == len(filled):
            whole.append(row.number)
        else:
            cells += [f"{letters(at)}{row.number}" for at in struck]
    if whole:
        yield _rows(whole, "struck through")
    if cells:
        yield _names("cell", cells, "struck through")


def _is_struck(cell: Any) -> bool:
    """True where all words of a cell are struck through, or some of them."""
    runs = cell.value if isinstance(cell.value, list) else ()
    return bool(cell.font.strike) or any(each.font.strike for each in runs if not isinstance(each, str))


def _hidden(look: Any, rows: Sequence[Row], read: list[int]) -> Iterator[str]:
    """The filled rows and columns that are hidden, and whether a filter does it."""
    hidden = {number for number, each in look.row_dimensions.items() if each.hidden}
    if numbers := [row.number for row in rows if row.number in hidden]:
        filters = [look.auto_filter, *(table.autoFilter for table in look.tables.values())]
        by_filter = any(each is not None and each.filterColumn for each in filters)
        yield _rows(numbers, "hidden by a filter" if by_filter else "hidden")
    spans = [range(each.min, each.max + 1) for each in look.column_dimensions.values() if each.hidden]
    if columns := [letters(at) for at in read if any(at + 1 in span for span in spans)]:
        yield _names("column", columns, "hidden")


def _rows(numbers: list[int], what: str) -> str:
    """`rows 4, 7 and 9 to 12 are hidden`."""
    named: list[str] = []
    for _, run in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        found = [str(number) for _, number in run]
        named += [f"{found[0]} to {found[-1]}"] if len(found) >= _NAMED else found
    return _names("row", named, what)


def _names(word: str, names: list[str], what: str) -> str:
    """`cells B2 and C4 are struck through`; a range, `4 to 12`, is several."""
    few = len(names) == 1 and " " not in names[0]
    return f"{word if few else f'{word}s'} {joined(names)} {'is' if few else 'are'} {what}"
