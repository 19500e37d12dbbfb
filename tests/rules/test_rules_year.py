"""A year of four quarters, eight owners and three reports in which nothing disagrees is told so."""

import shutil
from pathlib import Path

from folders import TESTS

import bscb_docs

YEAR = TESTS / "data" / "quiet-year"


def test_a_year_in_which_nothing_disagrees_has_no_finding() -> None:
    """Updates of earlier quarters stay right when later ones come, and so do earlier reports."""
    assert [str(finding) for finding in bscb_docs.check(bscb_docs.read_board(YEAR))] == []


def test_a_slip_in_the_last_quarter_is_told_once(tmp_path: Path) -> None:
    """An action that is on course after its deadline, and the report that counts it as done: nothing else with them."""
    folder = Path(shutil.copytree(YEAR, tmp_path / "year"))
    plan = folder / "plan.md"
    plan.write_text(plan.read_text(encoding="utf-8").replace("due: March 2019\n", "due: January 2019\n", 1), "utf-8")
    last = folder / "updates-Q4.md"
    text = last.read_text(encoding="utf-8").replace(
        "## Update A3\nby: Cy Standin\nstatus: Done", "## Update A3\nby: Cy Standin\nstatus: On course"
    )
    last.write_text(text, encoding="utf-8")
    assert [finding.code for finding in bscb_docs.check(bscb_docs.read_board(folder))] == ["DUE-06", "FIG-05"]
