"""The guide is under test: the tutorial is followed word by word, and what it makes is the example."""

import inspect
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from api_entries import signature_of
from folders import EXAMPLES, ROOT

import bscb_docs
from bscb_docs.authoring import board_skeleton
from bscb_docs.ooxml.transcript import template_text
from bscb_docs.plugin_api import hookspecs
from bscb_docs.template_engine.tags import FILTERS
from bscb_docs.testing import small_board, write_template

GUIDE = ROOT / "docs" / "guide"
ATTENDANCE = EXAMPLES / "attendance"
FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: str) -> list[tuple[str, dict[str, str], str]]:
    """The fenced blocks of a page: their language, what is said of them, and their text."""
    text = (GUIDE / page).read_text(encoding="utf-8")
    return [
        (language, dict(pair.split("=") for pair in said.split()), body) for language, said, body in FENCE.findall(text)
    ]


def run(line: str, folder: Path) -> str:
    """What a command of the guide prints, run by this Python's own programs."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        shlex.split(line), cwd=folder, env={**os.environ, "PATH": programs}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), f"{line}\n{done.stdout}{done.stderr}"
    return done.stdout


def follow(page: str, folder: Path) -> None:
    """Does what a page says, block by block; what a command prints is held against the page where it is shown there."""
    for language, said, body in blocks(page):
        file = folder / said.get("file", "")
        if language == "console":
            for command in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                line, _, shown = command.partition("\n")
                printed = run(line, folder)
                assert not shown or printed == shown
        elif language == "diff":
            change(file, body)
        elif said:
            file.write_text(body, encoding="utf-8")


def change(file: Path, body: str) -> None:
    """Takes the lines marked `-` out of a file, and puts those marked `+` in; the lines shown stand there once."""
    lines = [line if line.strip() else " \n" for line in body.splitlines(keepends=True)]
    old, new = ("".join(line[1:] for line in lines if line[0] in marks) for marks in ("- ", "+ "))
    text = template_text(file.read_bytes()) if file.suffix == ".docx" else file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file.name} has this {text.count(old)} times:\n{old}"
    if file.suffix == ".docx":
        write_template(file, text.replace(old, new))
    else:
        file.write_text(text.replace(old, new), encoding="utf-8")


def typed(page: str) -> Iterator[str]:
    """Each line of a page that its reader types: commands, tables, and whole lines even where one word differs."""
    marks = {"sh": "", "csv": "", "console": "$ ", "diff": "+"}
    for language, _, body in blocks(page):
        mark = marks[language]
        yield from (line.removeprefix(mark) for line in body.splitlines() if line.startswith(mark))


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the tutorial was followed."""
    folder = tmp_path_factory.mktemp("tutorial")
    follow("tutorial.md", folder)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", ["board_attendance.py", "test_board_attendance.py"])
def test_the_tutorial_makes_the_example(name: str, followed: Path) -> None:
    """The code of the tutorial is the plugin in examples/attendance, word by word."""
    assert (followed / name).read_text(encoding="utf-8") == (ATTENDANCE / name).read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_tutorial_makes_the_board_of_the_example(followed: Path) -> None:
    """Each file of the example's board is what the commands and blocks of the tutorial leave behind."""
    made = {path.name: path.read_text(encoding="utf-8") for path in (followed / "board").iterdir()}
    kept = {path.name: path.read_text(encoding="utf-8") for path in (ATTENDANCE / "board").iterdir()}
    assert made == kept


def test_the_tutorial_is_ten_minutes_of_typing() -> None:
    """All that is typed, line ends too, and the page says how much: at 220 characters a minute, 2,200 take ten."""
    characters = sum(len(line) + 1 for line in typed("tutorial.md"))
    said = re.search(r"You type about ([\d,]+) characters", (GUIDE / "tutorial.md").read_text(encoding="utf-8"))
    assert said
    assert characters < 2_400
    assert abs(characters - int(said[1].replace(",", ""))) <= 50


@pytest.mark.slow
def test_the_tutorial_changes_the_template_of_the_example(followed: Path) -> None:
    """The lines shown are those that `template text` prints of the example's template."""
    made, kept = ((folder / "board_attendance.docx").read_bytes() for folder in (followed, ATTENDANCE))
    assert template_text(made) == template_text(kept)


@pytest.mark.slow
def test_the_example_stands_between_two_sections(followed: Path) -> None:
    """The section's heading, table and picture stand in the report, and the numbers run on after it."""
    (built,) = (followed / "out").glob("*.docx")
    lines = template_text(built.read_bytes()).splitlines()
    begun = ("Section Heading |", "heading 2 | Board attendance", "Picture |")
    sections = [line for line in lines if line.startswith(begun)]
    assert [line.partition(":")[0] for line in sections[-4:]] == [
        "Section Heading | Who took part",
        "heading 2 | Board attendance",
        "Picture | [picture",
        "Section Heading | How we worked",
    ]


def hooks() -> list[tuple[str, str]]:
    """The name of each hook and its signature as typed."""
    found = inspect.getmembers(hookspecs, lambda each: hasattr(each, "bscb_docs_spec"))
    return [(name, f"{name}{signature_of(f)}") for name, f in found]


@pytest.mark.parametrize(("name", "signature"), hooks())
def test_the_guide_has_each_hook_with_its_signature(name: str, signature: str) -> None:
    """A hook that the guide does not tell of, or tells wrongly, fails here."""
    assert f"## `{signature}`" in (GUIDE / "hooks.md").read_text(encoding="utf-8")


def test_the_guides_chart_is_drawn() -> None:
    """The page's example gives a picture whose alternative text sums up the figures, in the house's look."""
    pytest.importorskip("matplotlib")
    (code,) = (body for _, _, body in blocks("hooks.md") if "draw_bars(" in body)
    names = dict(vars(bscb_docs), **{name: getattr(bscb_docs, name) for name in bscb_docs.__all__})
    exec(compile(code, "hooks.md", "exec"), names)  # noqa: S102  # it is what a reader would run
    assert "5 member" in names["make_chart"](small_board()).text


def test_the_guides_script_makes_a_style_of_its_own(tmp_path: Path) -> None:
    """The page's example gives a template whose style a section can bring, however often it is written."""
    (code,) = (body for _, _, body in blocks("hooks.md") if "def write_risks" in body)
    names: dict[str, Any] = {}
    exec(compile(code, "hooks.md", "exec"), names)  # noqa: S102  # it is what a reader would run
    for _ in range(2):
        names["write_risks"](tmp_path / "risks.docx")
        assert bscb_docs.check_template(tmp_path / "risks.docx", styles=["Risk High"]) == ()


@pytest.mark.parametrize("name", [name for name, _ in hooks()])
def test_each_hook_is_used_by_the_house(name: str) -> None:
    """No hook without a plugin of the house, so that every hook has an example; kinds come from the example alone."""
    plugins = [*(ROOT / "plugins").glob("*.py"), ATTENDANCE / "board_attendance.py"]
    assert [path.name for path in plugins if f"@hookimpl.{name}\n" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_the_guide_has_each_filter(name: str) -> None:
    """A filter that nobody can look up is none."""
    assert f"| `{name}` |" in (GUIDE / "templates.md").read_text(encoding="utf-8")


def test_the_example_begins_as_a_new_board_does() -> None:
    """What the tutorial does not change in the board is what `new board` writes."""
    for path in board_skeleton().iterdir():
        if path.suffix in {".md", ".csv"} and path.name != "report.md":
            assert (ATTENDANCE / "board" / path.name).read_bytes() == path.read_bytes()
