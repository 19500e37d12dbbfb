"""A work programme: what of it is late, asked for and promised, why nothing is told, when it reports, and its head."""

from pathlib import Path

import pytest

import bscb_docs

BOARD = """\
# Board: Sample Board

# Person: Jo Example

# Body: Executive Board

# Body: Quality Group
reports to: Executive Board
meets: once a term
meetings planned: 3, in 2018-19

# Status: Stuck
means: in progress, off course

It cannot go on.

# Status: Done
means: complete

It is done.

# Action A1: Training
years: 2018-19
owner: Quality Group
due: March 2019

Train all.

# Objective O1: First course
action: A1
owner: Jo Example
due: June 2018
measure: It is held

Hold it.

# Task W1: Letters
body: Quality Group
years: 2018-19
due: {due}

Write them.

# Audit AU1: Absence
by: Quality Group
planned: Q1 2018-19

# Updates 2018-19
as at: 30 June 2018

## Update O1
status: {status}
next: rooms are booked, by July 2018

It waits.
{more}
# Document paper: Programme
body: Quality Group
outline: work-programme
years: 2018-19
as at: 30 June 2018
"""
MEETINGS = """\
body,date,state
Executive Board,10 April 2018,held
Executive Board,10 July 2018,planned
Executive Board,10 September 2018,planned
Quality Group,5 July 2018,planned
"""


def lines_of(folder: Path, more: str = "", due: str = "September 2018", status: str = "Stuck") -> list[str]:
    """The lines of the paper, without signs of stress."""
    (folder / "board.md").write_text(BOARD.format(more=more, due=due, status=status), encoding="utf-8")
    (folder / "meetings.csv").write_text(MEETINGS, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(folder), "paper").text
    return text.replace("<Strong>", "").replace("</Strong>", "").splitlines()


def test_what_is_late_asked_for_and_promised_stands_before_the_work(tmp_path: Path) -> None:
    """An objective of its action that another owns is its work too; of an audit the day is told that has come."""
    asked = "\n# Requests\n\n## Request O1\nnew deadline: May 2019\nby: Jo Example\non: 1 June 2018\n"
    lines = lines_of(tmp_path, asked)
    at = lines.index("heading 2 | What needs attention, and what is promised")
    assert lines[at + 1 : at + 5] == [
        "List Bullet | First course, action 1: Stuck; due by 30 June 2018 and not complete (Jo Example)",
        "List Bullet | First course: asked for a new deadline, May 2019 instead of June 2018",
        "List Bullet | July 2018: Rooms are booked.",
        "List Bullet | Absence: due by 30 June 2018 and not carried out",
    ]


def test_it_says_when_it_meets_when_it_reports_and_what_is_due_next(tmp_path: Path) -> None:
    """Meetings that were held before the day are past; what is due on the day is no longer next."""
    lines = lines_of(tmp_path)
    assert "List Bullet | Reports to: Executive Board; next meeting: 10 July 2018" in lines
    assert "List Bullet | Meets in 2018-19: once a term; meetings planned: three; next meeting: 5 July 2018" in lines
    assert "List Bullet | Next due: Letters, September 2018" in lines


def test_its_members_stand_in_its_head_and_a_cancelled_meeting_is_not_ahead(tmp_path: Path) -> None:
    """Those who are members at the day; a paper made later names no meeting that did not take place."""
    meetings = MEETINGS.replace("10 July 2018,planned", "10 July 2018,cancelled")
    members = "member: Jo Example, from April 2017\nmember: Al Sample, from April 2017, to May 2018\n"
    text = BOARD.replace("meets: once a term\n", f"meets: once a term\n{members}")
    text = text.replace("# Body: Executive Board", "# Person: Al Sample\n\n# Body: Executive Board")
    (tmp_path / "board.md").write_text(text.format(due="July 2018", status="Stuck", more=""), encoding="utf-8")
    (tmp_path / "meetings.csv").write_text(meetings, encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text.splitlines()
    assert "List Bullet | <Strong>Members: </Strong>Jo Example" in lines
    told = "List Bullet | <Strong>Reports to: </Strong>Executive Board; next meeting: 10 September 2018"
    assert told in lines


def test_a_programme_of_which_all_is_finished_says_so(tmp_path: Path) -> None:
    """In place of what is due next."""
    lines = lines_of(tmp_path, "\n## Update W1\nstatus: Done\n\nWritten.\n", status="Done")
    assert "List Bullet | Next due: nothing, for all its work is finished" in lines


def test_a_programme_in_which_nothing_needs_attention_says_so(tmp_path: Path) -> None:
    """A reader looks for it there, and finds no list where there is none."""
    is_calm = "What needs attention: </Strong>nothing, for no work is late, put off or off course"
    text = BOARD.format(due="July 2019", status="Done", more="").replace("next: rooms are booked, by July 2018\n", "")
    (tmp_path / "board.md").write_text(text.replace("planned: Q1 2018-19", "planned: Q4 2018-19"), encoding="utf-8")
    assert is_calm in bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    assert not any("nothing, for no work" in line for line in lines_of(tmp_path))


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("# Event: A day for parents\nbody: Quality Group\ndate: 4 July 2018\n", "A day for parents, 4 July 2018"),
        (
            "# Recommendation G1: Ask them\nowner: Quality Group\nmade by: Scrutiny\ndue: May 2019\n"
            "response: accepted, on 1 May 2018\n",
            "Ask them, May 2019",
        ),
    ],
    ids=["event", "recommendation"],
)
def test_all_is_not_finished_while_an_event_or_a_recommendation_is_to_come(
    more: str, told: str, tmp_path: Path
) -> None:
    """What the body holds, or what it accepted and has not done, is due next."""
    lines = lines_of(tmp_path, f"\n## Update W1\nstatus: Done\n\nWritten.\n\n{more}", status="Done")
    assert f"List Bullet | Next due: {told}" in lines


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("", "not asked for yet"),
        (
            "\n# Form F1\nowner: Quality Group\nperiod: Q1 2018-19\nasked on: 1 June 2018\nanswers by: 15 June 2018\n"
            "asks about: W1\n",
            "asked for by 15 June 2018",
        ),
    ],
    ids=["not asked", "asked"],
)
def test_work_without_an_update_says_whether_one_was_asked_for(form: str, told: str, tmp_path: Path) -> None:
    """After the words that say that there is none."""
    lines = lines_of(tmp_path, form)
    assert sum(f"Status: No update; {told}." in line for line in lines) == 1


@pytest.mark.parametrize("has_cover", [True, False])
def test_without_a_cover_the_board_and_the_draft_stand_above_the_heading(has_cover: bool, tmp_path: Path) -> None:
    """A short paper begins on its first page with what it is; one with a cover has that there, and once."""
    sections = "section: cover\nsection: work-programme\n" if has_cover else ""
    (tmp_path / "more.md").write_text("", encoding="utf-8")
    board = BOARD.format(more="", due="September 2018", status="Stuck") + sections
    (tmp_path / "board.md").write_text(board, encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text.splitlines()
    heading = next(line for line in lines if line.startswith("heading 1"))
    assert heading == ("heading 1 | Work programme 2018-19" if has_cover else "heading 1 | Programme")
    assert lines.count("Cover Board | Sample Board") == 1
    assert sum("DRAFT" in line for line in lines) == 1
