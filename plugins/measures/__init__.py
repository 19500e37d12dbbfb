"""Measures: where each began, what was read of it, which way it goes, and whether its target is met; some as charts."""

from collections.abc import Collection, Iterator

from attrs import frozen

from bscb_docs import (
    Blocks,
    Board,
    Document,
    Measure,
    Period,
    Reading,
    Record,
    Section,
    Table,
    Trend,
    hookimpl,
    house_template,
    in_words,
    listed,
    paragraphs,
    points,
    say,
    tells_of_children,
    unread_measures,
    unread_words,
)

from .measure_chart import MeasureChart, chart_of
from .measure_table import measures_table
from .reading_course import Course, course_of, way_of

_WAYS = {
    Trend.BETTER: "{number} got better",
    Trend.WORSE: "{number} got worse ({measures})",
    Trend.HIGHER: "{number} rose",
    Trend.LOWER: "{number} fell",
    Trend.NO_CHANGE: "{number} did not change",
    Trend.TOO_FEW: "{number} cannot be compared",
    None: "nothing was read of {number} in {period}",
}
"""How many measures went each way, in the order in which it is told."""


@frozen
class MeasureGroup:
    """Measures of one kind: how many went which way, the table of all, and the charts that the register asks for."""

    title: str
    unread: Blocks
    lead: Blocks
    table: tuple[Table, ...]
    charts: tuple[MeasureChart, ...]


@frozen
class MeasuresPage:
    """What has changed for children, and how far the work has come: neither is counted for the other."""

    groups: tuple[MeasureGroup, ...]


def make_page(board: Board, document: Document) -> MeasuresPage | None:
    """The period of the document, else the year of its option `years` or its own; nothing where nothing is measured.

    What an outcome names as its measure tells of children, every other of work. The option `charts` names the measures
    that are drawn as well.
    """
    period = document.period or (Period.of(document.told_years) if document.told_years else None)
    if period is None or not _measures(board):
        return None
    charted = document.named(board, "charts", Measure, among=_measures(board))
    unread, known = unread_measures(board), [course_of(board, each, period) for each in _measures(board)]
    of_work = [each for each in known if not tells_of_children(board, each.measure)]
    of_children = [each for each in known if each not in of_work and each.measure.title not in unread]
    changed, work = say("What has changed for children"), say("How far the work has come")
    groups = (
        MeasureGroup(changed, _unread(board), *_told(board, say("Measures of outcomes"), of_children, charted)),
        MeasureGroup(work, (), *_told(board, say("Measures of the work"), of_work, charted)),
    )
    return MeasuresPage(tuple(each for each in groups if each.unread or each.table))


def _told(
    board: Board, kind: str, courses: list[Course], charted: Collection[Measure]
) -> tuple[Blocks, tuple[Table, ...], tuple[MeasureChart, ...]]:
    """What is told of measures of one kind, of which something was read."""
    if not courses:
        return (), (), ()
    charts = (chart_of(board, course) for course in courses if course.measure in charted)
    return _lead(courses), (measures_table(kind, courses),), tuple(charts)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The measures and their readings; a wrong option is told here first."""
    document.named(board, "charts", Measure, among=_measures(board))
    yield from (*_measures(board), *(each for each in board.of(Reading) if not board.get(each.about).is_volume))


def _measures(board: Board) -> list[Measure]:
    """Those that should go one way or the other; how much there was of something, `over-the-years` prints."""
    return [each for each in board.of(Measure) if not each.is_volume]


def _unread(board: Board) -> Blocks:
    """Of how many measures that outcomes name nothing was read, and of which."""
    words = unread_words(board)
    return (*paragraphs(f"{words.removesuffix('.')}:"), *points(unread_measures(board), "")) if words else ()


def _lead(courses: list[Course]) -> Blocks:
    """How many targets are met, then how many measures went which way, and which got worse."""
    return paragraphs(" ".join((*_targets(courses), *_ways(courses))))


def _targets(courses: list[Course]) -> Iterator[str]:
    """How many are met, how many are not, and how many have a day that is to come."""
    met, missed = (sum(course.is_met is wanted for course in courses) for wanted in (True, False))
    counts = {"{number} met": met, "{number} not met": missed, "{number} not due yet": sum(c.is_early for c in courses)}
    if said := [say(words, number=in_words(number)) for words, number in counts.items() if number]:
        yield say("Targets: {said}.", said=listed(said))
    if unknown := "; ".join(each.measure.title for each in courses if each.is_undecided and not each.is_early):
        yield say("Known only when the year is over: {measures}.", measures=unknown)


def _ways(courses: list[Course]) -> Iterator[str]:
    """How many went which way since the period; what got worse is named, and its row tells of each way within it."""
    period, ways = courses[0].period, dict[Trend | None, list[str]]()
    for course in courses:
        ways.setdefault(way_of(course), []).append(course.measure.title)
    said = [
        say(words, number=in_words(len(ways[way])), measures="; ".join(ways[way]), period=period.short)
        for way, words in _WAYS.items()
        if way in ways
    ]
    yield say("Since the last reading before {period}, {ways}.", period=period.short, ways=listed(said))


@hookimpl.sections
def sections() -> list[Section[MeasuresPage]]:
    """The section `measures`."""
    template, options = house_template("measures"), ("years", "charts")
    return [Section("measures", template, MeasuresPage, make_page, options=options, prints=printed)]
