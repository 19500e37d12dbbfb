"""Scale: the board's own status labels in the order in which a reader needs them, the worst first."""

from __future__ import annotations

from collections.abc import Iterable

from bscb_docs.languages.house_words import say
from bscb_docs.records.status import Confidence, Delivery, Status

_NOT_RATED = "Not rated"
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
    """Each status once, the worst first, those alike in their order; None is work that has no label.

    A summary, a key, a table and a picture that are in this order speak one language.
    """
    return tuple(sorted(dict.fromkeys(statuses), key=_rank))


def label_of(status: Status | None) -> str:
    """The board's own label as every paper prints it; "Not rated" where work has none."""
    return status.title if status else say(_NOT_RATED)


def _rank(status: Status | None) -> int:
    means = status.means if status else None
    return _WORST_FIRST.index((means.delivery, means.confidence) if means else (None, None))
