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
    return text_of_plan(folder, PLAN, objective)


def text_of_plan(folder: Path, plan: str, objective: str) -> str:
    """The same of another plan."""
    (folder / "plan.md").write_text(plan + objective, encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), "plan").text


def cells_below(text: str, heading: str) -> list[str]:
    """The words of the cells of the table beneath a heading, its head first."""
    below = text.partition(f"heading 2 | {heading}\n")[2].partition("[end of table]")[0].splitlines()
    return [line.rpartition(" | ")[2] for line in below if line.startswith("[cell]")]


def test_an_action_without_objectives_shows_how_it_stands(tmp_path: Path) -> None:
    """Its status stands after its deadline, and in front where it is off course."""
    stuck = "\n# Status: Stuck\nmeans: in progress, off course\n\nIt cannot go on.\n"
    update = "\n# Update P2-25-1\nas at: June 2025\nstatus: Stuck\n\nNobody answered.\n"
    lines = text_of(tmp_path, f"{OBJECTIVE}{stuck}{update}").splitlines()
    assert (
        "Normal | <Strong>Due: </Strong>March 2026. <Strong>Status: </Strong>Stuck; will be late as things stand."
        in lines
    )
    said = "Priority 2, action 1: Ask them: Stuck; will be late as things stand (No owner, due March 2026)"
    assert f"List Bullet | {said}" in lines


def test_an_action_that_is_not_rated_says_so(tmp_path: Path) -> None:
    """In the line below its heading, as in front: the link of what is late leads there."""
    update = "\n# Update P1-25-1\nas at: June 2025\nstatus: not rated, because nobody knows\n\nIt waits.\n"
    lines = text_of(tmp_path, f"{OBJECTIVE}{update}").splitlines()
    assert "Normal | <Strong>Status: </Strong>Not rated." in lines


@pytest.mark.parametrize(
    ("day", "lead"),
    [
        ("30 March 2026", "Overdue: one."),
        ("31 March 2026", "Overdue: one; due by 31 March 2026 and not complete: one."),
        ("1 April 2026", "Overdue: two."),
    ],
)
def test_what_is_due_on_the_day_of_the_paper_is_counted_beside_what_is_overdue(
    day: str, lead: str, tmp_path: Path
) -> None:
    """In the words of the list below, whose entries add up to both counts."""
    lines = text_of(tmp_path, f"as at: {day}\n{OBJECTIVE}").splitlines()
    told = [line for line in lines if line.startswith("List Bullet") and ("overdue by" in line or "due by" in line)]
    assert [lead in line for line in lines if "Overdue: " in line] == [True]
    assert len(told) == (1 if day == "30 March 2026" else 2)


@pytest.mark.parametrize(("day", "where"), [("June 2025", " (see Progress)"), ("May 2025", "")])
def test_what_waits_for_a_decision_is_told_in_front(day: str, where: str, tmp_path: Path) -> None:
    """With the paper of the same day whose section tells of decisions, where there is one."""
    update = "\n# Update P2-25-1\nas at: June 2025\nnext: the council decides who pays, by July 2025\n\nIt waits.\n"
    paper = f"\n# Document progress: Progress\nas at: {day}\nsection: to-be-decided\n"
    lines = text_of(tmp_path, f"as at: June 2025\n{OBJECTIVE}{update}{paper}").splitlines()
    assert any(f" Waiting for a decision: Ask them{where}. " in line for line in lines)
    assert not any("Waiting for" in line for line in text_of(tmp_path, OBJECTIVE).splitlines())


def test_a_priority_whose_actions_have_no_objectives_is_printed(tmp_path: Path) -> None:
    """With how many have no objectives, its actions and their deadlines."""
    lines = text_of(tmp_path, OBJECTIVE).splitlines()
    from_second = lines[next(n for n, line in enumerate(lines) if line.startswith("heading 2") and "Schools" in line) :]
    assert from_second[1:] == [
        "Normal | One action has no objectives of its own.",
        "heading 3 | Priority 2, action 1: Ask them",
        "Normal | <Strong>Due: </Strong>March 2026.",
    ]


def test_objectives_are_counted_by_the_board_s_own_labels(tmp_path: Path) -> None:
    """The labels of a row add up to all, and each is told with its meaning; that of none with what is not rated."""
    scale = "\n# Status: Delivered\nmeans: complete\n\nIt is done.\n"
    update = "\n# Update O1\nas at: June 2025\nstatus: Delivered\n\nSigned.\n"
    other = OBJECTIVE.replace("O1", "O2").replace(
        "due: June 2025", "due: June 2025\nmoved: to May 2026, because of leave"
    )
    text = text_of(tmp_path, OBJECTIVE + other + scale + update)
    assert "heading 2 | What changed\nList Bullet | <Strong>Deadline moved: </Strong>one (Draft the strategy)" in text
    heads = [
        line.rpartition(" | ")[2] for line in text.splitlines() if line.startswith("[cell] Table Amount Heading | ")
    ]
    amounts = [line.rpartition(" | ")[2] for line in text.splitlines() if line.startswith("[cell] Table Amount | ")]
    assert (heads[:3], amounts[:9]) == (["Not rated", "Delivered", "All"], [*"112", *"101", *"213"])
    assert "Delivered\n[cell] Table Text | It is done.\n[cell] Table Amount | 1" in text
    assert "Not rated\n[cell] Table Text | No one status fits it, or none was given.\n[cell] Table Amount | 2" in text


def test_a_year_without_any_objective_says_so(tmp_path: Path) -> None:
    """In one sentence; the business plan prints its actions."""
    assert text_of(tmp_path, "").splitlines() == [
        "heading 1 | Actions and objectives of 2025-26",
        "Normal | The plan for 2025-26 has two actions, and no objective yet.",
    ]


def test_an_objective_tells_its_steps_and_what_it_alone_serves(tmp_path: Path) -> None:
    """Beside its measures; what all objectives of an action serve stands once below the action."""
    steps = "\n# Milestone: A first draft\nof: O1\ndue: May 2025\n"
    serving = OBJECTIVE.replace("due:", "serves: P1-O1\ndue:") + steps
    alone, both = (text_of(tmp_path, serving + more) for more in ("", OBJECTIVE.replace("O1", "O2")))
    serves = "<Strong>Serves: </Strong>Priority 1, outcome 1."
    due, milestones = "<Strong>Due: </Strong>June 2025. ", "<Strong>Milestones: </Strong>A first draft, by May 2025"
    assert f"Normal | {serves}\nList Bullet | Draft the strategy." in alone
    assert f"It is signed\nList Continue | {due.strip()}\nList Continue | {milestones}\nheading 2" in alone
    assert f"It is signed\nList Continue | {due}{serves}\nList Continue | {milestones}\nList Bullet" in both


STATUS = "\n# Status: Slow\nmeans: in progress, at risk\n\nIt goes on.\n"
UPDATE = "\n# Update O1\nas at: 1 June 2025\nstatus: Slow\n\nSo far.\n"


def test_an_objective_says_how_it_stands_and_how_it_is_read(tmp_path: Path) -> None:
    """Below what is asked, once any was reported of; what is not on course is named in front, with its action."""
    read = "\n# Measure M1: Families\ntarget: 60%\nunit: families\n\n# Reading M1\nvalue: 3 of 10\nperiod: 2024-25\n"
    text = text_of(tmp_path, OBJECTIVE.replace("It is signed", "M1") + read + STATUS + UPDATE)
    late = "List Bullet | Priority 1, action 1: Write a strategy. Objective: Draft the strategy: Slow; may be late ("
    assert f"Late, put off or not on course:\n{late}" in text
    known = "List Bullet | Draft the strategy. <Strong>How we will know: </Strong>Families (table 4)\n"
    assert f"{known}List Continue | <Strong>Status: </Strong>Slow. <Strong>Due: </Strong>June 2025." in text
    assert cells_below(text, "How far the measures have come")[4:] == [
        *("Families", "Not measured", "3 of 10 (30%) in 2024-25", "60%: not met")
    ]
    unrated = text_of(tmp_path, OBJECTIVE)
    assert "None is reported to be late, put off or not on course." in unrated
    assert "<Strong>Status: </Strong>" not in unrated


def test_a_short_title_heads_the_point_and_the_words_follow(tmp_path: Path) -> None:
    """Below them stand its status and by when; who lists objectives tells them by it as well."""
    text = text_of(tmp_path, OBJECTIVE.replace("O1\n", "O1: First draft\n") + STATUS + UPDATE)
    asked = "List Bullet | <Strong>First draft: </Strong>Draft the strategy."
    known = "<Strong>How we will know: </Strong>It is signed"
    assert f"{asked} {known}\nList Continue | <Strong>Status: </Strong>Slow. <Strong>Due: </Strong>June 2025." in text
    assert "Write a strategy. Objective: First draft: Slow; may be late" in text


def test_what_an_action_says_of_itself_its_objective_does_not_say_again(tmp_path: Path) -> None:
    """After the name of the objective stands what is true of it alone."""
    moved = OBJECTIVE.replace("due: June 2025", "due: May 2025\nmoved: to August 2025, on 1 June 2025")
    text = text_of(tmp_path, moved + STATUS + UPDATE + UPDATE.replace("O1", "P1-25-1"))
    line = "Priority 1, action 1: Write a strategy: Slow; may be late (No owner). "
    assert f"{line}Objective: Draft the strategy (deadline moved once)" in text


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Agree on:\n\n- one\n- two\n\nThen act.", ["heading 3 | {}: Agree on: one and two", "Normal | Then act."]),
        (f"{'Write ' * 30}", ["heading 3 | {}", f"Normal | {'Write ' * 30}".strip()]),
        ("Write *well*.", ["heading 3 | {}: Write well"]),
    ],
    ids=["points", "too long", "stressed"],
)
def test_a_heading_says_a_whole_sentence_or_none(words: str, lines: list[str], tmp_path: Path) -> None:
    """With the points that it leads to; below it stands what it does not say."""
    text = text_of_plan(tmp_path, PLAN.replace("Write a strategy.", words), OBJECTIVE).splitlines()
    at = next(n for n, line in enumerate(text) if line.startswith("heading 3"))
    assert text[at : at + len(lines)] == [line.format("Priority 1, action 1") for line in lines]


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
supported by: Health
changed owner: to Health, on 1 May 2025, because the post moved
due: June 2025
moved: to July 2025, on 1 June 2025

Write a strategy.
"""


@pytest.mark.parametrize(
    ("objective", "status"),
    [(OBJECTIVE, ""), ("", " <Strong>Status: </Strong>Not rated; deadline moved once.")],
    ids=["with an objective", "without any"],
)
def test_what_was_recorded_of_an_action_stands_below_its_heading(objective: str, status: str, tmp_path: Path) -> None:
    """Whose it was and is, and why; who supports it and does not own it; its first deadline and its steps."""
    plan = PLAN.replace("# Document plan", CHANGES).replace("\nWrite a strategy.\n", OF_AN_ACTION)
    (tmp_path / "plan.md").write_text(plan + objective, encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "plan").text.splitlines()
    at = lines.index("heading 3 | Priority 1, action 1: Write a strategy")
    assert lines[at + 1 : at + 3] == [
        "Normal | <Strong>Owner: </Strong>Health. "
        "<Strong>Due: </Strong>July 2025. "
        "<Strong>Owner changed: </Strong>From Council to Health since 1 May 2025, because the post moved. "
        "<Strong>Supported by: </Strong>Schools. <Strong>First agreed: </Strong>June 2025; moved once, by one month."
        f"{status}",
        "Normal | <Strong>Milestones: </Strong>Ten have signed, done on 2 May 2025",
    ]


SECOND = OBJECTIVE.replace("O1", "O2: Second").replace("due: June 2025", "due: May 2025\nmoved: to August 2025")
THIRD = OBJECTIVE.replace("O1", "O3: Third").replace("due: June 2025", "due: 8 April 2025")


def test_what_is_due_stands_by_its_dates_and_what_is_next_before_it(tmp_path: Path) -> None:
    """A day is told as it is, the rest by months; work without objectives is in the list, and past work is not next."""
    done = "\n# Status: Done\nmeans: complete\n\nIt is done.\n\n# Update O3\nas at: May 2025\nstatus: Done\n\nSo.\n"
    text = text_of(tmp_path, f"as at: 30 June 2025\n{OBJECTIVE}{SECOND}{THIRD}{done}")
    assert "heading 2 | What is due\nNormal | Next due: Second, August 2025.\n" in text
    cells = cells_below(text, "What is due")
    assert list(zip(cells[4::4], cells[7::4], strict=True)) == [
        *(("8 April 2025", "Done"), ("June 2025", "No update"), ("August 2025", "No update")),
        ("March 2026", "No update"),
    ]


@pytest.mark.parametrize(
    ("issues", "changed"),
    [
        ("", ["heading 2 | What changed", "one (Second)", "one (Third)"]),
        (
            "\n# Issue plan 1.0\nstate: approved\nas at: 1 June 2025\napproved by: The board, 1 June 2025\n"
            "\n# Issue plan 1.1\nas at: 30 June 2025\n",
            ["heading 2 | What changed since version 1.0, as at 1 June 2025", "one (Second)"],
        ),
    ],
    ids=["first version", "later version"],
)
def test_what_changed_is_told_since_the_version_that_was_approved(
    issues: str, changed: list[str], tmp_path: Path
) -> None:
    """By the days of the changes: a deadline that was moved after it, and not an owner who changed before it."""
    second = SECOND.replace("to August 2025", "to August 2025, on 10 June 2025")
    third = THIRD.replace("due:", "owner: Council\nchanged owner: from Council, to Health, on 5 May 2025\ndue:")
    names = "\n# Organisation: Council\n\n# Organisation: Health\n"
    text = text_of(tmp_path, f"as at: 30 June 2025\n{second}{third}{names}{STATUS}{UPDATE.replace('O1', 'O2')}{issues}")
    lines = text.splitlines()
    at = lines.index(changed[0])
    assert [line.rpartition("</Strong>")[2] for line in lines[at + 1 : at + len(changed)]] == changed[1:]
