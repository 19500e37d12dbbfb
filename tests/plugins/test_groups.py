"""What is recorded of groups, and of what the board did, stands on paper."""

from pathlib import Path

import pytest
from programs import require_module

import bscb_docs

BOARD = """\
# Board: Example Board

# Organisation: Sample Council

# Organisation: Other Council

# Person: Jo Example

# Body: Executive
kind: executive

# Body: Learning Group
kind: sub-group
reports to: Executive
chair: Jo Example, from April 2017
member: Sample Council, from April 2017
meetings planned: 3, in 2017-18
member: Jo Example, from April 2016, to March 2017
meets: every two months

It looks at what can be learned.

# Body: Task Group
reports to: Executive
chair: Jo Example, from May 2017, to December 2017
from: May 2017
to: December 2017

# Body: Old Panel
to: March 2017

# Body: Regional Forum
kind: external

# Meeting
body: Learning Group
date: 3 May 2017
state: held
attended: Sample Council

# Meeting
body: Learning Group
date: 3 September 2017
state: held
attended: Other Council

# Meeting
body: Learning Group
date: 3 January 2018
state: cancelled

# Visit: The back desk
date: July 2017

# Visit: The front desk
by: Jo Example
to: Sample Council
date: June 2017

Calls were answered.

# Event: Conference
date: June 2016

# Review R17-1: A review
published: May 2017
theme: neglect
theme: listening

It looked at one family.

# Review R17-2: Another review
published: June 2017

It looked at a school.

# Bulletin B17-1: What to ask
published: 1 July 2017
draws on: R17-1
draws on: A17-1
theme: neglect

Ask who else lives there.

# Bulletin B17-2: By itself

It draws on nothing.

# Audit A17-1: Audit of records
planned: Q2 2017-18
carried out: Q3 2017-18
finding: Half of them are late
action: P1-17-1

# Recommendation G17-1: Ask the neighbours
of: R17-1
owner: Sample Council
due: June 2018
response: accepted in part, on 1 June 2017, because some have none

# Recommendation G17-2: Ask the school
of: R17-1
owner: Sample Council
response: not accepted, on 1 June 2017, because it is asked

# Status: Going
means: in progress, on course

# Updates 2017-18
as at: 31 March 2018

## Update G17-1
status: Going

Half were asked.

# Plan: Plan
years: 2017-18

## Priority P1: Records

### Action P1-17-1: Records in time
years: 2017-18
owner: Sample Council
due: May 2018

Write records.

# Document report: Report
years: 2017-18
as at: March 2018
section: {section}
"""


def words(folder: Path, section: str, records: str = BOARD) -> list[str]:
    """The lines of a document of that section alone, without the marks of stress."""
    folder.mkdir(exist_ok=True)
    (folder / "board.md").write_text(records.replace("{section}", section), encoding="utf-8")
    board = bscb_docs.read_board(folder)
    assert [finding for finding in board.findings if finding.stops] == []
    text = bscb_docs.build(board, "report").text.replace("<Strong>", "").replace("</Strong>", "")
    return [line.rstrip() for line in text.splitlines()]


def test_a_group_says_what_it_is_for_and_who_is_in_it(tmp_path: Path) -> None:
    """Its own groups at its day, or ended in its years, with who was in them then; a forum of others is none.

    Each has a row with its meetings and seats, and the words in front say which met less often than planned.
    """
    lines = words(tmp_path, "our-groups")
    assert [line for line in lines if line.startswith(("heading", "Normal"))] == [
        "heading 1 | Our groups",
        "Normal | One group held two meetings in 2017-18, of three planned. Fewer than planned: Learning Group (2 of "
        "3). 2 of 3 (67%) seats were filled at the meetings of which it is recorded who came.",
        "heading 2 | What each group is for",
        "Normal | Learning Group: It looks at what can be learned. Members: Sample Council. Reports to: Executive. "
        "Meets: every two months.",
        "Normal | Task Group. Reports to: Executive.",
    ]
    assert [line.partition(" | ")[2] for line in lines if line.startswith("[cell]")][4:] == [
        *("Executive", "Not recorded", "Not recorded", "Not recorded"),
        *("Learning Group", "Jo Example", "2 of 3", "2 of 3 (67%)"),
        *("Task Group (ended December 2017)", "Jo Example", "Not recorded", "Not recorded"),
    ]


def test_what_was_learned_is_told_with_what_came_of_it(tmp_path: Path) -> None:
    """Of the document's years each review and audit with its bulletins, recommendations and work, then the visits.

    A bulletin of two stands once in full; a review or visit of which nothing was found on record says so.
    """
    assert words(tmp_path, "what-we-did") == [
        "heading 1 | What we reviewed, visited and held",
        "Normal | Two reviews and one audit, with what was found and what came of it. Recommendations made in them: "
        "one going and one not accepted.",
        "heading 2 | A review",
        "Normal | It looked at one family. Published: May 2017. Themes: neglect and listening.",
        "List Bullet | Taught in a bulletin: What to ask, 1 July 2017: Ask who else lives there.",
        "List Bullet | Asked: Ask the neighbours: Going (Sample Council, due June 2018); accepted in part, because "
        "some have none. Half were asked.",
        "List Bullet | Asked: Ask the school: not accepted, because it is asked",
        "heading 2 | Another review",
        "Normal | It looked at a school. Published: June 2017. No recommendation and no bulletin of it is recorded.",
        "heading 2 | Audit of records",
        "Normal | Carried out: Q3 2017-18 (later than planned).",
        "List Bullet | Found: Half of them are late",
        "List Bullet | Taught in a bulletin: What to ask, 1 July 2017, on neglect",
        "List Bullet | Led to: Priority 1, action 1 (Records in time): Sample Council, due May 2018",
        "heading 2 | Bulletins",
        "List Bullet | By itself. It draws on nothing.",
        "heading 2 | Visits",
        "Normal | What was found is not recorded for one of the two.",
        "List Bullet | The back desk, July 2017",
        "List Bullet | The front desk, June 2017, by Jo Example, to Sample Council. Calls were answered.",
    ]


def test_colleagues_who_came_to_look_are_counted_as_a_peer_review(tmp_path: Path) -> None:
    """One follows under that name, and no inspection."""
    kept = "# Document d: D\nsection: what-we-did\n\n# Inspections\n\n## Inspection: Peer review of the hub\n\n"
    (tmp_path / "kept.md").write_text(f"{kept}## Inspection: School inspections\n", encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "d").text.splitlines()
    assert "Normal | One inspection and one peer review, with what was found." in lines


def test_a_group_that_ended_in_the_years_of_the_paper_stands_with_those_to_whom_it_reported(tmp_path: Path) -> None:
    """With when it ended; one that had ended before is left out."""
    require_module("matplotlib", "matplotlib")
    told = "Below Executive: Learning Group; Task Group (ended December 2017).]"
    assert [line.endswith(told) for line in words(tmp_path, "our-structure") if line.startswith("Picture")] == [True]


def test_a_group_says_what_it_carried_out(tmp_path: Path) -> None:
    """Its own work of the years that is complete, then what was reported and is not; and where courses are told."""
    done = """
# Status: Done
means: complete

# Action D1: Bulletin
priority: P1
years: 2017-18
owner: Learning Group

# Objective D2: First page
action: D1
owner: Learning Group

# Task D3: Letters
body: Learning Group
years: 2017-18

# Task D4: Calls
body: Learning Group
years: 2017-18

# Task D5: Visits
body: Learning Group
years: 2017-18
due: March 2018

# Action D6: Lessons
priority: P1
years: 2017-18
due: March 2018
owner: Learning Group

# Task D7: Film
body: Learning Group
years: 2017-18
due: March 2018
serves: D6

# Status: Slow
means: in progress, at risk

# Updates Q4 2017-18
as at: 31 March 2018

## Update D5
status: Slow

It goes on.

## Update D6
status: Slow

They go on.

## Update D7
status: Slow

It is being made.
"""
    updates = "".join(f"\n## Update {name}\nstatus: Done\n\nIt is done.\n" for name in ("D1", "D2", "D3"))
    paper = "\n# Document yearly: Yearly Report\nyears: 2017-18\nsection: courses\n"
    (tmp_path / "done.md").write_text(done + updates + paper, encoding="utf-8")
    told = [line for line in words(tmp_path, "our-groups") if line.startswith("Normal")]
    assert told[0].endswith("it is recorded who came. Who took which course stands in: Yearly Report.")
    assert told[1].endswith(
        "Carried out in 2017-18: Bulletin; Letters. Not carried out: Lessons (Slow, due March 2018); Visits (Slow, due "
        "March 2018); Film (Slow, due March 2018)."
    )
    assert told[2] == "Normal | Task Group. Reports to: Executive."


@pytest.mark.parametrize("is_first", [True, False], ids=["planned-above", "planned-below"])
def test_a_meeting_in_two_rows_is_held_once_wherever_it_is_counted(tmp_path: Path, is_first: bool) -> None:
    """The row left as planned takes nothing from the one that was held: table, seats and figure have one number."""
    row = "# Meeting\nbody: Learning Group\ndate: 3 May 2017\n"
    planned, held = f"{row}state: planned\n\n", f"{row}state: held\nattended: Sample Council\n\n"
    rows = planned + held if is_first else held + planned
    text = BOARD.replace(held, rows)
    assert text != BOARD
    lines = words(tmp_path, "our-groups", text)
    figure = bscb_docs.figures_of(bscb_docs.read_board(tmp_path)).get("learning-group-2017-18.meetings-held")
    assert figure
    assert figure.value == 2
    assert lines == words(tmp_path, "our-groups", BOARD)


def test_a_meeting_of_which_the_log_says_no_state_was_held_wherever_it_is_counted(tmp_path: Path) -> None:
    """A log without a column of states counts its meetings as held: table, seats and figure as with that word."""
    text = BOARD.replace("state: held\n", "")
    assert text != BOARD
    lines = words(tmp_path, "our-groups", text)
    figure = bscb_docs.figures_of(bscb_docs.read_board(tmp_path)).get("learning-group-2017-18.meetings-held")
    assert figure
    assert figure.value == 2
    assert lines == words(tmp_path, "our-groups", BOARD)


def test_a_group_that_ended_in_the_years_stands_in_a_paper_without_a_day_too(tmp_path: Path) -> None:
    """GOV-04 asks the report for a sentence on it, and the table of groups left it out."""
    lines = words(tmp_path, "our-groups", BOARD.replace("as at: March 2018\n", ""))
    assert any(line.endswith("| Task Group (ended December 2017)") for line in lines)
    assert not any("Old Panel" in line for line in lines)
