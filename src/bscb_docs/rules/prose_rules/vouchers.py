"""Vouchers: what bears a typed fact, of the records that its own sentence speaks of, or whose text it stands in."""

import re
from collections import defaultdict
from collections.abc import Container, Hashable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from attrs import evolve

from bscb_docs.figures.figure import Figure
from bscb_docs.figures.ratio import Ratio
from bscb_docs.records import Body, Record, fold, present_names, slug
from bscb_docs.records.year_span import Spanned
from bscb_docs.rules.engine import Pack, Passage, Printed, kept, key_of, name_of, spots
from bscb_docs.rules.prose_rules.borne_values import Borne, values_borne
from bscb_docs.rules.prose_rules.counts_by_state import shares_told
from bscb_docs.rules.prose_rules.dates import A_DAY_OR_MONTH, years_in
from bscb_docs.rules.prose_rules.figure_scope import is_beside, of_named_years
from bscb_docs.rules.prose_rules.likeness import stems_of
from bscb_docs.rules.prose_rules.scope import ELSEWHEN
from bscb_docs.rules.prose_rules.spoken_records import by_name, named_records
from bscb_docs.rules.prose_rules.told_subjects import (
    around,
    by_words,
    counts_it,
    is_of_its_time,
    nearness,
    quarter_of,
    subject_of,
)
from bscb_docs.rules.prose_rules.typed_facts import TypedFact
from bscb_docs.rules.prose_rules.typed_numbers import POUNDS, UNIT, VALUES, value_of

DEADLINES = frozenset({"due", "moved", "target by", "later target", "new deadline"})
_DUE = re.compile(
    r"\b(?:due|deadline|by|before|until|till|end\s+of|will|to\s+be|planned|promised|off|to(?=\s+\Z))\b[^.;:]{0,30}\Z",
    re.IGNORECASE,
)
"""Before a date that is told as a deadline: what came about then is another fact."""
_DAYS_DECIDED = frozenset({"moved, on", "changed owner, on", "later target, on", "response, on"})
_DECIDED = re.compile(
    r"\b(?:accepted|agreed|answer\w*|approved|asked|changed|decided|ended|moved|passed|postponed|put\s+off|refused|set|"
    r"stopped|turned\s+down)\b"
)
"""In a sentence that tells of the day on which something was decided."""
_TOLD = 10
"""A smaller count stands in so many records that its value says nothing."""
_MEETINGS = re.compile(r"\s+(?:\w+\s+)?(?:times|occasions|meetings)\b")
_DATES = re.compile(rf"\b{A_DAY_OR_MONTH}\b")
_MET = re.compile(r"\b(?:held|met|planned|cancelled)\s+\Z")
_STATES = ("held", "planned", "cancelled")
_MONEY = re.compile(
    r"\b(?:budget|contribut\w*|costs?|fund\w*|gave|gives?|given|left|paid|pays?|share|spen[dt]\w*|went\s+to)\b",
    re.IGNORECASE,
)
"""In a sentence that tells of what was paid in and spent."""
_HELD = re.compile(
    r"\b(?:appointed|became|chair\w*|held|joined|left|members?|posts?|sat|sits?|seat|since|till|took|until)\b"
)
"""In a sentence that tells from when to when somebody held a place."""
_HOLDING = frozenset({"chair", "co-chair", "vice-chair", "member", "post"})
_OF_ANYBODY = frozenset({"moved", "moved, on", "post"})
"""Fields of whose lines nobody need be named: who agreed to it, where a post is."""
_NEAR = 30
"""Characters: two adjectives may stand between a number and its noun."""


def vouched(pack: Pack, document: Printed, facts: Sequence[TypedFact]) -> list[TypedFact]:
    """The facts of a passage, each with what bears it, if anything that its sentence speaks of does."""
    found, dated = list[TypedFact](), list[tuple[TypedFact, Spanned]]()
    for fact in facts:
        vouching, *times = _bearer(pack, document, fact)
        if not vouching.vouched_by and found and _is_same_share(found[-1], fact):
            vouching = evolve(fact, vouched_by=found[-1].vouched_by or "the numbers beside it")
        dated += [(vouching, time) for time in times if time]
        found.append(vouching)
    return [fact if fact.vouched_by else _of_a_time(fact, dated) for fact in found]


def _bearer(pack: Pack, document: Printed, fact: TypedFact) -> tuple[TypedFact, Spanned | None, Spanned | None]:
    """A fact with what bears it, of when that is, and at which day it was so."""
    named = (each for each in named_records(pack).get(fact.passage, ()) if each.start <= fact.start < each.end)
    if (own := next(named, None)) and not fact.date:
        return evolve(fact, vouched_by=f"{pack.called(own.record)}: name"), None, None  # as the 2 of a tool
    if figure := _figure_of(pack, fact):
        said = evolve(fact, vouched_by=f"figure {figure.name}", figure=_setting(pack, figure.name, fact))
        return said, next(years_in(figure.name), None), None
    entry = document.entry
    if fact.date and any(_bounds(years) == _bounds(fact.date) for years in (entry.years, entry.period) if years):
        return evolve(fact, vouched_by=f"{pack.called(entry)}: years"), None, None
    bearing = _bearing(pack, document, fact)
    set_by = ((name, each) for each in bearing if (name := _setting(pack, each.figure, fact)))
    name, bearer = next(set_by, ("", next(iter(bearing), None)))
    if bearer:
        said = evolve(fact, vouched_by=bearer.said(pack), figure=name)
        return said, bearer.period, getattr(bearer.record, "as_at", None)
    titled = next(_titled(pack, fact), None)
    return evolve(fact, vouched_by=f"{pack.called(titled)}: name") if titled else fact, None, None


def _is_same_share(before: TypedFact, fact: TypedFact) -> bool:
    """True of a per cent behind its own two numbers."""
    if before.out_of is None or fact.number is None or not UNIT.search(fact.words):
        return False
    between = fact.passage.unquoted[before.end : fact.start]
    share = Ratio(int(before.number or 0), int(before.out_of)).per_cent
    return len(between) < 2 * _NEAR and "." not in between and share == fact.words


def _of_a_time(fact: TypedFact, dated: list[tuple[TypedFact, Spanned]]) -> TypedFact:
    """Years, a quarter or a day of which a fact is that stands in the same sentence."""
    line = fact.passage.line(fact.start)
    for each, time in dated:
        if each.passage.line(each.start) == line:
            is_it = fact.date and fact.has_year and _bounds(fact.date) == _bounds(time)
            if is_it or fact.words.partition(" ")[0].lower() == quarter_of(time):
                return evolve(fact, vouched_by=each.vouched_by)
    return fact


def _bearing(pack: Pack, document: Printed, fact: TypedFact) -> list[Borne]:
    """The values that are what was typed, of records that are named there, and of those that its words speak of."""
    known = values_borne(pack)
    keys = [key for key in _keys_of(fact) if key in known]
    if not keys:
        return []
    spoken = dict.fromkeys(map(id, (*_own(pack, fact.passage.owner), *spoken_of(pack, fact))))
    is_told = partial(is_told_of, pack, document, fact, spoken)
    by_owner = (known[key].get(owner, ()) for key in keys for owner in spoken)
    if named := [each for found in by_owner for each in found if is_told(each, is_named=True)]:
        return named
    if fact.date and not fact.has_year and fact.date.earliest != fact.date.latest:
        return []  # "in June" may be of any year
    near = around(pack, fact)
    worded = (
        each for key in keys for stem, found in by_words(pack, key).items() if stem in near.near for each in found
    )
    told = (each for each in dict.fromkeys(worded) if is_told(each, is_named=False))
    sizes = {each: nearness(pack, fact, each, near) for each in told}
    most = max(sizes.values(), default=0)
    return [each for each, size in sizes.items() if size == most > 0]


def is_told_of(
    pack: Pack, document: Printed, fact: TypedFact, spoken: Container[int], borne: Borne, *, is_named: bool
) -> bool:
    """True of a value of which the words beside a fact tell, whatever number or date they give."""
    is_beside = not borne.beside or any(each in spoken for each in borne.beside) or borne.field in _OF_ANYBODY
    return is_beside and _may_be(document, fact, borne) and _agrees(pack, fact, borne, is_named=is_named)


def _keys_of(fact: TypedFact) -> Iterator[Hashable]:
    """By what a value that is what was typed is found."""
    if fact.date:
        first, last = _bounds(fact.date)
        if not fact.has_year:
            yield (first.month, first.day), (last.month, last.day)
        else:
            yield first, last
            if first.day == 1 < last.day and (first.year, first.month) == (last.year, last.month):
                yield first.year, first.month
    elif fact.out_of is not None:
        yield fact.number, fact.out_of
    elif fact.number is not None:
        yield "£" if fact.words.startswith("£") else "%" if UNIT.search(fact.words) else "", fact.number


def _may_be(document: Printed, fact: TypedFact, borne: Borne) -> bool:
    """True of a date that is told as what it is; of a month, most of which have a meeting, that is no day of many."""
    date, years, text = fact.date, document.entry.years, fact.passage.unquoted
    if date is None:
        return True
    if not fact.has_year:
        return years is None or years.holds(borne.value)
    if borne.is_of_row and date.earliest != date.latest and _bounds(borne.value) != _bounds(date):
        return False
    first, last = fact.passage.sentence(fact.start)
    if borne.field in _DAYS_DECIDED:
        return bool(_DECIDED.search(text, first, last))
    return borne.field not in DEADLINES or bool(_DUE.search(text, first, fact.start))


def _agrees(pack: Pack, fact: TypedFact, borne: Borne, *, is_named: bool) -> bool:
    """True where the words beside a fact say what the value is of."""
    near = around(pack, fact)
    if fact.date:
        if borne.field == "years" and borne.is_of_row:
            return bool(_MONEY.search(near.sentence))
        is_held = borne.field in _HOLDING and bool(_HELD.search(near.sentence))
        return is_held or (borne.field not in _HOLDING and (not borne.is_beside or borne.field in near.own))
    if not is_of_its_time(pack, fact, borne.period, near, borne.owner):
        return False
    if fact.words.startswith("£"):
        return bool(_MONEY.search(near.sentence))
    return (is_named and _is_told(fact)) or counts_it(fact, borne, subject_of(pack, borne.owner))


def _setting(pack: Pack, name: str, fact: TypedFact) -> str:
    """The name, or a form of it, by which prose would set the very same; "" where none does."""
    for form in ("", ".part", ".whole", ".per-cent") if name else ():
        figure = pack.figures.get(f"{name}{form}")
        is_like = figure and isinstance(figure.value, int if fact.out_of is None else Ratio)
        if figure and (str(figure) == fact.words or (is_like and fact.tells(*figure.numbers))):
            return f"{name}{form}"
    return ""


def _bounds(date: Spanned) -> tuple[Any, Any]:
    return date.earliest, date.latest


def _is_told(fact: TypedFact) -> bool:
    """True of a number by whose value alone what it tells of may be known."""
    return fact.number is not None and (fact.number >= _TOLD or fact.out_of is not None)


def _own(pack: Pack, owner: Record) -> Iterator[Record]:
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


def _figure_of(pack: Pack, fact: TypedFact) -> Figure | None:
    """The figure that gives the same number, whose phrase follows it or stands with the sum in its sentence."""
    if fact.number is None:
        return None
    passage, (first, last) = fact.passage, fact.passage.sentence(fact.start)
    sentence = _DATES.sub("", passage.unquoted[first:last])
    reach = last if fact.words.startswith("£") else fact.end + _NEAR
    for start, figure in _phrases(pack).get(passage, ()):
        is_near = (first if fact.words.startswith("£") else fact.end) <= start < reach
        gives = fact.tells(*figure.numbers) or str(figure.value) == fact.words
        gives = is_near and gives and (not figure.beside or is_beside(pack, figure, passage))
        if gives and of_named_years([figure], sentence, pack) and not ELSEWHEN.search(sentence):
            return figure
    told = (figure for start, figure in _states(pack).get(passage, ()) if start == fact.start)
    told = (figure for figure in told if fact.number == figure.numbers[0] and of_named_years([figure], sentence, pack))
    return next(told, None) or _sum_of(pack, fact) or _called_after(pack, fact)


def _sum_of(pack: Pack, fact: TypedFact) -> Figure | None:
    """The figure that adds up to a sum, or tells it, where its sentence is of that and of those years."""
    found = sums(pack).get(fact.words, ())
    near = around(pack, fact) if found else None
    for figure, stems in sorted(found, key=lambda each: str(each[0]) != fact.words):
        if (
            near
            and stems & near.near
            and is_of_its_time(pack, fact, next(years_in(figure.name), None), near, fact.passage.owner)
        ):
            return figure
    return None


def _called_after(pack: Pack, fact: TypedFact) -> Figure | None:
    """The figure called after a record that the sentence names which gives the share, or as many meetings."""
    passage, (first, last) = fact.passage, fact.passage.sentence(fact.start)
    if fact.out_of is not None:
        known = {slug(name) for record in spoken_of(pack, fact) for name in present_names(record)}
        shares = _shares(pack).get((fact.number, fact.out_of), ())
        return next((figure for figure in shares if figure.name.partition(".")[0] in known), None)
    if not (_MEETINGS.match(passage.unquoted, fact.end) or _MET.search(passage.unquoted, first, fact.start)):
        return None
    bodies = [each for each in spoken_of(pack, fact) if isinstance(each, Body)]
    states = [state for state in _STATES if state in passage.unquoted[first:last]] or _STATES[:1]
    names = (f"{slug(body.title)}.meetings-{state}" for body in bodies for state in dict.fromkeys((*states, "held")))
    figures = filter(None, map(pack.figures.get, names))
    return next((figure for figure in figures if fact.tells(*figure.numbers)), None)


def _titled(pack: Pack, fact: TypedFact) -> Iterator[Record]:
    """The records that the sentence speaks of in whose title that number of the same stands: "within 72 hours"."""
    after = key_of(fact.passage.unquoted[fact.end : fact.end + _NEAR])[:1]
    found = _in_titles(pack).get((int(fact.number), *after), ()) if fact.number is not None and after else ()
    near = around(pack, fact) if found else None
    for record in found:
        if near and len(subject_of(pack, record) & near.near) * 2 >= len(subject_of(pack, record)):
            yield record


@kept
def _in_titles(pack: Pack) -> dict[tuple[Any, ...], list[Record]]:
    """By a number and the word behind it, the records in whose names these stand."""
    found: defaultdict[tuple[Any, ...], list[Record]] = defaultdict(list)
    for record in pack.board.records:
        for name in present_names(record):
            words = key_of(name)
            for number, word in pairwise(words):
                if number.isdigit() or number in VALUES:
                    found[value_of(number), word].append(record)
    return dict(found)


@kept
def sums(pack: Pack) -> dict[str, list[tuple[Figure, frozenset[str]]]]:
    """By each sum in pounds, the figures that tell it, each with the stems of what it says of it."""
    found: defaultdict[str, list[tuple[Figure, frozenset[str]]]] = defaultdict(list)
    for figure in pack.counted:
        for said in figure.value.split(". ") if isinstance(figure.value, str) and "£" in figure.value else ():
            stems = frozenset(stems_of(" ".join((_DATES.sub("", said), *figure.phrases)))) | {"budget"}
            for words in re.findall(POUNDS, said):
                found[words].append((figure, frozenset(stem for stem in stems if stem.isalpha())))
    return dict(found)


@kept
def _shares(pack: Pack) -> dict[tuple[Any, ...], list[Figure]]:
    """By its part and its whole, each figure that is some of all."""
    found: defaultdict[tuple[Any, ...], list[Figure]] = defaultdict(list)
    for figure in pack.counted:
        if isinstance(figure.value, Ratio):
            found[figure.numbers].append(figure)
    return dict(found)


@kept
def _states(pack: Pack) -> dict[Passage, list[tuple[int, Figure]]]:
    """By passage, where a number of things in a state stands in it, and a figure that counts these."""
    found: defaultdict[Passage, list[tuple[int, Figure]]] = defaultdict(list)
    for passage, match, figures in shares_told(pack):
        start = max(match.start("part"), match.start("a"))
        found[passage] += [(start, figure) for figure in figures]
    return dict(found)


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
