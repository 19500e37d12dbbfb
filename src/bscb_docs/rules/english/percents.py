"""Per cents in prose, each with the two numbers it stands beside, in its sentence or the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from attrs import evolve, frozen

from bscb_docs.rules.engine import MARK, Pack, Passage, kept
from bscb_docs.rules.english.typed_numbers import A_NUMBER, PER_CENT, is_rounded, typed_share, value_of

_Number = re.Match[str]
_ABOUT = re.compile(r"\b(?:about|around|nearly|almost|some|roughly|just\s+\w+|close\s+to)\s+$", re.IGNORECASE)

_THE = r"(?:(?:the|our|its|all|these|those)\s+)*"
_OF = re.compile(rf"\b(?:of|out\s+of)\s+{_THE}$", re.IGNORECASE)
"""Before a whole."""
TO_WHOLE = re.compile(rf"\s+(?:[\w'’-]+\s+){{0,4}}?(?:out\s+)?of\s+{_THE}", re.IGNORECASE)
"""From a part to its whole."""
_TO_PER_CENT = re.compile(
    r"[^.;:%\d]{0,80}(?:\(\s*(?:or\s+)?|,?\s(?:(?:which|that)\s+(?:is|was|makes)|or)\s+(?:just\s+\w+\s+|about\s+)?)",
    re.IGNORECASE,
)
"""From a whole to its per cent."""
_PART_TO_PER_CENT = re.compile(r"\s*(?:[\w'’-]+\s+){0,4}?\(\s*")
_OF_THESE = re.compile(r"\bof\s+(?:these|those|them|whom|which)\b", re.IGNORECASE)
"""What makes the number before it the whole of what follows."""
_FROM_PER_CENT = re.compile(r"[^.;:%\d]{0,60}(?:\(|\bthat\s+is,?|\bor|\bnamely|,)\s+|\s*\(", re.IGNORECASE)
"""To a part with its whole."""
_OF_AFTER = re.compile(rf"\s*\)?\s*(?:[\w'’-]+\s+){{0,3}}?(?:out\s+)?of\s+{_THE}", re.IGNORECASE)
"""From a per cent in brackets to the whole of the part before it."""
_OPENED, _CLOSED = re.compile(r"\s*\(\s*"), re.compile(r"\s*\)")
_THAT_IS = re.compile(r"\W*(?:That|This|Which)\s+(?:is|was|makes)\s+(?:just\s+|only\s+|about\s+)?", re.IGNORECASE)
"""A sentence that gives the per cent of what the one before tells."""
_FRACTION = re.compile(r"(?<![\d/])(?P<part>[1-9]\d*)\s*/\s*(?P<whole>\d+)(?![\d/])[^.;:%\d]{0,60}$")
_IN_WORDS = re.compile(
    rf"\b(?:half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|{A_NUMBER}\s+(?:in|out\s+of)\s+(?:every\s+)?{A_NUMBER})"
    r"\b[^.;:%\d]{0,80}\(\s*$",
    re.IGNORECASE,
)
"""A share in words, of which the per cent in brackets is the exact one."""


@frozen(eq=False, repr=False)
class PerCent:
    """A per cent as typed, and beside it the part and the whole, where the sentence gives them."""

    passage: Passage
    start: int
    end: int
    words: str
    share: float
    decimals: int
    is_rough: bool
    part: int | None = None
    whole: int | None = None
    is_shown: bool = False
    """True where its numbers are given after all: by a pair beside it, a figure that is set there, a share in words."""

    def fits(self, part: int, whole: int) -> bool:
        """True where the per cent is that ratio, rounded as it was typed."""
        if whole <= 0:
            return self.share == 0
        exact = 100 * part / whole
        if self.decimals == 0 and self.share in (0, 100) and exact != self.share:
            return False
        lead = self.passage.text[max(0, self.start - 10) : self.start].lower()
        if lead.endswith(("less than ", "under ", "below ")):
            return exact < self.share
        if lead.endswith(("more than ", "over ", "above ")):
            return exact > self.share
        return is_rounded(exact, self.share, -1 if self.is_rough else self.decimals)

    def may_be(self, other: PerCent) -> bool:
        """True where both may be one share, each rounded as it was typed."""
        slack = 0.5 / 10 ** min(self.decimals, other.decimals) if self.decimals != other.decimals else 0
        return self.is_rough or other.is_rough or abs(self.share - other.share) <= slack


@kept
def per_cents(pack: Pack) -> tuple[PerCent, ...]:
    """Every per cent of a pack that stands in no quotation."""
    return tuple(found for passage in pack.passages_typed("%", "cent") for found in _per_cents(passage))


def _per_cents(passage: Passage) -> Iterator[PerCent]:
    text = passage.unquoted
    for match in PER_CENT.finditer(text):
        sentence, (share, decimals) = _Sentence(passage, match.span()), typed_share(match)
        is_rough = _ABOUT.search(text[sentence.first : match.start()]) is not None
        per_cent = PerCent(passage, *match.span(), match[0], share, decimals, is_rough)
        yield evolve(per_cent, **_beside(per_cent, sentence))


_MANY = 3
"""Per cents in a sentence: more of them without commas between are what is left of a table."""


class _Sentence:
    """The counts around a per cent: those of its sentence before and after it, and those of the sentence before."""

    def __init__(self, passage: Passage, span: tuple[int, int]) -> None:
        self.text, (self.start, self.end), counts = passage.unquoted, span, passage.counts
        self.first, self.last = passage.sentence(self.start)
        shares = sum(1 for _ in PER_CENT.finditer(self.text, self.first, self.last))
        self.is_alone = shares == 1
        self.is_list = shares > _MANY and self.text.count(",", self.first, self.last) < shares - _MANY  # of a table
        begin = passage.sentence(self.first - 1)[0] if self.first else 0
        self.earlier = [number for number in counts if self.first <= number.start() and number.end() <= self.start]
        self.later = [number for number in counts if self.end <= number.start() and number.end() <= self.last]
        self.before = [number for number in counts if begin <= number.start() < self.first]

    def is_whole(self, number: _Number) -> bool:
        """True where the words before a number make it the whole of something."""
        return _OF.search(self.text, max(0, number.start() - 80), number.start()) is not None


def _beside(per_cent: PerCent, sentence: _Sentence) -> dict[str, Any]:
    """The part and the whole that a per cent stands beside, and whether any pair around gives it."""
    text, start, end = sentence.text, sentence.start, sentence.end
    around = [value_of(number[0]) for number in (*sentence.before, *sentence.earlier, *sentence.later)]
    is_set = MARK in text[max(sentence.first, start - 40) : start] or MARK in text[end : min(end + 40, sentence.last)]
    is_worded = _IN_WORDS.search(text, sentence.first, start)
    fraction = _FRACTION.search(text, sentence.first, start)
    pairs = [(part, whole) for part, whole in product(around, around) if 0 <= part <= whole and whole]
    pairs += [(int(fraction["part"]), int(fraction["whole"]))] if fraction else []
    if is_set or is_worded or sentence.is_list or any(per_cent.fits(*pair) for pair in pairs):
        return {"is_shown": True}
    if pair := next((pair for pair in _ties(sentence) if pair[0] <= pair[1]), None):
        return {"part": pair[0], "whole": pair[1]}
    if lone := _lone(sentence):
        return {"part": value_of(lone[0])}
    of_these = _OF_THESE.search(text, sentence.first, start)
    return {"is_shown": bool(of_these and (sentence.before or sentence.earlier))}  # the whole stands there


def _ties(sentence: _Sentence) -> Iterator[tuple[int, int]]:
    """The part and the whole that a sentence ties to its per cent, by each way to say so."""
    text, start, end = sentence.text, sentence.start, sentence.end
    wholes = [number for number in sentence.earlier if sentence.is_whole(number)]
    for part, whole in product(sentence.earlier, wholes):  # "20 of the 30 schools (67%)"
        if TO_WHOLE.fullmatch(text, part.end(), whole.start()) and _TO_PER_CENT.fullmatch(text, whole.end(), start):
            yield value_of(part[0]), value_of(whole[0])
    yield from _told_before(sentence)
    parts = [part for part in sentence.earlier if _PART_TO_PER_CENT.fullmatch(text, part.end(), start)]
    for part in parts[-1:]:
        before = [number for number in wholes if number.end() < part.start()]
        of_these = _OF_THESE.search(text, sentence.first, start)
        known = [number for number in (*sentence.before, *sentence.earlier) if number.end() < part.start()]
        if before:  # "of the 30 schools that answered, 20 (67%)"
            yield value_of(part[0]), value_of(before[-1][0])
        elif of_these and len(known) == 1 and sentence.is_alone:  # "There were 30 schools. Of these, 20 (67%)"
            yield value_of(part[0]), value_of(known[0][0])
        for whole in filter(sentence.is_whole, sentence.later):  # "20 (67%) of the 30 schools"
            if _OF_AFTER.fullmatch(text, end, whole.start()):
                yield value_of(part[0]), value_of(whole[0])
    for part, whole in product(sentence.later, filter(sentence.is_whole, sentence.later)):  # "67%, or 20 of the 30"
        if _FROM_PER_CENT.fullmatch(text, end, part.start()) and TO_WHOLE.fullmatch(text, part.end(), whole.start()):
            yield value_of(part[0]), value_of(whole[0])


def _told_before(sentence: _Sentence) -> Iterator[tuple[int, int]]:
    """The part and the whole of the sentence before, as in "20 of the 30 schools came. That is 67%"."""
    text = sentence.text
    if _THAT_IS.fullmatch(text, sentence.first, sentence.start):
        for part, whole in product(sentence.before, filter(sentence.is_whole, sentence.before)):
            if TO_WHOLE.fullmatch(text, part.end(), whole.start()):
                yield value_of(part[0]), value_of(whole[0])


def _lone(sentence: _Sentence) -> _Number | None:
    """The one number that stands with a per cent in brackets: "20 (67%)", "67% (20)"."""
    text, start, end = sentence.text, sentence.start, sentence.end
    earlier, later = sentence.earlier, sentence.later
    if earlier and _OPENED.fullmatch(text, earlier[-1].end(), start):
        return earlier[-1]
    if later and _OPENED.fullmatch(text, end, later[0].start()) and _CLOSED.match(text, later[0].end()):
        return later[0]
    return None


def has_whole(per_cent: PerCent) -> bool:
    """True where there is a whole of which the lone count can be that per cent."""
    part, share, slack = per_cent.part or 0, per_cent.share, 0.5 / 10**per_cent.decimals
    if part == 0 or share == 0:
        return part == 0 and share == 0
    low, high = 100 * part / (share + slack), 100 * part / max(share - slack, 1e-9)
    return any(per_cent.fits(part, whole) for whole in range(max(part, int(low)), int(high) + 2))
