"""Work programme: one body's tasks and objectives by priority, its meetings and audits, and what is carried over."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    AskedForm,
    Audit,
    Blocks,
    Board,
    Body,
    Document,
    Meeting,
    Outline,
    Paper,
    Paragraph,
    Prose,
    Record,
    Runs,
    Section,
    Standing,
    Target,
    Text,
    YearSpan,
    action_of,
    badge_of,
    begin_with,
    capital,
    carried_out_words,
    charge_of,
    ended_with,
    hookimpl,
    house_template,
    labelled,
    paragraphs,
    priority_of,
    runs_of,
    say,
    status_words,
    text_of,
    years_of,
)

from .body_work import audits_of, meetings_of, work_of
from .programme_head import attention_of, facts_of

OWN_BUSINESS = "Its own business"
CARRIED_OVER = "Carried over from earlier years"


@frozen
class ProgrammeGroup:
    """The work that serves one priority, or none, or is carried over: a point each."""

    title: Runs
    entries: tuple[Blocks, ...]


@frozen
class MeetingRow:
    """A meeting of the year: its day, whether it was held, and where or what about."""

    date: str
    state: str
    items: str


@frozen
class AuditRow:
    """An audit that the body carries out, or whose findings it hears."""

    title: str
    kind: str
    planned: str
    carried_out: str
    findings_to: str


@frozen
class ProgrammePage:
    """The programme of one body for one year; where the document has no cover, board and draft stand above its heading.

    What is late, put off or not on course, asked of the board, and promised comes before the work.
    """

    board: str
    draft: str
    heading: str
    years: str
    purpose: Prose
    facts: tuple[Runs, ...]
    worries: tuple[Runs, ...]
    meetings: tuple[MeetingRow, ...]
    groups: tuple[ProgrammeGroup, ...]
    audits: tuple[AuditRow, ...]


def make_page(board: Board, document: Document) -> ProgrammePage | None:
    """The programme of the document's body in its years; nothing where the register names no body."""
    body, years = document.body, document.years
    if body is None or years is None:
        return None
    has_cover = any(name == "cover" for name, _ in document.beside)
    return ProgrammePage(
        "" if has_cover else board.details.title,
        "" if has_cover else document.draft_mark,
        say("Work programme {years}", years=years) if has_cover else document.title,
        str(years),
        body.text,
        tuple(facts_of(board, body, years)),
        tuple(attention_of(board, body, years)),
        tuple(_meeting(meeting) for meeting in meetings_of(board, body, years)),
        tuple(_groups(board, body, years)),
        tuple(_audit(board, audit) for audit in audits_of(board, body, years)),
    )


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The body, its meetings and audits, and each of its tasks and objectives with its last update."""
    body, years = document.body, document.years
    if body is None or years is None:
        return
    yield from (body, *meetings_of(board, body, years), *audits_of(board, body, years))
    for standing in work_of(board, body):
        yield from filter(None, (standing.work, standing.update))


def _meeting(meeting: Meeting) -> MeetingRow:
    where = "; ".join(part for part in (meeting.host, meeting.setting, meeting.items) if part)
    return MeetingRow(
        str(meeting.date), say((meeting.state or "not recorded").capitalize()), where or say("Not recorded")
    )


def _groups(board: Board, body: Body, years: YearSpan) -> Iterator[ProgrammeGroup]:
    own = list(work_of(board, body, years))
    still = ((each, years_of(board, each.work)) for each in work_of(board, body) if each.is_open)
    groups = [
        *((badge_of(board, priority, priority.title), priority) for priority in board.priorities),
        ((Text(say(OWN_BUSINESS)),), None),
    ]
    found = [(title, [each for each in own if priority_of(board, each.work) is above]) for title, above in groups]
    found.append(((Text(say(CARRIED_OVER)),), [each for each, span in still if span and span < years]))
    for title, works in found:
        if works:
            yield ProgrammeGroup(title, tuple(_entry(board, each) for each in works))


def _entry(board: Board, standing: Standing) -> Blocks:
    """What it is; then how it stands, whose it is and by when, with what changed, and the action that it serves."""
    work, action = standing.work, action_of(board, standing.work)
    status = status_words(standing) if standing.update else paragraphs(f"{say('No update')}; {_asked(board, work)}")
    stands = runs_of(begin_with((*status, *paragraphs(". ")), label=say("Status")))
    serves = labelled(say("Serves"), board.called(action)) if action else ()
    titled = begin_with((Paragraph((Text(f"{work.title}.", strong=True),)),), name=work.id) if work.title else ()
    return ended_with(titled or begin_with(text_of(work), name=work.id), (*stands, *charge_of(board, work), *serves))


def _asked(board: Board, work: Target) -> str:
    """Why nothing is told of it: by when an answer was asked for, or that nobody has asked yet."""
    asked = [each for each in board.of(AskedForm) if work.id in {board.get(ref).id for ref in each.asks_about}]
    return say("asked for by {day}", day=asked[-1].answers_by) if asked else say("not asked for yet")


def _audit(board: Board, audit: Audit) -> AuditRow:
    heard = board.get(audit.findings_to).title if audit.findings_to else say("Not recorded")
    done = capital(carried_out_words(board, audit))
    kind = audit.kind.capitalize() if audit.kind else say("Not recorded")
    return AuditRow(audit.title, kind, audit.planned.short if audit.planned else say("Not recorded"), done, heard)


@hookimpl.sections
def sections() -> list[Section[ProgrammePage]]:
    """The section `work-programme`."""
    template = house_template("work_programme")
    return [Section("work-programme", template, ProgrammePage, make_page, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """A body's work programme as a document of its own, which is built where the register says of which body."""
    sections = ("work-programme", "document-control")
    return [Outline("work-programme", "Work Programme", sections, paper=Paper.BY_NAME)]
