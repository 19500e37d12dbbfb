"""The same records give the same bytes, whatever machine, hour, language or order they are read in."""

import ast
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from folders import EXAMPLES

import bscb_docs

pytestmark = pytest.mark.slow

PROGRAM = """
import sys
import hashlib
import bscb_docs
from bscb_docs import document_names
board = bscb_docs.read_board(sys.argv[1])
print(*board.files, *(f"{type(record).__name__} {record.place}" for record in board.records), sep="\\n")
for finding in bscb_docs.check(board): print(finding)
for name in document_names(board):
    built = bscb_docs.build(board, name)
    print(name, hashlib.sha256(built.data).hexdigest(), *built.findings)
"""
LOCALE = "import locale\nlocale.setlocale(locale.LC_ALL, '')\n"


def fingerprints(folder: Path, before: str = "", **environment: str) -> str:
    """The files, records, findings and documents of a board, as a process with that environment gives them."""
    surroundings = os.environ | {"PYTHONIOENCODING": "utf-8", "BSCB_DOCS_CACHE": ""} | environment  # nothing is kept
    done = subprocess.run(
        [sys.executable, "-c", before + PROGRAM, folder],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=surroundings,
        check=True,
    )
    return done.stdout


@pytest.fixture(scope="module")
def usual() -> str:
    """What the first example gives here and now."""
    return fingerprints(EXAMPLES / "birmingham", PYTHONUTF8="1", PYTHONHASHSEED="0")


STRICT = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""Else Python makes UTF-8 of a locale that has another encoding."""
SURROUNDINGS = {
    "another hash seed": {"PYTHONHASHSEED": "1"},
    "one more hash seed": {"PYTHONHASHSEED": "4294967295"},
    "the far side of the world": {"TZ": "Pacific/Kiritimati"},
    "the other far side": {"TZ": "Pacific/Pago_Pago"},
    "a plain C locale": {"LC_ALL": "C", "LANG": "C", **STRICT},
    "a date set for reproducible builds": {"SOURCE_DATE_EPOCH": "0"},
    "another date set for them": {"SOURCE_DATE_EPOCH": "1700000000"},
    "optimised Python": {"PYTHONOPTIMIZE": "2"},
}


@pytest.mark.parametrize("what", SURROUNDINGS)
def test_surroundings_change_no_byte(what: str, usual: str) -> None:
    """No hash seed, time zone, locale or date of the machine is seen in a document or a finding."""
    assert fingerprints(EXAMPLES / "birmingham", LOCALE, **SURROUNDINGS[what]) == usual


def test_all_surroundings_at_once_change_no_byte_of_another_board() -> None:
    """The board with a workbook, a logo and statuses of its own is the same bytes too."""
    folder = EXAMPLES / "harrowmere"
    here = fingerprints(folder, PYTHONUTF8="1", PYTHONHASHSEED="0")
    there = {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "0", **STRICT}
    assert fingerprints(folder, LOCALE, **there) == here


@pytest.mark.parametrize(("language", "encoding"), [("tr_TR", "ISO-8859-9"), ("de_DE", "ISO-8859-1")])
def test_the_language_of_the_desk_changes_no_byte(language: str, encoding: str, usual: str, tmp_path: Path) -> None:
    """Neither another encoding of files, nor other names of months, order of letters or decimal comma is seen."""
    locale = tmp_path / f"{language}.{encoding}"
    command = ["localedef", "-i", language, "-f", encoding, str(locale)]
    if shutil.which("localedef") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine makes no locales")
    there = {"LOCPATH": str(tmp_path), "LC_ALL": locale.name, **STRICT}
    told = subprocess.run(
        [sys.executable, "-c", LOCALE + "print(locale.getpreferredencoding(False))"],
        capture_output=True,
        text=True,
        env=os.environ | there,
        check=True,
    )
    assert told.stdout.strip() == encoding
    assert fingerprints(EXAMPLES / "birmingham", LOCALE, **there) == usual


CLOCK = """
import datetime, time
then = 4102444800.0
class Day(datetime.date):
    today = classmethod(lambda cls: cls.fromtimestamp(then))
class Moment(datetime.datetime):
    now = classmethod(lambda cls, tz=None: cls.fromtimestamp(then, tz))
    today = utcnow = classmethod(lambda cls: cls.fromtimestamp(then))
datetime.date, datetime.datetime = Day, Moment
time.time, time.time_ns = lambda: then, lambda: int(then) * 10**9
local, gm = time.localtime, time.gmtime
time.localtime, time.gmtime = lambda at=then: local(at), lambda at=then: gm(at)
"""


def test_the_clock_changes_no_byte(usual: str) -> None:
    """In the year 2100 the documents and findings are the same, overdue actions too."""
    assert fingerprints(EXAMPLES / "birmingham", CLOCK) == usual


ASKS = {"now", "today", "utcnow"}
CLOCKS = {"time", "random", "uuid", "secrets"}
SOURCES = [
    path
    for folder in (Path(bscb_docs.__file__).parent, EXAMPLES.parent / "plugins")
    for path in sorted(folder.rglob("*.py"))
    if "skeleton-files" not in path.parts
]


def test_no_module_asks_the_clock_or_throws_dice() -> None:
    """Nothing of the library and of the house's plugins imports a clock or chance, or asks what day it is."""
    asking = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                asked = CLOCKS & {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                asked = CLOCKS & {node.module or ""}
            else:
                asked = ASKS & {node.attr} if isinstance(node, ast.Attribute) else set()
            asking += [f"{path.name}: {name}" for name in asked]
    assert asking == []
    assert len(SOURCES) > 100


SHUFFLED = """
import os, random
dice, listed, walked = random.Random({seed}), os.listdir, os.scandir
class Shuffled:
    def __init__(self, *folder):
        with walked(*folder) as found: self.found = list(found)
        dice.shuffle(self.found)
        self.left = iter(self.found)
    def __enter__(self): return self
    def __exit__(self, *fault): return None
    def __iter__(self): return self.left
    def __next__(self): return next(self.left)
    def close(self): return None
def names(*folder):
    found = listed(*folder)
    dice.shuffle(found)
    return found
os.scandir, os.listdir = Shuffled, names
"""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_in_which_a_folder_lists_its_files_changes_no_byte(seed: int, usual: str, tmp_path: Path) -> None:
    """A folder gives its files in the order they were made, or in none."""
    source, folder = EXAMPLES / "birmingham", tmp_path / "birmingham"
    for path in sorted(source.rglob("*"), reverse=True):
        if path.is_file():
            target = folder / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    assert fingerprints(folder, SHUFFLED.format(seed=seed)) == usual


def test_where_a_folder_lies_changes_no_byte(usual: str, tmp_path: Path) -> None:
    """No path of the machine is seen in a document."""
    folder = tmp_path / "a folder with spaces & signs"
    shutil.copytree(EXAMPLES / "birmingham", folder)
    assert fingerprints(folder) == usual


def test_a_second_document_built_in_one_process_is_the_same(usual: str) -> None:
    """What is kept between documents leaves no trace in them."""
    board = bscb_docs.read_board(EXAMPLES / "birmingham")
    names = ["overview-of-progress", "accountability-report", "overview-of-progress"]
    for name in names * 2:
        digest = hashlib.sha256(bscb_docs.build(board, name).data).hexdigest()
        assert f"{name} {digest}" in usual
