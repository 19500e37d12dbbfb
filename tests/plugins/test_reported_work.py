"""The progress report tells of actions that have no objectives as it does of objectives, in plain numbers."""

from pathlib import Path

import pytest

import bscb_docs

SCALE = """\
# Status: Complete
means: complete

It is finished.

# Status: At risk
means: in progress, at risk

It may be late.

# Status: On course
means: in progress, on course

It will be in time.

# Status: Off course
means: in progress, off course

It will be late.

# Organisation: Council

# Document report: Progress Report
outline: progress-report
period: Q2 2017-18
as at: 30 September 2017
"""
MOVED = """\
due: June 2017
moved: to September 2017, on 1 June 2017
moved: to March 2018, on 1 September 2017, by Council
"""
OBJECTIVE = """\
# Objective O1
action: A1
owner: Council
due: March 2018
measure: They are asked

Ask the pupils.

# Update O1
period: Q2 2017-18
as at: 30 September 2017
status: At risk

Half of them answered.
"""
STEPS = (
    ("A room is found", "A3", "due: August 2017\ndone on: 2 October 2017"),
    ("A date is set", "A3", "due: August 2017\ndone on: 30 August 2017"),
    ("A trainer is found", "A3", "due: October 2017"),
    ("A draft is read", "A4", "due: August 2017"),
)
ACTIONS = """\
# Priority P1: Neglect

## Actions 2017-18

### Action A1
owner: Council
due: March 2018

Ask families.

### Action A2
owner: Council
due: June 2017

Train the nurses.

### Action A3
owner: Council
due: June 2017
moved: to September 2017, on 1 June 2017
moved: to March 2018, on 1 September 2017

Train the teachers.

### Action A4
owner: Council
due: March 2018

Write a toolkit.

### Action A5
owner: Council
due: March 2018

Count the calls.

# Updates Q2 2017-18
as at: 30 September 2017

## Update A2
status: Off course

No room was found.

## Update A3
status: At risk

Two schools have answered.

## Update A4
status: Complete

It is in use.
"""


def read(folder: Path, text: str, paper: str = "outline: progress-report") -> bscb_docs.Board:
    """The board of those words, whose report has an outline or sections of its own."""
    scale = SCALE.replace("outline: progress-report", paper)
    (folder / "board.md").write_text(f"# Board: Sample Board\n\n{scale}\n{text}", encoding="utf-8")
    return bscb_docs.read_board(folder)


def rows_of(text: str, caption: str) -> list[str]:
    """The rows of the table under the caption that ends so, each as its lines."""
    table = text.partition(caption)[2].partition("[end of table]")[0]
    return table.split("[row]")[1:]


def entries_of(text: str, heading: str) -> list[str]:
    """The paragraphs and points beneath a heading of the report, up to the next one."""
    part = text.partition(f"heading 2 | {heading}\n")[2].partition("heading ")[0]
    return [line.partition(" | ")[2] for line in part.splitlines()]


def test_an_action_without_objectives_stands_in_every_part(tmp_path: Path) -> None:
    """Overdue, moved twice and not reported, each after its priority; and finished, beside the objective."""
    text = bscb_docs.build(read(tmp_path, f"{ACTIONS}\n{OBJECTIVE}"), "report").text
    assert entries_of(text, "What needs attention") == [
        "<Strong>Train the nurses (Priority 1, action 2): </Strong>Off course. No room was found.",
        "<Strong>Ask the pupils (Priority 1, action 1): </Strong>At risk. Half of them answered.",
        "<Strong>Train the teachers (Priority 1, action 3): </Strong>At risk. Two schools have answered. "
        "<Strong>First agreed: </Strong>June 2017; moved twice, by nine months.",
        "<Strong>Count the calls (Priority 1, action 5): </Strong>no update in these months. "
        "<Strong>Owner: </Strong>Council. <Strong>Due: </Strong>March 2018.",
        "No other action or objective is open.",
    ]
    (done,) = entries_of(text, "Complete in these months")
    owns = "<Strong>Owner: </Strong>Council. <Strong>Due: </Strong>March 2018."
    assert done == f"<Strong>Write a toolkit: </Strong>Complete. {owns} It is in use."
    assert "Ask families" not in text


def test_what_the_months_in_short_tell_is_told_once(tmp_path: Path) -> None:
    """How late it is, its owner and its deadline stand there, else in what needs attention; never in both."""
    records = f"{ACTIONS}\n{OBJECTIVE}"
    short = bscb_docs.build(read(tmp_path, records), "report").text
    alone = bscb_docs.build(read(tmp_path, records, "section: progress-report"), "report").text
    first = entries_of(alone, "What needs attention")[0]
    assert [said in first for said in ("overdue by 92 days", "Council", "June 2017")] == [True, True, True]
    line = "Priority 1, action 2 (Train the nurses): Off course; overdue by 92 days (Council, due June 2017)"
    assert f"List Bullet | {line}\n" in short
    assert short.count("overdue by 92 days") == 1


def test_what_is_not_on_course_is_so_in_both_sections(tmp_path: Path) -> None:
    """An amber label that is not the worst stands in short, in the table, and in the list; what is in time in none."""
    fair = OBJECTIVE.replace("O1", "O2").replace("At risk", "On course").replace("the pupils", "the parents")
    board = read(tmp_path, f"{ACTIONS.partition('### Action A2')[0]}\n{OBJECTIVE}\n{fair}")
    text = bscb_docs.build(board, "report").text
    short, _, report = text.partition("heading 1 | Progress in")
    lead = "Open work that is late, put off or not on course:"
    line = "<Strong>Ask the pupils</Strong>, Priority 1, action 1: At risk; may be late (Council, due March 2018)"
    assert f"{lead}\nList Bullet | {line}\n" in short
    assert "Ask the pupils" in entries_of(f"heading 1 | {report}", "What needs attention")[0]
    chosen = bscb_docs.Choice("not on course").of(board, board.of(bscb_docs.Objective))
    assert [standing.work.id for standing in chosen] == ["O1"]


def test_a_plan_is_counted_alike_in_every_paper(tmp_path: Path) -> None:
    """Actions, how many have objectives, and these; totals hold what has none, and the list all that is late."""
    late = OBJECTIVE.replace("March 2018", "July 2017").replace("status: At risk", "status: Off course")
    papers = "\n# Document plan: Plan\noutline: implementation-plan\nyears: 2017-18\nas at: 30 September 2017\n"
    papers += "\n# Document year: Year\nyears: 2017-18\nas at: 30 September 2017\nsection: year-in-short\n"
    board = read(tmp_path, f"{ACTIONS}\n{late}{papers}")
    quarter, plan, year = (bscb_docs.build(board, name).text for name in ("report", "plan", "year"))
    lead = "The plan set five actions for 2017-18, one of them with one objective."
    assert [lead in text for text in (quarter, plan, year)] == [True, True, True]
    assert "of the one objective, and of the four actions that have none, as at 30 September 2017:" in quarter
    assert "Overdue: two. Late, put off or not on course:" in plan
    assert plan.partition("not on course:")[2].partition("caption")[0].count("overdue by") == 2
    row = rows_of(plan, "Objectives (or actions that have none) of 2017-18 by priority and status")[0]
    assert [cell.splitlines()[0] for cell in row.split("[cell] Table Amount | ")[1:]] == ["2", "1", "1", "1", "5"]


def test_a_milestone_that_is_not_done_needs_attention(tmp_path: Path) -> None:
    """Also of work that is not late itself; done by the day of the paper, or of finished work, it needs none."""
    steps = "".join(f"\n# Milestone: {title}\nof: {of}\n{fields}\n" for title, of, fields in STEPS)
    text = bscb_docs.build(read(tmp_path, f"{ACTIONS}\n{steps}"), "report").text
    lines = text.partition("put off or not on course:")[2].partition("heading")[0].splitlines()
    (line,) = (line for line in lines if "milestone not done" in line)
    assert "Train the teachers" in line
    assert "milestone not done: A room is found, due August 2017 (" in line


def test_what_needs_attention_has_the_worst_first(tmp_path: Path) -> None:
    """What is overdue and off course stands before what was typed before it and is better rated."""
    late = ACTIONS.replace("due: March 2018\n\nAsk families.", f"{MOVED}\nAsk families.")
    rows = entries_of(bscb_docs.build(read(tmp_path, late), "report").text, "What needs attention")
    assert [words for row in rows for words in ("Train the nurses", "Ask families") if words in row] == [
        "Train the nurses",
        "Ask families",
    ]


def test_what_is_overdue_stands_before_what_is_not(tmp_path: Path) -> None:
    """Though its label is better: what passed its date is not the last of a long list, in short and in the table."""
    late = ACTIONS.replace("status: Off course", "status: On course").replace("status: At risk", "status: Off course")
    short, _, table = bscb_docs.build(read(tmp_path, late), "report").text.partition("heading 1 | Progress in")
    for text in (short.partition("not on course:")[2], table.partition("What needs attention")[2]):
        assert 0 < text.index("Train the nurses") < text.index("Train the teachers")


def test_what_needs_attention_is_told_once(tmp_path: Path) -> None:
    """Under its priority stands what is in time alone."""
    text = bscb_docs.build(read(tmp_path, f"{ACTIONS}\n{OBJECTIVE.replace('At risk', 'On course')}"), "report").text
    assert "Train the nurses" not in text.partition("What else is open")[2]
    assert "Ask the pupils" not in "".join(entries_of(text, "What needs attention"))
    assert "Ask the pupils" in text.partition("What else is open")[2].partition("heading 2")[0]


def test_each_status_is_explained_where_it_is_counted(tmp_path: Path) -> None:
    """The worst first; beside its number the definition, or that there is none; no quarter before the first."""
    text = bscb_docs.build(read(tmp_path, f"{ACTIONS}\n{OBJECTIVE}"), "report").text
    rows = [
        [cell.partition("| ")[2].strip() for cell in row.split("[cell] ")[1:]]
        for row in rows_of(text, "what each status means")
    ]
    assert rows == [
        ["Off course", "It will be late.", "1"],
        ["At risk", "It may be late.", "2"],
        ["Not rated", "No one status fits it, or none was given.", "1"],
        ["Complete", "It is finished.", "1"],
    ]


@pytest.mark.parametrize(
    ("records", "lead"),
    [
        (
            ACTIONS,
            "Of five actions one was complete as at 30 September 2017, one of these in these months. "
            "Still open: one Off course, one At risk and two Not rated. Overdue: one (Priority 1). Deadline "
            "moved since the year began: one (still open: one).",
        ),
        (
            ACTIONS[: ACTIONS.index("### Action A2")] + OBJECTIVE,
            "The one objective was still open as at 30 September 2017.",
        ),
        (
            ACTIONS.replace("moved: to March 2018, on 1 September 2017", ""),
            "Of five actions one was complete as at 30 September 2017, one of these in these months. "
            "Still open: one Off course, one At risk and two Not rated. Overdue: one (Priority 1). "
            "Due by 30 September 2017 and not complete: one. Deadline moved since the year began: one "
            "(still open: one).",
        ),
        ("# Priority P1: Neglect\n", "There is no action or objective of 2017-18 to report on."),
    ],
    ids=["actions", "one", "due on the day", "none"],
)
def test_the_first_words_fit_what_there_is(records: str, lead: str, tmp_path: Path) -> None:
    """A board with actions alone, with one objective and with neither is told of in words that fit, the worst first."""
    paper = "section: next-steps\nsection: progress-report"
    lines = bscb_docs.build(read(tmp_path, records, paper), "report").text.splitlines()
    assert f"Normal | {lead}" in lines
    assert "Normal | No commitment is open, and nothing is due in the quarter that follows." in lines


@pytest.mark.parametrize(
    ("more", "asked"),
    [("", ["A1", "A5"]), (OBJECTIVE, ["A5"]), (OBJECTIVE[: OBJECTIVE.index("# Update")], ["A5", "O1"])],
    ids=["no objective", "one reported", "one not reported"],
)
def test_an_action_is_asked_after_unless_its_objectives_are(more: str, asked: list[str], tmp_path: Path) -> None:
    """One finding for what nobody reported: for the objective where there are any, else for the action."""
    found = [f for f in bscb_docs.check(read(tmp_path, f"{ACTIONS}\n{more}")) if f.code in {"STA-02", "UPD-04"}]
    assert sorted(finding.about for finding in found) == asked


@pytest.mark.parametrize(("words", "quarter", "is_told"), [("Asked.", "Q2", 1), ("", "Q2", 0), ("Old.", "Q1", 0)])
def test_what_was_reported_of_an_action_that_has_objectives_is_told(
    words: str, quarter: str, is_told: int, tmp_path: Path
) -> None:
    """Below its priority, after its words and status; not without words, nor from months before."""
    own = f"\n# Update A1\nperiod: {quarter} 2017-18\nstatus: On course\n\n{words}\n"
    text = bscb_docs.build(read(tmp_path, f"{ACTIONS}\n{OBJECTIVE}{own}"), "report").text
    assert text.count(f"Normal | <Strong>Ask families (On course): </Strong>{words}") == is_told


def test_an_action_that_has_objectives_needs_attention_too(tmp_path: Path) -> None:
    """Put off twice, it stands there although its objective is in time; what was reported of it is told there alone."""
    late = ACTIONS.replace(
        "### Action A1\nowner: Council\ndue: March 2018\n", f"### Action A1\nowner: Council\n{MOVED}"
    )
    own = "\n# Update A1\nperiod: Q2 2017-18\nas at: 30 September 2017\nstatus: At risk\n\nAsked.\n"
    text = bscb_docs.build(read(tmp_path, f"{late}\n{OBJECTIVE}{own}"), "report").text
    needed = [entry for entry in entries_of(text, "What needs attention") if "Ask families" in entry]
    assert ["deadline moved twice" in entry for entry in needed] == [True]
    assert text.count("Asked.") == 1


def test_an_action_and_its_objectives_need_attention_one_after_the_other(tmp_path: Path) -> None:
    """The action, whose and by when; below it its words; then its objective as a point, with what these do not say."""
    late = ACTIONS.replace(
        "### Action A1\nowner: Council\ndue: March 2018\n", f"### Action A1\nowner: Council\n{MOVED}"
    )
    own = "\n# Update A1\nperiod: Q2 2017-18\nas at: 30 September 2017\nstatus: At risk\n\nAsked. {}\n"
    below = OBJECTIVE.replace("At risk", "Off course").replace("answered.", "answered. Asked.")
    text = bscb_docs.build(read(tmp_path, f"{late}\n{below}{own.format('Nobody came.')}"), "report").text
    assert entries_of(text, "What needs attention")[1:4] == [
        "<Strong>Ask families (Priority 1, action 1): </Strong>At risk; may be late; deadline moved twice. "
        "<Strong>Owner: </Strong>Council. <Strong>Due: </Strong>March 2018.",
        "Asked. Nobody came. <Strong>First agreed: </Strong>June 2017; moved twice, by nine months.",
        "<Strong>Ask the pupils (objective): </Strong>Off course. Half of them answered.",
    ]
    alone = bscb_docs.build(read(tmp_path, f"{late}\n{below}{own.format('').replace('Asked.', '')}"), "report").text
    assert "Off course. Half of them answered. Asked." in alone


def test_work_that_is_told_in_one_line_keeps_the_colon_before_its_points(tmp_path: Path) -> None:
    """Without it the points would belong to the word before them: "every school primary schools"."""
    words = "Send it to every school:\n\n- primary schools\n- secondary schools"
    action = f"## Action A1\nyears: 2017-18\nowner: Council\ndue: June 2017\n\n{words}\n"
    board = f"# Board: B\n\n{SCALE}\n# Priority P1: One\n\n{action}"
    (tmp_path / "board.md").write_text(board, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "report").text
    assert "Send it to every school: primary schools and secondary schools" in text
