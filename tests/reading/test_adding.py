"""Records that a script gives go through the checks of a folder's."""

from __future__ import annotations

import pytest

from bscb_docs import BoardError, Body, Meeting, Person, Record, Ref, add_records
from bscb_docs.testing import small_board

BOARD = small_board()
MEETING = {"body": "Executive Board", "date": "5 April 2026", "state": "held"}


def test_rows_become_typed_records_at_the_end() -> None:
    """A value is read as a cell of a table would be."""
    board = add_records(BOARD, Meeting, [MEETING, {**MEETING, "date": "June 2026", "host": None}])
    assert [str(meeting.date) for meeting in board.of(Meeting)[-2:]] == ["5 April 2026", "June 2026"]
    assert board.get(board.of(Meeting)[-1].body).title == "Executive Board"
    assert (board.records[: len(BOARD.records)], board.findings) == (BOARD.records, BOARD.findings)


@pytest.mark.parametrize(
    ("record", "row", "code", "mend"),
    [
        (Meeting, {**MEETING, "body": "Executive Bored"}, "REF-01", 'Did you mean "Executive Board"?'),
        (Meeting, {**MEETING, "date": "30 February 2026"}, "DUE-01", "Mend the day."),
        (Meeting, {**MEETING, "stat": "held"}, "TAB-03", 'Did you mean "state"?'),
        (Meeting, {"date": "5 April 2026"}, "REC-12", "Write it."),
        (Person, {"title": "Alex Example"}, "PLN-03", "Give it another title."),
    ],
)
def test_a_wrong_row_is_told_by_its_number(record: type[Record], row: dict[str, str], code: str, mend: str) -> None:
    """The finding is that of reading a folder; its place is the script and the row."""
    board = add_records(BOARD, record, [row], source="the attendance script")
    (finding,) = board.findings
    assert (finding.code, finding.place.file) == (code, "the attendance script")
    assert mend.split()[0] in finding.mend


def test_what_a_script_made_before_is_not_reported_again() -> None:
    """Findings are about the rows that are added."""
    board = small_board(records=(*BOARD.records, Meeting(body=Ref("Nobody", to=(Body,)))))
    assert add_records(board, Meeting, [MEETING]).findings == ()


def test_a_kind_that_the_board_does_not_know_is_refused() -> None:
    """A plugin brings its kinds; without it they cannot be added."""

    class Stranger(Record):
        """No kind of any plugin."""

    with pytest.raises(BoardError, match=r"no kind of record for Stranger\. Pass its plugin to read_board\."):
        add_records(BOARD, Stranger, [])
