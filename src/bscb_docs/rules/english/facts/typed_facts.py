"""Typed facts: the numbers, sums, dates and references in words that texts give, each with what it means."""

import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from attrs import define

from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.phrases import capital
from bscb_docs.records import MONTHS, PartialDate
from bscb_docs.records.values.typed_dates import ORDINALS
from bscb_docs.rules.engine import Pack, Passage, kept, squeeze
from bscb_docs.rules.english.dates import A_DATE, A_MONTH, A_YEAR, YEARS
from bscb_docs.rules.english.numbered_references import BEARING, numbered_references
from bscb_docs.rules.english.typed_numbers import A_NUMBER, PER_CENT, VALUES, amount_of

_LEAP_YEAR = "2000"
"""Is given to a date without a year, so that its day and month can be compared."""
_BEFORE_A_MONTH = "in|by|since|until|till|from|of|to|between|before|after|during|early|late|mid|last|next|for"
_A_QUARTER = rf"(?:{'|'.join(ORDINALS)})\s+quarter(?:\s+of\s+{YEARS})?"
_LEADING = "After|All|And|As|At|Before|Between|Both|By|During|For|From|In|Its|Of|On|Our|Since|The|This|To|Until|With"
_A_TITLE = rf"(?!(?:{_LEADING})\b)[A-Z][\w’'-]+\s+{A_YEAR}(?![-/–]\d)"
"""A law or a book by its year."""
_NO_FACT = (
    r"(?i:sections?|articles?|schedules?|regulations?|clauses?|parts?)\s+\d+\w*|(?i:call|ring|dial)\s+\d{3}\b|"
    r"(?i:chapters?|levels?|tiers?|grades?|stages?|phases?|bands?|types?|steps?|year)\s+\d{1,2}\b|[Oo]ne\b|"
    r"\d+[ -]degree\b|"
    r"(?i:ages?(?:\s+of)?|aged)\s+[\w-]+(?:\s*(?:to|and|or|-|–)\s*\w+)?|"
    r"(?i:under|over)[- ]?(?:\d|1\d|2[0-5])s?\b(?!\s+(?:[a-z]|%))"
)
"""Of a law, an emergency call, what is called by its number, an age; "one" is said of anything."""
_ORDINALS = "third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_OTHER = (
    rf"\b(?:(?:{_ORDINALS})(?!,|[ -](?:sector|part(?:y|ies))\b)|\d+(?:st|nd|rd|th)|twice|(?:a|half\s+a|\w+)\s+dozen|"
    r"doubled|trebled|halved|half(?=\s+(?:of|the|our|all)\b))\b"
)
"""What tells a number and gives none that could be compared."""
_OF = r"\s+(?:in|of|out\s+of)\s+(?:(?:the|its|our|their|all|those|these)\s+)?"
_SOME_OF_ALL = rf"(?P<part>{A_NUMBER}){_OF}(?!{YEARS}\b|\d+\s+{A_MONTH}|one\b)(?P<whole>{A_NUMBER})"
_A_DATE = (
    rf"(?P<date>\b(?:{A_MONTH}\s+to\s+{A_MONTH}\s+{A_YEAR}|{A_DATE}|{_A_QUARTER}|\d\d?/\d\d?/\d{{2,4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{A_MONTH}(?:\s+{A_YEAR})?)\b)"
)
_LED = (
    rf"\b(?i:{_BEFORE_A_MONTH})\s+(?P<month>{A_MONTH})\b(?!\s+(?:{A_YEAR}|to\s+{A_MONTH}))|"
    rf"(?P<none>\b(?:{_A_TITLE}|{_NO_FACT}))"
)
_FACT = re.compile(
    rf"{_A_DATE}|(?P<ratio>(?i:{_SOME_OF_ALL}))|{_LED}|"
    rf"(?P<years>(?<![\w/-]){YEARS}(?![\w/-]))|(?P<call>\b0\d[\d ]{{6,}}\d\b)|"
    r"(?P<sum>£\d(?:[\d,]*\d)?(?:\.\d+)?(?:\s*(?:k|m|bn|million|billion|thousand)\b)?)|"
    rf"(?P<other>(?i:{_OTHER}))|(?P<per_cent>{PER_CENT.pattern})|(?P<number>(?<![\w.,/£€-])\d+\.\d+(?![\w.]|-\w)|(?i:{A_NUMBER}))"
)
_LED_FACT = re.compile(rf"{_A_DATE}|{_LED}|(?P<other>(?i:{_OTHER}))")
"""What begins with a word before the telling one."""
_TELLING = frozenset({*VALUES, *map(str.lower, MONTHS), *_ORDINALS.split("|"), "hundred", "quarter", "appendix"})
_TELLING |= {"twice", "dozen", "doubled", "trebled", "halved", "half"}
_TELLING |= {f"{word}'s" for word in _TELLING}
"""Words of which one stands in every fact that is typed without a figure."""
_OPENING = frozenset({"age", "ages", "aged", "half"})
_WORDS_BEFORE = 4
"""Words of a fact before that one, or its first figure, at most: "ages of four to". The first of two is such a word."""


@define(eq=False)
class TypedFact:
    """What a text says in words typed by hand, where it stands, what it means, and, once looked for, what bears it."""

    passage: Passage
    start: int
    end: int
    words: str
    """The fact as typed, in one line."""
    date: PartialDate | None = None
    has_year: bool = True
    number: Decimal | None = None
    out_of: Decimal | None = None
    """Of "nine in ten" the ten."""
    context: str = ""
    """As much of its sentence, or of its row, as a person needs to find it, as it is printed."""
    vouched_by: str = ""
    """The record and field that bear the same and are spoken of there; "" where none does."""
    figure: str = ""
    """The name of a figure that would set the same."""
    nearly: str = ""
    """Of one that no record bears, which record its sentence speaks of, and what that has instead."""
    asked: str = ""
    """Of a figure that prose sets, why a person is asked whether it is the one that is meant."""
    sign: str = ""
    """Three signs that its words decide, the telling words of its sentence, and the record in whose text it stands."""

    @property
    def place(self) -> Place:
        """The file and line of its first word."""
        return self.passage.place(self.start)

    @property
    def borne(self) -> str:
        """What bears it, as a person reads it: "no record", a record, one that has another value, a figure to write."""
        if self.asked:
            return f"is it the figure that is meant? {capital(self.asked)}"
        if self.figure:
            return f"figure {self.figure} says the same: write {{{{ {self.figure} }}}}"
        return self.vouched_by or (f"which is right? {self.nearly}" if self.nearly else "no record")

    def tells(self, *numbers: object) -> bool:
        """True where a number that was typed is one of these; where a part of a whole was, they are that pair."""
        return numbers == (self.number, self.out_of) if self.out_of is not None else self.number in numbers


def typed_facts(pack: Pack, passage: Passage) -> Iterator[TypedFact]:
    """Every number, date and reference that is typed in a passage and stands in no quotation."""
    may_refer = passage.part or passage in _referring(pack)  # a part of a field is in no index
    references = [(start, end) for start, _, _, end in numbered_references(passage)] if may_refer else []
    for start, end in references:
        yield TypedFact(passage, start, end, squeeze(passage.text[start:end]))
    for match in _matches(pack, passage):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        if kind == "none" or any(first <= start < last for first, last in references):
            continue
        words = squeeze(match[kind])
        date, has_year = _date_of(words) if kind in ("date", "month", "years") else (None, True)
        number = _number_of(match["part"] or words) if kind in ("sum", "per_cent", "number", "ratio") else None
        out_of = _number_of(match["whole"]) if kind == "ratio" else None
        yield TypedFact(passage, start, end, words, date, has_year, number, out_of)


def _matches(pack: Pack, passage: Passage) -> Iterator[re.Match[str]]:
    """What a fact is, looked for where a figure or telling word stands, and in the few words before: nowhere else."""
    words, text, starts, end, next_word = passage.words, passage.unquoted, passage.starts, 0, 0
    telling = telling_words(pack).get(passage, [])
    if passage.part and not telling:
        telling = [at for at, word in enumerate(words) if _is_telling(word)]
    for at in telling:
        for first in range(max(next_word, at - _WORDS_BEFORE), at + 1):
            start = starts[first]
            if first < at - 1 and words[first] not in _OPENING and not text[start].isupper():
                continue
            start -= text[start - 1 : start] == "£"
            if start >= end and (match := (_FACT if first == at else _LED_FACT).match(text, start)):
                yield match
                end = match.end()
        next_word = at + 1


@kept
def _referring(pack: Pack) -> frozenset[Passage]:
    return frozenset(pack.passages_with(*BEARING))


@kept
def telling_words(pack: Pack) -> dict[Passage, list[int]]:
    """By passage, which of its words begin with a figure, or are such as one stands in every fact without one."""
    return pack.index.words_among((*pack.index.figure_words, *_TELLING))


def _is_telling(word: str) -> bool:
    """True of a word with a figure, and of those of which one stands in every fact without one."""
    return word in _TELLING or word[:1].isdigit()


@lru_cache(maxsize=1 << 16)
def _date_of(words: str) -> tuple[PartialDate | None, bool]:
    """The date that the words give, and whether they say its year."""
    for typed, has_year in ((words, True), (f"{words} {_LEAP_YEAR}", False)):
        with suppress(ValueError):
            return PartialDate.from_text(typed), has_year
    return None, True


def _number_of(words: str) -> Decimal | None:
    with suppress(InvalidOperation, KeyError):
        return amount_of(words)
    return None  # "£1.2 million"
