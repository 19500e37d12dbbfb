"""Document control: the day that its last version is as at, and which other papers tell more."""

from pathlib import Path

import bscb_docs

REGISTER = """\
# Board: Sample Board

# Document report: Report
as at: 31 March 2018
section: document-control

# Issue report 0.1
state: draft

# Issue report 0.2
state: for approval
"""


def test_the_last_version_is_as_at_the_day_of_its_document(tmp_path: Path) -> None:
    """As the footer says; of an earlier version without a day nothing is known."""
    (tmp_path / "board.md").write_text(REGISTER, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "report").text
    days = [row.splitlines()[1].rpartition(" | ")[2] for row in text.split("[row]\n")[1:]]
    assert days == ["31 March 2018", "Not recorded"]


def test_the_other_papers_are_told_with_what_they_tell(tmp_path: Path) -> None:
    """Where the register asks for them: not the paper itself, one that is bound in, or those made for each body."""
    others = """
# Body: Quality Group
kind: sub-group

# Document plan: Our Plan
section: document-control
subject: Who does what by when

# Document money: Our Money
section: document-control

# Document annex: An Annex
section: document-control

# Document work-programme: Work Programme
for each: sub-group
"""
    bound = REGISTER.replace(
        "section: document-control", "section: document-control, with other papers\nappendix: annex"
    )
    (tmp_path / "board.md").write_text(bound + others, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "report").text
    assert [line for line in text.splitlines() if line.startswith("List Bullet")] == [
        "List Bullet | <Strong>Our Plan: </Strong>Who does what by when",
        "List Bullet | Our Money",
    ]


def test_other_words_than_other_papers_are_told_at_the_line(tmp_path: Path) -> None:
    """And nothing is listed unasked."""
    (tmp_path / "board.md").write_text(REGISTER.replace("document-control", "document-control, with more"), "utf-8")
    found = bscb_docs.check(bscb_docs.read_board(tmp_path))
    assert any("Write: with other papers" in str(each) for each in found)
