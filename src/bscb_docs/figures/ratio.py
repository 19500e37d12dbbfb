"""Ratio: some out of all, as a figure has it, with the per cent that the house prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from bscb_docs.languages.house_words import say
from bscb_docs.records import Checked

if TYPE_CHECKING:
    from bscb_docs.records import Amount


@frozen
class Ratio(Checked):
    """Some out of all: printed with both numbers and the per cent, "20 of 30 (67%)"."""

    part: int
    whole: int

    def check_values(self) -> None:
        """The part is some or all of the whole."""
        if not 0 <= self.part <= self.whole:
            wrong = f"{self.part} of {self.whole} is no part of a whole"
            raise ValueError(f"{wrong}; give first how many there are, then out of how many, as in Ratio(3, 5)")

    @classmethod
    def of_amount(cls, amount: Amount) -> Ratio | None:
        """The ratio that "34 of 48" is; None for an amount that is no part, or has fractions."""
        whole = amount.out_of
        is_ratio = whole is not None and amount.number % 1 == 0 == whole % 1
        return cls(int(amount.number), int(whole)) if whole is not None and is_ratio else None

    @property
    def per_cent(self) -> str:
        """The per cent rounded half up; 0% and 100% are kept for exactly none and all."""
        if self.whole == 0:
            return say("not known")
        rounded = (200 * self.part + self.whole) // (2 * self.whole)
        if rounded == 0 and self.part:
            return say("less than 1%")
        if rounded == 100 and self.part != self.whole:
            return say("more than 99%")
        return f"{rounded}%"

    def __str__(self) -> str:
        """Both numbers and the per cent."""
        of_all = say("{part} of {whole}", part=f"{self.part:,}", whole=f"{self.whole:,}")
        return f"{of_all} ({self.per_cent})"
