"""Rules of evidence: measures that can be read, readings in their unit, states that the readings bear out."""

from bscb_docs.figures.ratio import Ratio
from bscb_docs.records import (
    Better,
    Confidence,
    Delivery,
    Measure,
    Objective,
    Period,
    readings_of,
    standing_of,
)
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule

_ALL = 100
"""Per cent."""


@rule("MEA-01")
def bare_measures(pack: Pack) -> Findings:
    """A measure that should go one way without a baseline or a target, or whose target lies on the wrong side of it."""
    for measure in pack.board.of(Measure):
        yield from _wrong_way(pack, measure)
        lacks = pack.lacking(measure, {"baseline": measure.baseline, "target": measure.target})
        if lacks and not measure.is_volume:
            message = f"{pack.called(measure)} has no {' and no '.join(lacks)}."
            mend = f"Write {' and '.join(f'{name}: ...' for name in lacks)}, or: not recorded, and why."
            yield finding_of("MEA-01", message, measure.place, mend, measure.id)


def _wrong_way(pack: Pack, measure: Measure) -> Findings:
    """A measure that would be better by going away from its target, or that ends before it begins."""
    start, target = measure.baseline, measure.target
    if measure.baseline_at and measure.target_by and measure.target_by.latest < measure.baseline_at.earliest:
        message = f"The target of {pack.called(measure)} is for {measure.target_by}, before its baseline, of "
        message += f"{measure.baseline_at.short}."
        yield finding_of("MEA-01", message, measure.place, "Mend the year of one of the two.", measure.id)
    if target and start and target.unit == "%" and target.size > _ALL >= start.size:
        message = f"The target of {pack.called(measure)} is {target}: more than all; its baseline is {start}."
        yield finding_of("MEA-01", message, measure.place, "Mend the target.", measure.id)
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
