"""Business: papers, versions for approval, items, and what reports ask for, each with its meeting and who brings it."""

import re
from collections.abc import Container, Iterator
from contextlib import suppress

from bscb_docs import (
    Action,
    AsideKind,
    Board,
    Body,
    CoverReport,
    Issue,
    IssueState,
    Meeting,
    Narrative,
    Objective,
    PartialDate,
    RegisterEntry,
    Runs,
    Text,
    Wanted,
    end_of_line,
    labelled,
    listed,
    names_in,
    papers_of,
    say,
    wanted_of,
)

Item = tuple[Runs, Meeting | None]
"""What comes to a meeting, with the planned one that it comes to."""
Decided = tuple[str, int]
"""A line of work that is to be decided on, and at which of the planned meetings."""
Diary = dict[str, list[Meeting]]
"""The planned meetings of each body in their order, by its title."""

_BY = re.compile(r"\b(?:by|in) ((?:\d{1,2} )?[A-Z]\w+ \d{4})\b")
_ASKED = {AsideKind.DECISION: "Decision wanted", AsideKind.RECOMMENDATION: "Recommendation to be answered"}


def diary_of(board: Board, meetings: list[Meeting]) -> Diary:
    """The meetings by the bodies that hold them."""
    diary: Diary = {}
    for each in meetings:
        diary.setdefault(board.get(each.body).title, []).append(each)
    return diary


def items_of(board: Board, diary: Diary, decided: Container[Decided]) -> list[Item]:
    """Papers, versions for approval, what the table of meetings has, and what reports ask for.

    A decision that a report wants is told as a commitment too where it is one of those that are promised.
    """
    tables = [
        ((Text(item.strip()),), each)
        for meetings in diary.values()
        for each in meetings
        for item in (each.items or "").split(";")
        if item.strip()
    ]
    return [*_papers(board, diary), *_approvals(board, diary), *tables, *_asked(board, diary, decided)]


def without_meeting(board: Board) -> Iterator[RegisterEntry]:
    """The papers of the last year that are drafts, and that no record brings to a meeting."""
    brought = {paper.id for report in board.of(CoverReport) for paper in papers_of(board, report)}
    for entry in board.documents:
        versions, day = board.versions(entry.id), board.day_of(entry)
        is_old = day and board.as_at and day.is_a_year_before(board.as_at)
        if any(each.state is not IssueState.DRAFT or each.goes_to for each in versions[-1:]) or is_old:
            continue
        if entry.id not in brought:
            yield entry


def brought_by(who: str) -> str:
    """Who brings it, after it; nothing where nobody is recorded."""
    return say(" (brought by {who})", who=who) if who else ""


def _papers(board: Board, diary: Diary) -> Iterator[Item]:
    """Each paper with the meeting that it goes to: that of its body on its day, else one that may be held then.

    One for a day to come on which no meeting of that body is planned goes to none.
    """
    for report in board.of(CoverReport):
        then, to = report.meeting, board.get(report.report_to).title
        fitting = [each for each in diary.get(to, ()) if each.date and then.meets(each.date)]
        exact = next((each for each in fitting if each.date == then), None)
        if fitting:
            words = f"{_paper_title(board, report)}{brought_by(board.get(report.by).title)}"
            yield (Text(words),), exact or fitting[0]
        elif not (board.as_at and then.surely_before(board.as_at)):
            said = say("{title}, to {to}", title=_paper_title(board, report), to=to)
            yield labelled(str(then), said, ends=False), None


def _paper_title(board: Board, report: CoverReport) -> str:
    """What an agenda calls the papers that a cover report brings."""
    entry = board.find(RegisterEntry, report.id)
    titles = [entry.title if entry else report.id, *(board.get(paper).title for paper in report.papers)]
    return say("Papers: {titles}" if len(titles) > 1 else "Paper: {titles}", titles=listed(titles))


def _approvals(board: Board, diary: Diary) -> Iterator[Item]:
    """The versions that wait for approval, by who approves and who wrote them, at the next meeting of that body."""
    waiting: dict[tuple[str, str, str], list[str]] = {}
    for entry in board.documents:
        versions = board.versions(entry.id)
        if versions and versions[-1].state is IssueState.FOR_APPROVAL:
            key = _approver(board, versions), versions[-1].author or "", _meant_for(board, entry, versions[-1])
            waiting.setdefault(key, []).append(entry.title)
    for (body, author, missed), titles in waiting.items():
        told, meetings = f"{'; '.join(titles)}{brought_by(author)}", diary.get(body)
        if not meetings:
            to = say(", to {body}", body=body) if body else say("; who approves it is not recorded")
            told = f"{'; '.join(titles)}{to}"
        before = say("For approval, meant for {day} and not approved since", day=missed) if missed else ""
        yield labelled(before or say("For approval"), told, ends=False), meetings[0] if meetings else None


def _meant_for(board: Board, entry: RegisterEntry, version: Issue) -> str:
    """The meeting that the version says it goes to, where that day is past; else nothing."""
    day, now = board.day_of(entry), board.as_at
    body = board.get(version.goes_to) if version.goes_to else None
    days = [each.date for each in board.meetings(body) if each.date] if body else []
    later = (each for each in days if day and day.surely_before(each))
    first = min(later, key=lambda each: each.earliest, default=None)
    return str(first) if first and now and first.surely_before(now) else ""


def _approver(board: Board, versions: tuple[Issue, ...]) -> str:
    """The body that the last version goes to, else that which approved an earlier one last; "" for neither."""
    if versions[-1].goes_to:
        return board.get(versions[-1].goes_to).title
    before = (line for each in reversed(versions) for line in each.approved_by)
    named = (names_in(line, (body.title for body in board.of(Body))) for line in before)
    return next((names[0] for names in named if names), "")


def decisions_wanted(board: Board, diary: Diary) -> set[Decided]:
    """The lines of work on which reports want a decision, each with the meeting that it comes to."""
    found = [(wanted, meeting) for wanted, _, meeting in _wanted(board, diary) if wanted.kind is AsideKind.DECISION]
    return {line for wanted, meeting in found for line in _lines(board, wanted, meeting)}


def _lines(board: Board, wanted: Wanted, meeting: Meeting | None) -> set[Decided]:
    about = (board.find(Action, name) or board.find(Objective, name) for name in wanted.about)
    return {(end_of_line(board, each), id(meeting)) for each in about if each}


def _asked(board: Board, diary: Diary, decided: Container[Decided]) -> Iterator[Item]:
    """What reports ask for, each with its meeting; what an owner has promised too is a commitment as well."""
    for wanted, author, meeting in _wanted(board, diary):
        is_promised = any(line in decided for line in _lines(board, wanted, meeting))
        label = say("Decision wanted, and a commitment") if is_promised else say(_ASKED[wanted.kind])
        yield (Text(f"{label}: ", strong=True), *wanted.heading, Text(brought_by(author))), meeting


def _wanted(board: Board, diary: Diary) -> Iterator[tuple[Wanted, str, Meeting | None]]:
    """What reports of the last year ask for, who wrote them, and the meeting that each comes to.

    Of the body that it names first: the last by the day that it gives, if any is, else the first.
    """
    for narrative in board.of(Narrative):
        entry = board.find(RegisterEntry, narrative.id)
        day = board.day_of(entry) if entry else None
        if not (entry and day and board.as_at) or day.is_a_year_before(board.as_at):
            continue
        author = next((each.author for each in reversed(board.versions(entry.id)) if each.author), "")
        for wanted in wanted_of(narrative, *_ASKED):
            named = names_in(wanted.words, diary)
            meetings = diary[named[0]] if named else []
            by = next(_days_in(wanted.words), None)
            in_time = [each for each in meetings if by and each.date and each.date.latest <= by.latest]
            yield wanted, author, next(iter((*in_time[-1:], *meetings)), None)


def _days_in(words: str) -> Iterator[PartialDate]:
    """The days by which, or in which, words ask for something."""
    for day in _BY.findall(words):
        with suppress(ValueError):
            yield PartialDate.from_text(day)
