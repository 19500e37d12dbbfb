"""Work programme: one body's tasks and objectives by priority, its meetings and audits, and what is carried over."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs import (
    AskedForm,
    Audit,
    Blocks,
    Board,
    Body,
    Document,
    Meeting,
    Objective,
    Organisation,
    Outline,
    PartialDate,
    Person,
    Prose,
    Record,
    Ref,
    Request,
    Runs,
    Section,
    Standing,
    Target,
    Task,
    Text,
    YearSpan,
    action_of,
    badge_of,
    brief_of,
    capital,
    changes_of,
    deadline_of,
    fold,
    hookimpl,
    house_template,
    in_force,
    in_words,
    is_open,
    labelled,
    lead_to,
    listed,
    open_promises,
    owners_of,
    paragraphs,
    priority_of,
    promise_words,
    row_head,
    say,
    standing_of,
    status_words,
    text_of,
    worries_of,
    years_of,
)

OWN_BUSINESS = "Its own business"
CARRIED_OVER = "Carried over from earlier years"


@frozen
class ProgrammeRow:
    """A task or objective in a row, with the action that it serves."""

    text: Blocks
    owners: Blocks
    deadline: Blocks
    status: Blocks
    serves: Blocks


@frozen
class ProgrammeGroup:
    """The rows that serve one priority, or none, or are carried over."""

    title: Runs
    caption: str
    rows: tuple[ProgrammeRow, ...]


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
        tuple(_facts(board, body, years)),
        tuple(_worries(board, body, years)),
        tuple(_meeting(meeting) for meeting in _meetings(board, body, years)),
        tuple(_groups(board, body, years)),
        tuple(_audit(board, audit) for audit in _audits(board, body, years)),
    )


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The body, its meetings and audits, and each of its tasks and objectives with its last update."""
    body, years = document.body, document.years
    if body is None or years is None:
        return
    yield from (body, *_meetings(board, body, years), *_audits(board, body, years))
    for standing in _work(board, body):
        yield from filter(None, (standing.work, standing.update))


def _facts(board: Board, body: Body, years: YearSpan) -> Iterator[Runs]:
    """Who chairs it, to whom it reports and when, how often it meets and when next."""
    chairs = [board.get(held.person).title for held in (*body.chairs, *body.co_chairs) if in_force(held, board.as_at)]
    counts = (each.count for each in body.meetings_planned if each.in_ == years)
    planned = next((say("meetings planned: {number}", number=in_words(count)) for count in counts), "")
    above = board.get(body.reports_to) if body.reports_to else None
    for label, words in (
        (say("Chair") if len(chairs) < 2 else say("Co-chairs"), listed(chairs)),
        (say("Reports to"), _with_next(board, above, above.title) if above else ""),
        (say("Meets in {years}", years=years), _with_next(board, body, "; ".join(filter(None, (body.meets, planned))))),
        (say("Next due"), _next_due(board, body, years)),
    ):
        if words:
            yield labelled(label, words, ends=False)


def _with_next(board: Board, body: Body, words: str) -> str:
    """Words of a body, and the day of its next meeting, where one is planned."""
    day = board.as_at
    planned = (each.date for each in board.meetings(body) if each.date and each.state == "planned")
    ahead = [each for each in planned if not (day and each.surely_before(day))]
    following = say("next meeting: {day}", day=min(ahead, key=lambda each: each.latest)) if ahead else ""
    return "; ".join(filter(None, (words, following)))


def _next_due(board: Board, body: Body, years: YearSpan) -> str:
    """Its open work that is due first after the board's day, and by when; that none is open; "" without any work."""
    work = [each for each in _work(board, body) if years_of(board, each.work) == years]
    still = [each for each in work if each.is_open]
    dated = [
        (day, each.work) for each in still if (day := each.work.deadline) and not (each.is_overdue or each.is_due_now)
    ]
    if not dated:
        return "" if still or not work else say("nothing, for all its work is finished")
    day, first = min(dated, key=lambda each: each[0].latest)
    return f"{brief_of(first).rstrip('.')}, {day}"


def _worries(board: Board, body: Body, years: YearSpan) -> Iterator[Runs]:
    """Its work of these years that is late, put off or not on course; what is asked and promised; late audits."""
    work = [each for each in _work(board, body) if years_of(board, each.work) == years]
    yield from worries_of(board, work)
    own = {each.work.id for each in work}
    for request in board.of(Request):
        if is_open(board, request) and board.get(request.about).id in own:
            asked = [say("a new deadline, {day}", day=request.new_deadline)] if request.new_deadline else []
            asked += [say("another owner, {owner}", owner=request.new_owner)] if request.new_owner else []
            yield (*lead_to(board.get(request.about)), Text(say(": asked for {what}", what=listed(asked))))
    for promise in open_promises(board):
        if board.get(promise.update.about).id in own:
            yield promise_words(promise)
    for audit in _audits(board, body, years):
        if late := _lateness(board, audit):
            yield Text(audit.title, strong=True), Text(f": {late}")


def _lateness(board: Board, audit: Audit) -> str:
    """That an audit is not carried out and was to be by a day that has come; else nothing."""
    planned, day = audit.planned, board.as_at
    is_late = not audit.carried_out and planned and day and planned.latest <= day.latest
    due = PartialDate.of_day(planned.latest) if is_late and planned else None
    return say("due by {day} and not carried out", day=due) if due else ""


def _meetings(board: Board, body: Body, years: YearSpan) -> list[Meeting]:
    return [each for each in board.meetings(body) if each.date and years.holds(each.date)]


def _meeting(meeting: Meeting) -> MeetingRow:
    where = "; ".join(part for part in (meeting.host, meeting.setting, meeting.items) if part)
    return MeetingRow(
        str(meeting.date), say((meeting.state or "not recorded").capitalize()), where or say("Not recorded")
    )


def _work(board: Board, body: Body) -> Iterator[Standing]:
    """How each task of the body stands, and each objective that it owns, or the action of which it owns."""
    works: tuple[Task | Objective, ...] = board.of(Task, Objective)
    for work in works:
        above = action_of(board, work) if isinstance(work, Objective) else None
        holders = (work.body,) if isinstance(work, Task) else (*work.owned_by, *(above.owned_by if above else ()))
        if _names(board, body, holders):
            yield standing_of(board, work)


def _names(board: Board, body: Body, refs: Iterable[Ref[Body | Organisation | Person] | None]) -> bool:
    """True where one of the references leads to the body."""
    return any(fold(board.get(ref).title) == fold(body.title) for ref in refs if ref)


def _groups(board: Board, body: Body, years: YearSpan) -> Iterator[ProgrammeGroup]:
    work = list(_work(board, body))
    own = [each for each in work if years_of(board, each.work) == years]
    for priority in board.priorities:
        rows = [each for each in own if priority_of(board, each.work) is priority]
        title = badge_of(board, priority, priority.title)
        yield from _group(board, title, say("Work that serves Priority {number}", number=board.number(priority)), rows)
    rows = [each for each in own if priority_of(board, each.work) is None]
    yield from _group(board, (Text(say(OWN_BUSINESS)),), say("Work that serves no priority"), rows)
    before = [each for each in work if (span := years_of(board, each.work)) and span < years and each.is_open]
    yield from _group(board, (Text(say(CARRIED_OVER)),), say("Open work of earlier years"), before)


def _group(board: Board, title: Runs, caption: str, rows: Iterable[Standing]) -> Iterator[ProgrammeGroup]:
    found = tuple(_row(board, each) for each in rows)
    if found:
        yield ProgrammeGroup(title, caption, found)


def _row(board: Board, standing: Standing) -> ProgrammeRow:
    work, action = standing.work, action_of(board, standing.work)
    serves = board.called(action).partition(", ")[2] or board.called(action) if action else say(OWN_BUSINESS)
    due = (*deadline_of(board, work), *changes_of(board, work))
    head = text_of(work) if isinstance(work, Task) else row_head(work)
    status = (*status_words(standing), *(() if standing.update else _asked(board, work)))
    return ProgrammeRow(head, owners_of(board, work), due, status, paragraphs(capital(serves)))


def _asked(board: Board, work: Target) -> Blocks:
    """Why nothing is told of it: by when an answer was asked for, or that nobody has asked yet."""
    asked = [each for each in board.of(AskedForm) if work.id in {board.get(ref).id for ref in each.asks_about}]
    said = say("asked for by {day}", day=asked[-1].answers_by) if asked else say("not asked for yet")
    return paragraphs(capital(said))


def _audits(board: Board, body: Body, years: YearSpan) -> list[Audit]:
    """The audits of the years that it carries out, or whose findings it hears."""
    own = (audit for audit in board.of(Audit) if audit.planned_years == years)
    return [audit for audit in own if _names(board, body, (audit.by, audit.findings_to))]


def _audit(board: Board, audit: Audit) -> AuditRow:
    heard = board.get(audit.findings_to).title if audit.findings_to else say("Not recorded")
    done = audit.carried_out.short if audit.carried_out else capital(_lateness(board, audit)) or say("Not yet")
    kind = audit.kind.capitalize() if audit.kind else say("Not recorded")
    return AuditRow(audit.title, kind, audit.planned.short if audit.planned else say("Not recorded"), done, heard)


@hookimpl.sections
def sections() -> list[Section[ProgrammePage]]:
    """The section `work-programme`."""
    template = house_template("work_programme")
    return [Section("work-programme", template, ProgrammePage, make_page, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """A body's work programme as a document of its own."""
    sections = ("work-programme", "document-control")
    return [Outline("work-programme", "Work Programme", sections)]
