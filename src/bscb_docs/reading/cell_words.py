"""Cell words: those of a cell as a person reads them, and the letters over its column."""

import re
from datetime import date, datetime, time
from typing import Any

from bscb_docs.records import MONTHS, PartialDate

_MONTH_ALONE = re.compile(r"(?:\[[^\]]*\])?m+[^dhs]*y+[^dhs]*", re.IGNORECASE)
"""The format of a date without its day."""


def cell_words(value: Any, shown_as: str = "") -> str:
    """A cell as a person reads it: a date in words, a whole number without its decimal point.

    `shown_as` is its format in Excel: "March 2018", typed there, is kept as the first of March and shown without its
    day, and 70% as 0.7.
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        is_month = value.day == 1 and _MONTH_ALONE.fullmatch(shown_as)
        return f"{MONTHS[value.month - 1]} {value.year}" if is_month else str(PartialDate.of_day(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float) and "%" in shown_as:
        return f"{value * 100:.10g}%"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value)


def letters(column: int) -> str:
    """The letters over a column counted from 0: A to Z, AA and so on."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)
