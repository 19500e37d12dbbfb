"""Fact scope: whether a typed number counts what a record does, and of the years or the quarter of which that is."""

import re

from bscb_docs.records import Measure, Period, Record, readings_of
from bscb_docs.records.values.typed_dates import ORDINALS
from bscb_docs.records.values.year_span import Spanned
from bscb_docs.rules.engine import Pack, key_of, stem_of
from bscb_docs.rules.english.dates import YEARS, years_in
from bscb_docs.rules.english.facts.borne_values import Borne
from bscb_docs.rules.english.facts.told_subjects import Around, is_noun
from bscb_docs.rules.english.facts.typed_facts import TypedFact
from bscb_docs.rules.english.likeness import stems_of

_AFTER = re.compile(
    r"\s*\)?\s+(?:(?:of|in|out\s+of)\s+)?(?!(?:the|a)\s+(?:\w+\s+)?(?:year|quarter)\b)(?:(?:the|our|its|their|these|those|all|such)\s+)*"
    r"(?P<words>[a-z][\w'’-]*(?:\s+[a-z][\w'’-]*){0,3})"
)
"""What a number counts, behind it."""
_NEAR = 30
"""Characters before a small number in which the field stands that has it."""
LARGER = 10
"""A smaller count stands in so many records that its value says nothing."""
_TIMES = ("time", "occasion")
_TIME_AFTER = re.compile(rf"[^.;:,\d]{{0,40}}?\b(?:in|of|for|during)\s+(?P<years>{YEARS})\b")
_TIME_BEFORE = re.compile(
    rf"\b(?:in|of|for|during)\s+(?P<years>{YEARS})(?:,\s+|\s+)(?:(?!(?:after|and|from|than|to)\b)[a-z]+\s+){{0,8}}$",
    re.IGNORECASE,
)
"""The years to which the words beside a number give it."""
_COMPARED = re.compile(r"\b(?:after|against|before|earlier|first|from|had\s+been|last|less|more|than|up|was)\b")
"""In a sentence that sets a value of other years beside."""
_MONTHS = 3
"""Of a quarter."""
_QUARTER = re.compile(rf"\b(last|{'|'.join(ORDINALS)})\s+(?:quarter\b|(?=\d))", re.IGNORECASE)
_CLAUSE_END = re.compile(r"(?<!\d)[,;]|[,;](?!\d)")


def counts_it(fact: TypedFact, borne: Borne, stems: frozenset[str]) -> bool:
    """True where what a number counts is what the value does; of a small one, nothing less is enough."""
    text, is_large = fact.passage.unquoted, fact.out_of is not None or (fact.number or 0) >= LARGER
    after = _AFTER.match(text, fact.end)
    words = list[str]()
    for word in key_of(after["words"]) if after else ():
        if not is_noun(word):
            break
        words.append(word)
    unit = getattr(borne.owner, "unit", None) or ""
    known = {*stems, *stems_of(unit), *stems_of(borne.field), *(_TIMES if borne.field == "held" else ())}
    if words:
        return not known.isdisjoint(map(stem_of, words))
    return is_large or borne.field.split()[-1] in key_of(text[max(0, fact.start - _NEAR) : fact.start])


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
    is_quarter = isinstance(period, Period) and period.months == _MONTHS
    return ORDINALS[(period.earliest.month - 4) // 3 % 4] if is_quarter else ""
