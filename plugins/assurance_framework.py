"""Assurance framework: what the board must be sure of, how it knows, how sure it is, and what closes each gap."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs import (
    Assurance,
    AssuranceGap,
    AssuranceLevel,
    AssuranceSource,
    Assured,
    Block,
    Blocks,
    Board,
    Document,
    Outline,
    Paragraph,
    Prose,
    Runs,
    Section,
    Text,
    as_at_words,
    begin_with,
    capital,
    counted,
    every,
    hookimpl,
    house_template,
    labelled,
    paragraphs,
    points,
    say,
    status_line,
    words_of_work,
)


@frozen
class LevelRow:
    """A level of the board's scale and its definition."""

    level: Blocks
    definition: Prose


@frozen
class AssuranceRow:
    """What the board must be sure of, how sure it is, since when and why, and how it knows; and what is missing."""

    subject: Blocks
    assured: Blocks
    gaps: Blocks


@frozen
class FrameworkPage:
    """The framework; the headlines say of how much the board is how sure."""

    lead: str
    headlines: tuple[Runs, ...]
    key: tuple[LevelRow, ...]
    rows: tuple[AssuranceRow, ...]


def make_page(board: Board, document: Document) -> FrameworkPage | None:
    """All that the board must be sure of; nothing where it recorded none."""
    assurances = board.of(Assurance)
    if not assurances:
        return None
    return FrameworkPage(
        lead=say(
            "We must be sure of {things}. This is how sure we were{when}:",
            things=counted(len(assurances), "thing"),
            when=as_at_words(document),
        ),
        headlines=tuple(_headlines(board, assurances)),
        key=tuple(LevelRow(status_line(level), level.text) for level in board.of(AssuranceLevel)),
        rows=tuple(_row(board, assurance) for assurance in assurances),
    )


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


def _row(board: Board, assurance: Assurance) -> AssuranceRow:
    assured = assurance.in_order
    level = status_line(board.get(assured[-1].level)) if assured else paragraphs(say("Not assessed"))
    reasons = points(filter(None, _reasons(board, assurance)), say("Not recorded")) if assured else ()
    sources = points([_source(source) for source in assurance.sources], say("None"))
    return AssuranceRow(
        subject=(
            Paragraph((Text(assurance.title, strong=True),)),
            *begin_with(assurance.text),
            *paragraphs(*_charge(board, assurance)),
        ),
        assured=(*level, *reasons, *begin_with(sources, label=say("How we know"))),
        gaps=tuple(_gaps(board, assurance.shortfalls)) or paragraphs(say("No gap is recorded")),
    )


def _charge(board: Board, assurance: Assurance) -> Iterator[str]:
    """Who sees to it, and to whom."""
    if assurance.owner:
        yield say("Owner: {title}", title=board.get(assurance.owner).title)
    if assurance.reports_to:
        yield say("Reports to: {title}", title=board.get(assurance.reports_to).title)


def _source(source: AssuranceSource) -> str:
    named = say(source.kind.value.capitalize())
    return f"{named}: {source.of}" if source.of else named


def _reasons(board: Board, assurance: Assurance) -> Iterator[str]:
    """Since when and why, whether that is old, and what was said before."""
    *earlier, last = assurance.in_order
    yield capital(_told(last))
    if assurance.is_stale_at(board.as_at):
        yield say("This is more than a year old")
    for before in earlier[-1:]:
        words = ", ".join(filter(None, (board.get(before.level).title, _told(before))))
        yield say("Before: {words}", words=words)


def _told(assured: Assured) -> str:
    """When, and why."""
    when = say("as at {day}", day=assured.as_at) if assured.as_at else ""
    because = say("because {because}", because=assured.because) if assured.because else ""
    return ", ".join(filter(None, (when, because)))


def _gaps(board: Board, gaps: Iterable[AssuranceGap]) -> Iterator[Block]:
    """What the board is not sure of, and the work that closes it: once where it closes several."""
    closed: dict[Blocks, list[str]] = {}
    for gap in gaps:
        work = board.get(gap.closed_by) if gap.closed_by else None
        label = say("What closes it")
        end = words_of_work(board, work, label) if work else paragraphs(say("Nothing closes it yet."))
        closed.setdefault(end, []).append(f"{gap.words}.")
    for end, words in closed.items():
        yield from (*paragraphs(*words), *end)


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
