"""What a board may write for one kind: the words of its headings, its fields and columns, its text."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import attrs
from attrs import field, frozen

from bscb_docs.reading.structuring import classes_in, hints_of, holds_refs, reader_of
from bscb_docs.reading.values import Value
from bscb_docs.records import Kind, Narrative, NarrativeSection, Record, field_name, fold

_HEADING = ("id", "title", "about", "version", "code")
"""Attributes that a heading gives; in a table, and where they are optional, they are fields too."""


@frozen(eq=False)
class FieldReading:
    """One field: its name in the file, its attribute, and what reads a value of it."""

    label: str
    attribute: str
    many: bool
    read: Callable[[Value], Any]
    is_above: bool
    classes: tuple[type[Record], ...]
    in_heading: bool


@frozen(eq=False)
class KindReading:
    """A kind with its fields by their folded names, and what its headings and tables may hold."""

    kind: Kind
    fields: dict[str, FieldReading]
    columns: dict[str, FieldReading]
    """The fields, and what a heading gives and the text, which a table gives in columns."""
    above: tuple[FieldReading, ...]
    links: tuple[str, ...]
    """The attributes whose values can name other records."""
    required: frozenset[str]
    has: frozenset[str]
    """Those of id, title, about, version, code and text that the kind has."""

    @property
    def name(self) -> str:
        """The kind's name."""
        return self.kind.name

    @property
    def labels(self) -> list[str]:
        """The names of its fields, for whoever misspelt one."""
        return [reading.label for reading in self.fields.values()]

    @property
    def is_narrative(self) -> bool:
        """True where it owns the rest of its file."""
        return issubclass(self.kind.record, Narrative)


@cache
def kind_reading(kind: Kind) -> KindReading:
    """The reading of a kind; PluginError where a field's type cannot be read from words."""
    hints = hints_of(kind.record)
    fields: dict[str, FieldReading] = {}
    columns: dict[str, FieldReading] = {}
    for attribute in attrs.fields(kind.record):
        if attribute.name in {"place", "gaps"} or (attribute.name == "sections" and issubclass(kind.record, Narrative)):
            continue
        reading = _field_reading(attribute, hints[attribute.name])
        columns[fold(reading.label)] = reading
        if "many" in attribute.metadata or attribute.name not in {*_HEADING, "text"}:
            fields[fold(reading.label)] = reading
    return KindReading(
        kind,
        fields,
        columns,
        tuple(reading for reading in fields.values() if reading.is_above),
        tuple(reading.attribute for reading in columns.values() if holds_refs(hints[reading.attribute])),
        kind.required,
        frozenset(name for name in (*_HEADING, "text") if kind.has(name)),
    )


def _field_reading(attribute: attrs.Attribute[Any], hint: Any) -> FieldReading:
    many = bool(attribute.metadata.get("many")) or typing.get_origin(hint) is tuple
    inner = typing.get_args(hint)[0] if many else hint
    return FieldReading(
        field_name(attribute),
        attribute.name,
        many,
        reader_of(inner),
        bool(attribute.metadata.get("above")),
        classes_in(hint),
        attribute.name in _HEADING,
    )


SECTION = Kind(NarrativeSection, "Section")
"""A `##` of a narrative, read like a card whose title is prose."""


@frozen(eq=False)
class Headings:
    """The kinds by the words that their headings begin with, singular and plural."""

    readings: tuple[KindReading, ...]
    words: dict[str, tuple[KindReading, bool]] = field()
    """Folded words, and whether they are the plural."""
    longest: int = field()
    """Of how many words the longest of them is."""

    @words.default
    def _of_readings(self) -> dict[str, tuple[KindReading, bool]]:
        found = {fold(reading.kind.plural): (reading, True) for reading in self.readings}
        return found | {fold(reading.kind.name): (reading, False) for reading in self.readings}

    @longest.default
    def _of_words(self) -> int:
        return max((name.count(" ") + 1 for name in self.words), default=1)

    @classmethod
    def of(cls, kinds: Iterable[Kind]) -> Headings:
        """The headings of those kinds."""
        return cls(tuple(kind_reading(kind) for kind in kinds))

    def find(self, words: str) -> tuple[KindReading, bool, str] | None:
        """The kind that the words of a heading begin with, whether in the plural, and the words after it."""
        parts = words.split(" ", self.longest)
        for count in range(min(len(parts), self.longest), 0, -1):
            name = " ".join(parts[:count])
            before, colon, after = name.partition(":")
            if colon and fold(before) in self.words:
                reading, plural = self.words[fold(before)]
                return reading, plural, words[len(before) :]
            if not colon and fold(name) in self.words:
                reading, plural = self.words[fold(name)]
                return reading, plural, words[len(name) :]
        return None

    @property
    def names(self) -> list[str]:
        """Every word that a heading may begin with, as it is written."""
        return [name for reading in self.readings for name in (reading.kind.name, reading.kind.plural)]
