"""Business: papers, versions for approval, items, and what reports ask for, each with its meeting and who brings it."""

from collections.abc import Iterator

from bscb_docs import (
    AsideKind,
    Board,
    Body,
    CoverReport,
    Issue,
    IssueState,
    Meeting,
    Narrative,
    RegisterEntry,
    Runs,
    Text,
    labelled,
    listed,
    names_in,
    say,
    wanted_of,
)

Item = tuple[Runs, Meeting | None]
"""What comes to a meeting, with the planned one that it comes to."""
Diary = dict[str, list[Meeting]]
"""The planned meetings of each body in their order, by its title."""

_ASKED = {AsideKind.DECISION: "Decision wanted", AsideKind.RECOMMENDATION: "Recommendation to be answered"}


def diary_of(board: Board, meetings: list[Meeting]) -> Diary:
    """The meetings by the bodies that hold them."""
    diary: Diary = {}
    for each in meetings:
        diary.setdefault(board.get(each.body).title, []).append(each)
    return diary


def items_of(board: Board, diary: Diary) -> Iterator[Item]:
    """Papers, versions for approval, what the table of meetings has, and what reports ask for."""
    yield from _papers(board, diary)
    yield from _approvals(board, diary)
    for meetings in diary.values():
        for each in meetings:
            yield from (((Text(item.strip()),), each) for item in (each.items or "").split(";") if item.strip())
    yield from _asked(board, diary)


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
    waiting: dict[tuple[str, str], list[str]] = {}
    for entry in board.documents:
        versions = board.versions(entry.id)
        if versions and versions[-1].state is IssueState.FOR_APPROVAL:
            key = _approver(board, versions), versions[-1].author or ""
            waiting.setdefault(key, []).append(entry.title)
    for (body, author), titles in waiting.items():
        told, meetings = f"{listed(titles)}{brought_by(author)}", diary.get(body)
        if not meetings:
            to = say(", to {body}", body=body) if body else say("; who approves it is not recorded")
            told = f"{listed(titles)}{to}"
        yield labelled(say("For approval"), told, ends=False), meetings[0] if meetings else None


def _approver(board: Board, versions: tuple[Issue, ...]) -> str:
    """The body that the last version goes to, else that which approved an earlier one last; "" for neither."""
    if versions[-1].goes_to:
        return board.get(versions[-1].goes_to).title
    before = (line for each in reversed(versions) for line in each.approved_by)
    named = (names_in(line, (body.title for body in board.of(Body))) for line in before)
    return next((names[0] for names in named if names), "")


def _asked(board: Board, diary: Diary) -> Iterator[Item]:
    """What reports of the last year ask for, each with the first meeting of a body that it names."""
    for narrative in board.of(Narrative):
        entry = board.find(RegisterEntry, narrative.id)
        if not (entry and entry.as_at and board.as_at) or entry.as_at.is_a_year_before(board.as_at):
            continue
        author = next((each.author for each in reversed(board.versions(entry.id)) if each.author), "")
        for wanted in wanted_of(narrative, *_ASKED):
            asked = Text(f"{say(_ASKED[wanted.kind])}: ", strong=True)
            named = names_in(wanted.words, diary)
            yield (asked, *wanted.heading, Text(brought_by(author))), diary[named[0]][0] if named else None
