"""Document control: the day that its last version is as at."""

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
