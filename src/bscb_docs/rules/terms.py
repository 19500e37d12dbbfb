"""Rules of terms: one form for each name, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.records import Body, CitedDocument, Organisation, Term, fold
from bscb_docs.rules.engine.context import Pack
from bscb_docs.rules.engine.declared_names import allowed_signs, declared_keys, taken_words
from bscb_docs.rules.engine.name_search import Spot, key_of, spots, variants
from bscb_docs.rules.engine.passage import capital
from bscb_docs.rules.engine.rule import house_rule
from bscb_docs.rules.prose_rules.likeness import SMALL_WORDS, is_slip, slips_allowed


def forbidden_forms(pack: Pack) -> Iterator[Finding]:
    """A form that a term's card forbids, and a name of a card with one word misspelt or left out."""
    taken = taken_words(pack)
    told: set[tuple[int, int]] = set()
    for term in pack.board.of(Term):
        for form in term.never:
            for spot in _forbidden(pack, form, taken):
                told.update((spot.number, at) for at in range(spot.first, spot.last + 1))
                yield _not_so(spot, term.title)
    declared = declared_keys(pack)
    for name in _full_names(pack):
        for spot, wanted, typed in variants(pack, key_of(name)):
            if spot.keys in declared or spot.lies_in(taken.get(spot.number, ())):
                continue
            if any((spot.number, at) in told for at in range(spot.first, spot.last + 1)):
                continue
            if _is_slip(spot, wanted, typed) and _looks_like_name(spot, name):
                told.update((spot.number, at) for at in range(spot.first, spot.last + 1))
                yield _not_so(spot, name)


def _not_so(spot: Spot, name: str) -> Finding:
    passage = spot.passage
    message = f'{capital(passage.where)} has "{spot.text}"; the name is "{name}".'
    cause = f"{spot.text} for {name}"
    return finding_of("TERM-01", message, spot.place, f"Write: {name}.", passage.name, cause=cause)


def _forbidden(pack: Pack, form: str, taken: dict[int, list[tuple[int, int]]]) -> Iterator[Spot]:
    allowed = allowed_signs(pack)
    for spot in spots(pack, key_of(form)):
        longer = (pair for pair in taken.get(spot.number, ()) if pair[1] - pair[0] > spot.last - spot.first)
        if fold(spot.text) not in allowed and not spot.lies_in(longer):
            yield spot


def _full_names(pack: Pack) -> Iterable[str]:
    """Names of three or more words that are told by their capitals; priorities have a rule of their own."""
    names: dict[str, None] = {}
    for term in pack.board.of(Term):
        names.update(dict.fromkeys((term.title, *term.also)))
    for record in pack.board.records:
        if isinstance(record, Body | Organisation | CitedDocument):
            names[record.title] = None
    own = {key_of(priority.title) for priority in pack.board.priorities}
    return [name for name in names if key_of(name) not in own and sum(w[:1].isupper() for w in name.split()) > 1]


def _is_slip(spot: Spot, wanted: str, typed: str) -> bool:
    """True where the change is one of spelling, number or a small word, and no other name."""
    if wanted in SMALL_WORDS:
        return typed in SMALL_WORDS or not typed
    if not typed or typed in SMALL_WORDS or wanted.isdigit() or typed.isdigit():
        return False
    plain = (wanted.replace("'", "").rstrip("s"), typed.replace("'", "").rstrip("s"))
    if plain[0] == plain[1]:
        return spot.keys[-1] != typed or "'" in wanted
    return is_slip(wanted, typed, slips_allowed(wanted))


def _looks_like_name(spot: Spot, name: str) -> bool:
    """True where the words bear the capitals of a name, as many as the name itself or all but one."""
    return _capitals(spot.text) >= max(2, _capitals(name) - 1)


def _capitals(words: str) -> int:
    return sum(word[:1].isupper() for word in words.replace("-", " ").split())


def capitals_and_hyphens(pack: Pack) -> Iterator[Finding]:
    """A declared term with other capitals or hyphens than its card gives it."""
    taken = taken_words(pack)
    forbidden = {key_of(form) for term in pack.board.of(Term) for form in term.never}
    forms: dict[tuple[str, ...], list[Term]] = {}
    for term in pack.board.of(Term):
        for form in (term.title, *term.also):
            forms.setdefault(key_of(form), []).append(term)
    for key, terms in forms.items():
        right = [form for term in terms for form in (term.title, *term.also) if key_of(form) == key]
        if right[0].islower():
            continue
        for spot in spots(pack, key):
            typed = spot.text if fold(spot.text).endswith(key[-1]) else re.sub(r"['’]s?$", "", spot.text)
            longer = (pair for pair in taken.get(spot.number, ()) if pair[1] - pair[0] > spot.last - spot.first)
            if any(_letters(typed) == _letters(form) for form in right) or typed.isupper() or spot.lies_in(longer):
                continue
            is_told = key in forbidden and fold(typed) not in allowed_signs(pack)
            if is_told or ((typed[:1].lower() + typed[1:]).islower() and not _is_institution(pack, terms[0])):
                continue
            passage = spot.passage
            message = f'{capital(passage.where)} has "{typed}"; the term is "{right[0]}".'
            mend = f"Write: {right[0]}."
            yield finding_of("STY-01", message, spot.place, mend, passage.name, cause=typed)


def _letters(words: str) -> str:
    return words.replace("’", "'").replace("‑", "-").replace(",", "")


def _is_institution(pack: Pack, term: Term) -> bool:
    """True where the words in small letters would still be the name, and not words that anyone may use."""
    return bool(term.abbreviation) or " " not in term.title or pack.board.find(Body, term.title) is not None


RULES = (
    house_rule("TERM-01", forbidden_forms),
    house_rule("STY-01", capitals_and_hyphens),
)
