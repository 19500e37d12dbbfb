"""Told lateness: by how many days a sentence says that a piece of work is overdue, where it is by as many on no day."""

import re
from collections.abc import Iterator

from bscb_docs.records import TARGETS, Target, Update, standing_of
from bscb_docs.rules.engine import Pack, Passage, kept
from bscb_docs.rules.prose_rules.claims.told_dates import misdated, named_work
from bscb_docs.rules.prose_rules.contradictions import Told
from bscb_docs.rules.prose_rules.dates import A_DATE, date_of
from bscb_docs.rules.prose_rules.typed_numbers import A_NUMBER, value_of

_LATE = re.compile(
    rf"(?=[\dtfsenoz])\b(?<!\bthan )(?<!\babout )(?<!\bover )(?<!\bnearly )"
    rf"(?P<days>{A_NUMBER})\s+days\s+(?:overdue|late|past)\b",
    re.IGNORECASE,
)


def false_lateness(pack: Pack) -> Iterator[Told]:
    """Each number of days by which a sentence has work overdue that it names, or whose deadline it gives."""
    for passage in pack.passages_with("days"):
        for match in _LATE.finditer(passage.unquoted):
            late = {days: work for work in _meant(pack, passage, match.start()) for days in _days(pack, passage, work)}
            if late and value_of(match["days"]) not in late:
                days, work = max(late.items(), key=lambda known: known[0])
                said = f"by its deadline, {work.deadline}, it is {days} days overdue"
                yield misdated(passage, match.start(), match[0], pack.numbers[id(work)], said)


def _meant(pack: Pack, passage: Passage, start: int) -> list[Target]:
    """The work that the sentence names, or that was due when it says, or of which its update tells."""
    first, last = passage.sentence(start)
    if named := [work for end, work in _named(pack).get(passage, ()) if first <= end <= last]:
        return named
    dates = [date for each in re.finditer(A_DATE, passage.unquoted[first:last]) if (date := date_of(each[0]))]
    own = [pack.board.get(passage.owner.about)] if isinstance(passage.owner, Update) else []
    return [work for work in pack.board.of(*TARGETS) if work.deadline and work.deadline in dates] or own


@kept
def _named(pack: Pack) -> dict[Passage, list[tuple[int, Target]]]:
    """By passage, the work that it names, and where each name ends."""
    found: dict[Passage, list[tuple[int, Target]]] = {}
    for passage, end, work in named_work(pack):
        found.setdefault(passage, []).append((end, work))
    return found


def _days(pack: Pack, passage: Passage, work: Target) -> Iterator[int]:
    """By how many days it is overdue on the days of the documents that print the sentence, and on that of the pack."""
    for day in {document.as_at for document in pack.documents_of(passage.owner)} | {pack.as_at}:
        if day and (late := standing_of(pack.board.at(day), work).days_overdue):
            yield late
