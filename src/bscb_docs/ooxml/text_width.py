"""Text width: how wide words are on paper, told the same on every machine, whatever fonts it has.

The widths are those of Arial and of the fonts made to its measure. Of other fonts only how much wider or narrower they
run is known, so words in them are told a little wider than they are.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache

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
_OF_ARIAL = {"arial": 1.0, "helvetica": 1.0, "liberation sans": 1.0, "calibri": 0.92, "carlito": 0.92}
_OF_OTHERS = 1.2
"""How much wider than Arial the widest usual sans-serif font runs (Verdana)."""
_BREAKS = re.compile(r"(?:[^\s-]|\u00a0|(?<=\d)-(?=\d))+-*|-+")
"""What stays on one line: a word, or a part of one up to its hyphen, years such as 2025-26, words with hard spaces."""


@lru_cache(maxsize=4096)
def text_width(text: str, size: int, *, bold: bool = False, font: str = "Arial") -> int:
    """The width of a text on one line, in twips; `size` is the font's in half-points, as Word keeps it."""
    widths = _WIDTHS[bold]
    thousandths = sum(map(widths.__getitem__, text.encode("ascii", "ignore")))
    if not text.isascii():
        thousandths += sum(_WIDEST_LATIN if letter < "\u2e80" else _SQUARE for letter in text if letter > "\x7f")
    return round(thousandths * size / 100 * _OF_ARIAL.get(font.lower(), _OF_OTHERS))


def widest(text: str, size: int) -> int:
    """What no text of that many characters exceeds in Arial, without a look at one of them."""
    return len(text) * size * _SQUARE // 100


def longest_part(text: str, size: int, *, bold: bool = False, font: str = "Arial") -> int:
    """The width in twips of the longest part of a text that no line can break."""
    parts = set(_BREAKS.findall(text))
    return max((text_width(part, size, bold=bold, font=font) for part in parts), default=0)


def lines_within(text: str, width: int, size: int, *, bold: bool = False, font: str = "Arial") -> int:
    """The lines that a text takes between edges that far apart, each filled with as many of its parts as it holds."""
    return lines_of(text, size, bold=bold, font=font)(width)


@lru_cache(maxsize=4096)
def lines_of(text: str, size: int, *, bold: bool = False, font: str = "Arial") -> Callable[[int], int]:
    """`lines_within` as a function of the width, for a text that is tried at many: it is taken apart once."""
    space = text_width(" ", size, bold=bold, font=font)
    starts, ends, used = [], [], 0
    for part in _BREAKS.finditer(text):
        starts.append(used)
        ends.append(used := used + text_width(part[0], size, bold=bold, font=font))
        used += space * (text[part.end() : part.end() + 1] == " ")

    def lines_at(width: int) -> int:
        lines = begun = 0
        while begun < len(ends):
            lines, begun = lines + 1, bisect_right(ends, starts[begun] + width, begun + 1)
        return max(lines, 1)

    return lines_at
