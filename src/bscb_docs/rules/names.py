"""Names: where a name stands in the prose, exactly or with one word changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs.places import Place
from bscb_docs.rules.material import Pack
from bscb_docs.rules.passages import Passage, squeeze, words_of


@frozen
class Spot:
    """The words of a name where they stand: the passage's number, and its first and last word."""

    number: int
    passage: Passage
    first: int
    last: int

    @property
    def start(self) -> int:
        """Where the words begin in the passage."""
        return self.passage.words[self.first].start

    @property
    def end(self) -> int:
        """Where the words end in the passage."""
        return self.passage.words[self.last].end

    @property
    def text(self) -> str:
        """The words as typed, with single spaces."""
        return squeeze(self.passage.text[self.start : self.end])

    @property
    def place(self) -> Place:
        """The place of the first word."""
        return self.passage.place(self.start)

    @property
    def keys(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(word.text for word in self.passage.words[self.first : self.last + 1])

    def lies_in(self, taken: Iterable[tuple[int, int]]) -> bool:
        """True where another name, given by its first and last word, holds these words and more."""
        return any(first <= self.first and self.last <= last for first, last in taken)


def key_of(name: str) -> tuple[str, ...]:
    """A name as its words in lower case, without hyphens."""
    return tuple(word.text for word in words_of(name))


def spots(pack: Pack, key: tuple[str, ...]) -> Iterator[Spot]:
    """Every place where the words of a name stand one after another; the last may end in a possessive."""
    if not key:
        return
    rarest = min(range(len(key)), key=lambda at: len(pack.index.get(key[at], ())) + _endings(pack, key, at))
    for number, at in _positions(pack, key, rarest):
        passage, first = pack.passages[number], at - rarest
        if first >= 0 and _stands(passage, first, key):
            yield Spot(number, passage, first, first + len(key) - 1)


def _endings(pack: Pack, key: tuple[str, ...], at: int) -> int:
    return len(pack.index.get(f"{key[at]}'s", ())) if at == len(key) - 1 else 0


def _positions(pack: Pack, key: tuple[str, ...], at: int) -> Iterator[tuple[int, int]]:
    yield from pack.index.get(key[at], ())
    if at == len(key) - 1:
        yield from pack.index.get(f"{key[at]}'s", ())


def _stands(passage: Passage, first: int, key: tuple[str, ...]) -> bool:
    words = passage.words[first : first + len(key)]
    if len(words) < len(key):
        return False
    for position, (word, wanted) in enumerate(zip(words, key, strict=True)):
        is_last = position == len(key) - 1
        if word.text != wanted and not (is_last and word.text.removesuffix("'s").rstrip("'") == wanted):
            return False
    return is_unbroken(passage, first, first + len(key) - 1)


def is_unbroken(passage: Passage, first: int, last: int) -> bool:
    """True where nothing but spaces, hyphens and commas stands between those words: no end of a sentence, no cell."""
    words = passage.words
    for at in range(first, last):
        between = passage.text[words[at].end : words[at + 1].start]
        if between.strip(" -–‑,"):
            return False
    return True


@frozen
class Variant:
    """A name with one word changed, left out or put in, where it stands."""

    spot: Spot
    wanted: str
    """The word of the name; "" where a word was put in."""
    typed: str
    """The word that stands there; "" where a word was left out."""


def variants(pack: Pack, key: tuple[str, ...]) -> Iterator[Variant]:
    """Every place where a name of three or more words stands with one of them other than it should be.

    A variant with one fault still holds one of any two words of the name, so only the places of the two rarest are
    looked at: the work grows with the text, not with the number of names times the text.
    """
    if len(key) < 3:  # of two words with one changed nothing is left to know the name by
        return
    rare = sorted(range(len(key)), key=lambda at: len(pack.index.get(key[at], ())))[:2]
    seen: set[tuple[int, int, int]] = set()
    for anchor in rare:
        for number, at in pack.index.get(key[anchor], ()):
            passage = pack.passages[number]
            for found in _compare(number, passage, at, anchor, key):
                where = (number, found.spot.first, found.spot.last)
                if where not in seen:
                    seen.add(where)
                    yield found


def _compare(number: int, passage: Passage, at: int, anchor: int, key: tuple[str, ...]) -> Iterator[Variant]:
    for first, length in ((at - anchor, len(key)), (at - anchor, len(key) - 1), (at - anchor + 1, len(key) - 1)):
        window = tuple(word.text for word in passage.words[max(first, 0) : first + length])
        if first < 0 or len(window) < length:
            continue
        change = _one_change(window, key)
        if change and is_unbroken(passage, first, first + length - 1):
            yield Variant(Spot(number, passage, first, first + length - 1), *change)


def _one_change(window: tuple[str, ...], key: tuple[str, ...]) -> tuple[str, str] | None:
    """The word wanted and the word typed, where the two differ in exactly one."""
    head = 0
    while head < min(len(window), len(key)) and window[head] == key[head]:
        head += 1
    tail = 0
    while tail < min(len(window), len(key)) - head and window[-1 - tail] == key[-1 - tail]:
        tail += 1
    typed, wanted = window[head : len(window) - tail], key[head : len(key) - tail]
    if len(typed) > 1 or len(wanted) > 1 or not wanted:
        return None
    if not typed and not (head and tail):
        return None  # a name without its first or last word may be another name, or the name itself beside it
    return wanted[0], typed[0] if typed else ""
