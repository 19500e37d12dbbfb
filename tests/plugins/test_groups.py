"""What is recorded of groups, and of what the board did, stands on paper."""

from pathlib import Path

import bscb_docs

BOARD = """\
# Board: Example Board

# Organisation: Sample Council

# Person: Jo Example

# Body: Executive
kind: executive

# Body: Learning Group
kind: sub-group
reports to: Executive
chair: Jo Example, from April 2017
member: Sample Council, from April 2017
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

It was published.

# Document report: Report
years: 2017-18
as at: March 2018
section: {section}
"""


def words(folder: Path, section: str) -> list[str]:
    """The lines of a document of that section alone, without the marks of stress."""
    folder.mkdir(exist_ok=True)
    (folder / "board.md").write_text(BOARD.replace("{section}", section), encoding="utf-8")
    board = bscb_docs.read_board(folder)
    assert [finding for finding in board.findings if finding.stops] == []
    text = bscb_docs.build(board, "report").text.replace("<Strong>", "").replace("</Strong>", "")
    return [line.rstrip() for line in text.splitlines()]


def test_a_group_says_what_it_is_for_and_who_is_in_it(tmp_path: Path) -> None:
    """Its own groups at its day, or ended in its years, with who was in them then; a forum of others is none."""
    assert words(tmp_path, "our-groups") == [
        "heading 1 | Our groups",
        "heading 2 | Executive",
        "heading 2 | Learning Group",
        "Normal | It looks at what can be learned.",
        "List Bullet | Chair: Jo Example.",
        "List Bullet | Members: Sample Council.",
        "List Bullet | Reports to: Executive.",
        "List Bullet | Meets: every two months.",
        "heading 2 | Task Group",
        "List Bullet | Chair: Jo Example.",
        "List Bullet | Reports to: Executive.",
        "List Bullet | Ended: December 2017.",
    ]


def test_what_was_done_in_the_years_is_told(tmp_path: Path) -> None:
    """Reviews, visits and events of the document's years, with their dates, themes and whom they led to."""
    assert words(tmp_path, "what-we-did") == [
        "heading 1 | What we reviewed, visited and held",
        "heading 2 | A review",
        "Normal | It was published.",
        "List Bullet | Published: May 2017.",
        "List Bullet | Themes: neglect and listening.",
        "heading 2 | Visit: The front desk",
        "Normal | Calls were answered.",
        "List Bullet | Date: June 2017.",
        "List Bullet | By: Jo Example.",
        "List Bullet | To: Sample Council.",
    ]


def test_a_group_that_ended_in_the_years_of_the_paper_stands_with_those_to_whom_it_reported(tmp_path: Path) -> None:
    """With when it ended; one that had ended before is left out."""
    lines = [line for line in words(tmp_path, "our-structure") if line.startswith("List Bullet")]
    assert lines == [
        "List Bullet | Executive",
        "List Bullet 2 | Learning Group",
        "List Bullet 2 | Task Group (ended December 2017)",
    ]
