"""The door to cattrs: one field's words as the value that its type asks for, or the reason why they are none."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any

import attrs
from cattrs import Converter

from bscb_docs.diagnostics.errors import PluginError
from bscb_docs.reading.typed_value import Value
from bscb_docs.reading.value_words import Refused, read_date, read_number, read_word, read_years, refused
from bscb_docs.records import ByName, PartialDate, Prose, Rating, Record, Ref, YearSpan, field_name

Read = Callable[[Value, Any], Any]


def reader_of(kind: Any) -> Callable[[Value], Any]:
    """What reads a value of that type; the reader raises Refused. PluginError for a type that no words can give."""
    kind = _without_none(kind)
    try:
        read = _converter().get_structure_hook(kind)
    except Exception as error:
        name = getattr(kind, "__qualname__", kind)
        raise PluginError(
            f"Fields of the type {name} cannot be read from a board's files. The author of the record class should use "
            "str, int, a class with from_text, an Enum, a Ref, Prose, a tuple of these, or an attrs class of them."
        ) from error
    return lambda value: read(value, kind)


def classes_in(kind: Any) -> tuple[type[Record], ...]:
    """The record classes that a Ref of that type may name, through every tuple and union; () where it is no Ref."""
    kind = _without_none(kind)
    if typing.get_origin(kind) is tuple:
        return classes_in(typing.get_args(kind)[0])
    if not _is_ref(kind):
        return ()
    (inner,) = typing.get_args(kind)
    parts = typing.get_args(inner) if isinstance(inner, types.UnionType) else (inner,)
    return tuple(part for part in parts if isinstance(part, type))


def _holds_refs(kind: Any) -> bool:
    """True where a value of that type can name another record."""
    kind = _without_none(kind)
    if typing.get_origin(kind) is tuple:
        return _holds_refs(typing.get_args(kind)[0])
    if isinstance(kind, type) and attrs.has(kind) and not issubclass(kind, Prose):
        return any(_holds_refs(hint) for hint in _hints(kind).values())
    return _is_ref(kind)


def hints_of(record: type) -> dict[str, Any]:
    """The types of a record class's attributes, with every name in them resolved."""
    return _hints(record)


def linking_fields(record: type) -> tuple[attrs.Attribute[Any], ...]:
    """The attributes of a record class whose values can name other records."""
    return _linking(record)


def prose_fields(record: type) -> tuple[str, ...]:
    """The attributes of a record class that are Markdown of several lines."""
    return _prose(record)


@cache
def _hints(record: type) -> dict[str, Any]:
    return typing.get_type_hints(record)


@cache
def _linking(record: type) -> tuple[attrs.Attribute[Any], ...]:
    hints = _hints(record)
    return tuple(each for each in attrs.fields(record) if each.name != "gaps" and _holds_refs(hints[each.name]))


@cache
def _prose(record: type) -> tuple[str, ...]:
    return tuple(name for name, hint in _hints(record).items() if hint is Prose and name != "title")


@cache
def _converter() -> Converter:
    """A converter that takes exact types only: cattrs' own would make "5" of 5 and three items of "abc"."""
    converter = Converter()
    converter.register_structure_hook(str, lambda value, _: value.text)
    converter.register_structure_hook(int, read_number)
    converter.register_structure_hook_func(lambda kind: kind is Prose, lambda value, _: Prose(value.text, value.place))
    converter.register_structure_hook_func(_is_enum, read_word)
    converter.register_structure_hook_factory(_is_ref, _reference)
    converter.register_structure_hook_factory(_has_parts, _parts)
    converter.register_structure_hook_factory(lambda kind: hasattr(kind, "from_text"), _from_text)
    converter.register_structure_hook(PartialDate, read_date)
    return converter


def _is_ref(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is Ref


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _has_parts(kind: Any) -> bool:
    known = (Prose, Record, Ref)
    return isinstance(kind, type) and attrs.has(kind) and not issubclass(kind, known) and not hasattr(kind, "from_text")


def _reference(kind: Any) -> Read:
    classes = classes_in(kind)
    return lambda value, _: Ref(" ".join(value.text.split()), value.place, classes)


def _from_text(kind: Any) -> Read:
    """Reads with the class's own from_text, and gives the references in what it made their place and classes."""
    if kind is YearSpan:
        return read_years
    hints = _hints(kind) if attrs.has(kind) else {}
    refs = {name: classes_in(hint) for name, hint in hints.items() if classes_in(hint)}

    def read(value: Value, _: Any) -> Any:
        try:
            made = kind.from_text(value.text)
        except ValueError as error:
            fault = refused(error, "STA-02" if kind is Rating else "REC-06")
            if kind is Rating:
                fault.kept = Rating(None, "no reason is recorded", value.place)
            raise fault from None
        changes: dict[str, Any] = {"place": value.place} if "place" in hints else {}
        for name, classes in refs.items():
            if ref := getattr(made, name):
                changes[name] = attrs.evolve(ref, place=value.place, to=classes)
        return attrs.evolve(made, **changes) if changes else made

    return read


def _parts(kind: Any) -> Read:
    """Reads `head, word part, word part`: the first field, then each other field after a comma and its own word."""
    hints = _hints(kind)
    head, *others = attrs.fields(kind)
    words = ByName({field_name(other): other for other in others})
    split = re.compile(rf",\s*({'|'.join(map(re.escape, words))})\s+", re.IGNORECASE)
    readers = {attribute.name: reader_of(hints[attribute.name]) for attribute in (head, *others)}
    required = [word for word, other in words.items() if other.default is attrs.NOTHING]

    def read(value: Value, _: Any) -> Any:
        first, *rest = split.split(value.text)
        typed = {head.name: Value(first.strip(), value.file, value.line, value.column, value.within)}
        for word, part in zip(rest[::2], rest[1::2], strict=True):
            name = words[word].name
            if name in typed:
                raise Refused("REC-06", f'"{word}" stands twice in "{value.text}".', "Put each on a line of its own.")
            typed[name] = Value(part.strip(), value.file, value.line, value.column, value.within)
        for word in required:
            if words[word].name not in typed:
                mend = f'Write it after a comma, with "{word}" before it.'
                raise Refused("REC-06", f'"{value.text}" lacks the part that begins with "{word}".', mend)
        return kind(**{name: readers[name](part) for name, part in typed.items()})

    return read


def _without_none(kind: Any) -> Any:
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        left = [part for part in typing.get_args(kind) if part is not type(None)]
        return left[0] if len(left) == 1 else kind
    return kind
