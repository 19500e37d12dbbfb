"""Business: the papers of cover reports and what reports ask for, each with the planned meeting that it comes to."""

from collections.abc import Iterator

from bscb_docs import (
    AsideKind,
    Board,
    CoverReport,
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

Asked = list[tuple[Runs, Meeting | None]]
"""What reports ask for, and the planned meeting that it comes to."""
Papers = list[tuple[CoverReport, Meeting | None]]
"""Each paper, and the planned meeting that it goes to."""

_ASKED = {AsideKind.DECISION: "Decision wanted", AsideKind.RECOMMENDATION: "Recommendation to be answered"}


def papers_of(board: Board, meetings: list[Meeting]) -> Papers:
    """Each paper with the meeting that it goes to: that of its body on its day, else one that may be held then."""
    of_body: dict[str, list[Meeting]] = {}
    for each in meetings:
        of_body.setdefault(board.get(each.body).title, []).append(each)
    papers: Papers = []
    for report in board.of(CoverReport):
        then, own = report.meeting, of_body.get(board.get(report.report_to).title, ())
        fitting = [each for each in own if each.date and then.meets(each.date)]
        exact = (each for each in fitting if each.date == then)
        papers.append((report, next(exact, fitting[0] if fitting else None)))
    return papers


def asked_of(board: Board, meetings: list[Meeting]) -> Iterator[tuple[Runs, Meeting | None]]:
    """What reports of the last year ask for, each with the first meeting of a body that it names."""
    first = {board.get(each.body).title: each for each in reversed(meetings)}
    for narrative in board.of(Narrative):
        entry = board.find(RegisterEntry, narrative.id)
        if not (entry and entry.as_at and board.as_at) or entry.as_at.is_a_year_before(board.as_at):
            continue
        for wanted in wanted_of(narrative, *_ASKED):
            words = (Text(f"{say(_ASKED[wanted.kind])}: ", strong=True), *wanted.heading)
            named = names_in(wanted.words, first)
            yield words, first[named[0]] if named else None


def paper_title(board: Board, report: CoverReport) -> str:
    """What an agenda calls the papers that a cover report brings."""
    entry = board.find(RegisterEntry, report.id)
    titles = [entry.title if entry else report.id, *(board.get(paper).title for paper in report.papers)]
    return say("Papers: {titles}" if len(titles) > 1 else "Paper: {titles}", titles=listed(titles))


def unplaced_papers(board: Board, reports: list[CoverReport]) -> Iterator[Runs]:
    """The papers for a day to come on which no meeting of that body is planned."""
    for report in reports:
        is_past = board.as_at is not None and report.meeting.surely_before(board.as_at)
        if not is_past:
            title, to = paper_title(board, report), board.get(report.report_to).title
            yield labelled(str(report.meeting), say("{title}, to {to}", title=title, to=to), ends=False)
