"""Copies: files that repeat another file of the folder, found by what stands in them and never by their names.

A drive that is shared writes a second file where two people saved one ("plan-LAPTOP-4711.md"), and people keep one
beside the file they change ("plan (1).md"). Read as records, it would give each of them twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.reading.cards import Read
from bscb_docs.reading.differing_lines import Lines, differing_lines
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.record_files import RecordFile
from bscb_docs.reading.repeats import own_name
from bscb_docs.records import Record, fold

_HALF = 0.5
"""The share of a file's records that another has too, and of those the share that is equal, from which it is a copy."""
_MEND = "Is it a copy? Look at what differs, put what is right into {}, and move the copy out of the folder."


@frozen
class _Contents:
    """What a file holds: its records by what tells each from others, or its lines."""

    file: RecordFile
    records: Read
    is_by_line: bool
    """By line where all tables are text, which is quick; beside a workbook a table is known by its records."""

    @cached_property
    def kinds(self) -> frozenset[type[Record]]:
        """The classes of its records; none where it is called after no kind."""
        return frozenset(type(record) for record, _ in self.records)

    @cached_property
    def held(self) -> Mapping[object, object]:
        """Its records by what tells each from others, or its lines."""
        if self.is_by_line:
            return {line: line for line in self.file.text.splitlines()[1:] if line.strip(", ;\t")}
        held: dict[object, object] = {}
        for record, card in self.records:
            known_by, name = own_name(record, card)
            held[(type(record), known_by, fold(name)) if known_by else record] = record
        return held

    def shares(self, other: _Contents) -> tuple[int, int]:
        """How much of it the other holds too, and how much of that is the very same."""
        common = self.held.keys() & other.held.keys()
        return len(common), sum(self.held[key] == other.held[key] for key in common)

    def repeats(self, other: _Contents) -> bool:
        """True where more than half of it stands in the other, most of that unchanged: tables may share lines."""
        if self.kinds and other.kinds and not self.kinds & other.kinds:
            return False
        common, equal = self.shares(other)
        return common > len(self.held) * _HALF and (equal > common * _HALF or _alike(self.file, other.file))


def leave_copies_out(files: Iterable[RecordFile], records: Read, report: Gathered) -> tuple[Read, frozenset[str]]:
    """The records without those of files that repeat another, and the names of these; one finding for each of them.

    Of two files that repeat each other the one with the shorter name counts, and of a workbook and the text that Excel
    saved of it the workbook: text has lost what its cells were. What else was found in a copy goes: it is found in the
    other file too, or is no longer so.
    """
    rows: dict[str, Read] = defaultdict(list)
    for record, card in records:
        rows[card.place.file].append((record, card))
    true: list[_Contents] = []
    bearers: dict[object, list[int]] = {}
    copies: dict[str, _Contents] = {}
    by_name = sorted(files, key=lambda each: (len(each.stem), each.suffix == ".csv", each.name))
    is_text = all(file.suffix != ".xlsx" for file in by_name)
    for file in by_name:
        held = _Contents(file, rows[file.name], is_text and file.suffix == ".csv")
        sharing = sorted({at for key in held.held for at in bearers.get(key, ())})
        if origin := next((true[at] for at in sharing if held.repeats(true[at])), None):
            copies[file.name] = origin
            _tell(held, origin, report)
        else:
            for key in held.held:
                bearers.setdefault(key, []).append(len(true))
            true.append(held)
    return [pair for pair in records if pair[1].place.file not in copies], frozenset(copies)


def _alike(one: RecordFile, other: RecordFile) -> bool:
    """True where more than half of the lines of the shorter text stand in the other too."""
    first, second = (Counter(line for line in file.text.splitlines() if line.strip()) for file in (one, other))
    return (first & second).total() > min(first.total(), second.total()) * _HALF


def _tell(copy: _Contents, origin: _Contents, report: Gathered) -> None:
    common, equal = copy.shares(origin)
    what = "lines" if copy.file.suffix == ".csv" else "records"
    same = f"{equal} of {len(copy.held)} {what} are the same" if equal else f"{common} {what} bear the same names"
    message = f"{copy.file.name} repeats {origin.file.name} ({same}); it is left out."
    differing = _differing(copy, origin)
    report.retract(lambda place: place.file == copy.file.name)
    mend = _MEND.format(origin.file.name) if differing else "It says nothing else: move it out of the folder."
    is_moved = copy.file.name.endswith(f"/{origin.file.name}") and not differing
    cause = f"a copy of the board in {copy.file.name.removesuffix(origin.file.name)}" if is_moved else ""
    report.add("FIL-11", f"{message} {differing}".rstrip(), Place(copy.file.name), mend, cause=cause)


def _differing(copy: _Contents, origin: _Contents) -> str:
    """The first lines or rows that differ, as they stand in both; "" where none does."""
    if copy.file.text and origin.file.text:
        one, other = (Lines.of(each.file.name, each.file.text.splitlines()) for each in (copy, origin))
    else:
        records = ((each.file.name, (record for record, _ in each.records)) for each in (copy, origin))
        one, other = (Lines.of_records(*each) for each in records)
    if copy.file.data == origin.file.data and copy.file.data:
        return ""
    return differing_lines(one, other)
