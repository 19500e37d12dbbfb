"""Measures: where each began, what was read of it, which way it goes, and whether its target is met; some as charts."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Board,
    Document,
    Measure,
    Outcome,
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
    readings_of,
    say,
    tells_of_children,
)

from .measure_chart import MeasureChart, chart_of
from .measure_table import measures_table
from .reading_course import Course, course_of, way_of


@frozen
class MeasureGroup:
    """Measures of one kind: how many went which way, the table of all, and the charts that the register asks for."""

    title: str
    lead: str
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
    of_children = [each for each in _measures(board) if tells_of_children(board, each)]
    of_work = [each for each in _measures(board) if not tells_of_children(board, each)]
    groups = [
        (say("What has changed for children"), say("Measures of outcomes"), of_children),
        (say("How far the work has come"), say("Measures of the work"), of_work),
    ]
    return MeasuresPage(
        tuple(
            MeasureGroup(
                title,
                " ".join((*(_unread(board) if measures is of_children else ()), _lead(courses, period))),
                (measures_table(kind, courses, period),),
                tuple(chart_of(board, course) for course in courses if course.measure in charted),
            )
            for title, kind, measures in groups
            if (courses := [course_of(board, each, period) for each in measures])
        )
    )


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The measures and their readings; a wrong option is told here first."""
    document.named(board, "charts", Measure, among=_measures(board))
    yield from (*_measures(board), *(each for each in board.of(Reading) if not board.get(each.about).is_volume))


def _measures(board: Board) -> list[Measure]:
    """Those that should go one way or the other; how much there was of something, `over-the-years` prints."""
    return [each for each in board.of(Measure) if not each.is_volume]


def _unread(board: Board) -> Iterator[str]:
    """Of how many measures that outcomes name nothing was read: silence would flatter."""
    names = {name for outcome in board.of(Outcome) for name in outcome.measures}
    found = [board.find(Measure, name) for name in names]
    unread = sum(measure is None or not readings_of(board, measure) for measure in found)
    if unread:
        said = "Nothing was read for {unread} of {all} measures that outcomes name."
        yield say(said, unread=in_words(unread), all=in_words(len(names)))


def _lead(courses: list[Course], period: Period) -> str:
    """How many targets are met, then how many measures went which way, and which another way."""
    asked = sum(course.measure.target is not None for course in courses)
    met = sum(course.is_met is True for course in courses)
    said = [say("Targets met: {met} of {all}.", met=in_words(met), all=in_words(asked))] if asked else []
    if met and any(course.is_met is False for course in courses):
        said.append(say("What is not met stands first in the table."))
    if early := sum(course.is_early for course in courses):
        said.append(say("Not reached so far, and for a later day: {number}.", number=in_words(early)))
    unknown = "; ".join(each.measure.title for each in courses if each.is_undecided and not each.is_early)
    if unknown:
        said.append(say("Not to be told before the year is over: {measures}.", measures=unknown))
    counts = Counter(way_of(course) for course in courses)
    order = (*(say(trend.value.capitalize()) for trend in Trend), say("Not measured"))
    ways = listed([f"{in_words(counts[way])} {way[:1].lower()}{way[1:]}" for way in order if counts[way]])
    said.append(say("Compared with the last reading before {period}: {ways}.", period=period.short, ways=ways))
    others: dict[str, list[str]] = {}
    for course in courses:
        others.setdefault(course.otherwise, []).append(course.measure.title)
    said += [say("Yet {way}: {measures}.", way=way, measures="; ".join(of)) for way, of in others.items() if way]
    return " ".join(said)


@hookimpl.sections
def sections() -> list[Section[MeasuresPage]]:
    """The section `measures`."""
    template, options = house_template("measures"), ("years", "charts")
    return [Section("measures", template, MeasuresPage, make_page, options=options, prints=printed)]
