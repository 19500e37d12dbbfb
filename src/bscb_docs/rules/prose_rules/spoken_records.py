"""Spoken records: where texts name records, by a reference or in words, and what values those bear."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from attrs import define, fields, frozen, has

from bscb_docs.diagnostics.compared_values import kept_by_class
from bscb_docs.records import Amount, Person, Prose, Record, Ref, RegisterEntry, Signature, fold, names_of, slug
from bscb_docs.records.record import field_name
from bscb_docs.records.record_index import refs_of
from bscb_docs.records.year_span import Spanned, YearSpan
from bscb_docs.rules.engine import Pack, Passage, capitals_in, kept, key_of, name_of, spots
from bscb_docs.rules.prose_rules.typed_facts import is_telling

_TOLD_ELSEWHERE = ("place", "gaps", "as_at", "period")
"""Fields that say where a record stands, and of when it is: no event that a text tells of."""


@define(eq=False)
class Named:
    """A record that a passage names, and where the name begins and ends."""

    start: int
    end: int
    record: Record


@frozen(eq=False)
class Borne:
    """A value that a record bears: in which field, what that is called, and the records whose names stand beside it."""

    value: Any
    field: str
    said: str
    beside: frozenset[int] = frozenset()
    is_of_row: bool = False
    """True of what stands in one of many rows that are of the record, such as its meetings."""
    name: str = ""
    """Of its record, as prose sets what that bears."""

    @property
    def figure(self) -> str:
        """The name by which prose sets it, if any does."""
        return f"{self.name}.{slug(self.field)}" if self.name else ""


@kept
def by_name(pack: Pack) -> dict[str, list[Record]]:
    """Every record by each of its names."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in pack.board.records:
        for name in dict.fromkeys(map(fold, names_of(record))):
            found[name].append(record)
    return dict(found)


@kept
def telling_passages(pack: Pack) -> frozenset[Passage]:
    """The passages in which a fact may stand: with a word that tells one, a reference, a figure or a person's name."""
    names = (key_of(name) for person in pack.board.of(Person) for name in names_of(person))
    named = (spot.passage for name in names for spot in spots(pack, name))
    return frozenset((*pack.index.passages_where(is_telling), *pack.passages_typed("](#", "{{"), *named))


@kept
def named_records(pack: Pack) -> dict[Passage, list[Named]]:
    """The records that each passage names in which a fact may stand."""
    found: defaultdict[Passage, list[Named]] = defaultdict(list)
    known, telling = by_name(pack), telling_passages(pack)
    for name, records in known.items():
        for spot in (each for each in spots(pack, key_of(name)) if each.passage in telling):
            start, end = spot.span
            if capitals_in(spot.passage.text[start:end]):
                found[spot.passage] += [Named(start, end, record) for record in records]
    slugs = {slug(name): records for name, records in known.items()}
    for passage in pack.passages_typed("](#"):
        for match in passage.references:
            found[passage] += [Named(*match.span(), record) for record in known.get(fold(match[1]), ())]
    for passage in pack.passages_typed("{{"):
        for token in passage.tokens:
            records = slugs.get(slug(token[1].rpartition(".")[0]), [])
            found[passage] += [Named(*token.span(), record) for record in records]
    return dict(found)


@kept
def values_borne(pack: Pack) -> dict[int, list[Borne]]:
    """By the identity of a record, its values, those of rows that are of it, and those beside its name elsewhere."""
    found: defaultdict[int, list[Borne]] = defaultdict(list)
    for record in pack.board.records:
        if isinstance(record, RegisterEntry):
            continue  # its own years alone are told of a document
        said, owners = pack.called(record), [id(record)]
        if not names_of(record):  # a meeting, a reading: it tells of what it names first
            of = next((pack.board.led_to(ref) for _, ref in refs_of(record)), None)
            if of is not None:
                owners.append(id(of))
                said = said if name_of(of) in said else f"{said} of {name_of(of)}"
        name = getattr(record, "id", None) or slug(str(getattr(record, "title", None) or ""))
        for field, value, refs in _values(record):
            beside = frozenset(id(led) for ref in refs if (led := pack.board.led_to(ref)))
            for owner in owners:
                is_of_row = owner != id(record)
                found[owner].append(Borne(value, field, said, beside, is_of_row, name))
            is_of_all = isinstance(value, Spanned) and field != "moved"  # that is no day of who agreed to it
            for owner in beside if is_of_all else ():
                found[owner].append(Borne(value, field, said))
    return dict(found)


def _values(value: Any, label: str = "") -> Iterator[tuple[str, Any, list[Ref[Any]]]]:
    """The dates, amounts and counts in a record, each with its field and the references that stand beside it."""
    parts = [(label or name, getattr(value, attribute)) for attribute, name in _telling_fields(type(value))]
    beside = [part for _, part in parts if isinstance(part, Ref)] if label else []
    for name, part in parts:
        for each in part if isinstance(part, tuple) else (part,):
            if label and isinstance(each, YearSpan):
                continue  # those of many a line of a card
            if isinstance(each, Spanned | Amount | Decimal) or type(each) is int:
                yield name, each, beside
            elif _telling_fields(type(each)) and not isinstance(each, Record):
                yield from _values(each, name)


@kept_by_class
def _telling_fields(made: type) -> tuple[tuple[str, str], ...]:
    """The attributes of a class in which values may stand that a text tells of, each with its name in the file."""
    if not has(made) or issubclass(made, Ref | Prose | Signature):
        return ()
    return tuple((each.name, field_name(each)) for each in fields(made) if each.name not in _TOLD_ELSEWHERE)
