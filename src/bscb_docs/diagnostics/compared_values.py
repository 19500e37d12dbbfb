"""Compared: an attrs class that compares, hashes and shows by its fields, with no code made for it alone."""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

import attrs

F = TypeVar("F", bound=Callable[..., Any])


def kept_by_class(function: F) -> F:
    """The function, its answer for each class kept; typing's word on `cache` takes no class for hashable."""
    return cache(function)  # type: ignore[return-value]  # it takes what the function takes


class Compared:
    """The base of frozen attrs classes: equal where the class and every compared field are equal, and hashed alike.

    attrs writes and compiles these three methods for each class, which would make importing the library a sixth longer.
    It leaves alone what a class has itself, so each class is given those of its base before attrs sees it.
    """

    __slots__ = ()

    def __init_subclass__(cls, **options: Any) -> None:
        """Gives a class its base's methods as its own, where it writes none."""
        super().__init_subclass__(**options)
        for name in ("__eq__", "__hash__", "__repr__"):
            if name not in vars(cls):
                setattr(cls, name, getattr(cls, name))

    def __eq__(self, other: object) -> bool:
        """True of the same class with the same values; a field with `eq=False` is not compared."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        values = _compared(type(self))
        return bool(values(self) == values(other))

    def __hash__(self) -> int:
        """Of the values that are compared."""
        return hash((self.__class__, _compared(type(self))(self)))

    def __repr__(self) -> str:
        """`Class(field='value', ...)`, without fields that have `repr=False`."""
        shown = (field for field in attrs.fields(type(self)) if field.repr)  # type: ignore[arg-type]  # attrs made it
        return f"{type(self).__name__}({', '.join(f'{each.name}={getattr(self, each.name)!r}' for each in shown)})"


@kept_by_class
def _compared(made: type) -> Callable[[Any], Any]:
    """What gives the values of a class's compared fields."""
    names = [field.name for field in attrs.fields(made) if field.eq]
    return attrgetter(*names) if names else lambda value: ()
