"""JSON values: records and their values as what JSON can hold, and back; the door to cattrs."""

from __future__ import annotations

import json
import typing
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import attrs

from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.diagnostics.suggestions import did_you_mean
from bscb_docs.records import Prose, Ref, YearSpan
from bscb_docs.records.field_types import is_ref, parts_of
from bscb_docs.records.record import BASE

if TYPE_CHECKING:
    from cattrs import Converter

_DROPPED = object()
"""Stands where a place would, where places are not wanted."""

_TYPED: dict[type, Callable[[str], Any]] = {date: date.fromisoformat, Decimal: Decimal, YearSpan: YearSpan.from_text}
"""What is written as its own words, and what reads them."""


def as_values(made: Any, *, places: bool) -> dict[str, Any]:
    """What an attrs object holds, by attribute: only what differs from its default, and its place last."""
    return _tidy(_converter(places=places).unstructure(made))  # type: ignore[no-any-return]  # an attrs object is a dict


def from_values(values: Any, made: type[Any]) -> Any:
    """The object of that class; ValueError for all that is wrong with its values, each named by its field."""
    from cattrs import transform_error

    try:
        return _converter(places=True).structure(values, made)
    except Exception as fault:
        raise ValueError(" ".join(_said(each) for each in transform_error(fault, "", _words))) from fault


def _tidy(value: Any) -> Any:
    """The values without places that are not wanted; what every record has stands last."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name in BASE)
        return {name: _tidy(value[name]) for name in names if value[name] is not _DROPPED}
    return [_tidy(each) for each in value] if isinstance(value, list | tuple) else value


def _said(found: str) -> str:
    """`due.earliest: what is wrong.`, of cattrs' `what is wrong. @ .due.earliest`."""
    words, _, path = found.rpartition(" @ ")
    return f"{path.lstrip('.')}: {words}" if path.lstrip(".") else words


def _words(fault: BaseException, kind: type | None) -> str:
    """What is wrong with one value, in the words of a board; cattrs puts the path of its field behind it."""
    from cattrs import ForbiddenExtraKeysError

    if isinstance(fault, KeyError):
        return "nothing is given."
    if isinstance(fault, ForbiddenExtraKeysError):
        known = [each.name for each in attrs.fields(fault.cl)]
        names = sorted(fault.extra_fields)
        return " ".join(f'{fault.cl.__name__} has no "{name}". {did_you_mean(name, known)}'.strip() for name in names)
    if isinstance(fault, AttributeError):
        made = next((each for each in parts_of(kind) if isinstance(each, type) and attrs.has(each)), None)
        named = ", ".join(each.name for each in attrs.fields(made) if each.init) if made else "fields"
        return f"it is no object with {named}."
    return f"{str(fault).rstrip('.')}."


@cache
def _converter(*, places: bool) -> Converter:
    """A converter that takes exact types only: cattrs' own would make "5" of 5 and three items of "abc"."""
    from cattrs import Converter  # 20 ms that a build, which only asks what was issued, need not wait for

    converter = Converter(omit_if_default=True, forbid_extra_keys=True)
    for plain, words in ((str, "text"), (int, "a whole number"), (bool, "true or false")):
        converter.register_structure_hook(plain, partial(_exactly, plain, words))
    for typed, read in _TYPED.items():
        converter.register_structure_hook(typed, partial(_from_text, read))
        converter.register_unstructure_hook(typed, str)
    converter.register_structure_hook_func(lambda kind: isinstance(kind, type) and issubclass(kind, Enum), _member)
    converter.register_structure_hook_func(is_ref, lambda value, _: Ref(*_with_place(value, "name", converter)))
    converter.register_structure_hook(Prose, lambda value, _: _prose(value, converter))
    converter.register_structure_hook_func(
        lambda kind: getattr(kind, "__origin__", None) is tuple, partial(_several, converter)
    )

    def placed(name: str, value: Any, place: Place) -> Any:
        return value if place == NOWHERE or not places else {name: value, "place": converter.unstructure(place)}

    converter.register_unstructure_hook_func(
        lambda kind: kind is Ref or is_ref(kind), lambda ref: placed("name", ref.name, ref.place)
    )

    def of_prose(prose: Prose) -> Any:
        lines = prose.text.split("\n")  # a difference shows the line that changed
        told = placed("text", lines if len(lines) > 1 else prose.text, prose.place)
        if not prose.language:
            return told
        return {**(told if isinstance(told, dict) else {"text": told}), "language": prose.language}

    converter.register_unstructure_hook(Prose, of_prose)
    if not places:
        converter.register_unstructure_hook(Place, lambda _: _DROPPED)
    return converter


def _prose(value: Any, converter: Converter) -> Prose:
    """A text, which may say its language."""
    if not (isinstance(value, dict) and isinstance(value.get("language"), str)):
        return Prose(*_with_place(value, "text", converter))
    plain = {name: each for name, each in value.items() if name != "language"}
    text = plain["text"] if plain.keys() == {"text"} else plain
    return Prose(*_with_place(text, "text", converter), value["language"])


def _with_place(value: Any, name: str, converter: Converter) -> tuple[str, Place]:
    """The text, and the place that it was written with."""
    place = NOWHERE
    if isinstance(value, dict) and value.keys() == {name, "place"}:
        value, place = value[name], converter.structure(value["place"], Place)
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        value = "\n".join(value)
    if not isinstance(value, str):
        raise ValueError(f"{_shown(value)} is no text; write text, or its {name} and place")
    return value, place


def _exactly(plain: type, words: str, value: Any, _: Any) -> Any:
    """The value, where it is of that very type: True is no whole number."""
    if type(value) is not plain:
        raise ValueError(f"{_shown(value)} is not {words}")
    return value


def _from_text(read: Callable[[str], Any], value: Any, _: Any) -> Any:
    if not isinstance(value, str):
        raise ValueError(f"{_shown(value)} is not text")
    try:
        return read(value)
    except InvalidOperation:
        raise ValueError(f"{_shown(value)} is no number") from None


def _member(value: Any, kind: Any) -> Any:
    """The member of an Enum that has that value."""
    found = next((each for each in kind if each.value == value and type(each.value) is type(value)), None)
    if found is None:
        raise ValueError(f"{_shown(value)} is none of {', '.join(_shown(each.value) for each in kind)}")
    return found


def _several(converter: Converter, value: Any, kind: Any) -> Any:
    """The tuple that a list gives: of any length where the type ends in dots, else of its parts."""
    args = typing.get_args(kind)
    endless = len(args) == 2 and args[1] is Ellipsis
    if not isinstance(value, list):
        raise ValueError(f"{_shown(value)} is no list")
    if not endless and len(value) != len(args):
        raise ValueError(f"{_shown(value)} has {len(value)} parts; write {len(args)}")
    hints = (args[0],) * len(value) if endless else args
    return tuple(converter.structure(each, hint) for each, hint in zip(value, hints, strict=True))


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)[:60]
