"""Told states: how a sentence says that a piece of work stands, which it names by a reference or its id."""

import re
from collections.abc import Callable, Iterator

from bscb_docs.records import Confidence, Delivery, PartialDate, Standing, Status, Target, standing_of
from bscb_docs.rules.engine import Pack, Passage
from bscb_docs.rules.english.claims.told_dates import named_work

_SAID = re.compile(
    r"[\s￼]*\s(?:is|was|has\s+been)\s+(?:now\s+|already\s+|still\s+)?"
    r"(?P<state>(?:complete|completed|finished|done|at\s+risk|(?:on|off)\s+(?:course|track)|on\s+hold|overdue|late|"
    r"not\s+(?:yet\s+)?(?:started|begun))\b)(?!\s+(?:by|in|at|on)\s+(?:a|the)\b)"
)


def _is_to_begin(standing: Standing) -> bool:
    return standing.delivery is Delivery.NOT_STARTED


_MEANS: dict[str, Callable[[Standing], bool]] = {
    **dict.fromkeys(("complete", "completed", "finished", "done"), lambda it: it.delivery is Delivery.COMPLETE),
    **dict.fromkeys(("on course", "on track"), lambda it: it.confidence is Confidence.ON_COURSE),
    **dict.fromkeys(("off course", "off track"), lambda it: it.confidence is Confidence.OFF_COURSE),
    **dict.fromkeys(("overdue", "late"), lambda it: it.is_overdue),
    "at risk": lambda it: it.confidence is Confidence.AT_RISK,
    "on hold": lambda it: it.delivery is Delivery.ON_HOLD,
}


def false_states(pack: Pack) -> Iterator[tuple[Passage, int, str, Target, Status]]:
    """Each state that a sentence gives to a piece of work, its place, and the status that the last update has instead.

    It is judged at the days of the documents that print the sentence; where one of them bears it out, it is right.
    """
    for (passage, end), works in named_work(pack).items():
        match = _SAID.match(passage.unquoted, end)
        if match is None:
            continue
        for work in works:
            said = " ".join(match["state"].lower().split())
            means = _MEANS.get(said, _is_to_begin)
            known = [standing_of(pack.board.at(day), work) for day in _days(pack, passage)]
            rated = [standing.status for standing in known if standing.status]
            if rated and not any(means(standing) for standing in known):
                yield passage, match.start("state"), said, work, rated[-1]


def _days(pack: Pack, passage: Passage) -> list[PartialDate]:
    days = [each.as_at for each in pack.documents_of(passage.owner) if each.as_at]
    return days or ([pack.as_at] if pack.as_at else [])
