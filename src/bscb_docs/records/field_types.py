"""What the annotations of a class say of its fields: their types, whether None may stand there, whom they may name."""

import types
import typing
from collections.abc import Iterator
from typing import Any

import attrs

from bscb_docs.diagnostics.compared_values import kept_by_class
from bscb_docs.records.typed_text import Prose, Ref


@kept_by_class
def hints_of(made: type) -> dict[str, Any]:
    """The types of a class's attributes, with every name in them resolved."""
    return typing.get_type_hints(made)


def parts_of(hint: Any) -> tuple[Any, ...]:
    """The types that a union allows, None among them; of any other type itself."""
    is_union = isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union
    return typing.get_args(hint) if is_union else (hint,)


def values_of(hint: Any) -> Iterator[Any]:
    """The types of the single values that a field of that type may hold, through every tuple and union."""
    for part in parts_of(hint):
        if typing.get_origin(part) is tuple:
            yield from values_of(typing.get_args(part)[0])
        else:
            yield part


def without_none(hint: Any) -> Any:
    """The type without its `| None`."""
    left = [part for part in parts_of(hint) if part is not type(None)]
    return left[0] if len(left) == 1 else hint


def is_ref(hint: Any) -> bool:
    """True of `Ref[...]`."""
    return typing.get_origin(hint) is Ref


def classes_in(hint: Any) -> tuple[type[Any], ...]:
    """The record classes that a Ref of that type may name, through every tuple and union; () where it is no Ref."""
    hint = without_none(hint)
    if typing.get_origin(hint) is tuple:
        return classes_in(typing.get_args(hint)[0])
    if not is_ref(hint):
        return ()
    (inner,) = typing.get_args(hint)
    return tuple(part for part in parts_of(inner) if isinstance(part, type))


def is_required(attribute: "attrs.Attribute[Any]", hint: Any) -> bool:
    """True where a value must be given: it has no default, or its default is None and its type has none."""
    missing = attribute.default is None and hint is not Any and type(None) not in parts_of(hint)
    return attribute.default is attrs.NOTHING or missing


def required_fields(made: type) -> frozenset[str]:
    """The attributes of a class that must be given."""
    hints = hints_of(made)
    return frozenset(each.name for each in attrs.fields(made) if is_required(each, hints[each.name]))


@kept_by_class
def linking_fields(made: type) -> tuple["attrs.Attribute[Any]", ...]:
    """The attributes of a class whose values can name other records."""
    hints = hints_of(made)
    return tuple(each for each in attrs.fields(made) if each.name != "gaps" and _holds_refs(hints[each.name]))


@kept_by_class
def prose_fields(made: type) -> tuple[str, ...]:
    """The attributes of a class that are Markdown of several lines."""
    return tuple(name for name, hint in hints_of(made).items() if hint is Prose and name != "title")


def _holds_refs(hint: Any) -> bool:
    """True where a value of that type can name another record."""
    hint = without_none(hint)
    if typing.get_origin(hint) is tuple:
        return _holds_refs(typing.get_args(hint)[0])
    if isinstance(hint, type) and attrs.has(hint) and not issubclass(hint, Prose):
        return any(_holds_refs(each) for each in hints_of(hint).values())
    return is_ref(hint)
