"""The rows of a .csv file, as Excel saves it in this country or another, and words written into them."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.cards import Card
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.heading_words import Headings
from bscb_docs.reading.record_files import LARGEST, RecordFile
from bscb_docs.reading.table_cards import Row, read_table
from bscb_docs.reading.table_names import table_heading, unknown_table
from bscb_docs.records import fold


def read_csv(file: RecordFile, kinds: Headings, report: Gathered) -> Iterator[Card]:
    """A card for each row; the file's name is a heading in the plural."""
    name = PurePath(file.name).stem
    heading = table_heading(name, kinds, file.place)
    if heading is None:
        unknown_table(name, file.place, kinds, report)
        return
    yield from read_table(_rows(file, report), heading, report)


def _rows(file: RecordFile, report: Gathered) -> Iterator[Row]:
    """The rows, their cells separated by commas or, as Excel does in much of Europe, by semicolons."""
    csv.field_size_limit(LARGEST)  # Python's own limit is 131,072 signs, which one long text can pass
    separator, skipped, text = _separated(file.text)
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    line = 1 + skipped
    try:
        for number, cells in enumerate(reader, 1):
            yield Row(cells, line, number=number)
            line = reader.line_num + 1 + skipped
    except csv.Error:
        message = "A quotation mark here has no fellow or stands within a value; the rows from here on are left out."
        mend = 'Put quotation marks around the whole value, and write each " within it twice.'
        report.add("TAB-06", message, Place(file.name, line), mend)


def _separated(text: str) -> tuple[str, int, str]:
    """What separates the cells, how many lines above the table say so, and the table."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    named = re.fullmatch(r"sep=(.)", first)
    return (named[1], 1, rest) if named else (max(",;\t", key=first.count), 0, text)


def with_cells(text: str, column: str, words: Mapping[int, str]) -> str:
    """The text of a .csv file with those words in a column, each in the row that begins in that line.

    Where no column has that name it is added. Rows that gain nothing stay as they were typed.
    """
    separator, skipped, _ = _separated(text)
    lines = list(io.StringIO(text, newline=""))  # each with the end that it has
    found, end = lines[:skipped], skipped
    reader = csv.reader(lines[skipped:], delimiter=separator, strict=True)
    at = None
    for cells in reader:
        start, end = end, reader.line_num + skipped
        new = words.get(start + 1, "")
        if at is None and any(cell.strip() for cell in cells):
            names = ",".join(map(fold, cells)).rstrip(",").split(",")
            at = names.index(column) if column in names else len(names)
            new = column if at == len(names) else ""
        if new and at is not None:
            cells += [""] * (at + 1 - len(cells))
            cells[at] = new
            found.append(_typed(cells, separator, lines[end - 1]))
        else:
            found += lines[start:end]
    return "".join(found)


def _typed(cells: list[str], separator: str, last: str) -> str:
    """A row as a file has it, with the end of its last line."""
    row = io.StringIO()
    csv.writer(row, delimiter=separator, lineterminator="\n").writerow(cells)
    return row.getvalue()[:-1] + last[len(last.rstrip("\r\n")) :]
