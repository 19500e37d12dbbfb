"""The README's words are true: its commands, its script and its plugin are run as they are printed."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from folders import EXAMPLES, ROOT

import bscb_docs
from bscb_docs.authoring.draft_template import draft_template
from bscb_docs.ooxml.house_file import load_house_file
from bscb_docs.ooxml.transcript import template_text

pytestmark = pytest.mark.slow

README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    """The fenced block after the comment of that name."""
    found = re.search(rf"<!-- {name} -->\s*```\w*\n(.*?)```", README, re.DOTALL)
    assert found, f"the README has no block called {name}"
    return found[1]


@pytest.mark.skipif(sys.platform == "win32", reason="the README gives Windows its own form of the command")
def test_the_first_command_sets_up_and_builds_the_pack(tmp_path: Path) -> None:
    """In a clean copy, in a fresh environment, with the README's words only."""
    copy = tmp_path / "copy"
    ignored = shutil.ignore_patterns(".git", ".venv", "out", "*.egg-info", "__pycache__", ".*_cache", "build", "dist")
    shutil.copytree(ROOT, copy, ignore=ignored)
    done = subprocess.run(["bash", "-c", block("main job")], cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((copy / "out").glob("*.docx"))) == 4


def test_the_shortest_script_runs(tmp_path: Path) -> None:
    """It prints findings and writes the report."""
    shutil.copytree(EXAMPLES / "birmingham", tmp_path / "examples" / "birmingham")
    done = subprocess.run(
        [sys.executable, "-c", block("script")], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "[UPD-01]" in done.stdout
    assert (tmp_path / "out" / "accountability-report-2017-18.docx").is_file()


def test_the_shortest_plugin_adds_its_section(tmp_path: Path) -> None:
    """Saved as a file with the Word template that the README describes, it prints the board's visits."""
    (tmp_path / "visits.py").write_text(block("plugin"), encoding="utf-8")
    lines = [
        "heading 1 | Visits to practice",
        "Normal | {%p for title in titles %}",
        "List Bullet | {{ title }}",
        "Normal | {%p endfor %}",
    ]
    (tmp_path / "visits.docx").write_bytes(draft_template("\n".join(lines), load_house_file()))
    folder = tmp_path / "board"
    shutil.copytree(EXAMPLES / "birmingham", folder)
    register = (folder / "documents.md").read_text(encoding="utf-8")
    (folder / "documents.md").write_text(
        register.replace("section: narrative\n", "section: narrative\nsection: visits\n"), encoding="utf-8"
    )
    command = [sys.executable, "-m", "bscb_docs", "build", folder, "accountability-report", "--no-pages"]
    done = subprocess.run(
        [*command, "--plugin", tmp_path / "visits.py", "--out", tmp_path / "out"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (written,) = (tmp_path / "out").iterdir()
    first = bscb_docs.read_board(folder).of(bscb_docs.Visit)[0].title
    assert f"heading 1 | Visits to practice\nList Bullet | {first}\n" in template_text(written.read_bytes())


def test_the_new_section_is_ready_to_run(tmp_path: Path) -> None:
    """The README's command writes a plugin whose own tests pass."""
    found = re.search(r"`bscb-docs (new section [\w-]+)` writes", README)
    assert found
    command = [sys.executable, "-m", "bscb_docs", *found[1].split()]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "6 passed" in done.stdout, done.stdout


@pytest.mark.parametrize("place", re.findall(r"\]\(((?!http)[^)#]+)\)", README))
def test_every_place_that_the_readme_names_is_there(place: str) -> None:
    """No link or picture of the README leads nowhere."""
    assert (ROOT / place).exists()


def test_the_script_for_the_whole_pack_runs(tmp_path: Path) -> None:
    """`examples/make_pack.py` writes every document of a board."""
    done = subprocess.run(
        [sys.executable, ROOT / "examples" / "make_pack.py", EXAMPLES / "birmingham", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Wrote ") == 4
