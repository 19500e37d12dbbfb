"""Measures: what is counted to know whether work changes anything, and what was read of it in each period."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from bscb_docs.records.amount import Amount
from bscb_docs.records.partial_date import PartialDate
from bscb_docs.records.people import Owner
from bscb_docs.records.period import Period
from bscb_docs.records.record import Record, one, unprinted
from bscb_docs.records.typed_text import Prose, Ref


class Better(Enum):
    """Which way a measure should go."""

    HIGHER = "higher"
    LOWER = "lower"


class Trend(Enum):
    """Which way a measure went between its last two readings; it is computed and never typed."""

    BETTER = "better"
    WORSE = "worse"
    NO_CHANGE = "no change"
    TOO_FEW = "too few readings"


@frozen(kw_only=True)
class Measure(Record):
    """Something that is counted, where it stood at first, and where it should come to."""

    id: str
    title: str
    unit: str | None = one(use="readings are held against it")
    """What is counted, as in "audited files"."""
    baseline: Amount | None = one()
    baseline_at: Period | None = one()
    target: Amount | None = one()
    target_by: PartialDate | None = one()
    better: Better = one(default=Better.HIGHER)
    source: str | None = one(use="where the next value is read; tables of measures print the values")
    owner: Ref[Owner] | None = one(use="whom to ask for the next value; no form asks for values")
    text: Prose = unprinted(Prose(""), use="what counts and what does not, for whoever reads the value")

    def is_met_by(self, value: Amount) -> bool | None:
        """Whether that value reaches the target; None where the measure has no target or one of another unit."""
        if self.target is None or self.target.unit != value.unit:
            return None
        return value.size >= self.target.size if self.better is Better.HIGHER else value.size <= self.target.size

    def trend(self, earlier: Amount | None, later: Amount | None) -> Trend:
        """Which way the measure went from the one value to the other."""
        if earlier is None or later is None:
            return Trend.TOO_FEW
        if earlier.size == later.size:
            return Trend.NO_CHANGE
        return Trend.BETTER if (later.size > earlier.size) is (self.better is Better.HIGHER) else Trend.WORSE


@frozen(kw_only=True)
class Reading(Record):
    """What was read of a measure for a period; never changed, only followed by a later one."""

    about: Ref[Measure] = field(metadata={"name": "measure"})
    period: Period
    value: Amount | None = one()
    as_at: PartialDate | None = one(use="papers of an earlier day leave the reading out")
    source: str | None = one(use="where the value can be looked up again when it is doubted")
    text: Prose = unprinted(
        Prose(""), use="what to know of the value when it is asked about; updates tell what it means"
    )

    def known_at(self, day: PartialDate) -> Reading | None:
        """None where it was read, or its period began, after that day."""
        first = self.as_at.earliest if self.as_at else self.period.earliest
        return None if day.latest < first else self
