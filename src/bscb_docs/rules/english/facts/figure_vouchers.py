"""Figure vouchers: the figure that gives a typed number, by its phrase, or the state or sum that its sentence tells."""

import re
from collections import defaultdict
from collections.abc import Hashable
from itertools import product
from typing import Any

from bscb_docs.figures.figure import Figure
from bscb_docs.figures.ratio import Ratio
from bscb_docs.records import Body, present_names, slug
from bscb_docs.records.names import gathered
from bscb_docs.rules.engine import Pack, Passage, kept, key_of, spots
from bscb_docs.rules.english.claims.counts_by_state import shares_told
from bscb_docs.rules.english.dates import A_DAY_OR_MONTH, years_in
from bscb_docs.rules.english.facts.fact_scope import is_of_its_time
from bscb_docs.rules.english.facts.figure_scope import is_beside, of_named_years
from bscb_docs.rules.english.facts.spoken_records import spoken_of
from bscb_docs.rules.english.facts.told_subjects import around
from bscb_docs.rules.english.facts.typed_facts import TypedFact
from bscb_docs.rules.english.likeness import stems_of
from bscb_docs.rules.english.scope import ELSEWHEN
from bscb_docs.rules.english.typed_numbers import POUNDS

_MEETINGS = re.compile(r"\s+(?:\w+\s+)?(?:times|occasions|meetings)\b")
_DATES = re.compile(rf"\b{A_DAY_OR_MONTH}\b")
_MET = re.compile(r"\b(?:held|met|planned|cancelled)\s+\Z")
_STATES = ("held", "planned", "cancelled")
_NEAR = 30
"""Characters: two adjectives may stand between a number and its noun."""


def figure_of(pack: Pack, fact: TypedFact) -> Figure | None:
    """The figure that gives the same number, whose phrase follows it or stands with the sum in its sentence."""
    if fact.number is None:
        return None
    passage, (first, last) = fact.passage, fact.passage.sentence(fact.start)
    fitting = _phrased(pack, fact, *((first, last) if fact.words.startswith("£") else (fact.end, fact.end + _NEAR)))
    told = [figure for start, figure in _states(pack).get(passage, ()) if start == fact.start]
    if fitting or told:
        sentence = _DATES.sub("", passage.unquoted[first:last])
        own = [] if ELSEWHEN.search(sentence) else of_named_years(fitting, sentence, pack)
        own += of_named_years([each for each in told if fact.number == each.numbers[0]], sentence, pack)
        if own:
            return own[0]
    return _sum_of(pack, fact) or _called_after(pack, fact)


def _phrased(pack: Pack, fact: TypedFact, first: int, last: int) -> list[Figure]:
    """The figures that give the same number, of which a phrase begins between those places."""
    passage, number = fact.passage, fact.number if fact.out_of is None else (fact.number, fact.out_of)
    phrases = {phrase for start, phrase in _phrases(pack).get(passage, ()) if first <= start < last}
    found = dict[int, Figure]()
    for key in product(phrases, (number, fact.words)):
        found |= _by_phrase(pack).get(key, {})
    figures = (found[at] for at in sorted(found))
    return [figure for figure in figures if not figure.beside or is_beside(pack, figure, passage)]


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


def setting(pack: Pack, name: str, fact: TypedFact) -> str:
    """The name, or a form of it, by which prose would set the very same; "" where none does."""
    own = pack.figures.get(name) if name else None
    for form in ("", ".part", ".whole", ".per-cent") if own else ():
        figure = pack.figures.get(f"{name}{form}")
        is_like = figure and isinstance(figure.value, int if fact.out_of is None else Ratio)
        if figure and (str(figure) == fact.words or (is_like and fact.tells(*figure.numbers))):
            return f"{name}{form}"
    return ""


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
    return gathered((figure.numbers, figure) for figure in pack.counted if isinstance(figure.value, Ratio))


@kept
def _states(pack: Pack) -> dict[Passage, list[tuple[int, Figure]]]:
    """By passage, where a number of things in a state stands in it, and a figure that counts these."""
    told = ((passage, max(match.start("part"), match.start("a")), each) for passage, match, each in shares_told(pack))
    return gathered((passage, (start, figure)) for passage, start, figures in told for figure in figures)


@kept
def _phrases(pack: Pack) -> dict[Passage, list[tuple[int, str]]]:
    """By passage, where a phrase stands in it that a figure counts."""
    phrases = {phrase for figure in pack.counted for phrase in figure.phrases}
    return gathered((spot.passage, (spot.start, each)) for each in phrases for spot in spots(pack, key_of(each)))


@kept
def _by_phrase(pack: Pack) -> dict[tuple[str, Hashable], dict[int, Figure]]:
    """By a phrase and a number, a part with its whole, or the words of a value, the figures that count it and give it.

    Each stands under the number of its place among all figures.
    """
    found: defaultdict[tuple[str, Hashable], dict[int, Figure]] = defaultdict(dict)
    for at, figure in enumerate(pack.counted):
        for key in product(figure.phrases, {*figure.numbers, figure.numbers, str(figure.value)}):
            found[key][at] = figure
    return dict(found)
