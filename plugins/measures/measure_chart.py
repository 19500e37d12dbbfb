"""Measure chart: the readings of a measure in a table, and as columns where these can be drawn."""

from attrs import frozen

from bscb_docs import (
    Amount,
    Board,
    Level,
    Measure,
    Period,
    PictureFile,
    Table,
    draw_columns,
    say,
    table_of,
    theme_of,
    value_words,
)

from .reading_course import YEAR, Course


@frozen
class MeasureChart:
    """A measure over time: a table, in which a reader can go from time to time, and a picture of it."""

    title: str
    table: Table
    picture: PictureFile | None


def chart_of(board: Board, course: Course) -> MeasureChart:
    """Its readings in rows and as columns; those of whole years among others are drawn as another kind.

    What adds up has the sum of each year, as far as it was read, after the parts of that year.
    """
    measure, readings = course.measure, course.readings
    sums = _sums(measure, readings)
    shown = readings
    if sums:
        shown = dict(sorted({**readings, **sums}.items(), key=lambda pair: (pair[0].latest, pair[0].months)))
    is_mixed = len({each.months for each in shown}) > 1
    levels = {
        each.short: _level(measure, value, is_other=is_mixed and (each.months >= YEAR or each in sums))
        for each, value in shown.items()
    }
    asked = str(measure.target or "")
    words = say("{target} in a year", target=asked) if measure.adds_up else asked
    target = Level(float(measure.target.size), words) if measure.target else None
    beside = {
        name: {
            at.short: Level(float(value.size), value_words(measure, value)) for at, value in of.items() if at in shown
        }
        for name, of in course.compared.items()
    }
    others = [[of[name].words if name in of else say("Not recorded") for of in beside.values()] for name in levels]
    rows = [[name, level.words, *other] for (name, level), other in zip(levels.items(), others, strict=True)]
    head = [say("Period"), say("Value"), *beside]
    table = table_of(say("{measure}, over time", measure=measure.title), head, rows)
    picture = draw_columns(
        measure.title,
        levels,
        target=target,
        beside=beside,
        kinds=(say("Parts of a year"), say("Whole years")),
        theme=theme_of(board),
        is_of_table=True,
    )
    return MeasureChart(measure.title, table, picture)


def _level(measure: Measure, value: Amount, *, is_other: bool = False) -> Level:
    return Level(float(value.size), value_words(measure, value), is_other=is_other)


def _sums(measure: Measure, readings: dict[Period, Amount]) -> dict[Period, Amount]:
    """What the parts of each year add up to; nothing for a measure whose readings stand alone."""
    years = {each.years for each in readings if measure.adds_up}
    of_years = ({each: value for each, value in readings.items() if each.years == span} for span in years)
    return dict(reached for each in of_years if (reached := measure.reached(each)))
