"""Rule of meeting dates: a meeting stands in the log once, and the prose gives it the day of the log."""

from __future__ import annotations

import re

from bscb_docs.diagnostics.phrases import capital
from bscb_docs.records import Body, Meeting, PartialDate, fold
from bscb_docs.rules.engine import Findings, Pack, Spot, finding_of, key_of, rule, spots
from bscb_docs.rules.prose_rules.dates import A_DAY_OR_MONTH

_MET = re.compile(
    r"(?:['’]s?)?(?:,\s+which)?\s+(?:met|held\s+(?:its|a)\s+(?:\w+\s+)?meeting|(?:\w+\s+)?meeting)\s+(?:on|in|of)\s+"
    rf"(?P<date>{A_DAY_OR_MONTH})\b"
)
"""After the name of a body: on which day it met."""
_AT_MEETING = re.compile(rf"\b[Mm]eeting\s+(?:on|in|of)\s+(?P<date>{A_DAY_OR_MONTH}),?\s+(?:the|our)\s+$")
"""Before the name of a body: of which day its meeting was."""
_OF_BODY = re.compile(rf"\s+(?:on|in)\s+(?P<date>{A_DAY_OR_MONTH})\b")
"""After "the meeting of" a body."""


@rule("GOV-06")
def other_days(pack: Pack) -> Findings:
    """A meeting that stands in the log twice, or that a sentence gives another day than any in the log."""
    held: dict[str, list[Meeting]] = {}
    for meeting in pack.board.of(Meeting):
        if meeting.date and meeting.state != "cancelled":
            body = pack.board.get(meeting.body)
            log = held.setdefault(fold(body.title), [])
            if twin := next((each for each in log if _is_same_day(each, meeting)), None):
                message = f"The meeting of the {body.title} on {meeting.date} is in the log twice, at {twin.place}."
                yield finding_of("GOV-06", message, meeting.place, "Take one of the two away.", meeting.body.name)
            log.append(meeting)
    for body in pack.board.of(Body):
        days = [meeting.date for meeting in held.get(fold(body.title), ()) if meeting.date]
        for name in filter(None, (body.title, body.short_name) if days else ()):
            for spot in spots(pack, key_of(name)):
                yield from _strange_day(spot, body, days)


def _is_same_day(one: Meeting, other: Meeting) -> bool:
    day = one.date
    return day is not None and day.earliest == day.latest and day == other.date


def _strange_day(spot: Spot, body: Body, days: list[PartialDate]) -> Findings:
    """The day that a sentence gives to a meeting of the body, where the log knows that year and not that day."""
    if not (match := _day_beside(spot)):
        return
    date, years = PartialDate.from_text(match["date"]), {day.earliest.year for day in days}
    is_logged = any(day.earliest <= date.latest and date.earliest <= day.latest for day in days)
    if date.earliest.year in years and not is_logged:
        passage = spot.passage
        message = f"{capital(passage.where)}: the log has no meeting of the {body.title} on {date}."
        mend = "Mend the date, or put the meeting into the log."
        yield finding_of("GOV-06", message, passage.place(match.start("date")), mend, passage.name)


def _day_beside(spot: Spot) -> re.Match[str] | None:
    text = spot.passage.unquoted
    before = text[: spot.start]
    if re.search(r"\b[Mm]eeting\s+of\s+(?:the|our)\s+$", before):
        return _OF_BODY.match(text, spot.end)
    return _MET.match(text, spot.end) or _AT_MEETING.search(before)
