"""Dates: days, months, seasons and quarters in prose, each with its year."""

from __future__ import annotations

import re

from bscb_docs.records import MONTHS

A_DAY_OR_MONTH = rf"(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\s+(?:19|20)\d\d"
A_DATE = (
    rf"(?:{A_DAY_OR_MONTH}|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\s+(?:19|20)\d\d|Q[1-4]\s+(?:19|20)\d\d-\d\d)"
)


def may_hold_date(text: str) -> bool:
    """False where a text has no year in it: nothing need be looked for."""
    return re.search(r"(?:19|20)\d\d", text) is not None
