"""Sums: numbers of a sentence that it adds up itself, "60, 40 and 20, together 120"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bscb_docs.rules.prose_rules.counts import A_NUMBER, NO_COUNT, value_of
from bscb_docs.rules.prose_rules.scope import ELSEWHEN

_PART = rf"(?:{A_NUMBER})(?:\s+(?!of\b|in\s+all\b)[a-z][\w'’-]*){{0,5}}?"
_ADDED = r"(?:together|altogether|in\s+all|in\s+total|totalling|(?:which|that)\s+(?:is|makes)|making|a\s+total\s+of)"
_SUM = re.compile(
    rf"(?P<parts>{_PART}(?:,\s+{_PART})*,?\s+and\s+{_PART})\s*(?:,|\(|:|–|;|\s-)\s*"
    rf"(?:{_ADDED}\s+(?P<first>{A_NUMBER})|(?P<last>{A_NUMBER})\s+(?:in\s+all|in\s+total|altogether|together)\b)",
    re.IGNORECASE,
)
_NO_COUNTS = re.compile("\N{REPLACEMENT CHARACTER}" r"(?:,|\s+and)?\s*$")
"""Before a number: it goes on with what counts nothing, as ages do."""
_NUMBER = re.compile(A_NUMBER, re.IGNORECASE)
_SUMMED = ("together", "in all", "in total", "totalling", "making", "makes", "that is", "which is", "total of")


def wrong_sums(text: str) -> Iterator[tuple[int, list[int], int]]:
    """Where parts that a sentence sums up begin, the parts, and the sum that it gives, where they do not make it."""
    if not any(words in text for words in _SUMMED):
        return
    counts = NO_COUNT.sub(lambda match: "\N{REPLACEMENT CHARACTER}" * len(match[0]), text)
    for match in _SUM.finditer(counts):
        parts = [value_of(each[0]) for each in _NUMBER.finditer(match["parts"])]
        given = value_of(match["first"] or match["last"])
        is_list = _NO_COUNTS.search(counts, 0, match.start())
        if sum(parts) != given and not is_list and not ELSEWHEN.search(match[0]):
            yield match.start(), parts, given
