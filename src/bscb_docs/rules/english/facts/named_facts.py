"""Named facts: places of persons, appendices and figures set beside names, each with what bears it or what is asked."""

import re
from collections.abc import Iterator

from bscb_docs.records import BoardDetails, Body, Person, RegisterEntry, bears, fold
from bscb_docs.records.names import gathered
from bscb_docs.rules.engine import Pack, Passage, Printed, kept, name_of, stem_of, words_of
from bscb_docs.rules.english.facts.spoken_records import Named, named_records
from bscb_docs.rules.english.facts.typed_facts import TypedFact
from bscb_docs.rules.english.likeness import SMALL_WORDS

_CHAIR = re.compile(r"\b(?:(?:[Vv]ice|[Cc]o|[Dd]eputy)[- ])?[Cc]hair(?:s|ed|ing)?\b")
_RANK = re.compile(r"\b[A-Z][a-z]+(?:\s+[A-Z][a-z]+)+(?=\s+\Z)")
"""What ends where a name begins, as in "Chief Inspector Jo Example"."""
_WORD = r"[A-Z][\w’']*"
_EMPLOYER = re.compile(
    rf",?\s+(?P<at>(?:of|from|at)\s+(?:[Tt]he\s+(?=\w+\s+[A-Z]))?(?P<name>{_WORD}(?:\s+(?:(?:of|and|for)\s+)?{_WORD})*))"
)
"""What begins where a name ends, as in "Jo Example of Sample Council"."""
_NEAR = 50
"""Characters between a person and a place of which a text speaks."""


def places_told(pack: Pack, passage: Passage) -> Iterator[TypedFact]:
    """Each chair, each post of some card and each employer that a sentence gives to a person whom it names."""
    told = set[tuple[str, int]]()
    for spot, person in _persons_named(pack).get(passage, ()):
        for match in _places(pack, passage, spot):
            if (person.title, match.start()) not in told:
                told.add((person.title, match.start()))
                start, end = min(match.start(), spot.start), max(match.end(), spot.end)
                bearer = _bearer(pack, person, match[0], _body(pack, passage, match))
                yield TypedFact(passage, start, end, f"{match[0]}, {person.title}", vouched_by=bearer)
        employer = _EMPLOYER.match(passage.unquoted, spot.end)
        if employer and (person.title, employer.start("at")) not in told:
            told.add((person.title, employer.start("at")))
            said = f"{employer['at']}, {person.title}"
            yield TypedFact(passage, *employer.span("at"), said, vouched_by=_employed(pack, person, employer["name"]))


@kept
def _persons_named(pack: Pack) -> dict[Passage, list[tuple[Named, Person]]]:
    """By passage, the persons that it names."""
    named = ((passage, each, each.record) for passage, every in named_records(pack).items() for each in every)
    return gathered((passage, (each, person)) for passage, each, person in named if isinstance(person, Person))


def _employed(pack: Pack, person: Person, name: str) -> str:
    """The card of the person, where it says that they work for the one of that name."""
    at = [post.at for post in person.posts if post.at] + [each.employer for each in person.works_for]
    led = (pack.board.led_to(ref) for ref in at)
    return pack.called(person) if any(bears(each, name) for each in led if each) else ""


def _places(pack: Pack, passage: Passage, spot: Named) -> Iterator[re.Match[str]]:
    """The chair, and the post, that stand nearest to a person in the sentence, and the rank before the name."""
    first, last = passage.sentence(spot.start)
    first, last = max(first, spot.start - _NEAR), min(last, spot.end + _NEAR)
    words = passage.unquoted[first:last]
    posts = [post for name, post in _posts(pack).items() if name in words]
    for places in ((_CHAIR,), posts):
        found = [match for each in places for match in each.finditer(passage.unquoted, first, last)]
        yield from sorted(found, key=lambda each: max(each.start() - spot.end, spot.start - each.end()))[:1]
    yield from filter(None, (_RANK.search(passage.unquoted, first, spot.start),))


def _body(pack: Pack, passage: Passage, place: re.Match[str]) -> Body | BoardDetails:
    """The body of which a chair is told: that which follows, else the nearest, else the last before, else the board."""
    first, last = passage.sentence(place.start())
    named = [(each.start, each.record) for each in named_records(pack)[passage] if each.start < last]
    bodies = [(start, body) for start, body in named if isinstance(body, Body)]
    inside = [(start, body) for start, body in bodies if start >= first] or bodies[-1:]
    near = min(
        inside, key=lambda each: (not 0 <= each[0] - place.end() < _NEAR, abs(each[0] - place.start())), default=None
    )
    return near[1] if near else pack.board.details


@kept
def _posts(pack: Pack) -> dict[str, re.Pattern[str]]:
    """What finds each post of some card."""
    names = (post.name for person in pack.board.of(Person) for post in person.posts)
    return {name: re.compile(re.escape(name)) for name in names if not _CHAIR.search(name)}


def _bearer(pack: Pack, person: Person, place: str, body: Body | BoardDetails) -> str:
    """The card that gives the person that place, in that body where it is a chair's."""
    if any(fold(post.name) == fold(place) for post in person.posts):
        return f"{pack.called(person)}: post"
    fields = {"chair": body.chairs, "co-chair": body.co_chairs}
    if isinstance(body, BoardDetails):
        fields["vice-chair"] = body.vice_chairs
    lead = place.lower().partition("chair")[0].strip("- ")
    for name, held in fields.items():
        is_it = name == f"{lead}-chair" if lead else not name.startswith("vice")
        if is_it and any(pack.board.led_to(tenure.person) is person for tenure in held):
            return f"{pack.called(body) if id(body) in pack.numbers else body.title}: {name}"
    return ""


_REFERENCE = re.compile(r"\[[^\[\]]*\]\(#([^)\s]+)\)")


def appendices_told(pack: Pack, document: Printed, passage: Passage) -> Iterator[TypedFact]:
    """Each reference to an appendix, which only a word of its title bears out, between it and the one before."""
    bound, told = {fold(name) for name in document.entry.appendices}, 0
    for match in _REFERENCE.finditer(passage.raw) if passage.is_exact else ():
        entry = pack.board.find(RegisterEntry, match[1])
        if entry and fold(entry.id) in bound:
            first = max(told, passage.sentence(match.start())[0], match.start() - _NEAR)
            title = {stem_of(word) for word in words_of(entry.title) if word not in SMALL_WORDS}
            before, told = {stem_of(word) for word in words_of(passage.text[first : match.start()])}, match.end()
            said = f"{pack.called(entry)}: title" if title & before else ""
            yield TypedFact(passage, *match.span(), f"Appendix, {entry.title}", vouched_by=said)


_BESIDE = {
    "target": re.compile(r"\b(?:target|aims?|goals?|should|ought)\b", re.IGNORECASE),
    "baseline": re.compile(
        r"\b(?:baseline|before|began|begun|start\w*|first|earlier|last\s+year|had\s+been|from\s*\ufffc)", re.IGNORECASE
    ),
}
"""What a sentence says of itself that sets this part of a measure."""
_AS_ANOTHER = {
    "baseline": re.compile(r"\bto\s+(?:the\s+)?\Z"),
    "value": re.compile(r"\b(?:target|baseline)\s+(?:is|was|of)\s+\Z"),
}
"""Words before a part by which another one is meant: "fell from ... to", "the target is"."""


def figures_misplaced(pack: Pack, passage: Passage) -> Iterator[TypedFact]:
    """Each figure of a target or baseline that no word beside it calls so, or of another record than is named there."""
    named = named_records(pack).get(passage, ())
    for token in passage.tokens:
        start, end = token.span()
        first, last = passage.line(start)
        about, _, part = token[1].rpartition(".")
        words, before = passage.text[first:last], passage.text[first:start]
        is_said = part not in _BESIDE or _BESIDE[part].search(words)
        is_another = part in _AS_ANOTHER and _AS_ANOTHER[part].search(before)
        asked = "" if is_said and not is_another else f"its sentence does not tell of the {part}"
        others = _others(passage, [each for each in named if first <= each.start < last], start)
        if asked := asked or (f"its sentence speaks of {name_of(others[-1].record)}" if others else ""):
            yield TypedFact(passage, start, end, f"{part.replace('-', ' ')} of {about}", asked=asked)


def _others(passage: Passage, named: list[Named], start: int) -> list[Named]:
    """The records of the kind of a figure's that are named beside it; none where its own is one of them."""
    own = [each.record for each in named if each.start == start]
    beside = [each for each in named if not passage.raw.startswith("{{", each.start)]
    kinds = tuple({type(record) for record in own} - {Person})
    if any(each.record is record for each in beside for record in own):
        return []
    return [each for each in beside if isinstance(each.record, kinds)]
