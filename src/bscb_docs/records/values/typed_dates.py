"""Typed dates: the first and last day that a person's words mean, and those words as the house prints them."""

import re
from datetime import date, timedelta
from functools import cache

from bscb_docs.records.values.numeric_day import (
    CENTURY,
    MONTHS,
    day_in_figures,
    month_end,
    month_words,
    printed_day,
    real_day,
)
from bscb_docs.records.values.year_span import YearSpan

Bounds = tuple[date, date, str]
"""The earliest and the latest day, both included, and the one form that the house prints."""
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The month each season begins in, by the Met Office's meteorological seasons."""

_NUMBERS = {name[:size].lower(): number for number, name in enumerate(MONTHS, 1) for size in (3, 4, len(name))}
"""The number of each month, by its name or what people type for it: Jan, Sept."""

_MONTH = r"([a-z]{3,9}?)\.?"
"""Any word: a pattern of all the months takes Python a millisecond to compile."""
_YEAR = r"((?:19|20)\d\d)"
_DAY = rf"(?:[a-z]+day,?\s+)?(\d\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}"
_SHORT_YEAR = rf"(?:(\d\d?)(?:st|nd|rd|th)?[- ])?{_MONTH}[-' ’]+(\d\d)"
_ONE_MONTH = rf"(?:(early|mid|late|end of|end)[- ])?{_MONTH},?\s+{_YEAR}"
_MONTHS = rf"(?:from\s+)?{_MONTH}(?:\s+{_YEAR})?\s*(?:to|-|–)\s*{_MONTH},?\s+{_YEAR}"
_QUARTER = r"(?:Q([1-4])|quarter ([1-4])|(first|second|third|fourth) quarter),?\s+(?:of\s+)?(.+)"
_SEASON = rf"(spring|summer|autumn|winter),?\s+{_YEAR}"
_HALF = r"(?:H([12])|(first|second) half),?\s+(?:of\s+)?(.+)"
_NO_YEAR = rf"(?:(?:\d\d?(?:st|nd|rd|th)?|early|mid|late|end of)[- ]+)?{_MONTH}(?:\s+(?:update|board|meeting))?|Q[1-4]"
_FROM = r"from\s+(.+)"
_TWO = r"(.+?)\s+and\s+(.+)"
ORDINALS = ("first", "second", "third", "fourth")
_BEFORE = re.compile(r"(?:(?:by|during|no later than)\s+)?(?:the\s+)?(?=\S)", re.IGNORECASE)
"""What may stand before a deadline, and makes it no other."""


_DOUBTED = re.compile(r"\w ?(\((?:tbc|tba|provisional)\))$", re.IGNORECASE)
"""After a day: that it is to be confirmed, which no day can be."""


def bounds_of(text: str) -> Bounds:
    """What a person's words name; ValueError, in the board's words, where they name no date."""
    words = _BEFORE.sub("", " ".join(text.split()), count=1)
    if not any(map(str.isalpha, words)):
        if day := day_in_figures(words):
            return _one(day)
    else:
        for pattern, read in _READERS:
            match = _compiled(pattern).fullmatch(words)
            if match and (found := read(match)):
                return found
    if doubted := _DOUBTED.search(words):
        raise ValueError(f'"{words}" is no date; take "{doubted[1]}" away')
    if _lacks_year(words):
        raise ValueError(
            f'"{words}" has no year and cannot be placed; write the year too, as in {_in_full(words)} 2018'
        )
    try:
        years = YearSpan.from_text(words)
    except ValueError:
        raise ValueError(f'"{words}" is no date; write 5 April 2018, March 2018, Q3 2017-18 or 2017-18') from None
    return years.earliest, years.latest, str(years)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, for words in any case: made when a date is first read, for importing waits for none."""
    return re.compile(pattern, re.IGNORECASE)


def _one(day: date) -> Bounds:
    return day, day, printed_day(day)


def _lacks_year(words: str) -> bool:
    match = _compiled(_NO_YEAR).fullmatch(words)
    is_month = match is not None and (match[1] is None or match[1].lower() in _NUMBERS)
    return is_month or words.lower() in _SEASONS


def _in_full(words: str) -> str:
    """The same with the name of its month in full and without a hyphen: 23 March for "23-Mar"."""
    month = re.fullmatch(r"(\d\d?)-([a-z]+)", words, re.IGNORECASE)
    return f"{month[1]} {MONTHS[_NUMBERS[month[2].lower()] - 1]}" if month else words


def _read_day(match: re.Match[str]) -> Bounds | None:
    month = _NUMBERS.get(match[2].lower())
    return _one(real_day(int(match[3]), month, int(match[1]), match[0])) if month else None


def _read_month(match: re.Match[str]) -> Bounds | None:
    month, year = _NUMBERS.get(match[2].lower()), int(match[3])
    if month is None:
        return None
    words = f"{MONTHS[month - 1]} {year}"
    if not match[1]:
        return date(year, month, 1), month_end(year, month), words
    part = match[1].lower()
    first, last = {"early": (1, 10), "mid": (11, 20)}.get(part, (21, month_end(year, month).day))
    lead = "end of" if part == "end" else part
    return date(year, month, first), date(year, month, last), f"{lead} {words}"


def _read_months(match: re.Match[str]) -> Bounds | None:
    last_year = int(match[4])
    first_year = int(match[2] or last_year)
    first, last = _NUMBERS.get(match[1].lower()), _NUMBERS.get(match[3].lower())
    if first is None or last is None:
        return None
    if (first_year, first) >= (last_year, last):
        raise ValueError(f'"{match[0]}" does not run forward; the earlier month stands first')
    earliest, latest = date(first_year, first, 1), month_end(last_year, last)
    return earliest, latest, month_words(earliest, latest)


def _read_quarter(match: re.Match[str]) -> Bounds:
    number = int(match[1] or match[2] or ORDINALS.index(match[3].lower()) + 1)
    earliest, latest, years = _part_of(YearSpan.from_text(match[4]), number, 3, match[0])
    return earliest, latest, f"Q{number} {years} ({month_words(earliest, latest)})"


def _read_half(match: re.Match[str]) -> Bounds:
    number = int(match[1] or ORDINALS.index(match[2].lower()) + 1)
    earliest, latest, years = _part_of(YearSpan.from_text(match[3]), number, 6, match[0])
    return earliest, latest, f"{ORDINALS[number - 1]} half of {years}"


def _part_of(years: YearSpan, number: int, months: int, words: str) -> tuple[date, date, YearSpan]:
    """The bounds of the numbered part, `months` long, of a financial or calendar year."""
    if years.last - years.first > 1:
        raise ValueError(f'"{words}" needs one year, as in Q3 2017-18')
    start = years.earliest.month - 1 + (number - 1) * months
    first = date(years.first + start // 12, start % 12 + 1, 1)
    last = month_end(first.year + (first.month + months - 2) // 12, (first.month + months - 2) % 12 + 1)
    return first, last, years


def _read_from(match: re.Match[str]) -> Bounds:
    earliest, _, words = bounds_of(match[1])
    return earliest, date.max, f"from {words}"


def _read_two(match: re.Match[str]) -> Bounds:
    (earliest, _, first), (_, latest, last) = bounds_of(match[1]), bounds_of(match[2])
    return earliest, latest, f"{first} and {last}"


def _read_season(match: re.Match[str]) -> Bounds:
    year, month = int(match[2]), _SEASONS[match[1].lower()]
    after = date(year + (month + 3 > 12), (month + 2) % 12 + 1, 1)
    return date(year, month, 1), after - timedelta(days=1), f"{match[1].lower()} {year}"


def _read_short_year(match: re.Match[str]) -> Bounds | None:
    """A day or month of this century; nothing for "Dec 25", a month and a year to one reader, a day to another."""
    month, year = _NUMBERS.get(match[2].lower()), CENTURY + int(match[3])
    if month is None:
        return None
    if match[1]:
        return _one(real_day(year, month, int(match[1]), match[0]))
    if match[0][-3] in "-'’":  # as Excel writes a month
        return date(year, month, 1), month_end(year, month), f"{MONTHS[month - 1]} {year}"
    day, what = int(match[3]), f"{MONTHS[month - 1]} {year}"
    is_day = day <= month_end(year, month).day
    said = f"may be {what} or {day} {MONTHS[month - 1]}" if is_day else "has no year of four figures"
    raise ValueError(f'"{match[0]}" {said}; write it in full, as in {f"{day} {what} or " if is_day else ""}{what}')


_READERS = (
    (_DAY, _read_day),
    (_ONE_MONTH, _read_month),
    (_MONTHS, _read_months),
    (_QUARTER, _read_quarter),
    (_HALF, _read_half),
    (_SEASON, _read_season),
    (_FROM, _read_from),
    (_TWO, _read_two),
    (_SHORT_YEAR, _read_short_year),
)
