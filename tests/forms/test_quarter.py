"""A quarter of the fictional board: forms go out, come back, and the progress report is there without a file edited."""

import re
import shutil
from pathlib import Path

import pytest
from filled_forms import in_controls
from folders import EXAMPLES

import bscb_docs
from bscb_docs import Board, BoardError, FormFile, Period, Update

PERIOD = Period.from_text("Q3 2025-26")


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """A copy of the example in which nobody was asked about the third quarter yet, and nobody has reported on it."""
    folder = tmp_path / "board"
    shutil.copytree(EXAMPLES / "harrowmere", folder)
    (folder / "year-2025-26" / "updates-q3.md").unlink()
    (folder / "asked.md").unlink(missing_ok=True)
    return bscb_docs.read_board(folder)


def answers_of(form: FormFile) -> dict[tuple[int, str], str]:
    """What an owner says of each piece of work of a form: a state, and a sentence that names it."""
    found = {}
    for number, ref in enumerate(form.form.asks_about, 1):
        found[number, "state"] = "Stuck"
        found[number, "happened"] = f"{form.form.owner} says how {ref} went."
    return found


def test_eight_owners_give_the_report_of_a_quarter(board: Board, tmp_path: Path) -> None:
    """What they wrote stands in the report, all that is written reads back, and no file of a person has changed."""
    before = {path: path.read_bytes() for path in Path(str(board.folder)).rglob("*") if path.is_file()}
    forms = bscb_docs.ask(board, PERIOD, tmp_path / "forms")
    assert [form.findings for form in forms] == [()] * len(forms)
    returned = [form for form in forms if form.form.asks_about][:8]
    for form in returned:
        form.path.write_bytes(in_controls(form.data, answers_of(form)))
    taken = bscb_docs.take_forms(bscb_docs.read_board(str(board.folder)), [form.path for form in returned])
    assert [str(finding) for finding in taken.findings] == []
    taken.save()
    told = bscb_docs.read_board(str(board.folder))
    assert {path: path.read_bytes() for path in before} == before
    assert told.findings == board.findings
    text = bscb_docs.build(told, "progress-q3").text
    said = [str(update.text) for update in told.updates(period=PERIOD) if update.place.file.startswith("updates/")]
    assert len(said) == sum(len(form.form.asks_about) for form in returned)
    of_objectives = [words for words in said if re.search(r"how O\d", words)]
    assert of_objectives
    assert [words for words in of_objectives if words not in text] == []
    replies = {reply.owner: reply for reply in bscb_docs.replies_of(told, PERIOD)}
    assert len(replies) == len(forms)
    assert all(not replies[str(form.form.owner)].unanswered for form in returned)
    assert isinstance(taken.records[0], Update)


def test_what_is_asked_is_added_with_the_line_ends_of_the_file(board: Board, tmp_path: Path) -> None:
    """A file of what was asked that was saved on Windows stays one."""
    asked = tmp_path / "board" / "asked.md"
    asked.write_bytes(b"<!-- Kept. -->\r\n")
    bscb_docs.ask(board, Period.from_text("Q4 2025-26"), tmp_path / "out")
    text = asked.read_bytes()
    assert text.startswith(b"<!-- Kept. -->\r\n\r\n# Form ")
    assert text.count(b"\n") == text.count(b"\r\n")


def test_what_is_asked_is_not_added_to_a_file_that_is_no_text(board: Board, tmp_path: Path) -> None:
    """A file that is not saved as UTF-8 stays as it is, and no form goes out."""
    asked = tmp_path / "board" / "asked.md"
    asked.write_bytes("<!-- Kept. -->\n".encode("utf-16"))
    before = asked.read_bytes()
    with pytest.raises(BoardError, match=r"asked\.md is not saved as UTF-8\. Save it as UTF-8"):
        bscb_docs.ask(board, Period.from_text("Q4 2025-26"), tmp_path / "out")
    assert (asked.read_bytes(), (tmp_path / "out").exists()) == (before, False)
