"""Rules of meeting dates: each stands in the log once, near others of its body, and prose gives it that day."""

from collections.abc import Iterator

from attrs import evolve

from bscb_docs import records
from bscb_docs.records import fold, present_names
from bscb_docs.rules.engine import Findings, Pack, Spot, at_words, finding_of, key_of, name_of, rule, spots
from bscb_docs.rules.english.dates import date_of
from bscb_docs.rules.told_meetings import LOGGED, day_beside, meeting_on, unnamed_meetings
from bscb_docs.rules.years import far_from

_ALONE = 400
"""Days: a body that meets is seldom so long without a meeting."""


@rule("GOV-06")
def other_days(pack: Pack) -> Findings:
    """A meeting that stands in the log twice, or that a sentence gives another day than any in the log."""
    held: dict[str, list[records.Meeting]] = {}
    for meeting in pack.board.of(records.Meeting):
        if meeting.date and not meeting.is_cancelled:
            body = pack.board.get(meeting.body)
            log = held.setdefault(fold(body.title), [])
            if twin := next((each for each in log if each.is_twin(meeting)), None):
                message = f"The meeting of the {body.title} on {meeting.date} is in the log twice, at {twin.place}."
                found = finding_of("GOV-06", message, meeting.place, "Take one of the two away.", meeting.body.name)
                yield evolve(found, acceptable=twin != meeting)  # two rows that say the same are one meeting
            log.append(meeting)
    for log in held.values():
        yield from _years_away(pack, log)
    yield from unnamed_meetings(pack)
    yield from _told_days(pack, held)


@rule("GOV-05")
def meetings_to_come(pack: Pack) -> Findings:
    """A meeting held on a day after all that the documents are of, or still planned for one that has passed."""
    for meeting in pack.board.of(records.Meeting):
        if meeting.state == "planned" and meeting.date and pack.as_at and meeting.date.surely_before(pack.as_at):
            message = f"A meeting of the {meeting.body.name} is planned for {meeting.date}, before {pack.as_at}."
            mend = "Say in the log whether it was held or cancelled, or mend its date."
            held = (("", f"{meeting.body.name} held on {meeting.date}"),)
            yield finding_of("GOV-05", message, meeting.place, mend, meeting.body.name, explains=held)
        if _is_held_later(pack, meeting):
            message = f"A meeting of the {meeting.body.name} is held on {meeting.date}; no document is later than "
            mend = "Mend its date, or call it planned; where it was held, date a document after it."
            yield finding_of("GOV-05", f"{message}{pack.as_at}.", meeting.place, mend, meeting.body.name)
    for record, what, day in _published_or_done(pack):
        if day and is_to_come(pack, day) and not far_from(pack, what, day):
            done = "made" if what == "as at" else what.removesuffix(" on")
            said = f"{pack.called(record)} was {done}, its card says, at {day}"
            message = f"{said}; no document is later than {pack.as_at}."
            mend = "Mend its date, or date a document after it."
            cause = f"updates of {day}" if isinstance(record, records.Update) else ""
            yield finding_of("GOV-05", message, record.place, mend, name_of(record), cause=cause)


def _published_or_done(pack: Pack) -> Iterator[tuple[records.Record, str, records.PartialDate | records.Period | None]]:
    """What the records tell as past: each with the name of its field, and when it was."""
    out: tuple[records.Review | records.Bulletin, ...] = pack.board.of(records.Review, records.Bulletin)
    yield from ((each, "published", each.published) for each in out)
    yield from ((each, "carried out", each.carried_out) for each in pack.board.of(records.Audit))
    yield from ((each, "done on", each.done_on) for each in pack.board.of(records.Milestone))
    yield from ((each, "made on", each.made_on) for each in pack.board.of(records.Recommendation))
    yield from ((each, "answered", each.response.on) for each in pack.board.of(records.Recommendation) if each.response)
    assured = ((each, line.as_at) for each in pack.board.of(records.Assurance) for line in each.assured)
    yield from ((each, "looked at", day) for each, day in assured)
    for update in pack.board.of(records.Update):
        day, period = update.as_at, update.period
        if day and not (period and period.earliest <= day.latest <= period.latest):  # a document comes after its months
            yield update, "as at", day


def _is_held_later(pack: Pack, meeting: records.Meeting) -> bool:
    return meeting.state == "held" and meeting.date is not None and is_to_come(pack, meeting.date)


def is_to_come(pack: Pack, day: records.PartialDate | records.Period) -> bool:
    """True of what lies after all that the documents are of."""
    return pack.as_at is not None and pack.as_at.surely_before(day)


def _years_away(pack: Pack, log: list[records.Meeting]) -> Findings:
    """A meeting more than a year from each of the others, of which there are two at least."""
    for meeting in log if len(log) > 2 else ():
        day, others = meeting.date, [other.date for other in log if other is not meeting and other.date]
        if day and min(map(day.days_from, others)) > _ALONE and not _is_held_later(pack, meeting):
            message = f"No other meeting of the {meeting.body.name} lies within a year of {meeting.date}."
            mend = "Mend its year, or put those between into the log."
            takes = ((meeting.body.name, LOGGED),)
            yield finding_of("GOV-06", message, meeting.place, mend, meeting.body.name, explains=takes)


def _told_days(pack: Pack, held: dict[str, list[records.Meeting]]) -> Findings:
    """The days that sentences give to meetings."""
    for body in pack.board.of(records.Body):
        days = [meeting.date for meeting in held.get(fold(body.title), ()) if meeting.date]
        for name in present_names(body) if days else ():
            for spot in (each for each in spots(pack, key_of(name)) if each.passage in pack.index.dated):
                yield from _strange_day(spot, body, days)


def _strange_day(spot: Spot, body: records.Body, days: list[records.PartialDate]) -> Findings:
    """The day that a sentence gives to a meeting of the body, where the log knows that year and not that day."""
    if not (match := day_beside(spot)):
        return
    date, years = date_of(match["date"]), {day.earliest.year for day in days}
    if date and date.earliest.year in years and not any(map(date.meets, days)):
        passage = spot.passage
        said = f": the log has no meeting of the {body.title} on {date}."
        mend = "Mend the date, or put the meeting into the log."
        yield at_words("GOV-06", passage, match.start("date"), said, mend, field=f"{meeting_on(body, date)}, {LOGGED}")
