"""Cover report: one report for an agenda: to whom, when and by whom, what is asked, why, and what it would mean."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Block,
    Blocks,
    Board,
    CoverReport,
    Document,
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
    hookimpl,
    house_template,
    labelled,
    listed,
    say,
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
    background: tuple[Blocks, ...]
    implications: tuple[Runs, ...]
    publication: str


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
        details=tuple(_details(board, report)),
        asked=say("The {body} is asked to:" if asked else "The {body} is asked to note this report.", body=body),
        requests=tuple(asked),
        background=tuple(_paragraphs(report.text)),
        implications=tuple(_implication(report, name) for name in ("legal", "finance", "equality", "risk")),
        publication=str(report.publication),
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


def _details(board: Board, report: CoverReport) -> Iterator[Runs]:
    """To whom, when, by whom and what for, a line each."""
    for label, words in (
        ("Report to", board.get(report.report_to).title),
        ("Date of meeting", str(report.meeting)),
        ("Report by", _author(board.get(report.by), report.meeting)),
        ("Contact", report.contact),
        ("Purpose", say(_PURPOSES[report.purpose])),
        ("Papers with it", listed([board.get(paper).title for paper in report.papers])),
    ):
        if words:
            yield labelled(say(label), words, ends=False)


def _author(person: Person, day: PartialDate) -> str:
    """Who wrote it, with the post held at the day of the meeting."""
    post = next((post for post in person.posts if not (post.to and post.to.surely_before(day))), None)
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
    words = getattr(report, name) or words_for(report.gap(name)) or say("Not recorded")
    return labelled(say(name.capitalize()), f"{capital(words.rstrip('.'))}.", ends=False)


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
