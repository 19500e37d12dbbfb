"""Printed numbers: the numbers a reader finds records and paragraphs under, computed from the records alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from string import ascii_lowercase

from bscb_docs.records import (
    Action,
    Board,
    Function,
    Group,
    Narrative,
    Outcome,
    PlanText,
    Priority,
    Record,
    RegisterEntry,
    Update,
    fold,
)
from bscb_docs.rules.engine.passage import name_of


def printed_numbers(board: Board) -> dict[int, str]:
    """What each record is called on paper, by the record's identity: "Priority 2, action 4", "function c)"."""
    priorities = {fold(priority.id): at for at, priority in enumerate(board.priorities, 1)}
    latest = board.latest_years
    numbers: dict[int, str] = {}
    counts: Counter[object] = Counter()
    actions: dict[str, str] = {}
    for record in board.records:
        if isinstance(record, Priority):
            numbers[id(record)] = f"Priority {priorities[fold(record.id)]}"
        elif isinstance(record, Outcome | Action):
            under = fold(record.priority.name) if record.priority else ""
            years = record.years if isinstance(record, Action) else None
            counts[type(record), under, years] += 1
            number = counts[type(record), under, years]
            word = "action" if isinstance(record, Action) else "outcome"
            lead = f"Priority {priorities[under]}, " if under in priorities else ""
            of = f" of {years}" if years and years != latest else ""
            numbers[id(record)] = f"{lead}{word} {number}{of}"
            if isinstance(record, Action):
                actions[fold(record.id)] = numbers[id(record)]
        elif isinstance(record, Function):
            counts[Function] += 1
            numbers[id(record)] = f"function {letter(counts[Function])})"
    kinds = {kind.record: kind.name for kind in board.kinds}
    for record in board.records:
        if isinstance(record, Update):
            numbers[id(record)] = f"the update of {actions.get(fold(record.about.name), record.about.name)}"
        elif id(record) not in numbers:
            numbers[id(record)] = _called(record, kinds)
    return numbers


def letter(number: int) -> str:
    """The letter of a lettered item: a to z, then aa, ab."""
    lead = ascii_lowercase[(number - 1) // 26 - 1] if number > len(ascii_lowercase) else ""
    return lead + ascii_lowercase[(number - 1) % 26]


def _called(record: Record, kinds: Mapping[type[Record], str]) -> str:
    kind = kinds.get(type(record), type(record).__name__)
    if isinstance(record, PlanText):
        return f"the {kind.lower()}"
    if isinstance(record, Group):
        return f"the text before each {record.kind.lower()}"
    if isinstance(record, RegisterEntry):
        return f"the document {record.id}"
    if isinstance(record, Narrative):
        return record.title
    name = name_of(record)
    return f"{kind} {name}" if getattr(record, "id", None) or not name else f'{kind} "{name}"'
