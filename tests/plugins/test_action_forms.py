"""The actions of a plan as points, as cards and as a table, by the register's option."""

import re
from pathlib import Path

import pytest
from folders import EXAMPLES

import bscb_docs

PLAN = """\
# Board: Example Board

# Body: Executive

# Plan: Plan
years: 2017-19

## Priority P1: Early help

### Outcome P1-O1

Children are seen.

### Actions 2017-18

#### Action P1-1: Survey
owner: Executive
due: June 2017
serves: P1-O1
success: every school has answered

Ask every child, as [action](#P1-2) says.

#### Action P1-2

Tell the partners.

# Document report: Report
years: 2017-18
section: priorities, years 2017-18{}
"""
CARDS = [
    "heading 4 | Action 1: Survey",
    "Aside Text | Ask every child, as Priority 1, action 2 says.",
    "Aside Text | <Strong>Owner: </Strong>Executive.",
    "Aside Text | <Strong>Due: </Strong>June 2017.",
    "Aside Text | <Strong>Serves: </Strong>Priority 1, outcome 1.",
    "Aside Text | <Strong>What will be seen: </Strong>every school has answered.",
    "heading 4 | Action 2",
    "Aside Text | Tell the partners.",
]
TABLE = [
    "caption | Table 1: Actions 2017-18 under Priority 1",
    "[cell] Table Heading | Action",
    "[cell] Table Heading | Owner",
    "[cell] Table Heading | Deadline",
    "[cell] Table Heading | Measure",
    "[cell] Table Number | <Strong>Survey: </Strong>Ask every child, as Priority 1, action 2 says.",
    "Table Continue | <Strong>Serves: </Strong>Priority 1, outcome 1.",
    "[cell] Table Text | Executive",
    "[cell] Table Text | June 2017",
    "[cell] Table Text | every school has answered",
    "[cell] Table Number | Tell the partners.",
    "[cell] Table Text | No owner",
    "[cell] Table Text | No deadline",
    "[cell] Table Text | No measure",
]
POINTS = [
    "List Number | <Strong>Survey: </Strong>Ask every child, as Priority 1, action 2 says.",
    "List Continue | <Strong>What will be seen: </Strong>every school has answered.",
    "List Continue | <Strong>Owner: </Strong>Executive. <Strong>Due: </Strong>June 2017. "
    "<Strong>Serves: </Strong>Priority 1, outcome 1.",
    "List Number | Tell the partners.",
]


@pytest.mark.parametrize(
    ("option", "lines"), [("", POINTS), (", actions as cards", CARDS), (", actions as a table", TABLE)]
)
def test_actions_stand_as_the_register_says(option: str, lines: list[str], tmp_path: Path) -> None:
    """Each form says the same of every action, is open to references, and leaves nothing to be found."""
    (tmp_path / "board.md").write_text(PLAN.format(option), encoding="utf-8")
    built = bscb_docs.build(bscb_docs.read_board(tmp_path), "report")
    under = built.text.partition("heading 3 | Actions of Priority 1, 2017-18\n")[2].splitlines()
    assert [
        line.rstrip()
        for line in under
        if line.rstrip() and not line.startswith(("[row", "[table", "[col", "[head", "[end"))
    ] == lines
    assert [str(each) for each in built.findings if each.code.startswith(("ACC", "APP", "DOCX"))] == []


def test_a_table_without_any_measure_has_no_column_of_them(tmp_path: Path) -> None:
    """Its three columns have the width of the page; what is said is said as before."""
    plan = re.sub(r"^success: .*\n", "", PLAN.format(", actions as a table"), flags=re.MULTILINE)
    (tmp_path / "board.md").write_text(plan, encoding="utf-8")
    built = bscb_docs.build(bscb_docs.read_board(tmp_path), "report")
    wanted = [line for line in TABLE if "easure" not in line and "every school has" not in line]
    assert [line.rstrip() for line in built.text.splitlines() if line.rstrip() in TABLE] == wanted
    (columns,) = re.findall(r"^\[columns\] (.+)$", built.text, re.MULTILINE)
    assert sum(map(int, columns.split(", "))) == 9026
    assert [str(each) for each in built.findings if each.code.startswith(("ACC", "APP", "DOCX"))] == []


def test_an_outcome_of_another_priority_is_printed_with_its_own(tmp_path: Path) -> None:
    """The reader is not sent to the first outcome of the priority that the action stands under."""
    other = "## Priority P2: Neglect\n\n### Outcome P2-O1\n\nNeglect is seen.\n\n# Document"
    plan = PLAN.format("").replace("serves: P1-O1", "serves: P1-O1\nserves: P2-O1").replace("# Document", other)
    (tmp_path / "board.md").write_text(plan, encoding="utf-8")
    built = bscb_docs.build(bscb_docs.read_board(tmp_path), "report")
    assert "<Strong>Serves: </Strong>Priority 1, outcome 1 and Priority 2, outcome 1." in built.text


def test_another_form_is_told_in_the_register(tmp_path: Path) -> None:
    """The line of the register is named, with what may stand there."""
    (tmp_path / "board.md").write_text(PLAN.format(", actions as a list"), encoding="utf-8")
    (found,) = [each for each in bscb_docs.check(bscb_docs.read_board(tmp_path)) if each.code == "DOC-02"]
    said = 'The section priorities cannot take its option actions: "as a list" is no form of actions.'
    assert (found.message, found.mend) == (said, "Write one of: as points, as cards, as a table.")


def test_what_is_due_stands_by_months(tmp_path: Path) -> None:
    """By the option, in the order of the deadlines, each action by its number and name with its owners."""
    more = "### Actions 2017-18\n\n#### Action P1-9: Early one\nowner: Council\ndue: May 2017\n\nBegin.\n\n"
    plan = PLAN.format(", with what is due").replace("### Actions 2017-18\n\n", more, 1)
    (tmp_path / "board.md").write_text(f"{plan}\n# Organisation: Council\n", encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "report").text
    rows = text.partition("heading 2 | What is due, by month\n")[2].split("[row]\n")[1:]
    cells = ("May 2017", "Priority 1, action 1 (Early one)", "Council")
    assert rows[0].splitlines() == [f"[cell] Table Text | {cell}" for cell in cells]
    (tmp_path / "board.md").write_text(PLAN.format(""), encoding="utf-8")
    assert "What is due" not in bscb_docs.build(bscb_docs.read_board(tmp_path), "report").text


def test_the_front_says_who_leads_and_what_is_not_known(tmp_path: Path) -> None:
    """Under a priority who leads its actions; above, how many measures have no start and target, and where money is."""
    plan = PLAN.format(", with what is due").replace("### Outcome P1-O1\n", "### Outcome P1-O1\nmeasure: M1\n", 1)
    plan = plan.replace("# Document", "# Measure M1: Asked\n\n# Document", 1)
    (tmp_path / "board.md").write_text(plan, encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "report").text.splitlines()
    front = next(line for line in lines if "No value is known for" in line)
    assert "Measures with neither a start nor a target: one of one." in front
    assert front.endswith("None of our papers tells what it costs.")
    assert "Normal | <Strong>Who leads its actions: </Strong>Executive." in lines


def test_the_plan_says_how_many_actions_tell_their_cost() -> None:
    """The six that cost money of all seventeen, and the paper that tells of all money."""
    text = bscb_docs.build(bscb_docs.read_board(EXAMPLES / "harrowmere"), "business-improvement-plan").text
    assert "6 of the 17 actions say what they cost; all money: Independent Scrutineer" in text
