"""Shares: how many of all a sentence says to stand in some state, "three of our six actions are complete"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from bscb_docs.figures.figure import Figure, Ratio
from bscb_docs.rules.engine import Pack, Passage
from bscb_docs.rules.prose_rules.claimed_counts import of_named_years
from bscb_docs.rules.prose_rules.scope import ELSEWHEN, SOMEBODYS
from bscb_docs.rules.prose_rules.typed_numbers import A_NUMBER, value_of

_OURS = r"(?:(?:all|the|our|its|these)\s+)*"
_ARE = r"\s+(?:are|were|is|was|have\s+been|had\s+been)\s+(?:now\s+|already\s+|still\s+)?"
_SAID = {"complete": ("complete", "completed", "finished", "done")}
"""What people say for a state."""


@frozen(eq=False)
class Share:
    """A number of things in some state as typed, where it begins, and the figure that has another."""

    passage: Passage
    start: int
    words: str
    figure: Figure


def false_shares(pack: Pack) -> Iterator[Share]:
    """Each number of things in a state that no figure of theirs gives.

    With the number of all beside it, it is compared where all are all that the records have; alone it may be of a
    part, and is told where it is more than there are. A word that two figures count by is right by either. Other years
    and other boards are left alone.
    """
    counted: dict[str, list[Figure]] = {}
    for figure in pack.counted:
        for phrase in figure.phrases if isinstance(figure.value, Ratio) else ():
            counted.setdefault(phrase.casefold(), []).append(figure)
    told: dict[tuple[Passage, tuple[int, int]], tuple[re.Match[str], list[Figure]]] = {}
    for phrase, figures in counted.items():
        noun, _, state = phrase.partition(" ")
        said = _SAID.get(state, (state,))
        telling = set(pack.passages_with(*(words.split()[-1] for words in said))) if state else ()
        likely = [each for each in pack.passages_with(noun) if each in telling and each.is_exact and each.numbers]
        for passage in likely:
            for match in _pattern(noun, said).finditer(passage.unquoted):
                told.setdefault((passage, match.span()), (match, []))[1].extend(figures)
    for (passage, _), (match, figures) in told.items():
        yield from _false(pack, passage, match, figures)


@lru_cache(maxsize=256)
def _pattern(noun: str, said: tuple[str, ...]) -> re.Pattern[str]:
    """What matches a number of such things that are said to be so, with the number of all or without."""
    words = "|".join(r"\s+".join(map(re.escape, each.split())) for each in said)
    some, every = rf"(?P<part>{A_NUMBER})", rf"(?P<whole>{A_NUMBER})"
    first = rf"{some}\s+(?:of\s+{_OURS}(?:{every}\s+)?)?{noun}{_ARE}(?:{words})\b"
    others = rf"(?:\s+{A_NUMBER}{_ARE}[\w -]+?(?:,|,?\s+and\b))*"
    last = rf"\bof\s+{_OURS}{every}\s+{noun}\b[\w '’-]{{0,40}},?{others}\s+{some}{_ARE}(?:{words})\b".replace(
        "<part>", "<a>"
    ).replace("<whole>", "<b>")
    return re.compile(rf"{first}|{last}", re.IGNORECASE)


def _false(pack: Pack, passage: Passage, match: re.Match[str], figures: list[Figure]) -> Iterator[Share]:
    text = passage.unquoted
    if SOMEBODYS.search(text, 0, match.start()):
        return
    start, end = passage.sentence(match.start())
    part = value_of(match["part"] or match["a"])
    whole = match["whole"] or match["b"]
    own = [] if ELSEWHEN.search(text, start, end) else of_named_years(figures, text[start:end], pack)
    ratios = [figure.value for figure in own if isinstance(figure.value, Ratio)]
    if whole:
        ratios = [each for each in ratios if each.whole == value_of(whole)]
        is_false = part not in {each.part for each in ratios}
    else:
        is_false = part > max((each.part for each in ratios), default=part)
    if ratios and is_false:
        figure = next(each for each in own if each.value == ratios[0])
        yield Share(passage, match.start(), " ".join(match[0].split()), figure)
