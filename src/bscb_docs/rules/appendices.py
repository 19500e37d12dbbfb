"""Rules of appendices and references: listed as they print, counted, and each referred to by a name of its own."""

import re
from collections.abc import Iterator

from bscb_docs.diagnostics.location import Place
from bscb_docs.prose import names, references
from bscb_docs.records import Action, Function, Narrative, Outcome, Priority, Prose, Record, RegisterEntry, fold
from bscb_docs.records.field_types import prose_fields
from bscb_docs.rules.engine import Findings, Pack, Printed, finding_of, kept, name_of, rule

_LABEL = re.compile(r"\s*(?:appendix|annex)\s+(?:\d+|[A-Z]|one|two|three)\b\W*", re.IGNORECASE)


def _bound(pack: Pack) -> Iterator[tuple[Printed, int, RegisterEntry]]:
    """Each document that binds others in, with the number and the entry of each of those."""
    for document in pack.documents:
        for number, name in enumerate(document.entry.appendices, 1):
            entry = pack.board.find(RegisterEntry, name)
            if entry is not None and entry is not document.entry:
                yield document, number, entry


@rule("APP-02")
def other_titles(pack: Pack) -> Findings:
    """An appendix whose own first page bears other words than the list of appendices."""
    for found in {id(entry): entry for _, _, entry in _bound(pack)}.values():
        if found.bound_in_as and " ".join(found.bound_in_as.split()) != " ".join(found.title.split()):
            message = f'The list of appendices says "{found.title}", and the appendix itself "{found.bound_in_as}".'
            mend = "Give it one title: take the line `bound in as` away, or make the title the same."
            yield finding_of("APP-02", message, found.place, mend, found.id)


@rule("APP-03")
def typed_labels(pack: Pack) -> Findings:
    """A title with an appendix's label typed into it, which its first page would bear twice or wrongly."""
    for entry in pack.board.documents:
        for words in (entry.title, entry.bound_in_as):
            if words and (match := _LABEL.match(words)):
                message = f'The title "{words}" has the label "{match[0].strip(" :.-–")}" typed into it.'
                mend = "Take the label away: it is counted and printed on the first page by itself."
                yield finding_of("APP-03", message, entry.place, mend, entry.id)
                break


@rule("APP-04")
def forgotten_appendices(pack: Pack) -> Findings:
    """An appendix that the text of its document never refers to."""
    for document, number, entry in _bound(pack):
        narrative = pack.board.find(Narrative, document.entry.id)
        named, text = _texts(pack)[id(narrative)] if narrative else ({fold(entry.id)}, "")
        if fold(entry.id) not in named and not re.search(rf"\bAppendix {number}\b", text):
            message = f"{document.entry.title} binds in {entry.title} and never refers to it."
            mend = f"Refer to it where it helps, as in: [Appendix](#{entry.id})."
            yield finding_of("APP-04", message, entry.place, mend, entry.id)


@kept
def _texts(pack: Pack) -> dict[int, tuple[set[str], str]]:
    """By the identity of each report, what its text refers to, and its words."""
    found: dict[int, tuple[set[str], str]] = {}
    for narrative in pack.board.of(Narrative):
        named = {fold(each.target) for section in narrative.sections for each in references(section.text)}
        found[id(narrative)] = named, " ".join(passage.text for passage in pack.passages_of(narrative))
    return found


_NUMBERED = (Priority, Outcome, Action, Function)
"""Records that a reference leads to by their id."""


@rule("APP-07")
def names_borne_twice(pack: Pack) -> Findings:
    """A reference to a name that two things bear in one document, its appendices too: it leads to the first printed.

    Points of actions of other years are one thing: a point that is carried on keeps its name.
    """
    told: set[Place] = set()
    for document in pack.documents:
        records = list(_printed_in(document, pack))
        typed = [(record, ref) for record in records for prose in _proses(record) for ref in references(prose)]
        bearers = _bearers(records) if typed else {}
        for record, reference in typed:
            places = [*dict.fromkeys(bearers.get(fold(reference.target), {}).values())]
            place = reference.place
            if len(places) > 1 and place not in told:
                told.add(place)
                message = (
                    f"#{reference.target} names two things in {document.entry.title}, at {places[0]} and "
                    f"{places[1]}, and the reference leads to the one that is printed first."
                )
                mend = "Give one of them another name, and mend what refers to it."
                yield finding_of("APP-07", message, place, mend, name_of(record))


def _printed_in(document: Printed, pack: Pack) -> Iterator[Record]:
    """The records of a document and of those that it binds in, each once."""
    bound = {fold(name) for name in document.entry.appendices}
    others = [each for each in pack.documents if fold(each.entry.id) in bound]
    records = [record for each in (document, *others) for record in each.records]
    yield from {id(record): record for record in records}.values()


def _bearers(records: list[Record]) -> dict[str, dict[object, Place]]:
    """By folded name, the place of each thing that bears it."""
    found: dict[str, dict[object, Place]] = {}
    points: dict[tuple[str, object], list[tuple[Action, Place]]] = {}
    for record in records:
        if isinstance(record, _NUMBERED):
            found.setdefault(fold(record.id), {})[id(record)] = record.place
        for prose in _proses(record):
            for name, _, line in names(prose):
                place = prose.place.down(line)
                if isinstance(record, Action):
                    points.setdefault((fold(name), record.years), []).append((record, place))
                else:
                    found.setdefault(fold(name), {})[place] = place
    carried: set[str] = set()
    for (name, _), bearing in points.items():
        if name not in carried or len(bearing) > 1:
            found.setdefault(name, {}).update({place: place for _, place in bearing})
        carried.add(name)
    return found


def _proses(record: Record) -> Iterator[Prose]:
    if isinstance(record, Narrative):
        yield from (section.text for section in record.sections)
    texts = (getattr(record, name) for name in prose_fields(type(record)))
    yield from (text for text in texts if text is not None)
