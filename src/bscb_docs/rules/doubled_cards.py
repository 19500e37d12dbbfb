"""Rule of doubled cards: no person, organisation or body stands on two under two forms of its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any, TypeVar

from attrs import frozen

from bscb_docs.diagnostics.phrases import capital
from bscb_docs.records import Body, CitedDocument, Employment, Organisation, Person, Post, Record, Ref, Term, fold
from bscb_docs.rules.engine import Findings, Pack, finding_of, key_of, name_of, rule, stem_of
from bscb_docs.rules.english.likeness import SMALL_WORDS
from bscb_docs.rules.objectives_and_milestones import works_of

_STYLES = frozenset({
    *("dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "cllr", "councillor", "sir", "dame", "lord", "lady"),
    *("rev", "reverend", "judge"),
})  # fmt: skip
_INITIALS = re.compile(r"[A-Z]{2,4}")
_FEWEST = 3
"""Letters: with fewer, an abbreviation is that of too many names."""
Bodies = TypeVar("Bodies", Organisation, Body, CitedDocument)


@rule("GOV-07")
def doubled_cards(pack: Pack) -> Findings:
    """Two cards of one person, told by a post or employer that both have, or of one body, told by its name."""
    yield from _persons(pack)
    full = {fold(term.title): term.abbreviation for term in pack.board.of(Term) if term.abbreviation}
    yield from _bodies(pack.board.of(Organisation), full)
    yield from _bodies(pack.board.of(Body), full)
    yield from _bodies(pack.board.of(CitedDocument), full)
    yield from _named_twice(pack)
    yield from _supported_by_owners(pack)


def _named_twice(pack: Pack) -> Findings:
    """One owner of a piece of work, or member of a body, in two lines: by two forms of the name, or by the same."""
    owned = ((work, "owner", list(work.owners)) for work in works_of(pack))
    joined = ((body, "member", [held.member for held in body.members if not held.to]) for body in pack.board.of(Body))
    lists: list[tuple[Record, str, list[Ref[Any]]]] = [*owned, *joined]
    for record, field_of, refs in lists:
        first: dict[int, Ref[Any]] = {}
        for ref in refs if len(refs) > 1 else ():
            other = first.setdefault(id(pack.board.get(ref)), ref)
            if other is not ref:
                called = capital(pack.numbers[id(record)])
                message = f'{called} has one {field_of} twice, as "{other.name}" and as "{ref.name}".'
                yield finding_of("GOV-07", message, ref.place, "Take one of the two lines away.", name_of(record))


def _supported_by_owners(pack: Pack) -> Findings:
    """A piece of work whose owner stands among those who help the owner."""
    for work in works_of(pack):
        owners = {id(pack.board.get(ref)) for ref in work.owned_by} if work.supporters else set()
        for ref in (each for each in work.supporters if id(pack.board.get(each)) in owners):
            message = f'{capital(pack.numbers[id(work)])} is supported by its own owner, "{ref.name}".'
            mend = "Name who helps the owner, or take the line away."
            yield finding_of("GOV-07", message, ref.place, mend, name_of(work))


def _persons(pack: Pack) -> Findings:
    at_one_place: dict[tuple[str, str], list[tuple[Person, Post | Employment]]] = {}
    for person in pack.board.of(Person):
        for post in person.posts:
            at_one_place.setdefault((fold(post.name), _called(pack, post.at)), []).append((person, post))
        for work in person.works_for:
            at_one_place.setdefault(("", _called(pack, work.employer)), []).append((person, work))
    told: set[int] = set()
    for held in at_one_place.values():
        for (one, first), (other, second) in combinations(held, 2) if len(held) > 1 else ():
            if one is not other and id(other) not in told and _at_one_time(first, second) and _is_one(one, other):
                told.add(id(other))
                where = first.name if isinstance(first, Post) else first.employer.name
                message = f'"{other.title}" and "{one.title}", at {one.place}, have the same place: {where}.'
                mend = f"If they are one person, keep one card, with the other form as its short name; {_ELSE}"
                yield finding_of("GOV-07", message, other.place, mend, other.title)


_ELSE = "if they are two, accept this check."


def _called(pack: Pack, ref: Ref[Any] | None) -> str:
    """The title of what a name leads to: its short name is the same."""
    found = pack.board.get(ref) if ref else None
    return fold(str(getattr(found, "title", "")))


def _at_one_time(one: Post | Employment, other: Post | Employment) -> bool:
    """False where one had certainly ended when the other began."""
    ended = one.to and other.from_ and one.to.surely_before(other.from_)
    return not ended and not (other.to and one.from_ and other.to.surely_before(one.from_))


@frozen
class _Name:
    """A person's name in its parts: forenames or their initials, and the surnames, all in small letters."""

    first: str
    last: frozenset[str]
    initials: str

    @classmethod
    def of(cls, title: str) -> _Name:
        """The parts of a name as typed; "Example, Jo" is Jo Example."""
        last, comma, first = title.partition(",")
        words = re.findall(r"[\w'’-]+", f"{first} {last}" if comma else title)
        words = [word for word in words if word.casefold() not in _STYLES] or [title]
        initials = "".join(word[0] for word in words).upper()
        return cls(words[0].casefold(), frozenset(words[-1].casefold().split("-")), initials)


def _is_one(one: Person, other: Person) -> bool:
    """True where two names may be one: the first an initial, a beginning or the same, the surnames in common."""
    for name, short in ((one, other), (other, one)):
        if _INITIALS.fullmatch(short.title.replace(".", "").replace(" ", "")):
            return _Name.of(name.title).initials == short.title.replace(".", "").replace(" ", "")
    first, second = _Name.of(one.title), _Name.of(other.title)
    begins = first.first.startswith(second.first) or second.first.startswith(first.first)
    return begins and (first.last <= second.last or second.last <= first.last)


def _bodies(records: Iterable[Bodies], full: dict[str, str]) -> Findings:
    known: dict[str, Bodies] = {}
    titled: dict[str, Bodies] = {}
    of_initials: dict[str, Bodies] = {}
    for record in records:
        names, shortened = _names(record, full)
        other = next((known[name] for name in names if name in known), None)
        other = other or of_initials.get(names[0])
        other = other or next((titled[name] for name in shortened if name in titled), None)
        if other and not _is_told(record, other):
            message = f'"{record.title}" seems to be "{other.title}", which has a card at {other.place}.'
            mend = f"If they are one, keep one card, with the other form as its short name; {_ELSE}"
            yield finding_of("GOV-07", message, record.place, mend, record.title)
        known.update({name: record for name in names if name not in known})
        titled.setdefault(names[0], record)
        of_initials.update({name: record for name in shortened if name not in of_initials})


def _is_told(record: Bodies, other: Bodies) -> bool:
    """True where the one bears as its title or short name what the other has as its short name: reading tells that."""
    names, others = ({fold(each.title), fold(each.short_name or each.title)} for each in (record, other))
    return not names.isdisjoint(others)


def _names(record: Bodies, full: dict[str, str]) -> tuple[list[str], frozenset[str]]:
    """What one body may be called, without spaces and small words; and its title with words shortened.

    Those are its title, its short name, and what a Term card abbreviates it to, which `full` has by its folded title.
    """
    title, _, bracketed = record.title.rstrip(")").partition(" (")
    if not bracketed.isupper():  # "(north)" sets it apart; "(SCHT)" is its short name
        title, bracketed = record.title, ""
    short: tuple[str | None, ...] = (record.short_name, full.get(fold(title)), bracketed)
    words = _words(title)
    return ["".join(words), *("".join(_words(name)) for name in short if name)], frozenset(_shortened(words))


def _shortened(words: list[str]) -> Iterator[str]:
    """The words as one, with any few of them that stand together shortened to their first letters."""
    for start in range(len(words)):
        for end in range(start + _FEWEST, len(words) + 1):
            initials = "".join(word[0] for word in words[start:end]).upper()
            yield "".join((*words[:start], initials, *words[end:]))


def _words(name: str) -> list[str]:
    """The words of a name by their stems, without small ones; abbreviations keep their capitals."""
    typed = {word.casefold(): word for word in re.findall(r"\w+", name) if word.isupper() and len(word) >= _FEWEST}
    words = (word for word in key_of(name) if word not in SMALL_WORDS | {"ltd", "limited"})
    found = [typed.get(word) or stem_of(word) for word in words]
    return [word for word in found if word != "NHS"] if len(found) > _FEWEST else found  # a trust of the NHS is a trust
