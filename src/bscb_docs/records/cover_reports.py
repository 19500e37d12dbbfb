"""Cover reports: to which meeting a paper goes, what is asked of it there, and whether anybody may read it."""

from __future__ import annotations

import re
from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.languages.house_words import say
from bscb_docs.records.checked_values import Checked
from bscb_docs.records.people import Body, Owner, Person
from bscb_docs.records.record import Record, many, one
from bscb_docs.records.register import RegisterEntry
from bscb_docs.records.typed_text import Prose, Ref
from bscb_docs.records.values.partial_date import PartialDate

_NO_VERB = re.compile(r"(?:an?|the|that|this|these|those|all|each|every|it|to|we|our|members)\b|[\d•*-]", re.IGNORECASE)
"""What a request never begins with, as a number of its own; a list of verbs would refuse the one that it forgot."""

_EXEMPT = {
    1: "about a person",
    2: "from which a person could be known",
    3: "about the finance or business of a person or body",
    4: "about consultation or negotiation with employees",
    5: "that is privileged in legal proceedings",
    6: "that shows which notice, order or direction an authority means to give",
    7: "about preventing, investigating or prosecuting crime",
}
"""What each paragraph of Part 1 of Schedule 12A to the Local Government Act 1972 keeps from the public, in England."""


class ReportPurpose(Enum):
    """What the meeting is to do with a report."""

    DECISION = "decision"
    DISCUSSION = "discussion"
    ASSURANCE = "assurance"
    NOTING = "noting"


@frozen
class Asked(Checked):
    """What the meeting is asked to do, begun with a verb: `agree how the work is paid for`."""

    accepts: ClassVar[tuple[str, str]] = (
        "what the meeting is asked to do, begun with a verb",
        "agree how the work is paid for",
    )

    words: str
    place: Place = field(default=NOWHERE, eq=False)

    @classmethod
    def from_text(cls, text: str) -> Asked:
        """The request; ValueError where its first word is no verb."""
        words = " ".join(text.split()).rstrip(".;,")
        if _NO_VERB.match(words):
            raise ValueError(f'"{words}" begins with no verb; write: note ..., agree ..., approve ..., endorse ...')
        return cls(words)

    def __str__(self) -> str:
        """The request as typed."""
        return self.words


@frozen
class Release(Checked):
    """Whether anybody may read it: `public`, or `exempt, paragraph 3` of the Act's schedule."""

    accepts: ClassVar[tuple[str, str]] = ("`public`, or under which paragraph it is exempt", "exempt, paragraph 3")

    paragraph: int | None = None
    """The paragraph that it is exempt under; None where it is public."""

    @classmethod
    def from_text(cls, text: str) -> Release:
        """What a line says; ValueError where it is neither public nor names a paragraph from 1 to 7."""
        match = re.fullmatch(r"public|exempt,? (?:under )?paragraph (?P<paragraph>[1-7])", text.strip().lower())
        if not match:
            raise ValueError(f'"{text}" is neither; write "public", or "exempt, paragraph 1" with a number up to 7')
        return cls(int(match["paragraph"]) if match["paragraph"] else None)

    def __str__(self) -> str:
        """The sentence that is printed."""
        if self.paragraph is None:
            return say("This report is for general release.")
        return say(
            "This report is not for publication. It is exempt under paragraph {paragraph} of Part 1 of Schedule 12A to "
            "the Local Government Act 1972: information {kept}.",
            paragraph=self.paragraph,
            kept=say(_EXEMPT[self.paragraph]),
        )


@frozen
class NextStep(Checked):
    """What happens after the meeting: `Executive Board, by May 2018: send the answer to every agency`."""

    accepts: ClassVar[tuple[str, str]] = (
        "who, then `by` and a date, a colon, and what they do",
        "Executive Board, by May 2018: send the answer to every agency",
    )

    who: Ref[Owner]
    by: PartialDate
    what: str
    place: Place = field(default=NOWHERE, eq=False)

    @classmethod
    def from_text(cls, text: str) -> NextStep:
        """The step that a line says; ValueError where it does not say who, by when and what."""
        match = re.fullmatch(r"(?P<who>.+?),\s*by\s+(?P<by>[^:]+?)\s*:\s*(?P<what>.+?)\.?", " ".join(text.split()))
        if not match:
            raise ValueError(f'"{text}" does not say who, by when and what; write: {cls.accepts[1]}')
        return cls(Ref[Owner](match["who"]), PartialDate.from_text(match["by"]), match["what"])

    def __str__(self) -> str:
        """What is done."""
        return self.what


@frozen(kw_only=True)
class CoverReport(Record):
    """What the cover report of that id says, `meeting` being its day; the text is the background."""

    id: str
    report_to: Ref[Body]
    meeting: PartialDate
    by: Ref[Person]
    contact: str | None = one(is_fact=True)
    """How to reach who wrote it."""
    papers: tuple[Ref[RegisterEntry], ...] = many("paper")
    """Documents that go to the meeting beside it, as a yearly report that is a paper of its own; the decisions that
    they want of the body stand in this report with their options."""
    purpose: ReportPurpose
    recommendations: tuple[Asked, ...] = many("recommendation")
    next_steps: tuple[NextStep, ...] = many("next step")
    """What happens once the meeting has decided: who does what, and by when."""
    legal: Prose | None = one()
    finance: Prose | None = one()
    equality: Prose | None = one()
    risk: Prose | None = one()
    publication: Release = one(default=Release())
    text: Prose = Prose("")
