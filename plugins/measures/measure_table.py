"""Measure table: a row for each measure, with where it stood, its target, and which way it went."""

from collections.abc import Iterator

from attrs import evolve

from bscb_docs import Measure, Period, Table, capital, next_words, say, table_of, value_words

from .reading_course import YEAR, Course, Read, way_from, way_of


def measures_table(kind: str, courses: list[Course]) -> Table:
    """The measures in rows, each led to by its id, those whose targets are not met first."""
    caption = say("{kind}: readings, trends and targets", kind=kind)
    period = courses[0].period
    is_older = any(course.before and course.before[0] != period.before for course in courses)
    before = say("Before") if is_older else period.before.short
    head = [say("Measure"), before, period.short, say("Target"), say("Trend and target")]
    ordered = sorted(courses, key=lambda each: each.is_met is not False)
    table = table_of(caption, head, [_row(each) for each in ordered])
    return evolve(table, row_names=tuple(each.measure.id for each in ordered))


def _row(course: Course) -> list[str]:
    measure, period = course.measure, course.period
    return [
        measure.title,
        _before(course),
        _cell(measure, course.in_period, period) or say("Not measured"),
        value_words(measure, measure.target) or say("No target"),
        _course_words(course),
    ]


def _before(course: Course) -> str:
    """What was read before the period, of which the trend says when that was, else where it stood at first."""
    measure, first = course.measure, course.measure.baseline
    return value_words(measure, course.before and course.before[1]) or (
        say("{first} at first", first=value_words(measure, first)) if first else say("Not measured")
    )


def _beside(course: Course) -> Iterator[str]:
    """Where it stood at first, and the last value of each with which the measure is compared, with its period."""
    measure, first = course.measure, course.measure.baseline
    if first and course.before and course.before[0] != measure.baseline_at:
        said = value_words(measure, first)
        told = say("{value} in {day}", value=said, day=measure.baseline_at.short) if measure.baseline_at else said
        yield say("At first: {first}.", first=told)
    for name, readings in course.compared.items():
        day, value = next(reversed(readings.items()))
        said = say("{value} in {day}", value=value_words(measure, value), day=day.short)
        yield f"{name}: {said}."


def _cell(measure: Measure, read: Read | None, column: Period) -> str:
    """A reading in the column of a period, with its own where that is another: a year's last quarter."""
    if read is None or read[0] == column:
        return value_words(measure, read and read[1])
    return say("{value} in {day}", value=value_words(measure, read[1]), day=read[0].short)


def _course_words(course: Course) -> str:
    """Which way it went and since when, which way from elsewhere, whether its target is met, and what is beside."""
    measure = course.measure
    gone = way_of(course)
    beside, trend = " ".join(("", *_beside(course))), say(gone.value.capitalize()) if gone else ""
    if course.before and not gone:
        trend = say("Last read in {day}", day=course.before[0].short)
    if course.before and gone:
        way = way_from(gone, course.before)
        trend = capital("; ".join(filter(None, (way, course.otherwise))))
    if course.reached is None or (course.is_met is None and not course.is_undecided):
        return f"{trend or say('Not measured')}{'.' if beside else ''}{beside}"
    day, value = course.reached[0].short, value_words(measure, course.reached[1])
    target = say("Target met") if course.is_met else say("Target not met")
    if course.is_undecided:
        target = say("The year is not over")
    if course.is_early:
        target = say("Target of {day} not reached so far", day=measure.target_by)
    when = say(": {value} in {day}", value=value, day=day) if measure.adds_up and course.period.months < YEAR else ""
    return f"{trend}{'. ' if trend else ''}{target}{when}{next_words(measure)}{course.target_before}.{beside}"
