"""Near facts: the record that a sentence speaks of, and what it has in place of a fact that no record bears."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from bscb_docs.figures.ratio import Ratio
from bscb_docs.records import Amount, Person, Record
from bscb_docs.records.names import gathered
from bscb_docs.records.values.year_span import Spanned, YearSpan
from bscb_docs.rules.engine import Pack, Printed, kept
from bscb_docs.rules.english.facts.borne_values import Borne, values_borne
from bscb_docs.rules.english.facts.figure_vouchers import sums
from bscb_docs.rules.english.facts.spoken_records import named_records, spoken_of
from bscb_docs.rules.english.facts.told_subjects import BY_NAME, around, is_best, subject_of
from bscb_docs.rules.english.facts.typed_facts import TypedFact
from bscb_docs.rules.english.facts.vouchers import DEADLINES, is_told_of
from bscb_docs.rules.english.likeness import is_slip
from bscb_docs.rules.english.typed_numbers import UNIT

_HELD = re.compile(
    r"\b(?:since|from|until|till|to|began|begun|started|ended|closed|joined|left)\b[^.;:,]{0,30}\Z", re.IGNORECASE
)
_PUBLISHED = re.compile(r"\bpublished\b[^.;:,]{0,30}\Z")
_SAID = dict.fromkeys(("chair", "co-chair", "vice-chair", "member", "post", "from", "to", "formerly"), _HELD)
_SAID |= {"published": _PUBLISHED}
"""Before a month that is told as that of which a field has another."""
_ROLE = re.compile(r"\b(?P<role>target|baseline)\b[^.;:%]{0,90}$", re.IGNORECASE)
"""Before a number that a measure has by that name."""
_MET = re.compile(r"\b(?:agreed|approved|decided|held|meetings?|meets?|met|signed)\b")
"""In a sentence that tells of a day of a body."""
_OF_TARGET = ("target by", "later target")
_FAR = 370
"""Days: two dates that are further apart are told of two things."""
_LEAST = 2
"""Words of a title by which a record is known."""
_WEEKS, _MONTH = 27, 31
_LONG = 4
"""Figures of a number: with fewer one changed makes another number."""


def nearly(pack: Pack, document: Printed, fact: TypedFact) -> str:
    """What a record that the sentence speaks of has instead; "" where no value is like the one that was typed."""
    named = {id(record): record for record in spoken_of(pack, fact) if not _follows(pack, fact, record)}
    found = list[tuple[float, Borne]]()
    worded = (each for each in _worded(pack, fact) if id(each) not in named and is_best(pack, each, around(pack, fact)))
    for owner in (*named.values(), *worded):
        is_named = id(owner) in named
        for each in _by_owner(pack).get(id(owner), ()):
            far = _distance(fact, each) if is_named or not each.is_beside else None
            if far is not None and is_told_of(pack, document, fact, named, each, is_named=False):
                found.append((far, each))
    nearest = min(found, key=lambda each: each[0], default=None)
    return f"{nearest[1].said(pack)} says {_printed(nearest[1].value)}" if nearest else _other_sum(pack, fact)


def _other_sum(pack: Pack, fact: TypedFact) -> str:
    """The figure that tells another sum of what the sentence is about."""
    own = around(pack, fact).own
    for words, figures in sums(pack).items() if fact.words.startswith("£") else ():
        told = (figure for figure, stems in figures if stems & own)
        if _is_turned(fact.words.replace(",", ""), words.replace(",", "")) and (figure := next(told, None)):
            return f"figure {figure.name} says {words}"
    return ""


def _printed(value: Any) -> str:
    return str((Ratio.of_amount(value) if isinstance(value, Amount) else None) or value)


def _follows(pack: Pack, fact: TypedFact, record: Record) -> bool:
    """True of a person who is named behind a fact alone: before it stands of whom it is told."""
    spots = [each.start for each in named_records(pack).get(fact.passage, ()) if each.record is record]
    return isinstance(record, Person) and min(spots, default=0) > fact.start


def _worded(pack: Pack, fact: TypedFact) -> Iterator[Record]:
    """The records of whose titles most words stand in the sentence."""
    own, known = around(pack, fact).own, _stems(pack)
    hits = Counter(id(record) for stem in own for record in known.get(stem, ()))
    records = {id(record): record for stem in own for record in known.get(stem, ())}
    for name, hit in hits.items():
        if hit >= _LEAST and hit * 2 >= len(subject_of(pack, records[name])):
            yield records[name]


def _distance(fact: TypedFact, borne: Borne) -> float | None:
    """How far the value is from what was typed, the lower the liker; None where it is another sort, or not like it."""
    value, (first, last) = borne.value, fact.passage.sentence(fact.start)
    lead, sentence = fact.passage.unquoted[first : fact.start], fact.passage.unquoted[first:last]
    if fact.date and fact.has_year:
        is_told = _MET.search(sentence) if borne.is_of_row else borne.field not in _OF_TARGET or "target" in sentence
        return _between(fact.date, borne, lead) if is_told and isinstance(value, Spanned) else None
    if fact.number is None or isinstance(value, Spanned):
        return None
    amount = value if isinstance(value, Amount) else Amount(Decimal(value))
    role = _ROLE.search(lead)
    is_role = bool(role and borne.field.endswith(role["role"].lower()))
    if fact.out_of is not None:
        is_like = amount.out_of is not None and (amount.number == fact.number or amount.out_of == fact.out_of)
        away = abs(amount.size - 100 * fact.number / fact.out_of) if is_like and fact.out_of else 0
        return (0 if _is_turned(str(fact.number), str(amount.number)) else float(away)) if is_like else None
    if ("%" in fact.words or UNIT.search(fact.words)) and not fact.words.startswith("£"):
        is_like = amount.unit == "%" and (is_role or _is_turned(str(fact.number), f"{amount.size:.0f}"))
        return float(abs(amount.size - fact.number)) if is_like else None
    if fact.words.startswith("£") != (amount.unit == "£") or amount.unit not in ("", "£", "%"):
        return None
    numbers = [
        each for each in (amount.number, amount.out_of) if each is not None and (amount.unit != "%" or amount.out_of)
    ]
    is_like = any(_is_turned(f"{fact.number:f}", f"{each:f}") for each in numbers)
    return 2 if is_like or (is_role and numbers) else None


def _between(date: Spanned, borne: Borne, lead: str) -> float | None:
    """The days between two dates of one sort, of which one may be mistyped."""
    value, said = borne.value, _SAID.get(borne.field)
    apart = abs((date.earliest - value.earliest).days)
    if isinstance(value, YearSpan) or date.meets(value) or apart > _FAR or (date.latest - date.earliest).days > _MONTH:
        return None
    if date.earliest == date.latest:
        same = [getattr(date.earliest, part) == getattr(value.earliest, part) for part in ("year", "month", "day")]
        return apart if value.earliest == value.latest and sum(same) == len(same) - 1 else None
    if borne.field in DEADLINES:
        return apart if (value.latest - value.earliest).days in range(_WEEKS, _MONTH) else None
    return apart if said and said.search(lead) and apart < _FAR / 2 else None


def _is_turned(typed: str, recorded: str) -> bool:
    """True where figures are swapped, or of a long number one is wrong, left out or put in."""
    is_swapped = typed != recorded and len(typed) > 1 and sorted(typed) == sorted(recorded)
    return is_swapped or (min(len(typed), len(recorded)) >= _LONG and typed != recorded and is_slip(recorded, typed, 1))


@kept
def _by_owner(pack: Pack) -> dict[int, list[Borne]]:
    """The values by whose they are."""
    found: defaultdict[int, dict[Borne, None]] = defaultdict(dict)
    for by_owner in values_borne(pack).values():
        for owner, values in by_owner.items():
            found[owner].update(dict.fromkeys(values))
    return {owner: [*values] for owner, values in found.items()}


@kept
def _stems(pack: Pack) -> dict[str, list[Record]]:
    titled = (record for record in pack.board.records if not isinstance(record, BY_NAME))
    return gathered((stem, record) for record in titled for stem in subject_of(pack, record))
