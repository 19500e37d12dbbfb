"""Rule of years: a date whose year is so far from the plan's that a finger must have slipped."""

from __future__ import annotations

import re
from functools import cache

import attrs

from bscb_docs.records import field_name
from bscb_docs.rules.engine import Findings, Pack, finding_of, name_of, rule

_DATED = re.compile(r"(?:<class '[\w.]*)?(?:PartialDate|YearSpan)\b")
_AHEAD, _BACK = 10, 50
"""Years beyond the plan's last and before its first: nobody plans so far ahead, and few posts began so long ago."""
_REPORTED = 5
"""Years beyond the plan's last of which something can be told "as at": by then there is another plan."""


@rule("DUE-04")
def dates_far_away(pack: Pack) -> Findings:
    """A date or year in a field that lies far from the years of the plan."""
    plan = pack.board.plan
    if plan is None or plan.years is None:
        return
    first = plan.years.first - _BACK
    for record in pack.board.records:
        kind: type = type(record)
        for name, label in _dated_fields(kind):
            value = getattr(record, name)
            if value is None:
                continue
            last = plan.years.last + (_REPORTED if label == "as at" else _AHEAD)
            end = value.earliest if getattr(value, "never_ends", False) else value.latest
            if first <= value.earliest.year and end.year <= last:
                continue
            where = f"{pack.called(record)}, {label}"
            message = f"{where}: {value} lies far from the plan's years, {plan.years}."
            yield finding_of("DUE-04", message, record.place, "Mend the year.", name_of(record))


@cache
def _dated_fields(kind: type) -> tuple[tuple[str, str], ...]:
    """The attributes of a class that hold one date or years, each with its name in the board's files."""
    return tuple((each.name, field_name(each)) for each in attrs.fields(kind) if _DATED.match(str(each.type)))
