"""Measures: what is counted to know whether work changes anything, and what was read of it in each period."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import ClassVar

from attrs import evolve, frozen

from bscb_docs.records.checked_values import Checked
from bscb_docs.records.deadlines_and_owners import made_by
from bscb_docs.records.people import Owner
from bscb_docs.records.record import Record, many, one, unprinted
from bscb_docs.records.typed_text import Prose, Ref
from bscb_docs.records.values.amount import Amount, are_of_like_wholes
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.values.period import Period
from bscb_docs.records.values.year_span import YearSpan


class Better(Enum):
    """Which way a measure should go."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"
    """It tells how much there was of something: more of it is neither good nor bad."""


class OverYear(Enum):
    """What the readings of a year come to together."""

    STANDS_ALONE = "stands alone"
    """Each is a level of its own; the last is how it stands."""
    ADDS_UP = "adds up"
    """Each counts its own months; targets and baselines are of a year."""


class Trend(Enum):
    """Which way a measure went between its last two readings; it is computed and never typed."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    NO_CHANGE = "no change"
    TOO_FEW = "too few readings"


@frozen
class LaterTarget(Checked):
    """What a measure should come to later, and since when: `90%, by March 2027, on 19 March 2026`."""

    accepts: ClassVar[tuple[str, str]] = (
        "a target and the day that it is for; then `on` which day it was agreed",
        "90%, by March 2027, on 19 March 2026",
    )

    target: Amount
    by: PartialDate
    on: PartialDate | None = None

    @classmethod
    def from_text(cls, text: str) -> LaterTarget:
        """The target and its day; ValueError where one of the two is not there."""
        target, found, days = text.rpartition(", by ")
        if not found:
            raise ValueError(f'"{text}" names no day; write the target and its day, as in: {cls.accepts[1]}')
        by, *on = map(PartialDate.from_text, days.split(", on ", 1))
        return cls(Amount.from_text(target), by, *on)


@frozen(kw_only=True)
class Measure(Record):
    """Something that is counted, where it stood at first, and where it should come to."""

    id: str
    title: str
    unit: str | None = one(use="readings are held against it")
    """What is counted, as in "audited files"."""
    baseline: Amount | None = one()
    baseline_at: Period | None = one()
    target: Amount | None = one()
    target_by: PartialDate | None = one()
    later_targets: tuple[LaterTarget, ...] = many("later target")
    """Those of later years, in their order: papers of those years are held against them."""
    better: Better = one(default=Better.HIGHER)
    over_the_year: OverYear | None = one()
    """What is not said stands alone; what may be either is held against nothing: see `is_open_of`."""
    source: str | None = one(use="where the next value is read; tables of measures print the values")
    owner: Ref[Owner] | None = one(use="whom to ask for the next value; no form asks for values")
    text: Prose = unprinted(Prose(""), use="what counts and what does not, for whoever reads the value")

    def check_values(self) -> None:
        """What has a target says which way it should go."""
        if self.target is not None and self.better is Better.NEITHER:
            raise ValueError("it has a target, and neither way is better; say higher or lower, or take the target out")

    def of_years(self, years: YearSpan) -> Measure:
        """With the first of its targets that is not over when those years begin, or the last, beside the others."""
        known = self
        while (later := known.next_target) and known.target_by and known.target_by.latest < years.earliest:
            over = (LaterTarget(known.target, known.target_by),) if known.target else ()
            others = (*over, *(each for each in known.later_targets if each is not later))
            known = evolve(known, target=later.target, target_by=later.by, later_targets=others)
        return known

    def known_at(self, day: PartialDate) -> Measure:
        """With the target of the financial year that holds that day, and the later ones that had been agreed."""
        return evolve(self, later_targets=made_by(self.later_targets, day)).of_years(YearSpan.of_day(day.latest))

    @property
    def next_target(self) -> LaterTarget | None:
        """The first of its targets for a later day than its own; None where it has none."""
        day = self.target_by
        return next((each for each in self.later_targets if day and day.latest < each.by.latest), None)

    @property
    def earlier_target(self) -> LaterTarget | None:
        """The last of its targets for an earlier day than its own; None where it has none."""
        day = self.target_by
        over = [each for each in self.later_targets if day and each.by.latest < day.latest]
        return max(over, key=lambda each: each.by.latest, default=None)

    @property
    def is_volume(self) -> bool:
        """True of what tells how much there was of something, be it more or less than before."""
        return self.better is Better.NEITHER

    @property
    def adds_up(self) -> bool:
        """True where what was read in the parts of a year is added before it is held against a year's target."""
        return self.over_the_year is OverYear.ADDS_UP

    def is_open_of(self, period: Period) -> bool:
        """True where a count of those months may be a part of what its baseline counts, and nobody says which it is."""
        first = self.baseline
        return self.is_unsaid_of(period) and first is not None and first.out_of is None and first.unit in {"", "£"}

    def is_unsaid_of(self, period: Period) -> bool:
        """True where its baseline is of more months than those, and nobody says whether the two can be compared."""
        at = self.baseline_at
        return self.over_the_year is None and at is not None and period.months < at.months

    def reached(self, readings: Mapping[Period, Amount]) -> tuple[Period, Amount] | None:
        """What is held against the target, and of which months it is: the last reading, or the sum of its year so far.

        None where nothing was read, or where what adds up was not read from the first month of its year without a gap.
        """
        last = max(readings, key=lambda period: (period.latest, -period.months), default=None)
        if last is None or not self.adds_up:
            return (last, readings[last]) if last else None
        parts: list[Period] = []
        while not parts or parts[-1].latest < last.latest:
            start = parts[-1].following if parts else last.years.earliest
            begun = [each for each in readings if each.earliest == start and each.latest <= last.latest]
            if not begun:
                return None
            parts.append(max(begun, key=lambda period: period.months))
        total = Amount.sum_of([readings[each] for each in parts])
        return (parts[0].through(last), total) if total else None

    def is_comparable(self, value: Amount) -> bool:
        """True for a value of the target's unit."""
        return self.target is not None and self.target.unit == value.unit

    def is_met(self, readings: Mapping[Period, Amount], at: PartialDate | None = None) -> bool | None:
        """Whether what was reached is the target; None without a target of its unit, or before the year can tell.

        A count whose months are not known to be those of its target (`is_open_of`) says nothing of it.
        A count that adds up only grows: above its target before the year is over, it stays there. A target that
        is for a later day than `at` is met or None: not missed yet.
        """
        months, value = self.reached(readings) or (None, None)
        if not (months and value and self.target and self.is_comparable(value)):
            return None
        is_higher = self.better is Better.HIGHER
        is_met = value.size >= self.target.size if is_higher else value.size <= self.target.size
        if self.is_open_of(months) or (not is_met and at and self.target_by and at.surely_before(self.target_by)):
            return None
        is_over = not self.adds_up or months.latest >= months.years.latest
        return is_met if is_over or (value.unit != "%" and is_met is is_higher) else None

    def worsening(self, readings: Mapping[Period, Amount], within: Period | None = None) -> list[tuple[Period, Amount]]:
        """The last reading, and before it the last of as many months, where it is worse than that; else nothing.

        Given a period, nothing either where that reading is not of it.
        What adds up is compared by its years, and its months only where they are shares: counts of them differ as the
        work of them does.
        """
        series = [dict(readings)]
        if self.adds_up:
            first = {self.baseline_at: self.baseline} if self.baseline_at and self.baseline else {}
            series = [dict([*first.items(), *filter(None, [self.reached(readings)])])]
            series += [dict(readings)] if all(value.out_of is not None for value in readings.values()) else []
        for known in series:
            last = max(known, default=None, key=lambda each: (each.latest, -each.months))
            alike = [each for each in known.items() if last and each[0].months == last.months][-2:]
            if alike and self.is_alike(alike[0], alike[-1]) and self.trend(alike[0][1], alike[-1][1]) is Trend.WORSE:
                return alike if within is None or within.holds(alike[-1][0]) else []
        return []

    def is_alike(self, earlier: tuple[Period, Amount], later: tuple[Period, Amount]) -> bool:
        """Whether two readings can be compared: of as many months where they add up, or may, and of wholes alike."""
        (then, before), (at, now) = earlier, later
        if (self.adds_up or self.is_unsaid_of(at)) and then.months != at.months:
            return False
        return are_of_like_wholes(before, now, (then.months, at.months))

    def trend(self, earlier: Amount | None, later: Amount | None) -> Trend:
        """Which way the measure went from the one value to the other."""
        if earlier is None or later is None:
            return Trend.TOO_FEW
        if earlier.size == later.size:
            return Trend.NO_CHANGE
        is_higher = later.size > earlier.size
        if self.better is Better.NEITHER:
            return Trend.HIGHER if is_higher else Trend.LOWER
        return Trend.BETTER if is_higher is (self.better is Better.HIGHER) else Trend.WORSE
