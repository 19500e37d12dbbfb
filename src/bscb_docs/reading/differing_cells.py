"""Differing cells: what two tables that hold the same records say differently, where one is a workbook."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

import attrs

from bscb_docs.records import PartialDate, Record, field_name

_IN_FIGURES = re.compile(r"(\d\d?)[./-](\d\d?)[./-](?:\d\d)?(\d\d)\b")
_SHOWN = 60
"""Characters of a cell that a finding shows."""


def other_days(mine: Sequence[Record], theirs: Sequence[Record], lines: Sequence[str]) -> tuple[str, list[Record]]:
    """How many records differ in nothing but how their days are written in those lines, and the others."""
    alike: dict[Hashable, list[Record]] = defaultdict(list)
    for each in theirs:
        alike[_but_days(each)].append(each)
    rest, shown = list[Record](), ""
    for each in mine:
        line = lines[each.place.line - 1] if each.place.line <= len(lines) else ""
        days = next(filter(None, (_written(other, line) for other in alike[_but_days(each)])), "")
        shown = shown or days
        rest += [] if days else [each]
    if not shown:
        return "", rest
    number = len(mine) - len(rest)
    how = "differs in nothing but how the day is" if number == 1 else "differ in nothing but how a day is"
    return f"{number} {how} written: {shown}.", rest


def differing_cells(mine: Sequence[Record], theirs: Sequence[Record]) -> str:
    """A cell of the first record that differs from the one it is most like, as a sentence; "" where there is none."""
    for each in mine[:1]:
        like = [other for other in theirs if type(other) is type(each)]
        for other in sorted(like, key=lambda other: len(list(_unlike(each, other))))[:1]:
            for name, own, others in _unlike(each, other):
                return f"They differ: {each.place} has {_shown(own, name)}; {other.place} has {_shown(others)}."
        return f"They differ: {each.place} stands there alone."
    return ""


def _but_days(record: Record) -> Hashable:
    """What a record says besides days, and what it says nothing of: a day that cannot be read is none."""
    values = ((name, value) for name, value in _values(record) if value and not isinstance(value, PartialDate))
    return type(record), tuple(values)


def _written(record: Record, line: str) -> str:
    """How the days of a record are written in that line, `05/06/2018 for 5 June 2018`; "" where one is not."""
    found = ""
    for _, day in _values(record):
        if isinstance(day, PartialDate):
            typed = next((each[0] for each in _IN_FIGURES.finditer(line) if _may_mean(each, day)), "")
            if not typed:
                return ""
            found = found or f"{typed} for {day}"
    return found


def _may_mean(typed: re.Match[str], day: PartialDate) -> bool:
    """True where the figures are those of that day, in this or the other order."""
    only = day.earliest
    figures = sorted((int(typed[1]), int(typed[2])))
    return only == day.latest and figures == sorted((only.day, only.month)) and int(typed[3]) == only.year % 100


def _values(record: Record) -> Iterator[tuple[str, object]]:
    yield from ((field_name(each), getattr(record, each.name)) for each in attrs.fields(type(record)) if each.eq)


def _unlike(one: Record, other: Record) -> Iterator[tuple[str, object, object]]:
    """The fields in which they differ, with the value of each."""
    for (name, own), (_, others) in zip(_values(one), _values(other), strict=True):
        if own != others:
            yield name, own, others


def _shown(value: object, name: str = "") -> str:
    words = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
    short = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rpartition(' ')[0]} ..."
    return f'{name}{" " * bool(name)}"{short}"' if words else f"no {name}" if name else "nothing there"
