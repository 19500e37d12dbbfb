"""Likeness: whether two wordings are nearly one; rapidfuzz is imported only where their letters leave it open."""

from __future__ import annotations

from collections import Counter

SMALL_WORDS = frozenset(
    ["a", "an", "and", "&", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"]
)
"""Words that a name may have in another form and be the same name."""


def is_alike(words: str, other: str, least: int) -> bool:
    """True where the two share at least that many of 100 of their letters, in their order."""
    shared = (Counter(words) & Counter(other)).total()
    if 200 * shared < least * (len(words) + len(other)):
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(words, other) >= least


def is_slip(wanted: str, typed: str, slips: int) -> bool:
    """True where no more than so many letters were left out, put in, changed or swapped."""
    letters, others = Counter(wanted), Counter(typed)
    if max((letters - others).total(), (others - letters).total()) > slips:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    return int(DamerauLevenshtein.distance(wanted, typed)) <= slips


def slips_allowed(word: str) -> int:
    """How many letters of a word may be wrong before it is more likely another word: the shorter, the fewer."""
    return 0 if len(word) < 5 else 1 if len(word) < 8 else 2
