"""Reading course: what was read of a measure up to the end of a period, and which way it went."""

from datetime import date

from attrs import frozen

from bscb_docs import (
    Amount,
    Board,
    Measure,
    Period,
    Ratio,
    Trend,
    before_words,
    compared_with,
    readings_of,
    say,
    value_words,
)

YEAR = 12
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
    target_before: str
    """What it should have come to before, and whether it did."""

    @property
    def last(self) -> Read | None:
        """The last reading of all."""
        return next(reversed(self.readings.items()), None)

    @property
    def in_period(self) -> Read | None:
        """The last reading of the period, of a year what its parts add up to; None where it was not measured then."""
        read = self.reached if self.period.months >= YEAR else self.last
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
        """Whether it can be compared with the reading of the period, where there is one."""
        return self.in_period is None or self.measure.is_alike(earlier, self.in_period)

    def trend_from(self, earlier: Read | None) -> Trend:
        """Which way it went from an earlier reading to that of the period."""
        known = earlier if earlier and self._is_alike(earlier) else None
        return self.measure.trend(known and known[1], self.in_period and self.in_period[1])

    @property
    def otherwise(self) -> str:
        """How it went from the year or the reading before, with what was read then, where that is another way."""
        if self.in_period and self.before:
            for day in (self.period.years.earliest, self.in_period[0].earliest):
                earlier = self._last_before(day)
                if earlier and self.trend_from(earlier) not in {self.trend_from(self.before), Trend.TOO_FEW}:
                    return f"{way_from(self.trend_from(earlier), earlier)} ({self._brief(earlier)})"
        fall = self.measure.worsening(self.readings, self.period)
        if fall and fall[1] != self.in_period:
            before, now = (f"{read[0].short} ({self._brief(read)})" for read in fall)
            return say("worse in {day} than in {before}", day=now, before=before)
        return ""

    def _brief(self, read: Read) -> str:
        """A value that stands within brackets: of some of all the per cent, where the target is one."""
        share = Ratio.of_amount(read[1]) if "(" in (said := value_words(self.measure, read[1])) else None
        return share.per_cent if share else said

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


def course_of(board: Board, measure: Measure, period: Period) -> Course:
    """What was read of a measure up to the end of a period; where it stood at first is the first of its readings."""
    read = {each: value for each, value in readings_of(board, measure).items() if each.latest <= period.latest}
    first = {measure.baseline_at: measure.baseline} if measure.baseline and measure.baseline_at else {}
    ordered = sorted({**first, **read}.items(), key=lambda pair: (pair[0].latest, -pair[0].months))
    others = {name: readings_of(board, measure, name) for name in compared_with(board, measure)}
    known = {name: {at: value for at, value in of.items() if at.latest <= period.latest} for name, of in others.items()}
    compared = {name: of for name, of in known.items() if of}
    return Course(measure, period, dict(ordered), compared, before_words(board, measure))


def way_of(course: Course) -> Trend | None:
    """Which way a measure went, as the lead counts it; None where it was not measured."""
    return course.trend_from(course.before) if course.in_period else None


def way_from(trend: Trend, earlier: Read) -> str:
    """The same with what it is compared with."""
    if trend is Trend.NO_CHANGE:
        return say("no change since {before}", before=earlier[0].short)
    if trend is Trend.TOO_FEW:
        return say("not comparable with {before}", before=earlier[0].short)
    better, before = trend is Trend.BETTER, earlier[0].short
    return say("better than in {before}" if better else "worse than in {before}", before=before)
