"""The plan: its priorities, outcomes and actions of every year, and what each action became."""

from __future__ import annotations

import re
from typing import ClassVar

from attrs import evolve, frozen

from bscb_docs.records.checked_values import Checked
from bscb_docs.records.deadlines_and_owners import Work
from bscb_docs.records.names import NAME
from bscb_docs.records.people import Body, Owner
from bscb_docs.records.record import Named, Record, above, many, one, unprinted
from bscb_docs.records.typed_text import Prose, Ref
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.values.year_span import YearSpan

_BECAME = re.compile(
    rf"(?:#(?P<point>{NAME}),\s*)?"
    rf"(?:ended|(?P<id>(?=\D*\d){NAME})(?P<reworded>,\s*reworded)?)"
    r"(?:,\s*on\s+(?P<on>[^,]+))?(?:,\s*because\s+(?P<because>.+))?",
    re.IGNORECASE,
)


@frozen
class Revision(Checked):
    """A revision label and its date: `Refreshed March 2018, on 5 March 2018`."""

    accepts: ClassVar[tuple[str, str]] = ("a label and its date", "First edition, April 2018")

    label: str
    on: PartialDate | None = None


@frozen(kw_only=True)
class Plan(Record):
    """The Business Improvement Plan; its revisions stand in order, the last is in force."""

    title: str
    body: Ref[Body] | None = one(use="it tells the plans of several bodies apart")
    """Whose plan it is; without it, the board's own."""
    years: YearSpan | None = one()
    revisions: tuple[Revision, ...] = many(
        "revision", use="prose sets the last, as {{ plan.revision }}, and documents are held against it"
    )
    read_with: tuple[Ref[CitedDocument], ...] = many("read with")


@frozen(kw_only=True)
class CitedDocument(Named):
    """A document the pack names and does not hold."""

    owners: tuple[Ref[Owner], ...] = many("owner")
    years: YearSpan | None = one()
    state: str | None = one()
    website: str | None = one(printed=False)


@frozen(kw_only=True)
class Priority(Record):
    """A strategic priority; outcomes and actions stand under it."""

    id: str
    title: str
    short_title: str | None = one(use="prose sets it, as {{ P1.short-title }}; the bar of a picture says it")
    plan: Ref[Plan] | None = above()
    text: Prose = Prose("")


@frozen(kw_only=True)
class Outcome(Record):
    """What should be different for children; the title, if any, is its run-in label."""

    id: str
    title: str | None = one()
    priority: Ref[Priority] | None = above()
    plan: Ref[Plan] | None = above()
    measures: tuple[str, ...] = many("measure")
    text: Prose = Prose("")


@frozen
class Became(Checked):
    """What an action, or its named point, became in a later year.

    `P1-18-2, reworded` · `ended, because ...` · `#digital-world, ended, because ...` · `#radicalisation, P2-18-3`
    """

    accepts: ClassVar[tuple[str, str]] = (
        "the id of the later action; with `reworded`; or `ended, because ...`; for one point `#name, ...`",
        "A2",
    )

    successor: Ref[Action] | None = None
    point: str = ""
    reworded: bool = False
    because: str = ""
    on: PartialDate | None = None
    """The day on which it was decided; without it, the refresh of the plan in the last months of its years."""

    @property
    def ended(self) -> bool:
        """True where nothing carries it on."""
        return self.successor is None

    def was_decided(self, day: PartialDate, years: YearSpan | None) -> bool:
        """True where it was decided by that day what work of those years became."""
        if self.on:
            return not day.surely_before(self.on)
        return years is None or YearSpan(years.last, years.last + 1).refreshed_from <= day.latest

    @classmethod
    def from_text(cls, text: str) -> Became:
        """What the words of a `became:` line say; ValueError where they say neither a successor nor an end."""
        match = _BECAME.fullmatch(" ".join(text.split()))
        if not match:
            raise ValueError(
                f'"{text}" says neither what it became nor that it ended; write an action\'s id '
                '("P1-18-2" or "P1-18-2, reworded") or "ended, because ..."'
            )
        successor: Ref[Action] | None = Ref(match["id"]) if match["id"] else None
        on = PartialDate.from_text(match["on"]) if match["on"] else None
        return cls(
            successor=successor,
            point=match["point"] or "",
            reworded=bool(match["reworded"]),
            because=match["because"] or "",
            on=on,
        )


@frozen
class AgreedAt(Checked):
    """The meeting at which something was agreed: `Executive Board, on 5 March 2018`."""

    body: Ref[Body]
    on: PartialDate | None = None


@frozen(kw_only=True)
class Action(Work):
    """What the board will do in a year; the actions of all years stay in the plan."""

    id: str
    title: str | None = one()
    years: YearSpan | None = one()
    priority: Ref[Priority] | None = above()
    plan: Ref[Plan] | None = above()
    agreed_at: AgreedAt | None = one(
        use="no update is asked for of days before it; it says who agreed, when that is doubted"
    )
    serves: tuple[Ref[Outcome], ...] = many("serves")
    success: tuple[str, ...] = many("success")
    """What will be seen when it has been done well."""
    became: tuple[Became, ...] = many("became")
    text: Prose = Prose("")

    def known_at(self, day: PartialDate) -> Action:
        """With the deadlines and owners agreed by that day, and what it became if that was decided."""
        known = self.agreed_by(day)
        decided = tuple(became for became in self.became if became.was_decided(day, self.years))
        return known if len(decided) == len(self.became) else evolve(known, became=decided)


@frozen(kw_only=True)
class Group(Record):
    """A heading in the plural: the kind it groups, its years, and the text printed before what it groups."""

    kind: str = unprinted()
    years: YearSpan | None = one()
    plan: Ref[Plan] | None = above()
    priority: Ref[Priority] | None = above()
    text: Prose = Prose("")
