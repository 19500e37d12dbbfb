"""Figures: the named numbers and names that prose may set, computed from the records that they count."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from attrs import frozen

from bscb_docs.places import NOWHERE, Place
from bscb_docs.records import Board, RecordedFigure

_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@frozen
class Ratio:
    """Some out of all: printed with both numbers and the per cent, "20 of 30 (67%)"."""

    part: int
    whole: int

    @property
    def per_cent(self) -> str:
        """The per cent rounded half up; 0% and 100% are kept for exactly none and all."""
        if self.whole == 0:
            return "not known"
        rounded = (200 * self.part + self.whole) // (2 * self.whole)
        if rounded == 0 and self.part:
            return "less than 1%"
        if rounded == 100 and self.part != self.whole:
            return "more than 99%"
        return f"{rounded}%"

    def __str__(self) -> str:
        """Both numbers and the per cent."""
        return f"{self.part} of {self.whole} ({self.per_cent})"


@frozen
class Figure:
    """One name that prose may set: its value, where that comes from, and the phrases that it counts.

    A phrase is what follows the number in prose, as in "meetings of the Executive Board"; a rule compares a number
    that is typed before such a phrase with the value.
    """

    name: str
    value: int | str | Ratio
    source: str
    phrases: tuple[str, ...] = ()
    place: Place = NOWHERE

    def __str__(self) -> str:
        """The value in the house's form: words up to nine, digits after."""
        return in_words(self.value) if isinstance(self.value, int) else str(self.value)


FigureSource = Callable[[Board], Iterable[Figure]]
"""A pure function of a board; what the hook `bscb_docs_figures` returns is a list of these."""


def in_words(number: int) -> str:
    """A count as the house prints it: "nine", "10", "1,250"."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else f"{number:,}"


def recorded_value(figure: RecordedFigure) -> int | Ratio | None:
    """What a recorded figure says: a count, or a part of a whole; None where the board never recorded the number."""
    if figure.value is None:
        return None
    return Ratio(figure.value, figure.out_of) if figure.out_of is not None else figure.value


def slug(title: str) -> str:
    """A title as a name in a token: "Executive Board" is `executive-board`."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def compute_figures(board: Board, sources: Iterable[FigureSource]) -> dict[str, Figure]:
    """Every figure of a board by its name; the first source of a name wins."""
    figures: dict[str, Figure] = {}
    for source in sources:
        for figure in source(board):
            figures.setdefault(figure.name, figure)
    return figures
