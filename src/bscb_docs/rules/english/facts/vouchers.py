"""Vouchers: what bears a typed fact, of the records that its own sentence speaks of, or whose text it stands in."""

import re
from collections.abc import Container, Hashable, Iterator, Sequence
from functools import partial
from typing import Any

from bscb_docs.figures.ratio import Ratio
from bscb_docs.records.values.year_span import Spanned
from bscb_docs.rules.engine import Pack, Printed
from bscb_docs.rules.english.dates import years_in
from bscb_docs.rules.english.facts.borne_values import Borne, values_borne
from bscb_docs.rules.english.facts.fact_scope import LARGER, counts_it, is_of_its_time, quarter_of
from bscb_docs.rules.english.facts.figure_vouchers import figure_of, setting
from bscb_docs.rules.english.facts.spoken_records import named_records, own_records, spoken_of
from bscb_docs.rules.english.facts.told_subjects import around, by_words, nearness, subject_of, titled_with
from bscb_docs.rules.english.facts.typed_facts import TypedFact
from bscb_docs.rules.english.typed_numbers import UNIT

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
_BESIDE = 60
"""Characters between two numbers and their per cent."""


def vouch(pack: Pack, document: Printed, facts: Sequence[TypedFact]) -> None:
    """Writes into each fact of a passage what bears it, if anything that its sentence speaks of does."""
    dated = list[tuple[TypedFact, Spanned]]()
    for before, fact in zip((None, *facts), facts, strict=False):
        dated += [(fact, time) for time in _bear(pack, document, fact) if time]
        if not fact.vouched_by and before and _is_same_share(before, fact):
            fact.vouched_by = before.vouched_by or "the numbers beside it"
    for fact in facts:
        fact.vouched_by = fact.vouched_by or _of_a_time(fact, dated)


def _bear(pack: Pack, document: Printed, fact: TypedFact) -> tuple[Spanned | None, ...]:
    """Writes into a fact what bears it; of when that is, and at which day it was so."""
    named = (each for each in named_records(pack).get(fact.passage, ()) if each.start <= fact.start < each.end)
    entry = document.entry
    if (own := next(named, None)) and not fact.date:
        fact.vouched_by = f"{pack.called(own.record)}: name"  # as the 2 of a tool
    elif figure := figure_of(pack, fact):
        fact.vouched_by, fact.figure = f"figure {figure.name}", setting(pack, figure.name, fact)
        return (next(years_in(figure.name), None),)
    elif fact.date and any(_bounds(years) == _bounds(fact.date) for years in (entry.years, entry.period) if years):
        fact.vouched_by = f"{pack.called(entry)}: years"
    elif bearing := _bearing(pack, document, fact):
        set_by = ((name, each) for each in bearing if (name := setting(pack, each.figure, fact)))
        fact.figure, bearer = next(set_by, ("", bearing[0]))
        fact.vouched_by = bearer.said(pack)
        return bearer.period, getattr(bearer.record, "as_at", None)
    elif titled := next(titled_with(pack, fact), None):
        fact.vouched_by = f"{pack.called(titled)}: name"
    return ()


def _is_same_share(before: TypedFact, fact: TypedFact) -> bool:
    """True of a per cent behind its own two numbers."""
    if before.out_of is None or before.number is None or not 0 < before.number <= before.out_of:
        return False
    between = fact.passage.unquoted[before.end : fact.start]
    share = Ratio(int(before.number), int(before.out_of)).per_cent
    return len(between) < _BESIDE and "." not in between and share == fact.words


def _of_a_time(fact: TypedFact, dated: list[tuple[TypedFact, Spanned]]) -> str:
    """What bears a fact of the same sentence that is of those years, that quarter or that day; "" where none does."""
    line = fact.passage.line(fact.start) if dated else None
    for each, time in dated:
        if each.passage.line(each.start) == line:
            is_it = fact.date and fact.has_year and _bounds(fact.date) == _bounds(time)
            if is_it or fact.words.partition(" ")[0].lower() == quarter_of(time):
                return each.vouched_by
    return ""


def _bearing(pack: Pack, document: Printed, fact: TypedFact) -> list[Borne]:
    """The values that are what was typed, of records that are named there, and of those that its words speak of."""
    known = values_borne(pack)
    keys = [key for key in _keys_of(fact) if key in known]
    if not keys:
        return []
    spoken = dict.fromkeys(map(id, (*own_records(pack, fact.passage.owner), *spoken_of(pack, fact))))
    is_told = partial(is_told_of, pack, document, fact, spoken)
    by_owner = (known[key][owner] for key in keys for owner in spoken if owner in known[key])
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
    if borne.field in _DAYS_DECIDED:
        return bool(_DECIDED.search(text, *fact.passage.sentence(fact.start)))
    is_deadline = borne.field in DEADLINES
    return not is_deadline or bool(_DUE.search(text, fact.passage.sentence(fact.start)[0], fact.start))


def _agrees(pack: Pack, fact: TypedFact, borne: Borne, *, is_named: bool) -> bool:
    """True where the words beside a fact say what the value is of."""
    if fact.date and borne.field not in _HOLDING and not borne.is_beside and not borne.is_of_row:
        return True
    near = around(pack, fact)
    if fact.date:
        if borne.field == "years":
            return bool(_MONEY.search(near.sentence))
        is_held = borne.field in _HOLDING and bool(_HELD.search(near.sentence))
        return is_held or (borne.field not in _HOLDING and (not borne.is_beside or borne.field in near.own))
    if not is_of_its_time(pack, fact, borne.period, near, borne.owner):
        return False
    if fact.words.startswith("£"):
        return bool(_MONEY.search(near.sentence))
    return (is_named and _is_told(fact)) or counts_it(fact, borne, subject_of(pack, borne.owner))


def _bounds(date: Spanned) -> tuple[Any, Any]:
    return date.earliest, date.latest


def _is_told(fact: TypedFact) -> bool:
    """True of a number by whose value alone what it tells of may be known."""
    return fact.number is not None and (fact.number >= LARGER or fact.out_of is not None)
