"""Codes: the one registry of everything that can be found, and the one way to make a finding of it."""

from collections.abc import Iterable, Mapping

from bscb_docs.diagnostics import (
    accessibility_codes,
    building_codes,
    document_codes,
    form_codes,
    issue_codes,
    prose_codes,
    reading_codes,
    rule_codes,
    template_codes,
)
from bscb_docs.diagnostics.code_entry import Code
from bscb_docs.diagnostics.finding import Finding, Severity
from bscb_docs.diagnostics.location import NOWHERE, Place


def by_name(codes: Iterable[Code]) -> dict[str, Code]:
    """The codes by name, in their order; ValueError, which names it, where two have one name."""
    found: dict[str, Code] = {}
    for code in codes:
        if found.setdefault(code.code, code) is not code:
            raise ValueError(f"{code.code} is the name of two codes; give one of them another.")
    return found


CODES: Mapping[str, Code] = by_name(
    (
        *reading_codes.CODES,
        *prose_codes.CODES,
        *building_codes.CODES,
        *form_codes.CODES,
        *issue_codes.CODES,
        *rule_codes.CODES,
        *template_codes.CODES,
        *document_codes.CODES,
        *accessibility_codes.CODES,
    )
)
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
