"""A form of a Welsh board: asked in Welsh, answered in Welsh, and its records as those of every board."""

from collections.abc import Callable
from pathlib import Path

import pytest
from asked_boards import PERIOD, ask_group, write_board
from filled_forms import as_text, in_cells, in_controls, tables_alone

import bscb_docs
from bscb_docs import Board, Reading, Request, Update, document_text

ANSWERS = {
    (1, "state"): "Stuck",
    (1, "happened"): "Dilynwyd tri chwrs.",
    (1, "deadline"): "diwedd Mawrth 2026.",
    (1, "reason"): "nid oedd amser",
    (4, "state"): "On track",
    (4, "reading_0"): "12 o 30",
}


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """The board of these tests, as a Welsh one."""
    return write_board(tmp_path / "board", "Partneriaeth Enghreifftiol\nlanguage: cy")


def test_a_form_is_in_the_language_of_its_board(board: Board, tmp_path: Path) -> None:
    """No word of the house is left in English, in Word and in Excel."""
    word, workbook = bscb_docs.ask(board, PERIOD, tmp_path, owner="Learning Group", excel=True)
    assert (word.findings, workbook.findings) == ((), ())
    text = document_text(word.path)
    assert "Mae Partneriaeth Enghreifftiol yn gofyn i Learning Group pa mor bell" in text
    assert [line for line in text.splitlines() if "Deadline" in line or "Your answer" in line or "form F" in line] == []


@pytest.mark.parametrize(
    "way",
    [
        lambda data: in_controls(data, ANSWERS),
        lambda data: tables_alone(in_controls(data, ANSWERS)),
        lambda data: as_text(in_controls(data, ANSWERS)),
    ],
    ids=["in its fields", "without marks", "as text"],
)
def test_what_is_answered_in_welsh_is_recorded(way: Callable[[bytes], bytes], board: Board, tmp_path: Path) -> None:
    """Labels are known in Welsh, dates and amounts are those of the records, and no prompt is taken for an answer."""
    asked, form = ask_group(board, tmp_path)
    form.path.write_bytes(way(form.data))
    _assert_taken(asked, form.path)


def test_a_workbook_answered_in_welsh_is_recorded(board: Board, tmp_path: Path) -> None:
    """The same, in Excel."""
    _, workbook = bscb_docs.ask(board, PERIOD, tmp_path, owner="Learning Group", excel=True)
    workbook.path.write_bytes(in_cells(workbook.data, ANSWERS))
    _assert_taken(bscb_docs.read_board(str(board.folder)), workbook.path)


def _assert_taken(board: Board, path: Path) -> None:
    taken = bscb_docs.take_forms(board, [path])
    assert [str(finding) for finding in taken.findings] == []
    updates = [record for record in taken.records if isinstance(record, Update)]
    assert [str(update.text) for update in updates] == ["Dilynwyd tri chwrs.", ""]
    (request,) = (record for record in taken.records if isinstance(record, Request))
    (reading,) = (record for record in taken.records if isinstance(record, Reading))
    assert (str(request.new_deadline), str(reading.value)) == ("end of March 2026", "12 of 30")
