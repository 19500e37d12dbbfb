"""Where a rule ends: one body's meetings are not another's, a label is a whole word, a passage is not its neighbour."""

from pathlib import Path

import pytest

import bscb_docs

BODIES = """# Board: B

# Body: Executive
kind: executive

# Body: Executive Support Group
kind: sub-group

# Document report: Report
years: 2017-18
as at: 5 April 2018
section: narrative
"""
MEETINGS = """body,date,state
Executive Support Group,5 May 2017,held
Executive Support Group,6 June 2017,held
"""


def codes(folder: Path, words: str) -> list[str]:
    """The codes found in a report of one paragraph or more."""
    (folder / "b.md").write_text(BODIES, encoding="utf-8")
    (folder / "meetings.csv").write_text(MEETINGS, encoding="utf-8")
    (folder / "report.md").write_text(f"# Narrative report: Report\n\n## One\n\n{words}\n", encoding="utf-8")
    return [finding.code for finding in bscb_docs.check(bscb_docs.read_board(folder)) if finding.code != "GOV-04"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Executive met nine times.", []),
        ("The Executive Support Group met nine times.", ["GOV-01"]),
        ("The Executive Support Group met twice.", []),
        ("The Executive Support Group met with partners six times.", []),
        ("The Executive Support Group met six times of the six that were planned.", ["GOV-01"]),
        ("The Executive Support Group met twice of the three times that were planned.", []),
    ],
)
def test_a_bodys_meetings_are_its_own(words: str, expected: list[str], tmp_path: Path) -> None:
    """The log of a body whose name begins alike says nothing of it."""
    assert codes(tmp_path, words) == expected


@pytest.mark.parametrize("before", ["", "The "])
def test_an_abbreviation_written_out_in_two_ways_is_found_wherever_it_stands(before: str, tmp_path: Path) -> None:
    """Both may begin at the same place of their paragraphs."""
    one = "Multi Agency Safeguarding Hub (MASH) opened. The MASH grew."
    other = "Major Agency Safeguarding Hub (MASH) moved. The MASH stayed."
    assert "STY-05" in codes(tmp_path, f"{one}\n\n{before}{other}")


@pytest.mark.parametrize(
    ("lead", "expected"),
    [("We came together for ", True), ("Senior ", True), ("see section ", False), ("up to ", False), ("(over ", False)],
)
def test_a_number_is_a_label_or_no_exact_one_only_behind_a_whole_word(lead: str, *, expected: bool) -> None:
    """The word "for" ends as "or" does, and is no such word."""
    from bscb_docs.rules.english.claims.claimed_counts import _is_label

    assert _is_label(lead) is not expected


@pytest.mark.parametrize(("state", "expected"), [("draft", "check"), ("for approval", "stop")])
def test_rows_still_to_come_stop_no_paper_but_their_own(state: str, expected: str, tmp_path: Path) -> None:
    """A draft overview of a year that is not over asks for its updates, and every other paper is written."""
    (tmp_path / "plan.md").write_text(
        "# Priority P1: Help\n\n## Action A1\nyears: 2018-19\n\nDo it.\n\n## Action A2\nyears: 2018-19\n\nDo that.\n\n"
        "# Status: Done\nmeans: complete\n\nIt is done.\n\n"
        "# Update A1\nperiod: 2018-19\nstatus: Done\n\nIt was done.\n\n"
        "# Document progress: Progress\nyears: 2018-19\nsection: progress-overview, years 2018-19\n\n"
        f"# Issue progress 1.0\nstate: {state}\n",
        encoding="utf-8",
    )
    found = bscb_docs.check(bscb_docs.read_board(tmp_path))
    assert [f.severity.value for f in found if f.code == "STA-02"] == [expected]


@pytest.mark.parametrize(("as_at", "is_told"), [("5 April 2024", False), ("5 April 2028", True)])
def test_what_is_told_as_at_lies_nearer_to_the_plan_than_what_is_planned(
    tmp_path: Path, as_at: str, is_told: bool
) -> None:
    """Work may be due in ten years; nobody reports so long after a plan."""
    plan = "# Plan: P\nyears: 2018-19\n\n## Priority P1: One\n\n### Action A1\nyears: 2018-19\ndue: 2028\n\nWe help.\n"
    (tmp_path / "plan.md").write_text(plan, encoding="utf-8")
    register = f"# Board: B\n\n# Document report: Report\nas at: {as_at}\nsection: priorities\n"
    (tmp_path / "documents.md").write_text(register, encoding="utf-8")
    found = bscb_docs.check(bscb_docs.read_board(tmp_path))
    checks = [str(f.place) for f in found if f.code == "DUE-04" and f.severity.value == "check"]
    assert checks == ["documents.md:3:1"] * is_told


@pytest.mark.parametrize(
    "words",
    [
        "The Executive Support Group met on 31 June 2017.",
        "We worked from 31 June 2017 to 5 May 2018.",
        "The Executive Support Group will meet on 31 February 2018.",
        "Our new plan was launched on 31 June 2017.",
        "Jo Sample, chair of the Executive Support Group, left on 31 June 2017.",
    ],
)
def test_a_day_that_no_calendar_has_is_told_once_and_stops_no_rule(words: str, tmp_path: Path) -> None:
    """Rules that compare dates pass over it, whatever it is the date of."""
    assert codes(tmp_path, words) == ["DUE-02"]
