"""The overview of progress: what it says became of an action, of a closed year and of the current one."""

from __future__ import annotations

from pathlib import Path

import pytest

import bscb_docs

PLAN = """\
# Plan: Business Plan
years: 2017-19

## Priority P1: Early help

### Actions 2017-18

#### Action P1-17-1
became: P1-18-1

Write a strategy.

#### Action P1-17-2

Ask the schools.

### Actions 2018-19

#### Action P1-18-1

Review the strategy.

#### Action P1-18-2
became: ended, because the schools do it now

Ask the pupils.

# Document overview-of-progress: Overview of Progress
section: progress-overview, years {years}
"""


@pytest.mark.parametrize(
    ("years", "counted", "rows"),
    [
        (
            "2017-18",
            ["Carried on in 2018-19: one action", "What became of them not recorded: one action"],
            ["Now Priority 1, action 1", "Nothing says what it became."],
        ),
        (
            "2018-19",
            ["In the current plan: one action", "Ended: one action"],
            ["In the current plan.", "Ended: the schools do it now."],
        ),
    ],
)
def test_only_a_closed_year_can_lack_an_answer(years: str, counted: list[str], rows: list[str], tmp_path: Path) -> None:
    """An action of the latest years is in the plan, unless something says that it ended."""
    (tmp_path / "plan.md").write_text(PLAN.replace("{years}", years), encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "overview-of-progress").text
    words = [line.partition(" | ")[2].replace("<Strong>", "").replace("</Strong>", "") for line in text.splitlines()]
    assert counted == [line for line in words if line in counted]
    assert rows == [line for line in words if line in rows]
