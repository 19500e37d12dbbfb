"""Word records: records that somebody saved as a Word file, where they are not read, and are told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.diagnostics.finding import Severity
from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.cards import Card, open_cards
from bscb_docs.reading.heading_words import Headings
from bscb_docs.reading.record_factory import LeftOut, names_meant
from bscb_docs.reading.record_files import WORD, RecordFile
from bscb_docs.reading.report import Report
from bscb_docs.reading.source_lines import lines_of
from bscb_docs.records import Record, fold, names_of

_OURS = b"urn:sha256:"
"""Stands in the properties of every document that this library built."""
_COLUMNS = 2
"""Columns of a table that bear the names of fields, from which it is taken for a table of records."""


def find_word_records(
    files: Iterable[RecordFile], records: Iterable[Record], headings: Headings, report: Report
) -> set[LeftOut]:
    """The names of records that stand in Word files and in no record file; a finding for each Word file with records.

    `files` are those of the folder, and `records` what was read from those that are no Word files.
    """
    files, missed = list(files), set[LeftOut]()
    if all(file.suffix != WORD for file in files):
        return missed
    known = {(type(record), fold(name)) for record in records for name in names_of(record)}
    stems = {file.stem for file in files if file.suffix != WORD}
    for file in files:
        if file.suffix != WORD:
            continue
        lines = list(_lines(file))
        named = [card for card in _cards(file, lines, headings) if card.reading]
        if not named:
            if not file.refused:
                _tell_table(file, lines, headings, report)
            continue
        names = {(kind, fold(name)) for card in named for kind, name in names_meant(card)}
        missed |= names - known
        if file.refused:
            continue
        is_read = names <= known if names else file.stem in stems
        _tell_records(file, named, report, is_read=is_read)
    return missed


def _lines(file: RecordFile) -> Iterator[str]:
    """The words of a Word file, a line a paragraph; nothing of one that we built, that is none, or of too much."""
    from bscb_docs.ooxml.package import read_parts
    from bscb_docs.ooxml.size_limits import refuse_bulk
    from bscb_docs.ooxml.transcript import template_text

    try:
        parts = read_parts(file.data, file.name)
        if _OURS in parts.get("docProps/core.xml", b""):
            return
        refuse_bulk(parts, file.name)
        text = template_text(file.data, file.name)
    except TemplateError:
        return
    for line in text.splitlines():
        style, bar, words = line.partition(" | ")
        yield f"{'[cell] ' if style.startswith('[cell]') else ''}{words}" if bar else style


def _cards(file: RecordFile, lines: list[str], headings: Headings) -> list[Card]:
    """The records that the lines mean: those that begin with hashes and the name of a kind."""
    words = "\n".join(line for line in lines if not line.startswith("["))
    return [each.card for each in open_cards(lines_of(file.name, words, Report()), headings, Report())]


def _tell_records(file: RecordFile, named: list[Card], report: Report, *, is_read: bool) -> None:
    count = f"{len(named)} records" if len(named) > 1 else "a record"
    message = f"{file.name} is a Word file with {count}, such as {named[0].label}, and is not read."
    if is_read:
        mend = "The records are read from other files. Move the Word file out of the folder, so that nobody edits it."
        report.add("FIL-12", message, Place(file.name), mend, softer=Severity.CHECK)
    else:
        name = f"{file.name.rpartition('.')[0]}.md"
        mend = f'In Word choose File, Save As, "Plain Text", UTF-8, and name it {name}; then move the Word file away.'
        report.add("FIL-12", message, Place(file.name), mend)


def _tell_table(file: RecordFile, lines: list[str], headings: Headings, report: Report) -> None:
    """A check for a table whose header row has the names of a kind's fields."""
    for row in _header_rows(lines):
        for reading in headings.readings:
            columns = [cell for cell in row if cell in reading.columns]
            if len(columns) >= _COLUMNS and len(columns) > len(row) / 2:
                plural = reading.kind.plural
                message = f"{file.name} is a Word file with a table that could be {plural}, and is not read."
                mend = (
                    f"If it is to be read, copy it into Excel and save it as {plural.lower()}.xlsx; else move it away."
                )
                report.add("FIL-12", message, Place(file.name), mend, softer=Severity.CHECK)
                return


def _header_rows(lines: list[str]) -> Iterator[list[str]]:
    """The cells of the first row of each table."""
    for at, line in enumerate(lines):
        if line.startswith("[table]"):
            rows = [n for n in range(at, len(lines)) if lines[n] in {"[row]", "[header row]", "[end of table]"}]
            yield [fold(cell[6:].strip()) for cell in lines[rows[0] : rows[1]] if cell.startswith("[cell]")]
