"""Numeric day: a day typed in figures alone, read where only one day can be meant."""

import re
from datetime import date, timedelta

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""January to December, in English: calendar's names are in the language of the desk once a program has set that."""

_ISO = r"((?:19|20)\d\d)-(\d\d)-(\d\d)"
_NUMERIC = r"(\d\d?)([./-])(\d\d?)\2((?:19|20)?\d\d)"
CENTURY = 2000
"""The years that two figures name."""

_SERIAL = r"[2-6]\d{4}"
_SERIALS_BEGIN = date(1899, 12, 30)
"""Excel counts days from here: its own first day is a day off, since it holds 1900 for a leap year."""


def day_in_figures(words: str) -> date | None:
    """The day of 2018-04-05 or 19/11/2018, None for other forms; ValueError where it is no day or could be two."""
    if match := re.fullmatch(_ISO, words):
        return real_day(int(match[1]), int(match[2]), int(match[3]), words)
    if match := re.fullmatch(_NUMERIC, words):
        return _only_day(int(match[1]), int(match[3]), int(match[4]), words)
    if re.fullmatch(_SERIAL, words):
        meant = printed_day(_SERIALS_BEGIN + timedelta(days=int(words)))
        raise ValueError(f'"{words}" is the number that Excel keeps for {meant}; write {meant}')
    return None


def printed_day(day: date) -> str:
    """`5 April 2018`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_words(first: date, last: date) -> str:
    """Whole months: `June 2018`, `June to August 2018`, `December 2018 to March 2019`."""
    end = f"{MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    year = f" {first.year}" if first.year != last.year else ""
    return f"{MONTHS[first.month - 1]}{year} to {end}"


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def real_day(year: int, month: int, day: int, words: str) -> date:
    """That day; ValueError, which quotes the words it was typed with, where the calendar has none."""
    if found := _day(year, month, day):
        return found
    raise ValueError(f'"{words}" is not in the calendar; mend the day or the month')


def _only_day(one: int, two: int, year: int, words: str) -> date:
    """The day, where no other comes out with day and month in the other order."""
    year += 0 if year > 99 else CENTURY
    days = sorted({day for day in (_day(year, two, one), _day(year, one, two)) if day})
    if len(days) > 1:
        raise ValueError(f'"{words}" can be read two ways; write {" or ".join(map(printed_day, days))}')
    return days[0] if days else real_day(year, two, one, words)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
