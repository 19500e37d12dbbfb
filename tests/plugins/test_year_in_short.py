"""The year in short: what is late, which targets are not met, what got worse, and what is not recorded at all."""

import re
from pathlib import Path

import pytest

import bscb_docs
from bscb_docs.ooxml.package import read_parts

BOARD = """\
# Board: Sample Board

# Plan: Business Plan
years: 2018-19

## Priority P1: Early help

### Actions 2018-19

#### Action P1-18-1
due: June 2018

Write a strategy.

#### Action P1-18-2

Ask the schools.

# Status: Late
means: in progress, at risk

It will be late.

# Status: Done
means: complete

It is done.

# Update P1-18-1
period: 2018-19
status: Late

# Update P1-18-2
period: 2018-19
status: {status}
{more}
# Document paper: Report
years: 2018-19
as at: 31 March 2019
section: year-in-short{options}
"""
MISSED = "Targets met: none of one; not met:"
MEASURE = """
# Measure M1: Staff trained
target: 60%

# Reading M1
period: Q3 2018-19
value: 50%

# Reading M1
period: Q4 2018-19
value: {value}
"""


def printed(folder: Path, status: str = "Done", more: str = "", options: str = "") -> list[str]:
    """The paragraphs of the section, without their styles."""
    (folder / "board.md").write_text(BOARD.format(status=status, more=more, options=options), encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(folder), "paper").text
    return [line.partition(" | ")[2] for line in text.splitlines()]


def test_the_year_is_told_by_what_is_late_and_what_is_not_recorded(tmp_path: Path) -> None:
    """The worst status first, each late action by its words and days, and that nothing is measured."""
    assert printed(tmp_path) == [
        "2018-19 in short",
        "The plan set two actions for 2018-19. The status of the actions as at 31 March 2019: one late and one done. "
        "Not recorded: who owns the actions, how it is measured, what it costs and what anybody is asked to decide.",
        "Open actions that are late, put off or not on course:",
        "Priority 1, action 1 (Write a strategy): Late; overdue by 274 days (due June 2018)",
    ]


def test_the_judgement_of_who_signs_stands_first(tmp_path: Path) -> None:
    """With the post of the signer before it; a second one is a paragraph of its own."""
    report = "\n# Person: Jo Example\n\n# Narrative paper: Report\nsigned by: Jo Example, as Chair, Sample Board\n"
    (tmp_path / "report.md").write_text(f"{report}judgement: All is well.\njudgement: Are children safer? Yes.\n")
    first, second = printed(tmp_path)[1:3]
    assert (first, second) == ("<Strong>Judgement of the Chair: </Strong>All is well.", "Are children safer? Yes.")


def test_what_the_only_status_means_is_told(tmp_path: Path) -> None:
    """Where all actions bear one, a count says nothing."""
    assert printed(tmp_path, status="Late")[2] == "It will be late."


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (
            "40%",
            [
                MISSED,
                "Staff trained: 40% in Q4 2018-19 against 60%, missed by 20 points; <Strong>worse: </Strong>"
                "40% in Q4 2018-19 after 50% in Q3 2018-19",
            ],
        ),
        ("59%", [MISSED, "Staff trained: 59% in Q4 2018-19 against 60%, missed by one point"]),
        ("70%", ["<Strong>Targets that are met: </Strong>Staff trained."]),
    ],
    ids=["worse", "better", "met"],
)
def test_what_is_missed_and_what_got_worse_has_a_name(value: str, told: list[str], tmp_path: Path) -> None:
    """With its value, what it is held against, when it was read, and how far it is from that."""
    assert printed(tmp_path, more=MEASURE.format(value=value))[4:] == told


@pytest.mark.parametrize(
    ("baseline", "told"),
    [
        ("60", [MISSED, "Staff trained: 100 in 2018-19 against 120, missed by 20 members of staff"]),
        (
            "110",
            [
                MISSED,
                "Staff trained: 100 in 2018-19 against 120, missed by 20 members of staff; <Strong>worse: </Strong>"
                "100 in 2018-19 after 110 in 2017-18",
            ],
        ),
    ],
)
def test_what_adds_up_is_worse_by_its_year_alone(baseline: str, told: list[str], tmp_path: Path) -> None:
    """The last quarter has fewer than the one before it, which says nothing of the year."""
    more = f"\n# Measure M1: Staff trained\nunit: members of staff\nbaseline: {baseline}\nbaseline at: 2017-18\n"
    more += "target: 120\nover the year: adds up\n"
    more += "".join(f"\n# Reading M1\nperiod: Q{at} 2018-19\nvalue: {n}\n" for at, n in enumerate((20, 20, 40, 20), 1))
    assert printed(tmp_path, more=more)[4:] == told


def test_the_register_adds_figures_that_are_sentences(tmp_path: Path) -> None:
    """The money of the year comes from the plugin that knows sums."""
    paid = "\n# Body: Council\n\n# Contribution\npartner: Council\nyears: 2018-19\namount: £300\n"
    last = printed(tmp_path, more=paid, options=", figures budget-2018-19.in-short")[-1]
    assert last == "Partners contributed £300 in 2018-19."


def test_nothing_of_a_year_to_come_is_told_as_past(tmp_path: Path) -> None:
    """On 31 March 2019 the money of 2019-20 is still to be spent."""
    money = "\n# Body: Council\n\n# Contribution\npartner: Council\nyears: 2019-20\namount: £300\n"
    money += "\n# Cost: Training\nyears: 2019-20\namount: £310\n"
    last = printed(tmp_path, more=money, options=", figures budget-2019-20.in-short")[-1]
    assert last == "£310 is to be spent in 2019-20. Contributions are £10 less than that."


def test_a_status_called_as_a_reason_is_said_once(tmp_path: Path) -> None:
    """A board's own "At risk" says already that the work is at risk."""
    (tmp_path / "more.md").write_text("# Status: At risk\nmeans: in progress, at risk\n\nIt will be late.\n")
    update = "\n# Update P1-18-2\nperiod: 2018-19\nas at: 31 March 2019\nstatus: At risk\n"
    assert printed(tmp_path, more=update)[-1] == "Priority 1, action 2 (Ask the schools): At risk; may be late"


def test_a_quarter_is_told_by_the_status_that_changed(tmp_path: Path) -> None:
    """What bore another one at the end of the quarter before, with both; a target for a later day is not missed yet."""
    then = "\n# Update P1-18-2\nperiod: Q3 2018-19\nas at: 31 December 2018\nstatus: Late\n"
    now = "\n# Update P1-18-2\nperiod: Q4 2018-19\nas at: 31 March 2019\nstatus: Done\n"
    quarter = "\n# Document quarter: Quarter\nperiod: Q4 2018-19\nas at: 31 March 2019\nsection: year-in-short\n"
    measure = MEASURE.format(value="55%").replace("target: 60%", "target: 60%\ntarget by: March 2020")
    text = BOARD.format(status="Late", more=then + now + measure + quarter, options="")
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "quarter").text.splitlines()
    assert "Normal | <Strong>Done in these months: Ask the schools</Strong>." in lines
    assert "not met" not in "".join(lines)


def test_open_work_that_is_late_has_its_status_of_before(tmp_path: Path) -> None:
    """And what is on course now and was not is told as another status: what is told among the late is not."""
    scale = "\n# Status: Going\nmeans: in progress, on course\n\nIt goes on.\n"
    then = "\n# Update P1-18-{}\nperiod: Q3 2018-19\nas at: 31 December 2018\nstatus: {}\n"
    now = "\n# Update P1-18-{}\nperiod: Q4 2018-19\nas at: 31 March 2019\nstatus: {}\n"
    updates = then.format(1, "Going") + now.format(1, "Late") + then.format(2, "Late") + now.format(2, "Going")
    quarter = "\n# Document quarter: Quarter\nperiod: Q4 2018-19\nas at: 31 March 2019\nsection: year-in-short\n"
    board = BOARD.replace("# Update P1-18-1\nperiod: 2018-19\nstatus: Late\n", "")
    text = board.format(status="Late", more=scale + updates + quarter, options="")
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "quarter").text.splitlines()
    late = "Priority 1, action 1 (Write a strategy): Late; before: going; overdue by 274 days (due June 2018)"
    other = "<Strong>Another status than at the end of Q3 2018-19: Ask the schools</Strong>, from late to going."
    assert (f"List Bullet | {late}" in lines, f"Normal | {other}" in lines) == (True, True)
    states = "one late and one going. Worse since 31 December 2018: "
    assert any(f"{states}Write a strategy." in line for line in lines)


def test_a_quarter_tells_which_targets_to_come_are_not_reached_so_far(tmp_path: Path) -> None:
    """With what was read, against what and by when; not what is reached, or what the year cannot tell yet."""
    text = BOARD.format(status="Late", options="", more=MEASURE.replace("60%", "60%\ntarget by: March 2019"))
    text = text.replace("years: 2018-19\nas at: 31 March 2019", "period: Q3 2018-19\nas at: 31 December 2018")
    found = []
    for value in ("50%", "60%"):
        (tmp_path / "board.md").write_text(text.replace("value: 50%", f"value: {value}"), encoding="utf-8")
        found.append(bscb_docs.build(bscb_docs.read_board(tmp_path), "report").text)
    told = "List Bullet | Staff trained: 50% in Q3 2018-19 against 60% by March 2019"
    assert [(told in each, "Not reached so far" in each) for each in found] == [(True, True), (False, False)]


def test_a_target_that_is_met_and_got_worse_is_told(tmp_path: Path) -> None:
    """With both numbers, in a line of its own."""
    last = printed(tmp_path, more=MEASURE.format(value="40%").replace("60%", "30%"))[4:]
    assert last == [
        "<Strong>Worse than at the reading before: </Strong>Staff trained, 40% in Q4 2018-19 after 50% in Q3 2018-19.",
        "<Strong>Targets that are met: </Strong>Staff trained.",
    ]


@pytest.mark.parametrize("measures", ["", "section: measures\n"], ids=["without its row", "with it"])
def test_a_target_leads_to_the_row_of_its_measure(measures: str, tmp_path: Path) -> None:
    """Where the document has one; its title is printed all the same where there is none."""
    board = BOARD.format(status="Done", more=MEASURE.format(value="50%"), options="\n" + measures)
    (tmp_path / "board.md").write_text(board, encoding="utf-8")
    built = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper")
    body = read_parts(built.data, "paper")["word/document.xml"].decode()
    assert (
        "Staff trained: 50% in Q4 2018-19 against 60%" in built.text,
        re.search(r"\bto_\d+_M1", body) is not None,
    ) == (True, bool(measures))


def test_a_recorded_figure_stands_with_its_title_and_day(tmp_path: Path) -> None:
    """The option `figures` takes it by its id."""
    figure = (
        "\n# Recorded figure done: Objectives completed\nvalue: 20\nout of: 30\nunit: objectives\nas at: March 2019\n"
    )
    last = printed(tmp_path, more=figure, options=", figures done")[-1]
    assert last == "Objectives completed as at March 2019: 20 of 30 (67%)."


def test_what_a_text_asks_is_not_called_unrecorded(tmp_path: Path) -> None:
    """A decision that a report wants is asked for, though no record of its own holds it; owners are missed no more."""
    asked = (
        "\n# Narrative paper: Report\n\n## What we ask\n\n> Decision wanted: That it is paid\n>\n> It costs little.\n"
    )
    (tmp_path / "asked.md").write_text(asked, encoding="utf-8")
    lead = printed(tmp_path)[1]
    assert lead.endswith("Not recorded: who owns the actions, how it is measured and what it costs.")


def test_a_year_tells_which_reviews_were_published_and_what_they_teach(tmp_path: Path) -> None:
    """By the words of the bulletin on each, else by its own, as a theme teaches nothing; the next priorities below."""
    reviews = (
        "\n# Review R1: A family\npublished: May 2018\n\nNobody asked.\n\n# Review R4: A baby\npublished: May 2018\n"
    )
    reviews += "theme: neglect\n\n# Review R2: A school\npublished: June 2018\n"
    reviews += (
        "\n# Review R3: Before\npublished: May 2017\n\n# Bulletin B1: Ask\npublished: June 2018\ndraws on: R2\n\nAsk.\n"
    )
    later = "### Actions 2019-20\n\n#### Action P1-19-1\n\nGo on.\n\n# Status: Late"
    board = BOARD.replace("# Status: Late", later).format(status="Done", more=reviews, options="")
    (tmp_path / "board.md").write_text(board, encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "paper").text.splitlines()
    assert [line.partition(" | ")[2] for line in lines][-5:] == [
        "Three reviews published, and what they teach:",
        "A family (May 2018): Nobody asked.",
        "A school (June 2018): Ask.",
        "Of one of the three it is not recorded what it teaches.",
        "<Strong>Priorities of 2019-20: </Strong>Early help.",
    ]


def test_a_measure_among_the_figures_has_its_last_reading_and_the_one_before(tmp_path: Path) -> None:
    """The option `figures` takes it by its id."""
    last = printed(tmp_path, more=MEASURE.format(value="70%"), options=", figures M1")[-1]
    assert last == "Staff trained: 70% in Q4 2018-19, 50% in Q3 2018-19."
