"""Ids, titles and short names given twice within their kind."""

from bscb_docs.reading.cards import Card, Read
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.records import KINDS, Action, BoardDetails, Priority, Record, Target, fold

_Key = tuple[type[Record], str]


def unique(records: Read, report: Gathered) -> Read:
    """The records without each that bears an id or title given before, with a finding for it."""
    first: dict[_Key, Record] = {}
    kept = []
    for record, card in records:
        known_by, name = own_name(record, card)
        # an update names its target by the id alone, so that no id serves twice among them
        kind = Action if known_by == "id" and isinstance(record, Target) else type(record)
        other = first.setdefault((kind, fold(name)), record) if known_by else record
        if other is record:
            kept.append((record, card))
        else:
            report.doubled.update([fold(name)] if known_by == "id" else ())
            _report_again(known_by, name, other, record, card, report)
    _check_other_names(kept, first, report)
    return kept


def own_name(record: Record, card: Card) -> tuple[str, str]:
    """By what a record is known, and that name; "" where records of its kind may recur."""
    if isinstance(record, BoardDetails):
        return "board", ""
    for known_by in card.reading.known_by if card.reading else ("id", "title"):
        if name := getattr(record, known_by, None):
            return known_by, str(name)
    return "", ""


def _report_again(known_by: str, name: str, other: Record, record: Record, card: Card, report: Gathered) -> None:
    mend = "Give this one an id that was never used."
    if known_by == "title":
        has_id = card.reading and "id" in card.reading.has
        apart = f"tell them apart in the title, which is printed: {name} (of ...)"
        if card.reading and card.reading.kind not in KINDS:
            apart = "a title names one thing, so call the field otherwise where a row is an event, as in `course: str`"
        mend = f"Keep one if both are the same; else {'give each of them an id' if has_id else apart}."
    elif known_by == "board":
        mend = "Keep one of the two."
    what = "The board's own card" if known_by == "board" else f'The {known_by} "{name}"'
    message = f"{what} was given before, at {other.place}; this one is left out."
    lacks = ("outcome", "action") if isinstance(record, Priority) else (type(record).__name__.lower(),)
    report.add("PLN-03", message, record.place, mend, card.name, takes=[("", each) for each in lacks])


def _check_other_names(records: Read, first: dict[_Key, Record], report: Gathered) -> None:
    """A finding for a short name, or the title of a record with an id, by which another record is known too."""
    names = dict(first)
    for record, card in records:
        known_by, _ = own_name(record, card)
        others = ["short_name"] if known_by == "title" else ["title"] if known_by == "id" else []
        for attribute in others:
            name = getattr(record, attribute, None)
            if not name or (attribute == "title" and card.reading and "id" in card.reading.kind.required):
                continue  # where every record has an id, two may have one title
            other = names.setdefault((type(record), fold(name)), record)
            if other is not record and (attribute == "short_name" or not getattr(other, "id", None)):
                word = attribute.replace("_", " ")
                message = f'{card.label}: its {word} "{name}" also means the record at {other.place}.'
                mend = (
                    "Give one of them another short name." if attribute == "short_name" else "Give both of them an id."
                )
                report.add("PLN-03", message, record.place, mend, card.name)
