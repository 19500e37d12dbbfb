"""Series: a document that the register asks for once for every body of a kind, as one document for each of them."""

from collections.abc import Iterator

from attrs import evolve

from bscb_docs.reading.cards import Card, Read
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.records import Body, Record, Ref, RegisterEntry, fold, in_force, slug


def each_for_its_body(records: Read, report: Gathered) -> Iterator[tuple[Record, Card]]:
    """The records, one that says `for each` replaced by an entry for each body of that kind; a finding if none is."""
    bodies = [record for record, _ in records if isinstance(record, Body)]
    for record, card in records:
        if not (isinstance(record, RegisterEntry) and record.for_each):
            yield record, card
            continue
        if record.body:
            message = f'{card.label}, body: not read, since "for each" gives each of the documents its body.'
            report.add("REC-04", message, card.place, "Take one of the two away.", card.name)
        kinds = set(map(fold, record.for_each))
        own = [body for body in bodies if fold(body.kind or "") in kinds and in_force(body, record.as_at)]
        if not own:
            message = f"{card.label}, for each: no body is a {' or '.join(record.for_each)}, so none of it is built."
            report.add("REF-01", message, card.place, "Give the bodies that are meant that kind.", card.name)
        for body in own:
            yield _for(record, body), card


def _for(entry: RegisterEntry, body: Body) -> RegisterEntry:
    return evolve(
        entry,
        id=f"{entry.id}-{slug(body.title)}",
        title=f"{entry.title}: {body.title}",
        short_title=f"{entry.short_title or entry.title}, {body.short_name or body.title}",
        outline=entry.outline or entry.id,
        body=Ref(body.title, entry.place, (Body,)),
        for_each=(),
        one_of=entry.id,
    )
