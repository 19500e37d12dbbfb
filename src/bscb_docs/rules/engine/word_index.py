"""Word index: the words of all passages in one row, and where in it each of them stands."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import accumulate, chain, compress, count, islice
from operator import eq

from attrs import define, field, frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.records.names import singular
from bscb_docs.rules.engine.passage import YEAR, Passage, squeeze
from bscb_docs.rules.english.typed_numbers import VALUES

Taken = Mapping[Passage, list[tuple[int, int]]]
"""By passage, the first and last words of names in the row."""


def capitals_in(words: str) -> int:
    """How many words begin with a capital; a hyphen stands between two."""
    return sum([word[0].isupper() for word in words.replace("-", " ").split()])


@lru_cache(maxsize=1 << 16)
def stem_of(word: str) -> str:
    """A word in the singular and without a possessive, "&" as "and": what forms of one name have in common."""
    plain = word.removesuffix("'s").replace("'", "")
    return "and" if plain == "&" else singular(plain)


@define(eq=False, repr=False)
class Spot:
    """Words that stand one after another: their passage, where it begins in the row, and the first and last of them."""

    passage: Passage
    offset: int
    first: int
    last: int

    @property
    def span(self) -> tuple[int, int]:
        """Where the words begin and end in the passage."""
        return self.passage.span(self.first - self.offset, self.last - self.offset)

    @property
    def start(self) -> int:
        """Where the words begin in the passage."""
        return self.span[0]

    @property
    def end(self) -> int:
        """Where the words end in the passage."""
        return self.span[1]

    @property
    def text(self) -> str:
        """The words as typed, with single spaces."""
        start, end = self.span
        return squeeze(self.passage.text[start:end])

    @property
    def place(self) -> Place:
        """The place of the first word."""
        return self.passage.place(self.start)

    @property
    def capitals(self) -> int:
        """How many of the words begin with a capital."""
        return capitals_in(self.passage.text[slice(*self.span)])

    @property
    def keys(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(self.passage.words[self.first - self.offset : self.last - self.offset + 1])

    def lies_in(self, taken: Taken, *, of_more: bool = False) -> bool:
        """True where a name that stands there holds these words; `of_more` where it holds others too."""
        names = taken.get(self.passage, ())
        size = self.last - self.first + of_more
        return any(first <= self.first and self.last <= last and last - first >= size for first, last in names)


@frozen(eq=False, repr=False, slots=False)
class WordIndex:
    """The words of all passages in one row, "" around each passage, in which they are looked up."""

    passages: tuple[Passage, ...]
    spots: dict[tuple[str, ...], tuple[Spot, ...]] = field(factory=dict, init=False)
    """Where the names stand that were looked for so far: most are asked for by several rules."""

    typed: dict[tuple[str, ...], list[Passage]] = field(factory=dict, init=False)
    """The passages with the signs that were looked for so far."""

    @cached_property
    def words(self) -> list[str]:
        """The row, in lower case."""
        row = [""]
        for passage in self.passages:
            row += passage.words
            row.append("")
        return row

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where in the row each word stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words):
            found[word].append(at)
        return dict(found)

    @cached_property
    def stem_places(self) -> dict[str, list[int]]:
        """Where in the row the words of each stem stand."""
        forms: defaultdict[str, list[list[int]]] = defaultdict(list)
        for word, places in self.places.items():
            forms[stem_of(word)].append(places)
        return {stem: sorted(chain(*each)) if len(each) > 1 else each[0] for stem, each in forms.items()}

    @cached_property
    def _offsets(self) -> list[int]:
        """Where in the row each passage begins."""
        return [*accumulate((len(passage.words) + 1 for passage in self.passages), initial=1)]

    @cached_property
    def _numbers(self) -> list[int]:
        """The number of the passage in which each word of the row stands."""
        row = [0]
        for number, passage in enumerate(self.passages):
            row += [number] * (len(passage.words) + 1)
        return row

    def spot(self, first: int, size: int) -> Spot | None:
        """So many words of the row from the first on; None where the end of a sentence or a cell parts them."""
        number, last = self._numbers[first], first + size - 1
        passage, offset = self.passages[number], self._offsets[number]
        return Spot(passage, offset, first, last) if passage.is_unbroken(first - offset, last - offset) else None

    def passages_with(self, words: Iterable[str]) -> list[Passage]:
        """The passages in which one of those words stands, in any form, in their order."""
        return self._passages_at(self.stem_places.get(stem_of(word.lower()), ()) for word in words)

    @cached_property
    def dated(self) -> dict[Passage, None]:
        """The passages in which a year is typed, in their order: elsewhere no date stands that could be compared."""
        return dict.fromkeys(self.passages_where(YEAR.search))

    def passages_where(self, is_one: Callable[[str], object]) -> list[Passage]:
        """The passages with a word of which that is true, in their order; each word is asked of once."""
        return self._passages_at(places for word, places in self.places.items() if is_one(word))

    @cached_property
    def figure_words(self) -> list[str]:
        """The words that begin with a figure."""
        return [word for word in self.places if word[:1].isdigit()]

    @cached_property
    def numbered(self) -> dict[Passage, list[int]]:
        """The passages in which a number is typed, in their order, each with its words with which one may begin."""
        return self.words_among((*self.figure_words, *VALUES))

    def words_among(self, words: Iterable[str]) -> dict[Passage, list[int]]:
        """The passages with one of those words, in their order, each with the numbers of its own such words, from 0."""
        found: dict[int, list[int]] = {}
        for at in sorted(chain.from_iterable(self.places.get(word, ()) for word in {*words})):
            number = self._numbers[at]
            found.setdefault(number, []).append(at - self._offsets[number])
        return {self.passages[number]: words for number, words in found.items()}

    def _passages_at(self, places: Iterable[Iterable[int]]) -> list[Passage]:
        numbers = {self._numbers[at] for each in places for at in each}
        return [self.passages[number] for number in sorted(numbers)]

    def passages_doubling(self) -> list[Passage]:
        """The passages in which a word stands twice in a row, in their order."""
        return self._passages_at([compress(count(), map(eq, self.words, islice(self.words, 1, None)))])

    def passages_typed(self, signs: tuple[str, ...]) -> list[Passage]:
        """The passages that were typed with one of those signs, in their order."""
        if signs not in self.typed:
            self.typed[signs] = [passage for passage in self.passages if any(sign in passage.raw for sign in signs)]
        return self.typed[signs]
