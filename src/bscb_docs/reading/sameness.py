"""Ids and titles given twice within their kind."""

from __future__ import annotations

from bscb_docs.reading.cards import Card
from bscb_docs.reading.codes import Report
from bscb_docs.records import BoardDetails, Group, Record, fold


def unique(records: list[tuple[Record, Card]], report: Report) -> list[tuple[Record, Card]]:
    """The records without each that bears an id or title given before, with a finding for it."""
    first: dict[tuple[type[Record], str], Record] = {}
    kept = []
    for record, card in records:
        known_by, name = _identity(record, card)
        other = first.setdefault((type(record), fold(name)), record) if known_by else record
        if other is record:
            kept.append((record, card))
            continue
        mend = "Give this one an id that was never used."
        if known_by == "title":
            mend = "Give each of them an id." if card.reading and "id" in card.reading.has else "Give it another title."
        elif known_by == "board":
            mend = "Keep one of the two cards."
        what = "The board's own card" if known_by == "board" else f'The {known_by} "{name}"'
        message = f"{what} was given before, at {other.place}; this one is left out."
        report.add("PLN-03", message, record.place, mend, card.name)
    _check_short_names(kept, report)
    return kept


def _identity(record: Record, card: Card) -> tuple[str, str]:
    """What a record is known by, and that name; "" where records of its kind may recur."""
    if isinstance(record, BoardDetails):
        return "board", ""
    if isinstance(record, Group) or (card.reading and "about" in card.reading.has):
        return "", ""
    for known_by in ("id", "title"):
        if name := getattr(record, known_by, None):
            return known_by, str(name)
    return "", ""


def _check_short_names(records: list[tuple[Record, Card]], report: Report) -> None:
    """A finding for a short name that another record of the kind bears as its title or short name."""
    names: dict[tuple[type[Record], str], Record] = {}
    for record, _ in records:
        if hasattr(record, "short_name"):
            names.setdefault((type(record), fold(str(getattr(record, "title", "")))), record)
    for record, card in records:
        if short := getattr(record, "short_name", None):
            other = names.setdefault((type(record), fold(short)), record)
            if other is not record:
                message = f'{card.label}: the short name "{short}" also means the record at {other.place}.'
                report.add("PLN-03", message, record.place, "Give one of them another short name.", card.name)
