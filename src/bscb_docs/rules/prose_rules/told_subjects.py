"""Told subjects: whether a sentence speaks of a record by words of its title, and what a number in it counts."""

import re
from collections.abc import Hashable
from typing import Any

from attrs import frozen

from bscb_docs.records import (
    BoardDetails,
    Body,
    Measure,
    Organisation,
    Period,
    Person,
    Record,
    Term,
    present_names,
    readings_of,
)
from bscb_docs.records.year_span import Spanned
from bscb_docs.rules.engine import Pack, Passage, kept, key_of, stem_of, words_of
from bscb_docs.rules.prose_rules.borne_values import Borne, values_borne
from bscb_docs.rules.prose_rules.dates import YEARS, years_in
from bscb_docs.rules.prose_rules.likeness import SMALL_WORDS, stems_of
from bscb_docs.rules.prose_rules.scope import ELSEWHEN
from bscb_docs.rules.prose_rules.typed_facts import TypedFact

BY_NAME = (BoardDetails, Body, Organisation, Person, Term)
"""Kinds whose names are names: a word of one means nothing."""
_BACK = re.compile(
    r"\b(?:it|its|that|this|they|them|these|those|there|target|before|after|then|same|only|quarter)\b", re.IGNORECASE
)
"""In a sentence that goes on with what the one before is about."""
_CLAUSE_END = re.compile(r"(?<!\d)[,;]|[,;](?!\d)")
_NEAR = 400
"""Characters before a sentence in which stands what it goes on with."""
_HAPPENED = ("date", "published")
_LEAST = 2
"""Words of a title by which a record is known."""
_LARGE = 100
"""A number that stands in few records."""
_AFTER = re.compile(
    r"\s*\)?\s+(?:(?:of|in|out\s+of)\s+)?(?!(?:the|a)\s+(?:\w+\s+)?(?:year|quarter)\b)(?:(?:the|our|its|their|these|those|all|such)\s+)*"
    r"(?P<words>[a-z][\w'’-]*(?:\s+[a-z][\w'’-]*){0,3})"
)
_NO_NOUN = re.compile(
    r"a|about|after|again|against|already|also|an|and|are|as|at|be|because|been|before|being|between|both|but|by|can|could|"
    r"did|do|does|during|each|for|from|had|has|have|he|if|in|is|it|less|may|might|more|must|not|now|of|on|only|or|over|per|"
    r"she|should|since|so|still|than|that|the|them|then|they|this|to|under|until|up|was|we|were|what|when|where|which|while|"
    r"who|whom|whose|will|with|would"
)
"""What ends the words that a number counts."""
_TIME_AFTER = re.compile(rf"[^.;:,\d]{{0,40}}?\b(?:in|of|for|during)\s+(?P<years>{YEARS})\b")
_TIME_BEFORE = re.compile(
    rf"\b(?:in|of|for|during)\s+(?P<years>{YEARS})(?:,\s+|\s+)(?:(?!(?:after|and|from|than|to)\b)[a-z]+\s+){{0,8}}$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:after|against|before|earlier|first|from|had\s+been|last|less|more|than|up|was)\b")
_QUARTERS = ("first", "second", "third", "fourth")
_QUARTER = re.compile(rf"\b(last|{'|'.join(_QUARTERS)})\s+(?:quarter\b|(?=\d))", re.IGNORECASE)


@frozen(eq=False)
class Around:
    """A sentence, or row, in which facts stand, and the stems of its words and of those that lead to it too."""

    sentence: str
    own: frozenset[str]
    near: frozenset[str]


def around(pack: Pack, fact: TypedFact) -> Around:
    """The sentence of a fact; what an abbreviation stands for is a part of it."""
    passage, known = fact.passage, _arounds(pack)
    first, last = passage.line(fact.start)
    if (passage, first) not in known:
        sentence = passage.text[first:last]
        begun = first - _NEAR if _BACK.search(sentence) else passage.sentence(first - 1)[0]
        own = _said(pack, sentence)
        known[passage, first] = Around(sentence, own, own | _said(pack, passage.text[max(0, begun) : first]))
    return known[passage, first]


@kept
def _arounds(_: Pack) -> dict[tuple[Passage, int], Around]:
    return {}


def _said(pack: Pack, text: str) -> frozenset[str]:
    words, known = set(words_of(text)), _abbreviated(pack)
    return frozenset(map(stem_of, words)).union(*(known[word] for word in words & known.keys()))


@kept
def _abbreviated(pack: Pack) -> dict[str, tuple[str, ...]]:
    return {term.abbreviation.lower(): stems_of(term.title) for term in pack.board.of(Term) if term.abbreviation}


@kept
def _subjects(_: Pack) -> dict[int, frozenset[str]]:
    return {}


def subject_of(pack: Pack, record: Record) -> frozenset[str]:
    """The stems of the title of a record, without what the area is called."""
    known = _subjects(pack)
    if id(record) not in known:
        words = key_of(" ".join(present_names(record)))
        stems = {stem_of(word) for word in words if not (word.isdigit() or _NO_NOUN.fullmatch(word))}
        known[id(record)] = frozenset(stems.difference(stems_of(pack.board.details.area or ""), SMALL_WORDS))
    return known[id(record)]


@kept
def _by_words(_: Pack) -> dict[Hashable, dict[str, list[Borne]]]:
    return {}


def by_words(pack: Pack, key: Hashable) -> dict[str, list[Borne]]:
    """By each word that may speak of its owner, the values of that key: of those that the same words tell one."""
    known = _by_words(pack)
    if key not in known:
        found: dict[tuple[Any, ...], Borne] = {}
        for each in (each for of_owner in values_borne(pack)[key].values() for each in of_owner):
            is_name = isinstance(each.owner, BY_NAME) and not (each.is_of_row and each.field == "amount")
            if not is_name and not each.is_beside and each.field != "years":
                stems = subject_of(pack, each.owner)
                found.setdefault((type(each.owner), stems, each.field, each.period, each.beside), each)
        known[key] = {}
        for (_, stems, field, *_), each in found.items():
            for stem in stems | {field}:
                known[key].setdefault(stem, []).append(each)
    return known[key]


@kept
def _titles(pack: Pack) -> dict[type, dict[str, set[frozenset[str]]]]:
    """By kind and by each of its words, what titles say."""
    found: dict[type, dict[str, set[frozenset[str]]]] = {}
    for record in pack.board.records:
        for stem in () if isinstance(record, BY_NAME) else subject_of(pack, record):
            found.setdefault(type(record), {}).setdefault(stem, set()).add(subject_of(pack, record))
    return found


def is_best(pack: Pack, record: Record, near: Around) -> bool:
    """True unless the sentence has more of the title of another record of its kind."""
    known, own = _titles(pack).get(type(record), {}), subject_of(pack, record)
    hits = len(own & near.own)
    rivals = {title for stem in known.keys() & near.own for title in known[stem]} - {own}
    return not any(_LEAST <= (hit := len(title & near.own)) > hits and hit * 2 >= len(title) for title in rivals)


def nearness(pack: Pack, fact: TypedFact, borne: Borne, near: Around) -> int:
    """How many words of the title stand around a fact, twice those of its sentence; 0 where another may be meant."""
    stems = subject_of(pack, borne.owner)
    if fact.date and _is_of_kind(borne, near):
        return 1
    hits, own = len(stems & near.near), len(stems & near.own)
    if not own and (not _BACK.search(near.sentence) or hits * 3 < len(stems) * 2):
        return 0
    unit = stems_of(getattr(borne.owner, "unit", None) or "")
    if stems - {*unit} and not (stems & near.near) - {*unit}:
        return 0  # "schools and colleges" are counted by many a number
    is_large = fact.number is not None and fact.number >= _LARGE
    is_unlike = fact.words.startswith("£") or (fact.out_of is not None and fact.out_of != 10)
    is_it = is_unlike or (hits >= min(_LEAST, len(stems)) and hits * (3 if is_large else 2) >= len(stems))
    return hits + own if is_it and (is_unlike or is_large or is_best(pack, borne.owner, near)) else 0


def _is_of_kind(borne: Borne, near: Around) -> bool:
    """True where the sentence has the kind of a record and the field, or the day and the last word of its title."""
    if ELSEWHEN.search(near.sentence):
        return False
    field = borne.field
    kind, title = (
        stems_of(getattr(borne.owner, "kind", None) or type(borne.owner).__name__),
        getattr(borne.owner, "title", ""),
    )
    last = next((stem for stem in reversed(stems_of(title or "")) if stem.isalpha()), "")
    is_day = field in _HAPPENED and borne.value.earliest == borne.value.latest
    return (is_day and last in near.own) or (field in near.own and near.own.issuperset(kind))


def counts_it(fact: TypedFact, borne: Borne, stems: frozenset[str]) -> bool:
    """True where what a number counts is what the value does; of a small one, nothing less is enough."""
    text, is_large = fact.passage.unquoted, fact.out_of is not None or (fact.number or 0) >= 10
    after = _AFTER.match(text, fact.end)
    words = list[str]()
    for word in key_of(after["words"]) if after else ():
        if _NO_NOUN.fullmatch(word):
            break
        words.append(word)
    unit = getattr(borne.owner, "unit", None) or ""
    known = {*stems, *stems_of(unit), *stems_of(borne.field)} | (
        {"time", "occasion"} if borne.field == "held" else set()
    )
    if words:
        return not known.isdisjoint(map(stem_of, words))
    return is_large or borne.field.split()[-1] in key_of(text[max(0, fact.start - 30) : fact.start])


def is_of_its_time(pack: Pack, fact: TypedFact, period: Spanned | None, near: Around, owner: Record) -> bool:
    """True unless the sentence gives the number to other years, or another quarter, than those of the owner's value."""
    if period is None:
        return True
    text, (first, last) = fact.passage.text, fact.passage.line(fact.start)
    told = _TIME_AFTER.match(text[fact.end : last]) or _TIME_BEFORE.search(text[first : fact.start])
    spans = [*years_in(told["years"] if told else near.sentence)]
    is_other = bool(spans) and not any(span.meets(period) for span in spans)
    if is_other and (told or not _COMPARED.search(near.sentence)):
        return False
    quarter = quarter_of(period)
    said = _QUARTER.search(_clause_of(fact, near.sentence)) if quarter else None
    if said and said[1] == "last" and isinstance(owner, Measure) and (day := pack.date_of(fact.passage.owner)):
        return period.latest == max((each.latest for each in readings_of(pack.board.at(day), owner)), default=None)
    return not said or said[1].lower() in ("last", quarter)


def _clause_of(fact: TypedFact, sentence: str) -> str:
    """What stands around it between two commas."""
    at = fact.start - fact.passage.line(fact.start)[0]
    begin = max(sentence.rfind(",", 0, at), sentence.rfind(";", 0, at)) + 1
    return _CLAUSE_END.split(sentence[begin:], maxsplit=1)[0]


def quarter_of(period: Spanned) -> str:
    """Which quarter of its financial year a period is; "" of others."""
    is_quarter = isinstance(period, Period) and period.months == 3
    return _QUARTERS[(period.earliest.month - 4) // 3 % 4] if is_quarter else ""
