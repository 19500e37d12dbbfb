"""The assurance framework and the audit programme: what they say at a day, of what is old, late and unsaid."""

from pathlib import Path

import pytest

import bscb_docs

BOARD = """\
# Board: Sample Board

# Assurance level: Sure
symbol: ●
colour: 00653B

All was seen.

# Assurance level: Not sure
colour: B10E1E

Little was seen.

# Assurance S1: Neglect is seen early
source: data
assured: Sure, as at June 2018, because all files were read
assured: Not sure, as at March 2017

# Assurance S2: Training helps
gap: Nobody was asked
gap: Nobody knows, closed by A1
gap: Nobody looked, closed by A1

# Priority P1: One

## Action A1
years: 2018-19

Ask them.

# Audit AU1: Neglect
planned: Q1 2018-19
carried out: Q2 2018-19
finding: Chronologies are missing

# Audit AU2: Absence
planned: Q1 2018-19

# Audit AU3: Of another year
years: 2017-18

# Document paper: Assurance
outline: assurance-framework
years: 2018-19
as at: {day}
"""


def lines_at(day: str, folder: Path) -> list[str]:
    """The lines of the paper as at a day."""
    (folder / "board.md").write_text(BOARD.format(day=day), encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), "paper").text.splitlines()


def cells_of(lines: list[str], first: str) -> list[str]:
    """The words of the row that begins with a cell, one line a paragraph."""
    start = next(at for at, line in enumerate(lines) if line == f"[cell] Table Text | <Strong>{first}</Strong>")
    end = next(at for at in range(start, len(lines)) if lines[at] in ("[row]", "[end of table]"))
    return [line.partition(" | ")[2] for line in lines[start:end]]


def test_the_last_level_by_its_day_is_in_force(tmp_path: Path) -> None:
    """Whatever the order of the lines; the one before stands beside it, and what nobody assessed is said."""
    lines = lines_at("30 June 2018", tmp_path)
    assert cells_of(lines, "Neglect is seen early") == [
        *("<Strong>Neglect is seen early</Strong>", "<Status Sure>●</Status Sure> Sure"),
        *("As at June 2018, because all files were read", "Before: Not sure, as at March 2017"),
        *("<Strong>How we know: </Strong>Data", "No gap is recorded"),
    ]
    assert cells_of(lines, "Training helps")[1:] == [
        *("Not assessed", "<Strong>How we know: </Strong>None", "Nobody was asked.", "Nothing closes it yet."),
        *("Nobody knows.", "Nobody looked.", "<Strong>What closes it: </Strong>Priority 1, action 1 of 2018-19"),
    ]


def test_at_an_earlier_day_the_earlier_level_is_printed_and_said_to_be_old(tmp_path: Path) -> None:
    """What was said more than a year before the day of the paper is marked."""
    cells = cells_of(lines_at("31 May 2018", tmp_path), "Neglect is seen early")
    assert cells[1:4] == ["Not sure", "As at March 2017", "This is more than a year old"]


@pytest.mark.parametrize("day", ["30 June 2019", "1 July 2019", "30 June 2020", "1 July 2020"])
def test_the_paper_and_the_check_have_the_same_year(day: str, tmp_path: Path) -> None:
    """What the paper says is more than a year old is what the check finds too old, from the same day on."""
    is_old = "This is more than a year old" in cells_of(lines_at(day, tmp_path), "Neglect is seen early")
    found = bscb_docs.check(bscb_docs.read_board(tmp_path))
    assert is_old == any(f.code == "ASR-01" and "Neglect is seen early" in f.message for f in found)
    assert is_old == (day != "30 June 2019")


def test_an_audit_is_told_as_late_when_its_time_has_passed(tmp_path: Path) -> None:
    """Not while its quarter runs; once it was carried out, that it was later than planned."""
    assert cells_of(lines_at("30 June 2018", tmp_path), "Absence")[2:4] == [
        *("Planned: Q1 2018-19", "Carried out: not yet"),
    ]
    later = lines_at("31 October 2018", tmp_path)
    assert "Its time has passed" in cells_of(later, "Absence")
    assert "Later than planned" in cells_of(later, "Neglect")
    assert "Normal | The programme has two audits. How many were carried out as at 31 October 2018: one." in later
    assert not any("Of another year" in line for line in later)
