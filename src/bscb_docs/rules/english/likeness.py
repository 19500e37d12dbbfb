"""Likeness: whether two wordings are nearly one; rapidfuzz is imported only where their letters leave it open."""

from collections import Counter
from functools import lru_cache

from bscb_docs.records import MONTHS
from bscb_docs.rules.engine import key_of, stem_of

SMALL_WORDS = frozenset(
    ["a", "an", "and", "&", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"]
)
"""Words that a name may have in another form and be the same name."""
THINGS = frozenset(
    [
        *("act", "assembly", "board", "bulletin", "committee", "conference", "council", "forum", "framework", "group"),
        *("hub", "meeting", "officer", "panel", "partnership", "plan", "policy", "programme", "report", "review"),
        *("service", "strategy", "team", "trust"),
    ]
)
"""What names of things end in that a board has, by their stems."""
_STEM = 5
"""Letters: two words that share so many at their beginning, and have few others, are forms of one word."""
_LONG = 6
"""Words of a name: so long a one is seldom another by one word."""
_MONTHS = frozenset(map(str.lower, MONTHS))


@lru_cache(maxsize=1 << 14)
def stems_of(words: str) -> tuple[str, ...]:
    """What words say: their stems, without small words."""
    return tuple(stem_of(word) for word in key_of(words) if word not in SMALL_WORDS)


def is_alike(words: str, other: str, least: int) -> bool:
    """True where the two share at least that many of 100 of their letters, in their order."""
    if words == other:
        return True
    shared = (Counter(words) & Counter(other)).total()
    if 200 * shared < least * (len(words) + len(other)):
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(words, other) >= least


def is_slip(wanted: str, typed: str, slips: int) -> bool:
    """True where no more than so many letters were left out, put in, changed or swapped."""
    if slips == 0 or abs(len(wanted) - len(typed)) > slips:
        return wanted == typed
    letters, others = Counter(wanted), Counter(typed)
    if max((letters - others).total(), (others - letters).total()) > slips:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    return int(DamerauLevenshtein.distance(wanted, typed)) <= slips


def slips_allowed(word: str) -> int:
    """How many letters of a word may be wrong before it is more likely another word: the shorter, the fewer."""
    return 0 if len(word) < 5 else 1 if len(word) < 8 else 2


def is_form(word: str, other: str, size: int, *, is_head: bool) -> bool:
    """True where two words in the same place of two names of that size are one word in two forms or spellings.

    The more words two names share, the less the other two need be alike. The plural of the head is that of the name.
    """
    if word in SMALL_WORDS or other in SMALL_WORDS:
        return word in SMALL_WORDS and other in SMALL_WORDS
    if not word.replace("'", "").isalpha() or not other.replace("'", "").isalpha() or {word, other} & _MONTHS:
        return False
    if word.removesuffix("'s").rstrip("'") == other.removesuffix("'s").rstrip("'"):
        return False  # "HM Treasury Green Book", "HM Treasury's Green Book"
    if word.rstrip("s") == other.rstrip("s"):
        return not is_head
    if word.replace("'", "") == other.replace("'", ""):
        return True
    if word[0] != other[0]:
        return False
    shorter, longer = sorted((word, other), key=len)
    if is_slip(longer, shorter, slips_allowed(longer)):
        return True
    shared = next((at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), len(shorter))
    return shared >= (_STEM if size < _LONG else 3) and (size >= _LONG or shared >= 2 * len(longer) // 3 - 1)
