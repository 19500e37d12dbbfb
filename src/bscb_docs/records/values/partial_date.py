"""PartialDate: a date known to the day, month, quarter, season, half or year, with its bounds."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import ClassVar

from attrs import field, frozen

from bscb_docs.languages.house_words import date_words
from bscb_docs.records.values.numeric_day import printed_day
from bscb_docs.records.values.year_span import Spanned

NEVER_COMES = r"on-?going|asap|as soon as possible|in due course|continuing|continuous(?:ly)?|rolling"
"""What people write in place of a date, and that no day ends."""


@frozen(order=True)
class PartialDate(Spanned):
    """Between `earliest` and `latest`, both included; `text` is the one form the house prints."""

    accepts: ClassVar[tuple[str, str]] = (
        "a date, as far as it is known: a day, month, quarter, season or year",
        "5 April 2018",
    )

    earliest: date
    latest: date
    text: str = field(eq=False, order=False)

    def check_values(self) -> None:
        """The bounds stand in order."""
        if self.earliest > self.latest:
            raise ValueError(f"{self.earliest} is after {self.latest}; the earliest day stands first")

    @classmethod
    def from_text(cls, text: str) -> PartialDate:
        """The date that a person's words name; ValueError, in the board's words, where they name none."""
        from bscb_docs.records.values.typed_dates import bounds_of  # a board made of records need not wait for it

        return cls(*bounds_of(text))

    @classmethod
    def of_day(cls, day: date) -> PartialDate:
        """That one day."""
        return cls(day, day, printed_day(day))

    @property
    def never_ends(self) -> bool:
        """True where only its beginning is known: "from May 2011"."""
        return self.latest == date.max

    @property
    def last_month(self) -> str:
        """The month in which it ends, as in "March 2027"; its own words where it never does."""
        return str(self) if self.never_ends else str(PartialDate.of_day(self.latest)).partition(" ")[2]

    def is_a_year_before(self, other: PartialDate) -> bool:
        """True where more than a year lies between the last day of this and the first of the other."""
        last, first = self.latest, other.earliest
        return (last.year + 1, last.month, last.day) < (first.year, first.month, first.day)

    def __str__(self) -> str:
        """The date as the house prints it."""
        return date_words(self.text)


def with_year(words: str, day: PartialDate) -> str:
    """A date without its year ("Feb") with the year in which it next comes, that day included; "" for other words."""
    for year in (day.latest.year, day.latest.year + 1):
        with suppress(ValueError):
            if words and not PartialDate.from_text(f"{words} {year}").surely_before(day):
                return f"{words} {year}"
    return ""
