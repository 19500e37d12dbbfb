"""Follow-ons: what only follows from another finding is not told beside it, so that one cause is one finding."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.diagnostics.phrases import joined

OF_UPDATES = ("updates", "as at", "kept", "is open", "is rated", "accepted", "first use")
"""The fields, as findings call them, that are wanting in a piece of work where an update of it is missing."""


@frozen
class Explained:
    """The fields of records that findings explain, each with the first finding that does."""

    causes: dict[tuple[str, str], Finding]

    @classmethod
    def by(cls, findings: Iterable[Finding]) -> Explained:
        """What those findings explain; what a person accepted explains nothing, so that what follows is told again."""
        causes: dict[tuple[str, str], Finding] = {}
        for finding in findings:
            for name, field in finding.explains if not finding.accepted else ():
                causes.setdefault((name.casefold(), field), finding)
        return cls(causes)

    def cause(self, name: str, field: str) -> Finding | None:
        """The finding that explains that field of the record of that name, one of several, or all of the record."""
        own = name.casefold()
        pairs = ((own, ""), *((of, each) for each in field.split(", ") for of in (own, "")))
        return next((self.causes[pair] for pair in pairs if pair in self.causes), None)


def without_follow_ons(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, each once, without those whose field of a record another one explains.

    A rule names the `field` of what it finds wanting; reading and rules say in `explains` what a fault takes with it. A
    finding is then as grave as the gravest that it takes, so that nothing is written which would have been stopped. One
    that explains what nobody knows says which sections are lacking by it.
    """
    found = list(dict.fromkeys(findings))
    explained = Explained.by(found)
    kept, graver, lacking = [], dict[int, Severity](), dict[int, list[str]]()
    for finding in found:
        is_cause = not finding.field or (finding.about, finding.field) in finding.explains
        cause = None if is_cause else explained.cause(finding.about, finding.field)
        if cause is None:
            kept.append(finding)
        elif not finding.accepted:
            before = graver.get(id(cause), cause.severity)
            graver[id(cause)] = min(before, finding.severity, key=lambda each: each.rank)
            lacking.setdefault(id(cause), []).extend([finding.about] if finding.field == "section" else [])
    return tuple(_taking(each, graver[id(each)], lacking[id(each)]) if id(each) in graver else each for each in kept)


def _taking(finding: Finding, severity: Severity, sections: Iterable[str]) -> Finding:
    """The finding, as grave as what it takes with it, and with the names of sections that documents lack by it."""
    named = joined([*dict.fromkeys(sections)])
    said = f"Until then documents go without their sections: {named}." if named else ""
    mend = finding.mend if said in finding.mend else f"{finding.mend} {said}".strip()
    return evolve(finding, severity=severity, mend=mend)
