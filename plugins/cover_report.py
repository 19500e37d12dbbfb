"""Cover report: one report for an agenda: to whom, when and by whom, what is asked, why, and what it would mean."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Aside,
    AsideKind,
    Block,
    Blocks,
    Board,
    CoverReport,
    Document,
    IssueState,
    Narrative,
    Outline,
    Paper,
    Paragraph,
    PartialDate,
    Person,
    Prose,
    Record,
    ReportPurpose,
    Runs,
    Section,
    begin_with,
    capital,
    fold,
    hookimpl,
    house_template,
    labelled,
    listed,
    paragraphs,
    say,
    wanted_of,
    words_for,
)


@frozen
class CoverReportPage:
    """The report; the heading is its title, and in an appendix, which bears that already, to whom it goes."""

    heading: str
    board: str
    draft: str
    details: tuple[Runs, ...]
    asked: str
    requests: tuple[str, ...]
    decisions: tuple[Blocks, ...]
    background: tuple[Blocks, ...]
    implications: tuple[Runs, ...]
    steps: tuple[Runs, ...]


def make_page(board: Board, document: Document) -> CoverReportPage | None:
    """The cover report of the document's name; nothing where none is recorded."""
    report = board.find(CoverReport, document.original)
    if report is None:
        return None
    body = board.get(report.report_to).title
    asked = [request.words[:1].lower() + request.words[1:] for request in report.recommendations]
    return CoverReportPage(
        heading=say("Report to the {body}", body=body) if document.appendix else document.title,
        board=board.details.title,
        draft="" if document.appendix else document.draft_mark,
        details=tuple(_details(board, document, report)),
        asked=say("The {body} is asked to:" if asked else "The {body} is asked to note this report.", body=body),
        requests=tuple(asked),
        decisions=tuple(_decisions(board, report)),
        background=tuple(_paragraphs(report.text)),
        implications=tuple(_implication(report, name) for name in ("legal", "finance", "equality", "risk")),
        steps=tuple(_steps(board, report)),
    )


def printed(board: Board, document: Document) -> list[Record]:
    """The cover report of the document, and the papers that it names."""
    report = board.find(CoverReport, document.original)
    return [report, *map(board.get, report.papers)] if report else []


_PURPOSES = {
    ReportPurpose.DECISION: "For decision",
    ReportPurpose.DISCUSSION: "For discussion",
    ReportPurpose.ASSURANCE: "For assurance",
    ReportPurpose.NOTING: "For noting",
}


def _details(board: Board, document: Document, report: CoverReport) -> Iterator[Runs]:
    """To whom, when, by whom, what for and of which day, a line each."""
    for label, words in (
        ("Report to", board.get(report.report_to).title),
        ("Date of meeting", str(report.meeting)),
        ("Report by", _author(board.get(report.by), report.meeting)),
        ("Contact", report.contact),
        ("Purpose", say(_PURPOSES[report.purpose])),
        ("As at", str(document.as_at or "")),
        ("Papers with it", listed([board.get(paper).title for paper in report.papers])),
        ("For approval at this meeting", "; ".join(_to_approve(board, report))),
        ("Publication", str(report.publication)),
    ):
        if words:
            yield labelled(say(label), words, ends=False)


def _to_approve(board: Board, report: CoverReport) -> Iterator[str]:
    """The other papers of which the last version goes to this meeting for approval: the body's next one."""
    body = board.get(report.report_to)
    days = [each.date for each in board.meetings(body) if each.state == "planned" and each.date]
    ahead = [day for day in days if not (board.as_at and day.surely_before(board.as_at))]
    own = {report.id, *(board.get(paper).id for paper in report.papers)}
    for entry in board.documents if min(ahead, default=None) == report.meeting else ():
        last = board.issue(entry.id)
        if last and last.state is IssueState.FOR_APPROVAL and last.goes_to and entry.id not in own:
            yield from [entry.title] if board.get(last.goes_to) is body else []


def _decisions(board: Board, report: CoverReport) -> Iterator[Blocks]:
    """The decisions that the papers beside it want of the body, with their options, each after the paper's title."""
    body = fold(board.get(report.report_to).title)
    for paper in map(board.get, report.papers):
        narrative = board.find(Narrative, paper.id)
        for wanted in wanted_of(narrative, AsideKind.DECISION) if narrative else ():
            if body in fold("".join(getattr(run, "text", "") for run in wanted.heading)):
                said = say("{paper} asks for this decision, in its own words:", paper=paper.title)
                yield (*paragraphs(said), Aside(wanted.kind, Paragraph(wanted.heading), wanted.blocks))


def _steps(board: Board, report: CoverReport) -> Iterator[Runs]:
    """Who does what once the meeting has decided, the earliest first."""
    for step in sorted(report.next_steps, key=lambda each: each.by.latest):
        who = say("{who}, by {day}", who=board.get(step.who).title, day=step.by)
        yield labelled(who, f"{capital(step.what)}.", ends=False)


def _author(person: Person, day: PartialDate) -> str:
    """Who wrote it, with the post held at the day of the meeting."""
    post = person.post_at(day)
    return f"{person.full_name}, {post.name}" if post else person.full_name


def _paragraphs(text: Prose) -> Iterator[Blocks]:
    """Each paragraph with the lists and tables that follow it, for one number each."""
    found: list[Block] = []
    for block in begin_with(text):
        if isinstance(block, Paragraph) and found:
            yield tuple(found)
            found = []
        found.append(block)
    if found:
        yield tuple(found)


def _implication(report: CoverReport, name: str) -> Runs:
    """What is said of it, figures and names set, after its label."""
    words = getattr(report, name) or Prose(words_for(report.gap(name)) or say("Not recorded"))
    label, said = say(name.capitalize()), f"{capital(str(words).rstrip('.'))}."
    match begin_with(Prose(said, words.place), label=label):
        case (Paragraph(runs=runs),):
            return runs
    return labelled(label, said, ends=False)


@hookimpl.sections
def sections() -> list[Section[CoverReportPage]]:
    """The section `cover-report`."""
    template = house_template("cover_report")
    return [Section("cover-report", template, CoverReportPage, make_page, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """A cover report with the papers that it brings before the meeting."""
    sections = ("cover-report", "list-of-appendices")
    return [Outline("cover-report", "Cover Report", sections, paper=Paper.BY_NAME)]
