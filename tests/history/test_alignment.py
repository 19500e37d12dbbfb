"""Which passage became which: a case for each thing that can happen to one, and whatever happens to all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bscb_docs.history.alignment import aligned

OLD = ["one two three four", "five six seven eight", "nine ten eleven twelve", "red green blue white"]
CASES: dict[str, tuple[list[str], list[tuple[int | None, int | None]]]] = {
    "nothing": (OLD, []),
    "changed": (["one two three FOUR", *OLD[1:]], [(0, 0)]),
    "changed altogether": (["x", *OLD[1:]], [(0, 0)]),
    "new": ([OLD[0], "x", *OLD[1:]], [(None, 1)]),
    "gone at the start": (OLD[1:], [(0, None)]),
    "gone at the end": (OLD[:-1], [(3, None)]),
    "moved down": ([*OLD[1:3], OLD[0], OLD[3]], [(0, 2)]),
    "moved up": ([OLD[3], *OLD[:3]], [(3, 0)]),
    "moved over two that changed": (
        ["five six seven EIGHT", "nine ten eleven TWELVE", OLD[0], OLD[3]],
        [(1, 0), (2, 1), (0, 2)],
    ),
    "one changed and one new": (["one two three FOUR", "x", *OLD[1:]], [(0, 0), (None, 1)]),
    "one gone and one changed": (["five six seven EIGHT", *OLD[2:]], [(0, None), (1, 0)]),
    "all gone": ([], [(0, None), (1, None), (2, None), (3, None)]),
}


@pytest.mark.parametrize(("new", "found"), CASES.values(), ids=list(CASES))
def test_what_became_of_passages(new: list[str], found: list[tuple[int | None, int | None]]) -> None:
    """As a person would say it."""
    assert sorted(aligned(OLD, new), key=str) == sorted(found, key=str)


@given(st.lists(st.sampled_from(["a b", "a c", "d e", "f"])), st.lists(st.sampled_from(["a b", "a c", "d e", "f"])))
def test_every_passage_is_told_once_or_stayed(old: list[str], new: list[str]) -> None:
    """None is told twice; what is not told stands in both with the same words, in the same order."""
    found = aligned(old, new)
    before = [was for was, _ in found if was is not None]
    now = [at for _, at in found if at is not None]
    assert len(set(before)) == len(before)
    assert len(set(now)) == len(now)
    assert [w for at, w in enumerate(old) if at not in before] == [w for at, w in enumerate(new) if at not in now]
