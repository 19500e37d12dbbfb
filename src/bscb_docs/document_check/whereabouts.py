"""Where a block stands in a document, said as a person finds it in Word."""

from __future__ import annotations

from typing import NamedTuple

_SHOWN = 40


class Where(NamedTuple):
    """The part of the page, the heading above, and the table row or the paragraph."""

    label: str
    heading: str
    table: int = 0
    row: int = 0
    paragraph: int = 0

    def say(self, words: str = "", cell: int = 0) -> str:
        """The place in words, with the first words of the paragraph where they are given."""
        said = [self.label] if self.label else []
        if self.heading:
            said.append(f"under '{self.heading}'")
        if self.table:
            said.append(
                f"table {self.table}" + (f", row {self.row}" if self.row else "") + (f", cell {cell}" if cell else "")
            )
        elif self.paragraph:
            said.append(f"paragraph {self.paragraph}")
        place = ", ".join(said)
        return f"{place}: '{shortened(words)}'" if words.strip() else place


def shortened(words: str) -> str:
    """The first words, as many as fit into a line."""
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " ..."
