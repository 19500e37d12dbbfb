"""Alignment: which of two lists of passages became which, whatever the passages are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int | None, int | None]
"""Where a passage stood before and stands now, counted from 0; None where it is new, or gone."""
_ALIKE = 0.5
"""The share of words that two passages have in common at least where one is taken to have become the other."""


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The passages that differ: changed, moved with the same words, new, or gone; in the order of the new list.

    Between two passages that stayed, as many old as new ones became each other in their order; where there are more of
    one side, those did that are alike. What is gone stands where it would have stood.
    """
    places = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [(range(a, b), range(c, d)) for tag, a, b, c, d in places if tag != "equal"]
    moved = _moved(old, new, changed)
    away = {was for was, _ in moved}
    found: list[Pair] = []
    for before, now in changed:
        found += _paired([at for at in before if at not in away], list(now), old, new, {at: was for was, at in moved})
    return found


def _moved(old: Sequence[str], new: Sequence[str], changed: Sequence[tuple[range, range]]) -> list[tuple[int, int]]:
    """Passages that stand, word for word, in another place."""
    free: dict[str, list[int]] = {}
    for before, _ in changed:
        for at in before:
            free.setdefault(old[at], []).append(at)
    return [(free[new[at]].pop(0), at) for _, now in changed for at in now if free.get(new[at])]


def _paired(
    before: list[int], now: list[int], old: Sequence[str], new: Sequence[str], moved: dict[int, int]
) -> Iterator[Pair]:
    in_place = [at for at in now if at not in moved]
    same_number = len(before) == len(in_place)
    for at in now:
        if at in moved:
            yield moved[at], at
            continue
        like = next((was for was in before if same_number or is_like(old[was], new[at])), None)
        if like is None:
            yield None, at
            continue
        stop = before.index(like)
        yield from ((was, None) for was in before[:stop])
        del before[: stop + 1]
        yield like, at
    yield from ((was, None) for was in before)


def is_like(old: str, new: str) -> bool:
    """True where one passage may have become the other: half of their words are the same, in one order."""
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio() >= _ALIKE
