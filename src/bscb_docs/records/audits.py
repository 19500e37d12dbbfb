"""Audits: the programme of a year, what each found, and what was made of it."""

from __future__ import annotations

from attrs import evolve, frozen

from bscb_docs.records.objectives import Objective, Task
from bscb_docs.records.partial_date import PartialDate
from bscb_docs.records.people import Body, Organisation
from bscb_docs.records.period import Period
from bscb_docs.records.plan import Action
from bscb_docs.records.record import Record, many, one
from bscb_docs.records.typed_text import Prose, Ref
from bscb_docs.records.year_span import YearSpan


@frozen(kw_only=True)
class Audit(Record):
    """A multi-agency or single-agency audit, planned and carried out."""

    title: str
    id: str | None = one()
    kind: str | None = one(printed=False)
    """multi-agency or single-agency."""
    years: YearSpan | None = one()
    by: Ref[Body | Organisation] | None = one()
    planned: Period | None = one()
    carried_out: Period | None = one()
    findings_to: Ref[Body] | None = one()
    findings: tuple[str, ...] = many("finding")
    actions: tuple[Ref[Action | Objective | Task], ...] = many("action")
    """What was made of its findings."""
    text: Prose = Prose("")

    def known_at(self, day: PartialDate) -> Audit:
        """Without what it found, where it was carried out after that day."""
        is_later = self.carried_out is not None and day.latest < self.carried_out.earliest
        return evolve(self, carried_out=None, findings=(), actions=()) if is_later else self
