"""Deadlines told alike: every paper has the day that the next plan gives to work that is still to be done."""

import re
from pathlib import Path

import pytest

import bscb_docs

BOARD = """\
# Board: Sample Board

# Body: Executive Board

# Body: Training Group
kind: sub-group

# Status: Done
means: complete

# Status: Stuck
means: in progress, off course

# Plan: Plan
years: 2017-19

## Priority P1: Neglect

### Action P1-17-1: Training
years: 2017-18
owner: Training Group
due: December 2017
became: P1-18-1, because nobody has the time

Train the nurses.

### Action P1-17-2: Films
years: 2017-18
owner: Executive Board
due: 2017-18
became: P1-18-2
became: P1-18-3

Make a film.

### Action P1-18-1: Training
years: 2018-19
owner: Training Group
due: November 2018

Train the nurses.

### Action P1-18-2: One film
years: 2018-19
owner: Executive Board
due: early June 2018

Make a short film.

### Action P1-18-3: Other films
years: 2018-19
owner: Executive Board
due: March 2019

Make other films.

# Objective O17-1: Courses
action: P1-17-1
owner: Training Group
{due}
became: O18-1, on 15 March 2018

Hold two courses.

# Objective O18-1: Courses
action: P1-18-1
owner: Training Group
due: November 2018

Hold two courses.

# Review R1: Too late

## Recommendation G1: Courses for nurses
owner: Training Group
due: November 2018
response: accepted, on 1 February 2018
action: O18-1

Hold courses.

# Updates 2017-18
as at: 31 March 2018

## Update P1-17-1
status: Stuck

One course was held.

## Update P1-17-2
status: Stuck

It is not begun.

## Update O17-1
status: {status}

One course was held.

# Document paper: Paper
outline: {outline}
years: 2017-18
as at: {day}
{more}
"""
LATE = "December 2017, now November 2018"


def text_at(folder: Path, outline: str, day: str = "31 March 2018", status: str = "Stuck", **more: str) -> str:
    """The text of a paper at a day, without its lines and strong words."""
    typed = {"more": "", "due": "due: December 2017"} | more
    made = BOARD.format(outline=outline, day=day, status=status, **typed)
    (folder / "board.md").write_text(made, encoding="utf-8")
    board = bscb_docs.read_board(folder)
    text = bscb_docs.build(board, next(iter(bscb_docs.list_documents(board))).name).text
    return " ".join(re.sub("</?Strong>", "", text).split())


@pytest.mark.parametrize(
    ("outline", "more"),
    [
        ("overview-of-progress", ""),
        ("implementation-plan", ""),
        ("progress-report", "period: Q4 2017-18"),
        ("recommendations", ""),
        ("work-programme", "for each: sub-group"),
        ("business-improvement-plan", "section: priorities, years 2017-18"),
        ("accountability-report", "section: year-in-short"),
    ],
)
def test_a_day_that_the_next_plan_gives_stands_beside_the_one_that_passed(
    outline: str, more: str, tmp_path: Path
) -> None:
    """Whichever paper tells of the work has both days, in the same words."""
    assert LATE in text_at(tmp_path, outline, more=more)


def test_work_that_was_split_is_due_by_the_days_of_its_parts(tmp_path: Path) -> None:
    """Both parts of the action are open, and each has a day."""
    assert "Due: 2017-18, now early June 2018 and March 2019" in text_at(tmp_path, "overview-of-progress")


def test_a_paper_of_a_day_before_the_plan_knows_nothing_of_it(tmp_path: Path) -> None:
    """In December nobody had decided what the objective becomes."""
    assert "now November" not in text_at(tmp_path, "implementation-plan", day="31 December 2017")


def test_what_is_done_has_no_later_day(tmp_path: Path) -> None:
    """The objective is complete: its action alone has one, in the summary and where it stands."""
    assert text_at(tmp_path, "implementation-plan", status="Done").count(LATE) == 2


def test_a_move_with_the_next_plan_is_counted_beside_its_day(tmp_path: Path) -> None:
    """As the paper of what changed counts it: once in the year and once more with the plan."""
    moved = "due: June 2017\nmoved: to December 2017, on 1 May 2017"
    text = text_at(tmp_path, "accountability-report", more="section: year-in-short\nperiod: Q4 2017-18", due=moved)
    assert "now November 2018, moved once and once more with the plan of 2018-19)" in text
    plan = text_at(tmp_path, "implementation-plan", due=moved)
    assert "June 2017; moved once, by six months; moved once more with the plan of 2018-19" in plan
    assert "(deadline moved once and once more with the plan of 2018-19)" in plan


def test_what_is_carried_on_with_a_later_day_is_counted_besides(tmp_path: Path) -> None:
    """Its own deadline was not moved; a reader who counts the later days finds all of them."""
    report = text_at(tmp_path, "progress-report", more="period: Q4 2017-18")
    assert "Not moved, but carried on with a later day: two." in report
    told = "Not moved, but carried on with a later day: two (Courses; Films)"
    assert told in text_at(tmp_path, "implementation-plan")
