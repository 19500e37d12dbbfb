"""Measures: where each began, what was read of it, which way it goes, and whether its target is met; some as charts."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs import (
    Amount,
    Board,
    Document,
    Level,
    Measure,
    Period,
    PictureFile,
    Ratio,
    Reading,
    Record,
    Section,
    Table,
    Trend,
    draw_columns,
    fold,
    hookimpl,
    house_template,
    in_words,
    listed,
    say,
    table_of,
    theme_of,
)


@frozen
class Course:
    """What was read of a measure, by its periods in order, and which way it went between the last two of them."""

    measure: Measure
    values: dict[Period, Amount]

    @property
    def last_two(self) -> tuple[Period | None, Period | None]:
        """The periods of the last two readings, as far as there are any."""
        periods: tuple[Period | None, ...] = (None, None, *self.values)
        return periods[-2], periods[-1]

    @property
    def trend(self) -> Trend:
        """Which way it went between them."""
        earlier, later = (self.values[each] if each else None for each in self.last_two)
        return self.measure.trend(earlier, later)

    @property
    def is_met(self) -> bool | None:
        """Whether the last of them reaches the target; None where that cannot be said."""
        later = self.last_two[1]
        return self.measure.is_met_by(self.values[later]) if later else None


@frozen
class MeasureChart:
    """A measure reading by reading: a table, and a picture of the same numbers where one can be drawn."""

    title: str
    table: tuple[Table, ...]
    picture: PictureFile | None


@frozen
class MeasuresPage:
    """How many measures went which way, the table of all, and the charts of those that the register names."""

    lead: str
    table: tuple[Table, ...]
    charts: tuple[MeasureChart, ...]


def make_page(board: Board, document: Document) -> MeasuresPage | None:
    """The period of the document, else the year of its option `years` or its own; nothing where nothing is measured.

    The option `charts` names the measures that are drawn as well.
    """
    period = _period(document)
    measures = board.of(Measure)
    if period is None or not measures:
        return None
    courses = [Course(each, _by_period(_readings(board, each, period), period)) for each in measures]
    charts = tuple(_chart(board, each, _readings(board, each, period)) for each in _charted(board, document))
    return MeasuresPage(_lead(courses, period), (_table(courses, period),), charts)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The measures and their readings; a wrong option is told here first."""
    _charted(board, document)
    yield from (*board.of(Measure), *board.of(Reading))


def _period(document: Document) -> Period | None:
    years = document.chosen_years or document.years
    return document.period or (Period.of(years) if years else None)


def _charted(board: Board, document: Document) -> list[Measure]:
    """The measures that the register names; ValueError for a name that none has."""
    names = document.options.get("charts", "").split()
    if lost := [name for name in names if board.find(Measure, name) is None]:
        raise ValueError(f'"{lost[0]}" is no measure; write the ids of measures, as in {board.of(Measure)[0].id}')
    return [measure for name in names if (measure := board.find(Measure, name))]


def _readings(board: Board, measure: Measure, until: Period) -> dict[Period, Amount]:
    """What was read of a measure up to the end of a period, in order; where it stood at first is the first of them."""
    own = [each for each in board.of(Reading) if fold(each.about.name) == fold(measure.id)]
    read = {each.period: each.value for each in own if each.value and each.period.latest <= until.latest}
    first = {measure.baseline_at: measure.baseline} if measure.baseline and measure.baseline_at else {}
    return dict(sorted({**first, **read}.items(), key=lambda pair: (pair[0].latest, -pair[0].months)))


def _by_period(readings: dict[Period, Amount], period: Period) -> dict[Period, Amount]:
    """The last reading of the period and of the one before, and those of earlier ones: of a year its last quarter's."""
    spans = (period, period.before)
    return {next((span for span in spans if span.holds(each)), each): value for each, value in readings.items()}


def _lead(courses: list[Course], period: Period) -> str:
    """How many measures went which way, how many were not read in the period, and how many targets are met."""
    counts = Counter(course.trend if period in course.values else None for course in courses)
    words = {trend: say(trend.value.capitalize() if trend else "Not read") for trend in (*Trend, None) if counts[trend]}
    ways = listed([f"{in_words(counts[each])} {said[:1].lower()}{said[1:]}" for each, said in words.items()])
    asked = sum(course.measure.target is not None for course in courses)
    met = sum(course.is_met is True for course in courses)
    targets = say(" Targets met: {met} of {all}.", met=in_words(met), all=in_words(asked)) if asked else ""
    return say("Measures: {ways}.", ways=ways) + targets


def _table(courses: Iterable[Course], period: Period) -> Table:
    caption = say("Measures, what was read of them, which way they go, and whether their targets are met")
    head = [say("Measure"), say("At first"), period.before.short, period.short, say("Target"), say("Trend and target")]
    return table_of(caption, head, [_row(course, period) for course in courses])


def _row(course: Course, period: Period) -> list[str]:
    measure, values = course.measure, course.values
    return [
        measure.title,
        _said(measure, measure.baseline) or say("Not recorded"),
        *(_said(measure, values.get(each)) or say("Not read") for each in (period.before, period)),
        _said(measure, measure.target) or say("No target"),
        _course_words(course, period),
    ]


def _course_words(course: Course, period: Period) -> str:
    """Which way it went, between which periods where not the paper's own two, and whether its target is met."""
    (earlier, later), is_met = course.last_two, course.is_met
    is_own = (earlier, later) == (period.before, period)
    between = say(" from {before} to {day}", before=earlier.short, day=later.short) if earlier and later else ""
    trend = say(course.trend.value.capitalize()) + ("" if is_own else between)
    if later is None or is_met is None:
        return trend
    when = say(" in {day}", day=later.short) if later != period else ""
    return f"{trend}. {say('Target met') if is_met else say('Target not met')}{when}."


def _said(measure: Measure, value: Amount | None) -> str:
    """A value as it was typed; some of all with their per cent where the target is one; "" where there is none."""
    if value is None:
        return ""
    is_share = measure.target is not None and measure.target.unit == "%"
    if is_share and value.out_of is not None and value.number % 1 == 0 == value.out_of % 1:
        return str(Ratio(int(value.number), int(value.out_of)))
    return str(value)


def _chart(board: Board, measure: Measure, readings: dict[Period, Amount]) -> MeasureChart:
    levels = {each.short: Level(float(value.size), _said(measure, value)) for each, value in readings.items()}
    target = Level(float(measure.target.size), str(measure.target)) if measure.target else None
    rows = [[name, level.words] for name, level in levels.items()]
    table = table_of(say("{measure}, reading by reading", measure=measure.title), [say("Period"), say("Reading")], rows)
    picture = draw_columns(measure.title, levels, target=target, theme=theme_of(board))
    return MeasureChart(measure.title, (table,), picture)


@hookimpl.sections
def sections() -> list[Section[MeasuresPage]]:
    """The section `measures`."""
    template, options = house_template("measures"), ("years", "charts")
    return [Section("measures", template, MeasuresPage, make_page, options=options, prints=printed)]
