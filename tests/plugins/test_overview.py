"""The overview of progress: what it says became of an action, of a closed year and of the current one."""

from pathlib import Path

import pytest
from folders import EXAMPLES
from programs import require_module

import bscb_docs

PLAN = """\
# Plan: Business Plan
years: 2017-19

## Priority P1: Early help

### Actions 2017-18

#### Action P1-17-1
became: P1-18-1

Write a strategy.

#### Action P1-17-2

Ask the schools.

### Actions 2018-19

#### Action P1-18-1

Review the strategy.

#### Action P1-18-2
became: ended, because the schools do it now

Ask the pupils.

# Document overview-of-progress: Overview of Progress
section: progress-overview, years {years}
"""


@pytest.mark.parametrize(
    ("years", "counted", "rows"),
    [
        (
            "2017-18",
            ["Carried on in 2018-19: one action", "What became of them not recorded: one action"],
            ["What became of it: Now Priority 1, action 1", "What became of it: Not recorded"],
        ),
        (
            "2018-19",
            ["In the current plan: one action", "Ended: one action"],
            ["What became of it: Ended: the schools do it now."],
        ),
    ],
)
def test_only_a_closed_year_can_lack_an_answer(years: str, counted: list[str], rows: list[str], tmp_path: Path) -> None:
    """An action of the latest years is in the plan, unless something says that it ended."""
    (tmp_path / "plan.md").write_text(PLAN.replace("{years}", years), encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "overview-of-progress").text
    words = [line.partition(" | ")[2].replace("<Strong>", "").replace("</Strong>", "") for line in text.splitlines()]
    assert counted == [line for line in words if line in counted]
    assert rows == [line for line in words if line in rows]


def test_a_year_in_which_nothing_has_become_anything_counts_nothing(tmp_path: Path) -> None:
    """Where all actions are of the current plan, no heading and no sentence stands above them."""
    plan = PLAN.replace("{years}", "2018-19").replace("became: ended, because the schools do it now\n", "")
    (tmp_path / "plan.md").write_text(plan, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "overview-of-progress").text
    assert "What became of them" not in text
    assert "current plan" not in text


def test_what_is_decided_later_is_not_missed_before(tmp_path: Path) -> None:
    """At a day before the refresh the year is closed by no words, although the next plan is known."""
    plan = PLAN.replace("{years}", "2017-18").replace(
        "#### Action P1-17-2", "#### Action P1-17-2\nbecame: P1-18-2, on 9 June 2018"
    )
    plan = plan.replace("became: P1-18-1", "became: P1-18-1, on 9 June 2018").replace(
        "of Progress\n", "of Progress\nas at: {day}\n"
    )
    texts = []
    for day in ("31 March 2018", "30 June 2018"):
        (tmp_path / "plan.md").write_text(plan.replace("{day}", day), encoding="utf-8")
        texts.append(bscb_docs.build(bscb_docs.read_board(tmp_path), "overview-of-progress").text)
    assert ["What became of" in text for text in texts] == [False, True]


RATED = """\
# Status: Late
means: in progress, at risk

It will be late.

# Status: Fine
means: in progress, on course

It goes on.

# Update P1-17-1
period: 2017-18
status: Late

# Update P1-17-2
period: 2017-18
status: {status}

# Document paper: Progress
years: 2017-18
as at: 31 March 2018
section: progress-overview
"""


@pytest.mark.parametrize(
    ("due", "status", "first"),
    [
        ("June 2017", "Fine", ["Fine; overdue by 274 days; said to be on course (School Forum, due June 2017)"]),
        (
            "June 2017",
            "not rated, because it has parts",
            ["Not rated; overdue by 274 days (School Forum, due June 2017)"],
        ),
        ("June 2018", "Fine", []),
    ],
    ids=["overdue", "overdue and not rated", "on course"],
)
def test_what_is_late_or_not_on_course_is_told_first(due: str, status: str, first: list[str], tmp_path: Path) -> None:
    """By its number and words, with its label, why it is told, whose it is and by when; the overdue first."""
    charge = f"owner: School Forum\ndue: {due}\n\nAsk the schools."
    plan = PLAN.partition("# Document overview")[0].replace("\nAsk the schools.", charge)
    text = f"{plan}# Body: School Forum\n\n{RATED.format(status=status)}"
    (tmp_path / "plan.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    told = printed.partition("not on course:\n")[2].partition("caption | ")[0].splitlines()
    wanted = [*(f"2 (Ask the schools): {reasons}" for reasons in first), "1 (Write a strategy): Late; may be late"]
    assert told == [f"List Bullet | Priority 1, action {line}" for line in wanted]


def test_a_point_begins_with_its_action_and_how_that_stands_is_below_it(tmp_path: Path) -> None:
    """By its name or number; where its parts stand apart, that is said in place of a status."""
    text = PLAN.partition("# Document overview")[0] + RATED.format(status="not rated, because it has parts")
    (tmp_path / "plan.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    stands = "List Continue | <Strong>Status: </Strong>Not rated: it has parts."
    assert f"List Bullet | <Strong>Priority 1, action 2: </Strong>Ask the schools.\n{stands}\n" in printed


def test_every_status_is_counted_once_beside_what_it_means(tmp_path: Path) -> None:
    """The worst first; what is not rated has a row too."""
    text = PLAN.partition("# Document overview")[0] + RATED.format(status="not rated, because it has parts")
    (tmp_path / "plan.md").write_text(text, encoding="utf-8")
    printed = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    cells = [
        line.partition(" | ")[2] for line in printed.partition("[end of table]")[0].splitlines() if "[cell]" in line
    ]
    assert cells[3:] == [
        *("Late", "It will be late.", "1"),
        *("Not rated", "No one status fits it, or none was given.", "1"),
    ]


def test_where_no_state_is_known_the_reader_is_told_at_once(tmp_path: Path) -> None:
    """The first sentence does not promise to say where the actions stood."""
    status = "# Status: State not recorded\nmeans: state not recorded\n\nNobody said.\n\n"
    updates = "".join(f"# Update P1-17-{n}\nperiod: 2017-18\nstatus: State not recorded\n\n" for n in (1, 2))
    (tmp_path / "plan.md").write_text(f"{PLAN.replace('{years}', '2017-18')}\n{status}{updates}", encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "overview-of-progress").text
    assert "What was reported of each is told below. Not recorded: who owns the actions, when they are due, " in text
    assert "how it is measured, what it costs and whether any was finished at the end of the year." in text


def test_the_reason_of_all_that_ended_is_said_once(tmp_path: Path) -> None:
    """Above the rows; an end with a reason of its own keeps it in its row."""
    plan = PLAN.replace("{years}", "2018-19").replace("#### Action P1-18-1\n", "#### Action P1-18-1\n{first}\n")
    said = []
    for first in ("became: ended, because the schools do it now", "became: ended, because it was done"):
        (tmp_path / "plan.md").write_text(plan.replace("{first}", first), encoding="utf-8")
        text = bscb_docs.build(bscb_docs.read_board(tmp_path), "overview-of-progress").text
        said.append(("two actions, each because the schools do it now" in text, text.count("the schools do it now")))
    assert said == [(True, 1), (False, 1)]


@pytest.mark.parametrize(("actions", "is_drawn"), [(2, False), (3, True)], ids=["two", "three"])
def test_a_picture_is_drawn_where_it_says_more_than_its_table(actions: int, is_drawn: bool, tmp_path: Path) -> None:
    """Bars of one or two actions are all alike; the table says as much at a glance."""
    require_module("matplotlib", "matplotlib")
    cards = "".join(f"#### Action P1-17-{number}\n\nDo thing {number}.\n\n" for number in range(actions))
    plan = f"# Plan: Plan\nyears: 2017-18\n\n## Priority P1: Early help\n\n### Actions 2017-18\n\n{cards}"
    card = "# Document picture: Picture\nyears: 2017-18\nsection: progress-picture\n"
    (tmp_path / "plan.md").write_text(f"{plan}{card}", encoding="utf-8")
    assert ("Figure 1" in bscb_docs.build(bscb_docs.read_board(tmp_path), "picture").text) is is_drawn


def test_a_point_that_went_with_its_action_is_named_there(tmp_path: Path) -> None:
    """A second link to the same action would be heard as another answer."""
    plan = PLAN.replace("{years}", "2017-18").replace(
        "became: P1-18-1\n", "became: P1-18-1\nbecame: #neglect, P1-18-1\n"
    )
    plan = plan.replace("Write a strategy.", "Write strategies against:\n\n- neglect {#neglect}\n- harm online")
    (tmp_path / "plan.md").write_text(plan, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "overview-of-progress").text
    told = [line.partition("</Strong>")[2] for line in text.splitlines() if "What became of it: " in line]
    assert told[0] == "Now Priority 1, action 1, with neglect"
    assert "<Strong>Neglect: </Strong>" not in text


def test_what_was_split_is_called_so(tmp_path: Path) -> None:
    """As the paper of what changed counts it, and not as reworded, though its parts have other words."""
    plan = PLAN.replace("{years}", "2017-18").replace(
        "became: P1-18-1\n", "became: P1-18-1, reworded\nbecame: P1-18-2, reworded\n"
    )
    (tmp_path / "plan.md").write_text(plan, encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)
    text = bscb_docs.build(board, "overview-of-progress").text
    assert [f"Now Priority 1, action {number} (split)" in text for number in (1, 2)] == [True, True]
    assert "(reworded)" not in text


def test_what_no_record_holds_of_the_actions_is_said_in_one_sentence(tmp_path: Path) -> None:
    """In the overview, and once in the plan: in its introduction where it has one; no paper sends to another for it."""
    plan = PLAN.replace("{years}", "2017-18") + "\n# Introduction\n\nThis is the plan.\n"
    plan += "\n# Document plan: Plan\nyears: 2017-18\nsection: priorities, years 2017-18\n"
    plan += (
        "\n# Document whole: Whole Plan\nyears: 2017-18\nsection: introduction\nsection: priorities, years 2017-18\n"
    )
    rest = (
        "Not recorded, here or in Plan and Overview of Progress: who owns the actions, when they are due, how it is "
        "measured and what it costs."
    )
    found = []
    for owner in ("", "owner: School Forum\ndue: March 2018\n"):
        text = plan.replace("#### Action P1-17-2\n", f"#### Action P1-17-2\n{owner}") + "\n# Body: School Forum\n"
        (tmp_path / "plan.md").write_text(text, encoding="utf-8")
        board = bscb_docs.read_board(tmp_path)
        texts = [bscb_docs.build(board, name).text for name in ("overview-of-progress", "plan", "whole")]
        found.append([text.count(": who owns the actions") for text in texts])
        assert (rest in texts[2].partition("Outcomes and actions")[0]) is (not owner)
    assert found == [[1, 1, 1], [0, 0, 0]]


def test_actions_split_or_merged_are_counted_as_the_paper_of_what_changed_does(tmp_path: Path) -> None:
    """Neither is carried on: what goes on in two, and what goes on as one with another."""
    split = PLAN.replace("{years}", "2017-18").replace("became: P1-18-1\n", "became: P1-18-1\nbecame: P1-18-2\n")
    merged = PLAN.replace("{years}", "2017-18").replace(
        "#### Action P1-17-2\n", "#### Action P1-17-2\nbecame: P1-18-1\n"
    )
    texts = []
    for plan in (split, merged):
        (tmp_path / "plan.md").write_text(plan, encoding="utf-8")
        texts.append(bscb_docs.build(bscb_docs.read_board(tmp_path), "overview-of-progress").text)
    assert "<Strong>Split in 2018-19: </Strong>one action" in texts[0]
    assert "<Strong>Merged in 2018-19: </Strong>two actions" in texts[1]
    assert not any("Carried on in" in text for text in texts)


def test_the_states_of_the_objectives_stand_beside_those_of_the_quarter_before(tmp_path: Path) -> None:
    """Of the objectives, which are reported on each quarter; where none was, there is nothing to compare."""
    update = "\n# Update O1\nperiod: Q{at} 2017-18\nas at: {day} 2018\nstatus: {status}\n"
    first = update.format(at=3, day="31 December", status="Fine").replace("31 December 2018", "31 December 2017")
    objective = "# Objective O1\naction: P1-17-2\n\nAsk them.\n" + update.format(at=4, day="31 March", status="Late")
    plan = PLAN.partition("# Document overview")[0]
    texts = []
    for more in (objective + first, objective):
        (tmp_path / "plan.md").write_text(plan + RATED.format(status="Fine") + "\n" + more, encoding="utf-8")
        texts.append(bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text)
    said = (
        "The status of the one objective as at 31 March 2018: one late. As at 31 December 2017: one fine. "
        "Worse since 31 December 2017: Ask them."
    )
    assert [said in text for text in texts] == [True, False]


def test_what_each_status_means_is_told_without_counts_where_a_table_counts(tmp_path: Path) -> None:
    """The table of priorities in the same document has the numbers already."""
    plan = PLAN.partition("# Document overview")[0] + RATED.format(status="Fine")
    (tmp_path / "plan.md").write_text(f"{plan}section: progress-picture\n", encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text
    assert "List Bullet | Late: It will be late.\nList Bullet | Fine: It goes on.\n" in text
    assert "Actions by status" not in text


def test_what_is_asked_of_whom_stands_in_front(tmp_path: Path) -> None:
    """Decisions that were promised of the actions and their objectives, with their days, and open requests."""
    objective = "# Objective O1: Courses\naction: P1-17-2\ndue: March 2018\n\nHold courses.\n"
    update = "\n# Update O1\nas at: 31 March 2018\nstatus: Fine\nnext: the board decides who pays, by June 2018\n"
    request = "\n# Request P1-17-2\nnew deadline: May 2018\nbecause: staff are ill\non: 1 March 2018\n"
    plan = PLAN.replace("{years}", "2017-18").replace("section: p", "as at: 31 March 2018\nsection: p")
    (tmp_path / "plan.md").write_text(plan + "\n" + RATED.format(status="Fine") + objective, encoding="utf-8")
    (tmp_path / "said.md").write_text(update + request, encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "overview-of-progress").text.splitlines()
    said = (
        "To be decided: The board decides who pays, June 2018. Another deadline or owner is asked for: Ask the schools."
    )
    assert f"Normal | {said}" in lines


def test_the_overview_says_where_missed_targets_are_told() -> None:
    """In the papers of its day that have the measures; bound into one of them it does not send there."""
    board = bscb_docs.read_board(EXAMPLES / "harrowmere")
    texts = [bscb_docs.build(board, name).text for name in ("overview-of-progress", "accountability-report")]
    assert ["Which targets were met and missed: Independent Scrutineer" in text for text in texts] == [True, False]
