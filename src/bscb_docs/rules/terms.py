"""Rules of terms: one form for each name, wherever it stands."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.records import Body, CitedDocument, Foreword, Narrative, Organisation, Person, Term, fold
from bscb_docs.rules.engine import (
    Findings,
    Pack,
    Spot,
    Taken,
    allowed_signs,
    at_words,
    capitals_in,
    declared_keys,
    declared_stems,
    finding_of,
    key_of,
    name_of,
    rule,
    spots_in_any_form,
    stem_of,
    taken_words,
    variants,
)
from bscb_docs.rules.prose_rules.changed_names import changed_names
from bscb_docs.rules.prose_rules.likeness import SMALL_WORDS, THINGS, is_slip, slips_allowed

_PAIR = 2
"""Words: of a term with no more, one changed makes another term; of a body or person it is misspelt."""
_SHORT = 4
"""Words: of a name with more, one left out at an end leaves enough to know it by."""


@rule("TERM-01")
def forbidden_forms(pack: Pack) -> Findings:
    """A form that a term's card forbids, and a name of a card with one word misspelt or left out."""
    taken = taken_words(pack)
    told: set[int] = set()
    for term in pack.board.of(Term):
        for form in term.never:
            for spot in _forbidden(pack, form, taken):
                if not told.isdisjoint(range(spot.first, spot.last + 1)):
                    continue
                told.update(range(spot.first, spot.last + 1))
                yield _not_so(spot, term.title)
    yield from _signed_so(pack)
    yield from _changed(pack, taken)
    declared, persons = declared_keys(pack), {person.title for person in pack.board.of(Person)}
    for name in _full_names(pack):
        for spot, wanted, typed in variants(pack, key_of(name), least=2):
            if spot.keys in declared or spot.lies_in(taken):
                continue
            if not told.isdisjoint(range(spot.first, spot.last + 1)):
                continue
            if _is_slip(spot, wanted, typed, is_person=name in persons) and _looks_like_name(spot, name):
                told.update(range(spot.first, spot.last + 1))
                yield _not_so(spot, name)


def _changed(pack: Pack, taken: Taken) -> Findings:
    for spot, name in changed_names(pack):
        if not spot.lies_in(taken):
            said = f' has "{spot.text}", which no card has; the name is "{name}".'
            mend = f"Write: {name}. If another is meant, write a card for it."
            yield at_words("TERM-01", spot.passage, spot.start, said, mend)


def _signed_so(pack: Pack) -> Findings:
    """A role beneath a signature that a term's card forbids."""
    right = {key_of(form): term.title for term in pack.board.of(Term) for form in term.never}
    signed: tuple[Foreword | Narrative, ...] = pack.board.of(Foreword, Narrative)
    for record, role in ((each, signature.as_) for each in signed for signature in each.signatures):
        if role and (name := right.get(key_of(role))):
            message = f'{pack.called(record)} is signed as "{role}"; the name is "{name}".'
            yield finding_of("TERM-01", message, record.place, f"Write: {name}.", name_of(record))


def _not_so(spot: Spot, name: str) -> Finding:
    said, cause = f' has "{spot.text}"; the name is "{name}".', f"{spot.text} for {name}"
    return at_words("TERM-01", spot.passage, spot.start, said, f"Write: {name}.", cause=cause)


def _forbidden(pack: Pack, form: str, taken: Taken) -> Iterator[Spot]:
    """Every place of a forbidden form in any number, possessive or capitals; of a long one with an end left out."""
    allowed = allowed_signs(pack)
    key = key_of(form)
    for part in (key, key[1:], key[:-1]) if len(key) > _SHORT else (key,):
        for spot in spots_in_any_form(pack, part):
            if (
                (part == key or _is_known_by(pack, spot))
                and allowed.isdisjoint(_plain(spot.text))
                and not spot.lies_in(taken, of_more=True)
            ):
                yield spot


def _is_known_by(pack: Pack, spot: Spot) -> bool:
    """True where a part of a forbidden name has its capitals, begins with no small word, and is in no other name."""
    stems = tuple(map(stem_of, spot.keys))
    is_name = spot.capitals > len(stems) // 2 and spot.keys[0] not in SMALL_WORDS
    return is_name and stems not in declared_stems(pack)


def _plain(words: str) -> tuple[str, str]:
    """Words folded, and the same without the plural or possessive of the last."""
    signs = fold(words)
    return signs, re.sub(r"(?<=\w)(?:'s|s'|s|')$", "", signs)


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
    """True where the change is one of spelling, number or a small word, and no other name.

    Of a person one letter may be wrong in a short name too, but the first.
    """
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


def _looks_like_name(spot: Spot, name: str) -> bool:
    """True where the words bear the capitals of a name, as many as the name itself or all but one."""
    return spot.capitals >= max(2, capitals_in(name) - 1)
