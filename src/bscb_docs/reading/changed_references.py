"""Changed references: a record without those that lead nowhere, and with the id where a title was typed."""

from collections.abc import Callable, Iterable
from typing import Any

import attrs
from attrs import evolve

from bscb_docs.records import Rating, Record, Ref, fold
from bscb_docs.records.field_types import linking_fields, required_fields
from bscb_docs.records.record import record_classes

Change = Callable[[Ref[Any]], Ref[Any] | None]
"""What stands in place of a reference; None where nothing does."""

Ids = dict[type[Record], dict[str, str]]
"""By class, the id of each record by its folded title."""


def ids_by_title(records: Iterable[Record]) -> Ids:
    """The ids of records that have a title too, but for titles that two bear and those that are an id."""
    found: Ids = {}
    ids: dict[type[Record], set[str]] = {}
    for record in records:
        if not (own := str(getattr(record, "id", None) or "")):
            continue
        folded, title = fold(own), fold(str(getattr(record, "title", None) or ""))
        for kind in record_classes(type(record)):
            ids.setdefault(kind, set()).add(folded)
            if title:
                of_kind = found.setdefault(kind, {})
                of_kind[title] = "" if title in of_kind else own
    return {
        kind: {title: own for title, own in titles.items() if own and title not in ids[kind]}
        for kind, titles in found.items()
    }


def with_references(record: Any, change: Change) -> Any:
    """The record or value with its references changed; None where it cannot be without one that is taken away."""
    changes: dict[str, Any] = {}
    for attribute in linking_fields(type(record)):
        value = getattr(record, attribute.name)
        if isinstance(value, tuple):
            left = tuple(part for each in value if (part := _changed(each, change)) is not None)
        else:
            left = _changed(value, change)
        is_head = not isinstance(record, Record) and attribute == attrs.fields(type(record))[0]
        if left is None and value is not None and (is_head or attribute.name in required_fields(type(record))):
            return None
        changes[attribute.name] = left
    return evolve(record, **changes)


def _changed(value: Any, change: Change) -> Any:
    if isinstance(value, Ref):
        return change(value)
    if isinstance(value, Rating) and value.status and change(value.status) is None:
        # so the row stays in the overview and says why it has no status
        return Rating(None, f'"{value.status}" is no status of the board', value.place)
    return None if value is None else with_references(value, change)
