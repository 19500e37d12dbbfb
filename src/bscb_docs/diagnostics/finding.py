"""Finding: what a business manager is told, where it stands, and what to do about it."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from bscb_docs.diagnostics.location import NOWHERE, Place


class Severity(Enum):
    """How far a finding reaches: a stop keeps an approved document from being written."""

    STOP = "stop"
    CHECK = "check"
    NOTE = "note"


@frozen
class Acceptance:
    """Who accepted a check, when, and why, as the board's register says."""

    by: str
    on: str
    reason: str


@frozen
class Finding:
    """One thing that is wrong: a stable code, what is wrong, the place, and the mend, in the board's words."""

    code: str
    severity: Severity
    message: str
    place: Place = NOWHERE
    mend: str = ""
    about: str = ""
    """The id, title or document that the finding is about; an acceptance names it in `where:`."""
    accepted: Acceptance | None = None

    @property
    def stops(self) -> bool:
        """True where a document for approval must not be written."""
        return self.severity is Severity.STOP

    def __str__(self) -> str:
        """`plan.md:12:1: [PLN-03] what is wrong. What to do.` on one line."""
        place = f"{self.place}: " if str(self.place) else ""
        return f"{place}[{self.code}] {self.message} {self.mend}".rstrip()
