"""The same records give the same bytes, whatever machine, hour, language or order they are read in."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import EXAMPLES

PROGRAM = """
import sys
import hashlib
import bscb_docs
from bscb_docs.papers import document_names
from bscb_docs.press import catalogue_of
board = bscb_docs.read_board(sys.argv[1])
for finding in bscb_docs.check(board): print(finding)
for name in document_names(board, catalogue_of(board)):
    built = bscb_docs.build(board, name)
    print(name, hashlib.sha256(built.data).hexdigest(), *built.findings)
"""


def fingerprints(folder: Path, before: str = "", **environment: str) -> str:
    """The findings and the hash of every document of a board, as a process with that environment gives them."""
    surroundings = os.environ | {"PYTHONUTF8": "1"} | environment
    done = subprocess.run(
        [sys.executable, "-c", before + PROGRAM, folder], capture_output=True, text=True, env=surroundings, check=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def usual() -> str:
    """What the first example gives here and now."""
    return fingerprints(EXAMPLES / "birmingham")


SURROUNDINGS = {
    "another hash seed": {"PYTHONHASHSEED": "1"},
    "one more hash seed": {"PYTHONHASHSEED": "4294967295"},
    "the far side of the world": {"TZ": "Pacific/Kiritimati"},
    "a plain C locale": {"LC_ALL": "C", "LANG": "C"},
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "a date set for reproducible builds": {"SOURCE_DATE_EPOCH": "0"},
    "optimised Python": {"PYTHONOPTIMIZE": "2"},
}


@pytest.mark.parametrize("what", SURROUNDINGS)
def test_surroundings_change_no_byte(what: str, usual: str) -> None:
    """No hash seed, time zone, locale or date of the machine is seen in a document or a finding."""
    assert fingerprints(EXAMPLES / "birmingham", **SURROUNDINGS[what]) == usual


def test_the_clock_changes_no_byte(usual: str) -> None:
    """Nothing reads the clock: on another day the documents and findings are the same."""
    clock = "import time, datetime\\ntime.time = lambda: 4102444800.0\\ntime.localtime = time.gmtime\\n"
    assert fingerprints(EXAMPLES / "birmingham", clock.replace("\\n", "\n")) == usual


def test_the_order_in_which_a_folder_lists_its_files_changes_no_byte(usual: str, tmp_path: Path) -> None:
    """A folder gives its files in the order they were made, or in none."""
    source, folder = EXAMPLES / "birmingham", tmp_path / "birmingham"
    for path in sorted(source.rglob("*"), reverse=True):
        if path.is_file():
            target = folder / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    shuffled = (
        "import os, random\nlisted, walked = os.listdir, os.scandir\n"
        "os.listdir = lambda *a: random.sample(l := listed(*a), len(l))\n"
    )
    assert fingerprints(folder, shuffled) == usual


def test_where_a_folder_lies_changes_no_byte(usual: str, tmp_path: Path) -> None:
    """No path of the machine is seen in a document."""
    folder = tmp_path / "a folder with spaces & signs"
    shutil.copytree(EXAMPLES / "birmingham", folder)
    assert fingerprints(folder) == usual


def test_a_second_document_built_in_one_process_is_the_same(usual: str) -> None:
    """What is kept between documents leaves no trace in them."""
    import bscb_docs

    board = bscb_docs.read_board(EXAMPLES / "birmingham")
    names = ["overview-of-progress", "accountability-report", "overview-of-progress"]
    for name in names * 2:
        digest = hashlib.sha256(bscb_docs.build(board, name).data).hexdigest()
        assert f"{name} {digest}" in usual
