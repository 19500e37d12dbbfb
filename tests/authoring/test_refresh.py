"""The refresh carries a plan into its next year: nothing is dropped in silence, and nothing old is changed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from folders import EXAMPLES
from openpyxl import Workbook

import bscb_docs
from bscb_docs import Action, Board, Milestone, Objective, YearSpan
from bscb_docs.cli import main

BOARD = """\
# Organisation: Council

# Status: Done
means: complete

It is finished.

# Status: Given up
means: withdrawn

It is given up.

# Status: Going
means: in progress, on course

It goes on.

# Plan: Plan

## Priority P1: Neglect

### Actions 2025-26

#### Action P1-25-1
owner: Council
due: March 2026

Write a strategy. {#strategy}

##### Objective O25-01
owner: Council
due: March 2026
measure: It is written

Write a draft.

#### Action P1-25-2
owner: Council
due: March 2026

Count the files.

#### Action P1-25-3
owner: Council
due: March 2026
became: ended, because nobody asked

Print a leaflet.
"""
UPDATES = """\
# Updates 2025-26
as at: 31 March 2026

## Update P1-25-1
status: Going

Half of it stands.

## Update P1-25-2
status: Given up

The files were not counted.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A board at the end of its year: one action open, one finished, one ended."""
    (tmp_path / "plan.md").write_text(BOARD, encoding="utf-8")
    (tmp_path / "updates.md").write_text(UPDATES, encoding="utf-8")
    return tmp_path


def refresh(folder: Path, years: str = "2026-27", *options: str) -> str:
    """What the command says."""
    result = CliRunner().invoke(main, ["refresh", str(folder), "--years", years, *options])
    return f"{result.output}{result.exception or ''}"


def on_a_terminal(folder: Path, *answers: str) -> str:
    """What the command says to somebody who types those lines at a terminal of the system."""
    pty = pytest.importorskip("pty", reason="the system has no pseudo-terminals")
    ours, its = pty.openpty()
    try:
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        command = [sys.executable, "-m", "bscb_docs", "refresh", str(folder), "--years", "2026-27"]
        done = subprocess.run(command, stdin=its, capture_output=True, text=True, timeout=60, check=True)
    finally:
        os.close(its)
        os.close(ours)
    return f"{done.stdout}{done.stderr}"


def board_in(folder: Path) -> Board:
    """The board, which has no fault."""
    board = bscb_docs.read_board(folder)
    assert [str(finding) for finding in board.findings if finding.stops] == []
    return board


def test_the_first_run_writes_a_page_to_decide_on(folder: Path) -> None:
    """A line for each that says nothing yet; open work has a new id proposed, and what was given up wants a reason."""
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert "has a line for each of 3" in refresh(folder)
    page = (folder / "refresh-2026-27.txt").read_text(encoding="utf-8")
    assert [line for line in page.splitlines() if line.startswith("became ")] == [
        "became P1-25-1: P1-26-1",
        "became P1-25-2: ended, because ",
        "became O25-01: O26-01",
    ]
    assert {path: path.read_bytes() for path in before} == before


def test_a_decision_bears_the_day_on_which_it_was_made(folder: Path) -> None:
    """The day of the refresh stands before the reason; a decision that names its own keeps it."""
    refresh(folder)
    page = folder / "refresh-2026-27.txt"
    decided = page.read_text(encoding="utf-8").replace("P1-25-2: ended, because ", "P1-25-2: ended, because it is late")
    page.write_text(decided.replace("O25-01: O26-01", "O25-01: O26-01, on 1 April 2026"), encoding="utf-8")
    refresh(folder, "2026-27", "--on", "26 March 2026")
    lines = (folder / "plan.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("became: ")] == [
        "became: P1-26-1, on 26 March 2026",
        "became: O26-01, on 1 April 2026",
        "became: ended, on 26 March 2026, because it is late",
        "became: ended, because nobody asked",
    ]


def test_what_is_decided_is_written_and_the_rest_waits(folder: Path) -> None:
    """Old cards gain a line and lose nothing; what is carried on stands in a draft with the old words and owners."""
    refresh(folder)
    assert "Still to be decided: P1-25-2." in refresh(folder)
    board = board_in(folder)
    action, objective = board.find(Action, "P1-26-1"), board.find(Objective, "O26-01")
    assert action is not None
    assert objective is not None
    assert (str(action.years), str(action.text), [ref.name for ref in action.owned_by]) == (
        "2026-27",
        "Write a strategy. {#strategy}",
        ["Council"],
    )
    assert (objective.action.name if objective.action else "", objective.measures) == ("P1-26-1", ("It is written",))
    plan = (folder / "plan.md").read_text(encoding="utf-8")
    assert plan.replace("became: P1-26-1\n", "").replace("became: O26-01\n", "") == BOARD


def decide(folder: Path, *lines: str) -> str:
    """What the command says when the page has those lines in place of those that it was written with."""
    refresh(folder)
    (folder / "refresh-2026-27.txt").write_text("\n".join(lines), encoding="utf-8")
    return refresh(folder)


def test_work_that_is_divided_has_a_card_for_each_part(folder: Path) -> None:
    """Two lines of one id on the page are two lines of the old card, and two drafts."""
    decide(folder, "became P1-25-1: P1-26-1", "became P1-25-1: P1-26-2, reworded")
    lines = (folder / "plan.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("became: P")] == ["became: P1-26-1", "became: P1-26-2, reworded"]
    board = board_in(folder)
    assert [(each.id, str(each.text)) for each in board.actions(years=YearSpan(2026, 2027))] == [
        ("P1-26-1", "Write a strategy. {#strategy}"),
        ("P1-26-2", "Write a strategy. {#strategy}"),
    ]


STEPS = """\
## Milestone: A specification is agreed
of: P1-25-1
owner: Council
due: October 2025

## Milestone: Families were asked
of: P1-25-1
due: May 2025
done on: 20 May 2025

## Milestone: A page is printed
of: O25-01
due: June 2025
"""


def test_open_steps_go_on_once_and_parts_have_titles_of_their_own(folder: Path) -> None:
    """Beneath the first part, each with a deadline still to be agreed; a step that is done stays where it was."""
    plan = BOARD.replace("Action P1-25-1", "Action P1-25-1: Strategy")
    (folder / "plan.md").write_text(f"{plan}\n{STEPS}", encoding="utf-8")
    decide(folder, "became P1-25-1: P1-26-1", "became P1-25-1: P1-26-2", "became O25-01: O26-01")
    board = board_in(folder)
    assert [each.title for each in board.actions(years=YearSpan(2026, 2027))] == [
        "Strategy, part 1",
        "Strategy, part 2",
    ]
    new = [each for each in board.of(Milestone) if each.of and "26" in each.of.name]
    assert [(each.of and each.of.name, each.title, [ref.name for ref in each.owned_by], each.due) for each in new] == [
        ("P1-26-1", "A specification is agreed", ["Council"], None),
        ("O26-01", "A page is printed", [], None),
    ]


def test_the_row_of_work_that_is_divided_has_a_line_for_each_part(folder: Path) -> None:
    """A cell with several lines, as any that has several values."""
    (folder / "actions.csv").write_bytes(ROWS.replace("P1-25-9;2025-26", "P1-25-9;2024-25").encode())
    (folder / "more.md").write_text("# Update P1-25-8\nperiod: 2025-26\nstatus: Going\n", encoding="utf-8")
    decide(folder, "became P1-25-8: P1-26-8", "became P1-25-8: P1-26-9")
    became = board_in(folder).find(Action, "P1-25-8")
    assert became is not None
    assert [each.successor.name for each in became.became if each.successor] == ["P1-26-8", "P1-26-9"]


def test_work_that_is_merged_has_one_card(folder: Path) -> None:
    """Two old ids with one new id, however it is typed: the card has the words and owners of both, each once."""
    plan = BOARD.replace("owner: Council\ndue: March 2026\n\nCount", "owner: Police\ndue: March 2026\n\nCount")
    (folder / "plan.md").write_text(f"{plan}\n# Organisation: Police\n", encoding="utf-8")
    decide(folder, "became P1-25-1: P1-26-1", "became P1-25-2: p1-26-1")
    (carried,) = board_in(folder).actions(years=YearSpan(2026, 2027))
    assert str(carried.text) == "Write a strategy. {#strategy}\n\nCount the files."
    assert [ref.name for ref in carried.owned_by] == ["Council", "Police"]


def test_work_that_goes_into_what_was_carried_on_before_makes_no_second_card(folder: Path) -> None:
    """The id of an action of the new years may be typed in a later run."""
    decide(folder, "became P1-25-1: P1-26-1")
    draft = (folder / "refresh-2026-27.md").read_bytes()
    decide(folder, "became P1-25-2: P1-26-1")
    assert (folder / "refresh-2026-27.md").read_bytes() == draft
    assert [each.id for each in board_in(folder).actions(years=YearSpan(2026, 2027))] == ["P1-26-1"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("became P1-25-2: P1-25-3", "became P1-25-2: P1-25-3 is no work of 2026-27. Write an id that was never used."),
        (
            "became P1-25-2: O25-01",
            "became P1-25-2: O25-01 is the id of another kind of work too. Write one of its own.",
        ),
        (
            "became P1-25-33: P1-26-3",
            "became P1-25-33: no action or objective has this id. Mend the line, or take it away.",
        ),
    ],
)
def test_an_id_that_is_that_of_other_work_is_refused(folder: Path, line: str, said: str) -> None:
    """Nothing is written that the next check would stop."""
    before = (folder / "plan.md").read_bytes()
    assert said in decide(folder, "became P1-25-1: P1-26-1", line)
    assert (folder / "plan.md").read_bytes() == before


def test_what_is_carried_on_is_supported_by_none_of_its_owners(folder: Path) -> None:
    """Who supported it and has it now, by whatever name, is its owner alone."""
    passed = "supported by: the Board\nchanged owner: to Sample Board, on 1 May 2025\n"
    plan = BOARD.replace("\n\nWrite a strategy", f"\n{passed}\nWrite a strategy")
    (folder / "plan.md").write_text(f"{plan}\n# Body: Sample Board\nshort name: the Board\n", encoding="utf-8")
    refresh(folder)
    refresh(folder)
    (carried,) = board_in(folder).actions(years=YearSpan(2026, 2027))
    assert ([ref.name for ref in carried.owned_by], carried.supporters) == (["Sample Board"], ())


def test_a_second_run_changes_nothing(folder: Path) -> None:
    """When all is decided, nothing is left to do."""
    refresh(folder)
    page = folder / "refresh-2026-27.txt"
    page.write_text(page.read_text(encoding="utf-8").replace("ended, because ", "ended, because all were counted"))
    refresh(folder)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert "Nothing was changed." in refresh(folder)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert [str(finding) for finding in bscb_docs.check(board_in(folder)) if finding.code.startswith("LIN")] == []


def test_on_a_terminal_each_is_asked_for(folder: Path) -> None:
    """Ids with ; between divide it, "-" leaves it, other words are taken, and what says nothing is asked again."""
    said = on_a_terminal(folder, "P1-26-1; P1-26-2", "all were counted", "ended", "ended, because a; b", "-")
    assert "P1-25-1 (Going): Write a strategy." in said
    assert '"all were counted" says neither what it became nor that it ended' in said
    assert "say why it ended" in said
    assert "Still to be decided: O25-01." in said
    assert not (folder / "refresh-2026-27.txt").exists()
    plan = (folder / "plan.md").read_text(encoding="utf-8")
    assert plan.replace("became: P1-26-1\nbecame: P1-26-2\n", "").replace("became: ended, because a; b\n", "") == BOARD
    assert [each.id for each in board_in(folder).actions(years=YearSpan(2026, 2027))] == ["P1-26-1", "P1-26-2"]


def test_work_given_up_is_left_for_later_without_a_reason(folder: Path) -> None:
    """Enter never ends work in silence."""
    assert "Still to be decided: P1-25-2." in on_a_terminal(folder, "", "", "O26-07, reworded")
    assert board_in(folder).find(Objective, "O26-07") is not None


def test_words_on_the_page_that_say_nothing_are_refused(folder: Path) -> None:
    """The line is named, and no file is changed."""
    refresh(folder)
    page = folder / "refresh-2026-27.txt"
    page.write_text(page.read_text(encoding="utf-8").replace("ended, because ", "counted"), encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert 'became P1-25-2: "counted" says neither what it became nor that it ended' in refresh(folder)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("years", "slip"),
    [("2025-27", "2025-27 begin before 2025-26 have ended"), ("2027-28", "2027-28 leave out what comes after 2025-26")],
)
def test_years_that_do_not_follow_the_last_are_told_before_all_else(folder: Path, years: str, slip: str) -> None:
    """Years of which some are planned already, or that leave one out: those that follow are named, nothing written."""
    (folder / "updates.md").write_text(UPDATES.partition("## Update P1-25-2")[0], encoding="utf-8")
    assert f"The years {slip}, the years of the last actions. Write: --years 2026-27." in refresh(folder, years)
    assert not list(folder.glob("refresh*"))


def test_it_refuses_while_an_action_has_no_last_update(folder: Path) -> None:
    """It says which, and writes nothing."""
    (folder / "updates.md").write_text(UPDATES.partition("## Update P1-25-2")[0], encoding="utf-8")
    assert "P1-25-2 of 2025-26 has no last update." in refresh(folder)
    assert not list(folder.glob("refresh*"))


ROWS = """\
id;years;priority;owner;text;;\r
P1-25-8;2025-26;P1;Council;"Ask schools
and colleges.";;\r
P1-25-9;2025-26;P1;Council;"Ask ""parents""."\r
P1-25-7;2024-25;P1;"Council";Ask neighbours.\r
"""


def test_finished_work_is_proposed_as_ended(folder: Path) -> None:
    """Its state is the reason, so that none is asked for; what was given up needs one."""
    (folder / "updates.md").write_text(UPDATES.replace("Given up", "Done"), encoding="utf-8")
    refresh(folder)
    assert "Still to be decided" not in refresh(folder)
    assert "became: ended\n" in (folder / "plan.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", ["ended", "ended,", "ended, because"])
def test_what_is_not_finished_ends_with_its_reason(folder: Path, words: str) -> None:
    """A line that says only that it ended waits."""
    said = decide(folder, f"became P1-25-1: {words}")
    assert "Still to be decided: P1-25-1, P1-25-2, O25-01." in said


def test_what_stands_in_a_table_gains_a_column(folder: Path) -> None:
    """A .csv file of Excel's: the rows decided on say what they became, all others and its marks stay as they were."""
    (folder / "actions.csv").write_bytes(b"\xef\xbb\xbf" + ROWS.encode())
    told = "\n".join(f"# Update P1-25-{at}\nperiod: 2025-26\nstatus: Going\n" for at in (8, 9))
    (folder / "more.md").write_text(told, encoding="utf-8")
    refresh(folder)
    refresh(folder)
    board = board_in(folder)
    assert board.find(Action, "P1-26-2") is not None
    assert (folder / "actions.csv").read_bytes().decode("utf-8-sig").split("\r\n") == [
        "id;years;priority;owner;text;became;",
        'P1-25-8;2025-26;P1;Council;"Ask schools\nand colleges.";P1-26-1;',
        'P1-25-9;2025-26;P1;Council;"Ask ""parents"".";P1-26-2',
        'P1-25-7;2024-25;P1;"Council";Ask neighbours.',
        "",
    ]
    assert (folder / "actions.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_workbook_is_told_before_anything_is_decided(folder: Path) -> None:
    """Nothing can be written into it, so that no page is written that asks of its rows."""
    book = Workbook()
    book.active.title = "Actions 2025-26"
    for row in (("id", "priority", "owner", "text"), ("P1-25-9", "P1", "Council", "Ask schools.")):
        book.active.append(row)
    book.save(folder / "plan.xlsx")
    (folder / "more.md").write_text("# Update P1-25-9\nperiod: 2025-26\nstatus: Going\n", encoding="utf-8")
    assert "plan.xlsx: what each row became cannot be written into a workbook" in refresh(folder)
    assert not (folder / "refresh-2026-27.txt").exists()


def test_the_fictional_board_goes_into_its_third_year(tmp_path: Path) -> None:
    """Refreshed, confirmed, checked and built without an edit by hand."""
    folder = Path(shutil.copytree(EXAMPLES / "harrowmere", tmp_path / "harrowmere"))
    board = board_in(folder)
    work = [*board.actions(years=YearSpan(2026, 2027)), *(o for o in board.of(Objective) if o.id.startswith("O26"))]
    updates = ["# Updates 2026-27\nas at: 31 March 2027\n"]
    for at, each in enumerate(work):
        status = "Delivered" if at % 3 else "On track"
        updates.append(f"## Update {each.id}\nstatus: {status}\n\nWork of {each.id} was reported in March 2027.\n")
    (folder / "updates-2026-27.md").write_text("\n".join(updates), encoding="utf-8")
    assert f"has a line for each of {len(work)}" in refresh(folder, "2027-28")
    page = folder / "refresh-2027-28.txt"
    page.write_text(page.read_text(encoding="utf-8").replace("ended, because ", "ended, because it was done"))
    assert "Still to be decided" not in refresh(folder, "2027-28")
    register = (folder / "register.md").read_text(encoding="utf-8").replace("years 2026-27", "years 2027-28")
    (folder / "register.md").write_text(register, encoding="utf-8")
    board = board_in(folder)
    carried = [action.id for action in board.actions(years=YearSpan(2027, 2028))]
    assert carried[:2] == ["T1-27-1", "T2-27-1"]
    left = [each for at, each in enumerate(work) if at % 3 == 0]
    going = {each.action.name if isinstance(each, Objective) and each.action else each.id for each in left}
    assert len(carried) == len(going)  # an action goes on while an objective under it does
    built = [bscb_docs.build(board, name) for name in bscb_docs.document_names(board)]
    assert [str(finding) for each in built for finding in each.findings if finding.stops] == []
    assert [str(f) for f in bscb_docs.check(board) if f.code in {"LIN-01", "LIN-02"} or f.stops] == []


def test_a_page_that_notepad_saved_as_unicode_is_refused_in_plain_words(folder: Path) -> None:
    """It says what to save it as, and writes nothing."""
    refresh(folder)
    page = folder / "refresh-2026-27.txt"
    page.write_text(page.read_text(encoding="utf-8"), encoding="utf-16")
    assert "refresh-2026-27.txt is not saved as UTF-8. Save it as UTF-8" in refresh(folder)
    assert not (folder / "refresh-2026-27.md").exists()


def test_a_page_is_read_with_the_marks_of_notepad(folder: Path) -> None:
    """Its byte order mark may stand before a decision, and its lines end as Windows ends them."""
    refresh(folder)
    (folder / "refresh-2026-27.txt").write_bytes(b"\xef\xbb\xbfbecame P1-25-1: P1-26-1\r\nbecame O25-01: O26-01\r\n")
    assert "Still to be decided: P1-25-2." in refresh(folder)


def test_a_draft_keeps_its_line_ends(folder: Path) -> None:
    """What a later run adds to a draft that was saved on Windows ends its lines in the same way."""
    decide(folder, "became P1-25-1: P1-26-1")
    draft = folder / "refresh-2026-27.md"
    draft.write_bytes(draft.read_bytes().replace(b"\n", b"\r\n"))
    decide(folder, "became P1-25-2: P1-26-2")
    text = draft.read_bytes()
    assert b"P1-26-2" in text
    assert text.count(b"\n") == text.count(b"\r\n")
