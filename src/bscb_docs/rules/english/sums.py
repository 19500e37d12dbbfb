"""Sums: counts, or pounds, of a sentence that it adds up itself, "60, 40 and 20, together 120"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from bscb_docs.rules.engine import Passage
from bscb_docs.rules.english.scope import ELSEWHEN
from bscb_docs.rules.english.typed_numbers import A_NUMBER, NO_COUNT, POUNDS, amount_of

_ADDED = r"(?:together|altogether|in\s+all|in\s+total|totalling|(?:which|that)\s+(?:is|makes)|making|a\s+total\s+of)"
_SUMMED = re.compile(rf"\b(?=[taiwm]){_ADDED}", re.IGNORECASE)  # other letters are passed over at once
_NUMBERS = {A_NUMBER: "", POUNDS: r"(?:[a-z][\w'’-]*\s+){0,4}?"}
"""Each way to write what is added up, and what may stand before such a number."""


@cache
def _sum_of(number: str, lead: str) -> re.Pattern[str]:
    """What matches parts that such numbers tell, each after a lead, and their sum."""
    part = rf"{lead}(?:{number})(?:\s+(?!of\b|in\s+all\b)[a-z][\w'’-]*){{0,5}}?"
    return re.compile(
        rf"(?P<parts>{part}(?:,\s+{part})*,?\s+and\s+{part})\s*(?:,|\(|:|–|;|\s-)\s*{_total_of(number).pattern}",
        re.IGNORECASE,
    )


@cache
def _total_of(number: str) -> re.Pattern[str]:
    """What matches such a number that is called the sum."""
    return re.compile(
        rf"(?:{_ADDED}\s+(?P<first>{number})|(?P<last>{number})\s+(?:[a-z]+\s+){{0,2}}(?:in\s+all|in\s+total|altogether|together)\b)",
        re.IGNORECASE,
    )


_NO_COUNTS = re.compile("\N{REPLACEMENT CHARACTER}" r"(?:,|\s+and)?\s*$")
"""Before a number: it goes on with what counts nothing, as ages do."""
A_SUM = 3
"""Numbers: two parts, and what they make."""


def wrong_sums(passage: Passage) -> Iterator[tuple[int, str, str, str]]:
    """Where a sentence begins to sum up parts, these, what they make, and the sum that it gives, if it is another."""
    may_add = len(passage.numbers) >= A_SUM or passage.text.count("£") >= A_SUM
    if not may_add or not _SUMMED.search(passage.unquoted):
        return
    text = passage.unquoted
    counts = NO_COUNT.sub(lambda match: "\N{REPLACEMENT CHARACTER}" * len(match[0]), text)
    for number, lead in _NUMBERS.items():
        for match in _sum_of(number, lead).finditer(counts) if _total_of(number).search(counts) else ():
            parts = [amount_of(each[0]) for each in re.finditer(number, match["parts"], re.IGNORECASE)]
            given = amount_of(match["first"] or match["last"])
            is_list = _NO_COUNTS.search(counts, 0, match.start())
            if sum(parts) != given and not is_list and not ELSEWHEN.search(match[0]):
                shown = "£{:,}".format if number == POUNDS else str
                yield match.start(), " + ".join(map(shown, parts)), shown(sum(parts, Decimal())), shown(given)
