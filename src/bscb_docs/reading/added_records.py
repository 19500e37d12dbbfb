"""Added records: those that a script gives, taken through the same checks as those of a folder."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import Enum
from numbers import Number
from pathlib import Path

from attrs import evolve

from bscb_docs.diagnostics.errors import FieldError
from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.cards import Card
from bscb_docs.reading.cell_words import cell_words
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.heading_words import Headings
from bscb_docs.reading.kind_syntax import kind_reading
from bscb_docs.reading.orphans import check_belonging
from bscb_docs.reading.record_factory import make_records
from bscb_docs.reading.record_texts import check_texts, named_pictures
from bscb_docs.reading.repeats import unique
from bscb_docs.reading.table_cards import read_rows
from bscb_docs.reading.table_header import Row
from bscb_docs.reading.unknown_names import linked
from bscb_docs.records import KINDS, Board, Checked, Prose, Record, Ref
from bscb_docs.records.board import unknown_kind
from bscb_docs.records.field_fits import shown


def add_records(
    board: Board, record: type[Record], rows: Iterable[Mapping[str, object]], *, source: str = "a script"
) -> Board:
    """The board with a record for each row, and with a finding for all that is wrong in them.

    A row gives words by the name of the field, as a cell of a table would: `{"body": "Executive Board", "date":
    "5 April 2018"}`. A number, a day, a member of an Enum and the library's own values are taken too, and a list for a
    field that may be given several times; None, what pandas calls missing, and what is not given are empty cells.
    Findings name the source and the row, counted from 1. BoardError where the board has no kind with that class: pass
    its plugin to `read_board`. FieldError for a value of another type.
    """
    derived = {kind.name for kind in KINDS if kind.record is record}  # a plugin's class may stand in its place
    kind = next((kind for kind in board.kinds if kind.record is record or kind.name in derived), None)
    if kind is None:
        raise unknown_kind(board, record)
    report, headings = Gathered(), Headings.of(board.kinds)
    given = [{str(name): value for name, value in row.items()} for row in rows]
    if not given:
        return board
    names = list(dict.fromkeys(name for row in given for name in row))
    lines = [Row(names, 0)]
    for at, row in enumerate(given, 1):
        cells = [_cell(row.get(name), f"{kind.name} in row {at}, {name}") for name in names]
        lines.append(Row(cells, number=at))
    made = make_records(read_rows(lines, kind_reading(kind), source, Place(source), report), report)
    before = [(each, Card(None, each.place, "")) for each in board.records]
    known = unique([*before, *made.records], report)
    check_belonging(known, report)
    whole = linked(known, made.left_out, headings, report)
    added = [(each, card) for each, card in whole if card.reading]
    check_texts((record for record, _ in added), named_pictures(added), board.folder or Path(), report)
    found = tuple(finding for finding in report.in_order() if finding.place.file == source)
    return evolve(board, records=(*board.records, *(each for each, _ in added)), findings=(*board.findings, *found))


def _cell(value: object, where: str) -> str:
    """A value as a cell of a table would hold it; FieldError where no cell could."""
    if _is_missing(value):
        return ""
    if isinstance(value, Enum):
        return _cell(value.value, where)
    if isinstance(value, list | tuple):
        return "\n".join(_cell(each, where) for each in value)
    if isinstance(value, str | date | time | Number | Checked | Prose | Ref):  # a Timestamp of pandas is a date
        return cell_words(value)
    mend = "give text, a number, a day, a member of an Enum, or a list of these"
    raise FieldError(where, f"{shown(value)} is nothing that a cell can hold; {mend}")


def _is_missing(value: object) -> bool:
    """True of None and of what is not even itself, as NaN is, or cannot be compared at all, as pandas' NA."""
    try:
        return value is None or bool(value != value)
    except (TypeError, ArithmeticError):
        return True
    except ValueError:  # an array, which no cell can hold
        return False
