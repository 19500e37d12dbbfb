"""Changes: a number that is said to rise or fall from one to another, "fell from 32 to 28"."""

import re
from collections.abc import Iterator

from bscb_docs.rules.engine import Passage
from bscb_docs.rules.prose_rules.dates import A_YEAR
from bscb_docs.rules.prose_rules.typed_numbers import A_NUMBER, UNIT, amount_of

_UP = r"rose|risen|rises|rising|increas(?:ed|es|ing|e)|grew|grown|grows|went\s+up|gone\s+up"
_DOWN = (
    r"fell|fallen|falls|falling|dropped|drops|decreas(?:ed|es|ing|e)|declined|went\s+down|gone\s+down|reduced|reduction"
)
_VALUE = rf"(?:£\d[\d,]*(?:\.\d+)?(?![.,]?\d)|(?<![\w.,£-])\d[\d,]*(?:\.\d+)?\s?(?:%|per\s?cent\b)|{A_NUMBER})"
_CHANGE = re.compile(
    rf"\b(?=[rigwfd])(?:(?P<up>{_UP})|(?:{_DOWN}))\s+(?:[a-z]+\s+){{0,3}}?from\s+(?P<before>{_VALUE})"
    rf"(?:\s+(?!to\b|from\b)[\w'’(),/-]+){{0,8}}?\s+to\s+(?P<after>{_VALUE})(?!\s+(?-i:[A-Z]))",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\s+(minute|hour|day|week|month|year)s?\b")
_YEAR = re.compile(A_YEAR)


def wrong_changes(passage: Passage) -> Iterator[tuple[int, str, bool]]:
    """Where a change begins that goes the other way, its words, and whether it was said to rise.

    Numbers of two units, years, and changes that did not come about are left alone.
    """
    text = passage.unquoted
    for match in _CHANGE.finditer(text) if " from " in text else ():
        first, _ = passage.sentence(match.start())
        before, after = match["before"], match["after"]
        has_one_unit = _units(text, match, "before") == _units(text, match, "after")
        is_denied = re.search(r"\b(?:not|never|n['’]t|nor)\b", text[first : match.start()])
        if not has_one_unit or is_denied or (_YEAR.fullmatch(before) and _YEAR.fullmatch(after)):
            continue
        rise = amount_of(after) - amount_of(before)
        if rise and (rise > 0) != bool(match["up"]):
            yield match.start(), " ".join(match[0].split()), bool(match["up"])


def _units(text: str, match: re.Match[str], name: str) -> list[str]:
    """The signs of a number's unit, and the span of time that it counts."""
    signs = ["%" if sign.lower().startswith("per") else sign for sign in UNIT.findall(match[name])]
    span = _SPAN.match(text, match.end(name))
    return [*signs, span[1]] if span else signs
