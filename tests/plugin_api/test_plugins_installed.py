"""A stranger's section in the Birmingham report: from a wheel, from an editable install and from one file."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from folders import EXAMPLES, ROOT

from bscb_docs.authoring import write_section
from bscb_docs.ooxml.transcript import template_text

pytestmark = pytest.mark.slow

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
OFFLINE = ("--no-index", "--no-deps", "--no-build-isolation")


def run(*command: str | Path, cwd: Path | None = None, code: int = 0) -> str:
    """What a program prints; the test fails with its words where it ends with another exit code."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, cwd=cwd, env=environment
    )
    assert done.returncode == code, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def new_environment(home: Path, *packages: str | Path) -> Path:
    """The Python of a fresh environment that sees what this one has, with those packages installed in it besides."""
    venv.create(home, with_pip=False, symlinks=sys.platform != "win32")
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    here = sysconfig.get_path("purelib")
    (site / "as_here.pth").write_text(f"import site; site.addsitedir({here!r})\n", encoding="utf-8")
    if packages:
        run(*PIP, "--python", python, "install", "--ignore-installed", *OFFLINE, *packages)
    return python


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stranger's package, as `new section --package` writes it."""
    return write_section("school-visits", tmp_path_factory.mktemp("package"), package=True)[0].parent.parent


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory, package: Path) -> Path:
    """A folder with the wheel of the library and that of the stranger's package."""
    folder = tmp_path_factory.mktemp("wheels")
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT)
    run(*PIP, "wheel", *OFFLINE, "--wheel-dir", folder, package)
    return folder


@pytest.fixture
def board(tmp_path: Path, package: Path) -> Path:
    """The Birmingham board with the section and its rows, and no plugin named yet."""
    folder = tmp_path / "birmingham"
    shutil.copytree(EXAMPLES / "birmingham", folder)
    shutil.copy(package / "school-visits.csv", folder)
    register = (folder / "documents.md").read_text(encoding="utf-8")
    assert "section: sign-off\n" in register
    register = register.replace("section: sign-off\n", "section: school-visits\nsection: sign-off\n", 1)
    (folder / "documents.md").write_text(register, encoding="utf-8")
    return folder


def name_the_plugin(board: Path) -> None:
    """Writes the line that puts an installed plugin to use."""
    register = board / "documents.md"
    text = register.read_text(encoding="utf-8")
    named = text.replace("section: school-visits\n", "plugin: school-visits\nsection: school-visits\n", 1)
    register.write_text(named, encoding="utf-8")


def build_report(python: Path, board: Path, *options: str | Path, code: int = 0) -> list[str]:
    """The lines of the report that the command builds, run away from the source."""
    out = board.parent / "out"
    command = (python, "-m", "bscb_docs", "build", board, "accountability-report", "--no-pages", "--out", out)
    run(*command, *options, cwd=board.parent, code=code)
    return [line for path in out.glob("*.docx") for line in template_text(path.read_bytes()).splitlines()]


@pytest.mark.parametrize("library", ["as it is installed here", "wheel"])
@pytest.mark.parametrize("plugin", ["wheel", "editable", "one file"])
def test_a_stranger_adds_a_section_to_the_report(
    library: str, plugin: str, package: Path, wheels: Path, board: Path, tmp_path: Path
) -> None:
    """Heading and rows stand in the report, whichever way the library and the plugin came onto the machine."""
    ours = [*wheels.glob("bscb_docs-*.whl")] if library == "wheel" else []
    theirs = {"wheel": [*wheels.glob("school_visits-*.whl")], "editable": ["--editable", package], "one file": []}[
        plugin
    ]
    python = new_environment(tmp_path / "fresh", *ours, *theirs)
    options: list[str | Path] = []
    if plugin == "one file":
        options = ["--plugin", write_section("school-visits", tmp_path / "beside")[0]]
    else:
        name_the_plugin(board)
    lines = build_report(python, board, *options)
    assert "heading 1 | School visits" in lines
    assert "[cell] Table Text | Something that is worth a row" in lines
    where = Path(run(python, "-c", "import bscb_docs; print(bscb_docs.__file__)", cwd=tmp_path).strip())
    assert where.is_relative_to(tmp_path) == (library == "wheel")


def test_an_installed_plugin_that_nobody_names_is_not_used(wheels: Path, board: Path, tmp_path: Path) -> None:
    """The same board, with the package installed: its section and its kind are not known."""
    python = new_environment(tmp_path / "fresh", *wheels.glob("school_visits-*.whl"))
    printed = run(python, "-m", "bscb_docs", "check", board, "accountability-report", cwd=tmp_path, code=1)
    assert "[DOC-01] There is no section called school-visits." in printed
    assert '[TAB-01] "school-visits" is no name that a table can have, so this one is left out.' in printed


def test_a_named_plugin_that_is_not_installed_is_told(board: Path) -> None:
    """The finding says what to install."""
    name_the_plugin(board)
    printed = run(sys.executable, "-m", "bscb_docs", "check", board, "accountability-report", code=1)
    assert (
        "[PLG-01] No plugin called school-visits is installed. Install its package, give its file with --plugin,"
        in printed
    )


def test_new_board_and_new_section_work_from_a_wheel(wheels: Path, tmp_path: Path) -> None:
    """The skeletons travel in the wheel."""
    python = new_environment(tmp_path / "fresh", *wheels.glob("bscb_docs-*.whl"))
    run(python, "-m", "bscb_docs", "new", "board", "board", cwd=tmp_path)
    run(python, "-m", "bscb_docs", "new", "section", "school-visits", cwd=tmp_path)
    run(python, "-m", "bscb_docs", "build", "board", "--plugin", "school_visits.py", "--no-pages", cwd=tmp_path)
    assert len([*(tmp_path / "out").glob("*.docx")]) == 4
