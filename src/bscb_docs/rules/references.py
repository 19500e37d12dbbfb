"""Rules of references: what a reference leads to bears its name alone in the document that it stands in."""

from collections.abc import Iterator

from bscb_docs.diagnostics.location import Place
from bscb_docs.prose import names, references
from bscb_docs.records import Action, Function, Narrative, Outcome, Priority, Prose, Record, fold
from bscb_docs.records.field_types import prose_fields
from bscb_docs.rules.engine import Findings, Pack, Printed, finding_of, name_of, rule

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
