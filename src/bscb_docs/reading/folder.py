"""A board's folder as a Board: every record that could be read, and a finding for everything that could not."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path, PurePath
from types import ModuleType

from bscb_docs.diagnostics.codes import is_unread_file
from bscb_docs.diagnostics.collector import no_collecting
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.follow_ons import OF_UPDATES
from bscb_docs.reading.card_body import read_cards
from bscb_docs.reading.cards import Card, Read
from bscb_docs.reading.copies import leave_copies_out
from bscb_docs.reading.csv_files import read_csv
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.heading_words import Headings
from bscb_docs.reading.kind_syntax import kind_reading
from bscb_docs.reading.orphans import check_belonging
from bscb_docs.reading.priority_depths import check_priority_depths
from bscb_docs.reading.record_factory import LeftOut, make_records, names_meant
from bscb_docs.reading.record_files import FOREIGN, RecordFile, gather
from bscb_docs.reading.record_texts import Pictures, check_texts, named_pictures
from bscb_docs.reading.repeats import unique
from bscb_docs.reading.series import each_for_its_body
from bscb_docs.reading.source_lines import lines_of
from bscb_docs.reading.table_names import table_heading
from bscb_docs.reading.translated_files import also_in_others, language_of_file, translations_of
from bscb_docs.reading.undated_updates import check_dating
from bscb_docs.reading.unknown_names import check_register, linked
from bscb_docs.reading.word_records import find_word_records
from bscb_docs.reading.workbooks import read_workbook
from bscb_docs.records import KINDS, Board, Kind, Record, Update
from bscb_docs.records.lazy_values import Lazy

_TABLES = {".csv", ".xlsx", ".xls", ".xlsm", ".ods", ".tsv"}


def read_board(folder: str | Path, *, plugins: Iterable[ModuleType] = (), kinds: Iterable[Kind] = KINDS) -> Board:
    """The board in that folder, with every fault of every file as a finding.

    Raises BoardError where there is no such folder or nothing to read in it, and PluginError where a kind has a field
    of a type that no words can give.
    """
    root, kinds = Path(folder), tuple(kinds)
    for kind in set(kinds).difference(KINDS):
        kind_reading(kind).by_attribute  # noqa: B018  # asked for what it raises
    headings = Headings.of(kinds)
    with no_collecting():
        return _read(root, tuple(plugins), headings, kinds)


def _read(root: Path, plugins: tuple[ModuleType, ...], headings: Headings, kinds: tuple[Kind, ...]) -> Board:
    report = Gathered()
    files = gather(root, report)
    readable = [file for file in files if not file.refused and file.suffix not in FOREIGN]
    sound = [file for file in readable if not language_of_file(file.name)]
    made = make_records((card for file in sound for card in _cards(file, headings, report)), report)
    left_out = made.left_out.union(*(_names_in(file, headings) for file in files if file.refused))
    single, copies = leave_copies_out(sound, made.records, report)
    left_out |= find_word_records(files, (record for record, _ in single), headings, report)
    report.explain((name, "reference") for _, name in left_out)
    report.explain(_lacking(left_out, headings, report.findings))
    known = list(each_for_its_body(unique(single, report), report))
    check_priority_depths(known, report)
    check_belonging(known, report)
    check_dating(known, report)
    check_register(known, left_out, report)
    records = linked(known, left_out, headings, report)
    others = _in_other_languages(readable, headings)
    translations = tuple(translations_of(records, others, report))
    records = list(also_in_others(records, translations))
    names = tuple(file.name for file in readable if file.name not in copies)
    made_of = tuple(record for record, _ in records)
    texts = (*made_of, *(record for record, _ in others))
    found = Lazy(partial(_findings, texts, named_pictures([*records, *others]), root, report))
    return Board(made_of, found, root, kinds, plugins, names, translations=translations)


def _findings(texts: tuple[Record, ...], pictures: Pictures, root: Path, report: Gathered) -> tuple[Finding, ...]:
    """What reading found, and what is wrong in the texts: who lists or traces records needs no Markdown."""
    with no_collecting():
        check_texts(texts, pictures, root, report)
    return report.in_order()


def _in_other_languages(files: list[RecordFile], headings: Headings) -> Read:
    """The translated records: of them the words alone are taken, so what else is wrong in them is told nowhere."""
    unheard = Gathered()
    cards = (card for file in files if language_of_file(file.name) for card in _cards(file, headings, unheard))
    return make_records(cards, unheard).records


def _cards(file: RecordFile, headings: Headings, report: Gathered) -> Iterable[Card]:
    if file.suffix == ".csv":
        return read_csv(file, headings, report)
    if file.suffix == ".xlsx":
        return read_workbook(file, headings, report)
    return read_cards(lines_of(file.name, file.text, report), headings, report)


def _lacking(left_out: set[LeftOut], headings: Headings, found: Iterable[Finding]) -> Iterator[tuple[str, str]]:
    """What other findings miss of what was left out: sections, facts, records of a kind, what updates tell.

    The name of a table tells its kind; what else stands in a file that is not read can be of any.
    """
    kinds = {kind for kind, _ in left_out}
    for each in filter(is_unread_file, found):
        file = PurePath(each.place.file)
        named = table_heading(file.stem, headings, each.place) if file.suffix in _TABLES else None
        kinds.add(kind := named.reading.kind.record if named and named.reading else None)
        if kind in {None, Update}:
            yield from (("", field) for field in OF_UPDATES)
    if kinds:
        yield "", "sections"
        yield "", "facts read"  # what it bears is typed by hand in other texts
    yield from (("", name) for name in sorted(kind.__name__ for kind in kinds if kind))


def _names_in(file: RecordFile, headings: Headings) -> Iterator[LeftOut]:
    """The names in a file that was refused as a whole, so that what refers to them is not reported too."""
    for card in _cards(file, headings, Gathered()):
        yield from names_meant(card)
