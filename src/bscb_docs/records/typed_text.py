"""Prose and Ref: what a board typed, kept as typed, with the place it stands at."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, Generic, TypeVar

import attrs
from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import FieldError
from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.records.lazy_values import Kept

T = TypeVar("T", covariant=True)
V = TypeVar("V")


def _is_text(made: object, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str):
        words = f"{type(made).__name__}, {attribute.name}"
        raise FieldError(words, f"{value!r} is no text; put it in quotation marks")


@frozen
class Prose(Compared):
    """Light Markdown as the board typed it, and the place of its first line; the `prose` room reads it."""

    text: str = attrs.field(validator=_is_text)
    place: Place = attrs.field(default=NOWHERE, eq=False)
    language: str = ""
    """The tag of its language, where that is not the document's."""

    @cached_property
    def _kept(self) -> Kept:
        return Kept()  # not before it is asked for: a board has thousands of texts, most never read

    def keep(self, make: Callable[[Prose], V]) -> V:
        """What `make` gives for this text: made once, and let go when the text is."""
        return self._kept.get(make, self)

    def __str__(self) -> str:
        """The Markdown as typed."""
        return self.text

    def __bool__(self) -> bool:
        """False where nothing but white space stands."""
        return bool(self.text.strip())


@frozen
class Ref(Generic[T]):
    """The id or title of another record, as typed; `board.get(ref)` gives the record."""

    name: str = attrs.field(validator=_is_text)
    place: Place = attrs.field(default=NOWHERE, eq=False)
    to: tuple[type[Any], ...] = attrs.field(default=(), eq=False, repr=False)
    """The classes it may name; the field that holds it fills them in from its own type."""

    def __str__(self) -> str:
        """The id or title as typed."""
        return self.name
