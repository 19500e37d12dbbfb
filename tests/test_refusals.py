"""Twelve things broken in one copy of an example: twelve clear findings in one run, and nothing is written."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from folders import EXAMPLES


def bscb_docs(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command, run as a user runs it."""
    command = [sys.executable, "-m", "bscb_docs", *(str(argument) for argument in arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def swap(file: str, old: str, new: str) -> Callable[[Path], None]:
    """A change of words in one file; the words must be there."""

    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text, f"{file} no longer says {old!r}"
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def write(file: str, data: bytes) -> Callable[[Path], None]:
    """A file of those bytes."""
    return lambda folder: (folder / file).write_bytes(data) and None


def cut_off(file: str) -> Callable[[Path], None]:
    """A file that ends in the middle of a note to oneself, as one does whose copying was broken off."""

    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text + "\n<!-- This note was being writ", encoding="utf-8")

    return change


BREAKAGES: list[tuple[str, Callable[[Path], None], str, str]] = [
    # what is broken, how, the file that the finding names, words that it says
    ("a misspelt field", swap("plan.md", "short title:", "shrot title:"), "plan.md", "shrot title"),
    ("a misspelt kind", swap("chair.md", "# Role", "# Roel"), "chair.md", "Roel"),
    ("two equal ids", swap("plan.md", "Outcome P1-O2", "Outcome P1-O1"), "plan.md", "P1-O1"),
    ("a month without a year", swap("reviews.md", "November 2017", "August"), "reviews.md", "August"),
    ("a dangling action", swap("updates/2017-18.md", "Update A17-04", "Update A17-40"), "updates/2017-18.md", "A17-40"),
    (
        "an unknown status",
        swap("updates/2017-18.md", "status: State not recorded", "status: Stat recorded"),
        "updates/2017-18.md",
        "Stat recorded",
    ),
    ("a control character", swap("contact.md", "999", "9\x0799"), "contact.md", "unseen character"),
    (
        "a picture that is not there",
        swap("report-2017-18.md", "## Introduction", "## Introduction\n\n![A chart](charts/no-such.png)"),
        "report-2017-18.md",
        "charts/no-such.png",
    ),
    (
        "a table without its header row",
        lambda folder: (
            (folder / "meetings.csv").write_text(
                "\n".join((folder / "meetings.csv").read_text(encoding="utf-8").splitlines()[1:]), encoding="utf-8"
            )
            and None
        ),
        "meetings.csv",
        "first row",
    ),
    ("an empty file", write("empty.md", b""), "empty.md", "empty"),
    ("a cut-off file", cut_off("terms.md"), "terms.md", "end"),
    (
        "Windows-1252",
        write("people.md", "# Organisation: Caf\u00e9 \u2013 Youth\n".encode("cp1252")),
        "people.md",
        "UTF-8",
    ),
]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of the example with all twelve breakages."""
    folder = tmp_path / "birmingham"
    shutil.copytree(EXAMPLES / "birmingham", folder)
    for _, change, _, _ in BREAKAGES:
        change(folder)
    return folder


def test_each_of_twelve_breakages_is_found_in_one_run(broken: Path) -> None:
    """Each finding names the file and says what is wrong there and what to do; the run ends with 1."""
    done = bscb_docs("check", broken, "--format", "json")
    found = json.loads(done.stdout)
    for what, _, file, words in BREAKAGES:
        hits = [f for f in found if f["file"] == file and words.lower() in f["message"].lower()]
        assert hits, f"{what} was not found in {file}"
        assert all(hit["mend"] for hit in hits), f"{what}: nothing says what to do"
        assert any(hit["line"] for hit in hits) or what in {"an empty file", "Windows-1252"}, (
            f"{what}: no line is named"
        )
    assert (done.returncode, done.stderr) == (1, "")


def test_nothing_is_written_of_a_broken_board(broken: Path, tmp_path: Path) -> None:
    """A document for approval is not written, whatever is sound, and no file of the board is touched."""
    before = {path: path.read_bytes() for path in broken.rglob("*") if path.is_file()}
    done = bscb_docs("build", broken, "--no-pages", "--out", tmp_path / "out")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "out").exists()
    assert {path: path.read_bytes() for path in broken.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("missing", lambda path: None),
        ("empty", lambda path: path.mkdir()),
        ("a-file", lambda path: path.write_text("# Board: One\n", encoding="utf-8")),
    ],
)
def test_a_folder_that_is_none_is_one_clear_sentence(name: str, make: Callable[[Path], object], tmp_path: Path) -> None:
    """A folder that is missing, empty, or a file ends the run with 1 and says so."""
    make(tmp_path / name)
    done = bscb_docs("build", tmp_path / name, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert name in done.stderr
