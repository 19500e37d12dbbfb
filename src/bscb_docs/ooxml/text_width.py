"""Text width: how wide words are on paper, told the same on every machine, whatever fonts it has.

The widths are those of Arial and of the fonts made to its measure. Of other fonts only how much wider or narrower they
run is known, so words in them are told a little wider than they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import add

_KEPT = 4096
_FIRST = 32
_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 "
    "278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 "
    "667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 "
    "556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 "
    "333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 "
    "667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 "
    "611 389 556 333 611 556 778 556 556 500 389 280 389 584"
)
"""Thousandths of the font's size from the space to the tilde, as the fonts' own tables have them."""
_WIDEST_LATIN, _SQUARE = 722, 1000
_WIDTHS = {
    bold: (*[_WIDEST_LATIN] * _FIRST, *map(int, line.split()), _WIDEST_LATIN)
    for bold, line in ((False, _REGULAR), (True, _BOLD))
}
"""By the number of each character of ASCII."""
"""For a letter with an accent, and for one of a script whose letters are as wide as they are high."""
_SIGNS = {
    **dict.fromkeys("\u00a0\u2018\u2019", 278),
    **dict.fromkeys("\u201c\u201d", 500),
    **dict.fromkeys("\u00a3\u2013", 556),
    **dict.fromkeys("\u2014\u2026", 1000),
}
"""For the space that ends no line and the signs of print that are nowhere near as wide as a letter, or wider."""
_OF_ARIAL = {"arial": 1.0, "helvetica": 1.0, "liberation sans": 1.0, "calibri": 0.92, "carlito": 0.92}
_OF_OTHERS = 1.2
"""How much wider than Arial the widest usual sans-serif font runs (Verdana)."""
_PARTS = re.compile(r"((?:[^\s-]+|\u00a0|(?<=\d)-(?=\d))+-*|-+)( ?)")
"""What stays on one line: a word, or a part of one up to its hyphen, years such as 2025-26, words with hard spaces; and
the space behind it."""


class Lettering:
    """A size in half-points, weight and font, which measure words in twips; words that come again are measured once."""

    def __init__(self, size: int, *, bold: bool = False, font: str = "Arial") -> None:
        self._size, self._widths, self._of_arial = size, _WIDTHS[bold], _OF_ARIAL.get(font.lower(), _OF_OTHERS)
        self.width = lru_cache(maxsize=_KEPT)(self._width)
        self.take_apart = lru_cache(maxsize=_KEPT)(self._take_apart)

    def _width(self, text: str) -> int:
        """The width of a text on one line."""
        thousandths = sum(map(self._widths.__getitem__, text.encode("ascii", "ignore")))
        if not text.isascii():
            thousandths += sum(_width_of(letter) for letter in text if letter > "\x7f")
        return round(thousandths * self._size / 100 * self._of_arial)

    def _take_apart(self, text: str) -> PartedText:
        """A text for which many widths are tried."""
        return take_apart_runs([(text, self)])


def _width_of(letter: str) -> int:
    """Thousandths of the font's size for a letter or sign that is not in ASCII."""
    return _SIGNS.get(letter) or (_WIDEST_LATIN if letter < "\u2e80" else _SQUARE)


def take_apart_runs(runs: Iterable[tuple[str, Lettering]]) -> PartedText:
    """A line of several letterings for which many widths are tried; a word may begin in one and end in another."""
    parts: list[int] = []
    spaces: list[int] = []
    is_open = False
    for text, lettering in runs:
        if parts and text.startswith(" "):
            spaces[-1] += lettering.width(" ")
            is_open = False
        for part, space in _PARTS.findall(text):
            if is_open:
                parts[-1] += lettering.width(part)
                spaces[-1] = lettering.width(space)
            else:
                parts.append(lettering.width(part))
                spaces.append(lettering.width(space))
            is_open = not space and not part.endswith("-")
    return PartedText(parts, spaces)


class PartedText:
    """A text as the widths of its parts that no line can break, and of the spaces behind these."""

    def __init__(self, parts: Sequence[int], spaces: Sequence[int]) -> None:
        self.longest = max(parts, default=0)
        self._starts = list(accumulate(map(add, parts, spaces), initial=0))
        self._ends = list(map(add, self._starts, parts))
        self.width = self._starts[-1]
        """On one line."""

    def lines(self, width: int) -> int:
        """The lines that it takes between edges that far apart, each filled with as many of its parts as it holds."""
        starts, ends = self._starts, self._ends
        if not ends or ends[-1] <= width:
            return 1
        lines = begun = 0
        while begun < len(ends):
            lines, begun = lines + 1, bisect_right(ends, starts[begun] + width, begun + 1)
        return lines
