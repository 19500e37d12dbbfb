"""Translated files: the records of a board once more in another language, in a folder named by it, such as `cy`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import evolve

from bscb_docs.diagnostics.location import Place
from bscb_docs.languages.language_tags import is_known_language
from bscb_docs.reading.cards import Card
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.records import Language, Record, RegisterEntry, fold
from bscb_docs.records.record_index import identity
from bscb_docs.records.translation import Translation, translated

Read = tuple[Record, Card]


def language_of_file(name: str) -> str:
    """The language of a file by the folder that it lies in; "" for one of the board's own."""
    folder, inside, _ = name.partition("/")
    return folder if inside and is_known_language(folder) else ""


def translations_of(records: Iterable[Read], others: list[Read], report: Gathered) -> Iterator[Translation]:
    """The translations of the records: those of one id, else those that stand at one place of the file of one name.

    A record that translates nothing is a finding, and so is a file that holds more or fewer of a kind.
    """
    if not others:
        return
    by_id: dict[tuple[type, str], Record] = {}
    by_file: dict[tuple[str, type], list[Record]] = defaultdict(list)
    for record, _ in records:
        if name := getattr(record, "id", None):
            by_id[type(record), fold(str(name))] = record
        else:
            by_file[record.place.file, type(record)].append(record)
    in_order: dict[tuple[str, type], list[Record]] = defaultdict(list)
    for words, card in others:
        language, _, file = words.place.file.partition("/")
        if not (name := getattr(words, "id", None)):
            in_order[words.place.file, type(words)].append(words)
        elif found := by_id.get((type(words), fold(str(name)))):
            yield Translation(found, language, words)
        else:
            message = f"{card.label} translates nothing: the board has none of that id."
            report.add("LAN-03", message, words.place, f"Mend the id, or write it into {file} first.", identity(words))
    for (file, kind), told in in_order.items():
        language, _, own_file = file.partition("/")
        own = by_file[own_file, kind]
        if len(own) == len(told):
            yield from (Translation(record, language, words) for record, words in zip(own, told, strict=True))
            continue
        message = f"{len(told)} of a kind stand here ({kind.__name__}), and {len(own)} in {own_file}: none is taken."
        mend = f"Copy {own_file} into the folder {language} and translate its words; nothing is added or left out."
        report.add("LAN-03", message, Place(file, told[0].place.line), mend)


def also_in_others(records: Iterable[Read], translations: Iterable[Translation]) -> Iterator[Read]:
    """The records, and for each document that is also in other languages an entry for each of them."""
    words = {(id(each.of), each.language): each.words for each in translations}
    known = list(records)
    twins = {fold(f"{r.id}-{tag}") for r, _ in known if isinstance(r, RegisterEntry) for tag in r.also_in}
    for record, card in known:
        yield record, card
        if isinstance(record, RegisterEntry):
            for language in record.also_in:
                yield _twin(record, language, words.get((id(record), language.tag)), twins), card


def _twin(entry: RegisterEntry, language: Language, words: Record | None, twins: set[str]) -> RegisterEntry:
    bound = (f"{each}-{language}" if fold(f"{each}-{language}") in twins else each for each in entry.appendices)
    own: RegisterEntry = translated(entry, words) if isinstance(words, RegisterEntry) else entry
    return evolve(
        own,
        id=f"{entry.id}-{language}",
        outline=entry.outline or (None if entry.sections else entry.id),
        appendices=tuple(bound),
        language=language,
        also_in=(),
        one_of=entry.id,
    )
