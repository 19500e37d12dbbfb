"""How work stands at a day, which work is chosen, and which commitments were kept."""

from pathlib import Path

import pytest

from bscb_docs import check, list_standings
from bscb_docs.forms.asked_work import plan_forms
from bscb_docs.reading.folder import read_board
from bscb_docs.records import Action, Board, Choice, PartialDate, Period, Task, promises_of, standing_of

RECORDS = """\
# Organisation: Council
short name: C

# Organisation: Trust

# Body: Executive Board

# Body: Quality Group

# Status: Done
means: complete

Finished.

# Status: Good
means: in progress, on course

Goes on.

# Status: Bad
means: in progress, off course

Goes on badly.

# Plan: Plan

## Priority P1: Neglect

### Actions 2025-26

#### Action A1
owner: Council
due: June 2025

One.

#### Action A2
owner: Trust
supported by: Council
due: September 2025
moved: to December 2025, on 1 July 2025
moved: to May 2026, on 1 November 2025

Two.

## Priority P2: Schools
short title: Sch

### Actions 2025-26

#### Action A3
owner: Quality Group
due: June 2025

Three.

#### Action A4
owner: Trust
due: March 2026

Four.

# Task T1
body: Quality Group
owner: Trust
due: May 2025

Five.

# Updates Q1 2025-26
as at: 30 June 2025

## Update A1
status: Good
next: findings to the Executive Board, by July 2025
next: a second paper to the Executive Board, by August 2025
next: a third paper, by September 2025

One.

## Update A2
status: Bad

## Update A3
status: Done

# Updates Q2 2025-26
as at: 30 September 2025

## Update A1
status: Good
kept: findings, on 18 July 2025

One goes on.
"""

MEETINGS = "body,date,state,items\nExecutive Board,5 August 2025,held,A second paper to the Executive Board\n"


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """A small board in its second quarter, as at the end of it."""
    (tmp_path / "board.md").write_text(RECORDS, encoding="utf-8")
    (tmp_path / "meetings.csv").write_text(MEETINGS, encoding="utf-8")
    found = read_board(tmp_path)
    assert [str(finding) for finding in found.findings] == []
    return found.at(PartialDate.from_text("30 September 2025"))


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [
        (Choice(), ["A1", "A2", "A3", "A4"]),
        (Choice("overdue"), ["A1"]),
        (Choice("off course or overdue"), ["A1", "A2"]),
        (Choice("off course and slipped"), ["A2"]),
        (Choice("not on course"), ["A2"]),
        (Choice("slipped twice"), []),
        (Choice("not reported"), ["A4"]),
        (Choice("complete"), ["A3"]),
        (Choice("open", owner="c"), ["A1", "A2"]),
        (Choice(body="Quality Group"), ["A3"]),
        (Choice(priority="Sch"), ["A3", "A4"]),
        (Choice(priority="P1", owner="Trust"), ["A2"]),
    ],
)
def test_work_is_chosen_by_how_it_stands(board: Board, choice: Choice, chosen: list[str]) -> None:
    """By state, confidence, lateness, owner, body and priority, alone and together."""
    assert chosen == [standing.work.id for standing in choice.of(board, board.of(Action))]


def test_an_owner_is_chosen_by_each_name_that_a_card_may_give_it(tmp_path: Path) -> None:
    """Its former name leads to it from every card, and so it does from the register, the list and the forms."""
    former = RECORDS.replace("short name: C\n", "short name: C\nformerly: County Council, to May 2025\n", 1)
    (tmp_path / "board.md").write_text(former, encoding="utf-8")
    board = read_board(tmp_path)
    for name in ("Council", "county council"):
        chosen = Choice("open", owner=name).of(board, board.of(Action))
        assert [standing.work.id for standing in chosen] == ["A1", "A2"]
        listed = list_standings(board, "actions", Choice("open", owner=name))
        assert [work for work, *_ in listed] == ["A1", "A2"]
    asked_on = PartialDate.from_text("1 October 2025")
    forms = plan_forms(board, Period.from_text("Q2 2025-26"), asked_on, asked_on, "County Council")
    assert [form.owner.name for form in forms] == ["Council"]


def test_a_choice_of_something_unknown_is_refused() -> None:
    """The words that can stand there are named."""
    with pytest.raises(ValueError, match='"late" is no state, confidence or exception; write one of: open, overdue'):
        Choice("late")


def test_days_overdue_are_counted_from_the_last_day_of_the_deadline(board: Board) -> None:
    """From 30 June to 30 September are 92 days; what is finished is never overdue."""
    assert [standing_of(board, action).days_overdue for action in board.of(Action)] == [92, 0, 0, 0]


def test_a_task_stands_with_its_body(board: Board) -> None:
    """A work programme chooses by the body that a task is of."""
    assert [standing.work.id for standing in Choice("overdue", body="Quality Group").of(board, board.of(Task))] == [
        "T1"
    ]


def test_a_commitment_is_kept_by_a_later_update_or_a_meeting(board: Board) -> None:
    """By the words it began with; what nothing keeps is late when its date has passed."""
    promises = promises_of(board)
    day, later = board.as_at, PartialDate.from_text("1 October 2025")
    assert [(promise.is_kept, promise.is_late(day)) for promise in promises] == [
        (True, False),
        (True, False),
        (False, False),
    ]
    assert [promise.is_late(later) for promise in promises] == [False, False, True]
    assert [p.body.title if p.body else "" for p in promises] == ["Executive Board", "Executive Board", ""]


CARRIED_ON = """# Plan: P

## Priority P1: Schools

### Actions 2024-25

#### Action A1
became: A2

Ask each school.

### Actions 2025-26

#### Action A2

Ask each school again.

# Update A1
as at: 31 March 2025
next: a list of the schools, by May 2025

# Update A2
as at: 30 June 2025
kept: a list of the schools
"""


@pytest.mark.parametrize(("became", "is_kept"), [("became: A2\n", True), ("", False)])
def test_work_keeps_what_was_promised_of_the_work_that_it_carries_on(
    became: str, is_kept: bool, tmp_path: Path
) -> None:
    """An update of the new year keeps it; of other work it keeps nothing, and is told to."""
    (tmp_path / "board.md").write_text(CARRIED_ON.replace("became: A2\n", became), encoding="utf-8")
    board = read_board(tmp_path)
    assert [promise.is_kept for promise in promises_of(board)] == [is_kept]
    told = [finding.about for finding in check(board) if finding.code == "UPD-05"]
    assert told == ([] if is_kept else ["A2"])
