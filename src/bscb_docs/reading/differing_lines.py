"""Differing lines: what two files that hold the same records say differently, shown as it stands in both."""

import re
from difflib import SequenceMatcher

from attrs import frozen

from bscb_docs.records import fold

_SHOWN = 3
"""Places that a finding shows where the two differ."""
_WIDEST = 80
"""Characters of a line that a finding shows."""
_BULLET = re.compile(r"\s*[-*+•]\s+")


@frozen
class Lines:
    """The lines of a file that are not empty, each with its number: 0 where the file has pages and no lines."""

    name: str
    lines: list[tuple[int, str]]

    @classmethod
    def of(cls, name: str, lines: list[str], *, numbered: bool = True) -> "Lines":
        """Those of a file of that name."""
        return cls(name, [(at * numbered, line.strip()) for at, line in enumerate(lines, 1) if line.strip()])

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
        number = self.lines[start][0]
        return f'{self.name}{f":{number}" * bool(number)} has "{short}"'


def differing_lines(one: Lines, other: Lines) -> str:
    """The first places where they differ, as sentences that begin with `one`; nothing where none does."""
    found = [
        f"{one.shown(c, d)}; {other.shown(a, b)}"
        for tag, a, b, c, d in SequenceMatcher(None, other.forms, one.forms, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    more = f" They differ at {len(found) - _SHOWN} more places." if len(found) > _SHOWN else ""
    return f"They differ: {'. '.join(found[:_SHOWN])}.{more}" if found else ""
