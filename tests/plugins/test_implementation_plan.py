"""The implementation plan: what it prints where some work has no objectives."""

from pathlib import Path

import pytest

import bscb_docs

PLAN = """\
# Plan: Business Plan
years: 2025-27

## Priority P1: Neglect

### Outcome P1-O1

It is seen.

### Actions 2025-26

#### Action P1-25-1

Write a strategy.

## Priority P2: Schools

### Outcome P2-O1

They are heard.

### Actions 2025-26

#### Action P2-25-1
due: March 2026

Ask them.

# Document plan: Implementation Plan
outline: implementation-plan
years: 2025-26
section: implementation-plan
"""
OBJECTIVE = """
# Objective O1
action: P1-25-1
due: June 2025
measure: It is signed

Draft the strategy.
"""


def text_of(folder: Path, objective: str) -> str:
    """The text of the paper."""
    (folder / "plan.md").write_text(PLAN + objective, encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), "plan").text


def test_a_priority_whose_actions_have_no_objectives_is_printed(tmp_path: Path) -> None:
    """With how many have no objectives, its actions and their deadlines; and it counts in the totals."""
    lines = text_of(tmp_path, OBJECTIVE).splitlines()
    from_second = lines[next(n for n, line in enumerate(lines) if line.startswith("heading 2") and "Schools" in line) :]
    assert from_second[1:] == [
        "Normal | One action has no objectives yet.",
        "heading 3 | Priority 2, action 1: Ask them",
        "Normal | <Strong>Due: </Strong>March 2026.",
    ]
    amounts = [line.rpartition(" | ")[2] for line in lines if line.startswith("[cell] Table Amount | ")]
    assert amounts == [*"11000", *"10000", *"21000"], "actions, objectives, complete, overdue, moved: P1, P2, all"


def test_a_year_without_any_objective_says_so(tmp_path: Path) -> None:
    """In one sentence; the business plan prints its actions."""
    assert text_of(tmp_path, "").splitlines() == [
        "heading 1 | Implementation plan 2025-26",
        "Normal | The plan for 2025-26 has two actions, and no objective yet.",
    ]


def test_an_objective_tells_what_it_serves_and_its_steps(tmp_path: Path) -> None:
    """With its measures, so that its words alone head the row; where it has neither, nothing stands there."""
    steps = "\n# Milestone: A first draft\nof: O1\ndue: May 2025\n"
    cells = [
        line.rpartition("[cell] ")[2]
        for objective in (OBJECTIVE, OBJECTIVE.replace("due:", "serves: P1-O1\ndue:") + steps)
        for line in text_of(tmp_path, objective).partition("It is signed")[2].partition("[end")[0].splitlines()[1:]
    ]
    assert cells == [
        "Table Text | <Strong>Serves: </Strong>outcome 1",
        "Table Text | <Strong>Milestones: </Strong>A first draft, by May 2025",
    ]


def test_an_objective_says_how_it_stands_and_which_outcome_it_serves(tmp_path: Path) -> None:
    """The outcome in full once, above; by its number in the row. Without an update nothing is said of how it stands."""
    status = "\n# Status: Going\nmeans: in progress, on course\n\nIt goes on.\n"
    update = "\n# Update O1\nas at: 1 June 2025\nstatus: Going\n\nSo far.\n"
    objective = OBJECTIVE.replace("measure:", "serves: P1-O1\nmeasure:")
    text = text_of(tmp_path, objective + status + update)
    assert text.count("It is seen.") == 1
    assert "Normal | <Strong>Outcome 1: </Strong>It is seen." in text
    assert "Table Text | <Strong>Serves: </Strong>outcome 1" in text
    assert "[cell] Table Text | June 2025\nTable Text | <Strong>Status: </Strong>Going\n" in text
    assert "Going" not in text_of(tmp_path, objective)


CHANGES = """\
# Organisation: Council

# Organisation: Health

# Organisation: Schools

# Milestone: Ten have signed
of: P1-25-1
due: May 2025
done on: 2 May 2025

# Document plan"""
OF_AN_ACTION = """\
owner: Council
supported by: Schools
changed owner: to Health, on 1 May 2025, because the post moved
due: June 2025
moved: to July 2025, on 1 June 2025

Write a strategy.
"""


@pytest.mark.parametrize("objective", [OBJECTIVE, ""], ids=["with an objective", "without any"])
def test_what_was_recorded_of_an_action_stands_below_its_heading(objective: str, tmp_path: Path) -> None:
    """Whose it was and is, and why; who supports it; its first deadline and its steps."""
    plan = PLAN.replace("# Document plan", CHANGES).replace("\nWrite a strategy.\n", OF_AN_ACTION)
    (tmp_path / "plan.md").write_text(plan + objective, encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "plan").text.splitlines()
    at = lines.index("heading 3 | Priority 1, action 1: Write a strategy")
    assert lines[at + 1 : at + 3] == [
        "Normal | <Strong>Owner: </Strong>Health. "
        "<Strong>Owner changed: </Strong>From Council to Health since 1 May 2025, because the post moved. "
        "<Strong>Supported by: </Strong>Schools. <Strong>Due: </Strong>July 2025. "
        "<Strong>First agreed: </Strong>June 2025; moved once.",
        "Normal | <Strong>Milestones: </Strong>Ten have signed, done on 2 May 2025",
    ]
