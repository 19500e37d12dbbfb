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
            "The plan of 2017-18 had 13 actions: 9 are carried on (7 of them reworded), 1 is split into 2 "
            "and 3 ended, each because the plan for 2018-19 has no action for it alone, and its last update tells "
            "what was done. "
            "The plan of 2018-19 has 16: 11 that go on and 5 new ones. "
            "Outcomes are not compared here. No deadline is lost or put off.",
        ),
        (
            "harrowmere",
            "The plan of 2025-26 had 10 actions: 5 are carried on (3 of them reworded), 2 are split into 4 "
            "and 3 ended (2 Delivered and 1 Closed). The plan of 2026-27 has 17: 9 that go on and 8 new ones "
            "(What children and parents think; The next chair; Volunteer befrienders; Moves between schools; "
            "Part-time timetables; Learning bulletins; Practice week; What scrutiny has changed). Five measures of "
            "outcomes have another target or day: see Business Plan. So has: Hospital staff trained to work by the "
            "neglect strategy. Outcomes are not compared here; money is told in Independent "
            "Scrutineer’s Accountability Report.",
        ),
    ],
)
def test_the_counts_of_two_years_add_up(board: str, lead: str) -> None:
    """Each action of last year is counted once, and each of this year goes on or is new: 5 + 4 + 8 = 17."""
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
        "<Strong>Priority 1, action 1, reworded: </Strong>Write the strategy with families and schools.",
        "Merged with another action",
        "<Strong>Ask schools (Priority 1, action 4): </Strong>nothing says what became of it",
        "<Strong>Print a leaflet (Priority 1, action 5): </Strong>ended. It was done",
        "Train staff.",
        "The plan of 2025-26 has three: two that go on and one new one.",
    ):
        assert words in text
    assert text.count("Count and read files.") == 1
    assert "<Strong>Priority 1, action 2: </Strong>as above" in text


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


def printed_lines(folder: Path, plan: str) -> list[str]:
    """What the paper prints of that plan."""
    (folder / "plan.md").write_text(plan, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(folder), "what-changed").text
    return text.replace("[cell] ", "").splitlines()


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("due: March 2025\n", "due: September 2025\n", ["due September 2025 instead of March 2025, six months later"]),
        ("due: March 2025\n", "", ["no deadline now instead of March 2025"]),
        (
            "due: March 2025\n",
            "due: not recorded, because it is agreed at the refresh\n",
            ["no deadline yet instead of March 2025, because it is agreed at the refresh"],
        ),
        ("", "due: March 2026\n", ["Due March 2026; no deadline before"]),
        ("due: March 2026\n", "due: March 2026\n", []),
        (
            "due: March 2025\nmoved: to June 2025, on 1 March 2025\n",
            "due: March 2026\n",
            [
                "due March 2026 instead of June 2025, nine months later, moved twice since March 2025: once in 2024-25 "
                "and once with the plan of 2025-26"
            ],
        ),
        ("owner: Council\n", "owner: Health\n", ["Health instead of Council"]),
        ("owner: Council\n", "owner: Council\nowner: Health\n", ["Council and Health instead of Council"]),
        ("owner: Council\n", "", ["no owner now instead of Council"]),
        ("", "owner: Council\n", ["Council, where nobody was before"]),
        (
            "owner: Council\ndue: March 2025\n",
            "owner: Health\ndue: March 2026\n",
            ["due March 2026 instead of March 2025, 12 months later", "Health instead of Council"],
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
    """Once, in front or beside its words, of an action in the same words that another day or owner has."""
    lines = printed_lines(tmp_path, TWO_YEARS.format(before=before, after=after))
    assert "Table Text | <Strong>Priority 1, action 1, in the same words: </Strong>Train staff." in lines
    name = "List Bullet | <Strong>Train staff (Priority 1, action 1): </Strong>"
    found = [line.removeprefix(name) for line in lines if line.startswith(name)]
    assert [*found, *(line.removeprefix("Table Text | ") for line in lines if "Text | Due" in line)] == told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Train staff, often.", "Train Staff often.", []),
        ("Train staff swiftly.", "Train staff swiftly and well.", ['"and well" was added after "swiftly"']),
        ("Train staff swiftly and well.", "Train staff.", ['"swiftly and well" was left out after "staff"']),
        ("Ask often. Say why.", "Ask often, and publish it. Say why.", ['"and publish it" was added after "often"']),
        (
            "Ask often. Publish it:\n\n- for schools\n- for nurses",
            "Ask often. Publish it:\n\n- for nurses",
            ['"for schools" was left out'],
        ),
        (
            "Ask each of the nurses what they do. Publish it.",
            "Ask each of the nurses what they did. Publish it.",
            ['"Ask each of the nurses what they do." became "Ask each of the nurses what they did."'],
        ),
    ],
    ids=["no meaning", "words added", "words left out", "within a sentence", "a point", "another word"],
)
def test_what_changed_of_a_text_is_told_in_words(old: str, new: str, told: list[str]) -> None:
    """The words that came or went where no other took their place, else the sentences; a comma changes nothing."""
    assert list(bscb_docs.text_changes(bscb_docs.Prose(old), bscb_docs.Prose(new))) == told


@pytest.mark.parametrize(
    ("old", "new", "beside", "below"),
    [
        ("Train staff.", "Train staff.", False, None),
        (
            "Train staff swiftly when they come to us.",
            "Train staff swiftly and well when they come to us.",
            False,
            "“and",
        ),
        ("Train them.", "Teach nurses.", True, None),
        ("Ask. Train all staff.", "Ask. Teach the nurses of every ward.", True, None),
    ],
    ids=["the same", "a few words", "all other", "mostly other"],
)
def test_words_stand_side_by_side_only_where_they_differ(
    old: str, new: str, beside: bool, below: str | None, tmp_path: Path
) -> None:
    """What is the same is said once; where few words changed they are told below the words of this year."""
    plan = TWO_YEARS.format(before="", after="").replace("Train staff.", old, 1).replace("Train staff.", new)
    lines = printed_lines(tmp_path, plan)
    how = "in the same words" if old == new else "reworded"
    at = lines.index(f"Table Text | <Strong>Priority 1, action 1, {how}: </Strong>{new}")
    assert (lines[at - 1] == f"Table Text | <Strong>Priority 1, action 1: </Strong>{old}") == beside
    assert (lines[at - 1] == "Table Text | <Strong>Priority 1, action 1</Strong>") != beside
    assert lines[at + 1].startswith(f"Table Text | {below}") if below else lines[at + 1] == "[end of table]"


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
        ("Delivered", "Delivered", "one ended (one Delivered)"),
        ("Closed", "Closed", "one ended (one Closed)"),
        ("Slow", "not complete (Slow)", "one ended (one not complete)"),
        ("", "ended", "one ended."),
    ],
)
def test_what_ended_was_done_or_given_up(status: str, end: str, said: str, tmp_path: Path) -> None:
    """As its last status says."""
    text = ENDS + TWO_YEARS.format(before="", after="").replace("became: B1", "became: ended, because it is over")
    update = f"# Update A1\nas at: 31 March 2025\n{f'status: {status}' if status else ''}\n\nAs planned.\n\n"
    lines = printed_lines(tmp_path, update + text)
    assert f"List Bullet | <Strong>Train staff (Priority 1, action 1): </Strong>{end}. It is over" in lines
    assert any(said in line for line in lines)


MOVES = """\
#### Objective O1
owner: Council
due: March 2025
measure: It is read
changed owner: to Health, on 1 May 2024, because the post moved
moved: to May 2025, on 1 June 2024, by Council

Read it.

## Actions 2025-26
"""


def test_what_is_put_off_is_named_in_front_once(tmp_path: Path) -> None:
    """By its new deadline, with how many months and how often; an open objective that moved stands there, too."""
    moved = "due: December 2024\nmoved: to March 2025, on 1 December 2024, because staff were ill\n"
    text = TWO_YEARS.format(before=moved, after="due: June 2026\n").replace("## Actions 2025-26\n", MOVES)
    lines = printed_lines(tmp_path, text)
    objective = "List Bullet | <Strong>Read it (objective of Priority 1, action 1 of 2024-25): </Strong>"
    at = lines.index("heading 2 | Put off")
    assert lines[at + 1 : at + 5] == [
        f"{objective}due May 2025 instead of March 2025, two months later; agreed by Council on 1 June 2024",
        "List Bullet | <Strong>Train staff (Priority 1, action 1): </Strong>due June 2026 instead of March 2025, "
        "15 months later, moved twice since December 2024: once in 2024-25 and once with the plan of 2025-26; "
        "moved the time before because staff were ill",
        "heading 2 | Other owners",
        f"{objective}from Council to Health since 1 May 2024, because the post moved",
    ]


def test_an_objective_that_is_put_off_as_its_action_is_named_beside_it(tmp_path: Path) -> None:
    """For the same reason or for none of its own; it is no second fact."""
    text = TWO_YEARS.format(before="due: March 2025\n", after="due: June 2026\n")
    text = text.replace("became: B1", "became: B1, because nobody was free")
    objective = "\n# Objective {}\naction: {}\nowner: Council\ndue: {}\n{}\nRead it.\n"
    text += objective.format("O1", "A1", "March 2025", "became: O2\n")
    text += objective.format("O2", "B1", "June 2026", "")
    told = [line for line in printed_lines(tmp_path, text) if line.startswith("List Bullet")]
    assert told == [
        "List Bullet | <Strong>Train staff and Read it (Priority 1, action 1): </Strong>"
        "due June 2026 instead of March 2025, 15 months later, because nobody was free"
    ]


@pytest.mark.parametrize(
    ("due", "line"),
    [
        (
            "June 2026",
            "due June 2026 instead of May 2025, 13 months later, moved twice since March 2025: once in 2024-25 and "
            "once with the plan of 2025-26",
        ),
        ("May 2025", "due May 2025 instead of March 2025, two months later; agreed by Council on 1 June 2024"),
        ("", "no deadline now instead of May 2025"),
    ],
    ids=["put off again", "as it was moved", "lost"],
)
def test_an_objective_that_is_carried_on_has_the_deadline_of_this_year(due: str, line: str, tmp_path: Path) -> None:
    """Beside what was due before, under the action of this year; who agreed is said of a deadline that stands."""
    text = TWO_YEARS.format(before="", after="").replace("## Actions 2025-26\n", MOVES)
    text = text.replace("measure: It is read\n", "measure: It is read\nbecame: O2\n")
    new = f"\n# Objective O2\naction: B1\nowner: Health\n{f'due: {due}' if due else ''}\n\nRead all of it.\n"
    name = "List Bullet | <Strong>Read all of it (objective of Priority 1, action 1): </Strong>"
    assert printed_lines(tmp_path, text + new).count(name + line) == 1


PLANS = """
# Document plan: Our Plan
years: 2025-26
section: priorities

# Issue plan 1.0
state: {state}
as at: 19 March 2025
{approved}
"""


@pytest.mark.parametrize(
    ("state", "approved", "said"),
    [
        (
            "approved",
            "approved by: Council, 19 March 2025",
            [
                "The plan of 2025-26 is approved: Council, 19 March 2025. Deadlines beside which nobody is named were "
                "agreed with it."
            ],
        ),
        ("for approval", "", []),
    ],
)
def test_who_agreed_to_the_deadlines_of_the_new_plan(
    state: str, approved: str, said: list[str], tmp_path: Path
) -> None:
    """Those who approved the document that prints it, once for all; nobody where it waits for approval."""
    text = TWO_YEARS.format(before="due: March 2025\n", after="due: June 2025\n")
    lines = printed_lines(tmp_path, text + PLANS.format(state=state, approved=approved))
    assert [line.removeprefix("Normal | ") for line in lines if "nobody is named" in line] == said


def test_a_deadline_that_was_moved_and_stands_is_told_in_front(tmp_path: Path) -> None:
    """What is due later than the plan of last year first said is put off, though the refresh left its day as it was."""
    moved = "due: December 2024\nmoved: to June 2025, on 1 December 2024, by Council, because staff were ill\n"
    text = "\n".join(printed_lines(tmp_path, TWO_YEARS.format(before=moved, after="due: June 2025\n")))
    told = "due June 2025 instead of December 2024, six months later, because staff were ill; agreed by Council on"
    assert text.count(f"{told} 1 December 2024\n") == 1


ILL = "moved: to December 2024, on 1 May 2024, by Council, because staff were ill\n"
BUSY = "moved: to March 2025, on 1 June 2024, by Health, because staff were busy\n"
FUNDER = "moved: to December 2025, on 1 March 2025, by Council, because the funder decides in autumn\n"
AGREED = "because the funder decides in autumn; agreed by Council on 1 March 2025"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "due: March 2025\n",
            f"due: March 2025\n{FUNDER}",
            f"due December 2025 instead of March 2025, nine months later, {AGREED}",
        ),
        (
            "due: March 2025\n",
            f"due: June 2025\n{FUNDER}",
            "due December 2025 instead of March 2025, nine months later, moved twice: once with the plan of 2025-26 "
            f"and once since; the last time {AGREED}",
        ),
        (
            f"due: June 2024\n{ILL}{BUSY}",
            f"due: June 2025\n{FUNDER}",
            "due December 2025 instead of March 2025, nine months later, moved four times since June 2024: twice in "
            f"2024-25, once with the plan of 2025-26 and once since; the last time {AGREED}",
        ),
        (
            f"due: June 2024\n{BUSY}{ILL}",
            f"due: March 2025\n{FUNDER}",
            "due December 2025 instead of March 2025, nine months later, moved three times since June 2024: twice in "
            f"2024-25 and once since; the last time {AGREED}",
        ),
        (
            "due: March 2025\n",
            f"due: June 2025\nmoved: to September 2025, on 1 February 2025, because staff were ill\n{FUNDER}",
            "due December 2025 instead of March 2025, nine months later, moved three times: once with the plan of "
            f"2025-26 and twice since; the last time {AGREED}",
        ),
        (
            f"due: June 2024\n{ILL}{BUSY}",
            "due: March 2025\n",
            "due March 2025 instead of June 2024, nine months later, moved twice; the last time because staff were "
            "busy; agreed by Health on 1 June 2024",
        ),
        (
            "due: March 2025\n",
            f"due: March 2026\n{FUNDER}",
            f"due December 2025 instead of March 2025, nine months later; brought forward from March 2026, {AGREED}",
        ),
    ],
    ids=[
        "since the plan alone",
        "with the plan and since",
        "twice in the year, with the plan and since",
        "twice in the year and since",
        "with the plan and twice since",
        "twice in the year alone",
        "with the plan, and back since",
    ],
)
@pytest.mark.parametrize("work", ["action", "objective", "both"])
def test_the_last_move_and_a_count_of_all_are_told(
    work: str, before: str, after: str, told: str, tmp_path: Path
) -> None:
    """Why, by whom and when it was moved last, also within the new plan; each move to a later day counts."""
    text = TWO_YEARS.format(before="" if work == "objective" else before, after="" if work == "objective" else after)
    text = text.replace("became: B1", "became: B1, because nobody was free")
    if work != "action":
        objective = "\n# Objective {}\naction: {}\nowner: Council\n{}\nRead it.\n"
        text += objective.format("O1", "A1", f"{before}became: O2, because nobody was free\n")
        text += objective.format("O2", "B1", after)
    lines = [line.partition("</Strong>")[2] for line in printed_lines(tmp_path, text) if "instead of" in line]
    assert lines == [told]


def test_the_last_move_of_a_part_of_what_was_split_is_told(tmp_path: Path) -> None:
    """With its reason, body and day, and not the reason for which the new plan gave it another day."""
    text = TWO_YEARS.format(before="became: B2\ndue: March 2025\n", after=f"due: June 2025\n{FUNDER}")
    text = text.replace("became: B1", "became: B1, because nobody was free")
    printed = "\n".join(printed_lines(tmp_path, f"{text}\n### Action B2\ndue: May 2026\n\nTrain more.\n"))
    assert f"it is split: Train staff, due December 2025, {AGREED}; Train more, due May 2026\n" in printed


def test_what_follows_finished_work_is_not_put_off(tmp_path: Path) -> None:
    """Its deadline is one of its own, and no summary of what is late names it, nor an objective done by a later day."""
    text = TWO_YEARS.format(before="due: March 2025\n", after="due: June 2026\n")
    text = text.replace("## Actions 2025-26\n", MOVES)
    told = [f"\n# Update {work}\nas at: March 2025\nstatus: Done\n\nWe did it.\n" for work in ("A1", "O1")]
    (tmp_path / "plan.md").write_text(f"{text}\n# Status: Done\nmeans: complete\n\nIt is.\n{''.join(told)}", "utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    assert " No deadline is lost or put off.\n" in printed
    assert "Table Text | Due June 2026; what was due March 2025 is done\n" in printed


def test_what_lost_its_deadline_stands_before_what_is_put_off(tmp_path: Path) -> None:
    """In the summary and in the row; where nothing is lost or later, the summary says so."""
    text = TWO_YEARS.format(before="became: B2\ndue: March 2025\n", after="due: June 2025\n")
    (tmp_path / "plan.md").write_text(f"{text}\n### Action B2\n\nTrain more.\n", encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    starts = [line.partition("</Strong>")[2][:11] for line in printed.splitlines() if line.startswith("List Bullet")]
    assert starts == ["no deadline", "all of it w"]
    (tmp_path / "plan.md").write_text(TWO_YEARS.format(before="", after=""), encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    assert " No deadline is lost or put off.\n" in printed


def test_a_split_is_put_off_once(tmp_path: Path) -> None:
    """As a whole, with the deadline of each part and why; beside its words nothing is told again."""
    text = TWO_YEARS.format(before="became: B2, because they asked\ndue: March 2025\n", after="due: June 2025\n")
    printed = "\n".join(printed_lines(tmp_path, f"{text}\n### Action B2\ndue: May 2026\n\nTrain more.\n"))
    assert "later" not in printed
    whole = (
        "all of it was due March 2025; it is split: Train staff, due June 2025; Train more, due May 2026, because they"
    )
    assert f"<Strong>Train staff (Priority 1, action 1 of 2024-25): </Strong>{whole} asked\n" in printed
    assert printed.count("May 2026") == 1
    assert "Table Text | Split into these actions\nTable Text | <Strong>Priority 1, action 1: </Strong>" in printed


def test_the_parts_of_a_split_that_is_not_put_off_have_their_deadlines_beside_their_words(tmp_path: Path) -> None:
    """No part is due later than all of it was, so that no summary of what is late names them."""
    text = TWO_YEARS.format(before="became: B2\ndue: March 2026\n", after="due: June 2025\n")
    lines = printed_lines(tmp_path, f"{text}\n### Action B2\ndue: March 2026\n\nTrain more.\n")
    assert "Table Text | Priority 1, action 1: due June 2025; all of it was due March 2026" in lines
    assert not [line for line in lines if line.startswith("List Bullet")]


def test_a_deadline_within_the_year_before_is_told_of_open_work_alone(tmp_path: Path) -> None:
    """What was moved and then done is not put off, though what follows it has the same deadline."""
    moved = "due: December 2024\nmoved: to March 2025, on 1 December 2024\n"
    update = "\n# Update A1\nas at: March 2025\nstatus: Delivered\n\nWe did it.\n\n"
    lines = printed_lines(tmp_path, ENDS + update + TWO_YEARS.format(before=moved, after="due: March 2025\n"))
    assert not [line for line in lines if "due March 2025" in line or "Due March 2025" in line]


def test_a_month_within_the_year_that_was_set_before_is_no_other_deadline(tmp_path: Path) -> None:
    """It is told as set within that, and nothing is put off."""
    text = TWO_YEARS.format(before="due: 2025\n", after="due: December 2025\n")
    assert any(line.endswith("Due December 2025, set within 2025") for line in printed_lines(tmp_path, text))


def test_an_owner_that_changed_before_a_split_is_told_once(tmp_path: Path) -> None:
    """At the first of its parts, whose owners are others than that one or the same."""
    before = "became: B2\nowner: Council\nchanged owner: to Health, on 1 May 2024\n"
    lines = printed_lines(
        tmp_path,
        TWO_YEARS.format(before=before, after="owner: Health\n") + "\n### Action B2\nowner: Health\n\nTrain more.\n",
    )
    told = "List Bullet | <Strong>Train staff (Priority 1, action 1): </Strong>from Council to Health since 1 May 2024"
    assert [line for line in lines if line.startswith("List Bullet")] == [told]


def test_an_earlier_deadline_stands_beside_the_words(tmp_path: Path) -> None:
    """Of an action and of its objective: it is no bad news, and no part of the front."""
    text = TWO_YEARS.format(before="due: June 2025\n", after="due: May 2025\n")
    objective = "\n# Objective {}\naction: {}\nowner: Council\ndue: {}\n{}\nRead it.\n"
    text += objective.format("O1", "A1", "April 2025", "became: O2\n")
    text += objective.format("O2", "B1", "March 2025", "")
    lines = printed_lines(tmp_path, text)
    assert lines[-3:-1] == [
        "Table Bullet | Due May 2025 instead of June 2025",
        "Table Bullet | Read it: due March 2025 instead of April 2025",
    ]


def test_why_an_action_is_carried_on_for_a_later_day(tmp_path: Path) -> None:
    """The reason of its `became:` line stands behind the new deadline."""
    text = TWO_YEARS.format(before="due: March 2025\n", after="due: June 2025\n")
    lines = printed_lines(tmp_path, text.replace("became: B1", "became: B1, because nobody was free"))
    told = "due June 2025 instead of March 2025, three months later, because nobody was free"
    assert f"List Bullet | <Strong>Train staff (Priority 1, action 1): </Strong>{told}" in lines


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


@pytest.mark.parametrize(("closed", "end"), [("Closed", "Closed"), ("Slow", "not complete")])
def test_what_was_given_up_of_an_action_that_goes_on_is_told_in_front(closed: str, end: str, tmp_path: Path) -> None:
    """Its objectives that were, or ended while open, with why, and its points that ended; what is done is no news."""
    text = ENDS + TWO_YEARS.format(before="became: #one, ended, because it is law\n", after="")
    text = text.replace("Train staff.", "Train:\n\n- nurses {#one}\n- teachers", 1).replace(
        "## Actions 2025-26\n", GIVEN_UP
    )
    ends = (("O1", closed), ("O2", "Delivered"))
    told = "".join(f"# Update {name}\nas at: 31 March 2025\nstatus: {status}\n\nSo it is.\n\n" for name, status in ends)
    (tmp_path / "plan.md").write_text(told + text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    assert (
        "heading 2 | Ended\n"
        f"List Bullet | <Strong>Read it (objective of Priority 1, action 1 of 2024-25): </Strong>{end}. Nobody paid. "
        "Its action goes on as Priority 1, action 1\n"
        "List Bullet | <Strong>Nurses (a part of Priority 1, action 1 of 2024-25): </Strong>ended. It is law\n"
    ) in printed
    assert printed.count("It is law") == printed.count("Nobody paid") == 1
    assert "Print it" not in printed


def test_a_reason_that_all_that_ended_share_is_told_once(tmp_path: Path) -> None:
    """In the sentence that counts them, and at none of them."""
    text = BOARD.replace("became: B1, reworded", "became: ended, because it was done")
    (tmp_path / "plan.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "what-changed").text
    assert "two ended, each because it was done" in printed
    assert "(Priority 1, action 1): </Strong>ended\n" in printed


def test_a_new_owner_that_had_a_part_of_it_is_told_with_that(tmp_path: Path) -> None:
    """Last year's papers name it there: without a word it would have had the work before it was given it."""
    text = TWO_YEARS.format(before="owner: Council\n", after="owner: Health\n")
    text += "\n# Objective O1: Nurses\naction: A1\nowner: Health\n\nTrain the nurses.\n"
    said = "Health instead of Council; had the objective Nurses before"
    assert any(line.endswith(said) for line in printed_lines(tmp_path, text))


def test_targets_that_were_moved_are_counted(tmp_path: Path) -> None:
    """Of the measures that outcomes name, where another target is that of the years of the plan; others are named."""
    measure = "\n# Measure {}: {}\ntarget: 70%\ntarget by: March 2025\n{}"
    text = TWO_YEARS.format(before="", after="").replace(
        "## Actions 2024-25", "## Outcome P1-O1\nmeasure: M1\nmeasure: M2\n\nHelp lasts.\n\n## Actions 2024-25"
    )
    text += measure.format("M1", "Trained", "later target: 80%, by March 2026\n") + measure.format("M2", "Asked", "")
    text += measure.format("M3", "Told", "later target: 90%, by March 2026\n")
    lines = printed_lines(tmp_path, text)
    assert "One measure of outcomes has another target or day. So has: Told." in "".join(lines)
