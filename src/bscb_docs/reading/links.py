"""Names that lead nowhere, or to two records: references, statuses, points and ids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from attrs import field, frozen

from bscb_docs import prose
from bscb_docs.reading.cards import Card
from bscb_docs.reading.codes import Report
from bscb_docs.reading.kindreading import KindReading
from bscb_docs.reading.making import Made
from bscb_docs.reading.nearest import nearest
from bscb_docs.records import Action, Became, BoardDetails, Record, Ref, Status, fold, names_of

_SUGGESTED = 200
"""After so many unknown names no nearest one is looked for: the file has another fault than its spelling."""


@frozen
class Index:
    """Every name by class, and the names that stand for records which were left out."""

    names: dict[type[Record], dict[str, str]] = field(factory=dict)
    """By class: folded name to the name as written."""
    excused: set[tuple[type[Record] | None, str]] = field(factory=set)
    unknown: dict[tuple[tuple[type[Record], ...], str], str] = field(factory=dict)
    """Names already looked for in vain, with the nearest."""

    def knows(self, ref: Ref[Any]) -> bool:
        """True where the name leads to a record, or would, had that record no fault of its own."""
        name = fold(ref.name)
        if any(name in self.names.get(kind, ()) for kind in ref.to):
            return True
        return (None, name) in self.excused or any((kind, name) in self.excused for kind in ref.to) or "\ufffd" in name

    def near(self, ref: Ref[Any]) -> str:
        """The nearest name of the classes it may name, or ""."""
        key = (ref.to, fold(ref.name))
        if key not in self.unknown and len(self.unknown) < _SUGGESTED:
            known = [name for kind in ref.to for name in self.names.get(kind, {}).values()]
            self.unknown[key] = nearest(ref.name, known)
        return self.unknown.get(key, "")


def unique(made: Made, report: Report) -> list[tuple[Record, Card]]:
    """The records without those whose id was given before; a finding for each of them and for equal titles."""
    seen: dict[tuple[type[Record], str], Record] = {}
    kept = []
    for record, card in made.records:
        has = card.reading.has if card.reading else frozenset()
        id_, title = getattr(record, "id", None), getattr(record, "title", None)
        if isinstance(record, BoardDetails) and (first := seen.setdefault((BoardDetails, ""), record)) is not record:
            report.add(
                "PLN-03", f"The board is named again; {first.place} names it first.", record.place, "Keep one card."
            )
            continue
        if "about" in has or card.is_group or not (id_ or title):
            kept.append((record, card))
            continue
        first = seen.setdefault((type(record), fold(id_ or title or "")), record)
        if first is not record:
            word, mend = (
                ("id", "Give this record an id that was never used.") if id_ else ("title", "Give them other titles.")
            )
            if not id_ and "id" in has:
                mend = "Give each of them an id of its own."
            message = f'The {word} "{id_ or title}" was given before, at {first.place}; this record is left out.'
            report.add("PLN-03", message, record.place, mend, id_ or title or "")
            continue
        kept.append((record, card))
    return kept


def index_of(records: list[tuple[Record, Card]], made: Made) -> Index:
    """The names of those records, and of those that were left out."""
    index = Index(excused={(kind, fold(name)) for kind, name in made.left_out})
    for record, _ in records:
        names = index.names.setdefault(type(record), {})
        for name in names_of(record):
            names.setdefault(fold(name), name)
    return index


def check_links(
    records: list[tuple[Record, Card]], index: Index, kinds: tuple[KindReading, ...], report: Report
) -> None:
    """A finding for every name in a field that no record bears."""
    words = {reading.kind.record: reading.name for reading in kinds}
    for record, card in records:
        if card.reading is None or card.is_group:
            continue
        labels = {each.attribute: each.label for each in card.reading.columns.values()}
        for attribute in card.reading.links:
            value = getattr(record, attribute)
            if not value:
                continue
            for ref in _refs_in(value):
                if not index.knows(ref):
                    _dangling(ref, f"{card.label}, {labels[attribute]}", index, words, card, report)
        if isinstance(record, Action) and record.became:
            _check_points(record, card, report)


def _refs_in(value: Any) -> Iterator[Ref[Any]]:
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _refs_in(each)
    elif attrs.has(type(value)):
        for attribute in attrs.fields(type(value)):
            if (inner := getattr(value, attribute.name)) and isinstance(inner, Ref):
                yield inner


def _dangling(
    ref: Ref[Any], where: str, index: Index, words: dict[type[Record], str], card: Card, report: Report
) -> None:
    near = index.near(ref)
    about = next((value.text for value in card.values.values()), "")
    if ref.to == (Status,):
        mend = (
            f'Did you mean "{near}"?' if near else "Write a label of the scale, or add it as a Status with its meaning."
        )
        report.add("STA-03", f'{where}: "{ref.name}" is no status on the board\'s scale.', ref.place, mend, about)
        return
    names = [words.get(kind, kind.__name__) for kind in ref.to]
    kinds = " or ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else "record"
    mend = (
        f'Did you mean "{near}"?'
        if near
        else f"Mend the name, or write a card for it: # {names[0] if names else ''} ..."
    )
    report.add("REF-01", f'{where}: no {kinds} is called "{ref.name}".', ref.place, mend, about)


def _check_points(action: Action, card: Card, report: Report) -> None:
    """A finding for each `became: #name` that no point of the action bears."""
    known = {name for name, _, _ in prose.names(action.text)}
    for became, value in zip(action.became, card.fields.get("became", ()), strict=False):
        if isinstance(became, Became) and became.point and became.point not in known:
            near = nearest(became.point, sorted(known))
            mend = (
                f'Did you mean "#{near}"?'
                if near
                else f"Put {{#{became.point}}} at the end of the point that is meant."
            )
            message = f"{card.label}, became: no point of this action is named {{#{became.point}}}."
            report.add("REF-01", message, value.place, mend, action.id)
