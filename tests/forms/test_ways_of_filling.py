"""A form comes back sound however it was filled in: every answer is put to its own question, and none is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from asked_boards import ask_group, write_board
from filled_forms import as_text, in_controls, saved_again, tables_alone, typed_over

import bscb_docs
from bscb_docs import Board, Remark, Update, document_text

ANSWERS = {
    (1, "state"): "Stuck",
    (1, "happened"): "Three courses were followed up.\nTwo were not: nobody had time.",
    (1, "shown"): "Answers of 41 people & a note <in the minutes>\nThe register",
    (1, "next"): "findings to the Executive Board, by February 2026",
    (1, "deadline"): "March 2026",
    (1, "reason"): "no partner offered the time, and O2 comes first",
    (2, "state"): "On track",
    (2, "happened"): "On track",
    (3, "state"): "Slipping, but two answers are awaited",
    (3, "happened"): "# No heading\n- no point\n1. no list\nstatus: no\n<!-- no note -->\n{{ no.figure }} [no](link)",
    (3, "passed_on"): "Example Trust",
    (4, "state"): "not rated, because it has only begun",
    (4, "happened"): "“Ångström” – naïve café, 日本語, Привет",
    (4, "reading_0"): "12 of 30",
    (4, "reading_1"): "7",
    (5, "happened"): "A long story. " * 200,
}
"""What the Learning Group says of its five pieces of work."""


@pytest.fixture
def board(tmp_path: Path) -> Board:
    """A board whose Learning Group owns five pieces of work."""
    return write_board(tmp_path / "board")


Way = Callable[[bytes, Path], bytes]
WAYS: dict[str, Way] = {
    "content controls in place": lambda data, _: in_controls(data, ANSWERS),
    "saved again by LibreOffice": lambda data, folder: saved_again(in_controls(data, ANSWERS), folder, "docx"),
    "by way of .odt": lambda data, folder: saved_again(in_controls(data, ANSWERS), folder, "odt", "docx"),
    "by way of .doc": lambda data, folder: saved_again(in_controls(data, ANSWERS), folder, "doc", "docx"),
    "by way of .rtf": lambda data, folder: saved_again(in_controls(data, ANSWERS), folder, "rtf", "docx"),
    "tables alone, without marks": lambda data, _: tables_alone(in_controls(data, ANSWERS)),
    "pasted as text into a blank document": lambda data, _: as_text(in_controls(data, ANSWERS)),
    "typed over": lambda data, _: typed_over(data, ANSWERS),
}


def test_how_to_fill_it_in_is_a_list_of_the_first_level(board: Board, tmp_path: Path) -> None:
    """Who hears a list of the second level looks for the first."""
    _, form = ask_group(board, tmp_path)
    assert [line.split(" | ")[0] for line in document_text(form.path).splitlines()][5:9] == ["List Bullet"] * 4


def test_the_column_of_the_answers_is_the_wide_one(board: Board, tmp_path: Path) -> None:
    """What stands in it before anybody has answered says nothing of how much it is to hold."""
    _, form = ask_group(board, tmp_path)
    columns = [line for line in document_text(form.path).splitlines() if line.startswith("[columns]")]
    assert columns[1:] == ["[columns] 3400, 5626"] * 5  # the first says what each answer means


def test_the_example_of_a_next_step_is_yet_to_come(board: Board, tmp_path: Path) -> None:
    """Its month is the second after the months that the form asks about, which end in December 2025."""
    _, form = ask_group(board, tmp_path)
    text = document_text(form.path)
    assert text.count("by when: findings to the Executive, by February 2026.") == text.count("What, to which body") == 5


EXPECTED = r"""<!-- From form {FORM}. What was reported stays as it came; what comes after it is added.
     Only what a check asks for is mended here: the date of a next step, or a remark that was dealt with and goes. -->

# Updates Q3 2025-26
as at: 31 December 2025

## Update P1-25-1
status: Stuck
by: Learning Group
shown by: Answers of 41 people & a note <in the minutes>
shown by: The register
next: findings to the Executive Board, by February 2026

Three courses were followed up.

Two were not\: nobody had time.

## Update O1
status: On track
by: Learning Group

On track

## Update O2
status: Slipping, but two answers are awaited
by: Learning Group

\# No heading

\- no point

1\. no list

status\: no

\<!-- no note -->

\{\{ no.figure \}\} \[no\](link)

## Update O3
status: not rated, because it has only begun
by: Learning Group

“Ångström” – naïve café, 日本語, Привет

## Update T1
status: not rated, because the form gave no state
by: Learning Group

{STORY}

# Readings Q3 2025-26
as at: 31 December 2025

## Reading M1
value: 12 of 30
source: Learning Group

## Reading M2
value: 7
source: Learning Group

# Request P1-25-1
new deadline: March 2026
by: Learning Group
on: 24 December 2025
because: no partner offered the time, and O2 comes first

# Request O2
new owner: Example Trust
by: Learning Group
on: 24 December 2025
""".replace("{STORY}", ("A long story. " * 200).strip())
"""The file that the answers make, whichever way they came."""


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_every_answer_comes_back(way: str, board: Board, tmp_path: Path) -> None:
    """Nothing is lost, doubled or put to another question, and what is written is read again as what was taken."""
    known, form = ask_group(board, tmp_path / "out")
    path = tmp_path / "back.docx"
    path.write_bytes(WAYS[way](form.data, tmp_path))
    taken = bscb_docs.take_forms(known, [path])
    assert [str(finding) for finding in taken.findings] == []
    assert list(taken.files.values()) == [EXPECTED.replace("{FORM}", form.form.id)]
    taken.save()
    again = bscb_docs.read_board(str(board.folder))
    assert again.findings == board.findings
    assert tuple(record for record in again.records if record.place.file.startswith("updates/")) == taken.records


def test_the_same_form_is_taken_once(board: Board, tmp_path: Path) -> None:
    """A second time it adds nothing and says so, also where it was sent back twice at once."""
    known, form = ask_group(board, tmp_path / "out")
    path = tmp_path / "back.docx"
    path.write_bytes(in_controls(form.data, ANSWERS))
    twice = bscb_docs.take_forms(known, [path, path])
    assert [finding.code for finding in twice.findings] == ["FRM-17"]
    (place,) = twice.save()
    before = place.read_bytes()
    again = bscb_docs.take_forms(bscb_docs.read_board(str(board.folder)), [path])
    assert ([finding.code for finding in again.findings], again.files) == (["FRM-17"], {})
    assert place.read_bytes() == before


def test_a_later_answer_goes_into_a_file_of_its_own(board: Board, tmp_path: Path) -> None:
    """What was taken before, or a person wrote under that name, is never changed."""
    known, form = ask_group(board, tmp_path / "out")
    path = tmp_path / "back.docx"
    path.write_bytes(in_controls(form.data, ANSWERS))
    bscb_docs.take_forms(known, [path]).save()
    path.write_bytes(in_controls(form.data, {**ANSWERS, (2, "happened"): "The draft is with the printer."}))
    taken = bscb_docs.take_forms(bscb_docs.read_board(str(board.folder)), [path])
    assert list(taken.files) == ["updates/Q3-2025-26/Learning-Group-2.md"]
    assert [str(record.text) for record in taken.records if isinstance(record, Update)] == [
        "The draft is with the printer."
    ]


def test_work_taken_out_of_the_plan_moves_no_answer(board: Board, tmp_path: Path) -> None:
    """What was said of it, also by the form itself, is kept as remarks; what was said of the others is theirs."""
    known, form = ask_group(board, tmp_path / "out")
    path = tmp_path / "back.docx"
    path.write_bytes(in_controls(form.data, ANSWERS))
    whole = bscb_docs.take_forms(known, [path])
    plan = Path(str(board.folder)) / "plan.md"
    head, _, rest = plan.read_text(encoding="utf-8").partition("##### Objective O2")
    plan.write_text(head + rest[rest.index("##### Objective O3") :], encoding="utf-8")
    taken = bscb_docs.take_forms(bscb_docs.read_board(str(board.folder)), [path])
    others = [record for record in whole.records if str(getattr(record, "about", "")) != "O2"]
    assert [record for record in taken.records if not isinstance(record, Remark)] == others
    assert {finding.code for finding in taken.findings} == {"FRM-05", "FRM-06", "FRM-09"}
    assert "Example Trust" in {str(record.text) for record in taken.records if isinstance(record, Remark)}


def test_a_deadline_that_moved_since_is_no_remark(tmp_path: Path) -> None:
    """The form prints the deadline as it was known; the change, of an earlier day, was recorded after it went out."""
    known, form = ask_group(write_board(tmp_path / "board"), tmp_path / "out")
    plan = tmp_path / "board" / "plan.md"
    moved = "due: January 2026\nmoved: to May 2026, on 1 October 2025, by Executive Board, because of rain\n"
    plan.write_text(plan.read_text(encoding="utf-8").replace("due: January 2026\n", moved, 1), encoding="utf-8")
    back = tmp_path / "back.docx"
    back.write_bytes(in_controls(form.data, {(2, "state"): "On track"}))
    taken = bscb_docs.take_forms(bscb_docs.read_board(str(known.folder)), [back])
    assert [str(finding) for finding in taken.findings] == []


def test_a_deadline_that_moved_since_is_no_remark_where_the_last_move_is_typed_first(tmp_path: Path) -> None:
    """What a form printed before is the deadline before the last move, wherever that stands beneath the work."""
    plan = tmp_path / "board" / "plan.md"
    write_board(tmp_path / "board")
    before = "due: January 2026\nmoved: to March 2026, on 1 September 2025\n"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("due: January 2026\n", before, 1), encoding="utf-8")
    known, form = ask_group(bscb_docs.read_board(str(tmp_path / "board")), tmp_path / "out")
    last = "due: January 2026\nmoved: to May 2026, on 1 October 2025\nmoved: to March 2026, on 1 September 2025\n"
    plan.write_text(text.replace("due: January 2026\n", last, 1), encoding="utf-8")
    back = tmp_path / "back.docx"
    back.write_bytes(in_controls(form.data, {(2, "state"): "On track"}))
    taken = bscb_docs.take_forms(bscb_docs.read_board(str(known.folder)), [back])
    assert [str(finding) for finding in taken.findings] == []
