"""Issuing is done whole or not at all: killed, out of room, refused, or given twice."""

import signal
import subprocess
import sys
from pathlib import Path

import bagit
import pytest
from click.testing import CliRunner
from issued_boards import edit, example, issue, read
from programs import office_that_ends_at

import bscb_docs
from bscb_docs import BoardError, StoppedError
from bscb_docs.authoring import write_board
from bscb_docs.cli import main
from bscb_docs.diagnostics.cache import FOLDER

ROLE = "role-of-independent-chair"
ISSUE = """
import os, signal, sys
from pathlib import Path
import bscb_docs
left, replace = int(sys.argv[2]), Path.replace
def replaced(self, target):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    return replace(self, target)
Path.replace = replaced
board = bscb_docs.read_board(sys.argv[1])
bscb_docs.issue_documents(board, by="Executive Board", on="5 April 2018", pages=False, pdf=False)
"""
"""A program that is killed when that many files have taken their places."""


def content(folder: Path) -> dict[str, bytes]:
    """Every file below the folder."""
    found = sorted(folder.rglob("*"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found if path.is_file()}


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """A board of which nothing was issued."""
    return example(tmp_path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of the board when all was issued."""
    board = example(tmp_path_factory.mktemp("whole"))
    issue(board)
    return content(board)


@pytest.mark.slow
@pytest.mark.parametrize("files", [0, 1, 5, 12, 23, 24, 25])
def test_killed_at_any_file_it_comes_to_the_same_end(files: int, board: Path, whole: dict[str, bytes]) -> None:
    """The board still reads, what was not issued is told, and the same command given again gives the same bytes."""
    killed = subprocess.run([sys.executable, "-c", ISSUE, board, str(files)], check=False)
    assert killed.returncode == -signal.SIGKILL
    found = {finding.code for finding in bscb_docs.check(read(board)) if finding.code.startswith("ISS")}
    assert found <= {"ISS-03", "ISS-05"}
    if not read(board).issue(ROLE).check_code:  # type: ignore[union-attr]  # the board lists a version
        issue(board)
    assert content(board) == whole


def test_bags_are_what_the_library_of_congress_says(whole: dict[str, bytes], tmp_path: Path) -> None:
    """Its own program validates each."""
    for name, data in whole.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    bags = sorted((tmp_path / "issued").glob("*/*"))
    assert len(bags) == 4
    for path in bags:
        bagit.Bag(str(path)).validate()


def test_the_same_records_give_the_same_bags(board: Path, whole: dict[str, bytes]) -> None:
    """Nothing in them tells of the clock or the machine."""
    issue(board)
    assert content(board) == whole


def test_a_full_disk_leaves_the_board_as_it_was(board: Path) -> None:
    """The message says so; no file of an issue stays, and the register of documents is untouched."""
    before = content(board)
    code = (
        "import resource, signal, sys, bscb_docs\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "board = bscb_docs.read_board(sys.argv[1])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))\n"
        "try:\n    bscb_docs.issue_documents(board, by='Executive Board', on='5 April 2018', pages=False, pdf=False)\n"
        "except bscb_docs.SavingError as fault:\n    print(fault)\n"
    )
    said = subprocess.run([sys.executable, "-c", code, board], capture_output=True, text=True, check=True).stdout
    assert "could not be written" in said
    assert content(board) == before


def test_what_is_issued_is_never_written_again(board: Path) -> None:
    """A second issue of the version is refused, and changes no file."""
    issue(board, ROLE)
    before = content(board)
    with pytest.raises(BoardError, match=rf"Version 1\.0 of {ROLE} was issued on 5 April 2018 already. Give it a new"):
        issue(board, ROLE)
    assert content(board) == before


def test_a_document_that_is_stopped_is_not_issued(board: Path) -> None:
    """With its findings, and no file written."""
    edit(board / "report-2017-18.md", "{{ jordan-sample.name }}", "{{ nobody.name }}")
    before = content(board)
    with pytest.raises(StoppedError, match="finding"):
        issue(board)
    assert content(board) == before


def test_a_second_issue_follows_the_first_in_the_register(board: Path) -> None:
    """Its line holds the sum of the one before, and both stand."""
    issue(board, ROLE)
    issue(board, "overview-of-progress", by="Executive Board, by letter", on="6 April 2018")
    first, second = (each.line for each in bscb_docs.verify_issues(read(board)))
    assert (first.before, second.before) == ("", first.sum)
    assert all(each.stands for each in bscb_docs.verify_issues(read(board)))


def test_who_approved_a_version_already_stays_on_its_card(board: Path) -> None:
    """Another approval is a line more."""
    edit(board / "documents.md", f"# Issue {ROLE} 1.0\n", f"# Issue {ROLE} 1.0\napproved by: The Chair, by letter\n")
    issue(board, ROLE)
    card = read(board).issue(ROLE)
    assert card is not None
    assert card.approved_by == ("The Chair, by letter", "Executive Board, 5 April 2018")


def test_a_version_circulated_for_approval_names_no_approval(board: Path) -> None:
    """Its card says so, and document control that nobody approved it yet."""
    records = read(board)
    bscb_docs.issue_documents(
        records,
        ["business-improvement-plan"],
        by="Executive Board",
        on="5 April 2018",
        state="for approval",
        pdf=False,
        pages=False,
    )
    assert "Not yet; no meeting is recorded" in bscb_docs.build(read(board), "business-improvement-plan").text
    assert all(each.stands for each in bscb_docs.verify_issues(read(board)))


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"on": "31 February 2018"}, "Nothing was issued"),
        ({"state": "published"}, "Nothing was issued"),
        ({"names": ["no-such"]}, "no-such has no version to issue"),
    ],
    ids=["a day that is none", "a state that is none", "a document without a version"],
)
def test_what_cannot_be_issued_is_told(how: dict[str, object], said: str, board: Path) -> None:
    """In a sentence, before anything is written."""
    with pytest.raises(BoardError, match=said):
        bscb_docs.issue_documents(read(board), **({"by": "Executive Board", "on": "5 April 2018"} | how))


def test_a_day_that_is_offered_can_be_taken(board: Path) -> None:
    """A meeting before the date of the version cannot approve it: it is not named as the last one before."""
    meetings = (board / "meetings.csv").read_text(encoding="utf-8")
    header, *rows = meetings.splitlines()
    early = [row for row in rows if "2018" not in row]
    (board / "meetings.csv").write_text("\n".join([header, *early, ""]), encoding="utf-8")
    with pytest.raises(BoardError, match=r"its last, of .*2017, came before the date of what is approved"):
        bscb_docs.issue_documents(read(board), by="Executive Board", on="9 March 2027")


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"by": "Exectuive Board"}, r'called "Exectuive Board"\. Did you mean "Executive Board"\?'),
        ({"by": "Governors"}, r'called "Governors"\. Its bodies are Executive Board, .*; any other needs a card\.'),
        (
            {"on": "9 March 2017"},
            r"Version 1\.0 of role-.* is of 5 April 2018, and cannot be approved on 9 March 2017\.",
        ),
        (
            {"on": "9 March 2027"},
            r"no meeting of the Executive Board on 9 March 2027; the last before it was that of 5 April",
        ),
    ],
    ids=["a body misspelt", "a body that is none", "a day before that of the version", "a day without a meeting"],
)
def test_what_the_records_speak_against_is_not_issued(how: dict[str, str], said: str, board: Path) -> None:
    """For an issue stays for ever; and no file is written."""
    before = content(board)
    with pytest.raises(BoardError, match=said):
        issue(board, ROLE, **how)
    assert content(board) == before


def test_what_the_new_state_asks_is_asked_before_it_is_issued(tmp_path: Path) -> None:
    """A draft of invented names is no paper to approve, and is told with what is wrong."""
    write_board(tmp_path / "new")
    with pytest.raises(StoppedError, match="Once it is approved, more is asked") as stopped:
        issue(tmp_path / "new", "plan", by="Executive Board, by letter", on="30 June 2026")
    assert "DOC-12" in {each.code for each in stopped.value.findings}


def test_what_nobody_can_accept_is_asked_again(board: Path) -> None:
    """Facts that nobody has read are asked for by the state before too, and keep a version from being approved."""
    register = board / "documents.md"
    text = register.read_text(encoding="utf-8")
    unread = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("facts read: "))
    register.write_text(unread, encoding="utf-8")
    with pytest.raises(StoppedError, match="Once it is approved, more is asked") as stopped:
        issue(board, "overview-of-progress")
    assert [each.code for each in stopped.value.findings] == ["DOC-14"]


def test_a_version_in_a_table_is_told(board: Path) -> None:
    """There issuing could not write its lines."""
    register = board / "documents.md"
    text = register.read_text(encoding="utf-8")
    register.write_text(text[: text.index("# Issues")], encoding="utf-8")
    read_by = '"Business Support Unit, 5 April 2018, V09"'
    rows = f"about,version,state,facts read\n{ROLE},1.0,for approval,{read_by}\n"
    (board / "issues.csv").write_text(rows, encoding="utf-8")
    with pytest.raises(BoardError, match="stands in a table"):
        issue(board, ROLE)


def test_a_register_with_windows_line_ends_keeps_them(board: Path) -> None:
    """Every other byte of it stays too."""
    register = board / "documents.md"
    register.write_bytes(register.read_bytes().replace(b"\n", b"\r\n"))
    before = register.read_bytes().splitlines(keepends=True)
    issue(board, ROLE)
    after = register.read_bytes().splitlines(keepends=True)
    assert [line[:10] for line in after if line not in before] == [b"state: app", b"check code", b"approved b"]
    assert all(line.endswith(b"\r\n") for line in after)
    assert [line for line in before if line not in after] == []


@pytest.mark.slow
def test_the_commands_issue_with_a_pdf_and_give_it_back(board: Path, tmp_path: Path) -> None:
    """Frozen with page numbers; built again without LibreOffice having to be asked."""
    done = CliRunner().invoke(main, ["issue", str(board), ROLE, "--by", "Executive Board", "--on", "5 April 2018"])
    assert done.exit_code == 0, done.output
    assert "Read the check codes into the minutes." in done.output
    data = next(iter((board / "issued").glob("*/*/data")))
    built = CliRunner().invoke(main, ["build", str(board), ROLE, "--pdf", "--out", str(tmp_path / "out")])
    assert built.exit_code == 0, built.output
    for frozen in data.glob("*.[dp]*[xf]"):
        assert (tmp_path / "out" / frozen.name).read_bytes() == frozen.read_bytes()
    verified = CliRunner().invoke(main, ["verify", str(board)])
    assert (verified.exit_code, verified.output.rstrip()[-9:]) == (0, "as issued")


def test_nothing_is_issued_where_a_pdf_cannot_be_made(
    board: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """LibreOffice ends at the document: no version stands without its PDF, and the card has no check code."""
    before = content(board)
    monkeypatch.setenv("BSCB_DOCS_SOFFICE", str(office_that_ends_at(tmp_path, "Chair")))
    monkeypatch.setenv(FOLDER, str(tmp_path / "store"))
    with pytest.raises(StoppedError, match="Nothing was issued: a PDF could not be made") as stopped:
        bscb_docs.issue_documents(read(board), (ROLE,), by="Executive Board", on="5 April 2018")
    assert {each.code for each in stopped.value.findings} == {"PDF-04"}
    assert content(board) == before
