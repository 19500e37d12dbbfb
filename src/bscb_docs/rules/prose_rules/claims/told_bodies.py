"""Told bodies: to whom a sentence says that a body reports, how many chairs it has, and who carried out a review."""

import re
from collections.abc import Iterator

from bscb_docs.records import Audit, Body, Inspection, Organisation, fold, in_force, names_of, present_names
from bscb_docs.rules.engine import Pack, Passage, key_of, spots

_REPORTS = re.compile(
    r"[*_\s]*,?\s+(?:(?:which|and|it)\s+)?(?:now\s+)?(?:reports?|answers?)\s+(?:directly\s+)?to\s+(?:the\s+|our\s+)?"
)
_LISTED = re.compile(r"\breport\s+(?:directly\s+)?to\s+(?:the\s+|our\s+)?(?P<to>[^.:;]+):[^.;]*$")
"""Before one of several bodies that a sentence lists: to whom they report."""
_ONE_CHAIR = re.compile(
    r"[*_\s]*,?\s+(?:which\s+)?has\s+(?:only\s+)?(?:one|a(?:\s+single)?)\s+chair\b(?!\s+(?:from|for)\b)"
)
_CO_CHAIRS = re.compile(r"[*_\s]*,?\s+(?:which\s+)?(?:has\s+(?:two\s+)?co-chairs|is\s+co-chaired)\b")
_BY = re.compile(
    r"[^.;:]{0,60}?\b(?:carried\s+out|conducted|led|done|undertaken|made)\s+by\s+(?:colleagues\s+(?:from|of)\s+)?(?:the\s+)?"
)
Told = Iterator[tuple[Passage, int, str]]
"""Where the words begin that no card bears out, and what is said of them, after where they stand."""


def false_bodies(pack: Pack) -> Told:
    """Each of these that the card of a body, audit or inspection has otherwise."""
    telling = set(pack.passages_with("report", "answer", "chair", "chaired"))
    for body in pack.board.of(Body) if telling else ():
        for spot in (each for name in present_names(body) for each in spots(pack, key_of(name))):
            if spot.passage in telling and spot.passage.is_exact:
                for start, said in _of_body(pack, body, spot.passage, spot.start, spot.end):
                    yield spot.passage, start, said
    yield from _carried_out(pack)


def _of_body(pack: Pack, body: Body, passage: Passage, start: int, end: int) -> Iterator[tuple[int, str]]:
    text, at = passage.unquoted, pack.date_of(passage.owner)
    led, listed = _REPORTS.match(text, end), _LISTED.search(text, passage.sentence(start)[0], start)
    to = (led and text[led.end() :]) or (listed and listed["to"])
    if body.reports_to and to:
        right, named = pack.board.get(body.reports_to), _first_named(pack, to)
        if named and named is not right:
            yield (
                led.end() if led else start,
                f" has the {body.title} report to the {named.title}; the card says {right.title}.",
            )
    sharing = [each.person.name for each in body.co_chairs if at is None or in_force(each, at)]
    if len(sharing) > 1 and (match := _ONE_CHAIR.match(text, end)):
        yield match.start(), f" gives one chair to the {body.title}; the card has {' and '.join(sharing)} share it."
    if body.chairs and not body.co_chairs and (match := _CO_CHAIRS.match(text, end)):
        yield match.start(), f" gives co-chairs to the {body.title}; the card has {body.chairs[-1].person.name} alone."


def _carried_out(pack: Pack) -> Told:
    """Each body or organisation that a sentence has carry out an audit or inspection of others."""
    works: tuple[Audit | Inspection, ...] = pack.board.of(Audit, Inspection)
    for work in (each for each in works if each.by):
        by = work.by if isinstance(work.by, str) else pack.board.get(work.by).title if work.by else ""
        short = work.title.partition(" of ")[0] if isinstance(work, Inspection) else ""
        is_alone = sum(bool(short) and each.title.startswith(short) for each in works) == 1
        shorter = (f"the {short}", f"our {short}") if is_alone and len(key_of(short)) > 1 else ()
        names = (work.title, work.id or "", *shorter)
        for spot in (each for name in names for each in spots(pack, key_of(name))):
            match = _BY.match(spot.passage.unquoted, spot.end) if spot.passage.is_exact else None
            named = _first_named(pack, spot.passage.unquoted[match.end() :]) if match else None
            if match and named and fold(by) not in map(fold, names_of(named)) and fold(named.title) not in fold(by):
                yield spot.passage, match.end(), f' has "{spot.text}" carried out by {named.title}; the card says {by}.'


def _first_named(pack: Pack, words: str) -> Body | Organisation | None:
    """The body or organisation whose name some words begin with; of several the one of the longest name."""
    start = fold(words)
    named: tuple[Body | Organisation, ...] = pack.board.of(Body, Organisation)
    found = [
        (len(name), each) for each in named for name in names_of(each) if re.match(rf"{re.escape(fold(name))}\b", start)
    ]
    return max(found, key=lambda each: each[0])[1] if found else None
