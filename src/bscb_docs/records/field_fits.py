"""What a field of each type takes: the value as it is kept, or a ValueError "what is wrong; what to do"."""

import reprlib
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from functools import partial
from itertools import repeat
from operator import is_
from pathlib import Path
from types import FunctionType
from typing import Any

import attrs

from bscb_docs.records.field_types import classes_in, is_ref, parts_of
from bscb_docs.records.names import fold
from bscb_docs.records.typed_text import Prose, Ref

Fit = Callable[[Any], Any]


class _Short(reprlib.Repr):
    def repr_type(self, kind: type, _: int) -> str:
        """A class by the name that its author gave it."""
        return kind.__name__

    def repr_function(self, function: FunctionType, _: int) -> str:
        """A function by the name that its author gave it."""
        return function.__name__


_SHORT = _Short()
_SHORT.maxstring = _SHORT.maxother = 60

_NO_KIND_OF: dict[Any, Any] = {int: bool, date: datetime}
_MADE = {Path: "Path(__file__).with_name({})"}
"""How a plugin writes a value of a class, where that is not the class with brackets behind it."""
_WORDS = {str: "text", int: "whole number", type: "class", Callable: "function"}


def fit_of(hint: Any) -> tuple[set[type], Fit] | None:
    """The exact types that a field of that type takes as they are, and what fits every other value; None: takes all.

    A class derived from one that is taken as it is joins them when a value of it is first met.

    A list becomes a tuple, a record the reference to it, a day a PartialDate; text becomes Prose, a Ref, or whatever
    its class's `from_text` makes of it. Nothing else is changed: the value fits, or is refused.
    """
    parts = parts_of(hint)
    if any(part is Any or isinstance(part, typing.TypeVar) for part in parts):
        return None
    none = {type(None)} & set(parts)
    others = [part for part in parts if part is not type(None)]
    if len(others) == 1:
        exact, fit = _one_type(others[0])
        exact |= none
        return exact, fit
    options = [_one_type(part) for part in others]

    def either(value: Any) -> Any:
        for exact, fit in options:
            if type(value) in exact:
                return value
            try:
                if fit(value) is value:
                    return value
            except ValueError:
                continue
        neither = " nor a ".join(_name_of(part) for part in others)
        made = _MADE.get(others[0], f"{_name_of(others[0])}({{}})").format(shown(value))
        example = f", as in {made}" if isinstance(value, str) else ""
        raise ValueError(f"{shown(value)} is neither a {neither}; give one of these{example}")

    return none.union(*(exact for exact, _ in options)), either


def shown(value: Any) -> str:
    """A value as a message shows it, on one line and not too long."""
    words = _SHORT.repr(value)
    return f'"{words[1:-1]}"' if isinstance(value, str) and words[:1] == "'" else words


def _one_type(hint: Any) -> tuple[set[type], Fit]:
    origin = typing.get_origin(hint)
    if is_ref(hint):
        return set(), partial(_reference, classes_in(hint))
    if origin is tuple:
        args = typing.get_args(hint)
        fits = [fit_of(each) for each in args if each is not Ellipsis]
        return set(), partial(_several, fits, endless=len(args) == 2 and args[1] is Ellipsis)
    if origin in (type, Mapping, Callable) or not isinstance(hint, type):
        return set(), partial(_instance, origin or hint, hint)
    if issubclass(hint, Enum):
        return {hint}, partial(_member, hint)
    if hint is Prose:
        return {Prose}, _prose
    exact: set[type] = {hint}
    return exact, partial(_from_text, hint) if hasattr(hint, "from_text") else partial(_derived, exact, hint)


def _name_of(hint: Any) -> str:
    return _WORDS.get(typing.get_origin(hint) or hint) or getattr(hint, "__name__", None) or str(hint)


def _instance(kind: Any, hint: Any, value: Any) -> Any:
    """Fits what is an instance; True is no whole number, and a day with an hour no day."""
    is_one = callable(value) if kind is Callable else isinstance(value, kind)
    if is_one and not isinstance(value, _NO_KIND_OF.get(kind, ())):
        return value
    if value is None:
        raise ValueError(f"nothing is given; give a {_name_of(hint)}")
    mend = f"give a {_name_of(hint)}"
    if kind is str and isinstance(value, int | float):
        mend = f"write {shown(str(value))}"
    elif kind is type and callable(value):
        mend = "look whether a class and a function have changed places"
    elif isinstance(kind, type) and attrs.has(kind):
        mend = getattr(kind, "made_by", f"write {kind.__name__}(...)")
    raise ValueError(f"{shown(value)} is no {_name_of(hint)}; {mend}")


def _derived(exact: set[type], kind: type, value: Any) -> Any:
    """Fits what is an instance of a class, whose own class is then taken as it is."""
    fitted = _instance(kind, kind, value)
    exact.add(type(value))
    return fitted


def _member(kind: type[Enum], value: Any) -> Any:
    if isinstance(value, kind):
        return value
    meant = [each for each in kind if isinstance(value, str) and fold(value) == fold(str(each.value))]
    names = ", ".join(str(each) for each in meant or kind)
    raise ValueError(f"{shown(value)} is no {kind.__name__}; write {names if meant else f'one of {names}'}")


def _prose(value: Any) -> Any:
    if isinstance(value, str):
        return Prose(value)
    raise ValueError(f"{shown(value)} is no text; write Markdown in quotation marks, or leave it out")


def _from_text(kind: Any, value: Any) -> Any:
    """Fits text by the class's own reading of it, and a day where the class can hold one."""
    if isinstance(value, kind):
        return value
    if isinstance(value, str):
        return kind.from_text(value)
    if isinstance(value, date) and hasattr(kind, "of_day"):
        return kind.of_day(value.date() if isinstance(value, datetime) else value)
    if value is None:
        raise ValueError(f"nothing is given; give a {kind.__name__} or its words")
    raise ValueError(f"{shown(value)} is no {kind.__name__}; give a {kind.__name__}, or its words as a board types")


def _reference(classes: tuple[type[Any], ...], value: Any) -> Any:
    """Fits a reference, and tells it whom it may name; text and a record of those classes are references too."""
    if isinstance(value, Ref):
        return value if value.to else Ref(value.name, value.place, classes)
    if isinstance(value, str) and value.strip():
        return Ref(value, to=classes)
    if classes and isinstance(value, classes):
        return Ref(str(getattr(value, "id", None) or getattr(value, "title", "")), to=classes)
    names = " or ".join(each.__name__ for each in classes) or "record"
    if value is None:
        raise ValueError(f"nothing is given; write the id or title of its {names}")
    raise ValueError(f'{shown(value)} is no reference to a {names}; write its id or title, as in Ref("...")')


def _several(fits: Sequence[tuple[set[type], Fit] | None], value: Any, *, endless: bool) -> Any:
    """Fits a tuple or list, each value by the type it should have."""
    if not isinstance(value, tuple | list):
        raise ValueError(f"{shown(value)} stands alone where several belong; put it in a list, even alone")
    if not endless and len(value) != len(fits):
        raise ValueError(f"{shown(value)} has {len(value)} parts; give {len(fits)}")
    if endless and fits[0] and type(value) is tuple and fits[0][0].issuperset(map(type, value)):
        return value
    kept = tuple(map(_fitted, value, repeat(fits[0]) if endless else fits))
    return value if type(value) is tuple and all(map(is_, kept, value)) else kept


def _fitted(value: Any, fits: tuple[set[type], Fit] | None) -> Any:
    return value if fits is None or type(value) in fits[0] else fits[1](value)
