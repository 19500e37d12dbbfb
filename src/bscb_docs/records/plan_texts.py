"""Plan texts: what a plan says before its priorities, each under its own heading, and its principles."""

from __future__ import annotations

from attrs import frozen

from bscb_docs.records.people import Signature
from bscb_docs.records.plan import Plan
from bscb_docs.records.record import Record, above, many
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
