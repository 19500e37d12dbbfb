"""YearSpan: one plan year or several, however a person typed it."""

from __future__ import annotations

import re
from datetime import date
from typing import ClassVar

from attrs import frozen

from bscb_docs.records.checked_values import Checked
from bscb_docs.records.names import fold

_SPAN = re.compile(r"((?:19|20)\d\d)(?:\s*(?:-|/|to)\s*((?:19|20)\d\d|\d\d))?")
_SHORT = re.compile(r"\d\d[-/]\d\d")
"""A year as one says it: 27-28."""
_MOST = 20
"""Years that one span may run over."""


class Spanned(Checked):
    """What has a first and a last day, both included: years, a period, a date as far as it is known."""

    __slots__ = ()

    @property
    def earliest(self) -> date:
        """The first day."""
        raise NotImplementedError

    @property
    def latest(self) -> date:
        """The last day."""
        raise NotImplementedError

    def surely_before(self, other: Spanned) -> bool:
        """True where this has certainly passed when the other begins."""
        return self.latest < other.earliest

    def holds(self, other: Spanned) -> bool:
        """True where all of the other lies within this."""
        return self.earliest <= other.earliest and other.latest <= self.latest

    def meets(self, other: Spanned) -> bool:
        """True where some day lies in both: of two dates, where they may be one day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def days_from(self, other: Spanned) -> int:
        """The days from the end of the one to the beginning of the other; 0 or less where they meet."""
        return max((self.earliest - other.latest).days, (other.earliest - self.latest).days)


@frozen(order=True)
class YearSpan(Spanned):
    """From the April of `first` to the March of `last`; a span of one number is that calendar year."""

    accepts: ClassVar[tuple[str, str]] = ("years", "2017-18")

    first: int
    last: int

    def check_values(self) -> None:
        """The years run forward, over twenty at most: so far the printed form says which they are."""
        if not 1900 <= self.first <= self.last <= self.first + _MOST or self.first > 2099:
            wrong = f"{self.first} to {self.last} is no span of years"
            raise ValueError(f"{wrong}; write the first year first, as in YearSpan(2017, 2018)")

    @classmethod
    def from_text(cls, text: str) -> YearSpan:
        """The span that "2017-18", "2017/18", "2017-2019" or "2017 to 2019" names; ValueError for anything else."""
        match = _SPAN.fullmatch(fold(text))
        if not match:
            example = f"20{text}" if _SHORT.fullmatch(text) else "2017-18, or 2017-19 for several years"
            raise ValueError(f'"{text}" is no year; write {example}')
        first = int(match[1])
        if not match[2]:
            return cls(first, first)
        last = int(match[2]) if len(match[2]) == 4 else first - first % 100 + int(match[2])
        if last < first and len(match[2]) == 2:
            last += 100  # 1999-00
        if not first < last <= first + _MOST:
            raise ValueError(f'"{text}" does not run forward; the first year stands first, as in 2017-18')
        return cls(first, last)

    @classmethod
    def of_day(cls, day: date) -> YearSpan:
        """The financial year in which a day lies, from April to March: of 31 March 2018 it is 2017-18."""
        first = day.year - (day.month < 4)
        return cls(first, first + 1)

    @property
    def earliest(self) -> date:
        """The first day: 1 April, or 1 January of a calendar year."""
        return date(self.first, 1 if self.first == self.last else 4, 1)

    @property
    def latest(self) -> date:
        """The last day: 31 March, or 31 December of a calendar year."""
        return date(self.last, 12, 31) if self.first == self.last else date(self.last, 3, 31)

    @property
    def refreshed_from(self) -> date:
        """The day from which the plan of these years is made: three months before they begin."""
        return date(self.first, 1, 1) if self.first != self.last else date(self.first - 1, 10, 1)

    def __str__(self) -> str:
        """The span in the one form the house prints: "2017-18"."""
        if self.first == self.last:
            return str(self.first)
        return f"{self.first}-{self.last % 100:02d}"
