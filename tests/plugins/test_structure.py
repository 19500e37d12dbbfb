"""Who reports to whom, drawn from the groups or listed, and the documents that a board cites."""

from pathlib import Path

import pytest
from programs import require_module

import bscb_docs
from bscb_docs import BuiltDocument, draw_tree, in_tree
from bscb_docs.ooxml.package import read_parts

BOARD = """\
# Board: Example Board

# Plan: Business Plan
years: 2017-19
read with: Early Help Strategy

# Body: Executive
kind: executive

# Body: Learning Group
reports to: Executive

# Body: Support Team
kind: secretariat

# Body: Case Panel
reports to: Learning Group

# Body: Old Panel
reports to: Executive
to: June 2016

# Body: Regional Forum
kind: external
reports to: Executive

# Reference: Working Together
website: www.gov.uk/working-together
state: new edition expected

# Reference: Early Help Strategy
owner: Executive
years: 2017-19

# Document report: Report
as at: March 2018
section: {}
"""


def built(folder: Path, section: str) -> BuiltDocument:
    """The document of that section alone."""
    (folder / "board.md").write_text(BOARD.format(section), encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), "report")


def test_the_diagram_says_in_words_who_reports_to_whom(tmp_path: Path) -> None:
    """Groups at work at the day stand below the one that they report to; no list says it a second time."""
    require_module("matplotlib", "matplotlib")
    document = built(tmp_path, "our-structure")
    lines = [line for line in document.text.splitlines() if line.startswith(("List", "caption", "Picture"))]
    assert lines == [
        "caption | Figure 1: Who reports to whom",
        "Picture | [picture: Diagram of the groups: those that report to a group stand below it. "
        "Below Executive: Learning Group. Below Learning Group: Case Panel. "
        "Support Team (reports to none of these) stands alone.]",
    ]
    assert [str(each) for each in document.findings if each.code.startswith(("ACC", "DOCX", "PRO"))] == []


def test_the_picture_is_told_in_the_language_of_its_document(tmp_path: Path) -> None:
    """Who cannot see it hears no English among Welsh words."""
    require_module("matplotlib", "matplotlib")
    board = BOARD.format("our-structure").replace("# Board: Example Board", "# Board: Bwrdd\nlanguage: cy")
    (tmp_path / "board.md").write_text(board, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "report").text
    assert "O dan Executive: Learning Group. O dan Learning Group: Case Panel." in text


def test_a_circle_of_groups_is_drawn_from_its_first(tmp_path: Path) -> None:
    """Two that report to each other stand there once, and a picture has the same bytes every time."""
    require_module("matplotlib", "matplotlib")
    circle = {"A": "B", "B": "A", "C": "A"}
    assert [(node.title, node.depth, node.above) for node in in_tree(circle)] == [
        ("A", 0, None),
        ("B", 1, 0),
        ("C", 1, 0),
    ]
    first, second = draw_tree("A circle.", circle), draw_tree("A circle.", circle)
    assert first is not None
    assert second is not None
    assert first.data == second.data
    assert first.text == "A circle. Below A: B; C."


@pytest.mark.parametrize("parents", [{}, {"Alone": ""}])
def test_less_than_two_is_not_drawn(parents: dict[str, str]) -> None:
    """One box alone says nothing."""
    assert draw_tree("Nothing.", parents) is None


def test_the_documents_that_a_board_cites_lead_to_their_websites(tmp_path: Path) -> None:
    """Those that the plan is read with come first; what is recorded of each stands behind its title."""
    document = built(tmp_path, "references")
    lines = [line for line in document.text.splitlines() if line.startswith(("Normal", "List"))]
    assert lines == [
        "Normal | To be read with the Business Plan:",
        "List Bullet | Early Help Strategy: Executive, 2017-19",
        "Normal | Also referred to:",
        "List Bullet | <Hyperlink>Working Together</Hyperlink>: new edition expected, www.gov.uk/working-together",
    ]
    assert b"https://www.gov.uk/working-together" in read_parts(document.data, "r")["word/_rels/document.xml.rels"]
    assert [str(each) for each in document.findings if each.code.startswith(("ACC", "DOCX", "PRO"))] == []
