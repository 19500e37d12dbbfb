"""A small board with open work of every kind, whose owners can be asked by form."""

from pathlib import Path

import bscb_docs
from bscb_docs import Board, FormFile, PartialDate, Period

PERIOD = Period.from_text("Q3 2025-26")
TITLE = "Sample Partnership"
FILES = {
    "people.md": """# Board: {title}

# Organisation: Sample Council
short name: Council

# Organisation: Example Trust

# Body: Learning Group
kind: sub-group

# Body: Executive Board

# Status: Delivered
means: complete

The work is finished, and the owner can show it.

# Status: On track
means: in progress, on course

The work has begun and is expected by its due date.

# Status: Slipping
means: in progress, at risk

Its due date will be missed unless something changes.

# Status: Stuck
means: in progress, off course

It cannot go on until somebody takes a decision.
""",
    "plan.md": """# Plan: Business Plan
years: 2025-27

## Priority P1: Learning

### Outcome P1-O1

What is learnt changes practice.

### Actions 2025-26

#### Action P1-25-1: Follow up training
owner: Learning Group
due: September 2025
moved: to December 2025, on 3 July 2025, by Executive Board, because nobody had the time
serves: P1-O1

Find out, three months after each course, whether training changed practice.

##### Objective O1
owner: Learning Group
due: January 2026
measure: A bulletin is published

Tell practitioners what good use of the tool looks like.

##### Objective O2
owner: Learning Group
due: December 2025
measure: A questionnaire was tried

Try a short questionnaire.

##### Objective O3
owner: Learning Group
due: March 2026
measure: M1
measure: M2

Ask everybody who took a course what they do differently.

#### Action P1-25-2
owner: Sample Council
supported by: Example Trust
due: March 2026
serves: P1-O1

Agree one shared budget.
""",
    "work.md": """# Measure M1: Answers to the follow-up
unit: people
target: 50%
target by: December 2025

# Measure M2: Courses

# Task T1
body: Learning Group
owner: Learning Group
due: Q4 2025-26
years: 2025-26

Hold a day of learning.

# Updates Q2 2025-26
as at: 30 September 2025

## Update O1
status: On track
by: Learning Group
next: the bulletin to the Executive Board, by January 2026

The words are agreed.
""",
}


def write_board(folder: Path, title: str = TITLE) -> Board:
    """The board, its files written into a new folder."""
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text.replace("{title}", title), encoding="utf-8")
    return bscb_docs.read_board(folder)


def ask_group(board: Board, out: Path, day: str = "") -> tuple[Board, FormFile]:
    """The board once the Learning Group was asked about its five pieces of work, and its form."""
    on = PartialDate.from_text(day) if day else None
    form = bscb_docs.ask(board, PERIOD, out, owner="Learning Group", asked_on=on)[0]
    return bscb_docs.read_board(str(board.folder)), form
