"""What changed between two years of a plan, in words and in counts that add up."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import EXAMPLES

import bscb_docs


@pytest.mark.parametrize(
    ("board", "lead"),
    [
        (
            "birmingham",
            "The plan of 2017-18 had 13 actions: nine are carried on (seven of them reworded), one is split into two "
            "and three ended. Five are new, so that the plan of 2018-19 has 16.",
        ),
        (
            "harrowmere",
            "The plan of 2025-26 had 10 actions: five are carried on (three of them reworded), two are split into four "
            "and three ended. Eight are new, so that the plan of 2026-27 has 17.",
        ),
    ],
)
def test_the_counts_of_two_years_add_up(board: str, lead: str) -> None:
    """Each action of last year is counted once, and each of this year is carried on or new."""
    text = bscb_docs.build(bscb_docs.read_board(EXAMPLES / board), "what-changed").text
    assert f"Normal | {lead}" in text.splitlines()


BOARD = """\
# Organisation: Council

# Plan: Plan

## Priority P1: Neglect

### Actions 2024-25

#### Action A1
became: B1, reworded

Review the old strategy with families.

#### Action A2
became: B2

Count files.

#### Action A3
became: B2

Read files.

#### Action A4

Ask schools.

#### Action A5
due: June 2024
moved: to March 2025, on 1 May 2024, because staff were ill
became: ended, because it was done

Print a leaflet.

### Actions 2025-26

#### Action B1

Write the strategy with families and schools.

#### Action B2

Count and read files.

#### Action B3
owner: Council
due: March 2026

Train staff.
"""


def test_words_merges_and_silence_are_told(tmp_path: Path) -> None:
    """What was reworded, what two became together, what nobody said, what is new, and a deadline that moved."""
    (tmp_path / "plan.md").write_text(BOARD, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    for words in (
        "had five actions: one is carried on (one of them reworded), two are merged into one, one ended and of one",
        "“Review” became “Write”",
        "“old” was left out",
        "“families.” became “families and schools.”",
        "Merged with another action",
        "Said nothing of",
        "It was done",
        "First agreed: June 2024; moved once",
        "To March 2025: staff were ill",
        "Train staff.",
    ):
        assert words in text
