"""Validation report: everything that was found in a board's records and documents, by file and severity."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from attrs import frozen

from bscb_docs import (
    Acceptance,
    Board,
    Document,
    Finding,
    Layout,
    Outline,
    Paper,
    Section,
    Severity,
    capital,
    every,
    hookimpl,
    house_template,
    in_words,
    listed,
)

NAME = "validation-report"
_ORDER = tuple(Severity)
_SAID = {Severity.STOP: ("stop", "stops"), Severity.CHECK: ("check", "checks"), Severity.NOTE: ("note", "notes")}


@frozen
class FindingRow:
    """One finding: how grave it is, where it is, what is wrong, what to do about it, and its code."""

    severity: str
    where: str
    message: str
    mend: str
    code: str


@frozen
class FileFindings:
    """The findings of one file, the gravest first."""

    name: str
    rows: tuple[FindingRow, ...]


@frozen
class AcceptedRow:
    """One accepted check: what was found and where, and who accepted it, when and why."""

    message: str
    where: str
    by: str
    on: str
    reason: str


@frozen
class ReportPage:
    """Whose records were checked, what was found and not accepted, file by file, and what was accepted."""

    board: str
    lead: str
    files: tuple[FileFindings, ...]
    accepted: tuple[AcceptedRow, ...]


def make_page(board: Board, document: Document) -> ReportPage:
    """The findings of the records and of every document that the register lists, as the document is given them."""
    accepted = tuple(_accepted_row(each, each.accepted) for each in document.findings if each.accepted)
    return ReportPage(board.details.title, lead_for(document.findings), tuple(_by_file(document.findings)), accepted)


def lead_for(found: Iterable[Finding]) -> str:
    """How much was found, in one or two sentences."""
    counts = Counter("accepted" if finding.accepted else finding.severity for finding in found)
    parts = [f"{in_words(counts[s])} {_SAID[s][counts[s] != 1]}" for s in Severity if counts[s]]
    number = counts["accepted"]
    accepted = f" {in_words(number).capitalize()} {'was' if number == 1 else 'were'} accepted." if number else ""
    if not parts:
        return f"Nothing was found{' that is not accepted' if number else ''}.{accepted}"
    stops = " A stop keeps a document for approval from being written." if counts[Severity.STOP] else ""
    return f"Found: {listed(parts)}.{stops}{accepted}"


def _by_file(found: Iterable[Finding]) -> Iterable[FileFindings]:
    waiting = sorted(
        (finding for finding in found if not finding.accepted),
        key=lambda f: (f.place.file, f.severity.rank, f.place, f.code),
    )
    for name, findings in groupby(waiting, key=lambda finding: finding.place.file):
        yield FileFindings(name or "The board as a whole", tuple(_row(finding) for finding in findings))


def told(words: str) -> str:
    """Words of a finding as a document may hold them: what a board types in curly brackets would be a leftover tag.

    Characters that mean nothing, which a finding may quote, are told by their number.
    """
    said = re.sub(r"\{#([\w-]+)\}", r"#\1 in curly brackets", words)
    said = re.sub(r"\{\{\s*([^{}]+?)\s*\}\}", r"\1 in double curly brackets", said)
    said = re.sub(r"[{}][{}%#_]|[%#][}]", lambda found: " ".join(found[0]), said)
    return "".join(sign if _is_sound(sign) else f"(character U+{ord(sign):04X})" for sign in said)


def _is_sound(sign: str) -> bool:
    return unicodedata.category(sign) not in {"Cc", "Cf", "Co", "Cs", "Cn"} and sign not in "\ufffc\ufffd"


def _row(finding: Finding) -> FindingRow:
    return FindingRow(
        severity=finding.severity.value.capitalize(),
        where=_where(finding),
        message=told(finding.message),
        mend=told(finding.mend) or "What is wrong says what to do.",
        code=finding.code,
    )


def _where(finding: Finding) -> str:
    """The lines or cells in the files, and what the finding is about."""
    place, also = finding.place, "; ".join(map(str, finding.also))
    line = f"Line {place.line}" if place.line and not place.within else ""
    within = capital(place.within)
    first = ", ".join(part for part in (line, within, finding.about) if part) or "The whole of it"
    return f"{first}; also {also}" if also else first


def _accepted_row(finding: Finding, accepted: Acceptance) -> AcceptedRow:
    return AcceptedRow(
        message=f"{told(finding.message)} ({finding.code})",
        where=str(finding.place) or "The board as a whole",
        by=accepted.by or "Not recorded",
        on=accepted.on or "Not recorded",
        reason=told(accepted.reason) or "Not recorded",
    )


@hookimpl.sections
def sections() -> list[Section[ReportPage]]:
    """The section `validation-report`."""
    template, landscape = house_template("validation_report"), Layout.LANDSCAPE
    return [Section(NAME, template, ReportPage, make_page, layout=landscape, prints=every(), reports_findings=True)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The report as a document that no finding stops."""
    return [Outline(NAME, "Validation report", (NAME,), paper=Paper.WORKING)]
