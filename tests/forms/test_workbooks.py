"""A form as a workbook says the same as the Word form, and comes back as the same records."""

import io
from pathlib import Path

import pytest
from asked_boards import PERIOD, write_board
from filled_forms import in_cells, in_controls
from openpyxl import load_workbook
from openpyxl.comments import Comment

import bscb_docs
from bscb_docs import Board, FormFile, TakenForms

ANSWERS = {
    (1, "state"): "Slipping",
    (1, "happened"): "Three courses were followed up.\nTwo were not.",
    (2, "deadline"): "March 2026",
    (2, "reason"): "the printer is closed",
    (4, "reading_0"): "12 of 30",
    (4, "reading_1"): "70%",
}


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """A board whose Learning Group owns five pieces of work."""
    return write_board(tmp_path / "board")


def ask_both(board: Board, out: Path) -> tuple[Board, FormFile, FormFile]:
    """The board once the Learning Group was asked, and its form as a Word file and as a workbook."""
    word, workbook = bscb_docs.ask(board, PERIOD, out, owner="Learning Group", excel=True)
    return bscb_docs.read_board(str(board.folder)), word, workbook


def take(board: Board, data: bytes, path: Path) -> TakenForms:
    """What a file of that name says."""
    path.write_bytes(data)
    return bscb_docs.take_forms(board, [path])


def test_a_workbook_gives_the_records_that_the_word_form_gives(board: Board, tmp_path: Path) -> None:
    """Filled in with the same answers, both make one and the same file of records."""
    known, word, workbook = ask_both(board, tmp_path / "out")
    from_word = take(known, in_controls(word.data, ANSWERS), tmp_path / "a.docx")
    from_workbook = take(known, in_cells(workbook.data, ANSWERS), tmp_path / "a.xlsx")
    assert from_workbook.findings == ()
    assert len(from_word.records) == 4
    assert from_workbook.files == from_word.files


def test_the_same_records_give_the_same_workbook(board: Board, tmp_path: Path) -> None:
    """Byte for byte, so that asking again changes no file."""
    _, _, first = ask_both(board, tmp_path / "one")
    _, _, again = ask_both(bscb_docs.read_board(str(board.folder)), tmp_path / "two")
    assert first.data == again.data


def test_the_states_are_offered_from_the_sheet_itself(board: Board, tmp_path: Path) -> None:
    """Each answer about the state has a list of the board's labels."""
    _, _, workbook = ask_both(board, tmp_path / "out")
    sheet = load_workbook(io.BytesIO(workbook.data)).worksheets[0]
    (source,) = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    first, last = source.replace("$", "").rpartition("!")[2].split(":")
    assert [row[0].value for row in sheet[f"{first}:{last}"]] == ["Delivered", "On track", "Slipping", "Stuck"]
    assert sum(len(rule.sqref.ranges) for rule in sheet.data_validations.dataValidation) == 5


def test_a_deleted_row_deletes_nothing(board: Board, tmp_path: Path) -> None:
    """What a workbook no longer asks is not answered; what it still asks is, though every name has moved a row."""
    known, _, workbook = ask_both(board, tmp_path / "out")
    book = load_workbook(io.BytesIO(in_cells(workbook.data, ANSWERS)))
    for name in list(book.defined_names):
        del book.defined_names[name]
    sheet = book.worksheets[0]
    row = next(cell.row for cell in sheet["B"] if cell.value == "Slipping" and cell.row > 20)
    sheet.delete_rows(row)
    stream = io.BytesIO()
    book.save(stream)
    taken = take(known, stream.getvalue(), tmp_path / "a.xlsx")
    assert taken.findings == ()
    assert len(taken.records) == 4


def test_what_stands_beside_the_answers_is_kept(board: Board, tmp_path: Path) -> None:
    """Notes, cells beside the table and other sheets are remarks; each is told with its cell."""
    known, _, workbook = ask_both(board, tmp_path / "out")
    book = load_workbook(io.BytesIO(in_cells(workbook.data, ANSWERS)))
    book.worksheets[0]["A3"].comment = Comment("Ring me.", "A")
    book.create_sheet("Mine")["B2"] = "Leaflets"
    stream = io.BytesIO()
    book.save(stream)
    taken = take(known, stream.getvalue(), tmp_path / "a.xlsx")
    assert [(finding.code, finding.place.within) for finding in taken.findings] == [
        ("FRM-09", "sheet Mine, cell B2"),
        ("FRM-10", "sheet Update form, cell A3"),
    ]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"Owner,State\n"], ids=["empty", "cut short", "another format"])
def test_a_workbook_that_is_none_is_told(data: bytes, board: Board, tmp_path: Path) -> None:
    """One finding, no traceback."""
    known, _, _ = ask_both(board, tmp_path / "out")
    assert [finding.code for finding in take(known, data, tmp_path / "a.xlsx").findings] == ["FRM-01"]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("The partner's update", "The partner's update"),
        ("What your organisation did in these months", "What your organisation did in t"),
        ("Update [quarter]: done/not done?", "Update  quarter   done not done"),
    ],
)
def test_a_sheet_bears_the_board_s_label(label: str, name: str, tmp_path: Path) -> None:
    """As Excel can have it, and what leads to its cells names it in quotation marks, an apostrophe in it twice."""
    board = write_board(tmp_path / "board")
    rows = f'label,language,words\nUpdate form,en,"{label}"\n'
    (tmp_path / "board" / "labels.csv").write_text(rows, encoding="utf-8")
    known, _, workbook = ask_both(bscb_docs.read_board(str(board.folder)), tmp_path / "out")
    book = load_workbook(io.BytesIO(workbook.data))
    assert book.sheetnames == [name]
    quoted = "'" + name.replace("'", "''") + "'"
    assert {each.attr_text.rpartition("!")[0] for each in book.defined_names.values()} == {quoted}
    assert len(take(known, in_cells(workbook.data, ANSWERS), tmp_path / "a.xlsx").records) == 4
