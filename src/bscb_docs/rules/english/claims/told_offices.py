"""Told offices: when a sentence says that a chair began or left, and a body began or ended."""

import re
from collections.abc import Container, Iterator
from operator import itemgetter

from bscb_docs.records import Body, PartialDate, Person, Tenure, fold, in_force, names_of, slug
from bscb_docs.records.names import gathered
from bscb_docs.rules.engine import Pack, Passage, key_of, spots
from bscb_docs.rules.english.claims.told_dates import may_be, misdated
from bscb_docs.rules.english.contradictions import Told
from bscb_docs.rules.english.dates import A_DATE, date_of

_ENDED = re.compile(
    r"\b(?:left|(?:stood|stepped)\s+down|retired|resigned|handed\s+over)\b[^.;:]{0,50}?\b(?:in|on|at\s+the\s+end\s+of)\s+"
    rf"(?P<date>{A_DATE})\b|\b(?:was|chaired|served|led)\b[^.;:]{{0,80}}?\b(?:until|till|to)\s+(?P<other>{A_DATE})\b"
)
_BEGAN = re.compile(
    r"\b(?:joined|took\s+(?:over|up|on|the)|became|was\s+(?:appointed|elected)|succeeded|began|started)\b[^.;:]{0,70}?"
    rf"\b(?:in|on|from)\s+(?P<date>{A_DATE})\b|\b(?:has|is)\b[^.;:]{{0,60}}?\bsince\s+(?P<other>{A_DATE})\b"
)
_CHAIRED = re.compile(
    rf"\s+(?:has\s+)?chaired\s+(?:(?:the|our)\s+(?:board|partnership)\s+)?(?:from|since|until|till|to)\s+(?P<date>{A_DATE})\b"
)
"""Of the board itself: a vice-chair has not."""
_VICE = ("vice-chair of the board",)
"""What stands for the place of a vice-chair: words without "vice" around a name tell of another chair."""
_BEFORE = 20
"""Signs before a name in which a place may stand, as in "our vice-chair, Pat Example"."""
_NEAR = 31
"""Days: what is recorded to end in March may be said to have ended in April; or on 1 April, in March."""


def false_offices(pack: Pack) -> Iterator[Told]:
    """Each date on which a chair is said to have begun or left, where every one that is recorded is another."""
    details, bodies = pack.board.details, pack.board.of(Body)
    places = [((), (*details.chairs, *details.co_chairs)), (_VICE, details.vice_chairs)]
    places += [(names_of(body), (*body.chairs, *body.co_chairs)) for body in bodies]
    held = gathered((fold(each.person.name), (names, each)) for names, tenures in places for each in tenures)
    for passage, named in _persons_named(pack, held.keys()).items():
        ends = [*(start for start, _, _ in named[1:]), len(passage.text)]
        for (start, end, person), other in zip(named, ends, strict=True):
            own = held[fold(person.title)]
            yield from _wrong_office(passage, (start, end, other), person, own, (*details.chairs, *details.co_chairs))


def _persons_named(pack: Pack, names: Container[str]) -> dict[Passage, list[tuple[int, int, Person]]]:
    """Where texts with a year name those persons, typed or between two braces: where each name begins and ends."""
    found: dict[Passage, list[tuple[int, int, Person]]] = {}
    persons = {f"{slug(person.title)}.name": person for person in pack.board.of(Person) if fold(person.title) in names}
    for person in persons.values():
        for spot in spots(pack, key_of(person.title)):
            found.setdefault(spot.passage, []).append((spot.start, spot.end, person))
    for passage in pack.passages_typed("{{"):
        for token in passage.tokens:
            if token[1] in persons:
                found.setdefault(passage, []).append((*token.span(), persons[token[1]]))
    return {
        passage: sorted(named, key=itemgetter(0))
        for passage, named in found.items()
        if passage in pack.index.dated and passage.is_exact
    }


def _wrong_office(
    passage: Passage,
    span: tuple[int, int, int],
    person: Person,
    held: list[tuple[tuple[str, ...], Tenure]],
    chairs: tuple[Tenure, ...],
) -> Iterator[Told]:
    """What is said of a person from the end of the name to the next name or the end of the sentence."""
    start, end, other = span
    first, last = passage.sentence(end - 1)
    stop, sentence = min(last, other), fold(passage.unquoted[first:last])
    is_vice = "vice" in fold(passage.unquoted[max(first, start - _BEFORE) : stop])
    of_body = [tenure for names, tenure in held if any(fold(name) in sentence for name in names)]
    own = of_body or [tenure for names, tenure in held if "chair" in sentence and (names is _VICE) is is_vice]
    if not is_vice and all(names is _VICE for names, _ in held) and (match := _CHAIRED.match(passage.unquoted, end)):
        recorded, mend = "the card has them as vice-chair alone", f"Say that {person.title} was vice-chair then."
        if chair := next((each.person.name for each in chairs if in_force(each, date_of(match["date"]))), ""):
            recorded, mend = f"{recorded}, and {chair} as the chair of then", f"Name {chair}, or mend the card."
        yield misdated(passage, match.start("date"), match["date"], f"the chair of {person.title}", recorded, mend)
    ended = _ENDED.search(passage.unquoted, end, stop)
    date = date_of(ended["date"] or ended["other"]) if ended else None
    if ended and date and own and all(each.from_ and date.surely_before(each.from_) for each in own):
        yield misdated(passage, ended.start(), str(date), person.title, f"the chair was held from {own[0].from_}")
        return
    for pattern, dates, did, near in (
        (_ENDED, [tenure.to for tenure in own], "to", _NEAR),
        (_BEGAN, [tenure.from_ for tenure in own], "from", 0),
    ):
        match, known = pattern.search(passage.unquoted, end, stop), [date for date in dates if date]
        if match and known and len(known) == len(dates):
            typed = match["date"] or match["other"]
            if not may_be(typed, known, 0) and not may_be(typed, _not_after(typed, known), near):
                start = match.start("date" if match["date"] else "other")
                yield misdated(passage, start, typed, person.title, f"the chair was held {did} {known[-1]}")


def _not_after(typed: str, dates: list[PartialDate]) -> list[PartialDate]:
    """Those of the dates from which the typed one may be a little off: it is later, or they are days."""
    said = date_of(typed)
    return [each for each in dates if said is None or each.surely_before(said) or each.earliest == each.latest]


_BODY = r"[*_\s]*(?:and\s+(?:the|its|our)\s+[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*\s+)?"
_BY_WHOM = r"[^.;:,]{0,30}?\s+"
_SET_UP = re.compile(
    rf"{_BODY}\b(?:(?:began|started)(?:\s+(?:its\s+)?(?:work|life))?\s+|"
    rf"(?:was|were)\s+(?:set\s+up|formed|established|created|launched|restructured)\b{_BY_WHOM})"
    rf"(?:in|on|from)\s+(?P<date>{A_DATE})\b"
)
_CLOSED = re.compile(
    rf"{_BODY}\b(?:(?:closed|ended|ceased)(?:\s+(?:its\s+)?(?:work|to\s+meet))?\s+|"
    rf"(?:was|were)\s+(?:closed|wound\s+up|dissolved|disbanded)\b{_BY_WHOM})"
    rf"(?:in|on|at\s+the\s+end\s+of)\s+(?P<date>{A_DATE})\b"
)
_IT = re.compile(r"(?:It|The\s+(?:group|panel|forum|team|board))(?=\s)")
"""In the text of a body, itself."""


def false_beginnings(pack: Pack) -> Iterator[Told]:
    """Each date on which a body is said to have begun or ended, where its card has another."""
    for body in (each for each in pack.board.of(Body) if each.from_ or each.to):
        named = [(spot.passage, spot.end) for name in names_of(body) for spot in spots(pack, key_of(name))]
        named += [(own, it.end()) for own in pack.passages_of(body) for it in _IT.finditer(own.unquoted)]
        for passage, end in (each for each in named if each[0] in pack.index.dated and each[0].is_exact):
            for pattern, recorded, did, near in ((_SET_UP, body.from_, "began", 0), (_CLOSED, body.to, "ended", _NEAR)):
                match = pattern.match(passage.unquoted, end)
                if match and recorded and not may_be(match["date"], [recorded], near):
                    its = f"its card says that it {did} in {recorded}"
                    yield misdated(passage, match.start("date"), match["date"], f"the {body.title}", its)
