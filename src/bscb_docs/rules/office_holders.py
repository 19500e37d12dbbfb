"""Office holders: who is shown in a post or a chair that was certainly not theirs at the document's date."""

import re

from bscb_docs import records
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.phrases import capital, joined
from bscb_docs.records import fold, in_force, present_names, slug
from bscb_docs.rules.engine import Findings, Pack, Passage, finding_of, key_of, rule, spots, squeeze
from bscb_docs.rules.english.claims.told_posts import misquoted, strange_posts
from bscb_docs.rules.owners import OTHER_HOLDER, absent_owners, has_left

_OF = re.compile(
    r",\s+(?:the\s+|our\s+|its\s+)?(?:[A-Z][\w&-]*\s+(?:of\s+|and\s+|for\s+)?){1,6}?(?:of|at|from)\s+(?:the\s+)?"
)
"""After a name: what the person is, and of what follows."""
_OTHER_POST = "Write it as the card does, or mend the card."
_OF_CHAIR = re.compile(r"\bindependent\s+(?:chair|scrutineer)", re.IGNORECASE)
"""Of the board itself: its card says who holds the place."""
_A_CHAIR = re.compile(r"\bchair", re.IGNORECASE)
"""A place in a body, which the body's card tells and no post of a person."""


@rule("GOV-03")
def wrong_holders(pack: Pack) -> Findings:
    """Somebody shown in a post that was certainly not theirs at the document's date."""
    yield from _signers(pack)
    yield from _posts_set(pack)
    yield from _former_chairs(pack)
    yield from absent_owners(pack)
    yield from _left_places(pack)
    yield from _other_employers(pack)
    for passage, start, person, said in strange_posts(pack):
        yield _wrong(capital(passage.where) + said, passage.place(start), person, _OTHER_POST)


def _signers(pack: Pack) -> Findings:
    for record in pack.board.records:
        for signature in getattr(record, "signatures", ()):
            field = f"signed by at {record.place}"  # a person may sign several
            at = signature.on or pack.date_of(record)
            person = pack.board.get(signature.person)
            if not (at and signature.as_):
                continue
            where = "The foreword" if isinstance(record, records.Foreword) else pack.called(record)
            where = record.title if isinstance(record, records.Narrative) else where
            places: list[records.Tenure | records.Post] = [*_chairs(pack, person), *person.posts]
            named = [place for place in places if _is_named(place, signature.as_)]
            signed = f'{where} is signed by {person.title} as "{signature.as_}"'
            is_other = bool(pack.board.details.chairs and _OF_CHAIR.search(signature.as_)) and not _chairs(pack, person)
            if (is_other and not named) or (named and not any(in_force(place, at) for place in named)):
                yield _wrong(f"{signed}, a place not held at {at}.", record.place, person, field=field)
            elif not named and (holder := _holder(pack, signature.as_, at)) not in (None, person):
                yield _wrong(f"{signed}, the post of {holder.title}.", record.place, person, field=field)
            elif all(isinstance(place, records.Post) for place in named) and (
                right := misquoted(signature.as_.partition(",")[0], person)
            ):
                message = f'{signed}; the card says "{right.name}".'
                yield _wrong(message, record.place, person, _OTHER_POST, field)
            elif person.posts and not named and not _A_CHAIR.search(signature.as_) and not _chairs(pack, person):
                own = joined([f'"{post.name}"' for post in person.posts])
                yield _wrong(f"{signed}; the card says {own}.", record.place, person, _OTHER_POST, field)


def _holder(pack: Pack, post: str, at: records.PartialDate) -> records.Person | None:
    """Who alone holds a post of exactly that name at a day, whatever of its body is said behind it."""
    name = fold(post.partition(",")[0])
    held = (
        (person, each) for person in pack.board.of(records.Person) for each in person.posts if fold(each.name) == name
    )
    found = [person for person, each in held if in_force(each, at)]
    return found[0] if len(found) == 1 else None


def _posts_set(pack: Pack) -> Findings:
    """A post set by its name in double braces, where every post of the person had certainly ended or not begun."""
    persons = records.ByName({slug(person.title): person for person in pack.board.of(records.Person)})
    for passage in pack.passages_typed("{{"):
        at = pack.date_of(passage.owner)
        for match in passage.tokens:
            stem, _, form = match[1].partition(".")
            person = persons.get(stem) if fold(form) == "post" else None
            if person and at and person.posts and not any(in_force(post, at) for post in person.posts):
                message = f"{capital(passage.where)} shows the post of {person.title}, who held none of it at {at}."
                yield _wrong(message, passage.place(match.start()), person)


def _left_places(pack: Pack) -> Findings:
    """A place in a body at the pack's date of who had left every post: the place was most likely left too."""
    at = pack.as_at
    for body in pack.board.of(records.Body) if at else ():
        held: list[tuple[records.Tenure | records.Membership, records.Record, str]] = [
            *((each, pack.board.get(each.person), "in the chair") for each in (*body.chairs, *body.co_chairs)),
            *((each, pack.board.get(each.member), "as a member") for each in body.members),
        ]
        for place, person, shown in held if in_force(body, at) else ():
            lasts = place.to is None and in_force(place, at)
            if at and lasts and isinstance(person, records.Person) and has_left(person, at):
                message = f"{person.title} is shown {shown} of the {body.title}, and had left every post by {at}."
                seats = tuple((pack.board.get(post.at).title, "seat") for post in person.posts if post.at)
                yield finding_of("GOV-03", message, body.place, OTHER_HOLDER, person.title, explains=seats)


def _other_employers(pack: Pack) -> Findings:
    """A sentence that calls somebody something of an organisation for which the person never worked."""
    for person in pack.board.of(records.Person):
        held = [*(post.at for post in person.posts), *(each.employer for each in person.works_for)]
        if not held or None in held:
            continue
        own = [pack.board.get(at) for at in held if at]
        for spot in spots(pack, key_of(person.title)):
            if match := _OF.match(spot.passage.unquoted, spot.end):
                rest = fold(spot.passage.unquoted[match.end() :])
                others = (each for each in pack.board.of(records.Organisation) if each not in own)
                if named := next((each for each in others if rest.startswith(fold(each.title))), None):
                    where = capital(spot.passage.where)
                    message = f"{where} puts {person.title} at {named.title}; the card says {own[-1].title}."
                    yield _wrong(message, spot.place, person)


def _former_chairs(pack: Pack) -> Findings:
    """A sentence in the present that calls somebody the chair of a body whose chair was not theirs."""
    for body in pack.board.of(records.Body):
        places = (*body.chairs, *body.co_chairs)
        for tenure in places:
            person = pack.board.get(tenure.person)
            for spot in spots(pack, key_of(person.title)):
                at = pack.date_of(spot.passage.owner)
                own = [place for place in places if pack.board.get(place.person) is person]
                is_past = at and not any(in_force(place, at) for place in own)
                if is_past and _calls_chair(spot.passage, spot.start, body):
                    where = capital(spot.passage.where)
                    message = f"{where} shows {person.title} in the chair of the {body.title}, not held at {at}."
                    yield _wrong(message, spot.place, person)


def _calls_chair(passage: Passage, start: int, body: records.Body) -> bool:
    first, last = passage.sentence(start)
    sentence = fold(squeeze(passage.unquoted[first:last]))
    present = re.search(r"\b(?:is|are) (?:the |its |now |currently )*(?:co-)?chair|\bchaired by\b|\bchairs\b", sentence)
    past = re.search(r"\b(?:until|former|formerly|was|were|had|before|previous|left|followed|handed)\b", sentence)
    return bool(present and not past and any(fold(name) in sentence for name in present_names(body)))


def _wrong(message: str, place: Place, person: records.Person, mend: str = OTHER_HOLDER, field: str = "") -> Finding:
    return finding_of("GOV-03", message, place, mend, person.title, field=field)


def _chairs(pack: Pack, person: records.Person) -> list[records.Tenure]:
    details = pack.board.details
    places = (*details.chairs, *details.co_chairs, *details.vice_chairs)
    return [held for held in places if pack.board.get(held.person) is person]


def _is_named(place: records.Tenure | records.Post, words: str) -> bool:
    if isinstance(place, records.Post):
        return fold(place.name) in fold(words) or fold(words) in fold(place.name)
    return bool(re.search(r"\bchair\b", words, re.IGNORECASE))
