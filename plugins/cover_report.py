"""Cover report: one report for an agenda: to whom, when and by whom, what is asked, why, and what it would mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import ClassVar

from attrs import frozen

from bscb_docs import (
    Block,
    Blocks,
    Board,
    Body,
    Document,
    Item,
    ItemList,
    Kind,
    Outline,
    Paragraph,
    PartialDate,
    Person,
    Prose,
    Record,
    Ref,
    Runs,
    Section,
    Text,
    hookimpl,
    house_template,
    many,
    one,
    words_for,
)

_NO_VERB = re.compile(r"(?:an?|the|that|this|these|those|all|each|every|it|to|we|our|members)\b", re.IGNORECASE)
"""What a request never begins with; a list of verbs would refuse the one that it forgot."""

_EXEMPT = {
    1: "about a person",
    2: "from which a person could be known",
    3: "about the finance or business of a person or body",
    4: "about consultation or negotiation with employees",
    5: "that is privileged in legal proceedings",
    6: "that shows which notice, order or direction an authority means to give",
    7: "about preventing, investigating or prosecuting crime",
}
"""What each paragraph of Part 1 of Schedule 12A to the Local Government Act 1972 keeps from the public, in England."""


class ReportPurpose(Enum):
    """What the meeting is to do with a report."""

    DECISION = "decision"
    DISCUSSION = "discussion"
    ASSURANCE = "assurance"
    NOTING = "noting"


@frozen
class Request:
    """What the meeting is asked to do, begun with a verb: `agree how the work is paid for`."""

    accepts: ClassVar[tuple[str, str]] = (
        "what the meeting is asked to do, begun with a verb",
        "agree how the work is paid for",
    )
    words: str

    @classmethod
    def from_text(cls, text: str) -> Request:
        """The request; ValueError where its first word is no verb."""
        words = " ".join(text.split()).rstrip(".;,")
        if _NO_VERB.match(words):
            raise ValueError(f'"{words}" begins with no verb; write: note ..., agree ..., approve ..., endorse ...')
        return cls(words)


@frozen
class Publication:
    """Whether anybody may read it: `public`, or `exempt, paragraph 3` of the Act's schedule."""

    accepts: ClassVar[tuple[str, str]] = ("`public`, or under which paragraph it is exempt", "exempt, paragraph 3")
    paragraph: int | None = None
    """The paragraph that it is exempt under; None where it is public."""

    @classmethod
    def from_text(cls, text: str) -> Publication:
        """What a line says; ValueError where it is neither public nor names a paragraph from 1 to 7."""
        match = re.fullmatch(r"public|exempt,? (?:under )?paragraph (?P<paragraph>[1-7])", text.strip().lower())
        if not match:
            raise ValueError(f'"{text}" is neither; write "public", or "exempt, paragraph 1" with a number up to 7')
        return cls(int(match["paragraph"]) if match["paragraph"] else None)

    def __str__(self) -> str:
        """The sentence that is printed."""
        if self.paragraph is None:
            return "This report is for general release."
        act = "Part 1 of Schedule 12A to the Local Government Act 1972"
        return (
            f"This report is not for publication. It is exempt under paragraph {self.paragraph} of {act}: "
            f"information {_EXEMPT[self.paragraph]}."
        )


@frozen(kw_only=True)
class CoverReport(Record):
    """What the cover report of that id says, `meeting` being its day; the text is the background."""

    id: str
    report_to: Ref[Body] = one()
    meeting: PartialDate = one()
    by: Ref[Person] = one()
    contact: str | None = one()
    """How to reach who wrote it."""
    purpose: ReportPurpose = one()
    recommendations: tuple[Request, ...] = many("recommendation")
    legal: str | None = one()
    finance: str | None = one()
    equality: str | None = one()
    risk: str | None = one()
    publication: Publication = one(default=Publication())
    text: Prose = Prose("")


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


@hookimpl.kinds
def kinds() -> list[Kind]:
    """The kind `Cover report`."""
    return [Kind(CoverReport, "Cover report")]


@hookimpl.sections
def sections() -> list[Section[CoverReportPage]]:
    """The section `cover-report`."""
    template = house_template("cover_report")
    return [Section("cover-report", template, CoverReportPage, make_page, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """A cover report with the papers that it brings before the meeting."""
    return [Outline("cover-report", "Cover Report", ("cover-report", "list-of-appendices", "abbreviations"))]
