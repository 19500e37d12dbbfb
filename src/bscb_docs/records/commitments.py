"""Commitments: what an update says will happen next, and what later says that it did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import ClassVar, NamedTuple

from attrs import frozen

from bscb_docs.records.checked_values import Checked
from bscb_docs.records.values.partial_date import PartialDate

_LEAD = re.compile(r",?\s+(?P<lead>by|in|on|at|before|during)\s+|,\s+", re.IGNORECASE)
"""Before a date at the end of a line: a comma, or one of those words, or both."""
_NAME = r"(?:[A-Z][\w'’-]*|and|of|for|the)"
_TO = re.compile(rf"\bto\s+(?:the\s+)?(?P<body>{_NAME}(?:\s+{_NAME})*)")


class End(NamedTuple):
    """One way to part a line: what is to happen, the word before what may be its date, and that."""

    what: str
    lead: str
    rest: str


def ends_of(words: str) -> Iterator[End]:
    """Every way to part a line at a comma or such a word, the longest end first."""
    for match in _LEAD.finditer(words):
        yield End(words[: match.start()], match["lead"] or "by", words[match.end() :].rstrip("."))


@frozen
class Commitment(Checked):
    """What is to happen, before which body, and by when: `findings to the Executive Board, by May 2018`."""

    accepts: ClassVar[tuple[str, str]] = (
        "what will happen; at its end `by`, `in` or `on` and a date",
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
        for end in ends_of(words):
            with suppress(ValueError):
                what, by = end.what, PartialDate.from_text(end.rest)
                break
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
