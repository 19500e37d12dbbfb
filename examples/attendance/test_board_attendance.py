"""The section `board-attendance`: its template, its table, its figure and its rule."""

import board_attendance

from bscb_docs import add_records
from bscb_docs.testing import build_section, check_section, findings_of, small_board

SECTION = board_attendance.bscb_docs_sections()[0]
ROWS = [
    {"organisation": "Exampleshire Council", "date": "10 June 2025", "came": "member"},
    {"organisation": "Exampleshire Police", "date": "10 June 2025", "came": "deputy"},
    {"organisation": "Exampleshire Council", "date": "9 September 2025", "came": "nobody"},
]
BOARD = small_board(plugins=[board_attendance])
WITH_ROWS = add_records(BOARD, board_attendance.Attendance, ROWS)


def test_the_template_fits_its_page() -> None:
    """Template check finds nothing."""
    assert check_section(SECTION) == ()


def test_each_meeting_has_a_column() -> None:
    """What nobody recorded is said in words."""
    built = build_section(SECTION, WITH_ROWS)
    assert built.cells == (
        *("Organisation", "10 June 2025", "9 September 2025"),
        *("Exampleshire Council", "Member", "Nobody"),
        *("Exampleshire Police", "Deputy", "Not recorded"),
    )
    assert built.findings == ()


def test_places_are_counted() -> None:
    """Two of three places were taken."""
    (figure,) = board_attendance.count_places(WITH_ROWS)
    assert str(figure) == "2 of 3 (67%)"


def test_a_date_without_a_meeting_is_told() -> None:
    """The finding names the row and says what to do."""
    wrong = {"organisation": "Exampleshire Council", "date": "11 June 2025", "came": "member"}
    found = findings_of(add_records(BOARD, board_attendance.Attendance, [wrong]), "ATT-01")
    assert [(str(finding.place), finding.mend) for finding in found] == [
        ("a script:1", "Mend the date, or add the meeting.")
    ]
