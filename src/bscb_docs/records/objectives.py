"""Objectives: what an action asks of whom by when, its milestones, and the tasks of a sub-group's work programme."""

from __future__ import annotations

from typing import ClassVar

from attrs import evolve, frozen

from bscb_docs.records.deadlines_and_owners import Work
from bscb_docs.records.people import Body
from bscb_docs.records.plan import Action, Became, Outcome
from bscb_docs.records.record import above, many, one
from bscb_docs.records.typed_text import Prose, Ref
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.values.year_span import YearSpan


@frozen
class BecameObjective(Became):
    """What an objective became in a later year: `O2-26-1, reworded` · `ended, because ...`."""

    accepts: ClassVar[tuple[str, str]] = (
        "the id of the later objective; with `reworded`; or `ended, because ...`; for one point `#name, ...`",
        "A2",
    )

    successor: Ref[Objective] | None = None  # type: ignore[assignment]  # an objective is carried on by objectives


@frozen(kw_only=True)
class Objective(Work):
    """A part of an action that one owner can be asked about; it needs an owner, a deadline and a measure."""

    id: str
    title: str | None = one()
    action: Ref[Action] | None = above()
    serves: tuple[Ref[Outcome], ...] = many("serves", use="the refresh carries it on")
    measures: tuple[str, ...] = many("measure")
    """The id of a measure, or what will be seen in words."""
    became: tuple[BecameObjective, ...] = many(
        "became", use="`bscb-docs trace` follows it, and it is asked for when the years are over"
    )
    text: Prose = Prose("")


@frozen(kw_only=True)
class Milestone(Work):
    """A step on the way to an objective or action."""

    title: str
    of: Ref[Objective | Action] | None = above()
    done_on: PartialDate | None = one()

    def is_wanting(self, day: PartialDate) -> bool:
        """True where it was due by the end of that day and is not done."""
        return self.done_on is None and self.deadline is not None and self.deadline.latest <= day.latest

    def known_at(self, day: PartialDate) -> Milestone:
        """With the deadlines agreed by that day, and done only if it was."""
        known = self.agreed_by(day)
        is_later = self.done_on is not None and day.surely_before(self.done_on)
        return evolve(known, done_on=None) if is_later else known


@frozen(kw_only=True)
class Task(Work):
    """An item of a sub-group's work programme; its state is what its last update says."""

    id: str
    title: str | None = one()
    body: Ref[Body] | None = above()
    years: YearSpan | None = one()
    serves: tuple[Ref[Objective | Action], ...] = many("serves")
    """What it is done for; without it, the body's own business."""
    text: Prose = Prose("")
