"""The plan on a page: what stands in its table, and that it is one page."""

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

Write a strategy.

### Actions 2018-19

#### Action P1-18-1

Review it.

#### Action P1-18-2

Print it.

# Measure M1: Families helped within a month
unit: families

# Document page: Plan on a Page
outline: plan-on-a-page
{section}
"""


def text_of(folder: Path, section: str = "") -> str:
    """The text of the paper."""
    (folder / "plan.md").write_text(PLAN.format(section=section), encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), "page").text


def test_the_plan_stands_in_one_table(tmp_path: Path) -> None:
    """An outcome by its title, else in its words; a measure by its title, else as typed; the latest actions counted."""
    lines = text_of(tmp_path).splitlines()
    assert lines[0] == "heading 1 | Business Plan 2017-19 on a page, DRAFT version 0.1"
    assert lines[1] == "Normal | <Strong>Board without a name: </Strong>Every child is safe."
    assert "Normal | Our principles: Children first." in lines
    assert "Normal | Actions of 2018-19: Priority 1, two." in lines
    assert lines[lines.index("[row]") :] == [
        "[row]",
        "[cell] Table Text | <Priority 1> Priority 1: </Priority 1><Strong> Early help for every family</Strong>",
        "[cell] Table Bullet | <Strong>Help in time</Strong>. "
        "Measures: Families helped within a month; Families say so.",
        *("Table Bullet | Help lasts.", "[end of table]"),
    ]


def test_the_register_chooses_the_years_that_are_counted(tmp_path: Path) -> None:
    """The option `years` is that of the section `priorities`."""
    text = text_of(tmp_path, "section: plan-on-a-page, years 2017-18")
    assert "Normal | Actions of 2017-18: Priority 1, one.\n" in text


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


def test_long_outcomes_stand_in_fewer_words_and_fewer_points(tmp_path: Path) -> None:
    """First sentences first; then as many of them as fit, and how many there are besides."""
    long = " ".join(["It is better for them all, wherever they live and whoever looks after them."] * 4)
    outcomes = "\n".join(f"### Outcome P1-O{number}\n\nNumber {number}. {long}\n" for number in range(3, 30))
    (tmp_path / "more.md").write_text(f"# Priority P2: More\n\n{outcomes.replace('###', '##')}", encoding="utf-8")
    lines = text_of(tmp_path).splitlines()
    assert "Table Bullet | Number 4." in lines
    assert [line for line in lines if line.endswith("more outcomes")] == ["Table Bullet | 16 more outcomes"]
