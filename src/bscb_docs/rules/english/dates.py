"""Dates: days, months, seasons and quarters in prose, each with its year."""

import re
from collections.abc import Iterator
from contextlib import suppress

from bscb_docs.records import MONTHS, PartialDate, YearSpan

A_MONTH = rf"(?:{'|'.join(MONTHS)})"
A_YEAR = r"(?:19|20)\d\d"
YEARS = rf"{A_YEAR}(?:[-/–]\d\d(?:\d\d)?)?"
"""A year, or several in any form."""
A_DAY_OR_MONTH = rf"(?:\d{{1,2}}\s+)?{A_MONTH}\s+{A_YEAR}"
A_DATE = rf"(?:{A_DAY_OR_MONTH}|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\s+{A_YEAR}|Q[1-4]\s+{A_YEAR}-\d\d)"
BY_A_DATE = re.compile(rf"[Bb](?<!\w.)y\s+(?:the\s+end\s+of\s+)?(?P<date>{A_DATE})\b")
_YEARS = re.compile(rf"\b{A_YEAR}(?:[-/–](?:\d\d){{1,2}})?\b")
MONTH = re.compile(rf"\b{A_MONTH}\b")


def years_in(text: str) -> Iterator[YearSpan]:
    """Each year, and years, that a text names."""
    for match in _YEARS.finditer(text):
        with suppress(ValueError):
            yield YearSpan.from_text(match[0].replace("–", "-"))


def date_of(words: str) -> PartialDate | None:
    """The date that words of such a form give; None for a day that no calendar has, which DUE-02 alone tells."""
    try:
        return PartialDate.from_text(words)
    except ValueError:
        return None
