"""DOCX-15, DOCX-19 and DOCX-23: fields begin and end in order, lead where a link may, fetch nothing and run nothing."""

import re
from collections.abc import Iterator, Sequence

from bscb_docs.diagnostics.safe_links import is_safe_link
from bscb_docs.document_check.block_shapes import Mark, words
from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.document_check.names_given import Place

_FETCHING = frozenset({
    "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE", "RD", "EMBED",
    "MACROBUTTON", "GOTOBUTTON", "PRINT", "ASK", "FILLIN",
})  # fmt: skip
_REFERRING = frozenset(["REF", "PAGEREF", "NOTEREF"])
_LOCAL = r'\\l\s+"?([^"\s]+)"?'
_OUTSIDE = r'\s*HYPERLINK\s+"([^"]*)"'


class Fields:
    """The fields of one story that are open, innermost last, as it is read from top to bottom."""

    def __init__(self, referred: list[tuple[str, Place]]) -> None:
        self.referred = referred
        """Where the bookmarks go that fields point to, each with the place of the field."""
        self._open: list[tuple[list[str], bool]] = []

    def read(self, marks: Sequence[Mark], texts: Sequence[str], within: Place) -> Iterator[Fault]:
        """Take the steps of one block in order; a fault for each that comes out of turn or is dangerous."""
        for mark in marks:
            if mark.step == "begin":
                self._open.append(([], False))
            elif mark.step == "simple":
                yield from self._instruction(str(mark.instruction), within)
            elif not self._open:
                yield Fault("DOCX-15", "A field ends that never began.")
            elif mark.step == "instruction":
                self._open[-1][0].append(words((mark.instruction,), texts))
            elif mark.step == "separate":
                written, separated = self._open.pop()
                if separated:
                    yield Fault("DOCX-15", "A field is divided twice.")
                self._open.append((written, True))
            elif mark.step == "end":
                written, _ = self._open.pop()
                yield from self._instruction("".join(written), within)

    def end(self) -> Iterator[Fault]:
        """A fault where the story ends before a field does."""
        if self._open:
            yield Fault("DOCX-15", "A field begins that never ends.")

    def _instruction(self, instruction: str, within: Place) -> Iterator[Fault]:
        steps = instruction.split()
        name = steps[0].upper() if steps else ""
        if not name:
            yield Fault("DOCX-15", "A field says nothing.")
        elif name in _FETCHING:
            yield Fault("DOCX-23", f"A field fetches or runs something: {name}.")
        elif name in _REFERRING and len(steps) > 1:
            self.referred.append((steps[1].strip('"'), within))
        elif name == "HYPERLINK":
            local = re.search(_LOCAL, instruction)
            outside = re.match(_OUTSIDE, instruction, re.IGNORECASE)
            if local and not (outside and outside[1]):
                self.referred.append((local[1], within))
            if outside and outside[1] and not is_safe_link(outside[1]):
                yield Fault("DOCX-19", "A link leads to something that is no web, e-mail or telephone address.")
