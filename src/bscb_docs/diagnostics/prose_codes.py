"""The codes of what can be wrong with Markdown prose: how far each reaches and what it means."""

from __future__ import annotations

from attrs import frozen

from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.diagnostics.location import NOWHERE, Place

STOP, CHECK, NOTE = Severity.STOP, Severity.CHECK, Severity.NOTE


@frozen
class Code:
    """How far a finding of one code reaches, and what it means in one line."""

    severity: Severity
    meaning: str


CODES = {
    "PRO-01": Code(CHECK, "a point runs on without an empty line before the words that follow it"),
    "PRO-02": Code(CHECK, "a sign that begins a list, where no list is read or another sign is meant"),
    "PRO-03": Code(CHECK, 'a paragraph or point that begins with a number and a full stop, such as "2018."'),
    "PRO-04": Code(CHECK, "a printed number typed before a paragraph or a section's title"),
    "PRO-05": Code(CHECK, "signs that other programs would take for a format and that are printed as typed"),
    "PRO-06": Code(CHECK, "a bullet pasted as a character"),
    "PRO-07": Code(STOP, "a name such as {#missing}, or the sign {-}, that cannot be read where it stands"),
    "PRO-08": Code(STOP, "a figure or section in double braces that cannot be read"),
    "PRO-09": Code(STOP, "a link without words, or without an address that can be followed"),
    "PRO-10": Code(STOP, "a picture without alternative text, or that cannot be set"),
    "PRO-11": Code(STOP, "a row of a table with more cells than the header row"),
    "PRO-12": Code(CHECK, "a table that lacks a caption, a cell's words or the dashes beneath its header row"),
    "PRO-13": Code(CHECK, "points that stand deeper than two levels"),
    "PRO-14": Code(STOP, "a name given twice in one text"),
    "PRO-15": Code(CHECK, "asterisks that open or close nothing, and are printed"),
    "PRO-16": Code(CHECK, "a point without words"),
    "PRO-17": Code(CHECK, "a caption with no table or picture after it"),
    "PRO-18": Code(CHECK, "a heading of a report that is only set in bold"),
}


@frozen
class Fault:
    """What is wrong at a line (from 0) and column (from 1) of a prose."""

    code: str
    message: str
    mend: str
    line: int = 0
    column: int = 1

    def finding(self, start: Place = NOWHERE, about: str = "") -> Finding:
        """The finding of this fault in a prose that begins there."""
        column = self.column if self.line else start.column + self.column - 1
        place = start.down(self.line, column if start.column else 0)  # a cell of a table has no columns in its file
        return Finding(self.code, CODES[self.code].severity, self.message, place, self.mend, about)
