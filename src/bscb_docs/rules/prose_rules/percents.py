"""Per cents in prose, each with the two numbers it stands beside, as far as the sentence gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from attrs import frozen

from bscb_docs.figures.figure import Ratio
from bscb_docs.rules.engine.context import Pack, kept
from bscb_docs.rules.engine.passage import MARK, Passage
from bscb_docs.rules.prose_rules.counts import value_of

_Number = re.Match[str]
_PER_CENT = re.compile(r"(?<![\w.,£-])(?P<share>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b(?!age)|percent\b)(?! ?points?)")
_ABOUT = re.compile(r"\b(?:about|around|nearly|almost|some|roughly|just\s+\w+|close\s+to)\s+$", re.IGNORECASE)

_THE = r"(?:(?:the|our|its|all|these|those)\s+)*"
_OF = re.compile(rf"\b(?:of|out\s+of)\s+{_THE}$", re.IGNORECASE)
"""Before a whole."""
_TO_WHOLE = re.compile(rf"\s+(?:[\w'’-]+\s+){{0,4}}?(?:out\s+)?of\s+{_THE}", re.IGNORECASE)
"""From a part to its whole."""
_CLAUSE = re.compile(r"[^.;:]*")
"""From a whole to its part."""
_OPENED, _CLOSED = re.compile(r"\s*\(\s*"), re.compile(r"\s*\)")
_TO_PER_CENT = re.compile(r"[^.;:%\d]{0,80}")
"""From a whole to its per cent."""
_PART_TO_PER_CENT = re.compile(r"[^.;:%\d,]{0,40}[(,]?\s*")
_FROM_PER_CENT = re.compile(r"[^.;:%\d]{0,60}")
"""To a part with its whole."""
_OF_AFTER = re.compile(rf"\s*\)?\s*(?:[\w'’-]+\s+){{0,3}}?(?:out\s+)?of\s+{_THE}", re.IGNORECASE)
"""From a per cent in brackets to the whole of the part before it."""
_FRACTION = re.compile(r"(?<![\d/])(?P<part>\d+)\s*/\s*(?P<whole>\d+)(?![\d/])[^.;:%\d]{0,60}$")


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
    is_set: bool = False
    """True where a figure is set right beside it, which may give the numbers."""

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
        slack = 5 if self.is_rough else 0.5 / 10**self.decimals
        return abs(exact - self.share) <= slack + 1e-9


@kept
def per_cents(pack: Pack) -> tuple[PerCent, ...]:
    """Every per cent of a pack that stands in no quotation."""
    return tuple(found for passage in pack.passages for found in _per_cents(passage))


def _per_cents(passage: Passage) -> Iterator[PerCent]:
    text = passage.unquoted
    found = list(_PER_CENT.finditer(text))
    numbers = passage.numbers if found else ()
    wholes = [number for number in numbers if _OF.search(text, max(0, number.start() - 80), number.start())]
    for match in found:
        start, end = match.span()
        first, last = passage.sentence(start)
        share = match["share"]
        yield PerCent(
            passage,
            start,
            end,
            match[0],
            float(share),
            len(share.partition(".")[2]),
            bool(_ABOUT.search(text[first:start])),
            *_beside(passage, wholes, (first, start), (end, last)),
            MARK in text[max(first, start - 40) : start] or MARK in text[end : min(end + 40, last)],
        )


def _beside(
    passage: Passage, wholes: list[_Number], before: tuple[int, int], after: tuple[int, int]
) -> tuple[int | None, int | None]:
    """The part and the whole that a per cent stands beside, in the words of its sentence before and after it."""
    text, (start, end) = passage.unquoted, (before[1], after[0])
    earlier, later = _within(passage.numbers, before), _within(passage.numbers, after)
    lone = earlier[-1] if earlier and _OPENED.fullmatch(text, earlier[-1].end(), start) else None
    totals = _within(wholes, after) if lone else ()
    if lone and (total := next((whole for whole in totals if _OF_AFTER.fullmatch(text, end, whole.start())), None)):
        return value_of(lone[0]), value_of(total[0])
    for part, whole in _ratios(passage, wholes, before, after):
        if value_of(part) <= value_of(whole):
            return value_of(part), value_of(whole)
    lone = lone or next((part for part in later if _is_bracketed(text, end, part)), None)
    return (value_of(lone[0]), None) if lone else (None, None)


def _ratios(
    passage: Passage, wholes: list[_Number], before: tuple[int, int], after: tuple[int, int]
) -> Iterator[tuple[str, str]]:
    """The part and the whole that stand beside a per cent, by each way to say so the first that fits."""
    text, (first, start), (end, _) = passage.unquoted, before, after
    earlier, later = _within(passage.numbers, before), _within(passage.numbers, after)
    earlier_wholes = _within(wholes, before)
    near = [whole for whole in earlier_wholes if _TO_PER_CENT.fullmatch(text, whole.end(), start)]
    for part, whole in product(earlier, near):  # "20 of the 30 schools (67%)"
        if _TO_WHOLE.fullmatch(text, part.end(), whole.start()):
            yield part[0], whole[0]
            break
    if fraction := _FRACTION.search(text, first, start):
        yield fraction["part"], fraction["whole"]
    parts = [part for part in earlier if earlier_wholes and _PART_TO_PER_CENT.fullmatch(text, part.end(), start)]
    for whole, part in product(earlier_wholes, parts):  # "of the 30 schools that answered, 20 (67%)"
        if _CLAUSE.fullmatch(text, whole.end(), part.start()):
            yield part[0], whole[0]
            break
    parts = [part for part in later if _FROM_PER_CENT.fullmatch(text, end, part.start())]
    for part, whole in product(parts, _within(wholes, after)):  # "67%, or 20 of the 30"
        if _TO_WHOLE.fullmatch(text, part.end(), whole.start()):
            yield part[0], whole[0]
            break


def _within(numbers: Iterable[_Number], part: tuple[int, int]) -> list[_Number]:
    return [number for number in numbers if part[0] <= number.start() and number.end() <= part[1]]


def _is_bracketed(text: str, end: int, number: re.Match[str]) -> bool:
    return bool(_OPENED.fullmatch(text, end, number.start()) and _CLOSED.match(text, number.end()))


def wholes_for(per_cent: PerCent) -> range:
    """The wholes of which the lone count can be that per cent; empty where there is none."""
    part, share, slack = per_cent.part or 0, per_cent.share, 0.5 / 10**per_cent.decimals
    if part == 0 or share == 0:
        return range(1, 2) if part == 0 and share == 0 else range(0)
    low, high = 100 * part / (share + slack), 100 * part / max(share - slack, 1e-9)
    first = max(part, int(low))
    fitting = [whole for whole in range(first, int(high) + 2) if per_cent.fits(part, whole)]
    return range(fitting[0], fitting[-1] + 1) if fitting else range(0)


def right_per_cent(part: int, whole: int) -> str:
    """The per cent as the house prints it."""
    return Ratio(part, whole).per_cent
