"""Record: what every record of a board is made of, how its fields are declared, and what may change its name."""

from __future__ import annotations

from typing import Any, TypeVar

import attrs
from attrs import frozen

from bscb_docs.diagnostics.compared_values import kept_by_class
from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.records.checked_values import Checked
from bscb_docs.records.plain_values import short_repr
from bscb_docs.records.values.partial_date import PartialDate

T = TypeVar("T")
_NOTHING: Any = None
_REQUIRED: Any = attrs.NOTHING

_CODES = frozenset({"id", "about", "version", "code"})
"""What records are called by: no words, whatever the kind."""


@frozen
class Gap(Checked):
    """A field the board says it never recorded, and why."""

    field: str
    reason: str = ""


@frozen(kw_only=True)
class Record(Checked):
    """What every record has: its place, and the fields the board says were not recorded."""

    place: Place = attrs.field(default=NOWHERE, eq=False, repr=False)
    gaps: tuple[Gap, ...] = attrs.field(default=(), eq=False, repr=False)

    def __repr__(self) -> str:
        """`<Action id='P1-18-1', due='March 2018', at plan.md:12:1>`: what is given, cut short."""
        return short_repr(self, own_fields(type(self)))

    def gap(self, field: str) -> Gap | None:
        """The gap of a field by the name it has in the file, if the board says it was not recorded."""
        return next((gap for gap in self.gaps if gap.field == field), None)

    def known_at(self, day: PartialDate) -> Record | None:
        """The record as it stood at the end of that day, without what came later; None where it was not there yet."""
        return self


BASE = frozenset(each.name for each in attrs.fields(Record))
"""The names of the fields that every record has."""


@kept_by_class
def own_fields(kind: type[Record]) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of a record class but those that every record has."""
    return tuple(each for each in attrs.fields(kind) if each.name not in BASE)


@kept_by_class
def record_classes(kind: type[Record]) -> tuple[type[Record], ...]:
    """The classes of records that a record of that class is one of: its own first, Record itself left out."""
    return tuple(each for each in kind.__mro__ if issubclass(each, Record) and each is not Record)


def one(
    name: str = "",
    default: T = _NOTHING,
    *,
    printed: bool = True,
    use: str = "",
    words: tuple[str, ...] = (),
    picture: bool = False,
    is_fact: bool = False,
) -> T:
    """A field given at most once; it must be given where its type has no None and it has no other default.

    `name` is its name in the file where the attribute's differs. Words that may be printed are checked as prose is;
    `printed=False` says that no document prints these. `use` says what the field is for where no section prints it.
    `words` are those that make sense where not any do: reading writes a value as they do, and tells of others.
    `picture=True` says that it names a PNG or JPEG file in the board's folder: reading tells where that is not so.
    `is_fact=True` says that all of it is a fact that no record can bear, as a telephone number is.
    """
    told = {"name": name, "many": False, "printed": printed, "use": use, "words": words}
    return attrs.field(default=default, metadata={**told, "picture": picture, "is_fact": is_fact})


def many(
    name: str, *, printed: bool = True, use: str = "", words: tuple[str, ...] = (), is_fact: bool = False
) -> tuple[Any, ...]:
    """A field that may be given on several lines, `name` being what each line begins with; the rest as in `one`."""
    told = {"name": name, "many": True, "printed": printed, "use": use, "words": words, "is_fact": is_fact}
    return attrs.field(default=(), metadata=told)


def unprinted(default: T = _REQUIRED, *, use: str = "") -> T:
    """A title, or the text below a card, whose words no document prints; required unless a default is given."""
    return attrs.field(default=default, metadata={"printed": False, "use": use})


def above() -> Any:
    """The record above this one, or in a field of that name, which places it; needed unless its type has None."""
    return attrs.field(default=None, metadata={"name": "", "many": False, "above": True, "places": True})


def placing() -> Any:
    """The record that this one is about, which must be given; this one belongs to the plan to which that one does."""
    return attrs.field(metadata={"places": True})


@kept_by_class
def placing_fields(record: type[Record]) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of a record class that tell to which plan a record of it belongs."""
    return tuple(each for each in attrs.fields(record) if each.metadata.get("places"))


@kept_by_class
def printed_fields(record: type[Record]) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of a record class whose words, where they hold any, a document may print."""
    return tuple(a for a in attrs.fields(record) if a.name not in _CODES and a.metadata.get("printed", True))


@kept_by_class
def picture_fields(record: type[Record]) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of a record class that name a picture in the board's folder."""
    return tuple(each for each in attrs.fields(record) if each.metadata.get("picture"))


@kept_by_class
def fact_fields(record: type[Record]) -> frozenset[str]:
    """The names of the fields of a record class that are each a fact as a whole."""
    return frozenset(field_name(each) for each in attrs.fields(record) if each.metadata.get("is_fact"))


def field_name(attribute: attrs.Attribute[Any]) -> str:
    """The name a field has in a board's files: `short_name` is "short name", `from_` is "from"."""
    return attribute.metadata.get("name") or attribute.name.rstrip("_").replace("_", " ")


@frozen
class FormerName(Checked):
    """A name that something bore before: `Local Safeguarding Children Board, to September 2019`."""

    name: str
    to: PartialDate | None = None
    short_name: str | None = None


@frozen(kw_only=True)
class Renamed(Record):
    """What may change its name: papers dated before the change print the name of their day."""

    title: str
    formerly: tuple[FormerName, ...] = many(
        "formerly", use="papers of those days print it, and other records may call this one by it"
    )

    def name_at(self, day: PartialDate) -> FormerName | None:
        """The former name that it still bore at that day; None where it bore its present one."""
        held = [name for name in self.formerly if name.to and not name.to.surely_before(day)]
        return min(held, key=lambda name: name.to.latest if name.to else day.latest, default=None)

    def known_at(self, day: PartialDate) -> Renamed:
        """With the names that it bore at that day; its other names still lead to it."""
        name = self.name_at(day)
        if name is None:
            return self
        later = FormerName(self.title, None, getattr(self, "short_name", None))
        short: dict[str, Any] = {"short_name": name.short_name} if hasattr(self, "short_name") else {}
        return attrs.evolve(self, title=name.name, formerly=(*self.formerly, later), **short)


@frozen(kw_only=True)
class Named(Renamed):
    """What has a short name too, which changes with its name."""

    short_name: str | None = one(
        printed=False, use="prose sets it by its name, and other records may call this one by it"
    )
