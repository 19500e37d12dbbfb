"""Kept: what was computed from one object, held by that object, so that it is let go when the object is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

S = TypeVar("S")
T = TypeVar("T")


class Kept:
    """What other rooms computed from its owner, by the function that did; no cache of theirs outlives the owner.

    A copy of the owner, pickled or changed, begins with nothing.
    """

    __slots__ = ("_made",)

    def __init__(self) -> None:
        self._made: dict[Callable[..., Any], Any] | None = None  # a board has thousands of texts, most read once

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
        if self._made is None:
            self._made = {}
        if make not in self._made:
            self._made[make] = make(owner)
        return self._made[make]  # type: ignore[no-any-return]  # it is what `make` gave
