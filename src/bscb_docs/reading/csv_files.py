"""The rows of a .csv file, as Excel saves it in this country or another."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import PurePath

from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.cards import Card
from bscb_docs.reading.heading_words import Headings
from bscb_docs.reading.record_files import LARGEST, RecordFile
from bscb_docs.reading.record_tables import Row, read_table
from bscb_docs.reading.report import Report
from bscb_docs.reading.table_names import table_heading, unknown_table


def read_csv(file: RecordFile, kinds: Headings, report: Report) -> Iterator[Card]:
    """A card for each row; the file's name is a heading in the plural."""
    name = PurePath(file.name).stem
    heading = table_heading(name, kinds, file.place)
    if heading is None:
        unknown_table(name, file.place, kinds, report)
        return
    yield from read_table(_rows(file, report), heading, report)


def _rows(file: RecordFile, report: Report) -> Iterator[Row]:
    """The rows, their cells separated by commas or, as Excel does in much of Europe, by semicolons."""
    text = file.text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    named = re.fullmatch(r"sep=(.)", first)
    separator = named[1] if named else max(",;\t", key=first.count)
    skipped = 1 if named else 0
    csv.field_size_limit(LARGEST)  # Python's own limit is 131,072 signs, which one long text can pass
    reader = csv.reader(io.StringIO(rest if named else text), delimiter=separator, strict=True)
    line = 1 + skipped
    try:
        for number, cells in enumerate(reader, 1):
            yield Row(cells, line, number=number)
            line = reader.line_num + 1 + skipped
    except csv.Error:
        message = "A quotation mark here has no fellow or stands within a value; the rows from here on are left out."
        mend = 'Put quotation marks around the whole value, and write each " within it twice.'
        report.add("TAB-06", message, Place(file.name, line), mend)
