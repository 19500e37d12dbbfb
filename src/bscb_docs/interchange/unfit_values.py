"""Unfit values: what the JSON of a board holds and no card of it may, told as reading tells of it."""

from collections.abc import Iterator
from typing import Any

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.reading.fitting_values import fitting, has_choices
from bscb_docs.reading.source_lines import BAD, bad_sign, without_bad
from bscb_docs.reading.value_readers import Refused
from bscb_docs.records import PartialDate, Record


def clean(value: Any) -> Any:
    """The values without signs that Word cannot hold, as reading leaves them."""
    if isinstance(value, dict):
        return {name: clean(each) for name, each in value.items()}
    if isinstance(value, list):
        return [clean(each) for each in value]
    return without_bad(value) if isinstance(value, str) else value


def unfit(record: Record, values: dict[str, Any], where: str) -> Iterator[Finding]:
    """A finding for each field of a record whose values no card may hold."""
    for name, value in values.items():
        for code, message, mend in (*_refused(type(record), name, value), *_doubts(value)):
            yield finding_of(code, f"{where}, {name}: {message}", record.place, mend, where, field=name)


def _refused(made: type[Record], name: str, value: Any) -> Iterator[tuple[str, str, str]]:
    """What the field's own list of words, colours or addresses does not have."""
    for each in value if isinstance(value, list) else (value,):
        try:
            if isinstance(each, str) and has_choices(made, name):
                fitting(made, name, each)
        except Refused as fault:
            yield fault.code, fault.message, fault.mend


def _doubts(value: Any) -> Iterator[tuple[str, str, str]]:
    """Signs that Word cannot hold, and a date whose words mean other days than it says, however deep they stand."""
    if isinstance(value, str) and (found := BAD.search(value)):
        name, mend = bad_sign(found[0])
        yield "TXT-01", f"{name} stands here, which cannot be printed.", mend
    if isinstance(value, dict) and {"earliest", "latest", "text"} <= value.keys():
        yield from _misdated(value["earliest"], value["latest"], value["text"])
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in parts:
        yield from _doubts(each)


def _misdated(earliest: str, latest: str, text: str) -> Iterator[tuple[str, str, str]]:
    try:
        meant = PartialDate.from_text(text)
    except ValueError:  # words of a script's own, which nothing can be held against
        return
    if (str(meant.earliest), str(meant.latest)) != (earliest, latest):
        said = f'"{text}" is {meant.earliest} to {meant.latest}, and the days beside it are {earliest} to {latest}.'
        yield "DUE-01", said, "Mend the words or the days."
