"""Records made of cards: each field typed, what stands above filled in, and a fault costing no more than its field."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from attrs import evolve, field, frozen

from bscb_docs.reading.action_points import check_points
from bscb_docs.reading.cards import ANY, Card, Read
from bscb_docs.reading.field_values import FieldValues, typed_fields
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.reading.kind_syntax import FieldReading, KindReading, kind_reading
from bscb_docs.reading.value_readers import Refused
from bscb_docs.records import Action, Group, Kind, Narrative, NarrativeSection, Prose, Record, Ref

_GROUP = kind_reading(Kind(Group))

_NAMES = {"id", "title", "about"}
"""Attributes by which a record is told from others of its kind."""
LeftOut = tuple[type[Record] | None, str]
"""The class (None: unknown) and the name of a record that a board means to have but that could not be made."""


@frozen
class Made:
    """The records of a folder, each with its card, and the names of those that were left out."""

    records: Read = field(factory=list)
    left_out: set[LeftOut] = field(factory=set)


def make_records(cards: Iterable[Card], report: Gathered) -> Made:
    """The records of the cards, in their order; a finding for each fault that costs a field or a record."""
    made = Made()
    groups: dict[Card, FieldValues] = {}
    sections: dict[Card, list[NarrativeSection]] = {}
    for card in cards:
        record: Record | None = None
        if card.reading and card.is_group:
            groups[card] = _group_fields(card, card.reading, report)
            record = _group(card, card.reading, groups[card]) if card.text else None
        elif card.reading and card.is_sound:
            record = _record(card, card.reading, groups, report)
        made.left_out.update(card.lost)
        if isinstance(record, NarrativeSection) and card.parent:
            sections.setdefault(card.parent, []).append(record)
        elif record:
            if isinstance(record, Action):
                check_points(record, card, report)
            if not card.level:
                card.fields.clear()  # a table may have a hundred thousand rows, and their words are in the records now
            made.records.append((record, card))
        else:
            made.left_out.update(names_meant(card))
    for at, (record, card) in enumerate(made.records):
        if isinstance(record, Narrative):
            made.records[at] = (evolve(record, sections=tuple(sections.get(card, ()))), card)
    return made


def names_meant(card: Card) -> set[LeftOut]:
    """The names by which other records may mean that of the card."""
    if card.reading:
        kind = card.reading.kind.record
        if card.level or not _NAMES.isdisjoint(card.reading.by_attribute):
            return {(kind, value.text) for name, value in card.values.items() if name in {"id", "title"}}
        return {(kind, ANY)}  # of rows without names nobody knows which one it was
    before, _, title = card.words.partition(":")
    return {(None, name) for name in (title.strip(), before.split(" ")[-1], before.partition(" ")[2].strip()) if name}


def _record(card: Card, reading: KindReading, groups: dict[Card, FieldValues], report: Gathered) -> Record | None:
    """The record of a card, or None where it lacks what no record of its kind can be without."""
    found = typed_fields(card, reading, report)
    _inherit(found, card, reading, groups, report)
    for each in reading.above:
        if not found.tells_of(each.attribute) and (ref := _above(card, each)):
            found.values[each.attribute] = ref
    if not reading.kind.required <= found.values.keys():
        missing = [name for name in reading.by_attribute if name in reading.kind.required and name not in found.values]
        _report_missing(missing, found, card, reading, report)
        return None
    if card.text:
        found.values["text"] = card.text
    if "language" in found.values and not reading.kind.has("language"):
        language = found.values.pop("language")
        texts = {name: value for name, value in found.values.items() if isinstance(value, Prose)}
        found.values |= {name: evolve(text, language=language.tag) for name, text in texts.items()}
    try:
        record = reading.kind.record(place=card.place, gaps=tuple(chain(*found.gaps.values())), **found.values)
    except (ValueError, TypeError) as error:  # what a plugin's own class asks of its values
        message = f"{card.label}: {str(error).removesuffix('.')}."
        report.add("REC-06", message, card.place, "Mend the value, or take it away.", card.name)
        return None
    return record


def _report_missing(missing: list[str], found: FieldValues, card: Card, reading: KindReading, report: Gathered) -> None:
    """A finding for what is missing or not recorded, unless it was given, or its column, with a finding of its own."""
    missing = [name for name in missing if name not in card.excused]
    if not missing:
        return
    each = reading.by_attribute[missing[0]]
    gap = next((attribute for attribute in missing if attribute in found.gaps), "")
    if gap:
        each = reading.by_attribute[gap]
        message = f"{card.label}, {each.label}: no {reading.name} can be without it, so this one is left out."
        place = next((value.place for value in card.fields.get(each.attribute, ())), card.place)
        report.add("REC-12", message, place, f'Write its {each.label} in place of "not recorded".', card.name)
    elif not card.gives(each.attribute):
        message = f'{card.label}: "{each.label}" is missing, which every {reading.name} needs, so it is left out.'
        mend = f"Write its {each.label}{'' if card.level else ': an empty cell does not take what stands above it'}."
        cause = "" if card.level else f"{each.label} of the rows of {card.place.file}"  # a table lacks a column once
        report.add("REC-12", message, card.place, mend, card.name, cause=cause)


def _group_fields(card: Card, reading: KindReading, report: Gathered) -> FieldValues:
    """What a heading in the plural says for all that it groups; its years, also where the kind has none."""
    found = typed_fields(card, reading, report)
    if "years" in card.values and "years" not in reading.by_attribute:
        try:
            found.values["years"] = _GROUP.by_attribute["years"].read(card.values["years"])
        except Refused as fault:
            report.add("REC-02", f"{card.label}: {fault.message}", card.place, fault.mend)
    return found


def _group(card: Card, reading: KindReading, found: FieldValues) -> Group:
    """The text that stands under a heading in the plural."""
    above: dict[str, Any] = {each.attribute: ref for each in _GROUP.above if (ref := _above(card, each))}
    period = found.values.get("period")
    years = period.years if period else found.values.get("years")
    return Group(kind=reading.name, years=years, text=card.text, place=card.place, **above)


def _inherit(
    found: FieldValues, card: Card, reading: KindReading, groups: dict[Card, FieldValues], report: Gathered
) -> None:
    """Fill in what the heading that groups the card says for all of its kind, unless the card says otherwise."""
    for group in card.above:
        if group.is_group:
            break
    else:
        return
    if group.reading is None:
        return
    if group.reading is reading:
        found.inherit(groups[group])
        if "years" not in reading.by_attribute:
            found.values.pop("years", None)
    elif card.parent is group:
        _misplaced(card, group.reading, report)


def _misplaced(card: Card, grouped: KindReading, report: Gathered) -> None:
    """A finding for a card among those of another kind; where it has their fields it is one of them, ill named."""
    where = f"stands under a heading that groups {grouped.kind.plural.lower()}"
    if not card.strange:
        mend = "Give it as many hashes as that heading, or fewer, or put it elsewhere."
        report.add("REC-14", f"{card.label} {where}.", card.place, mend, card.name)
        return
    report.retract(lambda place: place in card.strange)
    mend = f"Write: {'#' * card.level} {grouped.name} {card.name}"
    report.add("REC-03", f"{card.label} {where}, and has fields of one.", card.place, mend, card.name)
    card.lost += ((grouped.kind.record, card.name),)


def _above(card: Card, each: FieldReading) -> Ref[Any] | None:
    """The nearest record above the card that the field may name."""
    for above in card.above:
        if above.reading and not above.is_group and issubclass(above.reading.kind.record, each.classes):
            name = above.values.get("id") or above.values.get("title")
            return Ref(name.text, above.place, each.classes) if name and above.is_sound else None
    return None
