"""Records as plain values, for data frames and for people who look at one: words, numbers and None."""

import reprlib
from enum import Enum
from typing import Any

import attrs

_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 50
_LONGEST = 160
"""Characters that a record is shown with."""

Fields = tuple["attrs.Attribute[Any]", ...]


def plain(value: Any) -> str | int | float | None:
    """A value as one cell holds it: numbers stay, several values are parted by semicolons, the rest is as typed."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return "; ".join(str(plain(each)) for each in value)
    if isinstance(value, Enum):
        return str(value.value)
    if attrs.has(type(value)) and not any("__str__" in vars(each) for each in type(value).__mro__[:-1]):
        return _parts(value)
    return str(value)


def _parts(value: Any) -> str:
    """The first part, and each other that is given after its own word, as a board types them."""
    head, *others = attrs.fields(type(value))
    said = [str(plain(getattr(value, head.name)))]
    for other in others:
        part = getattr(value, other.name)
        if part not in (None, "", (), other.default) and other.eq:
            word = other.name.rstrip("_").replace("_", " ")
            said.append(word if part is True else f"{word} {plain(part)}")
    return ", ".join(said)


def row_of(record: Any, fields: Fields) -> dict[str, str | int | float | None]:
    """Those fields of a record by attribute, and last its place."""
    return {**{each.name: plain(getattr(record, each.name)) for each in fields}, "place": str(record.place)}


def short_repr(record: Any, fields: Fields) -> str:
    """The class, those of the fields that differ from their defaults, each cut short, and the place; on one line."""
    given = [(each.name, value) for each in fields if (value := getattr(record, each.name)) != each.default]
    said = ", ".join(f"{name}={_SHORT.repr(plain(value))}" for name, value in given)
    said = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}..."
    place = f", at {record.place}" if str(record.place) else ""
    return f"<{type(record).__name__} {said}{place}>"
