"""What the board met, reviewed, audited, published and visited."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from bscb_docs.records.names import fold
from bscb_docs.records.objectives import Objective, Task
from bscb_docs.records.people import Body, Organisation, Person
from bscb_docs.records.plan import Action
from bscb_docs.records.record import Record, many, one
from bscb_docs.records.typed_text import Prose, Ref
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.values.period import Period
from bscb_docs.records.values.year_span import YearSpan


@frozen(kw_only=True)
class Meeting(Record):
    """One row of the meetings table; a meeting known only to its year is held as that year."""

    body: Ref[Body]
    date: PartialDate | None = one()
    state: str | None = one(printed=False, words=("planned", "held", "cancelled"))
    host: str | None = one(printed=False)
    setting: str | None = one(printed=False)
    items: str | None = one(printed=False)
    attended: tuple[Ref[Organisation], ...] = many("attended")
    """The organisations that were there, by their member or by whoever came in the member's place."""

    @property
    def is_held(self) -> bool:
        """True unless it is planned or was cancelled: one of which nothing is said was held."""
        return self.state is None or fold(self.state) == "held"

    @property
    def is_cancelled(self) -> bool:
        """True where the log says so."""
        return fold(self.state or "") == "cancelled"

    def is_twin(self, other: Meeting) -> bool:
        """True for one meeting in two rows: both give the same one day."""
        return self.date is not None and self.date.earliest == self.date.latest and self.date == other.date

    @staticmethod
    def each_once(rows: Iterable[Meeting]) -> list[Meeting]:
        """The rows in their order without those of a meeting that has another one: first what is held, as it counts."""
        rows, kept = list(rows), list[Meeting]()
        for row in sorted(rows, key=lambda each: not each.is_held):
            if not any(map(row.is_twin, kept)):
                kept.append(row)
        return [row for row in rows if any(row is each for each in kept)]

    def known_at(self, day: PartialDate) -> Meeting:
        """Still planned, where it was held after that day; one that was cancelled is never told as to come."""
        is_later = self.date is not None and day.surely_before(self.date) and self.is_held
        return evolve(self, state="planned", attended=()) if is_later else self


@frozen(kw_only=True)
class Review(Record):
    """A case review; never a child's name."""

    id: str
    title: str | None = one()
    kind: str | None = one(printed=False)
    """Serious Case Review, Learning Lessons Review, or the board's own word."""
    published: PartialDate | None = one()
    themes: tuple[str, ...] = many("theme")
    text: Prose = Prose("")


@frozen(kw_only=True)
class Bulletin(Record):
    """A learning bulletin and the reviews or audits it draws on."""

    id: str
    title: str | None = one()
    published: PartialDate | None = one()
    draws_on: tuple[Ref[Review | Audit], ...] = many(
        "draws on", use="it is asked whether every review that was published has its bulletin"
    )
    themes: tuple[str, ...] = many("theme")
    text: Prose = Prose("")


@frozen(kw_only=True)
class Inspection(Record):
    """An inspection or peer review of a partner or of the partnership."""

    title: str
    id: str | None = one()
    by: str | None = one(printed=False)
    date: PartialDate | None = one()
    years: YearSpan | None = one()
    text: Prose = Prose("")


@frozen(kw_only=True)
class Event(Record):
    """A conference, forum or development day."""

    title: str
    id: str | None = one()
    body: Ref[Body] | None = one()
    date: PartialDate | None = one()
    host: str | None = one(printed=False, use="what the text says of hosts is held against it")
    themes: tuple[str, ...] = many("theme")
    text: Prose = Prose("")


@frozen(kw_only=True)
class Visit(Record):
    """A visit to practice."""

    title: str
    id: str | None = one()
    by: Ref[Person] | None = one()
    to: Ref[Organisation | Body] | None = one()
    date: PartialDate | None = one()
    years: YearSpan | None = one()
    text: Prose = Prose("")


@frozen(kw_only=True)
class Audit(Record):
    """A multi-agency or single-agency audit, planned and carried out."""

    title: str
    id: str | None = one()
    kind: str | None = one(printed=False, words=("multi-agency", "single-agency"))
    years: YearSpan | None = one()
    by: Ref[Body | Organisation] | None = one()
    planned: Period | None = one()
    carried_out: Period | None = one()
    findings_to: Ref[Body] | None = one()
    findings: tuple[str, ...] = many("finding")
    actions: tuple[Ref[Action | Objective | Task], ...] = many("action")
    """What was made of its findings."""
    text: Prose = Prose("")

    @property
    def planned_years(self) -> YearSpan | None:
        """Its years, else those of the months that it is planned in."""
        return self.years or (self.planned.years if self.planned else None)

    def known_at(self, day: PartialDate) -> Audit:
        """Without what it found, where it was carried out after that day."""
        is_later = self.carried_out is not None and day.surely_before(self.carried_out)
        return evolve(self, carried_out=None, findings=(), actions=()) if is_later else self
