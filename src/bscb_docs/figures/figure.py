"""Figures: the named numbers and names that prose may set, computed from the records that they count."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import frozen

from bscb_docs.diagnostics.codes import unread_file
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.diagnostics.phrases import capital
from bscb_docs.figures.number_words import in_words, spelt_out
from bscb_docs.figures.ratio import Ratio
from bscb_docs.languages.house_words import say
from bscb_docs.records import Board, ByName, Checked, Record, fold, is_name, slug

if TYPE_CHECKING:
    from bscb_docs.records import RecordedFigure

FORMS = ("digits", "words", "capital", "part", "whole", "per-cent")
"""What may follow a figure's name after a full stop, as in `{{ executive-board.meetings-held.capital }}`."""


@frozen
class Figure(Checked):
    """One name that prose may set: its value, where that comes from, and the phrases that it counts.

    A phrase is what follows the number in prose, as in "meetings of the Executive Board"; a rule compares a number
    that is typed before such a phrase, in the singular or the plural, with `numbers`. Several figures may count one
    phrase: what one of them gives is true.
    """

    name: str
    value: int | str | Ratio | None
    """None where the board never recorded it; then nothing is printed, and `missing` says why."""
    source: str
    phrases: tuple[str, ...] = ()
    place: Place = NOWHERE
    beside: tuple[str, ...] = ()
    """Words of which one must stand in the same paragraph for a phrase to count; none: it always counts."""
    missing: str = ""
    parts: tuple[str, ...] = ()
    """Phrases that count some of what the figure counts: a number above its own is wrong before them."""

    def check_values(self) -> None:
        """Prose can write the name."""
        if not is_name(self.name):
            wrong = f'its name "{self.name}" can stand in no {{{{ }}}}'
            raise ValueError(f"{wrong}; write letters, figures, hyphens and full stops: {slug(self.name) or 'a-name'}")

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that prose may truly put before one of the phrases: of a ratio both."""
        if isinstance(self.value, Ratio):
            return (self.value.part, self.value.whole)
        return (self.value,) if isinstance(self.value, int) else ()

    def __str__(self) -> str:
        """The value in the house's form: words up to nine, digits after."""
        if self.value is None:
            return say("not recorded")
        return in_words(self.value) if isinstance(self.value, int) else str(self.value)

    def forms(self) -> Iterator[Figure]:
        """The same value in its other forms, each a figure that counts no phrase; `FORMS` names them all."""
        value = self.value
        if isinstance(value, Ratio):
            yield self._form("per-cent", value.per_cent)
            for form, number in (("part", value.part), ("whole", value.whole)):
                counted = self._form(form, number)
                yield counted
                yield from counted.forms()
        elif isinstance(value, int):
            yield self._form("digits", f"{value:,}")
            yield self._form("words", spelt_out(value))
            yield self._form("capital", capital(spelt_out(value)))
        elif isinstance(value, str):
            yield self._form("capital", capital(value))

    def _form(self, form: str, value: int | str) -> Figure:
        return Figure(f"{self.name}.{form}", value, self.source, place=self.place)


class Figures(ByName[Figure]):
    """Figures by name, and why some may be missing: what could not be read.

    A name that ends in a form of another figure gives it in that form, which is made when it is asked for: none stands
    among the keys and values.
    """

    faults: tuple[Finding, ...] = ()
    """What stops in the files of the board."""

    def __getitem__(self, name: str) -> Figure:
        """The figure of that name, or in the form that it ends in; KeyError where there is none."""
        found: Figure | None = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def get(self, name: str, default: Any = None) -> Any:
        """The figure of that name, or in the form that it ends in; else the default."""
        if (known := self.data.get(fold(name))) is not None:
            return known
        stem, _, form = fold(name).rpartition(".")
        found = self.get(stem) if form in FORMS else None
        return (
            next((each for each in found.forms() if each.name == f"{found.name}.{form}"), default) if found else default
        )

    def told(self, figure: Figure | None) -> Finding | None:
        """What tells already that a figure is missing: a file, or the record that gives it, could not be read."""
        own = (each for each in self.faults if figure and _is_of(each, figure))
        return unread_file(self.faults) or next(own, None)

    def __contains__(self, name: object) -> bool:
        """True where the name gives a figure."""
        return isinstance(name, str) and self.get(name) is not None


def _is_of(finding: Finding, figure: Figure) -> bool:
    """True of what stands on the line of the record that gives a figure, or tells of what bears its name."""
    is_there = finding.place.line and (finding.place.file, finding.place.line) == (figure.place.file, figure.place.line)
    names = (finding.about, *(f"{name}.{field}" for name, field in ((finding.about, finding.field), *finding.explains)))
    return bool(is_there) or fold(figure.name) in map(fold, names)


FigureSource = Callable[[Board], Iterable[Figure]]
"""A pure function of a board; what the hook `figures` returns is a list of these."""


def recorded_value(figure: RecordedFigure) -> int | str | Ratio | None:
    """A count, a part of a whole, or money or a rate as typed; None where it says nothing that can be."""
    if figure.value is None:
        return None
    whole = figure.value.whole
    if whole is None:
        return str(figure.value)
    if figure.out_of is None:
        return whole
    return Ratio(whole, figure.out_of) if whole <= figure.out_of else None


def files_of(records: Iterable[Record]) -> str:
    """The files in which records stand, as a figure's source names them: "plan.md and actions.csv"."""
    return " and ".join(dict.fromkeys(record.place.file for record in records if record.place.file)) or "the records"


def compute_figures(board: Board, found: Iterable[Figure]) -> Figures:
    """The figures found in a board by name; the first value of a name wins."""
    figures = Figures()
    figures.faults = tuple(finding for finding in board.findings if finding.stops)
    for figure in found:
        known = figures.data.get(fold(figure.name))
        if known is None or known.value is None:
            figures[figure.name] = figure
    return figures


def with_first_names(figures: Figures, seen: Board) -> Figures:
    """The figures of a board in another language, by the names too that they have in the board's own."""
    titled = ((getattr(each, "title", ""), getattr(seen.original(each), "title", "")) for each in seen.records)
    first = {slug(str(title)): slug(str(original)) for title, original in titled if title != original}
    for name, figure in tuple(figures.items()):
        stem, _, rest = name.partition(".")
        if stem in first and rest:
            figures.setdefault(f"{first[stem]}.{rest}", figure)
    return figures


def in_order(figures: ByName[Figure]) -> list[Figure]:
    """The figures that have a value: a name's own together, numbers within it in order."""
    return sorted((figure for figure in figures.values() if figure.value is not None), key=_natural)


def _natural(figure: Figure) -> list[tuple[str, int]]:
    """The name as a person orders it: `P9` before `P10`."""
    parts = re.split(r"(\d+)", fold(figure.name))
    return [("", int(part)) if part.isdecimal() else (part, 0) for part in parts]
