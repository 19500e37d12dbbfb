"""Printed numbers: the numbers a reader finds records and paragraphs under, computed from the records alone."""

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
)
from bscb_docs.rules.engine.passage import name_of


def printed_numbers(board: Board) -> dict[int, str]:
    """What each record is called on paper, by the record's identity: "Priority 2, action 4", "function c)"."""
    numbers: dict[int, str] = {}
    counts: Counter[object] = Counter()
    for record in board.records:
        if isinstance(record, Priority):
            numbers[id(record)] = board.called(record)
        elif isinstance(record, Action):
            is_other = record.years and record.years != board.latest_years
            numbers[id(record)] = board.called(record) + (f" of {record.years}" if is_other else "")
        elif isinstance(record, Outcome):
            priority = board.find(Priority, record.priority.name) if record.priority else None
            under = f"{board.called(priority)}, " if priority else ""
            counts[under] += 1
            numbers[id(record)] = f"{under}outcome {counts[under]}"
        elif isinstance(record, Function):
            counts[Function] += 1
            numbers[id(record)] = f"function {letter(counts[Function])})"
    kinds = {kind.record: kind.name for kind in board.kinds}
    for record in board.records:
        if isinstance(record, Update):
            action = board.find(Action, record.about.name)
            numbers[id(record)] = f"the update of {numbers[id(action)] if action else record.about.name}"
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
    if not name:
        return kind
    return f"{kind} {name}" if getattr(record, "id", None) else f'{kind} "{name}"'
