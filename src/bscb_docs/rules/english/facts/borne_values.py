"""Borne values: the dates, amounts and counts that records bear, each found by what a text would say of it."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Any

from attrs import fields, frozen, has

from bscb_docs.diagnostics.compared_values import kept_by_class
from bscb_docs.records import (
    Amount,
    Measure,
    Prose,
    Reading,
    Record,
    RecordedFigure,
    Ref,
    RegisterEntry,
    Signature,
    names_of,
    readings_of,
    slug,
)
from bscb_docs.records.deadlines_and_owners import Work
from bscb_docs.records.field_types import hints_of, is_ref, values_of
from bscb_docs.records.record import BASE, field_name
from bscb_docs.records.record_index import refs_of
from bscb_docs.records.values.year_span import Spanned, YearSpan
from bscb_docs.rules.engine import Pack, kept, name_of

_TOLD_ELSEWHERE = (*BASE, "as_at", "period")
"""Fields that say where a record stands, and of when it is: no event that a text tells of."""
_ROUGH = 3
"""Per cents by which "nine in ten" may be more or less."""


@frozen(eq=False)
class Borne:
    """A value that a record bears: in which field, whose it is, and the records whose names stand beside it."""

    value: Any
    field: str
    record: Record
    owner: Record
    """Of which a text speaks: the record, or that of which it is a row, as a body of its meetings."""
    period: Spanned | None = None
    """Of when it is, where it is one of several in time."""
    beside: frozenset[int] = frozenset()
    is_beside: bool = False
    """True of what a line of another record says of the owner."""

    @property
    def is_of_row(self) -> bool:
        """True of what stands in one of many rows that are of the owner."""
        return self.owner is not self.record

    @property
    def figure(self) -> str:
        """The name by which prose sets it, if any does."""
        name = getattr(self.owner, "id", None) or slug(str(getattr(self.owner, "title", None) or ""))
        return f"{name}.{slug(self.field)}" if name else ""

    def said(self, pack: Pack) -> str:
        """The record and the field, as a person reads them."""
        if isinstance(self.record, Reading):
            whose = f" of {self.record.compared_with}" if self.record.compared_with else ""
            return f"{pack.called(self.owner)}: reading{whose} of {self.record.period.short}"
        said, name = pack.called(self.record), name_of(self.owner)
        return (
            f"{said}{f' of {name}' if self.is_of_row and not self.is_beside and name not in said else ''}: {self.field}"
        )


def keys_of(value: Any) -> Iterator[Hashable]:
    """What a text may say of a value: a date with its year or without, a day its month; an amount, its per cent."""
    if isinstance(value, Spanned):
        first, last = value.earliest, value.latest
        yield first, last
        yield (first.month, first.day), (last.month, last.day)
        if (first.year, first.month) == (last.year, last.month):
            yield first.year, first.month
    elif isinstance(value, Amount):
        if value.unit != "%" or value.out_of is not None:
            yield value.unit if value.unit == "£" else "", value.number
        if value.out_of is not None:
            yield "", value.out_of
            yield value.number, value.out_of
        if value.unit == "%":
            for places in ("1", "0.1"):
                yield "%", value.size.quantize(Decimal(places), ROUND_HALF_UP)
            tenths = (value.size / 10).quantize(Decimal(1), ROUND_HALF_UP)
            if abs(value.size - 10 * tenths) <= _ROUGH:
                yield tenths, Decimal(10)  # "nine in ten"
    else:
        yield "", Decimal(value)


@kept
def values_borne(pack: Pack) -> dict[Hashable, dict[int, list[Borne]]]:
    """By what a text may say of them and by their owners, what records, rows of them and lines of others bear."""
    found: defaultdict[Hashable, defaultdict[int, list[Borne]]] = defaultdict(lambda: defaultdict(list))
    for each in _every_value(pack):
        for key in dict.fromkeys(keys_of(each.value)):
            found[key][id(each.owner)].append(each)
    return dict(found)


def _every_value(pack: Pack) -> Iterator[Borne]:
    for record in pack.board.records:
        if isinstance(record, RegisterEntry):
            continue  # its own years alone are told of a document
        period = getattr(record, "period", None) or getattr(record, "years", None)
        of = None if names_of(record) else _told_of(pack, record)  # of a meeting, a reading
        began = getattr(record, "baseline_at", None)
        for field, value, refs in _values(record):
            led = [found for ref in refs if (found := pack.board.led_to(ref))]
            beside = frozenset(map(id, led))
            yield Borne(value, field, record, record, began if field == "baseline" else period, beside)
            if of is not None:
                yield Borne(value, field, record, of, period, beside)
            is_of_all = isinstance(value, Spanned) and not field.startswith(
                "moved"
            )  # that is no day of who agreed to it
            for each in led if is_of_all else ():
                yield Borne(value, field, record, each, period, is_beside=True)
        if isinstance(record, Measure) and record.adds_up:
            readings = readings_of(pack.board, record)
            reached = (record.reached(dict([*readings.items()][:last])) for last in range(1, len(readings) + 1))
            for months, total in filter(None, reached):
                yield Borne(total, "year so far", record, record, months)
        elif isinstance(record, Work) and record.moved:
            yield Borne(record.days_slipped, "days slipped", record, record)
        elif isinstance(record, RecordedFigure) and record.value and record.out_of:
            yield Borne(Amount(record.value.number, Decimal(record.out_of), "%"), "value", record, record)


def _told_of(pack: Pack, record: Record) -> Record | None:
    return next((pack.board.led_to(ref) for _, ref in refs_of(record)), None)


def _values(value: Any, label: str = "") -> Iterator[tuple[str, Any, list[Ref[Any]]]]:
    """The dates, amounts and counts in a record, each with its field and the references that stand beside it."""
    fields_told = _telling_fields(type(value))
    labels = [(f"{label}, on" if label and name == "on" else label or name) for _, name in fields_told]
    parts = [*zip(labels, (getattr(value, attribute) for attribute, _ in fields_told), strict=True)]
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
    hints, is_record = hints_of(made), issubclass(made, Record)
    told = (each for each in fields(made) if each.name not in _TOLD_ELSEWHERE)
    return tuple((each.name, field_name(each)) for each in told if _may_tell(hints[each.name], of_record=is_record))


def _may_tell(hint: Any, *, of_record: bool) -> bool:
    """True of the type of a field in which a value may stand, or, within a value of several parts, one beside it."""
    plain = (str, bool, Enum, Prose, Signature, type(None))
    return any(
        not (of_record and is_ref(each)) if not isinstance(each, type) else not issubclass(each, plain)
        for each in values_of(hint)
    )
