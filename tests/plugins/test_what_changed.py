"""What changed between two years of a plan, in words and in counts that add up."""

from pathlib import Path

import pytest
from folders import EXAMPLES

import bscb_docs


@pytest.mark.parametrize(
    ("board", "lead"),
    [
        (
            "birmingham",
            "The plan of 2017-18 had 13 actions: nine are carried on (seven of them reworded), one is split into two "
            "and three ended, each because the plan for 2018-19 did not carry it on, and no reason was recorded. "
            "Of those that go on: one part ended. Five are new, so that the plan of 2018-19 has 16. "
            "Outcomes and measures are not compared here.",
        ),
        (
            "harrowmere",
            "The plan of 2025-26 had 10 actions: five are carried on (three of them reworded), two are split into four "
            "and three ended (two complete and one given up). Of those that go on: one objective given up and one "
            "part ended. Eight are new, so that the plan of 2026-27 has 17. Outcomes and measures are not compared "
            "here; money is told in Independent Scrutineer’s Accountability Report.",
        ),
    ],
)
def test_the_counts_of_two_years_add_up(board: str, lead: str) -> None:
    """Each action of last year is counted once, and each of this year is carried on or new."""
    text = bscb_docs.build(bscb_docs.read_board(EXAMPLES / board), "what-changed").text
    assert f"Normal | {lead}" in text.splitlines()


BOARD = """\
# Organisation: Council

# Plan: Plan

## Priority P1: Neglect

### Actions 2024-25

#### Action A1
became: B1, reworded

Review the old strategy with families.

#### Action A2
became: B2

Count files.

#### Action A3
became: B2

Read files.

#### Action A4

Ask schools.

#### Action A5
due: June 2024
moved: to March 2025, on 1 May 2024, because staff were ill
became: ended, because it was done

Print a leaflet.

### Actions 2025-26

#### Action B1

Write the strategy with families and schools.

#### Action B2

Count and read files.

#### Action B3
owner: Council
due: March 2026

Train staff.
"""


def test_words_merges_and_silence_are_told(tmp_path: Path) -> None:
    """What was reworded, what two became together, what nobody said, what is new, and a deadline that moved."""
    (tmp_path / "plan.md").write_text(BOARD, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    for words in (
        "had five actions: one is carried on (one of them reworded), two are merged into one",
        "one ended and of one",
        "Reworded",
        "Merged with another action",
        "Not recorded: ",
        "It was done",
        "The deadline had been moved from June 2024 to March 2025, nine months later, because staff were ill",
        "Train staff.",
    ):
        assert words in text


TWO_YEARS = """\
# Board: Sample Board

# Organisation: Council

# Organisation: Health

# Priority P1: Early help

## Actions 2024-25

### Action A1
became: B1
{before}
Train staff.

## Actions 2025-26

### Action B1
{after}
Train staff.
"""


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "due: March 2025\n",
            "due: September 2025\n",
            ["A new deadline: September 2025 instead of March 2025, six months later"],
        ),
        ("due: March 2025\n", "", ["No deadline now instead of March 2025"]),
        (
            "due: March 2025\n",
            "due: not recorded, because it is agreed at the refresh\n",
            ["No deadline yet instead of March 2025, because it is agreed at the refresh"],
        ),
        ("", "due: March 2026\n", ["A deadline: March 2026"]),
        ("due: March 2026\n", "due: March 2026\n", []),
        (
            "due: March 2025\nmoved: to June 2025, on 1 March 2025\n",
            "due: March 2026\n",
            [
                "A new deadline: March 2026 instead of June 2025, nine months later, put off twice in all",
                "The deadline had been moved from March 2025 to June 2025, three months later",
            ],
        ),
        ("owner: Council\n", "owner: Health\n", ["Another owner: Health instead of Council"]),
        (
            "owner: Council\n",
            "owner: Council\nowner: Health\n",
            ["Another owner: Council and Health instead of Council"],
        ),
        ("owner: Council\n", "", ["No owner now instead of Council"]),
        ("", "owner: Council\n", ["An owner: Council"]),
        (
            "owner: Council\ndue: March 2025\n",
            "owner: Health\ndue: March 2026\n",
            [
                "A new deadline: March 2026 instead of March 2025, 12 months later",
                "Another owner: Health instead of Council",
            ],
        ),
        ("", "", []),
    ],
    ids=[
        "later",
        "gone",
        "to agree",
        "come",
        "the same",
        "moved before",
        "other owner",
        "one more",
        "none",
        "some",
        "both",
        "bare",
    ],
)
def test_another_deadline_and_another_owner_are_told(before: str, after: str, told: list[str], tmp_path: Path) -> None:
    """An action in the same words that is carried on for another day or by another owner says so beside the words."""
    (tmp_path / "plan.md").write_text(TWO_YEARS.format(before=before, after=after), encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    lines = [line.partition("| ")[2].removeprefix("• ") for line in text.splitlines()]
    assert "The same words" in lines
    shifts = (
        "A new ",
        "A deadline",
        "The deadline",
        "Another ",
        "An owner",
        "No owner",
        "No deadline instead",
        "No deadline yet",
        "No deadline now instead",
    )
    assert [line for line in lines if line.startswith(shifts)] == told


def test_sentences_that_changed_are_told_whole(tmp_path: Path) -> None:
    """Of a text that keeps some of them; a comma and a capital change nothing."""
    old = "Train staff, often.\n\nAsk what they do. Publish it:\n\n- for schools\n- for nurses"
    new = "Train Staff often.\n\nAsk what they do now. Publish it:\n\n- for nurses"
    text = TWO_YEARS.format(before="", after="").replace("Train staff.", old, 1).replace("Train staff.", new)
    (tmp_path / "plan.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    told = [line.partition("| ")[2] for line in printed.splitlines() if "became" in line or "was left out" in line]
    assert told == ["“Ask what they do.” became “Ask what they do now.”", "“for schools” was left out"]


ENDS = """\
# Status: Delivered
means: complete

It is done.

# Status: Closed
means: withdrawn

It is given up.

# Status: Slow
means: in progress, at risk

It is late.

"""


@pytest.mark.parametrize(
    ("status", "end", "said"),
    [
        ("Delivered", "Complete (Delivered)", "one ended (one complete)"),
        ("Closed", "Given up (Closed)", "one ended (one given up)"),
        ("Slow", "Not complete (Slow)", "one ended (one not complete)"),
        ("", "Ended", "one ended."),
    ],
)
def test_what_ended_was_done_or_given_up(status: str, end: str, said: str, tmp_path: Path) -> None:
    """As its last status says."""
    text = ENDS + TWO_YEARS.format(before="", after="").replace("became: B1", "became: ended, because it is over")
    update = f"# Update A1\nas at: 31 March 2025\n{f'status: {status}' if status else ''}\n\nAs planned.\n\n"
    (tmp_path / "plan.md").write_text(update + text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    assert (f"[cell] Table Text | <Strong>{end}: </Strong>It is over\n" in printed, said in printed) == (True, True)


MOVES = """\
#### Objective O1
owner: Council
due: March 2025
measure: It is read
changed owner: to Health, on 1 May 2024, because the post moved
moved: to May 2025, on 1 June 2024

Read it.

## Actions 2025-26
"""


def test_what_is_put_off_is_named_in_front_with_what_moved_before(tmp_path: Path) -> None:
    """By its new deadline, with how many months and how often; an open objective that moved stands there, too."""
    moved = "due: December 2024\nmoved: to March 2025, on 1 December 2024\n"
    text = TWO_YEARS.format(before=moved, after="due: June 2026\n").replace("## Actions 2025-26\n", MOVES)
    (tmp_path / "plan.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    front, _, row = printed.partition("heading 2 | Carried on")
    now = "A new deadline: June 2026 instead of March 2025, 15 months later, put off twice in all\n"
    below = "A new deadline: May 2025 instead of March 2025, two months later\n"
    assert front.endswith(
        "or is put off:\n"
        f"List Bullet | <Strong>Read it (objective of Priority 1, action 1 of 2024-25): </Strong>{below}"
        f"List Bullet | <Strong>Train staff (Priority 1, action 1): </Strong>{now}"
    )
    for words in (
        now,
        "Read it: A new deadline: May 2025 instead of March 2025, two months later\n",
        "Read it: From Council to Health since 1 May 2024, because the post moved\n",
    ):
        assert f" | {words}" in row


@pytest.mark.parametrize(
    ("due", "line"),
    [
        ("June 2026", "A new deadline: June 2026 instead of May 2025, 13 months later, put off twice in all"),
        ("May 2025", "A new deadline: May 2025 instead of March 2025, two months later"),
        ("", "No deadline now instead of May 2025"),
    ],
    ids=["put off again", "as it was moved", "lost"],
)
def test_an_objective_that_is_carried_on_has_the_deadline_of_this_year(due: str, line: str, tmp_path: Path) -> None:
    """In front and in its row, beside what was due before; a move within last year is told as one that had been."""
    text = TWO_YEARS.format(before="", after="").replace("## Actions 2025-26\n", MOVES)
    text = text.replace("measure: It is read\n", "measure: It is read\nbecame: O2\n")
    new = f"\n# Objective O2\naction: B1\nowner: Health\n{f'due: {due}' if due else ''}\n\nRead all of it.\n"
    (tmp_path / "plan.md").write_text(text + new, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    front, _, row = printed.partition("heading 2 | Carried on")
    assert front.endswith(f"<Strong>Read all of it (objective of Priority 1, action 1 of 2024-25): </Strong>{line}\n")
    assert f" | Read all of it: {line}\n" in row
    had = "Read it: The deadline had been moved from March 2025 to May 2025, two months later\n"
    assert (had in row) == (due != "May 2025")


def test_a_deadline_that_was_moved_and_stands_is_told_in_front(tmp_path: Path) -> None:
    """What is due later than the plan of last year first said is put off, though the refresh left its day as it was."""
    moved = "due: December 2024\nmoved: to June 2025, on 1 December 2024, because staff were ill\n"
    text = TWO_YEARS.format(before=moved, after="due: June 2025\n")
    (tmp_path / "plan.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    told = "A new deadline: June 2025 instead of December 2024, six months later, because staff were ill\n"
    assert printed.count(told) == 2
    assert "had been moved" not in printed


def test_what_follows_finished_work_is_not_put_off(tmp_path: Path) -> None:
    """Its deadline is one of its own, and no summary of what is late names it, nor an objective done by a later day."""
    text = TWO_YEARS.format(before="due: March 2025\n", after="due: June 2026\n")
    text = text.replace("## Actions 2025-26\n", MOVES)
    told = [f"\n# Update {work}\nas at: March 2025\nstatus: Done\n\nWe did it.\n" for work in ("A1", "O1")]
    (tmp_path / "plan.md").write_text(f"{text}\n# Status: Done\nmeans: complete\n\nIt is.\n{''.join(told)}", "utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    assert "Normal | No deadline is lost or put off.\n" in printed
    assert "A new deadline: June 2026; what was due March 2025 is done\n" in printed


def test_what_lost_its_deadline_stands_before_what_is_put_off(tmp_path: Path) -> None:
    """In the summary and in the row; where nothing is lost or later, the summary says so."""
    text = TWO_YEARS.format(before="became: B2\ndue: March 2025\n", after="due: June 2025\n")
    (tmp_path / "plan.md").write_text(f"{text}\n### Action B2\n\nTrain more.\n", encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    starts = [line.partition("</Strong>")[2][:11] for line in printed.splitlines() if line.startswith("List Bullet")]
    assert starts == ["No deadline", "All of it w"]
    (tmp_path / "plan.md").write_text(TWO_YEARS.format(before="", after=""), encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    assert "Normal | No deadline is lost or put off.\n" in printed


def test_a_split_is_put_off_once_and_its_parts_have_deadlines_of_their_own(tmp_path: Path) -> None:
    """The summary tells it once, with why of each part; no part is called later; the row names the parts first."""
    text = TWO_YEARS.format(before="became: B2, because they asked\ndue: March 2025\n", after="due: June 2025\n")
    (tmp_path / "plan.md").write_text(f"{text}\n### Action B2\ndue: May 2026\n\nTrain more.\n", encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    assert "later" not in printed
    whole = (
        "All of it was due March 2025; it is split: Train staff, due June 2025; Train more, due May 2026, because they"
    )
    assert f"<Strong>Train staff (Priority 1, action 1 of 2024-25): </Strong>{whole} asked\n" in printed
    assert printed.index("Split into these actions") < printed.index("(Priority 1, action 1 of 2025-26)")
    assert "Due May 2026; all of it was due March 2025 (Priority 1, action 2 of 2025-26)" in printed


def test_why_an_action_is_carried_on_for_a_later_day(tmp_path: Path) -> None:
    """The reason of its `became:` line stands behind the new deadline, in the summary and in the row."""
    text = TWO_YEARS.format(before="due: March 2025\n", after="due: June 2025\n")
    (tmp_path / "plan.md").write_text(
        text.replace("became: B1", "became: B1, because nobody was free"), encoding="utf-8"
    )
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    assert printed.count("June 2025 instead of March 2025, three months later, because nobody was free\n") == 2


GIVEN_UP = """\
#### Objective O1
became: ended, because nobody paid

Read it.

#### Objective O2
due: May 2024
moved: to June 2024, on 1 April 2024

Print it.

## Actions 2025-26
"""


@pytest.mark.parametrize("closed", ["Closed", "Slow"])
def test_what_was_given_up_of_an_action_that_goes_on_is_told_in_front(closed: str, tmp_path: Path) -> None:
    """Its objectives that were, or ended while open, with why, and its points that ended; what is done is no news."""
    text = ENDS + TWO_YEARS.format(before="became: #one, ended, because it is law\n", after="")
    text = text.replace("Train staff.", "Train:\n\n- nurses {#one}\n- teachers", 1).replace(
        "## Actions 2025-26\n", GIVEN_UP
    )
    ends = (("O1", closed), ("O2", "Delivered"))
    told = "".join(f"# Update {name}\nas at: 31 March 2025\nstatus: {status}\n\nSo it is.\n\n" for name, status in ends)
    (tmp_path / "plan.md").write_text(told + text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    assert "Of those that go on: one objective given up and one part ended." in printed
    assert (
        "Normal | What was given up, and parts that ended:\n"
        "List Bullet | <Strong>Read it (objective of Priority 1, action 1 of 2024-25): </Strong>Nobody paid\n"
        "List Bullet | <Strong>Nurses (a part of Priority 1, action 1 of 2024-25): </Strong>It is law\n"
    ) in printed
    assert "Print it" not in printed


def test_a_reason_that_all_that_ended_share_is_told_once(tmp_path: Path) -> None:
    """In the sentence that counts them, and in no row."""
    text = BOARD.replace("became: B1, reworded", "became: ended, because it was done")
    (tmp_path / "plan.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    assert "two ended, each because it was done" in printed
    assert "[cell] Table Text | Ended\n" in printed
