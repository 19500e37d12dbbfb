"""Differing lines: what two files that hold the same records say differently, shown as it stands in both."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from attrs import frozen

from bscb_docs.records import Record, field_name, fold
from bscb_docs.records.plain_values import plain
from bscb_docs.records.record import own_fields

_SHOWN = 3
"""Places that a finding shows where the two differ."""
_WIDEST = 80
"""Characters of a line that a finding shows."""
_BULLET = re.compile(r"\s*[-*+•]\s+")


@frozen
class Lines:
    """The lines of a file that are not empty, or its records, each with the place at which it is found."""

    name: str
    lines: list[tuple[str, str]]

    @classmethod
    def of(cls, name: str, lines: list[str], *, numbered: bool = True) -> "Lines":
        """Those of a file of that name; numbered where it has lines and no pages."""
        places = (f"{name}:{at}" if numbered else name for at in range(1, len(lines) + 1))
        return cls(name, [(place, words) for place, line in zip(places, lines, strict=True) if (words := line.strip())])

    @classmethod
    def of_records(cls, name: str, records: Iterable[Record]) -> "Lines":
        """The records of a table, each as what its cells say."""
        return cls(name, [(str(each.place), _in_words(each)) for each in records])

    @property
    def forms(self) -> list[str]:
        """What is compared: Word makes bullets of hyphens and curls quotation marks, and neither is a difference."""
        return [fold(_BULLET.sub("- ", line)) for _, line in self.lines]

    def shown(self, start: int, stop: int) -> str:
        """Those lines as a finding shows them, cut between words where they are long."""
        if start == stop:
            return f"{self.name} has nothing there"
        words = " / ".join(line for _, line in self.lines[start:stop])
        short = words if len(words) <= _WIDEST else f"{words[:_WIDEST].rpartition(' ')[0] or words[:_WIDEST]} ..."
        return f'{self.lines[start][0]} has "{short}"'


def _in_words(record: Record) -> str:
    given = ((field_name(each), getattr(record, each.name)) for each in own_fields(type(record)))
    return "; ".join(f"{name} {plain(value)}" for name, value in given if value not in (None, (), ""))


def differing_lines(one: Lines, other: Lines) -> str:
    """The first places where they differ, as sentences that begin with `one`; nothing where none does."""
    found = [
        f"{one.shown(c, d)}; {other.shown(a, b)}"
        for tag, a, b, c, d in SequenceMatcher(None, other.forms, one.forms, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    more = f" They differ at {len(found) - _SHOWN} more places." if len(found) > _SHOWN else ""
    return f"They differ: {'. '.join(found[:_SHOWN])}.{more}" if found else ""
