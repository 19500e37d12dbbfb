"""Measures: where each began, what was read of it, which way it goes, and whether its target is met; some as charts."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from bscb_docs import (
    Amount,
    Board,
    Document,
    Level,
    Measure,
    Period,
    PictureFile,
    Reading,
    Record,
    Section,
    Table,
    Trend,
    capital,
    compared_with,
    draw_columns,
    hookimpl,
    house_template,
    in_words,
    listed,
    readings_of,
    say,
    table_of,
    tells_of_children,
    theme_of,
    value_words,
)

_YEAR = 12
"""Months."""

Read = tuple[Period, Amount]
"""A value with the period for which it was read."""


@frozen
class Course:
    """What was read of a measure up to the end of a period, in order, and which way it went."""

    measure: Measure
    period: Period
    readings: dict[Period, Amount]
    compared: dict[str, dict[Period, Amount]]
    """What was read for others, by their names."""

    @property
    def last(self) -> Read | None:
        """The last reading of all."""
        return next(reversed(self.readings.items()), None)

    @property
    def in_period(self) -> Read | None:
        """The last reading of the period, of a year what its parts add up to; None where it was not measured then."""
        read = self.reached if self.period.months >= _YEAR else self.last
        return read if read and self.period.holds(read[0]) else None

    @property
    def before(self) -> Read | None:
        """The last reading before the period, with which that of the period is compared."""
        return self._last_before(self.period.earliest)

    def _last_before(self, day: date) -> Read | None:
        """The last reading before a day that can be compared with that of the period, else the last of all."""
        earlier = [each for each in self.readings.items() if each[0].latest < day]
        return next(iter([*filter(self._is_alike, reversed(earlier)), *reversed(earlier)]), None)

    def _is_alike(self, earlier: Read) -> bool:
        """False where readings add up, or may, and this one is of more months or fewer than that of the period."""
        measure, now = self.measure, self.in_period and self.in_period[0]
        if now is None or not (measure.adds_up or measure.is_open_of(now)):
            return True
        return earlier[0].months == now.months

    def trend_from(self, earlier: Read | None) -> Trend:
        """Which way it went from an earlier reading to that of the period."""
        known = earlier if earlier and self._is_alike(earlier) else None
        return self.measure.trend(known and known[1], self.in_period and self.in_period[1])

    @property
    def otherwise(self) -> str:
        """How it went from the year before, or from the reading just before, where that is another way; else ""."""
        if self.in_period and self.before:
            for day in (self.period.years.earliest, self.in_period[0].earliest):
                earlier = self._last_before(day)
                if earlier and self.trend_from(earlier) not in {self.trend_from(self.before), Trend.TOO_FEW}:
                    return _way_from(self.trend_from(earlier), earlier)
        return ""

    @property
    def reached(self) -> Read | None:
        """What is held against the target."""
        return self.measure.reached(self.readings)

    @property
    def is_met(self) -> bool | None:
        """Whether that reaches the target; None where it cannot be said, or not yet."""
        return self.measure.is_met(self.readings, self.period.end)

    @property
    def is_undecided(self) -> bool:
        """True where it may yet come to its target, or pass it, before its year or day is there."""
        if self.reached is None or self.is_met is not None or self.measure.is_open_of(self.reached[0]):
            return False
        return self.measure.is_comparable(self.reached[1])

    @property
    def is_early(self) -> bool:
        """True where that is for the day of the target to tell: it is not reached so far."""
        reached = self.reached
        is_over = reached is None or not self.measure.adds_up or reached[0].latest >= reached[0].years.latest
        return self.is_undecided and is_over


@frozen
class MeasureChart:
    """A measure over time: a picture that has every number in its words too, and where none can be drawn a table."""

    title: str
    table: tuple[Table, ...]
    picture: PictureFile | None


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
    charted = document.named(board, "charts", Measure)
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
                _lead(courses, period),
                (_table(kind, courses, period),),
                tuple(_chart(board, course) for course in courses if course.measure in charted),
            )
            for title, kind, measures in groups
            if (courses := [_course(board, each, period) for each in measures])
        )
    )


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The measures and their readings; a wrong option is told here first."""
    document.named(board, "charts", Measure)
    yield from (*_measures(board), *(each for each in board.of(Reading) if not board.get(each.about).is_volume))


def _measures(board: Board) -> list[Measure]:
    """Those that should go one way or the other; how much there was of something, `over-the-years` prints."""
    return [each for each in board.of(Measure) if not each.is_volume]


def _course(board: Board, measure: Measure, period: Period) -> Course:
    """What was read of a measure up to the end of a period; where it stood at first is the first of its readings."""
    read = {each: value for each, value in readings_of(board, measure).items() if each.latest <= period.latest}
    first = {measure.baseline_at: measure.baseline} if measure.baseline and measure.baseline_at else {}
    ordered = sorted({**first, **read}.items(), key=lambda pair: (pair[0].latest, -pair[0].months))
    others = {name: readings_of(board, measure, name) for name in compared_with(board, measure)}
    known = {name: {at: value for at, value in of.items() if at.latest <= period.latest} for name, of in others.items()}
    return Course(measure, period, dict(ordered), {name: of for name, of in known.items() if of})


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
    counts = Counter(_way(course) for course in courses)
    order = (*(say(trend.value.capitalize()) for trend in Trend), say("Not measured"))
    ways = listed([f"{in_words(counts[way])} {way[:1].lower()}{way[1:]}" for way in order if counts[way]])
    said.append(say("Compared with the last reading before {period}: {ways}.", period=period.short, ways=ways))
    others: dict[str, list[str]] = {}
    for course in courses:
        others.setdefault(course.otherwise, []).append(course.measure.title)
    said += [say("Yet {way}: {measures}.", way=way, measures="; ".join(of)) for way, of in others.items() if way]
    return " ".join(said)


def _way(course: Course) -> str:
    """Which way a measure went, as the lead counts it."""
    if course.in_period is None:
        return say("Not measured")
    return say(course.trend_from(course.before).value.capitalize())


def _way_from(trend: Trend, earlier: Read) -> str:
    """The same with what it is compared with."""
    if trend is Trend.NO_CHANGE:
        return say("no change since {before}", before=earlier[0].short)
    better, before = trend is Trend.BETTER, earlier[0].short
    return say("better than in {before}" if better else "worse than in {before}", before=before)


def _table(kind: str, courses: list[Course], period: Period) -> Table:
    """The measures in rows, those whose targets are not met first."""
    caption = say("{kind}: what was read, which way they go, and whether their targets are met", kind=kind)
    is_older = any(course.before and course.before[0] != period.before for course in courses)
    before = say("{period} or before", period=period.before.short) if is_older else period.before.short
    head = [say("Measure"), before, period.short, say("Target"), say("Trend and target")]
    return table_of(caption, head, [_row(each) for each in sorted(courses, key=lambda each: each.is_met is not False)])


def _row(course: Course) -> list[str]:
    measure, period = course.measure, course.period
    return [
        measure.title,
        _before(course),
        _cell(measure, course.in_period, period) or say("Not measured"),
        value_words(measure, measure.target) or say("No target"),
        " ".join((_course_words(course), *_beside(course))),
    ]


def _before(course: Course) -> str:
    """What was read before the period, and where it stood at first unless that is the same."""
    measure, column = course.measure, course.period.before
    first = (measure.baseline_at or column, measure.baseline) if measure.baseline else None
    begun, before = _cell(measure, first, column), _cell(measure, course.before, column) or say("Not measured")
    return say("{before}; at first {first}", before=before, first=begun) if begun not in {"", before} else before


def _beside(course: Course) -> Iterator[str]:
    """The last value of each with which the measure is compared, with its period."""
    for name, readings in course.compared.items():
        day, value = next(reversed(readings.items()))
        said = say("{value} in {day}", value=value_words(course.measure, value), day=day.short)
        yield f"{name}: {said}."


def _cell(measure: Measure, read: Read | None, column: Period) -> str:
    """A reading in the column of a period, with its own where that is another: a year's last quarter."""
    if read is None or read[0] == column:
        return value_words(measure, read and read[1])
    return say("{value} in {day}", value=value_words(measure, read[1]), day=read[0].short)


def _course_words(course: Course) -> str:
    """Which way it went and since when, which other way from elsewhere, and whether its target is met."""
    measure = course.measure
    trend = _way(course)
    if course.before and (way_gone := course.trend_from(course.before)) is not Trend.TOO_FEW:
        way = _way_from(way_gone, course.before)
        trend = capital("; ".join(filter(None, (way, course.otherwise))))
    if course.reached is None or (course.is_met is None and not course.is_undecided):
        return trend
    day, value = course.reached[0].short, value_words(measure, course.reached[1])
    target = say("Target met") if course.is_met else say("Target not met")
    if course.is_undecided:
        target = say("The year is not over")
    if course.is_early:
        target = say("Target of {day} not reached so far", day=measure.target_by)
    if measure.adds_up and course.period.months < _YEAR:
        return f"{trend}. {target}{say(': {value} in {day}', value=value, day=day)}."
    return f"{trend}. {target}{say(' in {day}', day=day) if course.in_period is None else ''}."


def _chart(board: Board, course: Course) -> MeasureChart:
    """Its readings as columns, or else in rows; those of whole years are called so, and drawn as another kind.

    What adds up has the sum of each year, as far as it was read, after the parts of that year.
    """
    measure, readings = course.measure, course.readings
    sums = _sums(measure, readings)
    shown = readings
    if sums:
        shown = dict(sorted({**readings, **sums}.items(), key=lambda pair: (pair[0].latest, pair[0].months)))
    names = {each: say("Year {years}", years=each.short) if each.months >= _YEAR else each.short for each in shown}
    is_mixed = len({each.months for each in shown}) > 1
    levels = {
        names[each]: _level(measure, value, is_other=is_mixed and (each.months >= _YEAR or each in sums))
        for each, value in shown.items()
    }
    asked = str(measure.target or "")
    words = say("{target} in a year", target=asked) if measure.adds_up else asked
    target = Level(float(measure.target.size), words) if measure.target else None
    beside = {
        name: {
            names[at]: Level(float(value.size), value_words(measure, value)) for at, value in of.items() if at in names
        }
        for name, of in course.compared.items()
    }
    picture = draw_columns(measure.title, levels, target=target, beside=beside, theme=theme_of(board))
    if picture:
        return MeasureChart(measure.title, (), picture)
    others = [[of[name].words if name in of else say("Not recorded") for of in beside.values()] for name in levels]
    rows = [[name, level.words, *other] for (name, level), other in zip(levels.items(), others, strict=True)]
    head = [say("Period"), say("Number"), *beside]
    table = table_of(say("{measure}, over time", measure=measure.title), head, rows)
    return MeasureChart(measure.title, (table,), None)


def _level(measure: Measure, value: Amount, *, is_other: bool = False) -> Level:
    return Level(float(value.size), value_words(measure, value), is_other=is_other)


def _sums(measure: Measure, readings: dict[Period, Amount]) -> dict[Period, Amount]:
    """What the parts of each year add up to; nothing for a measure whose readings stand alone."""
    years = {each.years for each in readings if measure.adds_up}
    of_years = ({each: value for each, value in readings.items() if each.years == span} for span in years)
    return dict(reached for each in of_years if (reached := measure.reached(each)))


@hookimpl.sections
def sections() -> list[Section[MeasuresPage]]:
    """The section `measures`."""
    template, options = house_template("measures"), ("years", "charts")
    return [Section("measures", template, MeasuresPage, make_page, options=options, prints=printed)]
