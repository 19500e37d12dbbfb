"""Whom records name: every reference in a record, with the field it was typed in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bscb_docs.records.field_types import linking_fields
from bscb_docs.records.people import Renamed
from bscb_docs.records.record import Record, field_name
from bscb_docs.records.typed_text import Ref


def refs_of(record: Any) -> Iterator[tuple[str, Ref[Any]]]:
    """Every reference in a record, also within values of several parts, with the name of the field it was typed in."""
    for attribute in linking_fields(type(record)):
        value = getattr(record, attribute.name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Ref):
                yield field_name(attribute), each
            elif each is not None:
                for label, ref in refs_of(each):
                    yield label if isinstance(each, Record) else field_name(attribute), ref


def names_of(record: Record) -> tuple[str, ...]:
    """The names a reference may use for a record: its id, its title and short name, and those that it bore before."""
    found = [getattr(record, name, None) for name in ("id", "title", "short_name")]
    former = record.formerly if isinstance(record, Renamed) else ()
    return tuple(name for name in (*found, *(n for each in former for n in (each.name, each.short_name))) if name)


def identity(record: Record) -> str:
    """What no other record of its class may be called: its id, else its title; "" where it has neither."""
    return str(getattr(record, "id", None) or getattr(record, "title", None) or "")


def label_of(record: Record) -> str:
    """A record as a message names it: its class, its name, and where it stands."""
    name = next(iter(names_of(record)), "")
    place = f" ({record.place})" if str(record.place) else ""
    return f"{type(record).__name__} {name}".strip() + place


def leads_nowhere(record: Record, label: str, ref: Ref[Any]) -> str:
    """What is said of a reference that leads nowhere: the record, the field, and what to do."""
    kinds = " or ".join(kind.__name__ for kind in ref.to) or "record"
    return f'{label_of(record)}, {label}: no {kinds} is called "{ref.name}". Mend the name, or add the {kinds} first.'
