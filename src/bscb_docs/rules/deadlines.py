"""Rules of deadlines: open or on course once they have passed, never to come, and days that no calendar has."""

import re

from attrs import evolve

from bscb_docs.records import (
    TARGETS,
    Action,
    Commitment,
    Confidence,
    Objective,
    PartialDate,
    Standing,
    Target,
    Task,
    Update,
    ends_of,
    milestones_of,
    standing_of,
    successors_of,
    with_year,
    years_of,
)
from bscb_docs.records.values.partial_date import NEVER_COMES
from bscb_docs.rules.engine import Findings, Pack, at_words, finding_of, kept, rule
from bscb_docs.rules.english.dates import A_DATE, A_MONTH, A_YEAR, date_of

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(
    rf"(?=[MTWFS\d])(?:(?P<day>{'|'.join(_DAYS)}),?\s+)?"
    rf"(?P<date>\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{A_MONTH},?\s+{A_YEAR})\b"
)
_SINCE = ("from", "between")
_FROM_TO = re.compile(
    rf"\b(?:{'|'.join(_SINCE)})\s+(?P<first>{A_DATE}|{A_YEAR})\s+(?:to|until|and)\s+(?P<last>{A_DATE}|{A_YEAR})(?![\d-])",
    re.IGNORECASE,
)
_NEVER = re.compile(rf",\s*({NEVER_COMES}|tb[cad])\s*\.?$", re.IGNORECASE)

_LONG = 4
"""Words that no date without its year has: "the end of March"."""


@rule("DUE-02")
def impossible_days(pack: Pack) -> Findings:
    """A day in the prose that is not in the calendar, or that is another day of the week than it says."""
    spans = set(pack.passages_with(*_SINCE))
    for passage in pack.index.dated:
        for match in _DAY.finditer(passage.unquoted):
            if date := date_of(match["date"]):
                weekday = _DAYS[date.earliest.weekday()]
                said = f": {date} was a {weekday}, not a {match['day']}." if match["day"] not in (None, weekday) else ""
            else:
                said = f': "{" ".join(match["date"].split())}" is not in the calendar.'
            if said:
                yield at_words("DUE-02", passage, match.start(), said, "Mend the day or the month.")
        for match in _FROM_TO.finditer(passage.unquoted) if passage in spans else ():
            first, last = date_of(match["first"]), date_of(match["last"])
            if first and last and last.surely_before(first):
                said = f": {last} comes before {first}."
                yield at_words("DUE-02", passage, match.start(), said, "Mend one of the two dates.")


@rule("DUE-03")
def endless_commitments(pack: Pack) -> Findings:
    """A commitment of an update whose date never comes, or has no year and so is not taken for one."""
    for update in pack.board.of(Update):
        for commitment in update.next:
            if match := _NEVER.search(str(commitment)):
                message = f'{pack.called(update)}: "{commitment}" gives no date: "{match[1]}" never comes.'
                mend = "Write the month in which it will be done, or when it is looked at again."
                yield finding_of("DUE-03", message, update.place, mend, update.about.name)
            elif right := _with_year(commitment, update.as_at or pack.as_at):
                message = f'{pack.called(update)}: the date of "{commitment}" has no year, so it is not taken up.'
                yield finding_of("DUE-03", message, update.place, f"Write: next: {right}", update.about.name)


def _with_year(commitment: Commitment, day: PartialDate | None) -> str:
    """The commitment with the year in which its date next comes, where words such as "by Feb" end it; else ""."""
    if commitment.by or day is None:
        return ""
    dated = ((end, with_year(end.rest, day)) for end in ends_of(commitment.words) if end.rest.count(" ") < _LONG)
    return next((f"{end.what}, {end.lead} {by}" for end, by in dated if by), "")


@rule("DUE-05")
def late_actions(pack: Pack) -> Findings:
    """What is open, or of which nothing was reported, though its date has certainly passed; milestones as well.

    What DUE-06 tells, and what is rated as nothing that says whether it is open, is left to others.
    """
    for standing in overdue(pack):
        work, status = standing.work, standing.status
        if (standing.update and not (status and status.means)) or _is_said_on_course(pack, standing):
            continue
        field, said = ("status", f'is still "{status.title}"') if status else ("updates", "nothing was reported of it")
        message = f"{_lead(pack, work, standing.day)}, and {said}."
        mend = "Report what became of it, or agree a new date; to print it as it is, accept this check."
        yield finding_of("DUE-05", message, work.place, mend, work.id, field=f"{field}, due, is open")
    yield from _late_steps(pack)


def _late_steps(pack: Pack) -> Findings:
    """A milestone of open work that is not done although its date has certainly passed."""
    works: tuple[Action | Objective, ...] = pack.board.of(Action, Objective)
    for work in works:
        day = pack.date_of(work)
        if day is None or not milestones_of(pack.board, work) or _is_history(pack, work, day):
            continue
        for step in standing_of(pack.board.at(day), work).late_steps:
            if step.deadline and step.deadline.surely_before(day):
                message = f'The milestone "{step.title}" of {pack.called(work)} was due {step.deadline}, before {day}, '
                message += "and nothing says that it is done."
                mend = "Write done on: and its day, or agree a new date; to print it as it is, accept this check."
                yield finding_of("DUE-05", message, step.place, mend, work.id, field="due, done on")


@rule("DUE-06")
def late_and_on_course(pack: Pack) -> Findings:
    """An action that is said to be on course although its due date has certainly passed."""
    for standing in overdue(pack):
        if standing.status and _is_said_on_course(pack, standing):
            work, lead = standing.work, _lead(pack, standing.work, _own_day(standing))
            message = f'{lead}, and yet its status is "{standing.status.title}", which means on course.'
            mend = "Mend the status in its last update, or the date; or agree a new one."
            yield finding_of("DUE-06", message, work.place, mend, work.id, field="status, due, is open")


@kept
def overdue(pack: Pack) -> list[Standing]:
    """Each overdue piece of work, as it stands at the day of the document that prints it, as papers and lists tell."""
    found = []
    for work in pack.board.of(*TARGETS):
        printed = pack.date_of(work)
        days = (printed, pack.as_at) if isinstance(work, Task) else (printed,)  # a programme is printed once a year
        due = work.deadline  # what carries a recommendation out is told of itself
        for day in (day for day in days if day and due and due.surely_before(day)):
            standing = standing_of(pack.board.at(day), work)
            if standing.is_open and not _is_history(pack, work, day):
                found.append(standing if standing.due is due else evolve(standing, due=due))
                break
    return found


def _is_said_on_course(pack: Pack, standing: Standing) -> bool:
    """True where its label says on course of a day by which its date had passed, and nothing carried it on."""
    at = _own_day(standing)
    is_late = evolve(standing, day=at).is_overdue and standing.confidence is Confidence.ON_COURSE
    return is_late and at is not None and not _is_carried_on(pack, standing.work, at)


def _own_day(standing: Standing) -> PartialDate | None:
    """The day for which its update speaks: its own, else the last of its years that the document knows of."""
    update, day = standing.update, standing.day
    if update is None or day is None:
        return day
    last = min(update.years.latest, day.latest) if update.years else day.latest
    return update.as_at or PartialDate.of_day(last)


def _is_history(pack: Pack, work: Target, day: PartialDate) -> bool:
    """True of work that was carried on into years that have begun, and that no document prints any more."""
    return not pack.documents_of(work) and _is_carried_on(pack, work, day)


def _is_carried_on(pack: Pack, work: Target, at: PartialDate) -> bool:
    successors = successors_of(pack.board, work) if isinstance(work, Action | Objective) else ()
    years = (years_of(pack.board, successor) for successor in successors)
    return any(span and span.earliest <= at.latest for span in years)


def _lead(pack: Pack, work: Target, at: PartialDate | None) -> str:
    called = pack.called(work) + (f" ({work.id})" if isinstance(work, Action) else "")
    return f"{called} was due {work.deadline}, before {at}"
