"""Readings of measures: what was read of a measure in each period, whose it was, and which tell of children."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from bscb_docs.records.measures import Measure
from bscb_docs.records.names import ByName, fold, grouped
from bscb_docs.records.plan import Outcome
from bscb_docs.records.record import Record, one, unprinted
from bscb_docs.records.typed_text import Prose, Ref
from bscb_docs.records.values.amount import Amount
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.values.period import Period

if TYPE_CHECKING:
    from bscb_docs.records.board import Board


@frozen(kw_only=True)
class Reading(Record):
    """What was read of a measure for a period; never changed, only followed by a later one."""

    about: Ref[Measure] = field(metadata={"name": "measure"})
    period: Period
    value: Amount | None = one()
    compared_with: str | None = one()
    """Whose value it is where it is not the board's own, as in "England"; it is never a target."""
    as_at: PartialDate | None = one(use="papers of an earlier day leave the reading out")
    source: str | None = one(use="where the value can be looked up again when it is doubted")
    text: Prose = unprinted(
        Prose(""), use="what to know of the value when it is asked about; updates tell what it means"
    )

    def known_at(self, day: PartialDate) -> Reading | None:
        """None where it was read, or its period began, after that day."""
        first = self.as_at.earliest if self.as_at else self.period.earliest
        return None if day.latest < first else self


def readings_of(board: Board, measure: Measure, whose: str | None = None) -> dict[Period, Amount]:
    """What was read of a measure, in the order of the months that it was read for, a year before its last quarter.

    `whose` names one of `compared_with`: England, whose values for the same measure were published.
    """
    own = board.keep(_readings_by_measure).get(measure.id, ())
    values = {each.period: each.value for each in own if each.value and each.compared_with == whose}
    return dict(sorted(values.items(), key=lambda pair: (pair[0].latest, -pair[0].months)))


def compared_with(board: Board, measure: Measure) -> tuple[str, ...]:
    """With whose values those of a measure are compared, in the order of the records."""
    readings = board.keep(_readings_by_measure).get(measure.id, ())
    return tuple(dict.fromkeys(each.compared_with for each in readings if each.compared_with))


def _readings_by_measure(board: Board) -> ByName[list[Reading]]:
    return grouped((each.about.name, each) for each in board.of(Reading))


def tells_of_children(board: Board, measure: Measure) -> bool:
    """True where an outcome names it: it says what is different for children; every other measure tells of work."""
    return fold(measure.id) in board.keep(_named_by_outcomes)


def _named_by_outcomes(board: Board) -> frozenset[str]:
    return frozenset(fold(name) for outcome in board.of(Outcome) for name in outcome.measures)
