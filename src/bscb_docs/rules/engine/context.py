"""Context: what every rule is given: a board's records, its figures, its passages of prose and its documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, wraps
from typing import TYPE_CHECKING, TypeVar

from attrs import field, frozen

from bscb_docs.diagnostics.follow_ons import Explained
from bscb_docs.diagnostics.phrases import capital
from bscb_docs.figures.figure import Figure
from bscb_docs.languages.language_tags import HOUSE_LANGUAGE, language_of
from bscb_docs.records import Board, ByName, PartialDate, Record
from bscb_docs.records.lazy_values import Kept
from bscb_docs.records.record_index import identity
from bscb_docs.rules.engine.printed_documents import Printed

if TYPE_CHECKING:
    from bscb_docs.rules.engine.passage import Passage
    from bscb_docs.rules.engine.word_index import WordIndex

K = TypeVar("K")
T = TypeVar("T")


@frozen(eq=False, repr=False, slots=False)
class Pack:
    """A board, its figures by name and what each document of its register prints; all else is computed from them once.

    The publication of the board fills it; a rule asks it, and keeps nothing beyond its own call.
    """

    board: Board
    figures: ByName[Figure] = field(factory=ByName)
    documents: tuple[Printed, ...] = ()
    """The documents of the register."""
    figures_of_reports: tuple[ByName[Figure], ...] = ()
    """The figures as each report shows them: of its own day and period."""
    _kept: Kept = field(factory=Kept, init=False)

    def keep(self, make: Callable[[Pack], T]) -> T:
        """What `make` gives for this pack: made once, and let go when the pack is; `kept` marks such a function."""
        return self._kept.get(make, self)

    @cached_property
    def counted(self) -> tuple[Figure, ...]:
        """Every figure that some document gives: of one name there are several where reports are of several days."""
        every: dict[tuple[str, str], Figure] = {}
        for figures in (self.figures, *self.figures_of_reports):
            for figure in figures.values():
                every.setdefault((figure.name, str(figure.value)), figure)
        return tuple(every.values())

    @cached_property
    def numbers(self) -> dict[int, str]:
        """What each record is called on paper, by its identity."""
        from bscb_docs.rules.engine.printed_numbers import printed_numbers

        return printed_numbers(self.board)

    def called(self, record: Record) -> str:
        """What a record is called on paper, as a sentence begins with it: "Priority 2, action 3"."""
        return capital(self.numbers[id(record)])

    @cached_property
    def _explained(self) -> Explained:
        return Explained.by(self.board.findings)

    def is_told(self, name: str, field: str) -> bool:
        """True where reading explains what is wanting in that field of a record: a finding of several leaves it out."""
        return self._explained.cause(name, field) is not None

    def lacking(self, record: Record, fields: Mapping[str, object]) -> list[str]:
        """Which of those fields of a record have no value, where it is neither said why nor told by reading."""
        name = identity(record)
        empty = (field for field, value in fields.items() if value in (None, ()))
        return [field for field in empty if record.gap(field) is None and not self.is_told(name, field)]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All the English prose of the pack: what documents in other languages alone print, no rule can read."""
        from bscb_docs.rules.engine.printed_texts import every_passage  # a catalogue of rules needs no prose

        return tuple(every_passage(filter(self._is_read, self.board.records), self.numbers))

    def _is_read(self, record: Record) -> bool:
        return any(map(self.is_english, self.documents_of(record) or (None,)))

    def is_english(self, document: Printed | None) -> bool:
        """True where a document is in English, in which rules can read; of None, where the board is."""
        own = document.entry.language if document else None
        return language_of((own or self.board.details.language).tag) == language_of(HOUSE_LANGUAGE)

    @cached_property
    def _dated(self) -> list[tuple[PartialDate, Printed]]:
        """The dates that documents of the register bear, the latest first, each with its document."""
        dated = ((document.as_at, document) for document in self.documents if document.as_at)
        return sorted(dated, key=lambda each: (each[0].latest, each[0].earliest), reverse=True)

    @cached_property
    def as_at(self) -> PartialDate | None:
        """The latest date that a document of the register bears."""
        return self._dated[0][0] if self._dated else None

    @cached_property
    def _dates(self) -> dict[int, PartialDate]:
        """By the identity of each record the latest date of the documents that print it."""
        return {held: day for day, document in reversed(self._dated) for held in document.holds}

    @cached_property
    def _passages_of(self) -> dict[int, list[Passage]]:
        found: dict[int, list[Passage]] = {}
        for passage in self.passages:
            found.setdefault(id(passage.owner), []).append(passage)
        return found

    def passages_of(self, record: Record) -> list[Passage]:
        """The passages of one record."""
        return self._passages_of.get(id(record), [])

    def passages_in(self, document: Printed) -> Iterator[Passage]:
        """The passages of a document, in the order of print."""
        if self.is_english(document):
            for record in document.records:
                yield from self.passages_of(record)

    @cached_property
    def _documents_of(self) -> dict[int, list[Printed]]:
        found: dict[int, list[Printed]] = {}
        for document in self.documents:
            for held in document.holds:
                found.setdefault(held, []).append(document)
        return found

    def documents_of(self, record: Record) -> list[Printed]:
        """The documents that print a record."""
        return self._documents_of.get(id(record), [])

    def may_stand_in(self, record: Record) -> list[Printed]:
        """The documents that print a record, and those of which a section does not say what it prints."""
        return [*self.documents_of(record), *self._undeclared]

    @cached_property
    def _undeclared(self) -> list[Printed]:
        return [document for document in self.documents if document.undeclared]

    def date_of(self, record: Record) -> PartialDate | None:
        """The latest date of the documents that print a record, else of the pack."""
        return self._dates.get(id(record), self.as_at)

    @cached_property
    def index(self) -> WordIndex:
        """Where the words of the prose stand."""
        from bscb_docs.rules.engine.word_index import WordIndex

        return WordIndex(self.passages)

    def passages_with(self, *words: str) -> list[Passage]:
        """The passages in which one of those words stands, in any number or with a possessive, in their order."""
        return self.index.passages_with(words)

    def passages_typed(self, *signs: str) -> list[Passage]:
        """The passages that were typed with one of those signs, in their order."""
        return self.index.passages_typed(signs)


def kept(make: Callable[[Pack], T]) -> Callable[[Pack], T]:
    """The same function of a pack, computed once for each: several rules may ask for what it gives."""

    @wraps(make)
    def ask(pack: Pack) -> T:
        return pack._kept.get(make, pack)  # a step fewer than `keep`: rules ask for each fact

    return ask


def kept_each(make: Callable[[Pack, K], T]) -> Callable[[Pack, K], T]:
    """The same function of a pack and of a record or value, computed once for each."""

    @kept
    def made(_: Pack) -> dict[object, T]:
        return {}

    @wraps(make)
    def ask(pack: Pack, of: K) -> T:
        known, key = made(pack), id(of) if isinstance(of, Record) else of
        if key not in known:
            known[key] = make(pack, of)
        return known[key]

    return ask
