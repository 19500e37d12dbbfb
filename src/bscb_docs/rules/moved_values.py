"""Moved values: a cell put into a column of readings, or taken out, so that all beneath stand in another row."""

from collections import defaultdict

from bscb_docs.records import Amount, Measure, Reading
from bscb_docs.rules.engine import Findings, Pack, finding_of

_SEVERAL = 2
"""Readings of another unit than their measure's, each of the unit of the row beside it, from which a column moved."""
_WAYS = ((-1, "above", "Was a cell put into"), (1, "beneath", "Was a cell taken out of"))
"""Whose a moved value is, and what moved it."""


def moved_values(pack: Pack) -> Findings:
    """A finding for each table whose readings fit their neighbours' measures, which takes with it what values tell."""
    tables = defaultdict[str, list[Reading]](list)
    for reading in pack.board.of(Reading):
        if not reading.place.file.endswith(".md"):
            tables[reading.place.file].append(reading)
    for file, readings in tables.items():
        meant = [known_amount(pack, reading) for reading in readings]
        for step, beside, what in _WAYS:
            moved = [at for at in range(len(readings)) if _is_of(readings, meant, at, step)]
            if len(moved) >= _SEVERAL and not any(_is_of(readings, meant, at, -step) for at in range(len(readings))):
                first = readings[moved[0]]
                named = readings[moved[0] + step].about
                message = f"{len(moved)} values fit the measure of the row {beside} their own, such as {first.value}, "
                message += f"which stands beside {first.about} and may be of {named}."
                mend = f'{what} the column "value" there or further up? Put each value back into its row.'
                yield finding_of("MEA-02", message, first.place, mend, file, explains=(("", "value"),))
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
