"""Rule of small counts: none about the children of case reviews stands where the public reads it."""

import re
from collections.abc import Iterator

from bscb_docs.records import Marking, Review
from bscb_docs.rules.engine import Findings, Pack, Passage, at_words, rule
from bscb_docs.rules.english.typed_numbers import A_NUMBER, value_of

_FEW = range(1, 6)
"""The Department for Education prints no count of one to five, and none from which such a one could be worked out."""
_REVIEWS = re.compile(
    r"\b(?:case|practice|rapid|lessons)\s+reviews?\b|\bchild\s+deaths?\b|\bLCSPRs?\b|\bSCRs?\b|\breviews?\s+published\b|"
    r"\bpublished\s+\S+\s+reviews?\b",
    re.IGNORECASE,
)
_CHILDREN = (
    r"(?:child(?:ren)?|bab(?:y|ies)|infants?|siblings|teenagers?|boys?|girls?|famil(?:y|ies)|deaths?|"
    r"young\s+(?:people|person))"
)
_COUNTED = re.compile(
    rf"\s+(?:(?:very|vulnerable|young|small|teenage|looked-after|\w+-old)\s+)*{_CHILDREN}\b(?!\s+(?:death|protection|care|practice|safeguarding))"
    rf"|\s+of\s+(?:them|these|those|the\s+(?:cases|deaths|reviews))\b(?=[^.;]*\b{_CHILDREN}\b)"
    rf"|\s+of\s+the\s+{_CHILDREN}\b",
    re.IGNORECASE,
)
"""After a number: children, or reviews and cases whose children the sentence goes on to speak of."""
_ONE = re.compile(r"\b(?:only|just)\s+$", re.IGNORECASE)
"""Before "one child", which else is a way of speaking."""
_PART_OF = re.compile(rf"\s+of\s+(?:the|these|those)\s+({A_NUMBER})\s+{_CHILDREN}\b", re.IGNORECASE)
_WHOLE_THEN_PART = re.compile(
    rf"\s+{_CHILDREN}[^.;]{{0,30}}?,\s+({A_NUMBER})\s+of\s+(?:whom|them|these)\b", re.IGNORECASE
)


@rule("PUB-02")
def small_counts(pack: Pack) -> Findings:
    """A count of one to five children, families or deaths in public words on case reviews, or one that gives it."""
    for passage in _on_reviews(pack):
        if passage not in pack.index.numbered or not _is_public(pack, passage):
            continue
        for typed in passage.numbers:
            if end := _end_of_count(passage.unquoted, typed):
                words = " ".join(passage.unquoted[typed.start() : end].split())
                said = f': "{words}" tells of five children or fewer, in a case review.'
                mend = "Say it without the number (some, a few), or accept it: could anyone be known by it?"
                yield at_words("PUB-02", passage, typed.start(), said, mend)


def _end_of_count(text: str, typed: re.Match[str]) -> int | None:
    """Where the words end that make a number a small count, or two that leave a small one over; None where none do."""
    number = value_of(typed[0])
    for pattern in (_PART_OF, _WHOLE_THEN_PART):
        if (other := pattern.match(text, typed.end())) and abs(number - value_of(other[1])) in _FEW:
            return other.end()
    counted = _COUNTED.match(text, typed.end())
    is_idiom = typed[0].lower() == "one" and not _ONE.search(text, 0, typed.start())
    return counted.end() if counted and number in _FEW and not is_idiom else None


def _is_public(pack: Pack, passage: Passage) -> bool:
    documents = pack.may_stand_in(passage.owner)
    is_public = any(document.entry.marking is not Marking.OFFICIAL_SENSITIVE for document in documents)
    return is_public or (isinstance(passage.owner, Review) and not passage.part)


def _on_reviews(pack: Pack) -> Iterator[Passage]:
    """The passages of case reviews, and those of other records that speak of them."""
    for review in pack.board.of(Review):
        yield from pack.passages_of(review)
    for passage in pack.passages_with("review", "death", "LCSPR", "SCR"):
        if not isinstance(passage.owner, Review) and _REVIEWS.search(passage.text):
            yield passage
