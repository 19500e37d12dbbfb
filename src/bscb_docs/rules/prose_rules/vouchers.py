"""Vouchers: what bears a typed fact, of the records that its own sentence speaks of, or whose text it stands in."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from attrs import evolve

from bscb_docs.figures.figure import Figure
from bscb_docs.figures.ratio import Ratio
from bscb_docs.records import Body, Record, fold, slug
from bscb_docs.records.year_span import Spanned
from bscb_docs.rules.engine import Pack, Passage, Printed, kept, key_of, name_of, spots
from bscb_docs.rules.prose_rules.figure_scope import is_beside, of_named_years
from bscb_docs.rules.prose_rules.named_measures import measures_named
from bscb_docs.rules.prose_rules.scope import ELSEWHEN
from bscb_docs.rules.prose_rules.spoken_records import Borne, by_name, named_records, values_borne
from bscb_docs.rules.prose_rules.typed_facts import TypedFact

_MONTH = 31
"""Days: a day within a longer time than a month bears nothing out."""
_DEADLINES = frozenset({"due", "moved", "target by"})
_DUE = re.compile(r"\b(?:due|deadline|by|before|until|till|end\s+of|will|to\s+be)\b[^.;:]{0,30}$", re.IGNORECASE)
"""Before a date that is told as a deadline: what came about then is another fact."""
_TOLD = 10
"""A smaller count stands in so many records that its value says nothing."""
_TIMES = re.compile(r"\s+(?:times|occasions)\b")
_NEAR = 30
"""Characters: two adjectives may stand between a number and its noun."""


def vouched(pack: Pack, document: Printed, fact: TypedFact) -> TypedFact:
    """The fact with what bears it, if anything that its sentence speaks of does."""
    around = (each for each in named_records(pack).get(fact.passage, ()) if each.start <= fact.start < each.end)
    if (own := next(around, None)) and not fact.date:
        return evolve(fact, vouched_by=f"{pack.called(own.record)}: name")  # as the 2 of a tool that is called so
    if figure := _figure_of(pack, fact):
        return evolve(fact, vouched_by=f"figure {figure.name}", figure=_setting(pack, figure.name, fact))
    entry = document.entry
    if fact.date and any(_bounds(years) == _bounds(fact.date) for years in (entry.years, entry.period) if years):
        return evolve(fact, vouched_by=f"{pack.called(entry)}: years")
    spoken = [*_own(pack, fact.passage.owner), *_spoken_of(pack, fact)]
    named = set(map(id, spoken))
    told = spoken if fact.date or _is_told(fact) else ()
    values = values_borne(pack)
    borne = (each for record in told for each in values.get(id(record), ()))
    bearing = [each for each in borne if (not each.beside or each.beside & named) and _is_it(document, fact, each)]
    found = [(_setting(pack, each.figure, fact), f"{each.said}: {each.field}") for each in bearing]
    first, last = fact.passage.sentence(fact.start)
    spoken_in = fact.passage.unquoted if "%" in fact.words else fact.passage.unquoted[first:last]
    for known in measures_named(pack, spoken_in) if fact.number is not None else ():
        if any(fact.tells(value.number, value.out_of) for value in known.values):
            name = f"{known.measure.id}.value"
            found.append((_setting(pack, name, fact), f"measure {known.measure.id}: readings"))
    figure_name, said = next((each for each in found if each[0]), found[0] if found else ("", ""))
    return evolve(fact, vouched_by=said, figure=figure_name) if said else fact


def _setting(pack: Pack, name: str, fact: TypedFact) -> str:
    """The name, or a form of it, by which prose would set the very same; "" where none does."""
    for form in ("", ".part", ".whole", ".per-cent"):
        figure = pack.figures.get(f"{name}{form}")
        is_like = figure and isinstance(figure.value, int if fact.out_of is None else Ratio)
        if figure and (str(figure) == fact.words or (is_like and fact.tells(*figure.numbers))):
            return f"{name}{form}"
    return ""


def _bounds(date: Spanned) -> tuple[Any, Any]:
    return date.earliest, date.latest


def _is_told(fact: TypedFact) -> bool:
    """True of a number by whose value alone what it tells of may be known."""
    if fact.number is None:
        return False
    return fact.number >= _TOLD or fact.words.startswith("£") or fact.out_of is not None


def _is_it(document: Printed, fact: TypedFact, borne: Borne) -> bool:
    """True where a record's value is what was typed: that number, that date, or a day of that month."""
    value, typed = borne.value, fact.date
    if typed is None or not isinstance(value, Spanned):
        is_number = typed is None and not isinstance(value, Spanned)
        return is_number and fact.tells(getattr(value, "number", value), getattr(value, "out_of", None))
    if not fact.has_year:
        years = document.entry.years
        days = tuple(day.replace(year=typed.earliest.year) for day in _bounds(value))
        is_same = (years is None or years.holds(value)) and _bounds(typed) == days
    elif (typed.latest - typed.earliest).days < _MONTH and not borne.is_of_row:  # most months have a meeting
        is_same = typed.holds(value)
    else:
        is_same = _bounds(typed) == _bounds(value)
    return is_same and (borne.field not in _DEADLINES or bool(_DUE.search(fact.passage.unquoted[: fact.start])))


def _own(pack: Pack, owner: Record) -> Iterator[Record]:
    """The record whose text it is, that which an update tells of, and the one of its id, as a cover report's."""
    yield owner
    yield from by_name(pack).get(fold(name_of(owner)), ())


def _spoken_of(pack: Pack, fact: TypedFact) -> list[Record]:
    """The records that the sentence names, of each kind the last before the fact; else those of the passage."""
    named, (first, last) = named_records(pack).get(fact.passage, []), fact.passage.sentence(fact.start)
    inside = [each for each in named if first <= each.start < last] or named
    nearest: dict[type, Record] = {}
    for each in sorted(inside, key=lambda each: (each.start >= fact.start, abs(each.start - fact.start))):
        nearest.setdefault(type(each.record), each.record)
    return list(nearest.values())


def _figure_of(pack: Pack, fact: TypedFact) -> Figure | None:
    """The figure that gives the same number, whose phrase follows it or stands with the sum in its sentence."""
    passage, (first, last) = fact.passage, fact.passage.sentence(fact.start)
    sentence = passage.unquoted[first:last]
    reach = last if fact.words.startswith("£") else fact.end + _NEAR
    for start, figure in _phrases(pack).get(passage, ()) if fact.number is not None else ():
        is_near = (first if fact.words.startswith("£") else fact.end) <= start < reach
        gives = fact.tells(*figure.numbers) or str(figure.value) == fact.words
        gives = is_near and gives and (not figure.beside or is_beside(pack, figure, passage))
        if gives and of_named_years([figure], sentence, pack) and not ELSEWHEN.search(sentence):
            return figure
    return _times_met(pack, fact) if _TIMES.match(passage.unquoted, fact.end) else None


def _times_met(pack: Pack, fact: TypedFact) -> Figure | None:
    """The figure of a body that the sentence names which gives as many meetings."""
    bodies = (each for each in _spoken_of(pack, fact) if isinstance(each, Body))
    figures = (pack.figures.get(f"{slug(body.title)}.meetings-held") for body in bodies)
    return next((figure for figure in figures if figure and fact.tells(*figure.numbers)), None)


@kept
def _phrases(pack: Pack) -> dict[Passage, list[tuple[int, Figure]]]:
    """By passage, where a phrase stands in it that a figure counts."""
    phrases = dict.fromkeys(phrase for figure in pack.counted for phrase in figure.phrases)
    places = {each: [(spot.passage, spot.start) for spot in spots(pack, key_of(each))] for each in phrases}
    found: defaultdict[Passage, list[tuple[int, Figure]]] = defaultdict(list)
    for figure in pack.counted:
        for passage, start in (place for phrase in figure.phrases for place in places[phrase]):
            found[passage].append((start, figure))
    return dict(found)
