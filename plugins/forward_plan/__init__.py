"""Forward plan: what is late, then month by month each meeting with its papers, their day and other business."""

from collections.abc import Container, Iterator
from datetime import date, timedelta
from functools import cache

from attrs import frozen

from bscb_docs import (
    Blocks,
    Board,
    Document,
    Item,
    ItemList,
    Meeting,
    Outline,
    Paragraph,
    PartialDate,
    Promise,
    Record,
    Runs,
    Section,
    Text,
    capital,
    counted,
    hookimpl,
    house_template,
    in_words,
    open_promises,
    promise_words,
    say,
)

from .business import Asked, Papers, asked_of, paper_title, papers_of, unplaced_papers

PAPERS_DUE = 7
"""How many working days before a meeting its papers are due."""


@frozen
class MeetingRow:
    """A meeting, the day on which its papers are due, and what comes before it."""

    date: str
    body: str
    papers_due: str
    business: Blocks


@frozen
class MonthPlan:
    """The meetings of a month, and what was promised by its end to none of them."""

    name: str
    meetings: tuple[MeetingRow, ...]
    commitments: tuple[Runs, ...]


@frozen
class ForwardPage:
    """What is late first, then the months to come, then what has no month or no meeting."""

    lead: str
    late: tuple[Runs, ...]
    months: tuple[MonthPlan, ...]
    undated: tuple[Runs, ...]
    unplaced: tuple[Runs, ...]


def make_page(board: Board, document: Document) -> ForwardPage | None:
    """What is planned from the day of the document; nothing where nothing is."""
    meetings, promises = planned(board), open_promises(board)
    if not (meetings or promises):
        return None
    late = [each for each in promises if each.is_late(board.as_at)]
    to_come = [each for each in promises if each not in late]
    papers, asked = papers_of(board, meetings), list(asked_of(board, meetings))
    return ForwardPage(
        lead=_lead(len(meetings), len(promises), len(late)),
        late=tuple(promise_words(promise) for promise in late),
        months=tuple(_months(board, meetings, (papers, asked), [each for each in to_come if _month_of(each)])),
        undated=tuple(promise_words(each) for each in to_come if not _month_of(each)),
        unplaced=(
            *unplaced_papers(board, [report for report, meeting in papers if meeting is None]),
            *(words for words, meeting in asked if meeting is None),
        ),
    )


def planned(board: Board) -> list[Meeting]:
    """The meetings planned for the board's day or later, in order; one known to its month stands at the month's end."""
    day = board.as_at
    found = [each for each in board.of(Meeting) if each.state == "planned" and each.date]
    to_come = [each for each in found if each.date and not (day and each.date.surely_before(day))]
    return sorted(to_come, key=lambda each: (each.date.latest, each.body.name) if each.date else ())


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
    """The meetings with the bodies that hold them, and the updates that promise something."""
    for meeting in planned(board):
        yield from (meeting, board.get(meeting.body))
    yield from (promise.update for promise in open_promises(board))


def _lead(meetings: int, promises: int, late: int) -> str:
    work = counted(meetings, "meeting"), counted(promises, "open commitment")
    return say(
        "This plan has {said}{overdue}. Papers are due {days}; bank holidays of England do not count as working days.",
        said=say("{meetings} and {commitments}", meetings=work[0], commitments=work[1]),
        overdue=say(", {number} of them late", number=in_words(late)) if late else "",
        days=say("{number} working days before a meeting", number=in_words(PAPERS_DUE)),
    )


def _month_of(what: Meeting | Promise) -> tuple[int, int] | None:
    """The year and month in which the date of a meeting or commitment ends; None where it has no end."""
    when = what.date if isinstance(what, Meeting) else what.commitment.by
    return (when.latest.year, when.latest.month) if when and not when.never_ends else None


def _months(
    board: Board, meetings: list[Meeting], brought: tuple[Papers, Asked], promises: list[Promise]
) -> Iterator[MonthPlan]:
    """Each month with a meeting or commitment; what is promised to a body stands at its last meeting of the month."""
    dated: tuple[Meeting | Promise, ...] = (*meetings, *promises)
    for month in sorted({found for each in dated if (found := _month_of(each))}):
        held = [each for each in meetings if _month_of(each) == month]
        last = {board.get(each.body).title: each for each in held}
        promised = [each for each in promises if _month_of(each) == month]
        goes_to = [(each, last.get(each.body.title) if each.body else None) for each in promised]
        name = PartialDate.of_day(date(*month, 1)).last_month
        rows = tuple(
            _row(board, each, brought, [promise for promise, meeting in goes_to if meeting is each]) for each in held
        )
        yield MonthPlan(name, rows, tuple(_within(promise, name) for promise, meeting in goes_to if meeting is None))


def _within(promise: Promise, month: str) -> Runs:
    """What was promised, and by when where that is not the month it stands under."""
    words = promise_words(promise)
    return words[-1:] if str(promise.commitment.by) == month else words


def _row(board: Board, meeting: Meeting, brought: tuple[Papers, Asked], promises: list[Promise]) -> MeetingRow:
    day = meeting.date
    is_fixed = day is not None and day.earliest == day.latest
    due = PartialDate.of_day(working_day_before(day.latest, PAPERS_DUE)) if day and is_fixed else None
    papers, asked = brought
    titles = [paper_title(board, report) for report, goes_to in papers if goes_to is meeting]
    items = [item.strip() for item in (meeting.items or "").split(";") if item.strip()]
    promised = [capital(promise.commitment.what) for promise in promises]
    lines: list[Runs] = [(Text(words),) for words in (*titles, *items, *promised)]
    lines += [words for words, goes_to in asked if goes_to is meeting]
    return MeetingRow(
        date=str(day or ""),
        body=board.get(meeting.body).title,
        papers_due=str(due or say("Once the day is fixed")),
        business=(ItemList(tuple(Item((Paragraph(line),)) for line in lines)),)
        if len(lines) > 1
        else (Paragraph(lines[0] if lines else (Text(say("Nothing yet")),)),),
    )


@hookimpl.sections
def sections() -> list[Section[ForwardPage]]:
    """The section `forward-plan`."""
    return [Section("forward-plan", house_template("forward_plan"), ForwardPage, make_page, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The forward plan as a document of its own."""
    return [Outline("forward-plan", "Forward Plan", ("cover", "forward-plan", "document-control"))]
