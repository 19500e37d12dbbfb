"""Where a block stands in a document, said as a person finds it in Word."""

from typing import NamedTuple

from bscb_docs.diagnostics.phrases import shortened

SHOWN = 40
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
        return f"{place}: '{shortened(words, SHOWN)}'" if words.strip() else place
