"""Spoken records: where texts name records, by a reference or in words."""

from collections import defaultdict
from collections.abc import Iterator

from attrs import define

from bscb_docs.records import Person, Record, fold, names_of, slug
from bscb_docs.records.names import gathered
from bscb_docs.rules.engine import Pack, Passage, capitals_in, kept, key_of, name_of, spots
from bscb_docs.rules.english.facts.typed_facts import TypedFact, telling_words


@define(eq=False)
class Named:
    """A record that a passage names, and where the name begins and ends."""

    start: int
    end: int
    record: Record


@kept
def by_name(pack: Pack) -> dict[str, list[Record]]:
    """Every record by each of its names."""
    every = pack.board.records
    return gathered((name, each) for each in every for name in dict.fromkeys(map(fold, names_of(each))))


@kept
def telling_passages(pack: Pack) -> frozenset[Passage]:
    """The passages in which a fact may stand: with a word that tells one, a reference, a figure or a person's name."""
    names = (key_of(name) for person in pack.board.of(Person) for name in names_of(person))
    named = (spot.passage for name in names for spot in spots(pack, name))
    return frozenset((*telling_words(pack), *pack.passages_typed("](#", "{{"), *named))


@kept
def named_records(pack: Pack) -> dict[Passage, list[Named]]:
    """The records that each passage names in which a fact may stand."""
    found: defaultdict[Passage, list[Named]] = defaultdict(list)
    known, telling = by_name(pack), telling_passages(pack)
    for name, records in known.items():
        for spot in (each for each in spots(pack, key_of(name)) if each.passage in telling):
            start, end = spot.span
            words = spot.passage.text[start:end]
            if words[0].isupper() or capitals_in(words):
                found[spot.passage] += [Named(start, end, record) for record in records]
    slugs = {slug(name): records for name, records in known.items()}
    for passage in pack.passages_typed("](#"):
        for match in passage.references:
            found[passage] += [Named(*match.span(), record) for record in known.get(fold(match[1]), ())]
    for passage in pack.passages_typed("{{"):
        for token in passage.tokens:
            records = slugs.get(slug(token[1].rpartition(".")[0]), [])
            found[passage] += [Named(*token.span(), record) for record in records]
    return dict(found)


def own_records(pack: Pack, owner: Record) -> Iterator[Record]:
    """The record whose text it is, that which an update tells of, and the one of its id, as a cover report's."""
    yield owner
    yield from by_name(pack).get(fold(name_of(owner)), ())


def spoken_of(pack: Pack, fact: TypedFact) -> list[Record]:
    """The records that the sentence names, of each kind the last before the fact; else those named before."""
    named, (first, last) = named_records(pack).get(fact.passage, []), fact.passage.sentence(fact.start)
    inside = [each for each in named if first <= each.start < last] or [each for each in named if each.start < first]
    nearest: dict[type, tuple[int, list[Record]]] = {}
    for each in sorted(inside, key=lambda each: (each.start >= fact.start, abs(each.start - fact.start))):
        start, records = nearest.setdefault(type(each.record), (each.start, []))
        if start == each.start:  # work that goes on bears its old title
            records.append(each.record)
    return [record for _, records in nearest.values() for record in records]
