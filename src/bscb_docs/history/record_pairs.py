"""Record pairs: which record of one board is which of another, and what a board calls a record."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import attrs

from bscb_docs.diagnostics.compared_values import kept_by_class
from bscb_docs.history.alignment import is_like
from bscb_docs.records import PartialDate, Record, Ref, YearSpan, fold
from bscb_docs.records.field_types import required_fields
from bscb_docs.records.kind import Kind, word_for
from bscb_docs.records.plain_values import plain
from bscb_docs.records.record import own_fields
from bscb_docs.records.values.period import Period

_NAMING = ("id", "title", "about", "version", "code", "period", "as_at", "date", "measure", "body")
"""What tells two records of a kind apart, as far as it has them."""
PARAGRAPH = re.compile(r"\S.*(?:\n.*\S.*)*")
"""Lines of a text of which none is empty: what two texts are compared by."""

R = TypeVar("R", bound=Record)


def pairs(old: Sequence[R], new: Sequence[R]) -> list[tuple[R | None, R | None]]:
    """Each record beside what became of it: those of one name, then those left over that are alike in their words."""
    waiting: dict[tuple[str, ...], list[R]] = defaultdict(list)
    for record in old:
        waiting[_key(record)].append(record)
    found: list[tuple[R | None, R | None]] = []
    for record in new:
        same = waiting[_key(record)]
        became = next((each for each in same if each == record and each.gaps == record.gaps), same[0] if same else None)
        if became is not None:
            same.remove(became)
        found.append((became, record))
    left = [record for group in waiting.values() for record in group]
    for at, (before, now) in enumerate(found):
        if before is None and now is not None and not getattr(now, "id", None):
            like = next((each for each in left if is_like(_words(each), _words(now))), None)
            if like is not None:
                left.remove(like)
                found[at] = (like, now)
    return [*found, *((record, None) for record in left)]


def _key(record: Record) -> tuple[str, ...]:
    names = ("id",) if getattr(record, "id", None) else (*_NAMING, *naming_fields(type(record)))
    return tuple(fold(str(plain(getattr(record, name, None)) or "")) for name in names)


@kept_by_class
def naming_fields(kind: type[Record]) -> tuple[str, ...]:
    """The fields that tell apart records of a class that have no id: what each must be given, and its day."""
    needed = required_fields(kind)
    return tuple(a.name for a in attrs.fields(kind) if a.name in needed or a.name == "date")


def _words(record: Record) -> str:
    return " ".join(str(plain(getattr(record, each.name)) or "") for each in own_fields(type(record)))


def called(record: Record, kinds: Iterable[Kind]) -> str:
    """A record as a board calls it: its kind, and what names it among others of the kind."""
    named = getattr(record, "id", None) or getattr(record, "about", None) or getattr(record, "title", None)
    when = _when(record)
    own = [word_for(type(record), kinds), named, when.text if isinstance(when, Period) else when]
    if not getattr(record, "id", None):
        values = (getattr(record, name) for name in naming_fields(type(record)))
        own += [each for each in values if isinstance(each, Ref | YearSpan | PartialDate) and each not in own]
    return " ".join(str(plain(each)) for each in own if each is not None)


def _when(record: Record) -> Any:
    """What tells one record about a thing from another about the same: its version, its period, else its day."""
    found = (getattr(record, name, None) for name in ("version", "code", "period", "as_at"))
    return next((each for each in found if each), None) if hasattr(record, "about") else None
