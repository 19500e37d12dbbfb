"""Misspelt names: names of cards with a word wrong, left out or another, and sentences that this leaves unsure."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise

from attrs import frozen

from bscb_docs.records import Accepted, Body, CitedDocument, Inspection, Organisation, Person, Term, fold
from bscb_docs.records.names import gathered
from bscb_docs.rules.engine import (
    Pack,
    Passage,
    Spot,
    capitals_in,
    declared_keys,
    kept,
    key_of,
    stem_of,
    taken_words,
    variants,
)
from bscb_docs.rules.english.likeness import SMALL_WORDS, THINGS, is_slip, slips_allowed

_PAIR = 2
"""Words: of a term with no more, one changed makes another term; of a body or person it is misspelt."""
_TOLD_AS = "term-01"


@frozen(eq=False)
class Misspelt:
    """Words in the prose, and the name of a card that they most likely are."""

    spot: Spot
    name: str
    is_person: bool


@kept
def misspelt_names(pack: Pack) -> tuple[Misspelt, ...]:
    """Every name of a card with one word misspelt or left out."""
    declared, taken = declared_keys(pack), taken_words(pack)
    persons = {person.title for person in pack.board.of(Person)}
    return tuple(
        Misspelt(spot, name, name in persons)
        for name in _full_names(pack)
        for spot, wanted, typed in variants(pack, key_of(name), partial(_is_slip, name, is_person=name in persons), 2)
        if not (spot.keys in declared or spot.lies_in(taken))
        and not _is_of_several(spot, wanted, typed)
        and (spot.capitals >= max(2, capitals_in(name) - 1))
    )


@kept
def _unsure(pack: Pack) -> dict[Passage, list[tuple[int, int]]]:
    """The sentences that name a person misspelt; none where a board says that it means such words."""
    is_meant = any(fold(each.code) == _TOLD_AS for each in pack.board.of(Accepted))
    named = (each.spot for each in misspelt_names(pack) if each.is_person) if not is_meant else ()
    return gathered((spot.passage, spot.passage.sentence(spot.start)) for spot in named)


def is_unsure(pack: Pack, passage: Passage, at: int) -> bool:
    """True in a sentence that names a person misspelt: of whom it tells is known when that is mended."""
    return any(first <= at < last for first, last in _unsure(pack).get(passage, ()))


def _full_names(pack: Pack) -> Iterable[str]:
    """Names that are told by their capitals, terms of three or more words; priorities have a rule of their own."""
    names: dict[str, None] = {}
    for term in pack.board.of(Term):
        names.update(dict.fromkeys(name for name in (term.title, *term.also) if len(key_of(name)) > _PAIR))
    for record in pack.board.records:
        if isinstance(record, Body | Organisation | CitedDocument | Person):
            names[record.title] = None
        if isinstance(record, Person):
            names.update(dict.fromkeys(post.name for post in record.posts if len(key_of(post.name)) > _PAIR))
    own = {key_of(priority.title) for priority in pack.board.priorities}
    return [name for name in names if key_of(name) not in own and sum(w[:1].isupper() for w in name.split()) > 1]


def _is_slip(name: str, wanted: str, typed: str, *, is_person: bool) -> bool:
    """True where the change is of spelling, number or a small word; in a short name of a person, of a later letter."""
    if wanted in SMALL_WORDS:
        return typed in SMALL_WORDS or not typed
    if not typed or typed in SMALL_WORDS or wanted.isdigit() or typed.isdigit():
        return False
    plain_typed = typed.removesuffix("'s")
    is_other_word = len(key_of(name)) == _PAIR and stem_of(plain_typed) in THINGS
    slips = max(slips_allowed(wanted), int(is_person and wanted[0] == typed[0]))
    return _is_plural(wanted, typed) or (not is_other_word and is_slip(wanted, plain_typed, slips))


def _is_plural(wanted: str, typed: str) -> bool:
    """True of two numbers of one word."""
    return wanted.replace("'", "").rstrip("s") == typed.replace("'", "").rstrip("s")


def _is_of_several(spot: Spot, wanted: str, typed: str) -> bool:
    """True of the last word of a name, or the one before "of", in the plural: "Directors of Public Health"."""
    return _is_plural(wanted, typed) and "'" not in wanted and typed in (spot.keys[-1], *_heads(spot.keys))


def _heads(words: tuple[str, ...]) -> Iterator[str]:
    """The words before "of": "Directors of Public Health" are several of that name."""
    return (word for word, after in pairwise(words) if after in SMALL_WORDS)


_LONG_NAME = 4
"""Words of a body's name: of a shorter one with another word too little is left to know it by."""
_OF_OTHERS = re.compile(
    r"\b(?:neighbour\w*|other|another|colleagues?|peers?|joint(?:ly)?|both|former(?:ly)?|with|we|us|ours?|theirs?|visit\w*|review\w*)\b",
    re.IGNORECASE,
)
"""In a sentence that may well tell of another board: beside it stands who writes, or a neighbour."""


def changed_names(pack: Pack) -> Iterator[tuple[Spot, str]]:
    """Each such name that no card or inspection has, and the name that stands there changed.

    Of a body one of the words between the first and the last is another; of the board a word of its area.
    """
    details, declared = pack.board.details, declared_keys(pack)
    recorded = {key_of(each.by) for each in pack.board.of(Inspection) if each.by}
    area = frozenset(key_of(details.area or ""))
    names = {details.title: area}
    for body in pack.board.of(Body):
        key = key_of(body.title)
        if body.kind != "external" and len(key) >= _LONG_NAME:
            names[body.title] = frozenset(key[1:-1])
    for name, may_change in names.items():
        for spot, wanted, typed in variants(pack, key_of(name)) if may_change else ():
            is_other = typed and wanted in may_change and SMALL_WORDS.isdisjoint((wanted, typed))
            if not is_other or stem_of(typed) == stem_of(wanted) or is_slip(wanted, typed, slips_allowed(wanted)):
                continue
            first, last = spot.passage.sentence(spot.start)
            is_known = spot.keys in declared or spot.keys in recorded
            if not is_known and spot.capitals >= capitals_in(name):
                sentence = spot.passage.unquoted[first:last]
                is_elsewhere = (
                    details.area
                    and wanted in area
                    and (_OF_OTHERS.search(sentence) or fold(details.area) in fold(sentence))
                )
                if not is_elsewhere and spot.text in sentence:
                    yield spot, name
