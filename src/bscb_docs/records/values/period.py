"""Period: the months that an update, a reading or a report speaks of: years, a year, a half, a quarter or a month."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from attrs import field, frozen

from bscb_docs.languages.house_words import date_words
from bscb_docs.records.values.numeric_day import month_end, month_words
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.values.year_span import Spanned, YearSpan

_WHOLE = 12
"""Months: a year."""


@frozen(order=True)
class Period(Spanned):
    """Whole months from the first day of one to the last of another; `years` are those that they lie in."""

    accepts: ClassVar[tuple[str, str]] = ("years, a year, a half, a quarter or months", "Q3 2018-19")

    earliest: date
    latest: date
    years: YearSpan = field(eq=False, order=False)
    text: str = field(eq=False, order=False)
    """As a person types it: "Q3 2018-19", "June 2018", "2018-19"."""

    @classmethod
    def from_text(cls, text: str) -> Period:
        """The period that the words name; ValueError for a day, a season, and words that name no months at all."""
        words = " ".join(text.split())
        try:
            return cls.of(YearSpan.from_text(words))
        except ValueError:
            pass
        try:
            found = PartialDate.from_text(words)
        except ValueError:
            found = None
        if found is None or found.earliest.day != 1 or found.latest != month_end(found.latest.year, found.latest.month):
            raise ValueError(f'"{words}" is no period; write 2018-19, Q3 2018-19 or June 2018')
        return cls._between(found.earliest, found.latest, found.text.partition(" (")[0])

    @classmethod
    def of(cls, years: YearSpan) -> Period:
        """All of those years."""
        return cls(years.earliest, years.latest, years, str(years))

    @classmethod
    def quarter_of(cls, day: date, *, calendar: bool = False) -> Period:
        """The quarter in which a day lies, of the financial year or of the calendar year."""
        first = 1 if calendar else 4
        start = (day.month - first) % 12 // 3
        return cls.from_text(f"Q{start + 1} {day.year if calendar else YearSpan.of_day(day)}")

    @classmethod
    def _between(cls, earliest: date, latest: date, text: str) -> Period:
        return cls(earliest, latest, _years_in(text) or YearSpan.of_day(latest), text)

    @property
    def months(self) -> int:
        """How many months it is long."""
        return (self.latest.year - self.earliest.year) * _WHOLE + self.latest.month - self.earliest.month + 1

    @property
    def before(self) -> Period:
        """The period of the same length that ends where this one begins: the quarter before a quarter."""
        earliest, latest = _month_after(self.earliest, -self.months), self.earliest - timedelta(days=1)
        if self.months % _WHOLE == 0:
            years = self.months // _WHOLE
            return Period.of(YearSpan(self.years.first - years, self.years.last - years))
        if self.text[:1] == "Q":
            return Period.quarter_of(earliest, calendar=self.years.first == self.years.last)
        return Period._between(earliest, latest, month_words(earliest, latest))

    @property
    def following(self) -> date:
        """The day after its last."""
        return self.latest + timedelta(days=1)

    def through(self, last: Period) -> Period:
        """The months from its first to the last of another of the same years: "2018-19" where they are all of them."""
        if last == self:
            return self
        if self.earliest == self.years.earliest and last.latest == self.years.latest:
            return Period.of(self.years)
        return Period._between(self.earliest, last.latest, month_words(self.earliest, last.latest))

    @property
    def short(self) -> str:
        """Its name without the months of a quarter: "Q3 2018-19"."""
        return date_words(self.text)

    @property
    def end(self) -> PartialDate:
        """Its last day."""
        return PartialDate.of_day(self.latest)

    def __str__(self) -> str:
        """The period as the house prints it; a quarter with its months: "Q3 2018-19 (October to December 2018)"."""
        if self.text[:1] != "Q":
            return self.short
        return date_words(f"{self.text} ({month_words(self.earliest, self.latest)})")


def _years_in(text: str) -> YearSpan | None:
    """The years that a quarter or a half names at its end; None for months."""
    last = text.rpartition(" ")[2]
    return YearSpan.from_text(last) if "-" in last or text[:1] == "Q" or "half" in text else None


def _month_after(first: date, months: int) -> date:
    count = first.year * _WHOLE + first.month - 1 + months
    return date(count // _WHOLE, count % _WHOLE + 1, 1)
