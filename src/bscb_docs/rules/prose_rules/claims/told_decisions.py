"""Told decisions: when a sentence says that something was agreed which the log of meetings has on another day."""

import re
from collections.abc import Iterator

from bscb_docs.records import Meeting, PartialDate, Record, Update
from bscb_docs.rules.engine import Pack, Passage, key_of
from bscb_docs.rules.prose_rules.dates import A_DAY_OR_MONTH, date_of

_DECISIONS = ("agreed", "decided", "approved", "adopted", "settled", "endorsed")
_PAIR = 2
"""Words: an item of the log with no more may be another one."""
_AGREED = re.compile(rf"\b(?:{'|'.join(_DECISIONS)})\b[^.;:]{{0,60}}?\bon\s+(?P<date>{A_DAY_OR_MONTH})\b")


def false_decisions(pack: Pack) -> Iterator[tuple[Passage, int, str]]:
    """A decision dated on a day without a meeting, where the log has it, in the same words, on another of the month."""
    log = [each for each in pack.board.of(Meeting) if each.date and each.state != "cancelled"]
    for passage in dict.fromkeys(each for word in _DECISIONS for each in pack.passages_with(word)) if log else ():
        for match in _AGREED.finditer(passage.unquoted):
            day = date_of(match["date"])
            if not day or day.earliest < day.latest or any(day == each.date for each in log):
                continue
            first, last = passage.sentence(match.start())
            words = {*key_of(passage.unquoted[first:last]), *key_of(_spoken_of(pack, passage.owner))}
            for each in log:
                items = [item for item in (each.items or "").split(";") if len(key_of(item)) > _PAIR]
                item = next((item.strip() for item in items if words.issuperset(key_of(item))), "")
                if item and each.date and _month(each.date) == _month(day):
                    said = f': the log has no meeting on {day}, and "{item}" on {each.date}.'
                    yield passage, match.start("date"), said


def _spoken_of(pack: Pack, owner: Record) -> str:
    """The title of the work that an update is about."""
    work = pack.board.get(owner.about) if isinstance(owner, Update) else None
    return getattr(work, "title", None) or ""


def _month(day: PartialDate) -> tuple[int, int]:
    return day.earliest.year, day.earliest.month
