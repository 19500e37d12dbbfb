"""The command: what each part of it prints, on the example boards."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from folders import EXAMPLES, ROOT

from bscb_docs import check, read_board
from bscb_docs.cli.printing import count_findings
from bscb_docs.ooxml.package import Member, read_parts, write_package

BIRMINGHAM, HARROWMERE = EXAMPLES / "birmingham", EXAMPLES / "harrowmere"


def bscb_docs(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command, run as a user runs it in a pipe."""
    command = [sys.executable, "-m", "bscb_docs", *(str(argument) for argument in arguments)]
    surroundings = os.environ | environment
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=surroundings)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], "build-many"),
        (["--version"], "0.1.0"),
        (
            ["documents", BIRMINGHAM],
            "overview-of-progress\tOverview of Progress, Year One\t2017-18\t1.0 (for approval)",
        ),
        (
            ["list", EXAMPLES / "harrowmere", "actions", "--overdue"],
            "T5-25-1\tLearning and Review Group\tDecember 2025\tStuck\tby 90 days",
        ),
        (["facts", EXAMPLES / "harrowmere", "executive-april-2026"], "\tno record\t520\texecutive-april-2026\n"),
        (["facts", EXAMPLES / "harrowmere", "executive-april-2026", "--format", "json"], '"borne": "no record"'),
        (["figures", BIRMINGHAM], "objectives-q3\t20 of 30 (67%)"),
        (["sections"], "progress-overview\tbody\tyears, only"),
        (["kinds"], "Action\tActions"),
        (["kinds", "action"], "became"),
        (["trace", BIRMINGHAM, "digital", "world"], "Ended, because the plan for 2018-19 did not carry it on"),
        (["check", EXAMPLES / "harrowmere"], "Accepted by Jo Placeholder"),
        (["template", "check", ROOT / "templates" / "priorities.docx"], "Nothing was found."),
        (["template", "check", ROOT / "templates" / "looks" / "sober.docx"], "Nothing was found."),
        (["template", "text", ROOT / "templates" / "narrative.docx"], "Section Heading | {{ section.title | line }}"),
    ],
    ids=lambda value: " ".join(Path(part).name for part in value) if isinstance(value, list) else "",
)
def test_a_command_says_what_it_should(arguments: list[str | Path], words: str) -> None:
    """Each ends with 0, writes nothing to the error stream, and prints its words."""
    done = bscb_docs(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert words in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", BIRMINGHAM, "accountability-reprot", "--no-pages"], 'Did you mean "accountability-report"?'),
        (["build", BIRMINGHAM, "--plugin", "no-such.py"], "no-such.py"),
        (["trace", BIRMINGHAM, "unicorns"], ""),
    ],
    ids=["a misspelt document", "a plugin that is not there", "words that stand nowhere"],
)
def test_a_mistake_is_one_sentence(arguments: list[str | Path], words: str, tmp_path: Path) -> None:
    """No traceback, and the nearest name where there is one."""
    done = bscb_docs(*arguments, *(["--out", tmp_path] if arguments[0] == "build" else []))
    assert "Traceback" not in done.stdout + done.stderr
    assert words in done.stderr + done.stdout
    assert len((done.stderr or done.stdout).strip().splitlines()) <= 3


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["list", HARROWMERE, "actions", "--owner", "Harrowmere Councl"], 'Did you mean "Harrowmere Council"?'),
        (["list", HARROWMERE, "actions", "--priority", "P77"], 'There is no priority called "P77".'),
        (
            ["chase", HARROWMERE, "--period", "Q1 2030-31"],
            "went out about Q1 2030-31 (April to June 2030). Forms went out about: Q3 2025-26",
        ),
        (["diff", HARROWMERE, "accountability-reprot"], 'Did you mean "accountability-report"?'),
        (["build", HARROWMERE, "accountability-reprot"], 'Did you mean "accountability-report"?'),
        (["check", HARROWMERE.parent / "nosuch"], "There is no folder"),
    ],
    ids=["an owner", "a priority", "a period", "a document to compare", "a document", "a board"],
)
def test_what_is_asked_for_and_is_not_there_is_told(arguments: list[str | Path], words: str) -> None:
    """It ends with 1 and a sentence, and prints no empty table, which would read as nothing to be done."""
    done = bscb_docs(*arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert words in done.stderr


def test_used_wrongly_ends_with_2() -> None:
    """A command without its argument is told so by the command line itself."""
    assert bscb_docs("build").returncode == 2


@pytest.mark.slow
def test_findings_as_json_name_all_that_a_program_needs() -> None:
    """A list of objects with code, severity, message, file, line, column, mend, places and accepted."""
    found = json.loads(bscb_docs("check", EXAMPLES / "harrowmere", "--format", "json").stdout)
    assert [set(finding) for finding in found] == [
        {"code", "severity", "message", "file", "line", "column", "within", "mend", "places", "accepted"} for _ in found
    ]
    assert {finding["accepted"]["by"] for finding in found if finding["accepted"]} == {"Jo Placeholder"}


def test_what_was_accepted_alone_is_counted() -> None:
    """Where nothing else was found it is said how many checks were accepted, one cause as one."""
    accepted = [f for f in check(read_board(EXAMPLES / "harrowmere")) if f.accepted]
    assert count_findings(accepted) == "Nothing was found that is not accepted; 2 checks were accepted."
    assert count_findings(accepted[:1]) == "Nothing was found that is not accepted; 1 check was accepted."
    assert count_findings(()) == "Nothing was found."


def test_check_document_tells_of_a_word_file_made_by_hand(tmp_path: Path) -> None:
    """A file whose table lost its header row ends with 1 and says where."""
    bscb_docs("build", BIRMINGHAM, "overview-of-progress", "--no-pages", "--out", tmp_path)
    (file,) = tmp_path.glob("*.docx")
    assert bscb_docs("check-document", file).stdout == "Nothing was found.\n"
    parts = read_parts(file.read_bytes(), file.name)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:tblHeader/>", b"")
    file.write_bytes(write_package((name, Member.of(data)) for name, data in parts.items()))
    done = bscb_docs("check-document", file)
    assert done.returncode == 1
    assert "table 1" in done.stdout


def test_a_new_board_builds_at_once(tmp_path: Path) -> None:
    """What `new board` writes has no finding that stops and gives every document."""
    assert bscb_docs("new", "board", tmp_path / "mine").returncode == 0
    done = bscb_docs("build", tmp_path / "mine", "--no-pages", "--out", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list((tmp_path / "out").glob("*.docx"))) == 4


@pytest.mark.slow
def test_build_many_skips_what_is_unchanged(tmp_path: Path) -> None:
    """A second run writes nothing anew, and a board that fails stops no other."""
    boards = tmp_path / "boards"
    shutil.copytree(BIRMINGHAM, boards / "one")
    shutil.copytree(BIRMINGHAM, boards / "two")
    shutil.copytree(BIRMINGHAM, boards / "broken")
    (boards / "broken" / "plan.md").write_bytes(b"\xff\xfe\x00")
    first = bscb_docs("build-many", boards, "--out", tmp_path / "out", "--jobs", "1")
    assert first.returncode == 1
    assert "2 of 3 boards built." in first.stdout
    second = bscb_docs("build-many", boards, "--out", tmp_path / "out", "--jobs", "1")
    assert second.stdout.count("(unchanged)") == 2


@pytest.mark.slow
def test_a_file_edited_by_hand_is_left_alone(tmp_path: Path) -> None:
    """The new one goes beside it, and the command says so."""
    build = ["build", BIRMINGHAM, "role-of-independent-chair", "--no-pages", "--out", tmp_path]
    bscb_docs(*build)
    (file,) = tmp_path.glob("*.docx")
    edited = __import__("docx").Document(str(file))
    edited.add_paragraph("A sentence that a person added.")
    edited.save(str(file))
    before = file.read_bytes()
    done = bscb_docs(*build)
    assert file.read_bytes() == before
    assert f"the edited {file.name} was left alone" in done.stdout
    assert len(list(tmp_path.glob("*.docx"))) == 2


def test_a_pipe_of_256_letters_loses_no_finding(tmp_path: Path) -> None:
    """A name that a pipe on Windows has no letters for is printed with its number; the run goes on."""
    (tmp_path / "b.md").write_text("# Board: B\n\n# Body: One\nchair: Łukasz Example\n", encoding="utf-8")
    done = bscb_docs("check", tmp_path, PYTHONIOENCODING="cp1252:strict", PYTHONUTF8="0")
    assert "\\u0141ukasz Example" in done.stdout
    assert "failed" not in done.stderr
