"""Report: the findings of a folder, gathered while it is read."""

from __future__ import annotations

from collections.abc import Callable

from attrs import field, frozen

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.diagnostics.location import Place


@frozen
class Report:
    """Gathers findings while a folder is read."""

    findings: list[Finding] = field(factory=list)

    def add(
        self,
        code: str,
        message: str,
        place: Place,
        mend: str = "",
        about: str = "",
        *,
        field: str = "",
        cause: str = "",
        softer: Severity | None = None,
    ) -> None:
        """Keep the finding of that code."""
        self.findings.append(finding_of(code, message, place, mend, about, field=field, cause=cause, softer=softer))

    def retract(self, is_there: Callable[[Place], bool], code: str = "") -> None:
        """Let go of the findings at such places, of one code if it is named: another finding tells their cause."""
        self.findings[:] = [f for f in self.findings if not is_there(f.place) or (code and f.code != code)]

    def in_order(self) -> tuple[Finding, ...]:
        """The findings as they stand in the folder: by file, line and column."""
        return tuple(sorted(self.findings, key=lambda f: (f.place.file, f.place.line, f.place.column)))
