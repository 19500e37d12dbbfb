"""Columns: a table's width shared so that no word is cut in two, the rest to the columns with more to say."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import permutations

CELL_MARGINS = 240
"""Twips that a cell of the house's tables keeps free at its sides, and a little more."""
_STEPS = 4, 8, 16, 32, 64
"""Parts of a table's width that move from a column to another at a time."""
_OTHERS = 0.1
"""What the height of every cell counts beside that of the highest in its row: where two are the highest, widening one
of them alone is the first step to a lower row."""


def share_width(width: int, least: Sequence[int], wishes: Sequence[int]) -> list[int]:
    """Widths in twips that add up to `width`: each column at least as wide as it must be, the rest by its wishes.

    Where even the least does not fit, each column gets its part of what there is.
    """
    needed = sum(least)
    if needed > width:
        shares = [width * need // needed for need in least]
    else:
        spare, wished = width - needed, sum(wishes) or 1
        shares = [need + spare * wish // wished for need, wish in zip(least, wishes, strict=True)]
    shares[-1] += width - sum(shares)
    return shares


def even_share(width: int, wishes: Sequence[int]) -> int:
    """The width that each column may have at most, where all that wish for less than others leave them the rest."""
    share = width
    for number, wish in enumerate(sorted(wishes)):
        share = width // (len(wishes) - number)
        if wish > share:
            break
        width -= wish
    return share


def lowest(widths: Sequence[int], least: Sequence[int], heights: Callable[[int, int], Sequence[float]]) -> list[int]:
    """Widths in twips of the same sum that make the table as low as it gets; no column is narrower than it must be.

    `heights` are those of the cells of a column, given by its number, at a width. Width moves step by step, first in
    large steps and then in small ones, between the two columns where that makes the table the lowest, until no step
    does. A table that no step makes lower keeps its widths.
    """
    known = cache(heights)
    total = cache(lambda number, width: sum(known(number, width)))

    def height(widths: Sequence[int]) -> float:
        cells = list(map(known, range(len(widths)), widths))
        highest: Iterable[float] = map(max, *cells) if len(cells) > 1 else cells[0]
        return sum(highest) + _OTHERS * sum(map(total, range(len(widths)), widths))

    def moves(step: int) -> Iterator[list[int]]:
        """The widths with up to a step's width moved from each column to each other whose cells it makes lower."""
        for giver, taker in permutations(range(len(best)), 2):
            twips = min(step, best[giver] - least[giver])
            if twips > 0 and known(taker, best[taker] + twips) != known(taker, best[taker]):
                moved = list(best)
                moved[giver] -= twips
                moved[taker] += twips
                yield moved

    best = list(widths)
    for part in _STEPS:
        step = sum(best) // part
        while height(lower := min(moves(step), key=height, default=best)) < height(best):
            best = lower
    return best


def widen(widths: Sequence[int], least: Sequence[int]) -> list[int]:
    """The widths that a template's author set, changed only where a column is narrower than its longest word.

    What such a column lacks is taken from those that have more than they must, in proportion to what they can spare.
    """
    lacking = sum(max(need - width, 0) for width, need in zip(widths, least, strict=True))
    spare = [max(width - need, 0) for width, need in zip(widths, least, strict=True)]
    if not lacking:
        return list(widths)
    if lacking > sum(spare):
        return share_width(sum(widths), least, least)
    changed = [
        need if width < need else width - -(-lacking * free // sum(spare))
        for width, need, free in zip(widths, least, spare, strict=True)
    ]
    changed[max(range(len(changed)), key=spare.__getitem__)] += sum(widths) - sum(changed)
    return changed
