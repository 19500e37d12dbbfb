"""Rules of evidence: measures that can be read, readings in their unit, states that the readings bear out."""

from collections import Counter

from bscb_docs.diagnostics.finding import Severity
from bscb_docs.figures.figure import Ratio
from bscb_docs.records import (
    Better,
    Confidence,
    Delivery,
    Measure,
    Objective,
    Period,
    Reading,
    readings_of,
    standing_of,
)
from bscb_docs.records.names import grouped
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule

_FAR = 5
"""Times the target: a reading beyond has most likely a figure too many."""
_OFTEN = 3
"""Readings out of one number, from which another one's is most likely mistyped."""


@rule("MEA-01")
def bare_measures(pack: Pack) -> Findings:
    """A measure that should go one way without a baseline or a target, or whose target lies on the wrong side of it."""
    for measure in pack.board.of(Measure):
        yield from _wrong_way(pack, measure)
        given = (("baseline", measure.baseline), ("target", measure.target))
        lacks = [
            name
            for name, value in given
            if value is None and measure.gap(name) is None and not pack.is_told(measure.id, name)
        ]
        if lacks and not measure.is_volume:
            message = f"{pack.called(measure)} has no {' and no '.join(lacks)}."
            mend = f"Write {' and '.join(f'{name}: ...' for name in lacks)}, or: not recorded, and why."
            yield finding_of("MEA-01", message, measure.place, mend, measure.id)


def _wrong_way(pack: Pack, measure: Measure) -> Findings:
    """A measure that would be better by going away from its target."""
    start, target = measure.baseline, measure.target
    if start is None or target is None or start.unit != target.unit or start.size == target.size:
        return
    way, other = Better.HIGHER, Better.LOWER
    if target.size > start.size:
        way, other = other, way
    if measure.better is way:
        side = "below" if way is Better.HIGHER else "above"
        message = f"{way.value.capitalize()} is better for {pack.called(measure)}, and its target, {target}, lies "
        message += f"{side} its baseline, {start}."
        mend = f"Write: better: {other.value}. Or mend the target or the baseline."
        yield finding_of("MEA-01", message, measure.place, mend, measure.id)


@rule("MEA-02")
def readings_of_another_unit(pack: Pack) -> Findings:
    """A reading that cannot be compared with what its measure should come to, or is of another whole than the rest."""
    yield from _other_wholes(pack)
    odd = {each.id: each for each in pack.board.of(Measure) if _is_of_another_unit(pack, each)}
    for name, each in odd.items():
        value = next(read.value for read in pack.board.of(Reading) if read.about.name == name and read.value)
        message = (
            f"The target of {name} is {each.target}, its readings are such as {value}, and the two cannot be compared."
        )
        mend = "Write the target as they are: as a count, as a share such as 34 of 48 or 70%, or as a rate."
        yield finding_of("MEA-02", message, each.place, mend, name)
    for reading in pack.board.of(Reading):
        measure = pack.board.find(Measure, reading.about.name)
        known = (measure.target or measure.baseline) if measure else None
        if measure and known and measure.id not in odd and reading.value and reading.value.unit != known.unit:
            message = (
                f"The reading of {measure.id} for {reading.period} is {reading.value}; "
                f"its target or baseline is {known}, and the two cannot be compared."
            )
            mend = "Write both as counts, both as a share such as 34 of 48 or 70%, or both as one rate."
            yield finding_of("MEA-02", message, reading.place, mend, measure.id)
        elif measure and reading.value and measure.target and measure.target.size > 0:
            most = max(measure.target.size, measure.baseline.size if measure.baseline else 0)
            if reading.value.size > _FAR * most:
                message = f"The reading of {measure.id} for {reading.period} is {reading.value}; "
                message += f"its target is {measure.target}."
                mend = "Is there a nought too many? If not, leave it."
                yield finding_of("MEA-02", message, reading.place, mend, measure.id, softer=Severity.NOTE)


def _is_of_another_unit(pack: Pack, measure: Measure) -> bool:
    """True where the target alone is at fault: two readings or more, or its baseline too, are of one other unit."""
    read = [each.value.unit for each in pack.board.of(Reading) if each.about.name == measure.id and each.value]
    units = {*read, *([measure.baseline.unit] if measure.baseline else ())}
    return measure.target is not None and len(read) > 1 and len(units) == 1 and measure.target.unit not in units


def _other_wholes(pack: Pack) -> Findings:
    """A reading out of another number than all others of its measure, which are out of one."""
    read = grouped((reading.about.name, reading) for reading in pack.board.of(Reading) if not reading.compared_with)
    for name, readings in read.items():
        measure = pack.board.find(Measure, name)
        wholes = [reading.value.out_of for reading in readings if reading.value]
        (whole, often), *others = Counter(wholes).most_common() or [(None, 0)]
        if measure is None or whole is None or often < _OFTEN or sum(number for _, number in others) != 1:
            continue
        odd = next(reading for reading in readings if reading.value and reading.value.out_of != whole)
        message = f"The reading of {measure.id} for {odd.period} is {odd.value}; each other is out of {whole:,}."
        mend = "Mend the second number; if all there are have changed, leave it."
        yield finding_of("MEA-02", message, odd.place, mend, measure.id, softer=Severity.NOTE)


@rule("MEA-03")
def states_against_readings(pack: Pack) -> Findings:
    """An objective that is off course though its target is met, or complete though it is not.

    What was to be done before the day of the target is not held against it.
    """
    for objective in pack.board.of(Objective):
        at = pack.date_of(objective)
        seen = pack.board.at(at)
        standing = standing_of(seen, objective)
        for name in objective.measures:
            measure = pack.board.find(Measure, name)
            readings = readings_of(seen, measure) if measure else {}
            day = min(filter(None, (at, objective.deadline)), key=lambda each: each.latest, default=None)
            is_met, reached = (measure.is_met(readings, day), measure.reached(readings)) if measure else (None, None)
            if measure is None or is_met is None or reached is None:
                continue
            if is_met and standing.confidence is Confidence.OFF_COURSE:
                said = f"is off course, and its measure {measure.id} has reached its target"
            elif not is_met and standing.delivery is Delivery.COMPLETE:
                said = f"is complete, and its measure {measure.id} has not reached its target"
            else:
                continue
            when, value = reached
            shown = Ratio.of_amount(value) or value
            message = f"{pack.called(objective)} {said} of {measure.target}: {shown} in {when.short}."
            mend = "Mend the state, the reading or the target"
            if not measure.adds_up and when.months < Period.of(when.years).months:
                mend += "; where readings add up to a target of the year, give the measure: over the year: adds up"
            yield finding_of("MEA-03", message, objective.place, f"{mend}.", objective.id)
