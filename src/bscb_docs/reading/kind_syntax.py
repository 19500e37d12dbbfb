"""What a board may write for one kind: the words of its headings, its fields and columns, its text."""

import re
import typing
from collections.abc import Callable
from functools import cache, cached_property
from typing import Any

import attrs
from attrs import field, frozen

from bscb_docs.diagnostics.errors import PluginError
from bscb_docs.reading.converter import parts_after, reader_of
from bscb_docs.reading.field_labels import FieldLabels
from bscb_docs.reading.fitting_values import has_choices
from bscb_docs.reading.words_in_place import Value
from bscb_docs.records import (
    NAME,
    ByName,
    Kind,
    Language,
    Narrative,
    NarrativeSection,
    Record,
    field_name,
    fold,
    is_name,
)
from bscb_docs.records.field_types import classes_in, hints_of

HEADING = ("id", "title", "about", "version", "code")
"""Attributes that a heading gives; in a table, and where they are optional, they are fields too."""

SECTION = Kind(NarrativeSection, "Section")
"""A `##` of a narrative, read like a card whose title is prose."""


def id_of(typed: str) -> str:
    """The id that a person most likely meant."""
    return "-".join(re.findall(NAME, typed))


@frozen(eq=False)
class FieldReading:
    """One field: its name in the file, its attribute, and what reads a value of it."""

    label: str
    attribute: str
    many: bool
    read: Callable[[Value], Any]
    classes: tuple[type[Record], ...]
    """The classes that it may name, where it is a reference."""
    has_choices: bool
    """True where only some values of its type make sense."""
    parts: tuple[str, ...]
    """The words that begin what may stand after a comma, where it is a value of several parts."""
    in_heading: bool = field()
    """True where a heading gives it, or may."""

    @in_heading.default
    def _by_attribute(self) -> bool:
        return self.attribute in HEADING

    @property
    def named(self) -> list[str]:
        """The words for what it may name, as in `action`."""
        return [" ".join(re.findall(r"[A-Z][a-z]*", record.__name__)).lower() for record in self.classes]


_LANGUAGE = FieldReading(
    "language", "language", many=False, read=reader_of(Language), classes=(), has_choices=False, parts=()
)
"""What any card with a text may say: the language that its texts are in, where it is not the document's."""


@frozen(eq=False)
class KindReading:
    """A kind with its fields by their names, and what its headings and tables may hold, each found when asked for."""

    kind: Kind

    @cached_property
    def by_attribute(self) -> dict[str, FieldReading]:
        """The fields by their attributes; PluginError where the type of one cannot be read from words."""
        kind, hints = self.kind, hints_of(self.kind.record)
        found = {each.name: _field_reading(kind.record, each, hints[each.name]) for each in kind.fields}
        return found | ({"language": _LANGUAGE} if kind.has("text") and not kind.has("language") else {})

    @cached_property
    def columns(self) -> ByName[FieldReading]:
        """The fields, and what a heading gives and the text, which a table gives in columns."""
        return ByName({reading.label: reading for reading in self.by_attribute.values()})

    @cached_property
    def _of_headings(self) -> frozenset[str]:
        """The attributes that a heading alone gives in a card."""
        return frozenset(each.name for each in self.kind.fields if "many" not in each.metadata and each.name in HEADING)

    @cached_property
    def fields(self) -> ByName[FieldReading]:
        """What stands in lines below the heading of a card."""
        own = (reading for name, reading in self.by_attribute.items() if name not in self._of_headings)
        return ByName({reading.label: reading for reading in own})

    @cached_property
    def above(self) -> tuple[FieldReading, ...]:
        """The fields that the headings above a card can answer."""
        answered = (each.name for each in self.kind.fields if each.metadata.get("above"))
        return tuple(self.by_attribute[name] for name in answered if name not in self._of_headings)

    @cached_property
    def has(self) -> frozenset[str]:
        """Those of id, title, about, version, code and text that the kind has."""
        return frozenset(name for name in (*HEADING, "text") if self.kind.has(name))

    @property
    def name(self) -> str:
        """The kind's name."""
        return self.kind.name

    @cached_property
    def labels(self) -> FieldLabels:
        """The names of its fields, for whoever misspelt one or typed it otherwise."""
        return FieldLabels([reading.label for reading in self.fields.values()])

    def column(self, name: str) -> FieldReading | None:
        """The field of a column's name; what a record is about may also be called by what that is: `action`."""
        about = self.by_attribute.get("about")
        return self.columns.get(name) or (about if about and fold(name) in map(fold, about.named) else None)

    def begins_with_id(self, rest: str) -> bool:
        """True where the words after the kind are an id with a figure in it, or an id, a colon and a title."""
        name = rest.partition(":")[0].strip() if "title" in self.has else rest.strip()
        is_id = is_name(name) and any(map(str.isdigit, name))
        return is_id and not self.has.isdisjoint({"id", "about"})

    @cached_property
    def needs_of_heading(self) -> frozenset[str]:
        """What a heading must give."""
        return self.kind.required & frozenset(HEADING)

    @cached_property
    def known_by(self) -> tuple[str, ...]:
        """What tells its records from each other: the first that one has; nothing where they may recur."""
        is_about = "about" in self.has or self.kind.may_recur
        return () if is_about else tuple(name for name in ("id", "title") if name in self.has)

    @property
    def span(self) -> str:
        """The attribute that the words after its plural give: "period" where it has one, else "years"."""
        return "period" if "period" in self.by_attribute else "years"

    @property
    def is_narrative(self) -> bool:
        """True where it owns the rest of its file."""
        return issubclass(self.kind.record, Narrative)


@cache
def kind_reading(kind: Kind) -> KindReading:
    """The reading of a kind, one for all who ask."""
    return KindReading(kind)


def _field_reading(record: type[Record], attribute: "attrs.Attribute[Any]", hint: Any) -> FieldReading:
    many = typing.get_origin(hint) is tuple
    try:
        reader = reader_of(typing.get_args(hint)[0] if many else hint)
    except PluginError as fault:
        raise PluginError(f"its field {attribute.name}: {fault}") from fault
    chosen = has_choices(record, attribute.name)
    parts = parts_after(typing.get_args(hint)[0] if many else hint)
    return FieldReading(field_name(attribute), attribute.name, many, reader, classes_in(hint), chosen, parts)
