"""Told meetings: on which days records and texts say that a body met, and a row of the log that none of them names."""

import re
from collections import Counter
from collections.abc import Iterator

from bscb_docs.diagnostics.phrases import capital
from bscb_docs.figures.number_words import in_words
from bscb_docs.records import Body, ChangedOwner, Issue, Moved, PartialDate, names_of
from bscb_docs.rules.engine import Findings, Pack, Spot, finding_of, key_of, spots
from bscb_docs.rules.english.dates import A_DAY_OR_MONTH, date_of
from bscb_docs.rules.objectives_and_milestones import works_of

_MET = re.compile(
    r"(?:['’]s?)?(?:,\s+which)?\s+(?:met|agreed|decided|held\s+(?:its|a)\s+(?:\w+\s+)?meeting|(?:\w+\s+)?meeting)\s+(?:on|in|of)\s+"
    rf"(?P<date>{A_DAY_OR_MONTH})\b"
)
"""After the name of a body: on which day it met."""
_AT_MEETING = re.compile(rf"\b[Mm]eeting\s+(?:on|in|of)\s+(?P<date>{A_DAY_OR_MONTH}),?\s+(?:the|our)\s+$")
"""Before the name of a body: of which day its meeting was."""
_OF_BODY = re.compile(rf"\s+(?:on|in)\s+(?P<date>{A_DAY_OR_MONTH})\b")
"""After "the meeting of" a body."""
LOGGED = "Meeting"
"""What the log of a body's meetings lacks, as findings call it: a row that could not be read, or of another year."""
_SEVERAL = 2
"""Places that give a meeting one day: of them and a row of the log that stands alone, the row is mistyped."""


def unnamed_meetings(pack: Pack) -> Findings:
    """The one meeting of a body in a month, or on a day of another year, where several places name another day.

    Nothing names it. Told once, at its row: what is told at those places, that facts on that day are new, and that a
    meeting is missing from the year where this one was put into another, is held back.
    """
    for body in pack.board.of(Body):
        log = [(each, each.date) for each in pack.board.meetings(body) if each.date and not each.is_cancelled]
        for day, many in Counter(_named_days(pack, body)).items() if log else ():
            rows = [(each, on) for each, on in log if _is_near(on, day)]
            if many < _SEVERAL or len(rows) != 1 or rows[0][1].meets(day) or _is_named(pack, rows[0][1]):
                continue
            row, on = rows[0]
            named = f"{capital(in_words(many))} places name a meeting of the {body.title} on {day}"
            message = f"{named}; the log has {on}, which nothing names."
            mend = "Mend the day in the log; if it is right, mend those places."
            takes = [("", meeting_on(body, day)), ("", "facts read")]
            takes += [(body.title, LOGGED)] if on.earliest.year != day.earliest.year else []
            yield finding_of("GOV-06", message, row.place, mend, row.body.name, explains=takes)


def _named_days(pack: Pack, body: Body) -> Iterator[PartialDate]:
    """The days that records and texts give to meetings of the body, one for each place."""
    yield from (on for by, on in _changes(pack) if by is body)
    found = [(spot, day_beside(spot)) for name in names_of(body) for spot in spots(pack, key_of(name))]
    told = {spot.passage.place(match.start("date")): date_of(match["date"]) for spot, match in found if match}
    yield from filter(None, told.values())


def _changes(pack: Pack) -> Iterator[tuple[Body | None, PartialDate]]:
    """By whom and on which day it was agreed that work moves or passes to another owner."""
    for work in works_of(pack):
        changes: tuple[Moved | ChangedOwner, ...] = (*work.moved, *work.changed_owners)
        for change in changes:
            if change.on:
                found = pack.board.get(change.by) if change.by else None
                yield found if isinstance(found, Body) else None, change.on


def _is_named(pack: Pack, day: PartialDate) -> bool:
    """True where a text, a change of work or an approval gives the day."""
    approved = (line for issue in pack.board.of(Issue) for line in issue.approved_by)
    is_of_record = any(on == day for _, on in _changes(pack)) or any(line.endswith(f" {day}") for line in approved)
    return is_of_record or bool(spots(pack, key_of(str(day))))


def _is_near(one: PartialDate, other: PartialDate) -> bool:
    """True of two days of one month, and of a day in two years."""
    first, second = one.earliest, other.earliest
    are_days = (first, second) == (one.latest, other.latest)
    return are_days and first.month == second.month and (first.year == second.year or first.day == second.day)


def meeting_on(body: Body, day: PartialDate) -> str:
    """What the log lacks, as findings call it, where it has no meeting of the body on that day."""
    return " ".join((LOGGED, *key_of(f"{body.title} {day}")))


def day_beside(spot: Spot) -> re.Match[str] | None:
    """Where the text gives a day to a meeting of the body that is named at the spot."""
    text = spot.passage.unquoted
    before = text[: spot.start]
    if re.search(r"\b[Mm]eeting\s+of\s+(?:the|our)\s+$", before):
        return _OF_BODY.match(text, spot.end)
    return _MET.match(text, spot.end) or _AT_MEETING.search(before)
