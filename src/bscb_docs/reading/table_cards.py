"""Tables: rows as cards, the first row naming their fields."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.cards import ANY, Card
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.kind_syntax import KindReading
from bscb_docs.reading.sorted_columns import tell_sorted_column
from bscb_docs.reading.source_lines import BAD, bad_sign, without_bad
from bscb_docs.reading.table_header import NAMING, Column, Row, columns_of, excused_by, labels_of
from bscb_docs.reading.words_in_place import Value
from bscb_docs.records import Prose
from bscb_docs.records.values.amount import NO_VALUE

_SIGNS = re.compile(f"{BAD.pattern}|\t")
_TOTAL = re.compile(r"(?:(?:grand|sub)[- ]?)?totals?(?: (?:for |of |in )?20\d\d.*)?:?", re.IGNORECASE)
"""What people call the row that adds up the rows above it."""
_ERROR = re.compile(rf"{NO_VALUE}|##+")
"""What Excel shows where a formula has no value, or a column no room."""
_TYPE = "Mend it in Excel, where ##### only wants a wider column, or type the value."
_LEAD = 5
"""Rows that people put above a table: its title, who made it and when."""
_SHOWN = 4
"""Field names that a finding gives as examples."""


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
    columns = columns_of(header, reading, file, report) if header else []
    if header is None or not columns:
        own = next((row for row in islice(walk, _LEAD) if any(map(reading.column, row.cells))), None)
        mend = f"Write the names of its fields into the first row, such as: {', '.join(labels_of(reading)[:_SHOWN])}."
        mend = f"Row {own.number} has the names of fields: take the rows above it out." if own else mend
        message = "The first row names no field, so the table is left out."
        report.add("TAB-02", message, header.place(file) if header else place, mend)
        yield Card(None, place, "", lost=((reading.kind.record, ANY),))
        return
    excused = excused_by(header, columns, reading)
    if not excused.isdisjoint(NAMING):
        yield Card(None, place, "", lost=((reading.kind.record, ANY),))
    width = max(at for at, cell in enumerate(header.cells, 1) if cell.strip())
    rows = list(walk)
    tell_sorted_column(rows, columns, file, report)
    for row in rows:
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
