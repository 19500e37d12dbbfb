"""Unread: what of the records could not be read, so that what seems gone or changed there only waits to be mended."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.records import Board, fold

_OF_FILES = "FIL-10"
"""A file of records is not read at all, although no document is stopped by it."""
_OF_READING = "FIL", "REC"
"""Families that tell of a file or a record that was left out."""


@frozen
class Unread:
    """The findings of reading that left something out."""

    findings: Sequence[Finding]

    @classmethod
    def of(cls, board: Board) -> Unread:
        """What of a board could not be read."""
        return cls(tuple(each for each in board.findings if each.stops or each.code == _OF_FILES))

    def holds_field(self, name: str, place: Place, *fields: str) -> bool:
        """True where one of those fields of that record, or a line that is no field, could not be read."""
        own = (each for each in self.findings if fold(each.about) == fold(name) and each.place.file == place.file)
        return any(not each.field or each.field in fields for each in own)

    def may_hold(self, name: str, *families: str) -> bool:
        """True where a record of that name may be in what was left out: it is named there, or nobody can say."""
        left_out = (each for each in self.findings if each.code.startswith(families or _OF_READING))
        return any(not each.about or fold(name) in fold(each.message) for each in left_out)
