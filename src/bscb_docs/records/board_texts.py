"""Board texts: what a plan says before its priorities, its principles, and the role that the chair accounts for."""

from attrs import frozen

from bscb_docs.records.people import Signature
from bscb_docs.records.plan import Plan
from bscb_docs.records.record import Record, above, many, one
from bscb_docs.records.typed_text import Prose, Ref


@frozen(kw_only=True)
class PlanText(Record):
    """A text of the plan that stands by itself under its own heading."""

    plan: Ref[Plan] | None = above()
    text: Prose = Prose("")


@frozen(kw_only=True)
class Foreword(PlanText):
    """The chair's opening words, and who signed them."""

    signatures: tuple[Signature, ...] = many("signed by")


@frozen(kw_only=True)
class Introduction(PlanText):
    """What the plan sets out and what it is read with."""


@frozen(kw_only=True)
class Ambition(PlanText):
    """What the board wants for children."""


@frozen(kw_only=True)
class Purpose(PlanText):
    """What the board is for: lead, points, close."""


@frozen(kw_only=True)
class Principle(Record):
    """One principle: the tag is its title, the statement its text."""

    title: str
    plan: Ref[Plan] | None = above()
    text: Prose = Prose("")


@frozen(kw_only=True)
class Role(Record):
    """The independent chair's role."""

    title: str
    strapline: str | None = one()
    text: Prose = Prose("")


@frozen(kw_only=True)
class Function(Record):
    """One key function of the role, lettered in the order given."""

    id: str
    title: str | None = one()
    role: Ref[Role] | None = above()
    evidence: tuple[str, ...] = many(
        "evidence", printed=False, use="it is asked for, and so are paragraphs of that name in the report"
    )
    """Names of the report's paragraphs that show it: `evidence: #peer-review`."""
    text: Prose = Prose("")
