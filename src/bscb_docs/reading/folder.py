"""A board's folder as a Board: every record that could be read, and a finding for everything that could not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from bscb_docs.reading.cards import Card, read_cards
from bscb_docs.reading.codes import Report
from bscb_docs.reading.files import RecordFile, gather
from bscb_docs.reading.kindreading import Headings
from bscb_docs.reading.lines import lines_of
from bscb_docs.reading.links import check_links, index_of, unique
from bscb_docs.reading.making import make_records
from bscb_docs.reading.tables import read_csv
from bscb_docs.reading.texts import check_texts
from bscb_docs.reading.workbooks import read_workbook
from bscb_docs.records import KINDS, Board, Kind


def read_board(folder: str | Path, *, plugins: Iterable[ModuleType] = (), kinds: Iterable[Kind] = KINDS) -> Board:
    """The board in that folder, with every fault of every file as a finding.

    Raises BoardError where there is no such folder or nothing to read in it, and PluginError where a kind has a field
    of a type that no words can give.
    """
    root, kinds, report = Path(folder), tuple(kinds), Report()
    headings = Headings.of(kinds)
    files = gather(root, report)
    made = make_records((card for file in files if not file.refused for card in _cards(file, headings, report)), report)
    for file in files:
        if file.refused:
            made.left_out.update(_names_in(file, headings))
    records = unique(made, report)
    check_links(records, index_of(records, made), headings.readings, report)
    check_texts(records, root, report)
    names = tuple(file.name for file in files)
    return Board(tuple(record for record, _ in records), report.in_order(), root, kinds, tuple(plugins), names)


def _cards(file: RecordFile, headings: Headings, report: Report) -> list[Card]:
    if file.suffix == ".csv":
        return read_csv(file, headings, report)
    if file.suffix == ".xlsx":
        return read_workbook(file, headings, report)
    return read_cards(lines_of(file.name, file.text, report), headings, report)


def _names_in(file: RecordFile, headings: Headings) -> Iterable[tuple[type | None, str]]:
    """The names in a file that was refused as a whole, so that what refers to them is not reported too."""
    for card in _cards(file, headings, Report()):
        for value in card.values.values():
            yield (card.reading.kind.record if card.reading else None), value.text
