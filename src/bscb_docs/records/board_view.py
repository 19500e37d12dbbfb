"""What of a board's records a paper sees: what was known at its day, and the one plan that it prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from bscb_docs.diagnostics.compared_values import Compared, kept_by_class
from bscb_docs.records.field_types import classes_in, hints_of
from bscb_docs.records.plan import Plan
from bscb_docs.records.record import Record, placing_fields
from bscb_docs.records.translation import translated
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.values.period import Period

if TYPE_CHECKING:
    from bscb_docs.records.board import Board
    from bscb_docs.records.record_index import RecordIndex


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
            plans = plans_of(board, own)
            records = tuple(each for each in records if plans.get(id(each), shown.title) == shown.title)
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


def plans_of(board: RecordIndex, own: Plan, kind: type[Record] = Record) -> dict[int, str]:
    """The title of the plan that each record of a class belongs to, by the record's identity.

    It is that of the first record which the fields that place it name; one of a plan that names none belongs to `own`,
    the board's own plan. What belongs to no plan, such as a task, what was reported of it, or a person, is left out.
    """
    found: dict[int, str | None] = {}

    def plan_of(record: Record) -> str | None:
        if isinstance(record, Plan):
            return record.title
        if id(record) not in found:
            found[id(record)] = None  # a record may stand above itself
            refs = [ref for each in placing_fields(type(record)) if (ref := getattr(record, each.name)) is not None]
            named = [target for ref in refs if (target := board.led_to(ref))]
            unsaid = own.title if not named and _is_of_a_plan(type(record)) else None
            found[id(record)] = next(filter(None, map(plan_of, named)), unsaid)
        return found[id(record)]

    titles = {id(record): plan_of(record) for record in board.of(kind)}
    return {each: title for each, title in titles.items() if title is not None}


@kept_by_class
def _is_of_a_plan(kind: type[Record]) -> bool:
    """True where what places a record of that class can lead to a plan."""
    hints = hints_of(kind)
    above = [each for field in placing_fields(kind) for each in classes_in(hints[field.name]) if each is not kind]
    return any(each is Plan or _is_of_a_plan(each) for each in above)
