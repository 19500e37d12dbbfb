"""Cover report: one report for an agenda: to whom, when and by whom, what is asked, why, and what it would mean."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Block,
    Blocks,
    Board,
    CoverReport,
    Document,
    Item,
    ItemList,
    Outline,
    Paragraph,
    PartialDate,
    Person,
    Prose,
    Runs,
    Section,
    Text,
    hookimpl,
    house_template,
    words_for,
)


@frozen
class CoverReportPage:
    """The report; the title is left out where it stands above as that of an appendix."""

    title: str
    board: str
    details: tuple[Runs, ...]
    requests: Blocks
    background: Prose
    implications: Blocks
    publication: str


def make_page(board: Board, document: Document) -> CoverReportPage | None:
    """The cover report of the document's name; nothing where none is recorded."""
    report = board.find(CoverReport, document.name)
    if report is None:
        return None
    return CoverReportPage(
        title="" if document.appendix else document.title,
        board=board.details.title,
        details=tuple(_details(board, report)),
        requests=tuple(_requests(board, report)),
        background=report.text,
        implications=tuple(_implication(report, name) for name in ("legal", "finance", "equality", "risk")),
        publication=str(report.publication),
    )


def printed(board: Board, document: Document) -> list[CoverReport]:
    """The cover report of the document."""
    report = board.find(CoverReport, document.name)
    return [report] if report else []


def _details(board: Board, report: CoverReport) -> Iterator[Runs]:
    """To whom, when, by whom and what for, a line each."""
    yield _labelled("Report to", board.get(report.report_to).title)
    yield _labelled("Date of meeting", str(report.meeting))
    yield _labelled("Report by", _author(board.get(report.by), report.meeting))
    if report.contact:
        yield _labelled("Contact", report.contact)
    yield _labelled("Purpose", f"For {report.purpose.value}")


def _author(person: Person, day: PartialDate) -> str:
    """Who wrote it, with the post held at the day of the meeting."""
    posts = (post for post in person.posts if not (post.to and post.to.surely_before(day)))
    post = next(posts, None)
    return f"{person.full_name}, {post.name}" if post else person.full_name


def _labelled(label: str, words: str) -> Runs:
    return (Text(f"{label}: ", strong=True), Text(words))


def _requests(board: Board, report: CoverReport) -> Iterator[Block]:
    """What the meeting is asked to do; one request as a sentence, several as a list."""
    asked = f"The {board.get(report.report_to).title} is asked to"
    words = [request.words[:1].lower() + request.words[1:] for request in report.recommendations]
    if len(words) < 2:
        yield Paragraph((Text(f"{asked} {words[0]}." if words else f"{asked} note this report."),))
        return
    yield Paragraph((Text(f"{asked}:"),))
    yield ItemList(tuple(Item((Paragraph((Text(line),)),)) for line in words), ordered=True)


def _implication(report: CoverReport, name: str) -> Paragraph:
    words = getattr(report, name) or words_for(report.gap(name)) or "Not recorded"
    return Paragraph(_labelled(name.capitalize(), f"{words.rstrip('.')}."))


@hookimpl.sections
def sections() -> list[Section[CoverReportPage]]:
    """The section `cover-report`."""
    template = house_template("cover_report")
    return [Section("cover-report", template, CoverReportPage, make_page, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """A cover report with the papers that it brings before the meeting."""
    return [Outline("cover-report", "Cover Report", ("cover-report", "list-of-appendices", "abbreviations"))]
