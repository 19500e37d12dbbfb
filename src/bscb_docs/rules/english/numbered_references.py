"""Numbered references: the numbers typed after "appendix", "priority", "section", "paragraph" or "recommendation"."""

import re
from collections.abc import Iterator

from bscb_docs.rules.engine import Passage
from bscb_docs.rules.english.typed_numbers import NUMBER, value_of

BEARING = ("appendix", "priority", "section", "recommendation", "paragraph")
"""The words before the numbers that a paper bears."""
_NUMBERED = re.compile(
    rf"\b(?:(?P<word>{'|'.join(BEARING[:-1])})\s+(?P<letter>(?-i:[A-Z])\b(?!['’.]\w))?"
    r"|paragraphs?\s+(?P<address>\d+(?:\.\d+){1,2})(?!\s+(?:of|to)\b(?!\s+this\b)))",
    re.IGNORECASE,
)
"""Such a word, where a number may follow it."""
ANOTHER = re.compile(
    r"\b(?:census|guidance|statistic\w*|bulletin|survey|data\s?set|publication|published|national|government\w*|"
    r"inspect\w*|Ofsted|Department|Office|Acts?|Regulations?|Working Together)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells of another work, whose tables have numbers of their own."""
_OTHERS = re.compile(r"\b(?:reviews?|audits?|committee|coroner|inquiry|report)\b", re.IGNORECASE)
"""Words of a sentence that may tell of recommendations which somebody else counts."""
ELSEWHERE = re.compile(r"\s+(?:of|to|in)\b(?!\s+this\b)", re.IGNORECASE)
"""What after a number makes it one of another paper, or the first of several."""
_ACT = re.compile(r"\b(?:Acts?|Regulations?|Schedule|Code)\b")
_OF_ACTS = frozenset(
    {11, 13, 14, 16, 17, 20, 22, 23, 24, 31, 37, 38, 42, 44, 46, 47, 49, 50, 85, 117, 135, 136, 157, 175}
)
"""Sections of Acts that everybody in this field knows by their number alone."""
_MANY = 40
"""No report has so many sections."""
_OUR_OWN = re.compile(r"\s+(?:of this|below|above)\b")


def numbered_references(passage: Passage) -> Iterator[tuple[int, str, str, int]]:
    """Where each number after such a word begins with it, the word, the number, and where that ends."""
    for match in _NUMBERED.finditer(passage.unquoted):
        if match["address"]:
            yield match.start(), "paragraph", match["address"], match.end()
            continue
        if match["letter"]:
            if match["word"].lower() == "appendix" and not ELSEWHERE.match(passage.unquoted, match.end()):
                yield match.start(), "letter", match["letter"], match.end()
            continue
        number = NUMBER.match(passage.unquoted, match.end())
        if number is None or ELSEWHERE.match(passage.unquoted, number.end()):
            continue
        is_ours = _OUR_OWN.match(passage.unquoted, number.end())
        of_acts = value_of(number[0]) in _OF_ACTS or value_of(number[0]) > _MANY
        is_of_act = match["word"].lower() == "section" and (of_acts or _ACT.search(passage.text))
        is_named = match["word"][0].isupper() or match["word"] in {"section", "recommendation"}
        if match["word"].lower() == "recommendation":
            first, last = passage.sentence(match.start())
            is_named = not (
                ANOTHER.search(passage.unquoted, first, last) or _OTHERS.search(passage.unquoted, first, last)
            )
        if is_named and (is_ours or not is_of_act):
            yield match.start(), match["word"], number[0], number.end()
