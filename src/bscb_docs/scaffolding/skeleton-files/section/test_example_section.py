"""The section `example-section`: its template, its page, and what it says of rows that are wrong."""

import example_section

from bscb_docs import add_records
from bscb_docs.testing import build_section, check_section, small_board

SECTION = example_section.bscb_docs_sections()[0]
BOARD = small_board(plugins=[example_section])


def test_the_template_fits_its_page() -> None:
    """Template check finds nothing: every tag names a field of the page, and the look is the house's."""
    assert [str(finding) for finding in check_section(SECTION)] == []


def test_rows_stand_in_the_order_of_their_dates() -> None:
    """A row given later but dated earlier comes first."""
    rows = [
        {"date": "June 2025", "what": "Second"},
        {"date": "5 April 2025", "what": "First", "organisation": "Exampleshire Council"},
    ]
    built = build_section(SECTION, add_records(BOARD, example_section.ExampleSectionRecord, rows))
    assert built.cells[3:] == ("5 April 2025", "First", "Exampleshire Council", "June 2025", "Second", "Not recorded")
    assert [str(finding) for finding in built.findings] == []


def test_without_rows_the_section_is_left_out() -> None:
    """Nothing is printed where nothing is recorded."""
    assert build_section(SECTION, BOARD).text == ""


def test_a_misspelt_organisation_is_told() -> None:
    """Reading checks the rows of a plugin as it checks all others."""
    rows = [{"date": "5 April 2025", "what": "First", "organisation": "Exampleshire Counsil"}]
    board = add_records(BOARD, example_section.ExampleSectionRecord, rows)
    assert [finding.mend for finding in board.findings] == ['Did you mean "Exampleshire Council"?']
