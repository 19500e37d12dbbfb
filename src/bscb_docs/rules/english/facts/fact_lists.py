"""Fact lists: what a version says in words typed by hand, each fact with its sentence and with what bears it."""

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Any

import attrs
from attrs import frozen

from bscb_docs.diagnostics.compared_values import kept_by_class
from bscb_docs.figures.number_words import counted, in_words
from bscb_docs.records import Asked, Commitment, FactsRead, Issue, Record, field_name
from bscb_docs.records.field_types import hints_of, values_of
from bscb_docs.records.record import fact_fields, printed_fields
from bscb_docs.rules.engine import MARK, TOKEN, Pack, Passage, Printed, squeeze, words_only
from bscb_docs.rules.english.facts.fact_signs import lost_facts, sign_facts
from bscb_docs.rules.english.facts.named_facts import appendices_told, figures_misplaced, places_told
from bscb_docs.rules.english.facts.near_facts import nearly
from bscb_docs.rules.english.facts.spoken_records import telling_passages
from bscb_docs.rules.english.facts.typed_facts import TypedFact, typed_facts
from bscb_docs.rules.english.facts.vouchers import vouch

_SHOWN = 40
"""Characters that are shown before and after a fact."""
_SET = re.compile(rf"{MARK}+")
_UNSEEN = re.compile(r"\]\([^)]*\)|^\s*\|?[\s:|-]*-{3,}.*$", re.MULTILINE)
"""Where a link leads, and the line beneath the head of a table."""


def context_of(pack: Pack, fact: TypedFact) -> str:
    """As much of its sentence, or of its row, as a person needs to find it; figures are set."""
    passage = fact.passage
    first, last = passage.line(fact.start)
    before, typed, after = (
        _printed(pack, passage, *part) for part in ((first, fact.start), (fact.start, fact.end), (fact.end, last))
    )
    before = f"...{before[-_SHOWN:].partition(' ')[2]}" if len(before) > _SHOWN else before
    after = f"{after[:_SHOWN].rpartition(' ')[0]}..." if len(after) > _SHOWN else after
    return " ".join(f"{before}{typed}{after}".split()).strip("-> |")


def _printed(pack: Pack, passage: Passage, first: int, last: int) -> str:
    """The words between two positions, in one line, with what the program sets among them."""

    def set_there(run: re.Match[str]) -> str:
        typed = _UNSEEN.sub("", passage.raw[first + run.start() : first + run.end()])
        return TOKEN.sub(lambda token: str(pack.figures.get(token[1], token[0])), typed.replace("|", " | "))

    return re.sub(r"\s+(?=[.,;:)])|(?<=\()\s+|(\s)\s+", r"\1", _SET.sub(set_there, passage.text[first:last]))


_OWN = "approved by"
"""What is written when the facts have been read."""
_SAID = ("because", "label", "of", "that", "words")
"""What the parts of a field are called that are words: the reason of a move or an end, of a gap what it is."""
_GAPS_PRINTED = ("due", "owner", "status")
"""Fields whose reason is printed where they are not recorded; elsewhere it is the manager's alone."""


_FEW = 3
"""So many facts are named that were not read yet."""


@frozen(eq=False)
class FactList:
    """The facts that a version of a document, or of several that share its card, prints as they were typed."""

    document: str
    title: str
    facts: tuple[TypedFact, ...]
    read: FactsRead | None = None
    """Who read them, as the card of the version says."""
    lost: tuple[TypedFact, ...] = ()
    """Numbers that were read, at the words which stand in their places and are no facts."""
    kept: tuple[TypedFact, ...] = ()
    """What stands beside those as it was read, with other signs."""

    @property
    def unborne(self) -> tuple[TypedFact, ...]:
        """Those that no record bears, as far as the program can tell."""
        return tuple(fact for fact in self.facts if not fact.vouched_by)

    @property
    def signs(self) -> str:
        """Those of each fact that no record bears, as they are typed on the version's card; "" of none."""
        return " ".join(sorted(fact.sign for fact in self.unborne))

    @property
    def unread(self) -> tuple[TypedFact, ...]:
        """Those that no record bears, and of which the version's card does not say that anybody read them."""
        known = {sign.upper() for sign in self.read.signs} if self.read else set[str]()
        return tuple(fact for fact in self.unborne if fact.sign not in known and fact not in self.kept)

    def __str__(self) -> str:
        """How many there are, and the line that says on the version's card that they were read."""
        said = f"{counted(len(self.facts), 'fact')} typed by hand, {in_words(len(self.unborne))} that no record bears"
        if self.unborne and not self.unread and not self.lost:
            return f"{said}; each of them was read."
        few = ", ".join(f'"{fact.words}" at {fact.place}' for fact in self.unread[:_FEW])
        few = f"such as {few}" if len(self.unread) > _FEW else few
        new = f", {in_words(len(self.unread))} of them not read yet ({few})" if self.read and self.unread else ""
        new += "".join(f'; it no longer says "{fact.words}" ({fact.place})' for fact in self.lost)
        line = f" When each is read, write beneath the version's card: facts read: who, on which day, {self.signs}"
        return f"{said}{new}.{line if self.signs else ''}"


@frozen(eq=False)
class PrintedVersion:
    """Documents of the register with the card of their version, which several may share; None where there is none."""

    issue: Issue | None
    documents: tuple[Printed, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names by which it is asked for, first the one that it bears."""
        own = tuple(each.entry.id for each in self.documents)
        shared = (self.issue.about,) if self.issue else ()
        return (*own, *shared) if len(own) == 1 else (*shared, *own)


def versions_printed(pack: Pack) -> list[PrintedVersion]:
    """The versions in hand of the documents of the register, in their order."""
    found: dict[int, tuple[Issue | None, list[Printed]]] = {}
    for document in pack.documents:
        issue = pack.board.issue(document.entry.id)
        found.setdefault(id(issue or document), (issue, []))[1].append(document)
    return [PrintedVersion(issue, tuple(documents)) for issue, documents in found.values()]


def fact_list(pack: Pack, version: PrintedVersion) -> FactList:
    """The facts of a version."""
    facts, seen, telling, passages = list[TypedFact](), set[int](), telling_passages(pack), list[Passage]()
    for document in filter(pack.is_english, version.documents):
        for record in (each for each in document.records if id(each) not in seen):
            own = fact_fields(type(record))
            printed = (each for each in pack.passages_of(record) if each in telling or each.part in own)
            for passage in (*printed, *_parts(record, pack.numbers.get(id(record), ""))):
                if passage.part != _OWN:
                    passages.append(passage)
                    facts += _facts(pack, document, passage)
            seen.add(id(record))
    sign_facts(pack, facts)
    is_one = len(version.documents) == 1
    title = version.documents[0].entry.title if is_one else version.names[0]
    read = version.issue.facts_read if version.issue else None
    lost = list(lost_facts(passages, facts, [sign.upper() for sign in read.signs] if read else ()))
    kept = tuple(fact for _, beside in lost for fact in beside)
    return FactList(version.names[0], title, tuple(facts), read, tuple(fact for fact, _ in lost), kept)


def _parts(record: Record, where: str) -> Iterator[Passage]:
    """The words that are a part of a field: the reason of a move or an end, a gap, the label of a revision."""
    said: list[tuple[str, Any]] = [(gap.field, gap.reason) for gap in record.gaps if gap.field in _GAPS_PRINTED]
    for attribute, field, names in _fields_of_parts(type(record)):
        value = getattr(record, attribute)
        for each in value if isinstance(value, tuple) else (value,):
            said += [(field, getattr(each, name, None)) for name in names]
    for part, words in said:
        if words and isinstance(words, str):
            yield Passage(words_only(words), record, where, record.place, is_exact=False, raw=words, part=part)


@kept_by_class
def _fields_of_parts(record: type[Record]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The printed fields of a class that have such parts, each with its name in a board's files and theirs."""
    hints = hints_of(record)
    found = ((each.name, field_name(each), tuple(_said_in(hints[each.name]))) for each in printed_fields(record))
    return tuple(each for each in found if each[2])


def _said_in(hint: Any) -> Iterator[str]:
    """Which of those the parts of a field have, whose type that is."""
    for part in values_of(hint):
        if isinstance(part, type) and attrs.has(part) and not issubclass(part, Record | Asked | Commitment):
            yield from (name for name in _SAID if hasattr(part, name))


def _facts(pack: Pack, document: Printed, passage: Passage) -> list[TypedFact]:
    if passage.part in fact_fields(type(passage.owner)):
        return [TypedFact(passage, 0, len(passage.text), squeeze(passage.raw))]
    found = [*typed_facts(pack, passage)]
    vouch(pack, document, found)
    found += places_told(pack, passage)
    found += appendices_told(pack, document, passage) if "](#" in passage.raw else ()
    found += figures_misplaced(pack, passage) if "{{" in passage.raw else ()
    return sorted(found, key=attrgetter("start"))


def for_reading(pack: Pack, version: PrintedVersion) -> FactList:
    """The list for a person, who needs the sentence of each fact, and what a record has in place of it."""
    found = fact_list(pack, version)
    for fact in found.facts:
        fact.context = context_of(pack, fact)
        fact.nearly = "" if fact.vouched_by or fact.asked else nearly(pack, version.documents[0], fact)
    return found
