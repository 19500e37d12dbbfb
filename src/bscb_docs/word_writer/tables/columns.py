"""Columns: a table's width shared so that no word is cut in two, the rest to the columns with more to say."""

from collections.abc import Sequence

CELL_MARGINS = 240
"""Twips that a cell of the house's tables keeps free at its sides, and a little more."""


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


def weigh(width: int, least: Sequence[int], most: Sequence[int], said: Sequence[float]) -> list[int]:
    """Widths in twips that add up to `width`, in proportion to what is said in each column.

    None is narrower than it must be, nor wider than its longest line while another could use the room.
    """

    def shares(scale: float) -> list[int]:
        return [max(need, min(top, int(scale * part))) for need, top, part in zip(least, most, said, strict=True)]

    low, high = 0.0, width / max(min(said), 1)
    while high - low > high / width:
        middle = (low + high) / 2
        low, high = (low, middle) if sum(shares(middle)) > width else (middle, high)
    return share_width(width, shares(low), least)


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
