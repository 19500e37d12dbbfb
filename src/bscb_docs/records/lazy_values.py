"""Kept and Lazy: what is computed once, when it is first asked for, and let go when the object that holds it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, Generic, TypeVar

S = TypeVar("S")
T = TypeVar("T")
_UNMADE = object()


class Kept:
    """What other rooms computed from its owner, by function: it goes with the owner, and a copy begins with nothing."""

    __slots__ = ("_made",)

    def __init__(self) -> None:
        self._made: dict[Callable[..., Any], Any] = {}

    def __eq__(self, other: object) -> bool:
        """True of any other: what was computed so far makes no difference between two owners."""
        return isinstance(other, Kept)

    def __hash__(self) -> int:
        """The same for all, as they are equal."""
        return hash(Kept)

    def __reduce__(self) -> tuple[type[Kept], tuple[()]]:
        """An empty one: what was computed can be computed again, and need not be fit to be pickled."""
        return Kept, ()

    def get(self, make: Callable[[S], T], owner: S) -> T:
        """What `make` gives for the owner, made when it is first asked for."""
        made = self._made.get(make, _UNMADE)
        if made is _UNMADE:
            made = self._made[make] = make(owner)
        return made  # type: ignore[no-any-return]  # it is what `make` gave


class Lazy(Generic[T]):
    """Values that are made when first asked for, once for all who hold them; what makes them is then let go."""

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self._make = make

    @cached_property
    def _values(self) -> tuple[T, ...]:
        return tuple(self.__dict__.pop("_make")())

    def __iter__(self) -> Iterator[T]:
        """Every value, made now if they are not there yet."""
        return iter(self._values)

    def __getstate__(self) -> dict[str, tuple[T, ...]]:
        """The values alone: what makes them need not be fit to be pickled."""
        return {"_values": self._values}


def held(values: Iterable[Any]) -> Iterable[Any]:
    """Values as an object may hold them: lazy ones as they are, all others as a tuple."""
    return values if isinstance(values, Lazy) else tuple(values)
