"""Alignment: which of two lists of passages became which, whatever the passages are."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from attrs import define, field

Pair = tuple[int | None, int | None]
"""Where a passage stood before and stands now, counted from 0; None where it is new, or gone."""
_ALIKE = 0.5
"""The share of words that two passages have in common at least where one is taken to have become the other."""

_MOST = 40_000
"""Pairs of passages that are looked at: where more are left, another text stands there altogether."""


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The passages that differ: changed, moved with the same words, new, or gone; in the order of the new list.

    Passages of the same words are one, first those that kept their order. Of the others those are one that are alike,
    first within one stretch between passages that stayed; then, where a stretch has as many old as new ones left, these
    in their order. As few as can be are taken to have moved. What is gone stands behind what stood before it.
    """
    pairing = _Pairing(old, new)
    stretches = pairing.same()
    pairing.moved()
    for before, now in stretches:
        pairing.alike(before, now)
    pairing.alike(range(len(old)), range(len(new)))
    for before, now in stretches:
        pairing.in_order(before, now)
    return pairing.differing()


def became(old: str, new: str) -> str:
    """What became of a passage, without a full stop: new where nothing stood there, gone where nothing stands now."""
    if not old:
        return f'"{new}" is new'
    if not new:
        return f'"{old}" is gone'
    return f'"{old}" stands in another place' if old == new else f'"{old}" is now "{new}"'


@define
class _Pairing:
    """The pairs found so far: by the place of the new passage, that of the old one."""

    old: Sequence[str]
    new: Sequence[str]
    came_from: dict[int, int] = field(factory=dict)
    taken: set[int] = field(factory=set)

    def same(self) -> list[tuple[range, range]]:
        """Pairs passages that stayed; gives the stretches between them."""
        stretches = []
        for tag, a, b, c, d in SequenceMatcher(None, self.old, self.new, autojunk=False).get_opcodes():
            if tag == "equal":
                for n in range(b - a):
                    self.pair(a + n, c + n)
            else:
                stretches.append((range(a, b), range(c, d)))
        return stretches

    def pair(self, was: int, now: int) -> None:
        self.came_from[now] = was
        self.taken.add(was)

    def left(self, before: range, now: range) -> tuple[list[int], list[int]]:
        """What is not paired yet of a stretch."""
        return [at for at in before if at not in self.taken], [at for at in now if at not in self.came_from]

    def moved(self) -> None:
        """Pairs passages that stand, word for word, in another place."""
        before, now = self.left(range(len(self.old)), range(len(self.new)))
        places: dict[str, list[int]] = {}
        for at in before:
            places.setdefault(self.old[at], []).append(at)
        for at in now:
            if places.get(self.new[at]):
                self.pair(places[self.new[at]].pop(0), at)

    def alike(self, before: range, now: range) -> None:
        """Pairs passages of a stretch that have half of their words in common."""
        left, fresh = self.left(before, now)
        for at in fresh if len(left) * len(fresh) <= _MOST else ():
            like = (was for was in left if was not in self.taken and is_like(self.old[was], self.new[at]))
            if (was := next(like, None)) is not None:
                self.pair(was, at)

    def in_order(self, before: range, now: range) -> None:
        """Pairs what is left of a stretch, where as many old ones are left as new ones."""
        was, at = self.left(before, now)
        if len(was) == len(at):
            for each in zip(was, at, strict=True):
                self.pair(*each)

    def differing(self) -> list[Pair]:
        """All pairs whose words differ or whose place does, and what is new or gone."""
        stayed = _longest_rising([self.came_from[now] for now in sorted(self.came_from)])
        found: list[Pair] = list(self._gone_behind(-1))
        for now in range(len(self.new)):
            was = self.came_from.get(now)
            if was is None or self.old[was] != self.new[now] or was not in stayed:
                found.append((was, now))
            if was is not None:
                found += self._gone_behind(was)
        return found

    def _gone_behind(self, was: int) -> Iterator[Pair]:
        """The passages that are gone, from the one behind that place to the next that is not."""
        at = was + 1
        while at < len(self.old) and at not in self.taken:
            yield at, None
            at += 1


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The most of the numbers, none of which is twice, that can be kept so that each is larger than the one before."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        before[number] = tails[at - 1] if at else None
        tails[at : at + 1] = [number]
    kept: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def is_like(old: str, new: str) -> bool:
    """True where one passage may have become the other: half of their words are the same, in one order."""
    matcher = SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)  # the cheap ones tell most apart
    return all(bound() >= _ALIKE for bound in bounds)
