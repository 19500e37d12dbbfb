"""The page for whoever writes records says what is so: its examples are read."""

import re
from pathlib import Path

from folders import DOCS

import bscb_docs
from bscb_docs.reading.folder import read_board
from bscb_docs.records import Action, Meeting, Narrative, Objective

PAGE = (DOCS / "records.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RECIPE = re.compile(EXAMPLE.pattern.replace("file", "recipe"), re.MULTILINE | re.DOTALL)


def test_the_examples_of_the_page_are_a_board(tmp_path: Path) -> None:
    """Typed off the page, they are read without a finding."""
    for name, text in EXAMPLE.findall(PAGE):
        (tmp_path / name).write_text(text, encoding="utf-8")
    board = read_board(tmp_path)
    assert board.findings == ()
    assert [len(board.of(kind)) for kind in (Action, Meeting, Narrative)] == [2, 2, 1]


def test_the_recipes_of_the_page_are_a_board_with_nothing_open(tmp_path: Path) -> None:
    """Typed off the page they are found right, and the check is accepted; what they approve is to be issued yet."""
    for name, text in RECIPE.findall(PAGE):
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write(f"{text}\n")
    found = bscb_docs.check(bscb_docs.read_board(tmp_path))
    assert [finding.code for finding in found if not finding.accepted] == ["ISS-09"]
    assert "SSCP met twice in the year." in bscb_docs.build(bscb_docs.read_board(tmp_path), "report").text


def test_the_examples_of_the_year_are_a_board(tmp_path: Path) -> None:
    """What docs/year.md shows is read without a finding, and its deadline has moved."""
    page = (DOCS / "year.md").read_text(encoding="utf-8")
    for name, text in re.findall(EXAMPLE.pattern.replace("file", "year"), page, re.MULTILINE | re.DOTALL):
        (tmp_path / name).write_text(text, encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)
    assert [str(finding) for finding in board.findings] == []
    assert [str(objective.deadline) for objective in board.of(Objective)] == ["September 2025"]
