"""Where a block stands in a document, as a person finds it in Word; and ACC-03: headings go down level by level."""

from collections.abc import Iterator
from typing import NamedTuple

from bscb_docs.diagnostics.phrases import shortened
from bscb_docs.document_check.fault_tally import Fault

_SHOWN = 40
"""Characters of a paragraph or heading that a place quotes."""


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
        return f"{place}: '{shortened(words, _SHOWN)}'" if words.strip() else place


class HeadingOrder:
    """The heading that what follows stands under, and its level."""

    def __init__(self) -> None:
        self.last = ""
        self._level = 0

    def read(self, level: int, text: str) -> Iterator[Fault]:
        """Takes the next heading, its level from 0, and gives the fault of one too deep; a blank one is none."""
        if not text.strip():
            return
        self.last = shortened(text, _SHOWN)
        if level > self._level:
            above = f"a heading of level {self._level}" if self._level else "no heading"
            yield Fault("ACC-03", f"A heading of level {level + 1} follows {above}.")
        self._level = level + 1
