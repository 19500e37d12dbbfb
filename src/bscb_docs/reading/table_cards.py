"""Tables: rows as cards, the first row naming their fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from attrs import frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.suggestions import did_you_mean, is_slip
from bscb_docs.reading.cards import ANY, Card
from bscb_docs.reading.cell_words import letters
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.kind_syntax import FieldReading, KindReading
from bscb_docs.reading.source_lines import BAD, bad_sign, without_bad
from bscb_docs.reading.typed_value import Value
from bscb_docs.records import Prose, fold

NEVER_PRINTED = {"note", "notes"}
"""A column or sheet of this name is for the board itself."""

_SIGNS = re.compile(f"{BAD.pattern}|\t")
_TOTAL = re.compile(r"(?:(?:grand|sub)[- ]?)?totals?(?: (?:for |of |in )?20\d\d.*)?:?", re.IGNORECASE)
"""What people call the row that adds up the rows above it."""

_ERROR = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|#+)")
"""What Excel shows where a formula has no value, or a column no room."""

_TYPE = "Mend it in Excel, where ##### only wants a wider column, or type the value."

_NAMING = frozenset({"id", "title"})
"""What other records call a record by."""
_LEAD = 5
"""Rows that people put above a table: its title, who made it and when."""
_SHOWN = 4
"""Field names that a finding gives as examples."""


@frozen
class Row:
    """One row: its cells' words, and where it stands."""

    cells: list[str]
    line: int = 0
    within: str = ""
    """The sheet, where no line can be counted."""
    number: int = 0
    """The row as Excel counts it."""
    merged: frozenset[int] = frozenset()
    """The cells that are merged with one above, which alone has their words."""

    def cell(self, column: Column) -> str:
        """The cell in that column, as a person finds it."""
        if self.within:
            return f"{self.within}, cell {letters(column.at)}{self.number}"
        return ", ".join(filter(None, (self._row, column.within)))

    def place(self, file: str) -> Place:
        """Where the row stands."""
        return Place(file, self.line, within=self._row)

    @property
    def _row(self) -> str:
        """The row of its sheet; of a file, where cells of several lines above it make it another than its line."""
        row = f"row {self.number}"
        return f"{self.within}, {row}" if self.within else row * (self.number != self.line)


@frozen
class Column:
    """A column that is read: how many stand before it, its field, and where a cell of it is found in a .csv file."""

    at: int
    name: str
    reading: FieldReading

    @cached_property
    def within(self) -> str:
        """The column by its name."""
        return f'column "{self.name}"'


def read_table(rows: Iterable[Row], heading: Card, report: Gathered) -> Iterator[Card]:
    """The heading that the table's name is, and a card beneath it for each row."""
    if heading.reading:
        yield heading
        for card in read_rows(rows, heading.reading, heading.place.file, heading.place, report):
            card.above = (heading,)
            yield card


def read_rows(rows: Iterable[Row], reading: KindReading, file: str, place: Place, report: Gathered) -> Iterator[Card]:
    """A card for each row beneath the first, which names the fields."""
    walk = (row for row in rows if any(cell.strip() for cell in row.cells))
    header = next(walk, None)
    columns = _columns(header, reading, file, report) if header else []
    if header is None or not columns:
        own = next((row for row in islice(walk, _LEAD) if any(map(reading.column, row.cells))), None)
        mend = f"Write the names of its fields into the first row, such as: {', '.join(_labels(reading)[:_SHOWN])}."
        mend = f"Row {own.number} has the names of fields: take the rows above it out." if own else mend
        message = "The first row names no field, so the table is left out."
        report.add("TAB-02", message, header.place(file) if header else place, mend)
        yield Card(None, place, "", lost=((reading.kind.record, ANY),))
        return
    excused = _excused(header, columns, reading)
    if not excused.isdisjoint(_NAMING):
        yield Card(None, place, "", lost=((reading.kind.record, ANY),))
    width = max(at for at, cell in enumerate(header.cells, 1) if cell.strip())
    for row in walk:
        if over := next((cell.strip() for cell in row.cells[width:] if cell.strip()), ""):
            lost = "the cell" if row.within else "the row"  # split at a comma, no cell is sure to be its column's
            message = (
                f'This row has more cells than the first row has names, such as "{over[:40]}"; {lost} is left out.'
            )
            mend = "Name every column in the first row, or put a value with a comma in quotation marks."
            report.add("TAB-05", message, row.place(file), mend)
            if not row.within:
                yield Card(None, place, "", lost=((reading.kind.record, ANY),))
                continue
        if is_total := _TOTAL.fullmatch(next(cell for cell in row.cells if cell.strip()).strip()):
            message = f'This row is called "{is_total[0]}", as if it were another one of its table; it is left out.'
            report.add("TAB-09", message, row.place(file), "Take it out: totals are counted.")
            continue
        card = _card(row, columns, reading, file, report)
        card.excused = excused | {column.reading.attribute for column in columns if column.at in row.merged}
        yield card


def _excused(header: Row, columns: list[Column], reading: KindReading) -> frozenset[str]:
    """What the records need and no column gives, where a name in the first row is none that is known."""
    names = [" ".join(name.split()) for name in header.cells]
    if all(not name or reading.column(name) or fold(name) in NEVER_PRINTED for name in names):
        return frozenset()
    given = {column.reading.attribute for column in columns}
    naming = _NAMING & reading.by_attribute.keys() if given.isdisjoint(_NAMING) else frozenset()
    return (reading.required | naming) - given


def _labels(reading: KindReading) -> list[str]:
    return [each.label for each in reading.columns.values()]


def _columns(header: Row, reading: KindReading, file: str, report: Gathered) -> list[Column]:
    """The columns that are read; none where no name in the first row is a field's."""
    names = [" ".join(cell.split()) for cell in header.cells]
    while names and not names[-1]:
        names.pop()
    fields = [reading.column(name) for name in names]
    if not any(fields):
        return []
    found: list[Column] = []
    for at, (name, each) in enumerate(zip(names, fields, strict=True)):
        within = header.within and f"{header.within}, cell {letters(at)}{header.number}"
        place = Place(file, header.line, within=within or f'column "{name}"')
        if each is None and fold(name) not in NEVER_PRINTED:
            message = f'"{name}" is no column of {reading.kind.plural.lower()}, so it is left out.'
            mend = did_you_mean(name, _labels(reading)) if name else "Name it in the first row, or empty it."
            mend = f"{mend} A column that is only for yourselves is called note.".strip()
            field = "" if is_slip(name, _labels(reading)) else "kind"  # that of a plugin, perhaps
            report.add("TAB-03", message, place, mend, field=field)
        elif each and not each.many and any(column.reading is each for column in found):
            message = f'"{name}" is the name of two columns; the first holds.'
            report.add("TAB-04", message, place, "Take one of them out, or mend its name.")
        elif each:
            found.append(Column(at, each.label, each))
    return found


def _card(row: Row, columns: list[Column], reading: KindReading, file: str, report: Gathered) -> Card:
    """The card of a row; an empty cell is a field that is not given, and lines in a cell are several values."""
    card = Card(reading, row.place(file), f"{reading.name} in row {row.number}")
    cells, width = row.cells, len(row.cells)
    for column in columns:
        text = cells[column.at].strip() if column.at < width else ""
        if not text:
            continue
        if _ERROR.fullmatch(text):
            place = Place(file, row.line, within=row.cell(column))
            report.add("TAB-07", f"This cell holds {text}, which Excel shows for an error.", place, _TYPE)
            continue
        each, value = column.reading, Value(text, file, row.line, 0, row.cell(column))
        if _SIGNS.search(text):
            value.text = text = _without_signs(value, f"{card.words}, {each.label}", report)
        if each.attribute == "text":
            card.text = Prose(text, value.place)
        elif each.in_heading:
            value.text = " ".join(text.split())
            card.values[each.attribute] = value
        elif "\n" not in text:
            card.fields.setdefault(each.attribute, []).append(value)
        else:
            typed = [line.strip() for line in text.split("\n") if line.strip()]
            typed = typed if each.many else [" ".join(typed)]
            found = card.fields.setdefault(each.attribute, [])
            found.extend(Value(line, file, row.line, 0, value.within) for line in typed)
    if card.name:
        card.words = f"{reading.name} {card.name}"
    return card


def _without_signs(value: Value, where: str, report: Gathered) -> str:
    """The words with a mark in place of each sign that Word cannot hold, and a finding for it."""
    sign = _SIGNS.findall(value.text)[0]
    name, mend = bad_sign(sign)
    report.add("TXT-01", f"{where}: {name} stands here, which cannot be printed.", value.place, mend)
    return without_bad(value.text.replace("\t", " "))
