"""The section `board-attendance`: its template, its table, its figure, and what it says of rows that are wrong."""

import board_attendance

from bscb_docs import Board, add_records
from bscb_docs.testing import build_section, check_section, findings_of, small_board

SECTION = board_attendance.sections()[0]
BOARD = small_board(plugins=[board_attendance])
COLUMNS = ("date", "organisation", "came")
FIRST = "10 June 2025,Exampleshire Council,member"
SECOND = "9 September 2025,Exampleshire Police,nobody"


def with_rows(*lines: str) -> Board:
    """The small board with those lines in the table."""
    rows = [dict(zip(COLUMNS, line.split(","), strict=True)) for line in lines]
    return add_records(BOARD, board_attendance.BoardAttendanceRecord, rows)


def test_the_template_fits_its_page() -> None:
    """Template check finds nothing: every tag names a field of the page, and the look is the house's."""
    assert check_section(SECTION) == ()


def test_the_table_stands_in_order() -> None:
    """A row given later but dated earlier comes first."""
    built = build_section(SECTION, with_rows(SECOND, FIRST))
    assert built.findings == ()
    assert built.cells == (
        *("Organisation", "10 June 2025", "9 September 2025"),
        *("Exampleshire Police", "not recorded", "nobody"),
        *("Exampleshire Council", "member", "not recorded"),
    )


def test_without_rows_the_section_is_left_out() -> None:
    """Nothing is printed where nothing is recorded."""
    assert build_section(SECTION, BOARD).text == ""


def test_the_figure_is_counted() -> None:
    """It prints both numbers and the per cent."""
    (figure,) = board_attendance.count_rows(with_rows(FIRST, SECOND))
    assert str(figure) == "1 of 2 (50%)"


def test_a_misspelt_organisation_is_told() -> None:
    """Reading checks the rows of a plugin as it checks all others."""
    board = with_rows(FIRST.replace("Council", "Counsil"))
    assert [finding.mend for finding in board.findings] == ['Did you mean "Exampleshire Council"?']


def test_rows_that_cannot_be_right_are_told() -> None:
    """The rule says how to mend them; an organisation is the same one by its short name and by its title."""
    names = ("ICB", "Exampleshire Integrated Care Board")
    (found,) = findings_of(
        with_rows(*(FIRST.replace("Exampleshire Council", name) for name in names)), board_attendance.RULE
    )
    assert found.mend == "Delete one of them."
    (found,) = findings_of(with_rows(FIRST.replace("June", "July")), board_attendance.RULE)
    assert found.mend == "Mend the date."
