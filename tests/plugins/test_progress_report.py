"""Progress report: what the board is asked to decide comes from open requests and unanswered recommendations alone."""

from __future__ import annotations

from pathlib import Path

import pytest

import bscb_docs

BOARD = """\
# Board: Sample Board

# Organisation: Council

# Organisation: Health

# Status: Going
means: in progress, on course

It goes on.

# Priority P1: Early help

## Action A1
years: 2018-19

Review the strategy.

### Objective O1
owner: Council
due: December 2018
measure: It is written

Write it with families.

### Objective O2
owner: Health
due: March 2019
measure: It is read

Read it with schools.

# Request O1
new deadline: March 2019
by: Council
on: 10 September 2018
because: families asked for more time

# Request O2
new owner: Example Trust
on: 12 September 2018

# Recommendation G1
made by: Scrutiny committee
made on: 6 August 2018

Publish the letters.

# Document paper: Progress
outline: progress-report
period: Q2 2018-19
as at: 30 September 2018
section: progress-report
"""
DEADLINE = "A new deadline: March 2019 instead of December 2018"
OWNER = "Another owner: Example Trust"
ANSWER = "An answer to a recommendation"


def rows_in(text: str, folder: Path) -> list[list[str]]:
    """The rows beneath "Decisions asked": what is asked, of what, by whom, why; none where it says that none is."""
    (folder / "board.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(folder), "paper").text
    part = printed.partition("heading 2 | Decisions asked\n")[2].partition("heading 2 | ")[0]
    assert ("[row]" in part) is not ("No decision is asked." in part)
    cells = [line.partition("| ")[2] for line in part.splitlines() if line.startswith("[cell] Table Text")]
    return [cells[at : at + 4] for at in range(0, len(cells), 4)]


def test_requests_and_unanswered_recommendations_are_asked(tmp_path: Path) -> None:
    """Each with its work, by whom and why, as the records have them."""
    assert rows_in(BOARD, tmp_path) == [
        [DEADLINE, "Write it with families.", "Council", "Families asked for more time"],
        [OWNER, "Read it with schools.", "Not recorded", "Not recorded"],
        [ANSWER, "Publish the letters.", "Scrutiny committee", "It has no answer"],
    ]


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("due: December 2018\n", "due: December 2018\nmoved: to March 2019, on 20 September 2018\n", [OWNER, ANSWER]),
        (
            "due: December 2018\n",
            "due: December 2018\nmoved: to March 2019, on 2 October 2018\n",
            [DEADLINE, OWNER, ANSWER],
        ),
        ("because: families", "refused: Council, on 20 September 2018\nbecause: families", [OWNER, ANSWER]),
        (
            "made on: 6 August 2018\n",
            "made on: 6 August 2018\nresponse: accepted, on 3 September 2018\n",
            [DEADLINE, OWNER],
        ),
        ("made on: 6 August 2018\n", "made on: 6 October 2018\n", [DEADLINE, OWNER]),
        ("section: progress-report", "section: progress-report, owner Council", [DEADLINE]),
        (BOARD[BOARD.index("# Request O1") : BOARD.index("# Document")], "", []),
    ],
    ids=["granted", "granted later", "refused", "answered", "made later", "of one owner", "nothing asked"],
)
def test_what_was_decided_by_the_day_is_not_asked(old: str, new: str, left: list[str], tmp_path: Path) -> None:
    """What the board had granted, refused or answered at the day of the report; and none that it is not to tell of."""
    assert BOARD.count(old) == 1
    assert [row[0] for row in rows_in(BOARD.replace(old, new), tmp_path)] == left


def test_quarters_stand_in_one_order(tmp_path: Path) -> None:
    """The quarter before comes first."""
    rows_in(BOARD, tmp_path)
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    heads = [line.partition("| ")[2] for line in text.splitlines()]
    assert [head for head in heads if head in {"Q1 2018-19", "Q2 2018-19"}] == ["Q1 2018-19", "Q2 2018-19"]
