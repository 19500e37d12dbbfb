"""Organisations, persons, bodies, and who held which place in them from when to when."""

from __future__ import annotations

from attrs import frozen

from bscb_docs.records.partial_date import PartialDate
from bscb_docs.records.record import Prose, Record, Ref, many, one
from bscb_docs.records.year_span import YearSpan


@frozen(kw_only=True)
class Organisation(Record):
    """An employer or authority that takes part in the board's work."""

    title: str
    short_name: str | None = one(printed=False)


@frozen
class Tenure:
    """A person in a place, from and to as far as known: `Jo Example, from April 2017, to March 2018`."""

    person: Ref[Person]
    from_: PartialDate | None = None
    to: PartialDate | None = None


@frozen
class Post:
    """A post held: `Chief Nurse, at Sample NHS Trust, from April 2017`."""

    name: str
    at: Ref[Organisation | Body] | None = None
    from_: PartialDate | None = None
    to: PartialDate | None = None


def in_force(held: Tenure | Post | Body, at: PartialDate | None) -> bool:
    """True unless it had certainly ended at that day, or certainly not begun; with no day, unless it has an end."""
    if at is None:
        return held.to is None
    ended = held.to is not None and held.to.surely_before(at)
    return not ended and not (held.from_ is not None and at.surely_before(held.from_))


@frozen(kw_only=True)
class Person(Record):
    """A person whom the pack names; the title is the plain name."""

    title: str
    before_the_name: str | None = one()
    after_the_name: str | None = one()
    posts: tuple[Post, ...] = many("post")

    @property
    def full_name(self) -> str:
        """The name with its style before and its letters after: "Dr Jo Example OBE"."""
        return " ".join(part for part in (self.before_the_name, self.title, self.after_the_name) if part)


@frozen
class MeetingsPlanned:
    """How many meetings were planned in a year: `9, in 2017-18`."""

    count: int
    in_: YearSpan


@frozen(kw_only=True)
class Body(Record):
    """The board's executive, a sub-group, a panel, a forum, a related partnership."""

    title: str
    short_name: str | None = one(printed=False)
    kind: str | None = one(printed=False)
    """board, executive, sub-group, panel, task-and-finish, assembly, forum, related, external or secretariat."""
    reports_to: Ref[Body] | None = one()
    host: Ref[Organisation] | None = one()
    chairs: tuple[Tenure, ...] = many("chair")
    co_chairs: tuple[Tenure, ...] = many("co-chair")
    members: tuple[Tenure, ...] = many("member")
    meets: str | None = one()
    meetings_planned: tuple[MeetingsPlanned, ...] = many("meetings planned")
    from_: PartialDate | None = one()
    to: PartialDate | None = one()
    text: Prose = Prose("")
    """The body's purpose."""


Owner = Organisation | Body | Person
"""Who can own an action."""


@frozen(kw_only=True)
class BoardDetails(Record):
    """The `# Board:` card: who the board is, and what every page says of itself."""

    title: str
    short_name: str | None = one(printed=False)
    area: str | None = one(printed=False)
    website: str | None = one(printed=False)
    host: Ref[Organisation] | None = one()
    regime: str | None = one(printed=False)
    """LSCB 2015, MASA 2018, MASA 2023, SAB, or other."""
    chairs: tuple[Tenure, ...] = many("chair")
    vice_chairs: tuple[Tenure, ...] = many("vice-chair")
    logo: str | None = one(printed=False)
    """A PNG or JPEG file in the board's folder, set on the cover."""
    logo_text: str | None = one()
    """The alternative text of the logo."""
    notice: str | None = one()
    """Words that stand on every page, such as those of a worked example."""
    text: Prose = Prose("")
