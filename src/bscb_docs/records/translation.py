"""Translation: a record with its words in another language, all else as the board recorded it."""

from typing import Any, TypeVar

import attrs
from attrs import frozen

from bscb_docs.records.checked_values import Checked
from bscb_docs.records.people import Person
from bscb_docs.records.record import Record, printed_fields
from bscb_docs.records.typed_text import Prose

T = TypeVar("T")

_NAMES = ("title", "short_title", "short_name", "abbreviation")
"""What a record is called by, whether or not its words are checked."""


@frozen
class Translation(Checked):
    """The words of a record in another language, in a record of the same kind."""

    of: Record
    language: str
    words: Record


def translated(record: T, words: T | None, own: str = "") -> T:
    """The record with the words that the other gives: titles, texts and fields of words; what it leaves out stays.

    A text that stays says that it is in `own`, the language that it was typed in, where that is told.
    """
    found = (
        (name, _words(value, getattr(words, name, None)) or _in_own(value, own))
        for name, value in ((name, getattr(record, name)) for name in _fields(record))
    )
    changed = {name: value for name, value in found if value}
    return attrs.evolve(record, **changed) if changed else record  # type: ignore[misc]  # every value of a record is one


def _in_own(value: Any, own: str) -> Any:
    """A text, or several, in the language that it was typed in; None where there is none that says no other."""
    if isinstance(value, Prose):
        return attrs.evolve(value, language=own) if value and own and not value.language else None
    if isinstance(value, tuple) and any(isinstance(each, Prose) for each in value):
        return tuple(_in_own(each, own) or each for each in value)
    return None


def untranslated(record: Record, words: Record | None) -> list[str]:
    """The texts and titles that a record has and its translation has not; fields may well be the same in both."""
    return [name for name in _fields(record) if _is_text(record, name) and not getattr(words, name, None)]


def _fields(record: object) -> list[str]:
    """The fields of a record, or of a value within one, that may hold words; a person's name is one everywhere."""
    if not isinstance(record, Record):
        return [each.name for each in attrs.fields(type(record))]  # type: ignore[arg-type]  # values are attrs classes
    names = dict.fromkeys((*(each.name for each in printed_fields(type(record))), *_NAMES))
    return [name for name in names if hasattr(record, name) and not (isinstance(record, Person) and name in _NAMES)]


def _is_text(record: Record, name: str) -> bool:
    value = getattr(record, name)
    return bool(value) and (isinstance(value, Prose) or name in {"title", "short_title"})


def _words(own: Any, other: Any) -> Any:
    """What a translation says for a value; None where it says nothing, or not as many values."""
    if isinstance(own, str | Prose):
        return other if isinstance(other, type(own)) and other else None
    if isinstance(own, tuple) and isinstance(other, tuple) and len(own) == len(other):
        pairs = zip(own, other, strict=True)
        return tuple(told if isinstance(told, str) else _within(each, told) for each, told in pairs)
    return None


def _within(own: Any, other: Any) -> Any:
    return translated(own, other) if attrs.has(type(own)) and isinstance(other, type(own)) else own
