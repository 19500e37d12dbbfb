"""A script changes a board by making another, whose names lead where they should."""

import pytest
from attrs import evolve, frozen

from bscb_docs import Action, Board, BoardError, Body, DanglingRefError, Meeting, Section, check, house_template
from bscb_docs.testing import build_section, small_board


@frozen
class Page:
    """What a section would print."""


FORUM, MEETING = Body(title="Forum", short_name="F"), Meeting(body="Forum")
BOARD = Board([FORUM, MEETING])


def test_each_change_is_a_new_board() -> None:
    """Records are added at the end, replaced at their place, taken away; what is looked up follows, the first stays."""
    added = BOARD.adding(Body(title="Panel"), Meeting(body="Panel"))
    assert [str(meeting.body) for meeting in added.of(Meeting)] == ["Forum", "Panel"]
    held = added.replacing(MEETING, evolve(MEETING, state="held"))
    assert [(meeting.state, held.get(meeting.body).title) for meeting in held.of(Meeting)] == [
        ("held", "Forum"),
        (None, "Panel"),
    ]
    assert added.without(*added.records[2:]) == BOARD
    assert BOARD.records == (FORUM, MEETING)


def test_of_equal_records_the_very_one_is_changed() -> None:
    """Two rows may say the same."""
    twin = Meeting(body="Forum")
    assert [m.state for m in BOARD.adding(twin).replacing(twin, evolve(twin, state="held")).of(Meeting)] == [
        None,
        "held",
    ]


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        (lambda: BOARD.without(FORUM), DanglingRefError, 'Meeting, body: no Body is called "Forum".'),
        (
            lambda: BOARD.replacing(FORUM, Body(title="Panel")),
            DanglingRefError,
            'Meeting, body: no Body is called "Forum".',
        ),
        (lambda: BOARD.adding(Meeting(body="Panel")), DanglingRefError, 'Meeting, body: no Body is called "Panel".'),
        (lambda: BOARD.adding(Body(title="FORUM")), BoardError, "Body FORUM: the board has one already."),
        (lambda: BOARD.without(Body(title="Panel")), BoardError, "Body Panel is not in this board."),
    ],
)
def test_a_change_that_cannot_stand_is_refused(change: object, error: type[BoardError], message: str) -> None:
    """The error names the record and the field, and says what to do."""
    with pytest.raises(error) as caught:
        change()  # type: ignore[operator]
    assert message in str(caught.value)


def test_a_reference_of_a_script_that_leads_nowhere_is_no_fault_of_a_plugin() -> None:
    """The check finds it at the record and field, and a section that follows it says the same."""
    lost = Action(id="A1", owners=["Nobody"])
    board = small_board()
    board = evolve(board, records=(*board.records, lost))
    words = 'Action A1, owner: no Organisation or Body or Person is called "Nobody".'
    found = [finding for finding in check(board) if words in finding.message]
    assert [finding.code for finding in found] == ["REF-01"]

    def follow(board: Board, _: object) -> Page:
        board.get(board.of(Action)[-1].owners[0])
        return Page()

    with pytest.raises(DanglingRefError, match=r"^Action A1, owner: no Organisation or Body or Person is called"):
        build_section(Section("lost", house_template("contact"), Page, follow), board)
