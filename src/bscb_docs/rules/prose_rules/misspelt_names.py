"""Misspelt names: names of cards with one word wrong or left out, and the sentences which that leaves unsure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import frozen

from bscb_docs.records import Accepted, Body, CitedDocument, Organisation, Person, Term, fold
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
from bscb_docs.rules.prose_rules.likeness import SMALL_WORDS, THINGS, is_slip, slips_allowed

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
        for spot, wanted, typed in variants(pack, key_of(name), least=2)
        if not (spot.keys in declared or spot.lies_in(taken))
        and _is_slip(spot, wanted, typed, is_person=name in persons)
        and (spot.capitals >= max(2, capitals_in(name) - 1))
    )


@kept
def _unsure(pack: Pack) -> dict[Passage, list[tuple[int, int]]]:
    """The sentences that name a person misspelt; none where a board says that it means such words."""
    found: defaultdict[Passage, list[tuple[int, int]]] = defaultdict(list)
    if not any(fold(each.code) == _TOLD_AS for each in pack.board.of(Accepted)):
        for slip in misspelt_names(pack):
            if slip.is_person:
                found[slip.spot.passage].append(slip.spot.passage.sentence(slip.spot.start))
    return found


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


def _is_slip(spot: Spot, wanted: str, typed: str, *, is_person: bool) -> bool:
    """True where the change is of spelling, number or a small word; in a short name of a person, of a later letter."""
    if wanted in SMALL_WORDS:
        return typed in SMALL_WORDS or not typed
    if not typed or typed in SMALL_WORDS or wanted.isdigit() or typed.isdigit():
        return False
    plain = (wanted.replace("'", "").rstrip("s"), typed.replace("'", "").rstrip("s"))
    if plain[0] == plain[1]:
        return "'" in wanted or typed not in (spot.keys[-1], *_heads(spot.keys))
    plain_typed = typed.removesuffix("'s")
    is_other_word = len(spot.keys) == _PAIR and stem_of(plain_typed) in THINGS
    slips = max(slips_allowed(wanted), int(is_person and wanted[0] == typed[0]))
    return not is_other_word and is_slip(wanted, plain_typed, slips)


def _heads(words: tuple[str, ...]) -> Iterator[str]:
    """The words before "of": "Directors of Public Health" are several of that name."""
    return (word for word, after in pairwise(words) if after in SMALL_WORDS)
