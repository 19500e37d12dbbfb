"""A document shows the board as it was at its day, for its period, with the one plan that it prints."""

from pathlib import Path

import pytest

import bscb_docs

RECORDS = """\
# Board: Sample Board

# Organisation: Council
formerly: County Council, to September 2025

# Person: Jo Example
post: Chief Nurse, from April 2024, to June 2025

# Body: Executive Board
chair: Jo Example, from April 2024, to August 2025

# Status: Done
means: complete

It is finished.

# Status: Going
means: in progress, on course

It goes on.

# Plan: Business Plan
years: 2025-27

## Priority P1: Neglect

### Actions 2025-26

#### Action A1
owner: Council
due: June 2025
moved: to March 2026, on 5 August 2025

Write a strategy.

## Priority P2: Schools

### Actions 2025-26

#### Action A2
owner: Council
due: March 2026

Visit schools.

# Plan: Plan of the Quality Group
body: Executive Board

## Priority Q1: Audits

### Actions 2025-26

#### Action Q1A1

Audit forty files.
"""

UPDATES = {
    "a": "# Updates Q4 2025-26\nas at: 31 March 2026\n\n## Update A1\nstatus: Done\n\nAgreed in March.\n",
    "b": "# Updates Q1 2025-26\nas at: 30 June 2025\n\n## Update A1\nstatus: Going\n\nFamilies read the draft.\n",
}

REGISTER = """\
# Document plan: Business Plan
outline: business-improvement-plan
years: 2025-26
as at: {day}
section: priorities, years 2025-26

# Document progress: Progress
outline: overview-of-progress
years: 2025-26
as at: {day}
section: progress-overview

# Document own: Plan of the Quality Group
plan: Plan of the Quality Group
section: cover
section: priorities, years 2025-26

# Document report: Report
period: {period}
as at: {day}
section: narrative
"""

REPORT = """\
# Narrative report: Report

## Where we stand

There are {{ priorities.count }} priorities. We finished {{ actions.complete.part }} actions, and
{{ actions-2025-26.overdue }} late ones are open. {{ executive-board.meetings-held }} meetings were held.

Whose strategy it is: {{ A1.owner }}, by {{ A1.due }}.
"""

DATES = ("5 May 2025", "5 August 2025", "5 March 2026")
MEETINGS = "\n".join(("body,date,state", *(f"Executive Board,{date},held" for date in DATES)))


def text_of(folder: Path, name: str, day: str = "30 June 2025", period: str = "Q1 2025-26") -> str:
    """The words of a document of the small board, at a day and for a period."""
    files = {**UPDATES, "board": RECORDS, "documents": REGISTER.format(day=day, period=period)}
    for stem, text in {**files, "report": REPORT}.items():
        (folder / f"{stem}.md").write_text(text, encoding="utf-8")
    (folder / "meetings.csv").write_text(MEETINGS, encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), name).text


@pytest.mark.parametrize(
    ("day", "said", "unsaid"),
    [("30 June 2025", "Families read the draft.", "Agreed in March"), ("31 March 2026", "Agreed in March", "Families")],
)
def test_a_report_prints_what_was_known_at_its_day(tmp_path: Path, day: str, said: str, unsaid: str) -> None:
    """Built next March, last June's overview gives last June's words, whatever the files are called."""
    text = text_of(tmp_path, "progress", day)
    assert (said in text, unsaid in text) == (True, False)


@pytest.mark.parametrize(
    ("day", "charge"),
    [
        ("30 June 2025", "County Council. <Strong>Due: </Strong>June 2025"),
        ("30 September 2025", "County Council. <Strong>Due: </Strong>March 2026"),
        ("1 October 2025", "Council. <Strong>Due: </Strong>March 2026"),
    ],
)
def test_a_plan_prints_the_owner_and_deadline_in_force_at_its_day(tmp_path: Path, day: str, charge: str) -> None:
    """Names and deadlines are those of the day."""
    assert f"<Strong>Owner: </Strong>{charge}" in text_of(tmp_path, "plan", day)


def test_figures_are_those_of_the_day_and_period(tmp_path: Path) -> None:
    """A quarterly report counts its quarter; a later one does not change what an earlier one said."""
    june = text_of(tmp_path, "report")
    march = text_of(tmp_path, "report", "31 March 2026", "2025-26")
    assert "We finished no actions, and no late ones are open. one meetings were held." in june
    assert "Whose strategy it is: County Council, by June 2025." in june
    assert "We finished one actions, and no late ones are open. three meetings were held." in march
    assert "Whose strategy it is: Council, by March 2026." in march


def test_a_document_prints_one_plan_and_says_whose(tmp_path: Path) -> None:
    """A sub-group's own plan is no part of the board's, nor the board's of it."""
    board, own = text_of(tmp_path, "plan"), text_of(tmp_path, "own")
    assert ("Neglect" in board, "Audits" in board, "Neglect" in own, "Audits" in own) == (True, False, False, True)
    assert "There are two priorities" in text_of(tmp_path, "report")
    assert "Executive Board" in own


def test_two_updates_of_one_day_are_told(tmp_path: Path) -> None:
    """Nothing says which of them holds."""
    text_of(tmp_path, "plan")
    (tmp_path / "c.md").write_text("# Update A1\nstatus: Done\nas at: 30 June 2025\n\nAll is done.\n", encoding="utf-8")
    found = bscb_docs.check(bscb_docs.read_board(tmp_path))
    assert [finding.code for finding in found if finding.code == "UPD-02"] == ["UPD-02"]


def test_only_figures_that_the_register_names_are_headlines(tmp_path: Path) -> None:
    """A number that partners gave for something else stays out of the overview."""
    (tmp_path / "figures.md").write_text("# Recorded figure council: Contribution\nvalue: £142,500\nas at: May 2025\n")
    assert "142,500" not in text_of(tmp_path, "progress")
    named = "overview\nsection: headline-figures, figures council\n\n"
    register = (tmp_path / "documents.md").read_text().replace("overview\n\n", named)
    (tmp_path / "documents.md").write_text(register)
    built = bscb_docs.build(bscb_docs.read_board(tmp_path), "progress")
    assert "[cell] Table Amount | £142,500\n[cell] Table Text | May 2025" in built.text


def test_the_latest_report_of_a_day_needs_no_second_count(tmp_path: Path) -> None:
    """A board whose one report is its latest counts its figures once."""
    text_of(tmp_path, "report", "31 March 2026", "2025-26")
    board = bscb_docs.read_board(tmp_path)
    assert bscb_docs.build(board, "report").findings == ()


def test_an_overview_may_tell_of_exceptions_alone(tmp_path: Path) -> None:
    """The register chooses rows by state, lateness, owner, body and priority, as the command `list` does."""
    text_of(tmp_path, "progress")
    register = (tmp_path / "documents.md").read_text().replace("overview\n\n", "overview, only not reported\n\n")
    (tmp_path / "documents.md").write_text(register)
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "progress").text
    assert "The plan set two actions for 2025-26. One of them is told of below." in text
    assert ("Visit schools." in text, "Write a strategy." in text) == (True, False)
