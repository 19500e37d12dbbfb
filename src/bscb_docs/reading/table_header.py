"""Table header: the rows of a table, and the fields that its first one names."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.suggestions import did_you_mean, is_misspelt
from bscb_docs.reading.cell_words import letters
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.kind_syntax import FieldReading, KindReading
from bscb_docs.records import fold

NEVER_PRINTED = {"note", "notes"}
"""A column or sheet of this name is for the board itself."""
NAMING = frozenset({"id", "title"})
"""What other records call a record by."""


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


def excused_by(header: Row, columns: list[Column], reading: KindReading) -> frozenset[str]:
    """What the records need and no column gives, where a name in the first row is none that is known."""
    names = [" ".join(name.split()) for name in header.cells]
    if all(not name or reading.column(name) or fold(name) in NEVER_PRINTED for name in names):
        return frozenset()
    given = {column.reading.attribute for column in columns}
    naming = NAMING & reading.by_attribute.keys() if given.isdisjoint(NAMING) else frozenset()
    return (reading.kind.required | naming) - given


def labels_of(reading: KindReading) -> list[str]:
    """What its columns are called."""
    return [each.label for each in reading.columns.values()]


def columns_of(header: Row, reading: KindReading, file: str, report: Gathered) -> list[Column]:
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
            mend = did_you_mean(name, labels_of(reading)) if name else "Name it in the first row, or empty it."
            mend = f"{mend} A column that is only for yourselves is called note.".strip()
            field = "" if is_misspelt(name, labels_of(reading)) else "kind"  # that of a plugin, perhaps
            report.add("TAB-03", message, place, mend, field=field)
        elif each and not each.many and any(column.reading is each for column in found):
            message = f'"{name}" is the name of two columns; the first holds.'
            report.add("TAB-04", message, place, "Take one of them out, or mend its name.")
        elif each:
            found.append(Column(at, each.label, each))
    return found
