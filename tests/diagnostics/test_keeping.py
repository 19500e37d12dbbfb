"""What is kept between runs saves time and changes nothing: not what is written, and not what can go wrong."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from folders import EXAMPLES, ROOT

from bscb_docs.diagnostics.cache import FOLDER, MOST, cache_folder, kept, stamp
from bscb_docs.ooxml.house_file import load_house_file
from bscb_docs.template_engine.compiler import compile_section

pytestmark = pytest.mark.slow

BUILD = """
import sys, bscb_docs
document = bscb_docs.build(bscb_docs.read_board(sys.argv[1]), "role-of-independent-chair")
sys.stdout.buffer.write(document.data)
print("docxtpl" in sys.modules, file=sys.stderr)
"""
needs_posix = pytest.mark.skipif(os.name == "nt", reason="rights to write are kept in another way on Windows")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which things are kept during one test."""
    monkeypatch.setenv(FOLDER, str(tmp_path / "kept"))
    return tmp_path / "kept" / "bscb-docs"


def build(**environment: str) -> tuple[bytes, bool]:
    """A document built in a process of its own, and whether it had to read its templates anew."""
    command = [sys.executable, "-c", BUILD, str(EXAMPLES / "birmingham")]
    done = subprocess.run(command, capture_output=True, check=False, env=os.environ | environment)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout, done.stderr.split()[-1] == b"True"


def test_a_second_run_takes_what_the_first_one_kept(folder: Path) -> None:
    """The same bytes come out, and no template is read; with nothing kept they come out too."""
    first, read_first = build()
    assert read_first
    assert list(folder.iterdir())
    assert build() == (first, False)
    assert build(**{FOLDER: ""}) == (first, True)


@pytest.mark.parametrize("harm", [b"", b"x", None], ids=["emptied", "replaced", "cut short"])
def test_what_was_harmed_is_made_anew(folder: Path, harm: bytes | None) -> None:
    """A file that is not whole is as good as none."""
    first, _ = build()
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes()[:-1] if harm is None else harm)
    assert build() == (first, True)
    assert build() == (first, False)


@needs_posix
def test_a_folder_that_others_can_write_to_is_not_used(folder: Path) -> None:
    """What is kept is run: nobody else may have put it there."""
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    assert (kept(("key",), lambda: "value"), list(folder.iterdir())) == ("value", [])


@needs_posix
def test_a_folder_of_another_user_is_not_used(folder: Path) -> None:
    """Nor one that only its owner can write to, where that is somebody else."""
    folder.parent.mkdir()
    if os.getuid() == 0:
        folder.mkdir(mode=0o755)
        os.chown(folder, 12345, -1)
    else:
        folder.symlink_to(Path("/").resolve())
    assert cache_folder() is None


@needs_posix
def test_what_is_kept_is_the_users_own(folder: Path) -> None:
    """Nobody else can read the words of a board's own templates."""
    kept(("key",), lambda: "value")
    (file,) = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)


@pytest.mark.parametrize("there", ["a file", "a link that leads nowhere", "a file above it"])
def test_a_folder_that_cannot_be_made_is_done_without(folder: Path, there: str) -> None:
    """Nothing is said, and the document comes out."""
    expected, _ = build(**{FOLDER: ""})
    where = folder.parent if there == "a file above it" else folder
    where.parent.mkdir(exist_ok=True)
    if there == "a link that leads nowhere":
        where.symlink_to(folder.parent / "nothing" / "there")
    else:
        where.write_text("in the way", encoding="utf-8")
    assert build() == (expected, True)


def test_a_changed_template_is_compiled_anew(folder: Path, tmp_path: Path) -> None:
    """What is kept goes by content: a template's file name and time may stay as they are."""
    house, template = load_house_file(), tmp_path / "section.docx"
    shutil.copy(ROOT / "templates" / "cover.docx", template)
    cover = compile_section(template, house).source
    shutil.copy(ROOT / "templates" / "contact.docx", template)
    os.utime(template, (0, 0))
    assert compile_section(template, house).source != cover
    assert len(list(folder.iterdir())) == 2


def test_changed_code_does_not_use_what_was_kept(tmp_path: Path) -> None:
    """The stamp of the files that make a thing changes with each of them; a file that is not there is none."""
    maker = tmp_path / "maker.py"
    maker.write_text("1", encoding="utf-8")
    before = stamp([maker])
    maker.write_text("10", encoding="utf-8")
    assert stamp([maker]) != before
    assert stamp([tmp_path / "nothing"]) == ""


def test_the_folder_does_not_grow_without_end(folder: Path) -> None:
    """The older half goes once there are too many, drafts of a run that was killed among them."""
    kept(("first",), lambda: 1)
    for number in range(MOST - 1):
        (folder / f"{number}.123.456").write_bytes(b"")
        os.utime(folder / f"{number}.123.456", (number, number))
    kept(("last",), lambda: 2)
    assert len(list(folder.iterdir())) == MOST + 1 - (MOST + 1) // 2
    assert (kept(("first",), lambda: 0), kept(("last",), lambda: 0)) == (1, 2)
