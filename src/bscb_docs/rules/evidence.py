"""Rules of evidence: measures that can be read, readings in their unit, states that the readings bear out."""

from __future__ import annotations

from bscb_docs.records import Confidence, Delivery, Measure, Objective, Reading, fold, standing_of
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule


@rule("MEA-01")
def bare_measures(pack: Pack) -> Findings:
    """A measure without a baseline or without a target."""
    for measure in pack.board.of(Measure):
        given = (("baseline", measure.baseline), ("target", measure.target))
        lacks = [
            name
            for name, value in given
            if value is None and measure.gap(name) is None and not pack.is_told(measure.id, name)
        ]
        if lacks:
            message = f"{pack.called(measure)} has no {' and no '.join(lacks)}."
            mend = f"Write {' and '.join(f'{name}: ...' for name in lacks)}, or: not recorded, and why."
            yield finding_of("MEA-01", message, measure.place, mend, measure.id)


@rule("MEA-02")
def readings_of_another_unit(pack: Pack) -> Findings:
    """A reading that cannot be compared with what its measure should come to."""
    for reading in pack.board.of(Reading):
        measure = pack.board.find(Measure, reading.about.name)
        known = (measure.target or measure.baseline) if measure else None
        if measure and known and reading.value and reading.value.unit != known.unit:
            message = (
                f"The reading of {measure.id} for {reading.period} is {reading.value}; "
                f"its target or baseline is {known}, and the two cannot be compared."
            )
            mend = "Write both as counts, both as a share such as 34 of 48 or 70%, or both as one rate."
            yield finding_of("MEA-02", message, reading.place, mend, measure.id)


@rule("MEA-03")
def states_against_readings(pack: Pack) -> Findings:
    """An objective that is off course though its target is met, or complete though it is not."""
    latest = _latest_readings(pack)
    for objective in pack.board.of(Objective):
        at = pack.date_of(objective)
        standing = standing_of(pack.board.at(at), objective)
        for name in objective.measures:
            measure = pack.board.find(Measure, name)
            reading = latest.get(fold(measure.id)) if measure else None
            if measure is None or reading is None or reading.value is None or (at and reading.known_at(at) is None):
                continue
            is_met = measure.is_met_by(reading.value)
            if is_met and standing.confidence is Confidence.OFF_COURSE:
                said = f"is off course, and its measure {measure.id} has reached its target: {reading.value}"
            elif is_met is False and standing.delivery is Delivery.COMPLETE and not _may_add_up(measure, reading):
                said = f"is complete, and its measure {measure.id} has not reached its target: {reading.value}"
            else:
                continue
            message = f"{pack.called(objective)} {said} of {measure.target}."
            yield finding_of(
                "MEA-03", message, objective.place, "Mend the state, the reading or the target.", objective.id
            )


def _may_add_up(measure: Measure, reading: Reading) -> bool:
    """True for a count or a sum of a part of the baseline's period: 104 in a quarter may be 300 in a year."""
    is_count = reading.value is not None and reading.value.unit in {"", "£"}
    return is_count and measure.baseline_at is not None and reading.period.months < measure.baseline_at.months


def _latest_readings(pack: Pack) -> dict[str, Reading]:
    found = sorted(pack.board.of(Reading), key=lambda reading: reading.period)
    return {fold(reading.about.name): reading for reading in found}
