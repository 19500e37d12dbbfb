"""Word records: records that somebody saved as a Word file, where they are not read, and are told of."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from bscb_docs.diagnostics.finding import Severity
from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.cards import ANY, Card, open_cards
from bscb_docs.reading.csv_files import separated
from bscb_docs.reading.differing_lines import Lines, differing_lines
from bscb_docs.reading.foreign_words import HOUSE_LOOK, STYLED, foreign_words
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.heading_words import Headings
from bscb_docs.reading.record_factory import LeftOut, names_meant
from bscb_docs.reading.record_files import FOREIGN, TEXTS, UNREAD, RecordFile
from bscb_docs.reading.source_lines import lines_of
from bscb_docs.reading.table_names import table_heading
from bscb_docs.records import Organisation, Record, fold, names_of

_COLUMNS = 2
"""Columns of a table that bear the names of fields, from which it is taken for a table of records."""
_TAGS = ("{{", "{%")
"""Begin what a section's template has in place of words."""


def find_word_records(
    files: Iterable[RecordFile], records: Iterable[Record], headings: Headings, report: Gathered
) -> set[LeftOut]:
    """The names of records that stand in Word files and in no record file; a finding for each Word file with records.

    `files` are those of the folder, and `records` what was read from those that are no Word files.
    """
    files, records, missed = list(files), list(records), set[LeftOut]()
    if all(file.suffix not in FOREIGN for file in files):
        return missed
    known = {(type(record), fold(name)) for record in records for name in names_of(record)}
    senders = {name for kind, name in known if kind is Organisation}
    stems = {file.stem for file in files if file.suffix not in FOREIGN}
    for file in files:
        if file.suffix not in FOREIGN:
            continue
        what, lines = ("", []) if file.suffix in UNREAD else foreign_words(file.data, file.name)
        if file.suffix in UNREAD or (not what and _is_own_table(file, lines, headings)):
            missed |= _tell_unread(file, stems, headings, report)
            continue
        if what == HOUSE_LOOK:
            _tell_house(file, report)
            continue
        named = _cards(file, lines, headings, by_look=what == STYLED)
        if not named:
            if not file.refused and not _tell_table(file, what, lines, headings, report) and what:
                _tell_paper(file, lines, stems, senders, report)
            continue
        names = {(kind, fold(name)) for card in named for kind, name in names_meant(card)}
        missed |= names - known
        if file.refused:
            continue
        is_read = names <= known if names else file.stem in stems
        differing = _differing(file, lines, files) if is_read else ""
        _tell_records(file, what, named, report, is_read=is_read, differing=differing)
    return missed


def _tell_unread(file: RecordFile, stems: set[str], headings: Headings, report: Gathered) -> set[LeftOut]:
    """The finding for a file that is not read: a stop where it, and no other, is called after a kind."""
    named = table_heading(PurePath(file.stem).name, headings, file.place)
    message, mend = f"Files that end in {file.suffix} are not read", UNREAD.get(file.suffix, UNREAD[".tsv"])
    if named is None or named.reading is None or file.stem in stems:
        report.add("FIL-08", f"{message}.", file.place, mend)
        return set()
    kind = named.reading.kind
    message = f"{message}, and this one should hold {kind.plural.lower()}."
    report.add("FIL-12", message, file.place, mend)
    return {(kind.record if file.suffix not in TEXTS else None, ANY)}  # a text may hold records of any kind


def _is_own_table(file: RecordFile, lines: list[str], headings: Headings) -> bool:
    """True of plain text that is called after a kind, and whose first line parts the names of its fields."""
    named = table_heading(PurePath(file.stem).name, headings, file.place)
    return bool(named and named.reading and sum(map(bool, map(named.reading.column, _cells(lines)))) >= _COLUMNS)


def _cells(lines: list[str]) -> list[str]:
    """The cells of the first line of plain text."""
    return [cell.strip() for cell in lines[0].split(separated(lines[0])[0])] if lines else []


def _cards(file: RecordFile, lines: list[str], headings: Headings, *, by_look: bool) -> list[Card]:
    """The records that the lines mean: those that begin with hashes and the name of a kind.

    Where only a style of Word's makes the headings, any paper may have one that begins so: two go on with a field each.
    """
    words = "\n".join(line for line in lines if not line.startswith("["))
    typed = lines_of(file.name, words, Gathered())
    cards, with_field = list[Card](), 0
    for each in open_cards(typed, headings, Gathered()):
        if reading := each.card.reading:
            cards.append(each.card)
            below = typed.lines[each.start : each.start + 1]
            with_field += any(reading.column(line.partition(":")[0]) is not None for line in below)
    return [] if by_look and with_field < _COLUMNS else cards


def _tell_records(
    file: RecordFile, what: str, named: list[Card], report: Gathered, *, is_read: bool, differing: str
) -> None:
    """The finding for a file that holds records and is not read: a check where another file says the very same."""
    count = f"{len(named)} records" if len(named) > 1 else "a record"
    kind = what.partition(" whose")[0] or "plain text"
    message = f"{file.name} is {kind} with {count}, such as {named[0].label}, and is not read."
    name, kept = f"{file.name.rpartition('.')[0]}.md", "the Word file" if what.startswith("a Word file") else "it"
    if differing:
        mend = (
            f"Somebody changed a copy: put what is right into the file that is read, and move {kept} out of the folder."
        )
        report.add("FIL-12", f"{message} {differing}", Place(file.name), mend)
    elif is_read:
        mend = f"The records are read from other files. Move {kept} out of the folder, so that nobody edits it."
        report.add("FIL-12", message, Place(file.name), mend, softer=Severity.CHECK)
    elif what == STYLED:
        mend = "Put a hash and a space before each Heading 1, two hashes before each Heading 2 and so on; then choose "
        mend += f'File, Save As, "Plain Text", UTF-8, name it {name}, and move the Word file away.'
        report.add("FIL-12", message, Place(file.name), mend)
    elif what:
        mend = f'In Word choose File, Save As, "Plain Text", UTF-8, and name it {name}; then move {kept} away.'
        report.add("FIL-12", message, Place(file.name), mend)
    else:
        report.add("FIL-12", message, Place(file.name), f"Rename it to {name}.")


def _differing(file: RecordFile, lines: list[str], files: Iterable[RecordFile]) -> str:
    """What it says otherwise than the file of records that is called as it is; nothing where none is."""
    origin = next((each for each in files if each.stem == file.stem and each.text and each.suffix not in FOREIGN), None)
    if origin is None:
        return ""
    return differing_lines(Lines.of(file.name, lines, numbered=False), Lines.of(origin.name, origin.text.splitlines()))


def _tell_house(file: RecordFile, report: Gathered) -> None:
    """A check for a house file that no document takes its look from, such as `house (1).docx`."""
    from bscb_docs.ooxml.house_file import HOUSE

    if file.name != HOUSE:
        message = f"{file.name} is {HOUSE_LOOK}, which is read under the name {HOUSE} alone."
        put = "move it into the board's folder itself" if "/" in file.name else f"rename it to {HOUSE}"
        report.add("FIL-13", message, file.place, f"If it is to be used, {put}; else move it out of the folder.")


def _tell_paper(file: RecordFile, lines: list[str], stems: set[str], senders: set[str], report: Gathered) -> None:
    """A note for a paper beside records, and one for all that are not called updates or after an organisation.

    None for a template.
    """
    own, called = PurePath(file.stem), " ".join(["", *re.findall(r"[^\W_]+", fold(PurePath(file.stem).name)), ""])
    is_sent = any(f" {name} " in called for name in ("update", "updates", *senders))
    is_beside = own.parent in {PurePath(stem).parent for stem in stems}
    if is_beside and any(lines) and not any(tag in line for line in lines for tag in _TAGS):
        mend = "Type what the records lack of it into them, and move it out of the folder."
        if is_sent:
            mend = "A form that came back is read with: bscb-docs take. Else type its words into the records, and move "
            mend += "it out of the folder."
        message, cause = f"{file.name} is in the folder and is not read.", "" if is_sent else "papers among the records"
        report.add("FIL-08", message, file.place, mend, cause=cause)


def _tell_table(file: RecordFile, what: str, lines: list[str], headings: Headings, report: Gathered) -> bool:
    """A check for a table whose header row has the names of a kind's fields; True where there is one."""
    for row in _header_rows(lines) if what else [list(map(fold, _cells(lines)))]:
        for reading in headings.readings:
            columns = [cell for cell in row if cell in reading.columns]
            if len(columns) >= _COLUMNS and len(columns) > len(row) / 2:
                plural = reading.kind.plural
                message = f"{file.name} is {what or 'plain text'} with a table that could be {plural}, and is not read."
                mend = (
                    f"If it is to be read, copy it into Excel and save it as {plural.lower()}.xlsx; else move it away."
                )
                report.add("FIL-12", message, Place(file.name), mend, softer=Severity.CHECK)
                return True
    return False


def _header_rows(lines: list[str]) -> Iterator[list[str]]:
    """The cells of the first row of each table."""
    for at, line in enumerate(lines):
        if line.startswith("[table]"):
            rows = [n for n in range(at, len(lines)) if lines[n] in {"[row]", "[header row]", "[end of table]"}]
            yield [fold(cell[6:].strip()) for cell in lines[rows[0] : rows[1]] if cell.startswith("[cell]")]
