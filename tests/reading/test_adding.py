"""Records that a script gives go through the checks of a folder's."""

from datetime import datetime
from decimal import Decimal
from enum import Enum

import pytest

from bscb_docs import BoardError, Body, FieldError, Meeting, PartialDate, Person, Record, Ref, Review, add_records
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
        (Person, {"title": "Alex Sample"}, "PLN-03", "tell them apart in the title"),
    ],
)
def test_a_wrong_row_is_told_by_its_number(record: type[Record], row: dict[str, str], code: str, mend: str) -> None:
    """The finding is that of reading a folder; its place is the script and the row."""
    board = add_records(BOARD, record, [row], source="the attendance script")
    (finding,) = board.findings
    assert (finding.code, finding.place.file) == (code, "the attendance script")
    assert mend.split()[0] in finding.mend


class Setting(Enum):
    """A script's own words."""

    TOWN_HALL = "Town Hall"


def test_a_row_may_hold_what_a_script_has_at_hand() -> None:
    """Days, numbers, members, lists and the library's own values are taken; what pandas calls missing is empty."""
    given = {"body": Ref("Executive Board"), "date": datetime(2026, 4, 5, 9), "state": "held", "host": float("nan")}
    board = add_records(BOARD, Meeting, [{**given, "setting": Setting.TOWN_HALL, "items": 3.0}])
    meeting = board.of(Meeting)[-1]
    assert (str(meeting.date), meeting.host, meeting.setting, meeting.items) == ("5 April 2026", None, "Town Hall", "3")
    review = {"id": "R-26", "published": PartialDate.from_text("May 2026"), "theme": ["neglect", "voice of the child"]}
    assert add_records(BOARD, Review, [review]).of(Review)[-1].themes == ("neglect", "voice of the child")


class Incomparable:
    """Something that is missing, as pandas' NA is: no comparison says anything of it."""

    def __ne__(self, other: object) -> bool:
        """Says nothing."""
        raise TypeError("is it?")

    __hash__ = None  # type: ignore[assignment]  # nothing that is not compared has one


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("sNaN"), Incomparable()], ids=["NaN", "sNaN", "NA"])
def test_what_is_missing_is_an_empty_cell(value: object) -> None:
    """Whichever way a library says so."""
    assert add_records(BOARD, Meeting, [{**MEETING, "host": value}]).of(Meeting)[-1].host is None


def test_words_are_never_missing() -> None:
    """A charity may be called as pandas calls a day that is missing."""
    assert add_records(BOARD, Meeting, [{**MEETING, "host": "NaT"}]).of(Meeting)[-1].host == "NaT"


def test_what_no_cell_holds_is_refused_with_the_way_to_do_it() -> None:
    """The error names the row and the field."""
    with pytest.raises(FieldError, match=r"^Meeting in row 2, host: \{\} is nothing that a cell can hold"):
        add_records(BOARD, Meeting, [MEETING, {**MEETING, "host": {}}])


def test_no_rows_change_nothing() -> None:
    """A script may have found nothing to add."""
    assert add_records(BOARD, Meeting, []) == BOARD


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
