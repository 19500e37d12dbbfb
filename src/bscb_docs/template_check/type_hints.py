"""Type hints: what a value of a page may be, as far as its class says so; an unknown type can be anything."""

import types
import typing
from collections.abc import Callable, Collection, Iterable, Mapping
from enum import Enum
from functools import cache
from typing import Any

import attrs
from markupsafe import Markup

from bscb_docs.template_engine.tags import PRINTABLE

NONE = type(None)
METHOD = types.MethodType
"""What is found where a value's method is named; it prints nothing until it is called."""

_OF_ENUM = ("value", "name")


def members(hint: Any) -> tuple[Any, ...]:
    """The types that a value may be of, None among them."""
    if isinstance(hint, typing.TypeVar):
        return members(hint.__bound__) if hint.__bound__ else (Any,)
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return tuple(inner for part in typing.get_args(hint) for inner in members(part))
    return (NONE if hint is None else hint,)


def without_none(hint: Any) -> Any:
    """The type once it is known that the value is there."""
    return either(part for part in members(hint) if part is not NONE)


def either(hints: Iterable[Any]) -> Any:
    """The union of types; anything where one of them is unknown."""
    parts = tuple(dict.fromkeys(part for hint in hints for part in members(hint)))
    if not parts or Any in parts:
        return Any
    return typing.Union[parts]  # noqa: UP007  # made of a tuple, which `|` cannot be


def is_list(hint: Any) -> bool:
    """True for a tuple or another collection that is no text."""
    own = typing.get_origin(hint) or hint
    return isinstance(own, type) and issubclass(own, Collection) and not issubclass(own, str | bytes)


def element_of(hint: Any) -> Any:
    """What a loop over a value gives, one after the other; None where it cannot be looped over."""
    if hint is Any:
        return Any
    if hint is str:
        return str
    if not is_list(hint):
        return None
    given = typing.get_args(hint)
    own = typing.get_origin(hint) or hint
    if not given:
        return Any
    if own is tuple:
        return given[0] if len(given) == 2 and given[1] is Ellipsis else either(given)
    return given[0]


def elements_of(hint: Any) -> Any:
    """What a loop gives over a value of any of its types; unknown where one of them cannot be looped over."""
    return either(element_of(part) or Any for part in members(hint))


def kind_of(hint: Any) -> str:
    """What a type is to a sign or a filter: words, a number, a list, nothing, anything, or a thing of its own."""
    if hint is Any or len(members(hint)) > 1:
        return "anything"
    if hint in {int, float, bool}:
        return "a number"
    return "a thing" if (said := called(hint)) not in {"words", "a list", "nothing"} else said


def length_of(hint: Any) -> int:
    """How many values a tuple of a fixed length has; 0 for anything else."""
    given = typing.get_args(hint)
    return len(given) if typing.get_origin(hint) is tuple and Ellipsis not in given else 0


def taken_apart(hint: Any, count: int) -> tuple[Any, ...]:
    """The types of a value that a loop takes apart into so many names."""
    given = typing.get_args(hint)
    if typing.get_origin(hint) is tuple and len(given) == count and Ellipsis not in given:
        return given
    return (element_of(hint) or Any,) * count


def field_of(hint: Any, name: str) -> Any:
    """The type of a value's field or property; KeyError where it has none of that name."""
    if name.startswith("_"):
        raise KeyError(name)
    own = typing.get_origin(hint) or hint
    if hint is Any or not isinstance(own, type):
        return Any
    known = fields_of(own)
    if name in known:
        return known[name]
    if issubclass(own, Enum) and name in _OF_ENUM:
        return either(type(member.value) for member in own) if name == "value" else str
    if isinstance(own, type) and issubclass(own, Mapping):
        return Any
    found = getattr(own, name, None)
    if found is None:
        raise KeyError(name)
    getter = found.fget if isinstance(found, property) else getattr(found, "func", None)
    if getter is None and callable(found) and not isinstance(found, type):
        return METHOD
    return returned(getter) if getter else Any


def names_in(hint: Any) -> tuple[str, ...]:
    """The fields and properties that a template may use of a value."""
    own = typing.get_origin(hint) or hint
    if not isinstance(own, type):
        return ()
    properties = [name for name in dir(own) if not name.startswith("_") and isinstance(getattr(own, name), property)]
    return (*fields_of(own), *(_OF_ENUM if issubclass(own, Enum) else properties))


@cache
def fields_of(own: type) -> Mapping[str, Any]:
    """The fields of an attrs class with their types; a type that cannot be made out is unknown."""
    if not attrs.has(own):
        return {}
    try:
        hints = typing.get_type_hints(own)
    except (NameError, TypeError, AttributeError):
        hints = {}
    return {attribute.name: hints.get(attribute.name, Any) for attribute in attrs.fields(own)}


def returned(function: Callable[..., Any]) -> Any:
    """The type of what a function returns, as far as it says so."""
    try:
        return typing.get_type_hints(function).get("return", Any)
    except (NameError, TypeError, AttributeError):
        return Any


def is_printable(hint: Any) -> bool:
    """True for what a tag may print as it is: words, whole numbers, dates, years, figures."""
    return hint is Any or hint in {str, int, Markup, *PRINTABLE}


def called(hint: Any) -> str:
    """A type in words: `ActionItem`, "a list", "words"."""
    if is_list(hint):
        return "a list"
    if hint is str or hint is Markup:
        return "words"
    if hint is NONE:
        return "nothing"
    if hint is METHOD:
        return "method"
    return str(getattr(hint, "__name__", hint))
