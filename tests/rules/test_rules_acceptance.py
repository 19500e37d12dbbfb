"""Acceptance: what an acceptance's words may name, and what the finding says from then on."""

from pathlib import Path

import pytest

import bscb_docs
from bscb_docs import Acceptance

BOARD = """# Document role-of-chair: Role of the Chair
short title: The Role
as at: 5 April 2018
section: chair-role

# Role: Role of the Independent Chair

## Function KF1

Convene the partners, on 31 June 2018.

# Review R1: Asthma
published: June 2017

# Accepted {words}
by: Jo Example
on: 5 April 2018

Everybody knows
of it.
"""
ACCEPTANCE = Acceptance("Jo Example", "5 April 2018", "Everybody knows of it.")


def accepted_in(folder: Path, words: str, where: str = "") -> dict[str, Acceptance | None]:
    """Who accepted the findings of a board with that acceptance in its register, by code."""
    text = BOARD.replace("{words}", words)
    if where:
        text = text.replace("by: Jo", f"where: {where}\nby: Jo")
    (folder / "all.md").write_text(text, encoding="utf-8")
    return {finding.code: finding.accepted for finding in bscb_docs.check(bscb_docs.read_board(folder))}


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("R1 REV-01", ""),
        ("r1 rev-01", ""),
        ("Asthma REV-01", ""),
        ("R1 REV-01", "all.md"),
        ("R1 REV-01", "all.md:12"),
        ("KF1 DUE-02", ""),
        ("KF1 DUE-02", "Role of the Chair"),
        ("KF1 DUE-02", "the role"),
        ("role-of-chair DUE-02", ""),
        ("KF1 DUE-02", "function a)"),
        ("Role of the Chair DUE-02", ""),
        ("the role: DUE-02", ""),
    ],
)
def test_an_acceptance_names_what_it_is_about(words: str, where: str, tmp_path: Path) -> None:
    """An id, a title, the document that prints it, its file, or the line in it."""
    code = words.split()[-1].upper()
    found = accepted_in(tmp_path, words, where)
    assert found[code] == ACCEPTANCE
    assert [other for other in found if other != code and found[other]] == []
    assert [other for other in found if other.startswith("ACP")] == []


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("R2 REV-01", ""),
        ("R1 REV-01", "all.md:13"),
        ("R1 REV-01", "Role of the Chair"),
        ("R1 DUE-02", ""),
        ("KF1 DUE-0", ""),
    ],
)
def test_an_acceptance_of_something_else_accepts_nothing(words: str, where: str, tmp_path: Path) -> None:
    """Another record, line, document or code; the acceptance is told to be idle."""
    found = accepted_in(tmp_path, words, where)
    assert set(found.values()) == {None}
    assert "ACP-03" in found


@pytest.mark.parametrize("words", ["REV-01", "the R2 REV-01", "R2: Asthma REV-01"])
def test_an_idle_acceptance_is_told_the_heading_that_accepts(words: str, tmp_path: Path) -> None:
    """A check that is listed is never said to be gone; the heading given for it, pasted, accepts it."""
    (tmp_path / "all.md").write_text(BOARD.replace("{words}", words), encoding="utf-8")
    found = {finding.code: finding for finding in bscb_docs.check(bscb_docs.read_board(tmp_path))}
    assert found["ACP-03"].message.endswith(" names nothing of which REV-01 is told.")
    assert found["ACP-03"].mend == f"Write: {found['REV-01'].accepting}."
    pasted = found["REV-01"].accepting.removeprefix("# Accepted ")
    assert accepted_in(tmp_path, pasted)["REV-01"] == ACCEPTANCE


def test_a_stop_cannot_be_accepted(tmp_path: Path) -> None:
    """It still stops, and the acceptance is told to be void."""
    (tmp_path / "all.md").write_text(
        BOARD.replace("{words}", "role-of-chair APP-03").replace(": Role of the Chair", ": Appendix 2: Role", 1),
        encoding="utf-8",
    )
    found = {finding.code: finding for finding in bscb_docs.check(bscb_docs.read_board(tmp_path))}
    assert found["APP-03"].stops
    assert found["APP-03"].accepted is None
    assert "APP-03" in found["ACP-01"].message


@pytest.mark.parametrize(("setting", "can_be"), [("Hall", False), ("Office", True)])
def test_a_meeting_that_is_logged_twice_cannot_be_accepted(setting: str, can_be: bool, tmp_path: Path) -> None:
    """Each of its rows counts, and one of them goes; two meetings of one day that differ may both have been held."""
    rows = f"body,date,setting\nGroup,5 June 2018,Hall\nGroup,5 June 2018,{setting}\n"
    (tmp_path / "meetings.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "board.md").write_text("# Body: Group\n", encoding="utf-8")
    (told,) = [each for each in bscb_docs.check(bscb_docs.read_board(tmp_path)) if each.code == "GOV-06"]
    assert told.accepting == "# Accepted Group GOV-06" * can_be
