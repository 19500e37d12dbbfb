"""Typed pounds: the sum in pounds that a sentence gives to all of something that a figure adds up."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bscb_docs.figures.figure import Figure
from bscb_docs.rules.engine import Pack
from bscb_docs.rules.prose_rules.contradictions import Told, misstated
from bscb_docs.rules.prose_rules.dates import YEARS
from bscb_docs.rules.prose_rules.facts.figure_scope import meant
from bscb_docs.rules.prose_rules.scope import ELSEWHEN, NARROWED
from bscb_docs.rules.prose_rules.typed_numbers import POUNDS, amount_of

_ALL_OF = (
    r"(?:^|[.;:(]\s+|\b(?:in\s+all|in\s+total|together|altogether),\s+|"
    r"\b(?:the|our|its|these|all|total|overall|of|together)\s+)"
)
_COMES_TO = (
    r"(?:\s+(?:(?:have|has|had|been|was|were|is|are|came|comes?|amount(?:s|ed)?|add(?:s|ed)?|up|to|of|a|all|stood|at|"
    rf"reached|together|total(?:led|s)?|in|for|the|this|year)\b|{YEARS}))*"
)


def false_pounds(pack: Pack) -> Iterator[Told]:
    """Each such sum that no figure of its phrase and years gives."""
    by_phrase: dict[str, list[Figure]] = {}
    for figure in pack.counted:
        for phrase in figure.phrases if isinstance(figure.value, str) and figure.value.startswith("£") else ():
            by_phrase.setdefault(phrase, []).append(figure)
    for phrase, figures in by_phrase.items():
        for passage in pack.passages_with(phrase.split()[-1]):
            text = passage.unquoted
            for match in _pattern(phrase).finditer(text) if "£" in text and passage.is_exact else ():
                first, last = passage.sentence(match.start("sum"))
                is_narrow = NARROWED.match(text[match.end() :]) or ELSEWHEN.search(text, first, last)
                own = [] if is_narrow else meant(pack, passage, (first, last), figures)
                away = {abs(amount_of(match["sum"]) - amount_of(str(each.value))): each for each in own}
                if away and min(away):  # of several years the one whose sum is nearest is meant
                    yield misstated(passage, match.start("sum"), match["sum"], away[min(away)])


@lru_cache(maxsize=64)
def _pattern(phrase: str) -> re.Pattern[str]:
    """What matches the phrase, of all, and the sum that it is said to come to."""
    words = r"\s+".join(map(re.escape, phrase.split()))
    return re.compile(rf"{_ALL_OF}{words}{_COMES_TO}\s+(?P<sum>{POUNDS})", re.IGNORECASE)
