"""Progress: what was reported of work, and the numbers that a board was told."""

from __future__ import annotations

from datetime import date
from typing import get_args

from attrs import frozen

from bscb_docs.records.assurance import Recommendation
from bscb_docs.records.commitments import Commitment, KeptCommitment
from bscb_docs.records.objectives import Objective, Task
from bscb_docs.records.people import Owner
from bscb_docs.records.plan import Action
from bscb_docs.records.record import Record, many, one, placing, unprinted
from bscb_docs.records.status import Rating
from bscb_docs.records.typed_text import Prose, Ref
from bscb_docs.records.values.amount import Amount
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.values.period import Period
from bscb_docs.records.values.year_span import YearSpan

Target = Action | Objective | Task | Recommendation
"""What an update can be of."""
TARGETS: tuple[type[Target], ...] = get_args(Target)


@frozen(kw_only=True)
class Update(Record):
    """What was reported of an action, objective, task or recommendation: never changed, only added to."""

    about: Ref[Target] = placing()
    period: Period | None = one()
    status: Rating | None = one()
    as_at: PartialDate | None = one()
    by: Ref[Owner] | None = one()
    mark: str | None = one(
        printed=False, use="what an older paper had in place of a status; a row prints the status that was made of it"
    )
    """The mark as the source printed it, where that is all that is known."""
    next: tuple[Commitment, ...] = many("next")
    """What is to happen next."""
    kept: tuple[KeptCommitment, ...] = many("kept")
    """Commitments of earlier updates that were kept."""
    shown_by: tuple[str, ...] = many(
        "shown by", use="what can be shown when the update is doubted; it may name families, so no paper prints it"
    )
    """What shows that it is so: a document, a figure, what children or families said."""
    text: Prose = Prose("")

    @property
    def years(self) -> YearSpan | None:
        """The years that its period lies in."""
        return self.period.years if self.period else None

    @property
    def order(self) -> tuple[date, date]:
        """What sorts updates: the day of which it tells, else the end of its period; then its period."""
        end = self.period.latest if self.period else date.min
        return (self.as_at.latest if self.as_at else end), end

    def tells_of(self, period: YearSpan | Period) -> bool:
        """True where its period, else its day, lies in that one; one that has neither tells of every period."""
        if self.period or not self.as_at:
            return self.period is None or period.holds(self.period)
        return period.earliest <= self.as_at.latest <= period.latest

    def known_at(self, day: PartialDate) -> Update | None:
        """None where it tells of a later day, or its period had not begun."""
        first = self.as_at.earliest if self.as_at else self.period.earliest if self.period else None
        return None if first and day.latest < first else self


@frozen(kw_only=True)
class RecordedFigure(Record):
    """A number the board was told rather than one its records give."""

    id: str
    title: str | None = one()
    value: Amount | None = one()
    out_of: int | None = one()
    unit: str | None = one(use="a number typed before these words is held against the figure")
    """What is counted, as in "improvement objectives"."""
    as_at: PartialDate | None = one()
    source: str | None = one(printed=False)
    text: Prose = unprinted(Prose(""), use="how the number was come by, for whoever must answer for it")
