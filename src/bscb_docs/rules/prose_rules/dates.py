"""Dates: days, months, seasons and quarters in prose, each with its year."""

import re

from bscb_docs.records import MONTHS

MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
A_DAY_OR_MONTH = rf"(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\s+(?:19|20)\d\d"
A_DATE = (
    rf"(?:{A_DAY_OR_MONTH}|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\s+(?:19|20)\d\d|Q[1-4]\s+(?:19|20)\d\d-\d\d)"
)
