"""Organisations, persons, bodies, and who held which place in them from when to when."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.records.checked_values import Checked
from bscb_docs.records.labels import Language
from bscb_docs.records.record import Named, Record, many, one, unprinted
from bscb_docs.records.typed_text import Prose, Ref
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.values.year_span import YearSpan

BODY_KINDS = (
    *("board", "executive", "sub-group", "panel", "task-and-finish"),
    *("assembly", "forum", "related", "external", "secretariat"),
)
"""What a body may be."""


@frozen(kw_only=True)
class Organisation(Named):
    """An employer or authority that takes part in the board's work."""

    logo: str | None = one(printed=False, use="covers show it", picture=True)
    """A picture in the board's folder, PNG or JPEG: the covers show those of all partners that have one, in a row."""


@frozen
class Tenure(Checked):
    """A person in a place, from and to as far as known: `Jo Example, from April 2017, to March 2018`."""

    person: Ref[Person]
    from_: PartialDate | None = None
    to: PartialDate | None = None


@frozen
class Membership(Checked):
    """A member of a body, a person or an organisation: `Sample Council, from April 2017, to March 2018`."""

    member: Ref[Person | Organisation]
    from_: PartialDate | None = None
    to: PartialDate | None = None


@frozen
class Post(Checked):
    """A post held: `Chief Nurse, at Sample NHS Trust, from April 2017`."""

    name: str
    at: Ref[Organisation | Body | BoardDetails] | None = None
    from_: PartialDate | None = None
    to: PartialDate | None = None


@frozen
class Employment(Compared):
    """Whom a person works for, where the post is not known: `Sample NHS Trust, from April 2017`."""

    employer: Ref[Organisation | Body | BoardDetails]
    from_: PartialDate | None = None
    to: PartialDate | None = None


def in_force(held: Tenure | Membership | Post | Employment | Body, at: PartialDate | None) -> bool:
    """True unless it had certainly ended at that day, or certainly not begun; with no day, unless it has an end."""
    if at is None:
        return held.to is None
    ended = held.to is not None and held.to.surely_before(at)
    return not ended and not (held.from_ is not None and at.surely_before(held.from_))


def at_work(body: Body, day: PartialDate | None, years: YearSpan | None) -> bool:
    """True of a body that a paper of that day and those years tells of: in force then, or ended within the years."""
    is_gone = body.to is not None and all(body.to.surely_before(each) for each in (day, years) if each)
    return not is_gone and not (body.from_ is not None and day is not None and day.surely_before(body.from_))


@frozen(kw_only=True)
class Person(Record):
    """A person whom the pack names; the title is the plain name."""

    title: str
    before_the_name: str | None = one()
    after_the_name: str | None = one()
    short_name: str | None = one(
        printed=False, use="prose sets it by its name, and other records may call this one by it"
    )
    """The initials or short form by which papers name the person."""
    works_for: tuple[Employment, ...] = many("works for", use="it tells two cards of one person; papers print posts")
    posts: tuple[Post, ...] = many("post")

    @property
    def full_name(self) -> str:
        """The name with its style before and its letters after: "Dr Jo Example OBE"."""
        return " ".join(part for part in (self.before_the_name, self.title, self.after_the_name) if part)

    def post_at(self, day: PartialDate | None) -> Post | None:
        """The latest post that is not certainly over, nor certainly still to come, at that day."""
        held = [post for post in reversed(self.posts) if in_force(post, day)]
        return max(held, key=lambda post: post.from_.earliest if post.from_ else date.min, default=None)


@frozen
class Signature(Checked):
    """Who signed a text, as what and when: `Jo Example, as Independent Chair, on 5 April 2018`."""

    person: Ref[Person]
    as_: str = ""
    on: PartialDate | None = None


@frozen
class MeetingsPlanned(Checked):
    """How many meetings were planned in a year: `9, in 2017-18`."""

    count: int
    in_: YearSpan


@frozen(kw_only=True)
class Body(Named):
    """The board's executive, a sub-group, a panel, a forum, a related partnership."""

    kind: str | None = one(printed=False, words=BODY_KINDS, use="figures count by it")
    reports_to: Ref[Body] | None = one()
    host: Ref[Organisation] | None = one()
    chairs: tuple[Tenure, ...] = many("chair")
    co_chairs: tuple[Tenure, ...] = many("co-chair")
    members: tuple[Membership, ...] = many("member")
    meets: str | None = one()
    meetings_planned: tuple[MeetingsPlanned, ...] = many("meetings planned")
    from_: PartialDate | None = one(use="figures of an earlier day leave it out")
    to: PartialDate | None = one()
    text: Prose = Prose("")

    @property
    def is_own(self) -> bool:
        """False for a body that the board only names: one beside it, or outside."""
        return (self.kind or "").lower() not in {"external", "related"}

    """The body's purpose."""


Owner = Organisation | Body | Person
"""Who can own an action."""


@frozen(kw_only=True)
class BoardDetails(Record):
    """The `# Board:` card: who the board is, and what every page says of itself."""

    title: str
    short_name: str | None = one(printed=False, use="prose sets it, as {{ board.short-name }}")
    area: str | None = one(printed=False, use="prose sets it, as {{ board.area }}")
    website: str | None = one(printed=False)
    host: Ref[Organisation] | None = one(use="who employs its staff; papers say so in words of their own")
    regime: str | None = one(
        printed=False,
        use="under which guidance the records were made, for whoever comes after; it changes nothing",
        words=("LSCB 2015", "MASA 2018", "MASA 2023", "SAB", "other"),
    )
    chairs: tuple[Tenure, ...] = many(
        "chair", use="prose sets who it is, as {{ board.chairs }}, and signatures are held against it"
    )
    co_chairs: tuple[Tenure, ...] = many("co-chair", use="prose sets who they are, as {{ board.chairs }}")
    vice_chairs: tuple[Tenure, ...] = many("vice-chair", use="prose sets who it is, as {{ board.vice-chairs }}")
    logo: str | None = one(printed=False, picture=True)
    """A PNG or JPEG file in the board's folder, set on the cover."""
    logo_text: str | None = one()
    """The alternative text of the logo; where it is the board's title, covers do not print that again."""
    notice: str | None = one(use="the foot of every page, the cover with it")
    """Words that stand on every page, such as those of a worked example."""
    language: Language = one(default=Language(), printed=False, use="the language that documents are printed in")
    """The language of its documents, where they name no other."""
    text: Prose = unprinted(
        Prose(""), use="notes on the board for whoever keeps its records; readers have the plan's introduction"
    )
