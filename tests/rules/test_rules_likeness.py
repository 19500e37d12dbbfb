"""Likeness: what two wordings share, as rapidfuzz has it, and asked of it only where letters leave it open."""

import subprocess
import sys

import pytest
from folders import EXAMPLES
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from bscb_docs.rules.english.likeness import is_alike, is_slip

BIRMINGHAM = EXAMPLES / "birmingham"
WORDS = st.text("abcd '", max_size=12)


@given(WORDS, WORDS, st.sampled_from([60, 80, 88, 100]))
def test_two_wordings_are_alike_where_rapidfuzz_says_so(words: str, other: str, least: int) -> None:
    """The letters rule out only what could never be alike."""
    assert is_alike(words, other, least) is (fuzz.ratio(words, other) >= least)


@given(WORDS, WORDS, st.integers(0, 3))
def test_a_slip_is_what_rapidfuzz_counts(wanted: str, typed: str, slips: int) -> None:
    """Letters left out, put in, changed or swapped."""
    assert is_slip(wanted, typed, slips) is (DamerauLevenshtein.distance(wanted, typed) <= slips)


@pytest.mark.parametrize(
    ("wanted", "typed", "slips", "expected"),
    [("safeguarding", "safegaurding", 1, True), ("health", "wealth", 1, True), ("health", "welfare", 2, False)],
)
def test_a_slip_of_the_finger_is_told_from_another_word(wanted: str, typed: str, slips: int, *, expected: bool) -> None:
    """Two letters swapped are one slip."""
    assert is_slip(wanted, typed, slips) is expected


@pytest.mark.slow
def test_a_board_without_near_names_needs_no_rapidfuzz() -> None:
    """Importing it costs as much as a quarter of all the rules."""
    code = (
        "import sys, bscb_docs; "
        f"bscb_docs.check(bscb_docs.read_board({str(BIRMINGHAM)!r})); "
        "print('rapidfuzz' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
