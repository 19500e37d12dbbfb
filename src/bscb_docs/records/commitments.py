"""Commitments: what an update says will happen next, and what later says that it did."""

from __future__ import annotations

import re
from typing import ClassVar

from attrs import frozen

from bscb_docs.records.checked_values import Checked
from bscb_docs.records.partial_date import PartialDate

_BY = re.compile(r"(?P<what>.+?)(?:,\s*by|\s+by|,\s*in|,)\s+(?P<by>[^,]+?)\.?", re.IGNORECASE)
_NAME = r"(?:[A-Z][\w'’-]*|and|of|for|the)"
_TO = re.compile(rf"\bto\s+(?:the\s+)?(?P<body>{_NAME}(?:\s+{_NAME})*)")


@frozen
class Commitment(Checked):
    """What is to happen, before which body, and by when: `findings to the Executive Board, by May 2018`."""

    accepts: ClassVar[tuple[str, str]] = (
        "what will happen; at its end `by` and a date",
        "findings to the Executive Board, by May 2018",
    )

    words: str
    """As typed."""
    what: str
    to: str = ""
    """The words after "to the", which may name a body."""
    by: PartialDate | None = None

    @classmethod
    def from_text(cls, text: str) -> Commitment:
        """The commitment that a line makes; a date counts as its own only at its end."""
        words = " ".join(text.split())
        what, by = words, None
        if match := _BY.fullmatch(words):
            try:
                what, by = match["what"], PartialDate.from_text(match["by"])
            except ValueError:
                what = words
        to = _TO.search(what)
        return cls(words, what.rstrip(" .,"), to["body"] if to else "", by)

    def __str__(self) -> str:
        """The line as typed."""
        return self.words


@frozen
class KeptCommitment(Checked):
    """A commitment that was kept, by the words it began with: `findings to the Executive Board, on 3 May 2018`."""

    what: str
    on: PartialDate | None = None
