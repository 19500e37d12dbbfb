"""The sheets of an .xlsx workbook as rows of words, as a person reads them in Excel; the door to openpyxl."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from bscb_docs.diagnostics.location import Place
from bscb_docs.ooxml.zip_archive import OLD_OFFICE, Archive, open_archive
from bscb_docs.reading.cards import Card
from bscb_docs.reading.cell_words import cell_words, letters
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.heading_words import Headings
from bscb_docs.reading.record_files import RecordFile
from bscb_docs.reading.table_cards import read_table
from bscb_docs.reading.table_header import NEVER_PRINTED, Row
from bscb_docs.reading.table_names import table_heading, unknown_table
from bscb_docs.reading.workbook_marks import WorkbookMarks
from bscb_docs.records import fold

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_TAGS = 5_000_000
"""Tags in all its parts: a hundred thousand rows of ten cells take four million, and each costs 300 bytes of memory."""
_MOST_ROWS = 1_048_576
"""Excel's own limit: a row may say that it is the 99,999,999,999th, and openpyxl gives every empty one before it."""
_MOST_CELLS = 5_000_000
"""Cells of a sheet, counted to the last in each row: one far to the right makes 18,278 of its row."""

_UNCOUNTED = re.compile(rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f(?: [^>]*)?/>)\s*(?:</|<(?:\w+:)?v\s*(?:/>|></))")
"""In a sheet: a formula without a value, or with an empty one."""
_SHOWN_OTHERWISE = re.compile(
    rb'numFmtId="(?:9|10|17)"|formatCode="[^"]*%|formatCode="(?:\[[^"\]]*\])?m[^"d]*y[^"d]*"', re.I
)
"""In the styles: per cents, and months without their day, which are kept as other values than Excel shows."""


class TooLarge(Exception):  # noqa: N818  # a person's file is at fault, not the program
    """A workbook that would take more time or memory than records ever need; says what is too much of it."""


def read_workbook(file: RecordFile, kinds: Headings, report: Gathered) -> list[Card]:
    """A card for each row of each sheet; the sheet's name, or the file's if it has one sheet, is the kind's plural."""
    if file.data.startswith(OLD_OFFICE):
        mend = 'In Excel, take the password away or choose Save As and the type "Excel Workbook (*.xlsx)".'
        report.add("FIL-02", "The workbook is protected by a password, or saved in the old format.", file.place, mend)
        return []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of formats and lists of choices, which are no records
        try:
            parts = measured(file.data)
            return [card for sheet in _sheets(file, parts, kinds, report) for card in sheet]
        except TooLarge as fault:
            report.add("FIL-03", str(fault), file.place, "Copy the filled cells alone into a new workbook.")
            return []
        except Exception as error:  # openpyxl raises whatever its parts raise; a broken file is a finding
            mend = "Open it in Excel and save it as an Excel Workbook (*.xlsx), or restore it from a copy."
            report.add("FIL-02", f"The workbook cannot be read ({type(error).__name__}).", file.place, mend)
            return []


def measured(data: bytes) -> Archive:
    """The parts of a workbook; ValueError where it is none, TooLarge where it would fill the memory in openpyxl."""
    parts, refusals = open_archive(data)
    if dangers := [refusal.what for refusal in refusals if refusal.dangerous]:
        raise TooLarge(dangers[0])
    if parts is None:
        raise ValueError("no workbook")
    if parts.count(b"<") > _MOST_TAGS:
        raise TooLarge("The workbook has more cells than records ever need, so it is not read.")
    return parts


def _sheets(file: RecordFile, parts: Archive, kinds: Headings, report: Gathered) -> Iterator[Iterator[Card]]:
    from openpyxl import load_workbook  # 0.1 s, and only where there is a workbook

    book = load_workbook(io.BytesIO(file.data), read_only=True, data_only=True)
    is_uncounted = parts.holds(_UNCOUNTED, "xl/worksheets/")
    formulas = load_workbook(io.BytesIO(file.data), read_only=True) if is_uncounted else None
    with_looks = parts.holds(_SHOWN_OTHERWISE, "xl/styles.xml")
    sheets = {
        sheet.title: list(_rows(file, _values(book, sheet.title, with_looks=with_looks), sheet.title, formulas, report))
        for sheet in book.worksheets
    }
    filled = {name: rows for name, rows in sheets.items() if rows}
    marks = WorkbookMarks.of(file.data, parts, file.place, report)
    for name, whole in filled.items():
        rows = marks.without_merged(whole, name, file.name, report)
        place = Place(file.name, within=f"sheet {name}")
        heading = table_heading(name, kinds, place)
        if heading is None and len(filled) == 1:
            heading = table_heading(PurePath(file.name).stem, kinds, place)
        if heading:
            marks.report(rows, name, book[name].sheet_state, file.name, report)
            yield read_table(rows, heading, report)
        elif fold(name) not in NEVER_PRINTED:
            beside = any(table_heading(each, kinds, place) for each in filled)
            unknown_table(name, place, kinds, report, beside=beside)
    if not filled:
        report.add("FIL-06", "The workbook is empty.", file.place, "Fill it, restore it from a copy, or take it away.")


def _rows(
    file: RecordFile, found: Iterator[tuple[Any, ...]], name: str, formulas: Workbook | None, report: Gathered
) -> Iterator[Row]:
    """The rows of a sheet that have words in them; a formula that was never counted has a value of none."""
    typed = _values(formulas, name) if formulas else iter(())
    for number, values in enumerate(found, 1):
        formula = next(typed, ())
        if all(value is None for value in (*values, *formula)):
            continue
        row = Row([cell_words(value) for value in values], 0, f"sheet {name}", number)
        for at, (value, counted) in enumerate(zip(values, formula, strict=False)):
            if value is None and counted is not None:
                place = Place(file.name, within=f"sheet {name}, cell {letters(at)}{number}")
                mend = "Open and save it in Excel, or type the value."
                report.add("TAB-07", "This cell holds a formula that was never counted.", place, mend)
        yield row


def _values(book: Workbook, name: str, *, with_looks: bool = False) -> Iterator[tuple[Any, ...]]:
    """The cells of each row, as far as it goes: a sheet's own word on its size is often wrong, and makes rows huge.

    With looks, what Excel shows otherwise than it keeps it is given as it is shown; it takes twice as long.
    """
    sheet: Any = book[name]
    sheet.reset_dimensions()
    cells = 0
    for number, row in enumerate(sheet.iter_rows(values_only=not with_looks), 1):
        values = tuple(map(_as_shown, row)) if with_looks else row
        cells += len(values)
        if number > _MOST_ROWS or cells > _MOST_CELLS:
            raise TooLarge(f'The sheet "{name}" has a cell far down or far to the right of its table.')
        yield values


def _as_shown(cell: Any) -> Any:
    """The value of a cell, in words where Excel shows it otherwise."""
    value = cell.value
    return value if value is None or isinstance(value, str) else cell_words(value, str(cell.number_format))
