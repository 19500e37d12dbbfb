"""Record, Ref, Prose, Gap: what every record of a board is made of."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import attrs
from attrs import frozen

from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.records.partial_date import PartialDate

T = TypeVar("T", covariant=True)


@frozen
class Gap:
    """A field the board says it never recorded, and why."""

    field: str
    reason: str = ""


@frozen
class Prose:
    """Light Markdown as the board typed it, and the place of its first line; the `prose` room reads it."""

    text: str
    place: Place = attrs.field(default=NOWHERE, eq=False)

    def __str__(self) -> str:
        """The Markdown as typed."""
        return self.text

    def __bool__(self) -> bool:
        """False where nothing but white space stands."""
        return bool(self.text.strip())


@frozen
class Ref(Generic[T]):
    """The id or title of another record, as typed; `board.get(ref)` gives the record."""

    name: str
    place: Place = attrs.field(default=NOWHERE, eq=False)
    to: tuple[type[Record], ...] = attrs.field(default=(), eq=False, repr=False)
    """The classes it may name; reading fills it from the field's type."""

    def __str__(self) -> str:
        """The id or title as typed."""
        return self.name


@frozen(kw_only=True)
class Record:
    """What every record has: its place, and the fields the board says were not recorded."""

    place: Place = attrs.field(default=NOWHERE, eq=False, repr=False)
    gaps: tuple[Gap, ...] = attrs.field(default=(), eq=False, repr=False)

    def gap(self, field: str) -> Gap | None:
        """The gap of a field by the name it has in the file, if the board says it was not recorded."""
        return next((gap for gap in self.gaps if gap.field == field), None)

    def known_at(self, day: PartialDate) -> Record | None:
        """The record as it stood at the end of that day, without what came later; None where it was not there yet."""
        return self


def one(name: str = "", default: Any = None, *, printed: bool = True) -> Any:
    """An optional field given at most once; `name` is its name in the file where the attribute's differs.

    Words that may be printed are checked as prose is; `printed=False` says that no document prints these.
    """
    return attrs.field(default=default, metadata={"name": name, "many": False, "printed": printed})


def many(name: str, *, printed: bool = True) -> Any:
    """A field that may be given on several lines, `name` being what each line begins with; `printed` as in `one`."""
    return attrs.field(default=(), metadata={"name": name, "many": True, "printed": printed})


def unprinted(default: Any = attrs.NOTHING) -> Any:
    """A title, or the text below a card, whose words no document prints; required unless a default is given."""
    return attrs.field(default=default, metadata={"printed": False})


def above() -> Any:
    """The record whose heading stands above this one, or a field of that name in a table."""
    return attrs.field(default=None, metadata={"name": "", "many": False, "above": True})


_CODES = frozenset({"id", "about", "version", "code"})
"""What records are called by: no words, whatever the kind."""


def printed_fields(record: type[Record]) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of a record class whose words, where they hold any, a document may print."""
    return tuple(a for a in attrs.fields(record) if a.name not in _CODES and a.metadata.get("printed", True))


def field_name(attribute: attrs.Attribute[Any]) -> str:
    """The name a field has in a board's files: `short_name` is "short name", `from_` is "from"."""
    return attribute.metadata.get("name") or attribute.name.rstrip("_").replace("_", " ")
