"""Named facts: which place texts say that a person has, and to which appendix they lead, each with what bears it."""

import re
from collections.abc import Iterator

from bscb_docs.records import BoardDetails, Body, Person, RegisterEntry, fold
from bscb_docs.rules.engine import Pack, Passage, Printed, kept, stem_of, words_of
from bscb_docs.rules.prose_rules.likeness import SMALL_WORDS
from bscb_docs.rules.prose_rules.spoken_records import Named, named_records
from bscb_docs.rules.prose_rules.typed_facts import TypedFact

_PLACE = re.compile(r"\b(?:(?:[Vv]ice|[Cc]o|[Dd]eputy)[- ])?[Cc]hair(?:s|ed|ing)?\b")
_NEAR = 50
"""Characters between a person and a place of which a text speaks."""


def places_told(pack: Pack, passage: Passage) -> Iterator[TypedFact]:
    """Each chair, or post of some card, that a sentence gives to a person whom it names."""
    named = named_records(pack).get(passage, [])
    for spot, person in ((each, each.record) for each in named if isinstance(each.record, Person)):
        first, last = passage.sentence(spot.start)
        inside = [each for each in named if first <= each.start < last]
        first, last = max(first, spot.start - _NEAR), min(last, spot.end + _NEAR)
        found = [match for each in _places(pack) for match in each.finditer(passage.unquoted, first, last)]
        for match in sorted(found, key=lambda each: max(each.start() - spot.end, spot.start - each.end()))[:1]:
            start, end = min(match.start(), spot.start), max(match.end(), spot.end)
            bearer = _bearer(pack, person, match[0], inside)
            yield TypedFact(passage, start, end, f"{match[0]}, {person.title}", vouched_by=bearer)


@kept
def _places(pack: Pack) -> tuple[re.Pattern[str], ...]:
    """What finds a chair, and each post of some card."""
    names = dict.fromkeys(post.name for person in pack.board.of(Person) for post in person.posts)
    return (_PLACE, *(re.compile(re.escape(name)) for name in names))


def _bearer(pack: Pack, person: Person, place: str, named: list[Named]) -> str:
    """The card that gives the person that place, in the body that is named, else in the board."""
    if any(fold(post.name) == fold(place) for post in person.posts):
        return f"{pack.called(person)}: post"
    bodies = [each.record for each in named if isinstance(each.record, Body)]
    for body in bodies or (pack.board.details,):
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
    """Each reference to an appendix, which nothing bears out but a word of its title before it in the sentence."""
    bound = {fold(name) for name in document.entry.appendices}
    for match in _REFERENCE.finditer(passage.raw) if "](#" in passage.raw and passage.is_exact else ():
        entry = pack.board.find(RegisterEntry, match[1])
        if entry and fold(entry.id) in bound:
            first, _ = passage.sentence(match.start())
            title = {stem_of(word) for word in words_of(entry.title) if word not in SMALL_WORDS}
            before = {
                stem_of(word) for word in words_of(passage.text[max(first, match.start() - _NEAR) : match.start()])
            }
            said = f"{pack.called(entry)}: title" if title & before else ""
            yield TypedFact(passage, *match.span(), f"Appendix, {entry.title}", vouched_by=said)
