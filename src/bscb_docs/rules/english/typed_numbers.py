"""Typed numbers: numbers in prose, in digits or in words."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from bscb_docs.figures.number_words import TENS, WORDS
from bscb_docs.rules.english.dates import A_MONTH, YEARS

_UNITS, _TENS = ("zero", *WORDS[1:]), TENS[2:]
VALUES = {word: value for value, word in enumerate(_UNITS)} | {word: 10 * TENS.index(word) for word in _TENS}
"""The value of each number word."""

_ONES = "|".join(_UNITS[1:10])
_IN_WORDS = (
    rf"(?:(?:{_ONES})\s+hundred\s+and\s+)?(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ](?:{_ONES}))?|"
    rf"(?:thir|four|fif|six|seven|eigh|nine)teen|zero|ten|eleven|twelve|{_ONES})|(?:{_ONES})\s+hundred"
)
_HUNDRED = 100
_MANY = r"\s*(?:k|m|bn|million|billion|thousand)\b"
"""Behind a number: it is so many times as large as it is typed."""
A_NUMBER = (
    rf"(?<![\w.,/£$\u2212-])(?<!€)(?!0\d)(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{_IN_WORDS})"
    rf"(?![\w%/]|[.,]\d|-\w|(?: ?per ?cent|\s+hundred)\b|{_MANY})"
)
"""A whole number that is no part of a year, a sum, an age such as 15-year-old, a telephone number or a per cent."""
NUMBER = re.compile(rf"(?=[\dtfsenoz]){A_NUMBER}", re.IGNORECASE)  # other letters are passed over at once

POUNDS = rf"£\d(?:[\d,]*\d)?(?:\.\d\d)?(?![\d,.]*\d|{_MANY})"
PER_CENT = re.compile(
    r"(?<![\w.,£-])(?P<share>\d{1,3}(?:\.\d+)?)\s?(?:%(?!\d)|per\s?cent\b(?!age)|percent\b)(?! ?points?)"
)
UNIT = re.compile(r"£|%|per\s?cent", re.IGNORECASE)

_RANGE = r"\d+\s*(?:to|and|or|-|–)\s*\d+"
NO_COUNT = re.compile(
    r"\b(?=\w)(?:0\d[\d ]{6,}\d\b|PO\s+Box\s+\d+|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{A_MONTH}(?:\s+\d{{4}})?|{A_MONTH}\s+\d{{4}}|"
    rf"{YEARS}\b|(?:ages?(?:\s+of)?|aged|under|over)\s+(?:{_RANGE}|\w+\b)|"
    r"(?:section|article|paragraph|appendix|priority|level|(?<!the )(?<!this )years?|tier|figure|table|grade|stage|"
    rf"phase|outcome|action)\s+\w+\b|(?:{_RANGE}|\S++)\s+(?:years?|months?|weeks?|days?|hours?)\b)",
    re.IGNORECASE,
)
"""Numbers that count nothing: dates, years, ages, durations, and numbers of labels."""
_AROUND = 40
"""Characters before and after a number in which the words stand that make it a date, an age or the like."""


def numbers_from(text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The whole numbers that begin at one of those places, none within another."""
    end = 0
    for start in starts:
        if start >= end and (number := NUMBER.match(text, start)):
            yield number
            end = number.end()


def counts_nothing(text: str, start: int, end: int) -> bool:
    """True where the number that begins and ends there is a part of a date, an age, a label or the like."""
    first, last = text.rfind(" ", 0, max(0, start - _AROUND)) + 1, text.find(" ", end + _AROUND)
    found = NO_COUNT.finditer(text, first, last if last >= 0 else len(text))
    return any(match.start() < end and start < match.end() for match in found)


def may_count(word: str) -> bool:
    """True of a word with which a number may begin."""
    return word in VALUES or word[:1].isdigit()


def value_of(words: str) -> int:
    """The number that digits or words give."""
    plain = words.replace(",", "").lower()
    if plain.isdigit():
        return int(plain)
    hundreds, _, rest = plain.partition("hundred") if "hundred" in plain else ("", "", plain)
    small = sum(VALUES[part] for part in rest.replace("-", " ").split() if part != "and")
    return _HUNDRED * VALUES[hundreds.strip()] + small if hundreds else small


def amount_of(words: str) -> Decimal:
    """The number that digits or words give, whatever its unit."""
    plain = UNIT.sub("", words).strip()
    return Decimal(plain.replace(",", "")) if plain[0].isdigit() else Decimal(value_of(plain))


def typed_share(match: re.Match[str]) -> tuple[float, int]:
    """A per cent, and with how many decimals it was typed."""
    return float(match["share"]), len(match["share"].partition(".")[2])


def is_rounded(exact: float, share: float, decimals: int) -> bool:
    """True where a per cent is that number, rounded to so many decimals; -1 is to the nearest ten."""
    return abs(exact - share) <= 0.5 / 10.0**decimals + 1e-9
