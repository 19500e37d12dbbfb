"""Tables: the rows of a .csv file or of an .xlsx sheet as cards, whose first row names their fields."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from attrs import frozen

from bscb_docs.places import Place
from bscb_docs.reading.cards import Card
from bscb_docs.reading.codes import Report
from bscb_docs.reading.files import RecordFile
from bscb_docs.reading.kindreading import FieldReading, Headings, KindReading
from bscb_docs.reading.lines import BAD, bad_sign
from bscb_docs.reading.nearest import did_you_mean
from bscb_docs.reading.values import Value
from bscb_docs.records import Prose, fold

_NEVER_PRINTED = {"note", "notes"}
_SIGNS = re.compile(f"{BAD.pattern}|\t")


@frozen
class Row:
    """One row: its cells' words, and where it stands."""

    cells: list[str]
    line: int = 0
    within: str = ""
    """The sheet, where no line can be counted."""
    number: int = 0
    """The row of the sheet."""

    def value(self, text: str, column: int, file: str, name: str) -> Value:
        """A cell's words with their place."""
        if self.within:
            return Value(text, file, within=f"{self.within}, cell {letters(column)}{self.number}")
        return Value(text, file, self.line, within=f'column "{name}"')

    def place(self, file: str) -> Place:
        """Where the row stands."""
        return Place(file, self.line, within=f"{self.within}, row {self.number}" if self.within else "")


def letters(column: int) -> str:
    """The letters over a column counted from 0: A to Z, AA and so on."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def read_csv(file: RecordFile, kinds: Headings, report: Report) -> list[Card]:
    """A card for each row of a .csv file; its name is the kind in the plural."""
    reading = table_kind(PurePath(file.name).stem, kinds)
    if reading is None:
        return _unknown(file, PurePath(file.name).stem, file.place, kinds, report)
    return read_rows(_csv_rows(file, report), reading, file.name, file.place, report)


def table_kind(name: str, kinds: Headings) -> KindReading | None:
    """The kind whose plural, or name, a file or sheet bears."""
    found = kinds.words.get(fold(name.replace("_", " ").replace("-", " "))) or kinds.words.get(fold(name))
    return found[0] if found and not found[0].is_narrative else None


def _unknown(file: RecordFile, name: str, place: Place, kinds: Headings, report: Report) -> list[Card]:
    plurals = [reading.kind.plural.lower() for reading in kinds.readings]
    mend = did_you_mean(name, plurals)
    mend = mend if mend.startswith("Did") else "Name the file or sheet after the records in it, as in meetings."
    report.add("TAB-01", f'A table is called "{name}", which is no kind of record in the plural.', place, mend)
    return []


def _csv_rows(file: RecordFile, report: Report) -> Iterator[Row]:
    """The rows of a .csv file, separated by commas or, as Excel does in much of Europe, by semicolons."""
    text = file.text.replace("\r\n", "\n").replace("\r", "\n")
    first = text.partition("\n")[0]
    skipped = 0
    if match := re.fullmatch(r"sep=(.)", first):
        separator, skipped = match[1], 1
        text = text.partition("\n")[2]
    else:
        separator = max(",;\t", key=first.count)
    csv.field_size_limit(1 << 27)
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    line = 1 + skipped
    try:
        for cells in reader:
            yield Row(cells, line)
            line = reader.line_num + 1 + skipped
    except csv.Error as error:
        message = f"The table cannot be read from this line on: {error}."
        mend = 'Look for a quotation mark without its fellow; within a cell, " is written twice.'
        report.add("TAB-06", message, Place(file.name, line), mend)


def read_rows(rows: Iterable[Row], reading: KindReading, file: str, place: Place, report: Report) -> list[Card]:
    """A card for each row beneath the first, which names the fields."""
    walk = (row for row in rows if any(cell.strip() for cell in row.cells))
    header = next(walk, None)
    if header is None:
        mend = f"Write the names of its fields into the first row, such as: {', '.join(_labels(reading)[:4])}."
        report.add("TAB-02", "The table has no row that names its fields.", place, mend)
        return []
    columns = _columns(header, reading, file, report)
    if not any(columns):
        return []
    cards = []
    for row in walk:
        over = [cell for cell in row.cells[len(columns) :] if cell.strip()]
        if over:
            message = f'This row has more cells than the first row has names; "{over[0][:40]}" is left out.'
            mend = "Name every column in the first row, or put a value with a comma in quotation marks."
            report.add("TAB-05", message, row.place(file), mend)
        cards.append(_card(row, columns, reading, file, report))
    return cards


def _labels(reading: KindReading) -> list[str]:
    return [each.label for each in reading.columns.values()]


def _columns(header: Row, reading: KindReading, file: str, report: Report) -> list[FieldReading | None]:
    """The field of each column, None where it is not read."""
    names = [" ".join(cell.split()) for cell in header.cells]
    while names and not names[-1]:
        names.pop()
    columns = [reading.columns.get(name.casefold()) for name in names]
    if not any(columns):
        mend = f"Write the names of its fields into the first row, such as: {', '.join(_labels(reading)[:4])}."
        report.add("TAB-02", "The first row names no field, so the table is left out.", header.place(file), mend)
        return []
    seen: set[str] = set()
    for at, (name, each) in enumerate(zip(names, columns, strict=True)):
        place = header.value(name, at, file, name).place
        if each is None and name.casefold() not in _NEVER_PRINTED:
            message = f'A {reading.name} has no field "{name}", so this column is left out.'
            mend = did_you_mean(name, _labels(reading)) if name else "Name it in the first row, or empty it."
            report.add("TAB-03", message, place, f"{mend} A column that is only for yourselves is called note.".strip())
        elif each and each.label in seen and not each.many:
            message = f'A column "{name}" stands here again; the first holds.'
            report.add("TAB-04", message, place, "Take one of them out, or mend its name.")
            columns[at] = None
        if each:
            seen.add(each.label)
    return columns


def _card(row: Row, columns: list[FieldReading | None], reading: KindReading, file: str, report: Report) -> Card:
    """The card of a row; an empty cell is a field that is not given."""
    card = Card(reading, row.place(file), f"{reading.name} in row {row.number or row.line}")
    for at, (cell, each) in enumerate(zip(row.cells, columns, strict=False)):
        text = cell.strip()
        if not text or each is None:
            continue
        value = row.value(text, at, file, each.label)
        if _SIGNS.search(text):
            _take_signs(value, each.label, report)
        if each.attribute == "text":
            card.text = Prose(value.text, value.place)
        elif each.in_heading:
            value.text = " ".join(value.text.split())
            card.values[each.attribute] = value
        elif each.many and "\n" in text:
            for line in filter(str.strip, value.text.split("\n")):
                card.fields.setdefault(each.label.casefold(), []).append(row.value(line.strip(), at, file, each.label))
        else:
            value.text = " ".join(value.text.split("\n"))
            card.fields.setdefault(each.label.casefold(), []).append(value)
    if card.name:
        card.words = f"{reading.name} {card.name}"
    return card


def _take_signs(value: Value, label: str, report: Report) -> None:
    """Put a mark in place of each sign that Word cannot hold, with its finding."""
    sign = _SIGNS.search(value.text)
    if sign:
        name, mend = bad_sign(sign[0])
        report.add("TXT-01", f"{label}: {name} stands here, which Word cannot hold.", value.place, mend)
        value.text = BAD.sub("\ufffd", value.text.replace("\t", " "))
