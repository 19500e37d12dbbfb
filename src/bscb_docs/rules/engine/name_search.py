"""Names: where a name stands in the prose, exactly or with one word changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import frozen

from bscb_docs.diagnostics.location import Place
from bscb_docs.rules.engine.context import Pack, kept
from bscb_docs.rules.engine.passage import Passage, squeeze, words_of


@frozen(eq=False, repr=False)
class Spot:
    """The words of a name where they stand: the passage's number, and its first and last word."""

    number: int
    passage: Passage
    first: int
    last: int

    @property
    def start(self) -> int:
        """Where the words begin in the passage."""
        return self.passage.span(self.first, self.last)[0]

    @property
    def end(self) -> int:
        """Where the words end in the passage."""
        return self.passage.span(self.first, self.last)[1]

    @property
    def text(self) -> str:
        """The words as typed, with single spaces."""
        start, end = self.passage.span(self.first, self.last)
        return squeeze(self.passage.text[start:end])

    @property
    def place(self) -> Place:
        """The place of the first word."""
        return self.passage.place(self.start)

    @property
    def keys(self) -> tuple[str, ...]:
        """The words in lower case."""
        return self.passage.words[self.first : self.last + 1]

    def lies_in(self, taken: Iterable[tuple[int, int]]) -> bool:
        """True where another name, given by its first and last word, holds these words and more."""
        return any(first <= self.first and self.last <= last for first, last in taken)


@lru_cache(maxsize=4096)
def key_of(name: str) -> tuple[str, ...]:
    """A name as its words in lower case, without hyphens."""
    return words_of(name)


def spots(pack: Pack, key: tuple[str, ...]) -> Iterator[Spot]:
    """Every place where the words of a name stand one after another; the last may end in a possessive."""
    if not key:
        return
    counts = [len(pack.index.get(word, ())) for word in key]
    counts[-1] += len(pack.index.get(f"{key[-1]}'s", ()))
    rarest = counts.index(min(counts))
    for form in (key[rarest], f"{key[-1]}'s") if rarest == len(key) - 1 else (key[rarest],):
        for number in dict.fromkeys(pack.index.get(form, ())):
            passage = pack.passages[number]
            for at in _places(passage.words, form) if passage.vocabulary.issuperset(key[:-1]) else ():
                first = at - rarest
                if first >= 0 and _stands(passage, first, key):
                    yield Spot(number, passage, first, first + len(key) - 1)


@lru_cache(maxsize=4096)
def stem_of(word: str) -> str:
    """A word in the singular and without a possessive, "&" as "and": what forms of one name have in common."""
    plain = word.removesuffix("'s").replace("'", "")
    return "and" if plain == "&" else plain[:-3] + "y" if plain.endswith("ies") else plain.rstrip("s")


@kept
def _words_by_stem(pack: Pack) -> dict[str, list[str]]:
    """The words of the prose by their stems."""
    found: dict[str, list[str]] = {}
    for word in pack.index:
        found.setdefault(stem_of(word), []).append(word)
    return found


def spots_in_any_form(pack: Pack, key: tuple[str, ...]) -> Iterator[Spot]:
    """Every place where the words of a name stand one after another, each in any number, with or without possessive."""
    stems = [stem_of(word) for word in key]
    forms = [_words_by_stem(pack).get(stem, ()) for stem in stems]
    if not forms or not all(forms):
        return
    rarest = min(range(len(key)), key=lambda at: sum(len(pack.index[word]) for word in forms[at]))
    for word in forms[rarest]:
        for number in dict.fromkeys(pack.index[word]):
            passage = pack.passages[number]
            for at in _places(passage.words, word):
                first, last = at - rarest, at - rarest + len(key) - 1
                window = passage.words[max(first, 0) : last + 1]
                if first >= 0 and [stem_of(each) for each in window] == stems and passage.is_unbroken(first, last):
                    yield Spot(number, passage, first, last)


def _places(words: tuple[str, ...], word: str) -> Iterator[int]:
    """Where a word stands among the words of a passage that has it."""
    at = words.index(word)
    for _ in range(words.count(word) - 1):
        yield at
        at = words.index(word, at + 1)
    yield at


def _stands(passage: Passage, first: int, key: tuple[str, ...]) -> bool:
    last = first + len(key) - 1
    words = passage.words[first : last + 1]
    if words[:-1] != key[:-1] or len(words) < len(key):
        return False
    is_last = words[-1] == key[-1] or words[-1].removesuffix("'s").rstrip("'") == key[-1]
    return is_last and passage.is_unbroken(first, last)


def variants(pack: Pack, key: tuple[str, ...], least: int = 3) -> Iterator[tuple[Spot, str, str]]:
    """Every place where a name of at least so many words stands with one of them changed or left out.

    With the place come the word of the name and the word that stands there, "" where it was left out.
    A variant with one fault still holds one of any two words of the name, so only the places of the two rarest are
    looked at: the work grows with the text, not with the number of names times the text.
    """
    if len(key) < least:  # of two words with one changed little is left to know the name by
        return
    present = [at for at, word in enumerate(key) if word in pack.index]
    rare = sorted(present, key=lambda at: len(pack.index[key[at]]))[:2]
    words, seen = frozenset(key), set[tuple[int, int, int]]()
    no_variants = (key, key[:-1], key[1:])  # what lacks the first or last word may be another name
    for anchor in rare:
        for number in dict.fromkeys(pack.index.get(key[anchor], ())):
            passage = pack.passages[number]
            for first, last in _windows(passage, key, anchor) if len(words - passage.vocabulary) < 2 else ():
                window, where = _without_quote(passage.words[first : last + 1]), (number, first, last)
                if window in no_variants or where in seen or len(words.difference(window)) > 1:
                    continue
                seen.add(where)
                change = _one_change(window, key)
                if change and passage.is_unbroken(first, last):
                    yield Spot(number, passage, first, last), *change


def _without_quote(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, the last without a closing quotation mark, which is the sign of a possessive too."""
    return (*words[:-1], words[-1].rstrip("'")) if words else words


def _windows(passage: Passage, key: tuple[str, ...], anchor: int) -> Iterator[tuple[int, int]]:
    """Where a name may begin and end whose word at `anchor` is right: as long as it should be, or a word shorter."""
    for at in _places(passage.words, key[anchor]):
        for first, length in ((at - anchor, len(key)), (at - anchor, len(key) - 1), (at - anchor + 1, len(key) - 1)):
            if first >= 0 and first + length <= len(passage.words):
                yield first, first + length - 1


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
    return wanted[0], typed[0] if typed else ""
