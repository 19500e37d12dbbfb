"""Per cents in prose, each with the two numbers it stands beside, as far as the sentence gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from bscb_docs.figures import Ratio
from bscb_docs.rules.counting import NUMBER, value_of
from bscb_docs.rules.passages import MARK, Passage

_PER_CENT = re.compile(r"(?<![\w.,£-])(?P<share>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b(?!age)|percent\b)(?! ?points?)")
_THE = r"(?:(?:the|our|its|all|these|those)\s+)*"
_OF = rf"\s+(?:[\w'’-]+\s+){{0,4}}?(?:out\s+)?of\s+{_THE}"
_BEFORE = (
    re.compile(rf"(?P<part>{NUMBER}){_OF}(?P<whole>{NUMBER})[^.;:%\d]{{0,80}}$", re.IGNORECASE),
    re.compile(r"(?<![\d/])(?P<part>\d+)\s*/\s*(?P<whole>\d+)(?![\d/])[^.;:%\d]{0,60}$"),
)
_OF_WHICH = re.compile(
    rf"\b(?:of|out\s+of)\s+{_THE}(?P<whole>{NUMBER})\b[^.;:]*?(?P<part>{NUMBER})[^.;:%\d,]{{0,40}}[(,]?\s*$",
    re.IGNORECASE,
)
_COUNT_BEFORE = re.compile(rf"(?P<part>{NUMBER})\s*\(\s*$", re.IGNORECASE)
_COUNT_AFTER = re.compile(rf"^\s*\(\s*(?P<part>{NUMBER})\s*\)", re.IGNORECASE)
_WHOLE_AFTER = re.compile(rf"^\s*\)?\s*(?:[\w'’-]+\s+){{0,3}}?(?:out\s+)?of\s+{_THE}(?P<whole>{NUMBER})", re.IGNORECASE)
_RATIO_AFTER = re.compile(rf"^[^.;:%\d]{{0,60}}?(?P<part>{NUMBER}){_OF}(?P<whole>{NUMBER})", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|around|nearly|almost|some|roughly|just\s+\w+|close\s+to)\s+$", re.IGNORECASE)


@frozen
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


def per_cents(passage: Passage) -> Iterator[PerCent]:
    """Every per cent of a passage that stands in no quotation."""
    if "%" not in passage.text and "cent" not in passage.text:
        return
    for match in _PER_CENT.finditer(passage.unquoted):
        first, last = passage.sentence(match.start())
        before, after = passage.unquoted[first : match.start()], passage.unquoted[match.end() : last]
        part, whole = _beside(before, after)
        share = match["share"]
        yield PerCent(
            passage,
            match.start(),
            match.end(),
            match[0],
            float(share),
            len(share.partition(".")[2]),
            bool(_ABOUT.search(before)),
            part,
            whole,
            MARK in before[-40:] or MARK in after[:40],
        )


def _beside(before: str, after: str) -> tuple[int | None, int | None]:
    lone = _COUNT_BEFORE.search(before)
    if lone and (total := _WHOLE_AFTER.match(after)):
        return value_of(lone["part"]), value_of(total["whole"])
    for pattern in (*_BEFORE, _OF_WHICH):
        if match := pattern.search(before):
            part, whole = value_of(match["part"]), value_of(match["whole"])
            if part <= whole:
                return part, whole
    if (match := _RATIO_AFTER.match(after)) and value_of(match["part"]) <= value_of(match["whole"]):
        return value_of(match["part"]), value_of(match["whole"])
    lone = lone or _COUNT_AFTER.match(after)
    return (value_of(lone["part"]), None) if lone else (None, None)


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
