"""Told subjects: whether a sentence speaks of a record by words of its title."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

from attrs import field, frozen

from bscb_docs.records import BoardDetails, Body, Organisation, Person, Record, Term, present_names
from bscb_docs.records.names import gathered
from bscb_docs.rules.engine import Pack, Passage, kept, kept_each, key_of, stem_of
from bscb_docs.rules.english.facts.borne_values import Borne, values_borne
from bscb_docs.rules.english.facts.typed_facts import TypedFact
from bscb_docs.rules.english.likeness import SMALL_WORDS, stems_of
from bscb_docs.rules.english.scope import ELSEWHEN
from bscb_docs.rules.english.typed_numbers import VALUES, value_of

BY_NAME = (BoardDetails, Body, Organisation, Person, Term)
"""Kinds whose names are names: a word of one means nothing."""
_BACK = frozenset(
    f"{word}{end}"
    for word in (
        *("it", "its", "that", "this", "they", "them", "these", "those", "there", "target", "before", "after", "then"),
        *("same", "only", "quarter"),
    )
    for end in ("", "'s", "'d", "'ll", "'re", "'ve")
)
"""In a sentence that goes on with what the one before is about."""
_NEAR = 400
"""Characters before a sentence in which stands what it goes on with."""
_HAPPENED = ("date", "published")
"""Fields that tell of the one day of a thing."""
_BEHIND = 30
"""Characters in which the word stands that a number counts."""
_LEAST = 2
"""Words of a title by which a record is known."""
_TEN = 10
"""Of which "nine in ten" tells a share as many values have it."""
_LARGE = 100
"""A number that stands in few records."""
_NO_NOUN = re.compile(
    r"a|about|after|again|against|already|also|an|and|are|as|at|be|because|been|before|being|between|both|but|by|can|could|"
    r"did|do|does|during|each|for|from|had|has|have|he|if|in|is|it|less|may|might|more|must|not|now|of|on|only|or|over|per|"
    r"she|should|since|so|still|than|that|the|them|then|they|this|to|under|until|up|was|we|were|what|when|where|which|while|"
    r"who|whom|whose|will|with|would"
)
"""What ends the words that a number counts."""


@lru_cache(maxsize=4096)
def is_noun(word: str) -> bool:
    """True of a word that may tell what is counted, or what something is."""
    return not _NO_NOUN.fullmatch(word)


@frozen(eq=False)
class Around:
    """A sentence, or row, in which facts stand, and the stems of its words and of those that lead to it too."""

    sentence: str
    own: frozenset[str]
    near: frozenset[str]
    goes_on: bool
    """True where it goes on with what the one before is about."""
    most: dict[type[Record], int] = field(factory=dict, init=False)
    """By kind, the most words that it has of a title of which it has half, as `is_best` needs them."""


def around(pack: Pack, fact: TypedFact) -> Around:
    """The sentence of a fact; what an abbreviation stands for is a part of it."""
    return _around(pack, (fact.passage, *fact.passage.line(fact.start)))


@kept_each
def _around(pack: Pack, line: tuple[Passage, int, int]) -> Around:
    passage, first, last = line
    words = _words(passage, first, last)
    goes_on = not words.isdisjoint(_BACK)
    before = _words(passage, first - _NEAR if goes_on else passage.sentence(first - 1)[0], first)
    own = _stems(pack, words)
    return Around(passage.text[first:last], own, own | _stems(pack, before), goes_on)


def _words(passage: Passage, first: int, last: int) -> set[str]:
    """The words that begin between two places."""
    return set(passage.words[bisect_left(passage.starts, first) : bisect_left(passage.starts, last)])


def _stems(pack: Pack, words: set[str]) -> frozenset[str]:
    """The stems of words, and of what abbreviations among them stand for."""
    known = _abbreviated(pack)
    return frozenset(map(stem_of, words)).union(*(known[word] for word in words & known.keys()))


@kept
def _abbreviated(pack: Pack) -> dict[str, tuple[str, ...]]:
    return {term.abbreviation.lower(): stems_of(term.title) for term in pack.board.of(Term) if term.abbreviation}


@kept_each
def subject_of(pack: Pack, record: Record) -> frozenset[str]:
    """The stems of the title of a record, without what the area is called."""
    words = key_of(" ".join(present_names(record)))
    stems = {stem_of(word) for word in words if not word.isdigit() and is_noun(word)}
    return frozenset(stems.difference(stems_of(pack.board.details.area or ""), SMALL_WORDS))


@kept_each
def by_words(pack: Pack, key: Hashable) -> dict[str, list[Borne]]:
    """By each word that may speak of its owner, the values of that key: of those that the same words tell one."""
    found: dict[tuple[Any, ...], Borne] = {}
    for each in (each for of_owner in values_borne(pack)[key].values() for each in of_owner):
        is_name = isinstance(each.owner, BY_NAME) and not (each.is_of_row and each.field == "amount")
        if not is_name and not each.is_beside and each.field != "years":
            stems = subject_of(pack, each.owner)
            found.setdefault((type(each.owner), stems, each.field, each.period, each.beside), each)
    return gathered((stem, each) for (_, stems, told, *_), each in found.items() for stem in stems | {told})


@kept_each
def _titles(pack: Pack, kind: type[Record]) -> dict[str, set[frozenset[str]]]:
    """By each stem that stands in one, the titles of records of that class."""
    known: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    for title in {subject_of(pack, each) for each in pack.board.of(kind)}:
        for stem in title:
            known[stem].add(title)
    return dict(known)


def is_best(pack: Pack, record: Record, near: Around) -> bool:
    """True unless the sentence has more of the title of another record of its kind."""
    kind = type(record)
    if kind not in near.most:
        titles = _titles(pack, kind)
        said = {title for stem in titles.keys() & near.own for title in titles[stem]}
        hits = ((len(title & near.own), title) for title in said)
        near.most[kind] = max((hit for hit, title in hits if hit >= _LEAST and hit * 2 >= len(title)), default=0)
    return near.most[kind] <= len(subject_of(pack, record) & near.own)


def nearness(pack: Pack, fact: TypedFact, borne: Borne, near: Around) -> int:
    """How many words of the title stand around a fact, twice those of its sentence; 0 where another may be meant."""
    stems = subject_of(pack, borne.owner)
    if fact.date and _is_of_kind(borne, near):
        return 1
    hits, own = len(stems & near.near), len(stems & near.own)
    if not own and (not near.goes_on or hits * 3 < len(stems) * 2):
        return 0
    unit = stems_of(getattr(borne.owner, "unit", None) or "")
    if stems - {*unit} and not (stems & near.near) - {*unit}:
        return 0  # "schools and colleges" are counted by many a number
    is_large = fact.number is not None and fact.number >= _LARGE
    is_unlike = fact.words.startswith("£") or (fact.out_of is not None and fact.out_of != _TEN)
    is_it = is_unlike or (hits >= min(_LEAST, len(stems)) and hits * (3 if is_large else 2) >= len(stems))
    return hits + own if is_it and (is_unlike or is_large or is_best(pack, borne.owner, near)) else 0


def _is_of_kind(borne: Borne, near: Around) -> bool:
    """True where the sentence has the kind of a record and the field, or the day and the last word of its title."""
    if ELSEWHEN.search(near.sentence):
        return False
    field, owner = borne.field, borne.owner
    kind = stems_of(str(getattr(owner, "kind", None) or type(owner).__name__))
    title = stems_of(getattr(owner, "title", None) or "")
    last = next((stem for stem in reversed(title) if stem.isalpha()), "")
    is_day = field in _HAPPENED and borne.value.earliest == borne.value.latest
    return (is_day and last in near.own) or (field in near.own and near.own.issuperset(kind))


def titled_with(pack: Pack, fact: TypedFact) -> Iterator[Record]:
    """The records that the sentence speaks of in whose title that number of the same stands: "within 72 hours"."""
    after = key_of(fact.passage.unquoted[fact.end : fact.end + _BEHIND])[:1]
    found = _in_titles(pack).get((fact.number, *after), ()) if fact.number is not None and after else ()
    near = around(pack, fact) if found else None
    for record in found:
        if near and len(subject_of(pack, record) & near.near) * 2 >= len(subject_of(pack, record)):
            yield record


@kept
def _in_titles(pack: Pack) -> dict[tuple[Any, ...], list[Record]]:
    """By a number and the word behind it, the records in whose names these stand."""
    named = ((each, key_of(name)) for each in pack.board.records for name in present_names(each))
    pairs = ((record, *pair) for record, words in named for pair in pairwise(words))
    numbered = (each for each in pairs if each[1].isdigit() or each[1] in VALUES)
    return gathered(((value_of(number), word), record) for record, number, word in numbered)
