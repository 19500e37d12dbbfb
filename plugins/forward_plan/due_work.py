"""Due work: what is promised, agreed and planned, by when, whose it is, and which meeting reaches it last."""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from bscb_docs import (
    Action,
    Assurance,
    Board,
    CoverReport,
    Meeting,
    Objective,
    PartialDate,
    Promise,
    Recommendation,
    Standing,
    Target,
    Task,
    brief_of,
    capital,
    end_of_line,
    fold,
    is_decision,
    listed,
    names_in,
    owner_words,
    predecessors_of,
    say,
    standing_of,
    worry_words,
)

from .business import Diary


@frozen
class Due:
    """Something that is to be done: by when, what, whose it is, and the meeting that it comes to, if any does.

    And the line of work that it belongs to, what it is called where it is a commitment, and whether that is to decide.
    """

    by: PartialDate | None
    what: str
    who: str
    meeting: Meeting | None = None
    line: str = ""
    label: str = ""
    is_decision: bool = False


def promised(board: Board, diary: Diary, promises: Iterable[Promise]) -> Iterator[Due]:
    """What updates promise; what is promised to a body, or it decides, comes to its last meeting of the month."""
    for each in promises:
        made, work = each.commitment, board.get(each.update.about)
        named = [each.body.title] if each.body else names_in(made.what, diary)
        owners = [board.get(ref).title for ref in work.owned_by]
        who = "" if not each.body and named else listed(names_in(made.what, owners) or owners)
        meeting, line = _last_of_month(diary, named, made.by), end_of_line(board, work)
        yield Due(made.by, capital(made.what), who, meeting, line, say("Commitment"), is_decision(each))


def agreed(board: Board, diary: Diary) -> Iterator[Due]:
    """What is done once a meeting has decided: it comes to a later meeting of the body in its month, if any.

    What is to be done by a day comes to a meeting on that day alone.
    """
    for report in board.of(CoverReport):
        for step in report.next_steps:
            if not (board.as_at and step.by.surely_before(board.as_at)):
                found = _last_of_month(diary, [board.get(report.report_to).title], step.by)
                day = found.date if found else None
                later = found if day and report.meeting.surely_before(day) and step.by.meets(day) else None
                yield Due(step.by, capital(step.what), board.get(step.who).title, later)


def looked_at_next(board: Board, diary: Diary) -> Iterator[Due]:
    """What the board looks at again to know how sure it is: it comes to a meeting of who hears of it."""
    for each in board.of(Assurance):
        day = each.looked_at_next
        if day and not (board.as_at and day.surely_before(board.as_at)):
            to = [board.get(each.reports_to).title] if each.reports_to else []
            who = board.get(each.owner).title if each.owner else ""
            yield Due(day, say("{thing}: how sure we are", thing=each.title), who, _last_of_month(diary, to, day))


def planned_work(board: Board) -> Iterator[Standing]:
    """The open work with a deadline that nothing carries on; of recommendations what nothing else carries out."""
    works: tuple[Action | Objective | Task | Recommendation, ...] = board.of(Action, Objective, Task, Recommendation)
    for work in works:
        if isinstance(work, Action | Objective) and work.became:
            continue
        if isinstance(work, Recommendation) and (work.actions or not work.is_accepted):
            continue
        standing = standing_of(board, work)
        if work.deadline and not work.deadline.never_ends and standing.is_open:
            yield standing


def due_of(board: Board, diary: Diary, standing: Standing) -> Due:
    """A piece of work with the day that was agreed first, its owners, and when one of them meets last before then.

    How it stands is said once its day has come. What is reported to a body comes to its last meeting of that month.
    """
    work = standing.work
    first = min(_firsts(board, standing), key=lambda day: day.latest, default=None)
    is_put_off = first and work.deadline and first.latest < work.deadline.latest
    before = say(", first due {day}", day=first) if is_put_off else ""
    notes = "; ".join(_meetings_missed(board, diary, standing))
    who = f"{owner_words(board, work)}{f' ({notes})' if notes else ''}"
    stands = f" ({worry_words(board, standing)})" if standing.is_overdue or standing.is_due_now else ""
    what = f"{brief_of(work).rstrip('.')}{before}{stands}"
    to = [body for body in names_in(str(work.text), diary) if f"to the {fold(body)}" in fold(str(work.text))]
    meeting = _last_of_month(diary, to, work.deadline)
    return Due(work.deadline, what, who, meeting, end_of_line(board, work))


def in_one(works: Iterable[tuple[Target, Due]], promises: Iterable[Due]) -> list[list[Due]]:
    """What is due, together where it is one thing: an action with its objective, or work with what was promised of it.

    They are one where owner, month and line of work are the same.
    """
    known, rows, first = list(works), list[list[Due]](), dict[object, list[Due]]()
    actions = {_key(due) for work, due in known if isinstance(work, Action)}
    for _, due in known:
        row = first.get(_key(due), []) if _key(due) in actions else []
        _join(row, due, rows)
        first.setdefault(_key(due), row)
    for due in promises:
        _join(first.get(_key(due), []), due, rows)
    return rows


def _join(row: list[Due], due: Due, rows: list[list[Due]]) -> None:
    if not row:
        rows.append(row)
    row.append(due)


def _key(due: Due) -> tuple[object, ...]:
    return due.line, due.who, _month(due.by)


def _firsts(board: Board, standing: Standing) -> Iterator[PartialDate]:
    """The days first agreed of work, and of what was open when this carried it on."""
    open_before = (each for each in predecessors_of(board, standing.work) if standing_of(board, each).is_open)
    yield from (day for each in (standing.work, *open_before) if (day := each.due))


def _last_of_month(diary: Diary, bodies: Iterable[str], day: PartialDate | None) -> Meeting | None:
    """The last meeting, in the month of a day, of one of the bodies."""
    own = (each for body in bodies for each in diary.get(body, ()) if each.date and day)
    return next((each for each in reversed(list(own)) if _month(each.date) == _month(day)), None)


def _month(day: PartialDate | None) -> tuple[int, int]:
    return (day.latest.year, day.latest.month) if day else (0, 0)


def _meetings_missed(board: Board, diary: Diary, standing: Standing) -> Iterator[str]:
    """Of an owner, and a body that the work names, with no meeting in the months of its deadline: which is the last."""
    work, due = standing.work, standing.work.deadline
    owners = [board.get(ref).title for ref in work.owned_by]
    for body in dict.fromkeys((*owners, *names_in(str(work.text), diary))) if due else ():
        days = [each.date for each in diary.get(body, ()) if each.date and due]
        before = [day for day in days if due and day.latest < date(due.earliest.year, due.earliest.month, 1)]
        if days and not any(due and day not in before and day.earliest <= due.latest for day in days):
            last = say("last meeting before then: {day}", day=before[-1] if before else say("none"))
            yield last if body in owners else f"{body}, {last}"
