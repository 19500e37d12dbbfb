"""The fields of a card as typed values and gaps; a wrong value costs its field and no more."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from bscb_docs.reading.cards import Card
from bscb_docs.reading.fitting_values import fitting
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.kind_syntax import FieldReading, KindReading, id_of
from bscb_docs.reading.value_readers import Refused
from bscb_docs.reading.words_in_place import Value, gap_in
from bscb_docs.records import Gap, is_name


@define(eq=False)
class FieldValues:
    """Values and gaps by attribute."""

    values: dict[str, Any] = field(factory=dict)
    gaps: dict[str, list[Gap]] = field(factory=dict)
    """A field of several lines may have values and a gap: one telephone is known, another was never recorded."""

    def tells_of(self, name: str) -> bool:
        """True where it has a value or a gap of that attribute."""
        return name in self.values or name in self.gaps

    def inherit(self, other: FieldValues) -> None:
        """Take over what the other says of attributes that this one says nothing of."""
        gaps = {name: gaps for name, gaps in other.gaps.items() if not self.tells_of(name)}
        self.values |= {name: value for name, value in other.values.items() if not self.tells_of(name)}
        self.gaps |= gaps


def typed_fields(card: Card, reading: KindReading, report: Gathered) -> FieldValues:
    """What the heading and the fields of a card say, each of its type; a finding for each wrong value."""
    found = FieldValues()
    for name, value in card.values.items():
        if each := reading.by_attribute.get(name):
            _keep(found, each, [value], card, reading, report)
    for name, values in card.fields.items():
        each = reading.by_attribute[name]
        if values and name in card.values:
            message = f"{card.label}, {each.label}: stands in the heading and again as a field; the heading holds."
            report.add("REC-04", message, values[0].place, "Take the field away.", card.name, field=each.label)
        else:
            _keep(found, each, values, card, reading, report)
    return found


def _keep(
    found: FieldValues, each: FieldReading, values: list[Value], card: Card, reading: KindReading, report: Gathered
) -> None:
    """Type the values of one field and keep them, or the gap that they name; a finding for each wrong one."""
    kept = []
    for value in values:
        gap = gap_in(value.text, each.label)
        if gap and not each.in_heading:
            found.gaps.setdefault(each.attribute, []).append(gap)
            continue
        try:
            if gap:
                mend = "Write one, or take the field away."
                raise Refused("REC-06", 'an id or title cannot be "not recorded".', mend)
            typed = each.read(value)
            if each.attribute == "id" and not is_name(typed):
                wrong = f'"{typed}" is no id, which is one word of letters, figures and hyphens.'
                raise Refused("REC-06", wrong, f"Write it as: {id_of(typed)}", id_of(typed) or None)
            if each.has_choices:
                typed = fitting(reading.kind.record, each.attribute, typed)
        except Refused as fault:
            message = f"{card.label}, {each.label}: {fault.message}"
            report.add(fault.code, message, value.place, fault.mend, card.name, field=each.label)
            typed = fault.kept
        if typed is not None:
            kept.append(typed)
    if kept:
        found.values[each.attribute] = tuple(kept) if each.many else kept[0]
