"""The sheets of an .xlsx workbook as rows of words, as a person reads them in Excel; the door to openpyxl."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from bscb_docs.places import Place
from bscb_docs.reading.cards import Card
from bscb_docs.reading.codes import Report
from bscb_docs.reading.files import RecordFile
from bscb_docs.reading.kindreading import Headings
from bscb_docs.reading.nearest import did_you_mean
from bscb_docs.reading.tables import Row, letters, read_rows, table_kind
from bscb_docs.records import PartialDate

if TYPE_CHECKING:
    from openpyxl import Workbook

_LARGEST = 200 * 1024 * 1024
"""Bytes a workbook may declare when unpacked: a hundred thousand rows take 30 MB, a zip bomb gigabytes."""

_WIDEST = 200
"""Columns that are read: a stray format can make a sheet 16,384 wide."""

_ERRORS = {"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"}
_OLD = b"\xd0\xcf\x11\xe0"


def read_workbook(file: RecordFile, kinds: Headings, report: Report) -> list[Card]:
    """A card for each row of each sheet; the sheet's name, or the file's if it has one sheet, is the kind's plural."""
    book = _opened(file, report)
    if book is None:
        return []
    try:
        return [card for sheet in _sheets(file, book, kinds, report) for card in sheet]
    except Exception as error:  # openpyxl raises what its parts raise; a broken sheet is a finding
        _broken(file, error, report)
        return []
    finally:
        book.close()


def _opened(file: RecordFile, report: Report) -> Workbook | None:
    """The workbook, or None with a finding where it is broken, protected or a zip bomb."""
    if file.data.startswith(_OLD):
        mend = 'In Excel, take the password away or choose Save As and the type "Excel Workbook (*.xlsx)".'
        report.add("FIL-02", "The workbook is protected by a password, or saved in the old format.", file.place, mend)
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > _LARGEST:
            mend = "Copy the filled cells alone into a new workbook."
            report.add("FIL-03", f"Unpacked, the workbook has {size // 1048576} MB.", file.place, mend)
            return None
        from openpyxl import load_workbook  # 0.1 s, and only where there is a workbook

        return load_workbook(io.BytesIO(file.data), read_only=True, data_only=True)
    except Exception as error:  # as above
        _broken(file, error, report)
        return None


def _broken(file: RecordFile, error: Exception, report: Report) -> None:
    mend = (
        "Open it in Excel, save it as an Excel Workbook (*.xlsx), and restore it from a copy if Excel cannot open it."
    )
    report.add("FIL-02", f"The workbook cannot be read ({type(error).__name__}).", file.place, mend)


def _sheets(file: RecordFile, book: Workbook, kinds: Headings, report: Report) -> Iterator[list[Card]]:
    formulas = _formulas(file)
    filled = []
    for name in book.sheetnames:
        sheet = book[name]
        if not hasattr(sheet, "iter_rows"):
            continue  # a chart
        rows = list(_rows(file, name, sheet, formulas, report))
        if rows:
            filled.append((name, rows))
    stem = PurePath(file.name).stem
    for name, rows in filled:
        place = Place(file.name, within=f"sheet {name}")
        reading = table_kind(name, kinds) or (table_kind(stem, kinds) if len(filled) == 1 else None)
        if reading:
            yield read_rows(rows, reading, file.name, place, report)
        elif name.casefold() not in {"note", "notes"}:
            plurals = [each.kind.plural.lower() for each in kinds.readings]
            mend = did_you_mean(name, plurals)
            mend = (
                mend
                if mend.startswith("Did")
                else "Name the sheet after the records in it; call it notes if it has none."
            )
            report.add("TAB-01", f'The sheet "{name}" is no kind of record in the plural.', place, mend)
    if not filled:
        report.add("FIL-06", "The workbook is empty.", file.place, "Fill it, restore it from a copy, or take it away.")


def _formulas(file: RecordFile) -> Workbook | None:
    """The same workbook with its formulas, if it has any: one never counted has no value, and would look empty."""
    from openpyxl import load_workbook

    with zipfile.ZipFile(io.BytesIO(file.data)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/")]
        if not any(re.search(rb"<(?:\w+:)?f[ />]", parts.read(name)) for name in sheets):
            return None
    return load_workbook(io.BytesIO(file.data), read_only=True)


def _rows(file: RecordFile, name: str, sheet: Any, formulas: Workbook | None, report: Report) -> Iterator[Row]:
    """The rows that have words in them."""
    typed = formulas[name].iter_rows(max_col=_WIDEST, values_only=True) if formulas else iter(())
    for number, values in enumerate(sheet.iter_rows(max_col=_WIDEST, values_only=True), 1):
        formula = next(typed, ())
        if not any(value is not None for value in (*values, *formula)):
            continue
        row = Row([_words(value) for value in values], 0, f"sheet {name}", number)
        for at, cell in enumerate(row.cells):
            uncounted = not cell and at < len(formula) and str(formula[at] or "").startswith("=")
            if uncounted or cell in _ERRORS:
                place = Place(file.name, within=f"sheet {name}, cell {letters(at)}{number}")
                what = "a formula that was never counted" if uncounted else f"the error {cell}"
                report.add("TAB-07", f"This cell holds {what}.", place, "Open and save it in Excel, or type the value.")
                row.cells[at] = ""
        yield row


def _words(value: Any) -> str:
    """A cell as a person reads it: a date in words, a whole number without its decimal point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return str(PartialDate.of_day(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value)
