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
from bscb_docs.rules.prose_rules.likeness import SMALL_WORDS, is_slip, slips_allowed

_THINGS = frozenset(
    [
        *("act", "assembly", "board", "bulletin", "committee", "conference", "council", "forum", "framework", "group"),
        *("hub", "meeting", "officer", "panel", "partnership", "plan", "policy", "programme", "report", "review"),
        *("service", "strategy", "team", "trust"),
    ]
)
"""What names of things end in that a board has, by their stems."""
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
    is_other_word = len(spot.keys) == _PAIR and stem_of(plain_typed) in _THINGS
    slips = max(slips_allowed(wanted), int(is_person and wanted[0] == typed[0]))
    return not is_other_word and is_slip(wanted, plain_typed, slips)


def _heads(words: tuple[str, ...]) -> Iterator[str]:
    """The words before "of": "Directors of Public Health" are several of that name."""
    return (word for word, after in pairwise(words) if after in SMALL_WORDS)


def _looks_like_name(spot: Spot, name: str) -> bool:
    """True where the words bear the capitals of a name, as many as the name itself or all but one."""
    return spot.capitals >= max(2, capitals_in(name) - 1)


@rule("STY-01")
def capitals_and_hyphens(pack: Pack) -> Findings:
    """A declared term, in any number, with other capitals or hyphens than its card gives it."""
    taken = taken_words(pack)
    forbidden = {key_of(form) for term in pack.board.of(Term) for form in term.never}
    forms: dict[tuple[str, ...], list[str]] = {}
    for term in pack.board.of(Term):
        for form in (term.title, *term.also):
            forms.setdefault(key_of(form), []).append(form)
    for key, right in forms.items():
        if any(form.islower() for form in right):  # the card allows it as ordinary words
            continue
        is_title = any(key_of(term.title) == key for term in pack.board.of(Term))
        for spot in spots_in_any_form(pack, key):
            typed = _with_ending_of(spot.text, right[0])
            is_apart = "," in typed and not any("," in form for form in right)  # "an annual review, meeting by meeting"
            is_right = not typed or is_apart or any(_letters(typed) == _letters(form) for form in right)
            if is_right or spot.text.isupper() or spot.lies_in(taken, of_more=True) or _is_of_another_word(spot):
                continue
            is_prose = (typed[:1].lower() + typed[1:]).islower() and not (is_title and _is_thing(right[0]))
            if not is_prose and not (key in forbidden and fold(typed) not in allowed_signs(pack)):
                said = f' has "{spot.text}"; the term is "{right[0]}".'
                yield at_words("STY-01", spot.passage, spot.start, said, f"Write: {right[0]}.", cause=typed)


def _is_thing(title: str) -> bool:
    """True where the words in small letters would still be the name: one word, or the name of what a board has."""
    return " " not in title or stem_of(key_of(title)[-1]) in _THINGS


def _with_ending_of(typed: str, form: str) -> str:
    """What was typed without the plural or possessive of its last word; "" where more than that sets it apart."""
    *first, last = key_of(typed)
    *rest, end = key_of(form)
    if first != rest or stem_of(last) != stem_of(end):
        return ""
    return typed[: len(typed) - max(0, len(last) - len(end))] if last.startswith(end) else typed


def _is_of_another_word(spot: Spot) -> bool:
    """True where a hyphen ties the words to the one before: a non-executive board is no executive board."""
    return spot.passage.text[spot.start - 1 : spot.start] in {"-", "‑"}


def _letters(words: str) -> str:
    return words.replace("’", "'").replace("‑", "-").replace(",", "")
