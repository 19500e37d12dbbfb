"""Rule of readings: each can be compared with its target and its neighbours, and tells of months that had begun."""

from collections import Counter

from bscb_docs.diagnostics.finding import Severity
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.records import Amount, Measure, Period, Reading, fold, readings_of
from bscb_docs.records.names import gathered, grouped
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule

_SEVERAL = 2
"""Readings of another unit than their measure's, each of the unit of the row beside it, from which a column moved."""
_WAYS = ((-1, "above", "Was a cell put into"), (1, "beneath", "Was a cell taken out of"))
"""Whose a moved value is, and what moved it."""


def moved_values(pack: Pack) -> Findings:
    """A finding for each table whose readings fit their neighbours' measures, which takes with it what values tell."""
    typed = (each for each in pack.board.of(Reading) if not each.place.file.endswith(".md"))
    for file, readings in gathered((each.place.file, each) for each in typed).items():
        meant = [known_amount(pack, reading) for reading in readings]
        for step, beside, what in _WAYS:
            moved = [at for at in range(len(readings)) if _is_of(readings, meant, at, step)]
            if len(moved) >= _SEVERAL and not any(_is_of(readings, meant, at, -step) for at in range(len(readings))):
                first, moved_with = readings[moved[0]], (("", "value"), ("", "facts read"))
                named = readings[moved[0] + step].about
                message = f"{len(moved)} values fit the measure of the row {beside} their own, such as {first.value}, "
                message += f"which stands beside {first.about} and may be of {named}."
                mend = f'{what} the column "value" there or further up? Put each value back into its row.'
                yield finding_of("MEA-02", message, first.place, mend, file, explains=moved_with)
                break


def known_amount(pack: Pack, reading: Reading) -> Amount | None:
    """What a reading is compared with: the target of its measure, or its baseline."""
    measure = pack.board.find(Measure, reading.about.name)
    return (measure.target or measure.baseline) if measure else None


def _is_of(readings: list[Reading], meant: list[Amount | None], at: int, step: int) -> bool:
    """True of a value of another unit than its own measure's, and of that of the measure so many rows on."""
    value, own = readings[at].value, meant[at]
    other = meant[at + step] if 0 <= at + step < len(meant) else None
    if value is None or own is None or other is None:
        return False
    return value.unit != own.unit and value.unit == other.unit


_FAR = 5
"""Times the target: a reading beyond has most likely a figure too many."""
_OFTEN = 3
"""Readings out of one number, from which another one's is most likely mistyped."""


@rule("MEA-02")
def readings_of_another_unit(pack: Pack) -> Findings:
    """A reading that cannot be compared with what its measure should come to, or with what else was read of it."""
    yield from moved_values(pack)
    yield from _other_wholes(pack)
    yield from _other_sizes(pack)
    yield from _other_months(pack)
    yield from _parts_or_levels(pack)
    read = grouped((each.about.name, each.value.unit) for each in pack.board.of(Reading) if each.value)
    odd = {each.id: each for each in pack.board.of(Measure) if _is_of_another_unit(each, read.get(each.id, []))}
    for name, each in odd.items():
        value = next(read.value for read in pack.board.of(Reading) if read.about.name == name and read.value)
        message = (
            f"The target of {name} is {each.target}, its readings are such as {value}, and the two cannot be compared."
        )
        mend = "Write the target as they are: as a count, as a share such as 34 of 48 or 70%, or as a rate."
        yield finding_of("MEA-02", message, each.place, mend, name)
    for reading in pack.board.of(Reading):
        measure = pack.board.find(Measure, reading.about.name)
        known = known_amount(pack, reading)
        if measure and known and measure.id not in odd and reading.value and reading.value.unit != known.unit:
            message = (
                f"The reading of {measure.id} for {reading.period} is {reading.value}; "
                f"its target or baseline is {known}, and the two cannot be compared."
            )
            mend, cause = "Write both as counts, both as a share such as 34 of 48 or 70%, or both as one rate.", ""
            if known.unit == "%" and not reading.value.unit and 0 < reading.value.number <= 1:
                mend = f"Do you mean {(reading.value.number * 100).normalize():f}%? Excel saves shares so."
                cause = f"shares of {measure.id} as Excel saves them"
            yield finding_of("MEA-02", message, reading.place, mend, measure.id, field="value", cause=cause)
        elif measure and reading.value and measure.target and measure.target.size > 0:
            most = max(measure.target.size, measure.baseline.size if measure.baseline else 0)
            if reading.value.size > _FAR * most:
                message = f"The reading of {measure.id} for {reading.period} is {reading.value}; "
                message += f"its target is {measure.target}."
                mend = "Is there a nought too many? If not, leave it."
                yield finding_of("MEA-02", message, reading.place, mend, measure.id, softer=Severity.NOTE)


def _parts_or_levels(pack: Pack) -> Findings:
    """A measure whose baseline is of a year and its readings of quarters, where nothing says whether these add up."""
    for measure in pack.board.of(Measure):
        period = next(filter(measure.is_unsaid_of, readings_of(pack.board, measure)), None)
        if period and measure.baseline_at:
            message = f"The baseline of {pack.called(measure)} is for {measure.baseline_at.short}, a reading of it for "
            message += f"{period.short}, and nothing says whether what was read adds up to a year."
            mend = "Write: over the year: adds up; or, where each reading is a level: over the year: stands alone."
            yield finding_of("MEA-02", message, measure.place, mend, measure.id, field="over the year")


def _is_of_another_unit(measure: Measure, read: list[str]) -> bool:
    """True where the target alone is at fault: two readings or more, or its baseline too, are of one other unit."""
    units = {*read, *([measure.baseline.unit] if measure.baseline else ())}
    return measure.target is not None and len(read) > 1 and len(units) == 1 and measure.target.unit not in units


def _other_wholes(pack: Pack) -> Findings:
    """A reading out of another number than all others of its measure, which are out of one."""
    read = grouped((reading.about.name, reading) for reading in pack.board.of(Reading) if not reading.compared_with)
    for name, readings in read.items():
        measure = pack.board.find(Measure, name)
        known = [measure.baseline] if measure and measure.baseline else []
        wholes = [value.out_of for value in (*(reading.value for reading in readings), *known) if value]
        (whole, often), *others = Counter(wholes).most_common() or [(None, 0)]
        if measure is None or whole is None or often < _OFTEN or sum(number for _, number in others) != 1:
            continue
        odd = next((reading for reading in readings if reading.value and reading.value.out_of != whole), None)
        if odd is None or odd.value is None:
            continue  # the baseline alone is out of another
        is_turned = sorted(str(odd.value.out_of)) == sorted(str(whole))
        message = f"The reading of {measure.id} for {odd.period} is {odd.value}; each other is out of {whole:,}."
        mend = "Mend the second number; if all there are have changed, leave it."
        softer = None if is_turned else Severity.NOTE
        yield finding_of("MEA-02", message, odd.place, mend, measure.id, softer=softer)


def _other_sizes(pack: Pack) -> Findings:
    """A reading that is about ten or a hundred times every other of its measure, or such a part of it."""
    read = grouped((f"{reading.about.name} {reading.compared_with}", reading) for reading in pack.board.of(Reading))
    for readings in read.values():
        own = [(reading, reading.value) for reading in readings if reading.value]
        for at, (reading, value) in enumerate(own) if len(own) > _OFTEN else ():
            others = [amount for _, amount in own[:at] + own[at + 1 :]]
            is_begun = at == 0 and value.size < others[0].size  # much grows from little
            known = known_amount(pack, reading)
            is_of_their_unit = known is None or value.unit == known.unit
            if value.has_slipped(others) and not is_begun and is_of_their_unit:
                message = f"The reading of {reading.about} for {reading.period.short} is {value}; "
                message += f"each other is near {others[-1]}."
                mend = "Is a nought missing or too many, or the point in the wrong place? If it is right, accept this."
                yield finding_of("MEA-02", message, reading.place, mend, reading.about.name, field="value")


def _other_months(pack: Pack) -> Findings:
    """A second value of the same months, one from before they began, and months left out where readings add up."""
    first: dict[tuple[str, str, Period], Reading] = {}
    for reading in pack.board.of(Reading):
        key = (fold(reading.about.name), reading.compared_with or "", reading.period)
        other, called = first.setdefault(key, reading), f"The reading of {reading.about} for {reading.period.short}"
        if other.value and reading.value and not other.value.agrees_with(reading.value):
            message = f"{called} is {reading.value} here, and {other.value} at {other.place}."
            mend = "Mend the months or the value of one of the two, or take one out."
            yield finding_of("MEA-02", message, reading.place, mend, reading.about.name)
        measure = None if reading.compared_with else pack.board.find(Measure, reading.about.name)
        start = measure.baseline if measure and measure.baseline_at == reading.period else None
        if start and reading.value and not reading.value.agrees_with(start):
            message = f"{called} is {reading.value}, and its baseline of then is {start}."
            mend = "Mend one of the two; if the reading is of others, say of whom: compared with."
            yield finding_of("MEA-02", message, reading.place, mend, reading.about.name)
        if reading.as_at and reading.as_at.latest < reading.period.earliest:
            message = f"{called} is as at {reading.as_at}, before those months began."
            yield finding_of("MEA-02", message, reading.place, "Mend its day, or its months.", reading.about.name)
    for measure in pack.board.of(Measure):
        readings = readings_of(pack.board, measure) if measure.adds_up else {}
        begun = any(period.earliest == period.years.earliest for period in readings)
        if begun and not measure.reached(readings) and not pack.is_told(measure.id, "value"):
            read = joined([period.text for period in readings])
            message = (
                f"The readings of {pack.called(measure)} add up, and one of their year is missing: read are {read}."
            )
            mend = "Add what was read of the other months."
            yield finding_of("MEA-02", message, measure.place, mend, measure.id, field="value")
