"""Status on its two axes: what was delivered, and, while it is open, how surely; the scales of a board, worst first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import ClassVar

import attrs
from attrs import frozen

from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.languages.house_words import say
from bscb_docs.records.checked_values import Checked
from bscb_docs.records.names import fold
from bscb_docs.records.record import Record, one
from bscb_docs.records.typed_text import Prose, Ref

_NOT_RATED = "Not rated"


def check_colour(text: str) -> None:
    """Raises a ValueError for what is neither a colour of the house's look nor one as Word and the web write it."""
    if not re.fullmatch(r"accent [1-6]|[0-9A-Fa-f]{6}", text):
        raise ValueError(f'"{text}" is no colour; write accent 1 to accent 6, or six figures and letters from A to F')


class Delivery(Enum):
    """What became of the work; the values are the words a board types and the pack prints."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    ON_HOLD = "on hold"
    COMPLETE = "complete"
    WITHDRAWN = "withdrawn"
    NOT_RECORDED = "state not recorded"

    @property
    def is_open(self) -> bool:
        """True while the work goes on or waits."""
        return self in (Delivery.NOT_STARTED, Delivery.IN_PROGRESS, Delivery.ON_HOLD)


class Confidence(Enum):
    """Whether open work is expected to be done in time."""

    ON_COURSE = "on course"
    AT_RISK = "at risk"
    OFF_COURSE = "off course"


@frozen
class Meaning(Checked):
    """What a board's own label says on the two axes."""

    accepts: ClassVar[tuple[str, str]] = (
        "not started, in progress, on hold, complete, withdrawn or state not recorded; of what is open also on course, "
        "at risk or off course, after a comma",
        "in progress, at risk",
    )

    delivery: Delivery
    confidence: Confidence | None = None

    @classmethod
    def from_text(cls, text: str) -> Meaning:
        """The meaning of "complete", "in progress, at risk" or "state not recorded"; ValueError for other words."""
        delivery, _, confidence = (fold(part) for part in text.partition(","))
        if delivery not in [state.value for state in Delivery]:
            if delivery in [step.value for step in Confidence]:
                raise ValueError(f'"{delivery}" says nothing of how far it has come; write: in progress, {delivery}')
            known = ", ".join(state.value for state in Delivery)
            raise ValueError(f'"{delivery}" is no delivery state; write one of: {known}')
        state = Delivery(delivery)
        if not confidence:
            return cls(state)
        if confidence not in [step.value for step in Confidence]:
            known = ", ".join(step.value for step in Confidence)
            raise ValueError(f'"{confidence}" is no confidence; write one of: {known}')
        if not state.is_open:
            raise ValueError(f'"{delivery}" is not open, so no confidence follows it; take away "{confidence}"')
        return cls(state, Confidence(confidence))

    def __str__(self) -> str:
        """The meaning as a board types it."""
        return ", ".join(axis.value for axis in (self.delivery, self.confidence) if axis)


@frozen(kw_only=True)
class ScaleStep(Record):
    """A step of one of the board's own scales, with the sign that is set before it."""

    title: str
    symbol: str | None = one(printed=False)
    colour: str | None = one(
        printed=False,
        use="its symbol is set in it; in the house's look accent 1 is blue, 2 teal, 3 purple, 4 amber, 5 green, 6 red",
    )
    """One of the look's own, as in accent 5, or six hexadecimal digits; the symbol is set in it."""
    text: Prose = Prose("")
    """The definition that the key prints."""

    def check_values(self) -> None:
        """The colour is one."""
        if self.colour is not None:
            check_colour(self.colour)


@frozen(kw_only=True)
class Status(ScaleStep):
    """One label of the board's own scale; the key that every overview prints is made of these."""

    means: Meaning | None = one()


@frozen(kw_only=True)
class AssuranceLevel(ScaleStep):
    """One step of the board's own scale of how sure it is, the surest first."""


@frozen
class Rating(Checked):
    """The status given to a row, or `not rated` and why."""

    accepts: ClassVar[tuple[str, str]] = ("one of the board's status labels; or `not rated, because ...`", "Complete")

    status: Ref[Status] | None = None
    because: str = ""
    place: Place = attrs.field(default=NOWHERE, eq=False)
    but: str = ""
    """What it holds under: of `Complete, but two signatures are awaited` the words after "but"."""

    @classmethod
    def from_text(cls, text: str) -> Rating:
        """The rating of "Complete", "Complete, but ..." or "not rated, because ..."; ValueError without a reason."""
        head, _, reason = (part.strip() for part in text.partition(","))
        if fold(head) != "not rated":
            label, _, but = text.strip().partition(", but ")
            return cls(Ref(label.strip()), but=but.strip())
        reason = reason.removeprefix("because").strip()
        if not reason:
            raise ValueError("a row that is not rated needs its reason; write: not rated, because ...")
        return cls(None, reason)


_WORST_FIRST = (
    (Delivery.NOT_STARTED, Confidence.OFF_COURSE),
    (Delivery.IN_PROGRESS, Confidence.OFF_COURSE),
    (Delivery.ON_HOLD, Confidence.OFF_COURSE),
    (Delivery.NOT_STARTED, Confidence.AT_RISK),
    (Delivery.IN_PROGRESS, Confidence.AT_RISK),
    (Delivery.ON_HOLD, Confidence.AT_RISK),
    (Delivery.ON_HOLD, None),
    (None, None),
    (Delivery.NOT_RECORDED, None),
    (Delivery.NOT_STARTED, None),
    (Delivery.ON_HOLD, Confidence.ON_COURSE),
    (Delivery.NOT_STARTED, Confidence.ON_COURSE),
    (Delivery.IN_PROGRESS, None),
    (Delivery.IN_PROGRESS, Confidence.ON_COURSE),
    (Delivery.COMPLETE, None),
    (Delivery.WITHDRAWN, None),
)


def worst_first(statuses: Iterable[Status | None]) -> tuple[Status | None, ...]:
    """Each status once, the worst first, those alike in their order; None is work that has no label."""
    return tuple(sorted(dict.fromkeys(statuses), key=_rank))


def label_of(status: Status | None) -> str:
    """The board's own label as every paper prints it; "Not rated" where work has none."""
    return status.title if status else say(_NOT_RATED)


def _rank(status: Status | None) -> int:
    means = status.means if status else None
    return _WORST_FIRST.index((means.delivery, means.confidence) if means else (None, None))
