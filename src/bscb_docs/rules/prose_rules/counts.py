"""Counting: numbers in prose, in digits or in words."""

from __future__ import annotations

import re

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
VALUES = {word: value for value, word in enumerate(_UNITS)} | {
    word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)
}
"""The value of each number word."""

_IN_WORDS = (
    rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[1:10])}))?|{'|'.join(sorted(_UNITS, key=len, reverse=True))}"
)
A_NUMBER = (
    rf"(?<![\w.,/£$-])(?<!€)(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{_IN_WORDS})"
    r"(?![\w%/]|[.,]\d|-\w|(?: ?per ?cent| ?percent)\b)"
)
"""A whole number that is no part of a year, a sum of money, an age such as 15-year-old, or a per cent."""
NUMBER = re.compile(A_NUMBER, re.IGNORECASE)


def value_of(words: str) -> int:
    """The number that digits or words give."""
    plain = words.replace(",", "").lower()
    if plain.isdigit():
        return int(plain)
    return sum(VALUES[part] for part in plain.replace("-", " ").split())
