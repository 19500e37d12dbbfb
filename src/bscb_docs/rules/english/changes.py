"""Changes: a number that is said to rise or fall from one to another, "fell from 32 to 28"."""

import re
from collections.abc import Iterator

from bscb_docs.rules.engine import Passage
from bscb_docs.rules.english.dates import A_YEAR
from bscb_docs.rules.english.typed_numbers import A_NUMBER, POUNDS, UNIT, amount_of

_GO = r"(?:go(?:es|ing|ne)?|went)\s+"
_UP = rf"ris(?:e[sn]?|ing)|rose|grow(?:s|n|ing|th)?|grew|increas(?:e[sd]?|ing)|{_GO}up"
_DOWN = (
    r"fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|de(?:clin|creas)(?:e[sd]?|ing)|reduc(?:e[sd]?|ing|tion)|"
    rf"{_GO}down"
)
_VALUE = rf"(?:{POUNDS}|(?<![\w.,£-])\d[\d,]*(?:\.\d+)?\s?(?:%|per\s?cent\b)|{A_NUMBER})"
_BY = r"by\s+(?P<{}>\d+(?:\.\d+)?)\s?(?:%|per\s?cent\b)(?!\s*points?)"
_CHANGE = re.compile(
    rf"\b(?=[rigwfdht])(?:(?P<up>{_UP})|(?P<times>doubled|halved|trebled|tripled)|(?:{_DOWN})),?\s+(?:[a-z]+\s+){{0,3}}?"
    rf"(?:{_BY.format('share')},?\s+)?from\s+(?P<before>{_VALUE})"
    rf"(?:\s+(?!to\b|from\b)[\w'’(),/-]+){{0,8}}?\s+to\s+(?P<after>{_VALUE})(?!\s+(?-i:[A-Z]))"
    rf"(?:(?:\s+[a-z]+){{0,3}}?,?\s+{_BY.format('also')})?",
    re.IGNORECASE,
)
_TIMES = {"doubled": 2, "trebled": 3, "tripled": 3, "halved": 0.5}
_NEAR = 0.2
"""How far from twice as many what doubled may be, of all."""
_SPAN = re.compile(r"\s+(minute|hour|day|week|month|year)s?\b")
_YEAR = re.compile(A_YEAR)
_DENIED = re.compile(r"(?:\b(?:not?|cannot|never|nor|without)|n['’]t)\b", re.IGNORECASE)


def wrong_changes(passage: Passage) -> Iterator[tuple[int, str, str]]:
    """Where a change begins that goes the other way or another length, its words, and what they are.

    Numbers of two units, years, and changes that did not come about are left alone.
    """
    text = passage.unquoted
    for match in _CHANGE.finditer(text):
        first, _ = passage.sentence(match.start())
        before, after = match["before"], match["after"]
        units = _units(text, match, "before")
        is_denied = _DENIED.search(text, first, match.start())
        if units != _units(text, match, "after") or is_denied or (_YEAR.fullmatch(before) and _YEAR.fullmatch(after)):
            continue
        if wrong := _wrong(match, float(amount_of(before)), float(amount_of(after)), is_share="%" in units):
            yield match.start(), " ".join(match[0].split()), wrong


def _wrong(match: re.Match[str], before: float, after: float, *, is_share: bool) -> str:
    """What a change is that was said to be another; "" where it is what was said."""
    typed = match["share"] or match["also"]
    if match["times"]:
        times = _TIMES[match["times"].lower()]
        return (
            ""
            if not before or abs(after / before - times) <= _NEAR * times
            else f"is {after / before:.3g} times as many"
        )
    if after != before and (after > before) != bool(match["up"]):
        return f"is a {'rise' if after > before else 'fall'}"
    change = 100 * abs(after - before) / before if before else 0
    is_right = not typed or not before or is_share or abs(change - float(typed)) < 1
    return "" if is_right else f"is a change of {change:.0f}%"


def _units(text: str, match: re.Match[str], name: str) -> list[str]:
    """The signs of a number's unit, and the span of time that it counts."""
    signs = ["%" if sign.lower().startswith("per") else sign for sign in UNIT.findall(match[name])]
    span = _SPAN.match(text, match.end(name))
    return [*signs, span[1]] if span else signs
