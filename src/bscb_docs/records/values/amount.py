"""Amount: a number as boards are told it: a count, money, a share, a rate, some of all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from math import log10
from typing import ClassVar

from attrs import field, frozen

from bscb_docs.records.checked_values import Checked

NO_VALUE = r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!)"
"""What Excel shows where a formula has no value."""
_NUMBER = r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?"
_AMOUNT = re.compile(rf"(?P<sign>£?)(?P<number>{_NUMBER})(?P<unit>%|\s*per\s+[\w,]+(?:\s\w+)?)?")
_SOME = re.compile(rf"(?P<some>{_NUMBER})\s+(?:of|out of)\s+(?P<all>{_NUMBER})")
_POINT_FOR_COMMA = re.compile(r"\.\d{3}$")
_ABROAD = re.compile(r"£?\d{1,3}(?:\.\d{3})*,\d{1,2}|£?\d{4,},\d{1,2}|£?\d{1,3}(?:\.\d{3})+,\d{1,2}")
"""A number with a comma before its pence."""
_SLASH = re.compile(rf"({_NUMBER})\s*/\s*({_NUMBER})")
_PER_CENT = 100
_ROUNDED = Decimal("0.5")
_SLIP = log10(1.75)
"""How far from ten, a hundred or a thousand times another an amount may be and most likely have slipped."""

_OTHER_WHOLE = 3
"""How many times another whole may be before it is another thing that is counted."""


@frozen
class Amount(Checked):
    """A number, what it is out of where it is a part, and its unit: "£", "%", "per 10,000" or none."""

    accepts: ClassVar[tuple[str, str]] = ("a count, some of all, a per cent, money or a rate", "34 of 48")

    number: Decimal
    out_of: Decimal | None = None
    unit: str = ""
    text: str = field(default="", eq=False)

    @classmethod
    def from_text(cls, text: str) -> Amount:
        """The amount that "1,250", "£86,250.50", "70%", "4.7 per 10,000" or "34 of 48" name; ValueError for others."""
        words = " ".join(text.split()).replace(" %", "%")
        if some := _SOME.fullmatch(words):
            number, whole = _read(some["some"]), _read(some["all"])
            if not 0 <= number <= whole:
                raise ValueError(f'"{words}" is more than all; write the smaller number first')
            return cls(number, whole, "%", words)
        match = _AMOUNT.fullmatch(words)
        if match and match["sign"] and _POINT_FOR_COMMA.search(words):
            commas = words.replace(".", ",")
            raise ValueError(f'"{words}" has a point where pounds have a comma; write {commas} or {words[:-1]}')
        if _ABROAD.fullmatch(words):
            swapped = words.translate(str.maketrans(",.", ".,"))
            raise ValueError(f'"{words}" has its point and comma as other countries do; write {swapped}')
        if parts := _SLASH.fullmatch(words):
            raise ValueError(f'"{words}" is no number; write {parts[1]} of {parts[2]}')
        if not match:
            raise ValueError(f'"{words}" is no number; write 34, 34 of 48, 70%, £86,250.50 or 4.7 per 10,000')
        unit = match["sign"] or " ".join((match["unit"] or "").split())
        return cls(_read(match["number"]), None, unit, words)

    @classmethod
    def sum_of(cls, amounts: Sequence[Amount]) -> Amount | None:
        """All of them together; None for per cents alone, and for amounts of several units, which do not add up."""
        first, wholes = amounts[0], [each.out_of for each in amounts if each.out_of is not None]
        if any(each.unit != first.unit for each in amounts) or len(wholes) not in (0, len(amounts)):
            return None
        if not wholes and first.unit == "%":
            return None
        number = sum((each.number for each in amounts), Decimal(0))
        return cls(number, sum(wholes, Decimal(0)) if wholes else None, first.unit)

    @property
    def size(self) -> Decimal:
        """What is compared: the number, or of a part its per cent; nothing out of nothing is none."""
        if self.out_of is None:
            return self.number
        return self.number * _PER_CENT / self.out_of if self.out_of else Decimal(0)

    @property
    def whole(self) -> int | None:
        """The number where it is a plain count; None for money, shares, rates and fractions."""
        return int(self.number) if not self.unit and self.number == int(self.number) else None

    def agrees_with(self, other: Amount) -> bool:
        """True where both are one number, or one is some of all and the other what that is of a hundred, rounded."""
        if self.unit != other.unit or (self.out_of is None) == (other.out_of is None):
            return self == other
        return abs(self.size - other.size) <= _ROUNDED

    def has_slipped(self, others: Sequence[Amount]) -> bool:
        """True of what is about ten, a hundred or a thousand times each of the others, or such a part of it."""
        if min((each.size for each in (self, *others)), default=0) <= 0:
            return False
        tens = [log10(self.size / each.size) for each in others]
        step = round(tens[0]) if tens else 0
        return step != 0 and all(abs(each - step) < _SLIP for each in tens)

    def __str__(self) -> str:
        """The amount as it was typed, or as a person would type it."""
        if self.text or self.out_of is not None:
            return self.text or f"{self.number:,} of {self.out_of:,}"
        sign, unit = ("£", "") if self.unit == "£" else ("", self.unit)
        return f"{sign}{self.number:,}{' ' if unit.startswith('per') else ''}{unit}"


def are_of_like_wholes(one: Amount, other: Amount, months: tuple[int, int]) -> bool:
    """False where the whole of one is more than three times the other's, for each of its months too.

    It is another thing then that is counted, as all who came to courses are after those who came to one.
    """
    if one.out_of is None or other.out_of is None:
        return True
    wholes = ((one.out_of, other.out_of), (one.out_of / months[0], other.out_of / months[1]))
    return any(max(pair) <= _OTHER_WHOLE * min(pair) for pair in wholes)


def _read(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
