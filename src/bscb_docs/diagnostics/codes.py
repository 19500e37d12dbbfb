"""Codes: the one registry of everything that can be found, `codes.md`, and the one way to make a finding of it."""

from collections.abc import Iterable, Mapping
from pkgutil import get_data

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.diagnostics.location import NOWHERE, Place

_OF_WHOLE_FILES = {*("FIL-01", "FIL-02", "FIL-03", "FIL-04", "FIL-05", "FIL-10", "FIL-12", "TAB-01", "TAB-02")}


@frozen
class Code(Compared):
    """What can be said of the stable name of one thing that can be wrong, without a case of it."""

    code: str
    severity: Severity
    """The gravest that its findings have."""
    asks: str
    """What is so where nothing is wrong, in one sentence."""
    mend: str = ""
    """What to do where a finding has no better words of its own."""
    table: str = ""
    """The page of docs/ whose table lists it; "" of one that has a part of a page to itself."""
    told_one_by_one: int = 5
    """So many places in a Word document are named before the rest is only counted."""
    acceptable: bool = True
    """False where no acceptance answers its findings."""


def by_name(codes: Iterable[Code]) -> dict[str, Code]:
    """The codes by name, in their order; ValueError, which names it, where two have one name."""
    found: dict[str, Code] = {}
    for code in codes:
        if found.setdefault(code.code, code) is not code:
            raise ValueError(f"{code.code} is the name of two codes; give one of them another.")
    return found


def _code(line: str) -> Code:
    code, severity, table, asks, mend, places, acceptable = (cell.strip() for cell in line.split("|")[1:-1])
    return Code(code, Severity(severity), asks, mend, table, int(places or 5), acceptable != "no")


_TABLE = (get_data(__package__, "codes.md") or b"").decode().partition("| --- |\n")[2]
CODES: Mapping[str, Code] = by_name(map(_code, _TABLE.splitlines()))
"""Every code of the library by name; a rule of a plugin brings a code of its own."""


def finding_of(
    code: str,
    message: str,
    place: Place = NOWHERE,
    mend: str = "",
    about: str = "",
    *,
    softer: Severity | None = None,
    field: str = "",
    cause: str = "",
    explains: Iterable[tuple[str, str]] = (),
) -> Finding:
    """The finding of a code of the library, as grave as the registry says, or softer where that is said.

    Where no mend is given it is the code's own; findings of one code that name one `cause` are told as one.
    What it `explains` is told by it alone: the field of a record that another finding names.
    """
    known = CODES[code]
    severity, mend, takes = softer or known.severity, mend or known.mend, tuple(explains)
    return Finding(
        code,
        severity,
        message,
        place,
        mend,
        about,
        field=field,
        cause=cause,
        explains=takes,
        acceptable=known.acceptable,
    )


def is_unread_file(finding: Finding) -> bool:
    """True of the finding of a file or table that was not read as a whole: what it holds is missing everywhere."""
    return finding.stops and finding.code in _OF_WHOLE_FILES


def unread_file(findings: Iterable[Finding]) -> Finding | None:
    """The first finding of a file or table that was not read as a whole."""
    return next(filter(is_unread_file, findings), None)
