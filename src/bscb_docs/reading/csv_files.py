"""The rows of a .csv file, as Excel saves it in this country or another."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.cards import Card
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.heading_words import Headings
from bscb_docs.reading.record_files import LARGEST, RecordFile
from bscb_docs.reading.table_cards import read_table
from bscb_docs.reading.table_header import Row
from bscb_docs.reading.table_names import table_heading, unknown_table


def read_csv(file: RecordFile, kinds: Headings, report: Gathered) -> Iterator[Card]:
    """A card for each row; the file's name is a heading in the plural."""
    name = PurePath(file.name).stem
    heading = table_heading(name, kinds, file.place)
    if heading is None:
        unknown_table(name, file.place, kinds, report)
        return
    yield from read_table(_rows(file, report), heading, report)


def _rows(file: RecordFile, report: Gathered) -> list[Row]:
    """The rows, their cells separated by commas or, as Excel does in much of Europe, by semicolons."""
    separator, skipped, text = separated(file.text)
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    rows, line = [], 1 + skipped
    try:
        with long_cells():
            for number, cells in enumerate(reader, 1):
                rows.append(Row(cells, line, number=number))
                line = reader.line_num + 1 + skipped
    except csv.Error:
        message = "A quotation mark here has no fellow or stands within a value; the rows from here on are left out."
        mend = 'Put quotation marks around the whole value, and write each " within it twice.'
        report.add("TAB-06", message, Place(file.name, line), mend)
    return rows


@contextmanager
def long_cells() -> Iterator[None]:
    """Within it cells may be as long as files: Python's own limit is 131,072 signs, which one long text can pass."""
    before = csv.field_size_limit(LARGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def separated(text: str) -> tuple[str, int, str]:
    """What separates the cells, how many lines above the table say so, and the table."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    named = re.fullmatch(r"sep=(.)", first)
    return (named[1], 1, rest) if named else (max(",;\t", key=first.count), 0, text)
