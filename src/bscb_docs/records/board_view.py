"""What of a board's records a paper sees: what was known at its day, and the one plan that it prints."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from bscb_docs import records as kinds
from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.records.names import fold
from bscb_docs.records.partial_date import PartialDate
from bscb_docs.records.period import Period
from bscb_docs.records.plan import Action, Outcome, Plan, Priority
from bscb_docs.records.record import Record
from bscb_docs.records.translation import translated
from bscb_docs.records.typed_text import Ref

if TYPE_CHECKING:
    from bscb_docs.records.board import Board

_Key = tuple[type[Record], str]


@cache
def _in_order() -> tuple[tuple[type[Record], tuple[str, ...]], ...]:
    """What tells the plan of a record: the first of these fields that it gives; what it names stands in a row above."""
    return (
        (Priority, ("plan",)),
        (Outcome, ("priority", "plan")),
        (Action, ("priority", "plan")),
        (kinds.Objective, ("action",)),
        (kinds.Milestone, ("of",)),
        (kinds.Update, ("about",)),
    )


@frozen
class Sight(Compared):
    """What a paper sees of a board."""

    day: PartialDate | None
    period: Period | None
    plan: str
    language: str = ""

    def __call__(self, board: Board) -> Board:
        """The board so seen."""
        records, own, shown = board.records, board.plan, board.find(Plan, self.plan)
        if own and shown and len(board.of(Plan)) > 1:
            records = of_plan(records, shown, own)
        originals: dict[int, Record] = {}
        if self.day:
            seen = known_at(records, self.day)
            records = tuple(record for record, _ in seen)
            originals = {id(new): old for new, old in seen if new is not old}
        elif records is board.records and self.period is None and not self.language:
            return board
        if self.language:
            told = {id(each.of): each.words for each in board.translations if each.language == self.language}
            typed = board.details.language.tag
            seen = [(translated(each, told.get(id(originals.get(id(each), each))), typed), each) for each in records]
            originals = {id(new): originals.get(id(old), old) for new, old in seen if new is not old} | originals
            records = tuple(record for record, _ in seen)
        return evolve(board, records=records, as_at=self.day or board.as_at, period=self.period, originals=originals)


def known_at(records: Iterable[Record], day: PartialDate) -> list[tuple[Record, Record]]:
    """The records as they stood at the end of that day, each with the one that it was made of."""
    return [(known, record) for record in records if (known := record.known_at(day)) is not None]


def of_plan(records: Iterable[Record], plan: Plan, own: Plan) -> tuple[Record, ...]:
    """The records without those of other plans; one that names no plan belongs to `own`, the board's own plan."""
    held = tuple(records)
    plans = plans_of(held, own)
    return tuple(record for record in held if plans.get(id(record), plan.title) == plan.title)


def plans_of(records: Iterable[Record], own: Plan) -> dict[int, str]:
    """The title of the plan that each record belongs to, by the record's identity; what belongs to none is left out."""
    held = tuple(records)
    found = {id(record): record.title for record in held if isinstance(record, Plan)}
    by_name: dict[_Key, str] = {(Plan, fold(title)): title for title in found.values()}
    for kind, fields in _in_order():
        for record in held:
            if isinstance(record, kind):
                refs = [ref for name in fields if (ref := getattr(record, name)) is not None]
                title = _named(refs, by_name) or own.title
                found[id(record)] = by_name[kind, fold(str(getattr(record, "id", "")))] = title
    for record in held:
        if id(record) not in found and hasattr(record, "plan"):
            refs = [ref for name in ("priority", "plan") if (ref := getattr(record, name, None)) is not None]
            found[id(record)] = _named(refs, by_name) or own.title
    return found


def _named(refs: Iterable[Ref[Record]], by_name: dict[_Key, str]) -> str | None:
    titles = (by_name.get((kind, fold(ref.name))) for ref in refs for kind in ref.to)
    return next((title for title in titles if title), None)
