"""What a script or a notebook shows of boards, records, findings and documents is short, and rows are plain."""

from bscb_docs import Action, Board, BoardDetails, Body, Finding, Person, Place, Post, Severity, build
from bscb_docs.testing import small_board

LONG = "Words without end. " * 100


def test_a_record_is_shown_on_one_short_line() -> None:
    """What is given is shown, cut short; what is not given is left out."""
    action = Action(id="A1", due="March 2018", owners=["One", "Two"], text=LONG, place=Place("plan.md", 12, 1))
    assert repr(action).startswith("<Action owners='One; Two', due='March 2018', id='A1', text='Words")
    assert repr(action).endswith("at plan.md:12:1>")
    assert len(repr(action)) < 220


def test_boards_findings_and_documents_are_shown_by_what_they_hold() -> None:
    """Nobody waits for a thousand records to be printed."""
    board = Board([BoardDetails(title="Sample <Board>"), Body(title="Forum")], (Finding("X-01", Severity.STOP, LONG),))
    assert repr(board) == "<Board Sample <Board>: 2 records of 2 kinds, 1 findings>"
    assert "Sample &lt;Board&gt;" in board._repr_html_()
    assert "<td>Body</td><td>1</td>" in board._repr_html_()
    assert repr(board.findings[0]).startswith("<Finding stop: [X-01] Words")
    assert len(repr(board.findings[0])) < 200
    assert "<td>X-01</td>" in board.findings[0]._repr_html_()
    built = build(small_board(), "plan")
    assert repr(built).startswith(f"<BuiltDocument {built.file_name}: ")
    assert built._repr_html_().count("<tr>") == len(built.headings) + 1


def test_rows_hold_plain_values() -> None:
    """As pandas or a CSV file takes them: text, numbers, None."""
    person = Person(title="Jo Example", posts=[Post("Chief Nurse", "Sample Trust", from_="April 2017")])
    (row,) = Board([person]).rows(Person)
    assert row["posts"] == "Chief Nurse, at Sample Trust, from April 2017"
    assert (row["title"], row["before_the_name"], row["place"]) == ("Jo Example", None, "")
    assert all(
        value is None or isinstance(value, str | int) for row in small_board().rows(Action) for value in row.values()
    )
