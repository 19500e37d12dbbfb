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
    numbers = {id(each): f"Priority {board.number(each)}" for each in board.of(Priority)}
    counts: Counter[str] = Counter()
    parts: tuple[Outcome | Action, ...] = board.of(Outcome, Action)
    for part in parts:
        priority = board.find(Priority, part.priority.name) if part.priority else None
        under = f"{numbers[id(priority)]}, " if priority else ""
        if isinstance(part, Action):
            other = f" of {part.years}" if part.years and part.years != board.latest_years else ""
            numbers[id(part)] = f"{under}action {board.action_number(part)}{other}"
        else:
            counts[under] += 1
            numbers[id(part)] = f"{under}outcome {counts[under]}"
    numbers |= {id(each): f"function {letter(at)})" for at, each in enumerate(board.of(Function), 1)}
    for update in board.of(Update):
        about = board.find(Action, update.about.name)
        numbers[id(update)] = f"the update of {numbers[id(about)] if about else update.about.name}"
    kinds = {kind.record: kind.name for kind in board.kinds}
    return numbers | {id(each): _called(each, kinds) for each in board.records if id(each) not in numbers}


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
