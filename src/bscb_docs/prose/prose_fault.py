"""ProseFault: what is wrong with a prose, before it is known where in the board's files the prose begins."""

from attrs import frozen

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import NOWHERE, Place


@frozen
class Fault(Compared):
    """What is wrong at a line (from 0) and column (from 1) of a prose."""

    code: str
    message: str
    mend: str
    line: int = 0
    column: int = 1
    cause: str = ""
    """What it has in common with others of the same text, which are told as one with it."""
    field: str = ""
    """What is wanting in the text, as findings call it."""
    explains: str = ""
    """What is wanting by it: a fault of that field is told by this one."""

    def finding(self, start: Place = NOWHERE, about: str = "") -> Finding:
        """The finding of this fault in a prose that begins there."""
        column = self.column if self.line else start.column + self.column - 1
        place = start.down(self.line, column if start.column else 0)  # a cell of a table has no columns in its file
        cause = f"{self.cause} in {start.file} {about}" if self.cause else ""
        takes = ((about, self.explains),) if self.explains else ()
        return finding_of(
            self.code, self.message, place, self.mend, about, cause=cause, field=self.field, explains=takes
        )
