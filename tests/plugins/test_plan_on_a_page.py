"""The plan on a page: what stands in its table, and that it is one page."""

from __future__ import annotations

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
    assert "Normal | Our principles: Children first." in lines
    assert lines[lines.index("[row]") :] == [
        *(
            "[row]",
            "[cell] Table Text | <Priority 1>\u00a0Priority 1:\u00a0</Priority 1><Strong> Early Help</Strong>",
            "Table Text | Two actions",
        ),
        "[cell] Table Bullet | <Strong>Help in time</Strong>. "
        "Known by: Families helped within a month; Families say so.",
        *("Table Bullet | Help lasts.", "[end of table]"),
    ]


def test_the_register_chooses_the_years_that_are_counted(tmp_path: Path) -> None:
    """The option `years` is that of the section `priorities`."""
    text = text_of(tmp_path, "section: plan-on-a-page, years 2017-18")
    assert "Table Text | One action\n" in text
    assert "Priorities and their actions in 2017-18" in text


@pytest.mark.slow
def test_it_is_one_page(tmp_path: Path) -> None:
    """The fictional board's plan, with five priorities and ten outcomes, takes one landscape page."""
    require("soffice")
    pdfium = require_module("pypdfium2", "pypdfium2")
    board = bscb_docs.read_board(EXAMPLES / "harrowmere")
    published = bscb_docs.publish(board, "plan-on-a-page", tmp_path, pdf=True)
    assert published.pdf
    assert len(pdfium.PdfDocument(published.pdf)) == 1
