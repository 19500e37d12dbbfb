"""Assurance framework: what the board must be sure of, how it knows, how sure it is, and what closes each gap."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Assurance,
    AssuranceLevel,
    Assured,
    Blocks,
    Board,
    CoverReport,
    Document,
    Outline,
    Paragraph,
    PartialDate,
    Prose,
    RegisterEntry,
    Runs,
    Section,
    Text,
    as_at_words,
    because_of,
    begin_with,
    counted,
    every,
    hookimpl,
    house_template,
    in_words,
    labelled,
    points,
    say,
    sign_of,
    status_line,
)

from .gap_closing import closing_of, gap_line, readings_for, who_closes
from .sources import is_independent, looked_at, source_words


@frozen
class LevelRow:
    """A level of the board's scale and its definition."""

    level: Blocks
    definition: Prose


@frozen
class AssuranceCard:
    """What the board must be sure of: how sure it is and why, what is missing, how it knows, and who sees to it."""

    title: str
    text: Blocks


@frozen
class FrameworkPage:
    """The framework; the headlines say of how much the board is how sure, and of how much somebody else looked.

    After them each gap, with who closes it and by when.
    """

    lead: str
    headlines: tuple[Runs, ...]
    gaps: tuple[Runs, ...]
    key: tuple[LevelRow, ...]
    cards: tuple[AssuranceCard, ...]


def make_page(board: Board, document: Document) -> FrameworkPage | None:
    """All that the board must be sure of; nothing where it recorded none."""
    assurances = board.of(Assurance)
    if not assurances:
        return None
    return FrameworkPage(
        lead=say(
            "We must be sure of {things}. This is how sure we were{when}.{asked}",
            things=counted(len(assurances), "thing"),
            when=as_at_words(document),
            asked=_asked(board, document),
        ),
        headlines=(*_headlines(board, assurances), *_next_looks(assurances)),
        gaps=tuple(
            (*labelled(each.title, " ".join(words)), Text(who_closes(board, work)))
            for each in assurances
            for work, words in closing_of(board, each.shortfalls)
        ),
        key=tuple(LevelRow(status_line(level), level.text) for level in board.of(AssuranceLevel)),
        cards=tuple(_card(board, assurance) for assurance in assurances),
    )


def _asked(board: Board, document: Document) -> str:
    """Which cover report brings the framework to a meeting; "" where it is bound into it."""
    for report in () if document.appendix else board.of(CoverReport):
        entry = board.find(RegisterEntry, report.id)
        if entry and document.original in entry.appendices:
            told = "{paper} brings it to the {body} on {day}, and says what is asked."
            body = board.get(report.report_to).title
            return f" {say(told, paper=entry.title, body=body, day=report.meeting)}"
    return ""


def _next_looks(assurances: tuple[Assurance, ...]) -> Iterator[Runs]:
    """When each thing is looked at next, the first day first, and of which no day is recorded."""
    known = dict[PartialDate, list[str]]()
    for each in assurances:
        if each.looked_at_next:
            known.setdefault(each.looked_at_next, []).append(each.title)
    told = [f"{day} ({'; '.join(known[day])})" for day in sorted(known)]
    if undated := [each.title for each in assurances if not each.looked_at_next]:
        told.append(say("no day is recorded: {things}", things="; ".join(undated)))
    yield labelled(say("Looked at next"), "; ".join(told), ends=False)


def _headlines(board: Board, assurances: tuple[Assurance, ...]) -> Iterator[Runs]:
    """How many things stand at each level, the surest first, and how many at none, and which."""
    things: dict[str, list[str]] = {}
    for assurance in assurances:
        last = assurance.in_order[-1:]
        level = board.get(last[0].level).title if last else say("Not assessed")
        things.setdefault(level, []).append(assurance.title)
    for title in (*(level.title for level in board.of(AssuranceLevel)), say("Not assessed")):
        if named := things.get(title):
            yield labelled(title, f"{counted(len(named), 'thing')} ({'; '.join(named)})", ends=False)

    checks = {each.title: {is_independent(board, each, source) for source in each.sources} for each in assurances}
    if any(found - {None} for found in checks.values()):
        seen = [title for title, found in checks.items() if True in found]
        words = f"{counted(len(seen), 'thing')} ({'; '.join(seen)})" if seen else in_words(0)
        yield labelled(say("Looked at by somebody independent of the owner"), words, ends=False)
    days = {each.title: [looked_at(board, source)[1] for source in each.sources] for each in assurances}
    undated = [title for title, found in days.items() if "" in found]
    if undated and any(map(any, days.values())):
        yield labelled(say("No date is recorded for a source of"), "; ".join(undated), ends=False)
    reached = [found for each in assurances for found in readings_for(board, each)]
    if missed := dict.fromkeys(title for title, _, met in reached if met is False):
        words = f"{in_words(len(missed))} ({'; '.join(missed)})"
        yield labelled(say("Target not met"), words, ends=False)


def _card(board: Board, assurance: Assurance) -> AssuranceCard:
    sources = [source_words(board, assurance, source) for source in assurance.sources]
    gaps = tuple(gap_line(board, *each) for each in closing_of(board, assurance.shortfalls))
    missing = begin_with(points(gaps, say("No gap is recorded")), label=say("What is missing"))
    ways = {True: say(": met"), False: say(": not met"), None: ""}
    reached = [f"{words}{ways[met]}" for _, words, met in readings_for(board, assurance)]
    return AssuranceCard(
        assurance.title,
        (
            *begin_with(assurance.text),
            *(Paragraph(line) for line in (_levels(board, assurance), _charge(board, assurance)) if line),
            *missing,
            *(begin_with(points(reached, ""), label=say("Measured")) if reached else ()),
            *begin_with(points(sources, say("None")), label=say("How we know")),
        ),
    )


def _levels(board: Board, assurance: Assurance) -> Runs:
    """How sure the board is, since when and why, whether that is old, and what was said before."""
    if not assurance.assured:
        return (Text(say("Not assessed")),)
    *earlier, last = assurance.in_order
    old = f"{say('This is more than a year old')}. " if assurance.is_stale_at(board.as_at) else ""
    before = (f"{board.get(each.level).title}{_told(each)}" for each in earlier[-1:])
    told = (run for words in before for run in labelled(say("Before"), words))
    return (*sign_of(board.get(last.level), f"{_told(last)}. {old}"), *told)


def _told(assured: Assured) -> str:
    """When, and why, as a sentence goes on with it."""
    when = say(", as at {day}", day=assured.as_at) if assured.as_at else ""
    return when + because_of(assured.because)


def _charge(board: Board, assurance: Assurance) -> Runs:
    """Who sees to it, to whom, and when it is looked at next."""
    owner = labelled(say("Owner"), board.get(assurance.owner).title) if assurance.owner else ()
    above = labelled(say("Reports to"), board.get(assurance.reports_to).title) if assurance.reports_to else ()
    ahead = labelled(say("Looked at next"), str(assurance.looked_at_next)) if assurance.looked_at_next else ()
    return (*owner, *above, *ahead)


@hookimpl.sections
def sections() -> list[Section[FrameworkPage]]:
    """The section `assurance-framework`."""
    template, printed = house_template("assurance_framework"), every(AssuranceLevel, Assurance)
    return [Section("assurance-framework", template, FrameworkPage, make_page, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The assurance framework and the audit programme in one document."""
    sections = ("cover", "assurance-framework", "audit-programme", "document-control")
    return [Outline("assurance-framework", "Assurance Framework and Audit Programme", sections)]
