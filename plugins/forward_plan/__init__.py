"""Forward plan: what is late, each meeting with its papers, their day and who brings what, and what is due by month."""

from collections.abc import Container, Iterator
from datetime import date, timedelta
from functools import cache

from attrs import frozen

from bscb_docs import (
    Action,
    Assurance,
    Blocks,
    Board,
    Document,
    Meeting,
    Outline,
    Paragraph,
    PartialDate,
    Record,
    Runs,
    Section,
    Table,
    Text,
    by_month,
    capital,
    counted,
    hookimpl,
    house_template,
    in_words,
    labelled,
    meetings_to_come,
    open_promises,
    paragraphs,
    points,
    say,
)

from .business import Item, brought_by, decisions_wanted, diary_of, items_of, without_meeting
from .due_work import Due, agreed, due_of, in_one, looked_at_next, planned_work, promised

PAPERS_DUE = 7
"""How many working days before a meeting its papers are due."""


@frozen
class MeetingRow:
    """A meeting with its day and the day on which its papers are due, and what comes before it."""

    meeting: Blocks
    business: Blocks


@frozen
class ForwardPage:
    """What is late first, then the meetings with their business, then what is due by month, then what has no day."""

    lead: str
    late: tuple[Runs, ...]
    meetings: tuple[MeetingRow, ...]
    due: tuple[Table, ...]
    undated: tuple[Runs, ...]
    unplaced: tuple[Runs, ...]


def make_page(board: Board, document: Document) -> ForwardPage | None:
    """What is planned from the day of the document; nothing where nothing is."""
    meetings, promises = meetings_to_come(board), open_promises(board)
    if not (meetings or promises):
        return None
    diary, late = diary_of(board, meetings), [each for each in promises if each.is_late(board.as_at)]
    to_come = [each for each in promises if each not in late]
    dues = [*promised(board, diary, to_come), *agreed(board, diary), *looked_at_next(board, diary)]
    works = [(each, due_of(board, diary, each)) for each in planned_work(board)]
    wanted = decisions_wanted(board, diary)
    decided = [due for due in dues if due.is_decision and (due.line, id(due.meeting)) in wanted]
    items = items_of(board, diary, {(due.line, id(due.meeting)) for due in decided})
    items += [(_due_words(due), due.meeting) for due in dues if due.meeting and due not in decided]
    ahead = [(each.work, due) for each, due in works if not each.is_overdue]
    items += [(_due_words(due), due.meeting) for _, due in ahead if due.meeting]
    to_do = ((work, due) for work, due in ahead if not due.meeting)
    return ForwardPage(
        lead=_lead(len(meetings), len(promises), len(late)),
        late=tuple(map(_dated_words, (*promised(board, {}, late), *(due for each, due in works if each.is_overdue)))),
        meetings=tuple(_rows(board, meetings, items)),
        due=_table(in_one(to_do, (due for due in dues if not due.meeting))),
        undated=tuple(_due_words(due) for due in dues if not due.by and not due.meeting),
        unplaced=(*(words for words, meeting in items if meeting is None), *_homeless(board, document)),
    )


def working_day_before(day: date, count: int) -> date:
    """The day so many working days before another, by England's bank holidays."""
    closed = _bank_holidays()
    while count:
        day -= timedelta(days=1)
        count -= day.weekday() < 5 and day not in closed
    return day


@cache
def _bank_holidays() -> Container[date]:
    """Those of England, each year's reckoned when a day of it is first asked for."""
    from holidays import country_holidays  # wakes in a tenth of a second, for this paper alone

    return country_holidays("GB", subdiv="ENG")


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The meetings with the bodies that hold them, the updates that promise something, and the work that is due.

    Not an action of which nothing was reported yet: the plan tells its deadline, and no status that it would lack.
    """
    for meeting in meetings_to_come(board):
        yield from (meeting, board.get(meeting.body))
    yield from (promise.update for promise in open_promises(board))
    yield from (each.work for each in planned_work(board) if each.update or not isinstance(each.work, Action))
    yield from board.of(Assurance)


def _lead(meetings: int, promises: int, late: int) -> str:
    work = counted(meetings, "meeting"), counted(promises, "open commitment")
    return say(
        "This plan has {said}{overdue}. Papers are due {days}; bank holidays of England do not count as working days.",
        said=say("{meetings} and {commitments}", meetings=work[0], commitments=work[1]),
        overdue=say(", {number} of them late", number=in_words(late)) if late else "",
        days=say("{number} working days before a meeting", number=in_words(PAPERS_DUE)),
    )


def _rows(board: Board, meetings: list[Meeting], items: list[Item]) -> Iterator[MeetingRow]:
    """The meetings, with what comes to each and the days of their papers."""
    brought: dict[int, list[Runs]] = {id(each): [] for each in meetings}
    for words, meeting in items:
        if meeting:
            brought[id(meeting)].append(words)
    for each in meetings:
        due = say("Papers due: {day}", day=_papers_due(each))
        day = Paragraph((Text(str(each.date), strong=True),))
        business = points(brought[id(each)], say("Nothing is placed yet"))
        yield MeetingRow((day, *paragraphs(board.get(each.body).title, due)), business)


def _papers_due(meeting: Meeting) -> str:
    day = meeting.date
    is_fixed = day is not None and day.earliest == day.latest
    due = PartialDate.of_day(working_day_before(day.latest, PAPERS_DUE)) if day and is_fixed else None
    return str(due or say("once the day is fixed"))


def _due_words(due: Due) -> Runs:
    return (*_label(due), Text(f"{due.what}{brought_by(due.who)}" if due.meeting else _with_owner(due)))


def _dated_words(due: Due) -> Runs:
    """By when, what, and whose it is."""
    return (*((Text(capital(f"{due.by}: "), strong=True),) if due.by else ()), *_label(due), Text(_with_owner(due)))


def _label(due: Due) -> Runs:
    return (Text(f"{due.label}: ", strong=True),) if due.label else ()


def _with_owner(due: Due) -> str:
    return f"{due.what} ({due.who})" if due.who else due.what


def _table(dues: list[list[Due]]) -> tuple[Table, ...]:
    dated = [each for each in dues if each[0].by]
    rows = [(first.by, (_together(first, *more), first.who or say("No owner"))) for first, *more in dated]
    return by_month(say("Deadlines, the earliest first"), [say("What"), say("Owner")], rows)


def _together(first: Due, *others: Due) -> Runs:
    """What is done, and what is one with it."""
    more = (run for each in others for run in (Text("; "), *_label(each), Text(each.what)))
    return (*_label(first), Text(first.what), *more)


def _homeless(board: Board, document: Document) -> Iterator[Runs]:
    """Which other papers go to no meeting that is recorded."""
    for each in without_meeting(board):
        if each.id != document.original:
            yield labelled(say("Paper"), each.title, ends=False)


@hookimpl.sections
def sections() -> list[Section[ForwardPage]]:
    """The section `forward-plan`."""
    return [Section("forward-plan", house_template("forward_plan"), ForwardPage, make_page, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The forward plan as a document of its own."""
    return [Outline("forward-plan", "Forward Plan", ("cover", "forward-plan", "document-control"))]
