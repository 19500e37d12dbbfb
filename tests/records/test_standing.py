"""How an action stands and what it is called: told by the board alone, so the figures, rules and papers agree."""

from pathlib import Path

import pytest
from small_boards import board_of

from bscb_docs import Action, Board, Outcome, PartialDate, Priority, check, standing_of
from bscb_docs.api.board_lists import figures_of

PLAN = """# Plan: Our plan

## Priority P1: First

### Outcome P1-O1

Children are safe.

### Action A1
years: 2024-25
due: January 2025

The partners will train staff.

## Action A2
years: 2024-25

The partners will meet.

# Status: Done
means: complete

What was planned is done.

# Status: Open
means: in progress, off course

It goes on.
"""
REGISTER = "# Document paper: Paper\nas at: June 2025\nsection: progress-overview\nyears: 2024-25\n"
OPEN = "# Update A1\nperiod: 2024-25\nstatus: Open\n\nIt is late.\n"
DONE = "# Update A1\nperiod: 2025-26\nstatus: Done\n"


def board_with(folder: Path, updates: str) -> Board:
    """A board with two actions and those updates of the first."""
    return board_of(folder, REGISTER, plan=PLAN, updates=updates)


@pytest.mark.parametrize(
    ("updates", "is_overdue"), [("", True), (OPEN, True), (DONE, False), (f"{OPEN}\n{DONE}", False)]
)
def test_figures_and_rules_agree_on_what_is_overdue(updates: str, is_overdue: bool, tmp_path: Path) -> None:
    """The last update that is known counts, of whatever year: what was done a year later is not overdue."""
    board = board_with(tmp_path, updates)
    action = board.find(Action, "A1")
    assert action is not None
    assert standing_of(board.at(PartialDate.from_text("June 2025")), action).is_overdue is is_overdue
    assert figures_of(board)["actions-2024-25.overdue"].value == int(is_overdue)
    assert any(finding.code == "DUE-05" for finding in check(board)) is is_overdue


def test_a_part_of_a_plan_is_called_what_the_pack_prints(tmp_path: Path) -> None:
    """An action that stands under no priority is called by its number alone; an outcome has its priority's, too."""
    board = board_with(tmp_path, OPEN)
    called = [board.called(record) for kind in (Priority, Outcome, Action) for record in board.of(kind)]
    assert called == ["Priority 1", "Priority 1, outcome 1", "Priority 1, action 1", "action 1"]
    assert len(board.outcomes(board.priorities[0])) == len(board.of(Outcome)) == 1
