"""Gathered findings: those of a folder, while it is read."""

from collections.abc import Callable, Iterable

from attrs import evolve, field, frozen

from bscb_docs.diagnostics.codes import finding_of, is_unread_file
from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.diagnostics.location import Place

_OF_A_FILE = (("", "accepted"), ("", "issued"), ("", "facts read"))
"""What a file that was not read takes with it: what an acceptance accepts, what was issued, the facts beside others."""

_PRINTED_INSTEAD = (("", "facts read"),)
"""What a value or record that was not read takes with it: papers print other texts where it is missing."""


@frozen
class Gathered:
    """Gathers findings while a folder is read."""

    findings: list[Finding] = field(factory=list)
    doubled: set[str] = field(factory=set)
    """The folded ids that were given twice."""

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
        takes: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Keep the finding of that code, which explains its field, record or file and what `takes` says."""
        found = finding_of(code, message, place, mend, about, field=field, cause=cause, softer=softer, explains=takes)
        is_of_record = bool(about and (field or found.stops))
        explains: tuple[tuple[str, str], ...] = _OF_A_FILE if is_unread_file(found) else ()
        if is_of_record:
            explains = ((about, field), *(_PRINTED_INSTEAD if found.stops else ()))
        self.findings.append(evolve(found, explains=(*explains, *found.explains)) if explains else found)

    def explain(self, lost: Iterable[tuple[str, str]]) -> None:
        """Let the first finding that stops explain those fields too: they name what could not be read."""
        at = next((at for at, found in enumerate(self.findings) if found.stops), None)
        if at is not None:
            self.findings[at] = evolve(self.findings[at], explains=(*self.findings[at].explains, *lost))

    def retract(self, is_there: Callable[[Place], bool], code: str = "") -> None:
        """Let go of the findings at such places, of one code if it is named: another finding tells their cause."""
        self.findings[:] = [f for f in self.findings if not is_there(f.place) or (code and f.code != code)]

    def in_order(self) -> tuple[Finding, ...]:
        """The findings as they stand in the folder: by file, line and column."""
        return tuple(sorted(self.findings, key=lambda f: (f.place.file, f.place.line, f.place.column)))
