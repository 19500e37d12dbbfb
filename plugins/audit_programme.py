"""Audit programme: each audit of a year, when it was planned and carried out, what it found and what was made of it."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Audit,
    Blocks,
    Board,
    Document,
    Paragraph,
    Section,
    Text,
    as_at_words,
    begin_with,
    counted,
    hookimpl,
    house_template,
    in_words,
    paragraphs,
    points,
    say,
    words_of_work,
)


@frozen
class AuditRow:
    """An audit: what it looks at, who carries it out for whom, when, what it found and what was made of that."""

    subject: Blocks
    by: Blocks
    when: Blocks
    findings: Blocks
    actions: Blocks


@frozen
class ProgrammePage:
    """The audits of the years, in the board's order."""

    years: str
    lead: str
    rows: tuple[AuditRow, ...]


def make_page(board: Board, document: Document) -> ProgrammePage | None:
    """The audits of the document's years, of a document without years all; nothing where there are none."""
    audits = audits_of(board, document)
    if not audits:
        return None
    done = sum(audit.carried_out is not None for audit in audits)
    lead = say(
        "The programme has {count}. How many were carried out{when}: {carried_out}.",
        count=counted(len(audits), "audit"),
        when=as_at_words(document),
        carried_out=say("all of them") if done == len(audits) else in_words(done),
    )
    return ProgrammePage(str(document.years or ""), lead, tuple(_row(board, each) for each in audits))


def audits_of(board: Board, document: Document) -> list[Audit]:
    """The audits of the document's years, of a document without years all."""
    return [audit for audit in board.of(Audit) if document.years in (None, audit.planned_years)]


def _row(board: Board, audit: Audit) -> AuditRow:
    title = Paragraph((Text(audit.title, strong=True),))
    actions = tuple(block for work in audit.actions for block in words_of_work(board, board.get(work)))
    nothing = say("Nothing yet") if audit.carried_out else say("Not carried out yet")
    return AuditRow(
        subject=(title, *begin_with(audit.text)),
        by=points(_charge(board, audit), say("Not recorded")),
        when=_when(board, audit),
        findings=points(audit.findings, nothing),
        actions=actions or paragraphs(nothing),
    )


def _charge(board: Board, audit: Audit) -> Iterator[str]:
    """Its kind, who carries it out, and to whom the findings go."""
    if audit.kind:
        yield audit.kind.capitalize()
    if audit.by:
        yield say("By {title}", title=board.get(audit.by).title)
    if audit.findings_to:
        yield say("Findings to {title}", title=board.get(audit.findings_to).title)


def _when(board: Board, audit: Audit) -> Blocks:
    """When it was planned and carried out, and whether that is later than planned."""
    planned, done, day = audit.planned, audit.carried_out, board.as_at
    past = done.earliest if done else day.earliest if day else None
    lines = [
        say("Planned: {day}", day=planned.short if planned else say("not recorded")),
        say("Carried out: {day}", day=done.short if done else say("not yet")),
    ]
    if planned and past and planned.latest < past:
        lines.append(say("Later than planned") if done else say("Its time has passed"))
    return paragraphs(*lines)


@hookimpl.sections
def sections() -> list[Section[ProgrammePage]]:
    """The section `audit-programme`."""
    template = house_template("audit_programme")
    return [Section("audit-programme", template, ProgrammePage, make_page, prints=audits_of)]
