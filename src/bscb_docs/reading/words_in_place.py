"""Words in place: a field's words as typed, with the file, line and column they stand at."""

import re

from attrs import define

from bscb_docs.diagnostics.location import Place
from bscb_docs.records import Gap

_NOT_RECORDED = re.compile(
    r"not recorded(?:\s*[,;:.]\s*|\s+(?=because\b)|\s*$)(?:because\s+)?(.*)", re.IGNORECASE | re.DOTALL
)


@define(eq=False)
class Value:
    """The words of one field or cell; made by the hundred thousand, so its place is made when asked for."""

    text: str
    file: str
    line: int = 0
    column: int = 0
    within: str = ""

    @property
    def place(self) -> Place:
        """Where the words stand."""
        return Place(self.file, self.line, self.column, self.within)


def gap_in(text: str, field: str) -> Gap | None:
    """The gap where the words are `not recorded`, with the reason if they give one."""
    match = _NOT_RECORDED.fullmatch(text) if text[:1] in "nN" else None
    return Gap(field, match[1].strip()) if match else None
