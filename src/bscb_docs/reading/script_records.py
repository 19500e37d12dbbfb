"""Adding: records that a script gives, taken through the same checks as those of a folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import evolve

from bscb_docs.diagnostics.errors import BoardError
from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.cards import Card
from bscb_docs.reading.dangling import linked
from bscb_docs.reading.kind_syntax import Headings, kind_reading
from bscb_docs.reading.orphans import check_belonging
from bscb_docs.reading.record_factory import make_records
from bscb_docs.reading.record_tables import Row, read_rows
from bscb_docs.reading.record_texts import check_texts
from bscb_docs.reading.repeats import unique
from bscb_docs.reading.report import Report
from bscb_docs.records import Board, Record


def add_records(
    board: Board, record: type[Record], rows: Iterable[Mapping[str, object]], *, source: str = "a script"
) -> Board:
    """The board with a record for each row, and with a finding for all that is wrong in them.

    A row gives words by the name of the field, as a cell of a table would: `{"body": "Executive Board", "date":
    "5 April 2018"}`; what is not given, or None, is an empty cell. Findings name the source and the row, counted
    from 1. BoardError where the board has no kind with that class: pass its plugin to `read_board`.
    """
    kind = next((kind for kind in board.kinds if kind.record is record), None)
    if kind is None:
        raise BoardError(f"The board has no kind of record for {record.__name__}. Pass its plugin to read_board.")
    report, headings = Report(), Headings.of(board.kinds)
    given = [dict(row) for row in rows]
    names = list(dict.fromkeys(str(name) for row in given for name in row))
    lines = [Row(names, 0), *(Row([_cell(row.get(name)) for name in names], at) for at, row in enumerate(given, 1))]
    made = make_records(read_rows(lines, kind_reading(kind), source, Place(source), report), report)
    before = [(each, Card(None, each.place, "")) for each in board.records]
    known = unique([*before, *made.records], report)
    check_belonging(known, report)
    whole = linked(known, made.left_out, headings, report)
    added = [(each, card) for each, card in whole if card.reading]
    check_texts(added, board.folder or Path(), report)
    found = tuple(finding for finding in report.in_order() if finding.place.file == source)
    return evolve(board, records=(*board.records, *(each for each, _ in added)), findings=(*board.findings, *found))


def _cell(value: object) -> str:
    return "" if value is None else str(value)
