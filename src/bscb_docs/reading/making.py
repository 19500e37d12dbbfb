"""Records made of cards: each field typed, what stands above filled in, and a fault costing no more than its field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve, field, frozen

from bscb_docs.places import Place
from bscb_docs.reading.cards import Card
from bscb_docs.reading.choices import unfit
from bscb_docs.reading.codes import Report
from bscb_docs.reading.kindreading import FieldReading, KindReading, kind_reading
from bscb_docs.reading.structuring import Refused
from bscb_docs.reading.values import Value, gap_in
from bscb_docs.records import Gap, Group, Kind, Narrative, NarrativeSection, Prose, Record, Ref, YearSpan

_GROUP = kind_reading(Kind(Group, "Group"))


@frozen
class Made:
    """The records of a folder with the cards they were made of, and the names of those that were left out."""

    records: list[tuple[Record, Card]] = field(factory=list)
    left_out: set[tuple[type[Record] | None, str]] = field(factory=set)
    """Class (None: unknown) and name of each record that a board means to have, but that could not be made."""


@frozen
class _Fields:
    """What the fields of a card say."""

    values: dict[str, Any] = field(factory=dict)
    gaps: dict[str, Gap] = field(factory=dict)


def make_records(cards: Iterable[Card], report: Report) -> Made:
    """The records of the cards, in their order."""
    made = Made()
    groups: dict[Card, _Fields] = {}
    sections: dict[Card, list[NarrativeSection]] = {}
    for card in cards:
        if card.reading is None:
            made.left_out.update((None, word) for word in _words_of(card))
        elif card.is_group:
            groups[card] = _typed(card, card.reading, report)
            if card.text:
                made.records.append((_group(card, groups[card]), card))
        elif not card.sound:
            made.left_out.update((card.reading.kind.record, value.text) for value in card.values.values())
        elif record := _record(card, card.reading, groups, report):
            if isinstance(record, NarrativeSection):
                if card.parent:
                    sections.setdefault(card.parent, []).append(record)
            else:
                made.records.append((record, card))
        else:
            made.left_out.update((card.reading.kind.record, value.text) for value in card.values.values())
    for at, (record, card) in enumerate(made.records):
        if isinstance(record, Narrative):
            made.records[at] = (evolve(record, sections=tuple(sections.get(card, ()))), card)
    return made


def _words_of(card: Card) -> list[str]:
    """What the unknown kind's id or title may have been."""
    before, _, after = card.words.partition(":")
    return [word for word in (after.strip(), before.split(" ")[-1], " ".join(before.split()[1:])) if word]


def _record(card: Card, reading: KindReading, groups: dict[Card, _Fields], report: Report) -> Record | None:
    """The record of a card, or None where it lacks what no record of its kind can be without."""
    found = _typed(card, reading, report)
    _inherit(found, card, reading, groups, report)
    _fill_above(found, card, reading)
    missing = sorted(reading.required - found.values.keys())
    if missing:
        labels = {each.attribute: each.label for each in reading.columns.values()}
        names = " and ".join(f'"{labels.get(name, name)}"' for name in missing)
        typed = {each.label for each in reading.columns.values() if card.fields.get(each.label.casefold())}
        if not any(labels.get(name) in typed for name in missing):  # else its value has its own finding
            message = f"{card.label}: {names} is missing, and no {reading.name} can be without it; it is left out."
            report.add("REC-12", message, card.place, "Write it.", _about(card))
        return None
    if card.text:
        found.values["text"] = card.text
    try:
        record = reading.kind.record(place=card.place, gaps=tuple(found.gaps.values()), **found.values)
    except (ValueError, TypeError) as error:
        report.add("REC-06", f"{card.label}: {error}.", card.place, "Mend the value, or take it away.", _about(card))
        return None
    _check_above(record, card, reading, report)
    return record


def _typed(card: Card, reading: KindReading, report: Report) -> _Fields:
    """The card's own values, each of its type; a wrong one is left out with its finding."""
    found = _Fields()
    for name, value in card.values.items():
        if not card.is_group or name in _attributes(reading):
            each = next(each for each in reading.columns.values() if each.attribute == name)
            _keep(found, each, [value], card, report)
        else:
            _checked(_years_of_group(), value, card, report)
    for name, values in card.fields.items():
        each = reading.columns[name]
        if each.attribute in found.values:
            message = f'{card.label}: "{each.label}" stands in the heading and again as a field; the heading holds.'
            report.add("REC-04", message, values[0].place, "Take the field away.", _about(card))
            continue
        _keep(found, each, values, card, report)
    return found


def _attributes(reading: KindReading) -> set[str]:
    return {each.attribute for each in reading.columns.values()}


def _years_of_group() -> FieldReading:
    return _GROUP.fields["years"]


def _keep(found: _Fields, each: FieldReading, values: list[Value], card: Card, report: Report) -> None:
    """Type the values of one field and keep them, or its gap."""
    kept = []
    for value in values:
        if not each.in_heading and (gap := gap_in(value.text, each.label)):
            found.gaps[each.attribute] = gap
        else:
            typed = _checked(each, value, card, report)
            if typed is not None:
                kept.append(typed)
    if kept:
        found.values[each.attribute] = tuple(kept) if each.many else kept[0]
        found.gaps.pop(each.attribute, None)


def _checked(each: FieldReading, value: Value, card: Card, report: Report) -> Any:
    """The typed value, or None with its finding."""
    try:
        typed = each.read(value)
    except Refused as refused:
        message = f"{card.label}, {each.label}: {refused.message}"
        report.add(refused.code, message, value.place, refused.mend, _about(card))
        return None
    if card.reading and (fault := unfit(card.reading.kind.record, each.attribute, typed)):
        message, mend = fault
        report.add("REC-15", f"{card.label}, {each.label}: {message}", value.place, mend, _about(card))
    return typed


def _inherit(found: _Fields, card: Card, reading: KindReading, groups: dict[Card, _Fields], report: Report) -> None:
    """Fill what the heading that groups the card says for all it groups, unless the card says otherwise."""
    group = next((above for above in card.above if above.is_group), None)
    if group is None:
        return
    if group.reading is not reading:
        if card.parent is group and group.reading:
            message = f"{card.label} stands under a heading that groups {group.reading.kind.plural.lower()}."
            mend = "Give it a heading with as many hashes as that one, or fewer, or move it."
            report.add("REC-14", message, card.place, mend, _about(card))
        return
    for name, value in groups[group].values.items():
        if name not in found.gaps:
            found.values.setdefault(name, value)
    for name, gap in groups[group].gaps.items():
        if name not in found.values:
            found.gaps.setdefault(name, gap)


def _fill_above(found: _Fields, card: Card, reading: KindReading) -> None:
    """Fill each field that the headings above answer: the nearest record of a class it may name."""
    for each in reading.above:
        if each.attribute not in found.values and each.attribute not in found.gaps:
            ref = _ref_above(card, each)
            if ref:
                found.values[each.attribute] = ref


def _ref_above(card: Card, each: FieldReading) -> Ref[Any] | None:
    for above in card.above:
        if above.reading and not above.is_group and issubclass(above.reading.kind.record, each.classes):
            name = above.values.get("id") or above.values.get("title")
            return Ref(name.text, above.place, each.classes) if name and above.sound else None
    return None


def _check_above(record: Record, card: Card, reading: KindReading, report: Report) -> None:
    """A finding for an action or outcome under no priority, unless the heading above it has a fault of its own."""
    belongs = [each.attribute for each in reading.above]
    if "priority" not in belongs or any(getattr(record, name) for name in belongs):
        return
    if any(not above.sound for above in card.above):
        return
    mend = "Put it under the heading of its priority, with one hash more; an action of a past year may stand under the Plan."
    message = f"{card.label} stands under no priority."
    report.add("PLN-01", message, card.place, mend, _about(card))


def _group(card: Card, found: _Fields) -> Group:
    """The text that stands under a heading in the plural."""
    above = {each.attribute: ref for each in _GROUP.above if (ref := _ref_above(card, each))}
    name = card.reading.name if card.reading else ""
    years = found.values.get("years")
    if years is None and "years" in card.values:
        try:
            years = YearSpan.from_text(card.values["years"].text)
        except ValueError:
            years = None
    return Group(kind=name, years=years, text=card.text, place=card.place, **above)


def _about(card: Card) -> str:
    known = card.values.get("id") or card.values.get("about") or card.values.get("title")
    return known.text if known else ""


__all__ = ["Made", "Place", "Prose", "make_records"]
