"""Assurance: what the board must be sure of and how sure it is, and what was recommended to it."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from typing import ClassVar

from attrs import evolve, frozen

from bscb_docs.records.activities import Audit, Inspection, Review, Visit
from bscb_docs.records.checked_values import Checked
from bscb_docs.records.deadlines_and_owners import Work, made_by
from bscb_docs.records.objectives import Objective, Task
from bscb_docs.records.people import Body, Owner
from bscb_docs.records.plan import Action
from bscb_docs.records.record import Record, above, many, one
from bscb_docs.records.status import AssuranceLevel
from bscb_docs.records.typed_text import Prose, Ref
from bscb_docs.records.values.partial_date import PartialDate

_MEANT = re.compile(r"(?:agreed?|approved?|endorsed?|yes)\b", re.IGNORECASE)
"""What an answer is often called."""
_RESPONSE = re.compile(
    r"(?P<answer>accepted in part|in part|not accepted|accepted)"
    r"(?:,\s*on\s+(?P<on>[^,]+))?(?:,\s*because\s+(?P<because>.+))?",
    re.IGNORECASE,
)


class SourceKind(Enum):
    """Where assurance comes from."""

    AUDIT = "audit"
    DATA = "data"
    VISIT = "visit"
    SELF_ASSESSMENT = "self-assessment"
    INSPECTION = "inspection"


@frozen
class AssuranceSource(Checked):
    """A source of assurance: `audit, of multi-agency practice on neglect, by Quality Group`."""

    kind: SourceKind
    of: str = ""
    """What was looked at; of a measure, or an audit, visit or the like that is recorded, papers tell the date."""
    by: Ref[Owner] | None = None
    """Who looked: papers tell from it whether that is somebody other than the owner."""


@frozen
class Assured(Checked):
    """How sure the board was at a day: `Partial, as at March 2026, because ...`."""

    level: Ref[AssuranceLevel]
    as_at: PartialDate | None = None
    because: str = ""

    @property
    def on(self) -> PartialDate | None:
        """The day from which it was known."""
        return self.as_at


@frozen
class AssuranceGap(Checked):
    """What the board is not sure of, and what closes it: `No data from schools, closed by T2-26-1`."""

    words: str
    closed_by: Ref[Action | Objective | Task] | None = None


@frozen(kw_only=True)
class Assurance(Record):
    """Something the board must be sure of; how sure it is is added to, never changed."""

    id: str
    title: str
    owner: Ref[Owner] | None = one()
    reports_to: Ref[Body] | None = one()
    sources: tuple[AssuranceSource, ...] = many("source")
    assured: tuple[Assured, ...] = many("assured")
    shortfalls: tuple[AssuranceGap, ...] = many("gap")
    looked_at_next: PartialDate | None = one("looked at next")
    text: Prose = Prose("")

    @property
    def in_order(self) -> tuple[Assured, ...]:
        """How sure the board was, day after day; without a day, from the first."""
        return tuple(sorted(self.assured, key=lambda each: each.as_at.latest if each.as_at else date.min))

    @property
    def last_looked_at(self) -> PartialDate | None:
        """The latest day as at which the board says how sure it is."""
        return self.in_order[-1].as_at if self.assured else None

    def is_stale_at(self, day: PartialDate | None) -> bool:
        """True where it was looked at last more than a year before that day."""
        return bool(day and self.last_looked_at and self.last_looked_at.is_a_year_before(day))

    def known_at(self, day: PartialDate) -> Assurance:
        """As sure as the board was at that day."""
        known = made_by(self.assured, day)
        return self if len(known) == len(self.assured) else evolve(self, assured=known)


class Answer(Enum):
    """What the board answers to a recommendation."""

    ACCEPTED = "accepted"
    IN_PART = "accepted in part"
    NOT_ACCEPTED = "not accepted"


@frozen
class Response(Checked):
    """The board's answer to a recommendation: `accepted, on 5 April 2018` or `not accepted, because ...`."""

    accepts: ClassVar[tuple[str, str]] = (
        "`accepted`, `accepted in part` or `not accepted`; then `on` and `because`",
        "accepted, on 5 April 2018",
    )

    answer: Answer
    on: PartialDate | None = None
    because: str = ""

    @classmethod
    def from_text(cls, text: str) -> Response:
        """The answer, its day and its reason; ValueError where no answer stands."""
        match = _RESPONSE.fullmatch(" ".join(text.split()))
        if not match:
            meant = _MEANT.match(text)
            first = f"accepted{text[meant.end() :]}, if that is meant, or" if meant else "accepted,"
            raise ValueError(f'"{text}" is no answer; write: {first} accepted in part, or not accepted, because ...')
        answer = Answer.IN_PART if match["answer"].lower() == "in part" else Answer(match["answer"].lower())
        on = PartialDate.from_text(match["on"]) if match["on"] else None
        return cls(answer, on, match["because"] or "")


@frozen(kw_only=True)
class Recommendation(Work):
    """What a review, an audit, an inspection, a visit or scrutiny asks of the board, and what the board answered."""

    id: str
    title: str | None = one()
    of: Ref[Review | Audit | Inspection | Visit] | None = above()
    """Where it comes from, if that is recorded."""
    made_by: str | None = one()
    """Who made it, where it comes from no record: a scrutiny committee."""
    made_on: PartialDate | None = one(use="papers of an earlier day leave the recommendation out")
    response: Response | None = one()
    actions: tuple[Ref[Action | Objective | Task], ...] = many("action")
    effect: Prose | None = one()
    """What it changed for children, printed once it is complete."""
    text: Prose = Prose("")

    @property
    def is_accepted(self) -> bool:
        """True where the board said that it would do it, in whole or in part."""
        return self.response is not None and not self.is_refused

    @property
    def is_refused(self) -> bool:
        """True where the board said that it would not."""
        return self.response is not None and self.response.answer is Answer.NOT_ACCEPTED

    def known_at(self, day: PartialDate) -> Recommendation | None:
        """Without an answer that was given later; None where it was made later."""
        if self.made_on and day.surely_before(self.made_on):
            return None
        known = self.agreed_by(day)
        is_later = self.response is not None and self.response.on is not None and day.surely_before(self.response.on)
        return evolve(known, response=None) if is_later else known
