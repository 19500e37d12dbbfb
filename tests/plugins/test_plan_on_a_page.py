"""The plan on a page: what stands in its table, and that it is one page."""

import re
from pathlib import Path

import pytest
from folders import EXAMPLES
from programs import require, require_module

import bscb_docs

PLAN = """\
# Plan: Business Plan
years: 2017-19

## Ambition

Every child is safe.

## Principle: Children first

They come first.

## Priority P1: Early help for every family
short title: Early Help

### Outcome P1-O1: Help in time
measure: M1
measure: Families say so

Families get help in time.

### Outcome P1-O2

Help lasts.

### Actions 2017-18

#### Action P1-17-1
became: P1-18-1

Write a strategy.

### Actions 2018-19

#### Action P1-18-1: Review it
owner: Health
owner: Children in Care Council
due: Q1 2018-19

Review the strategy with everybody who wrote it.

#### Action P1-18-2

Print it.

# Measure M1: Families helped within a month
unit: families
target: 90
target by: Q4 2018-19

# Reading M1
period: 2017-18
value: 40

# Status: Late
symbol: ▲
means: in progress, at risk

It will be late.

# Update P1-17-1
period: 2017-18
as at: March 2018
status: Late

It is late.

# Organisation: Health Services for Families
short name: Health

# Body: Children in Care Council
short name: CIC

# Document page: Plan on a Page
as at: 31 March 2018
outline: plan-on-a-page
{section}
"""


def text_of(folder: Path, section: str = "", **files: str) -> str:
    """The text of the paper."""
    for name, text in {"plan": PLAN.format(section=section), **files}.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), "page").text


def test_the_plan_stands_in_one_table(tmp_path: Path) -> None:
    """An outcome by its title, else in its words, with the measures where they are and are to come to; and each action.

    An action has its owners by clear short names, the month of its deadline, and how it stands, once that was reported.
    """
    lines = text_of(tmp_path).splitlines()
    assert lines[:3] == [
        "heading 1 | Business Plan 2017-19 on a page, DRAFT version 0.1",
        "Normal | <Strong>Our ambition: </Strong>Every child is safe.<Strong> Our principles: </Strong>Children first.",
        "caption | Table 1: The priorities of Board without a name, as at 31 March 2018",
    ]
    assert lines[lines.index("[row]") :] == [
        "[row]",
        "[cell] Table Text | <Priority 1> Priority 1: </Priority 1><Strong> Early help for every family</Strong>",
        "[cell] Table Text | <Strong>Help in time:</Strong> Families helped within a month, 2017-18: 40, target 90 by "
        "March 2019; Families say so",
        "Table Text | Help lasts. No measure is named.",
        "[cell] Table Text | <Strong>Review it:</Strong> Health and Children in Care Council, June 2018",
        *("Table Text | Print it", "[end of table]"),
    ]


def test_the_heads_name_only_what_there_is(tmp_path: Path) -> None:
    """Where no outcome has a measure they say that plainly, and no status where nothing was reported of the actions."""
    whole = text_of(tmp_path, "section: plan-on-a-page, years 2017-18").splitlines()
    bare = re.sub(r"^measure: .*\n", "", PLAN, flags=re.MULTILINE).format(section="")
    (tmp_path / "plan.md").write_text(bare, encoding="utf-8")
    lines = bscb_docs.build(bscb_docs.read_board(tmp_path), "page").text.splitlines()
    assert "[cell] Table Heading | Two outcomes, and how we will know" in whole
    assert "[cell] Table Heading | One action of 2017-18: status so far" in whole
    assert "[cell] Table Heading | Two outcomes; no measure is named" in lines
    assert "[cell] Table Heading | Two actions of 2018-19: owner, deadline" in lines
    bare = re.sub(r"^(owner|due): .*\n", "", bare, flags=re.MULTILINE)
    assert "[cell] Table Heading | Two actions of 2018-19; no owner or deadline is named" in text_of(
        tmp_path, plan=bare
    )


def test_the_register_chooses_the_years_whose_actions_stand_there(tmp_path: Path) -> None:
    """The option `years` is that of the section `priorities`; an action with an update has the status of that."""
    text = text_of(tmp_path, "section: plan-on-a-page, years 2017-18")
    assert "<Strong>Write a strategy:</Strong> <Status Late>▲</Status Late> Late" in text
    assert "Review it" not in text


def test_an_open_action_past_its_deadline_is_overdue(tmp_path: Path) -> None:
    """Beside the label that was reported, since the board's own label may not say so; what is done is never overdue."""
    late = PLAN.replace("#### Action P1-17-1\n", "#### Action P1-17-1\ndue: December 2017\n")
    told = "<Strong>Write a strategy:</Strong> December 2017, <Status Late>▲</Status Late> Late"
    section = "section: plan-on-a-page, years 2017-18"
    assert f"{told}, overdue" in text_of(tmp_path, plan=late.format(section=section))
    done = late.replace("means: in progress, at risk", "means: complete")
    assert f"{told}\n" in text_of(tmp_path, plan=done.format(section=section))


def test_it_says_which_papers_tell_more(tmp_path: Path) -> None:
    """The paper with every action of those years in full and that with the money, by their titles; and the website."""
    others = (
        "# Document plan: Our Plan\nsection: priorities, years 2018-19\n\n"
        "# Document before: The Plan Before\nsection: priorities, years 2017-18\n\n"
        "# Document report: Our Report\nsection: budget\n\n# Board: Our Board\nwebsite: www.example.org\n"
    )
    text = text_of(tmp_path, others=others)
    assert "In full: Our Plan. Money: Our Report. <Hyperlink>www.ex" in text


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("birmingham", "Nine outcomes; no measure is named"),
        ("harrowmere", "<Strong>Children are answered:</Strong> Young people told what happened next"),
    ],
)
def test_ambition_principles_and_how_we_will_know_are_given_up_last(name: str, known: str) -> None:
    """Words are cut and lines follow each other before either; every outcome and every action stands there."""
    board = bscb_docs.read_board(EXAMPLES / name)
    text = bscb_docs.build(board, "plan-on-a-page").text
    assert "<Strong>Our ambition: </Strong>" in text
    assert "<Strong> Our principles: </Strong>" in text
    assert known in text
    assert "more outcome" not in text
    assert "more action" not in text
    assert all(
        each.title in text for each in (*board.outcomes(), *board.actions(years=board.latest_years)) if each.title
    )


def test_a_deadline_that_is_a_day_is_that_day_on_the_page() -> None:
    """As in the plan itself, and one that is longer the month by which it is over; and the page says whom to call."""
    text = bscb_docs.build(bscb_docs.read_board(EXAMPLES / "harrowmere"), "plan-on-a-page").text
    assert "Council, 30 September 2026" in text
    assert "Executive, March 2027" in text
    assert "whom to call: Independent Scrutineer" in text


def test_a_sentence_is_left_off_where_a_clause_ends() -> None:
    """Else after a long word: no short one that leads to what is left out ends it, and its dots begin no line."""
    text = bscb_docs.build(bscb_docs.read_board(EXAMPLES / "birmingham"), "plan-on-a-page").text
    assert "Table Text | The Board will review the Early Help Strategy …\n" in text
    assert "Table Text | Go on strengthening governance where the Board meets …\n" in text


@pytest.mark.slow
@pytest.mark.parametrize("name", ["harrowmere", "birmingham"])
def test_it_is_one_page(name: str, tmp_path: Path) -> None:
    """A plan of five priorities with short outcomes, and one whose outcomes are long: each on one landscape page."""
    require("soffice")
    pdfium = require_module("pypdfium2", "pypdfium2")
    board = bscb_docs.read_board(EXAMPLES / name)
    published = bscb_docs.publish(board, "plan-on-a-page", tmp_path, pdf=True)
    assert published.pdf
    assert len(pdfium.PdfDocument(published.pdf)) == 1


ACTION = """\
#### Action Q{priority}-18-{action}: Work named {action}
owner: Health
owner: CIC
due: May 2018

Do it.
"""


def many(priorities: int, actions: int) -> str:
    """A plan with so many priorities, each with two outcomes and so many actions of an owner and a deadline."""
    lines = ["# Plan: Business Plan\nyears: 2018-20\n"]
    for priority in range(1, priorities + 1):
        lines.append(f"## Priority Q{priority}: Safer in Place Number {priority}\n")
        lines += (f"### Outcome Q{priority}-O{n}: Outcome {n}\nmeasure: M1\n\nIt is better.\n" for n in (1, 2))
        lines.append("### Actions 2018-19\n")
        lines += (ACTION.format(priority=priority, action=action) for action in range(1, actions + 1))
    return "\n".join(lines)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("priorities", "actions", "pages", "named"),
    [
        (5, 5, 1, "Work named 5:</Strong> Health, May 2018"),
        (12, 5, 1, "Four more actions."),
        (24, 2, 2, "One more action."),
    ],
)
def test_a_long_plan_gives_up_what_it_must(
    priorities: int, actions: int, pages: int, named: str, tmp_path: Path
) -> None:
    """25 actions stand there with their lead and deadline; 60 are counted but for the first; 24 priorities take two."""
    require("soffice")
    pdfium = require_module("pypdfium2", "pypdfium2")
    others = PLAN[PLAN.index("# Measure") :].format(section="").partition("# Update P1-17-1")
    end = others[2][others[2].index("# Organisation") :]
    (tmp_path / "plan.md").write_text(f"{many(priorities, actions)}\n{others[0]}{end}", encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)
    published = bscb_docs.publish(board, "page", tmp_path / "out", pdf=True)
    assert published.pdf
    assert len(pdfium.PdfDocument(published.pdf)) == pages
    assert bscb_docs.build(board, "page").text.count(named) == priorities


def test_the_day_of_most_targets_is_said_once_above(tmp_path: Path) -> None:
    """Another day stands beside its target."""
    more = "\n# Measure {}: {}\ntarget: 5\ntarget by: {}\n"
    measures = more.format("M2", "Visits", "March 2019") + more.format("M3", "Calls", "June 2018")
    plan = PLAN.format(section="").replace("measure: M1\n", "measure: M1\nmeasure: M2\nmeasure: M3\n") + measures
    text = text_of(tmp_path, plan=plan)
    assert "month, 2017-18: 40, target 90; " in text
    assert "target 5 by June 2018" in text
    assert "<Strong> Targets: </Strong>by March 2019, where no other day is named." in text
