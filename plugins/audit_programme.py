"""Audit programme: each audit of a year, when it was planned and carried out, what it found and what was made of it."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Audit,
    Blocks,
    Board,
    Document,
    Paragraph,
    Runs,
    Section,
    Text,
    as_at_words,
    begin_with,
    capital,
    carried_out_words,
    counted,
    hookimpl,
    house_template,
    in_words,
    labelled,
    points,
    say,
    words_of_work,
)


@frozen
class AuditCard:
    """An audit: what it looks at, who carries it out for whom and when, what it found and what was made of that."""

    title: str
    text: Blocks


@frozen
class ProgrammePage:
    """The audits of the years, in the board's order."""

    years: str
    lead: str
    cards: tuple[AuditCard, ...]


def make_page(board: Board, document: Document) -> ProgrammePage | None:
    """The audits of the document's years, of a document without years all; nothing where there are none."""
    audits = audits_of(board, document)
    if not audits:
        return None
    done = sum(audit.carried_out is not None for audit in audits)
    lead = say(
        "The programme has {count}: {carried_out} carried out{when}.",
        count=counted(len(audits), "audit"),
        when=as_at_words(document),
        carried_out=say("all of them") if done == len(audits) else in_words(done),
    )
    return ProgrammePage(str(document.years or ""), lead, tuple(_card(board, each) for each in audits))


def audits_of(board: Board, document: Document) -> list[Audit]:
    """The audits of the document's years, of a document without years all."""
    return [audit for audit in board.of(Audit) if document.years in (None, audit.planned_years)]


def _card(board: Board, audit: Audit) -> AuditCard:
    works = [words_of_work(board, board.get(work)) for work in audit.actions]
    actions = [each.runs for work in works for each in work if isinstance(each, Paragraph)]
    nothing = say("Nothing yet") if audit.carried_out else say("Not carried out yet")
    found = begin_with(points(audit.findings, nothing), label=say("What it found"))
    made = begin_with(points(actions, nothing), label=say("What was made of it"))
    charge = (Paragraph(tuple(run for line in _charge(board, audit) for run in line)),)
    is_ahead = not (audit.carried_out or audit.findings or actions)
    return AuditCard(audit.title, (*begin_with(audit.text), *charge, *(() if is_ahead else (*found, *made))))


def _charge(board: Board, audit: Audit) -> Iterator[Runs]:
    """Its kind, who carries it out, when it was planned and carried out, and to whom the findings go."""
    by = say("by {who}", who=board.get(audit.by).title) if audit.by else ""
    if said := ", ".join(filter(None, (audit.kind or "", by))):
        yield (Text(f"{capital(said)}. "),)
    yield labelled(say("Planned"), audit.planned.short if audit.planned else say("not recorded"))
    yield labelled(say("Carried out"), carried_out_words(board, audit))
    if audit.findings_to:
        yield labelled(say("Findings to"), board.get(audit.findings_to).title)


@hookimpl.sections
def sections() -> list[Section[ProgrammePage]]:
    """The section `audit-programme`."""
    template = house_template("audit_programme")
    return [Section("audit-programme", template, ProgrammePage, make_page, prints=audits_of)]
