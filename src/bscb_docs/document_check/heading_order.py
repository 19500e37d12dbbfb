"""ACC-03: headings go down one level at a time, from the first."""

from collections.abc import Iterator

from bscb_docs.diagnostics.phrases import shortened
from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.document_check.whereabouts import SHOWN


class HeadingOrder:
    """The last heading that was read, and its level."""

    def __init__(self) -> None:
        self.last = ""
        self._level = 0

    def read(self, level: int, text: str) -> Iterator[Fault]:
        """Takes the next heading, its level from 0, and gives the fault of one too deep; a blank one is none."""
        if not text.strip():
            return
        self.last = shortened(text, SHOWN)
        if level > self._level:
            above = f"a heading of level {self._level}" if self._level else "no heading"
            yield Fault("ACC-03", f"A heading of level {level + 1} follows {above}.")
        self._level = level + 1
