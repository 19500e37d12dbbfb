"""What `new section` and `new board` write works at once."""

import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from bscb_docs import BoardDetails, Organisation, Person, PluginError, SavingError, build, check, read_board
from bscb_docs.authoring import board_skeleton, write_board, write_section
from bscb_docs.authoring.new_section import _bounds
from bscb_docs.output.files import write_new
from bscb_docs.plugin_api.plugin_files import load_plugin_file
from bscb_docs.plugin_api.registry import load_catalogue
from bscb_docs.testing import build_section, check_section, small_board


def run_tests(folder: Path) -> str:
    """What pytest says in a folder, as its author would run it there."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.stdout


def test_a_new_section_is_four_files(tmp_path: Path) -> None:
    """The plugin, its template, example rows and its test, called after the section."""
    assert [path.name for path in write_section("school-visits", tmp_path)] == [
        "school_visits.py",
        "school_visits.docx",
        "school-visits.csv",
        "test_school_visits.py",
    ]


def test_a_new_package_is_a_folder_that_pip_installs(tmp_path: Path) -> None:
    """The template lies in the package, beside the plugin."""
    written = write_section("school-visits", tmp_path, package=True)
    assert sorted(str(path.relative_to(tmp_path)) for path in written) == [
        "school-visits/.github/workflows/test.yml",
        "school-visits/README.md",
        "school-visits/pyproject.toml",
        "school-visits/school-visits.csv",
        "school-visits/school_visits/__init__.py",
        "school-visits/school_visits/py.typed",
        "school-visits/school_visits/school_visits.docx",
        "school-visits/tests/test_school_visits.py",
    ]


@pytest.mark.parametrize(
    ("library", "bounds"), [("0.1.0", ">=0.1,<0.2"), ("0.12.3.dev1", ">=0.12,<0.13"), ("1.4.2", ">=1.4,<2")]
)
def test_a_package_is_bound_to_the_versions_that_keep_their_promise(library: str, bounds: str) -> None:
    """Within `0.x`, and from 1.0 on within a whole number."""
    assert _bounds(library) == bounds


def test_the_bounds_stand_in_the_package(tmp_path: Path) -> None:
    """Those of the library that wrote it."""
    (project,) = (path for path in write_section("visits", tmp_path, package=True) if path.name == "pyproject.toml")
    assert f'"bscb-docs{_bounds(version("bscb-docs"))}"' in project.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("package", [False, True])
@pytest.mark.parametrize("name", ["school-visits", "visits"])
def test_the_tests_of_a_new_section_pass(name: str, package: bool, tmp_path: Path) -> None:
    """Nothing is to be mended before its author can begin, though the library has a kind of that name."""
    write_section(name, tmp_path, package=package)
    assert "6 passed" in run_tests(tmp_path / name if package else tmp_path)


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("visits", "visits-records.csv"),
        ("visit", "visit-records.csv"),
        ("recorded-figures", "recorded-figures-records.csv"),
        ("visits-2025", "visits-2025.csv"),
    ],
)
def test_a_new_kind_takes_no_name_that_the_library_has(name: str, table: str, tmp_path: Path) -> None:
    """Its plural, and so its table, says that they are records of the section."""
    plugin, _, rows, _ = write_section(name, tmp_path)
    catalogue = load_catalogue([load_plugin_file(plugin)])
    assert (rows.name, catalogue.faults) == (table, ())
    assert f"{catalogue.kinds[-1].plural.lower().replace(' ', '-')}.csv" == table


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("narrative", "A section of the house"),
        ("Priorities", "A section of the house"),
        ("house-rules", "A plugin of the house"),
        ("statistics", "A module of Python"),
        ("class", "A keyword of Python"),
        ("docx", "An installed package"),
    ],
)
def test_a_name_that_is_taken_is_refused(name: str, owner: str, tmp_path: Path) -> None:
    """Whose it is, and another name, are told; nothing is written."""
    with pytest.raises(PluginError) as raised:
        write_section(name, tmp_path)
    slug = name.lower()
    assert str(raised.value) == (f"{owner} is called {slug} already. Give the section another name, as in: our-{slug}.")
    assert list(tmp_path.iterdir()) == []


NOUNS = (
    "visits",
    "meetings",
    "funding",
    "risk",
    "complaint",
    "child",
    "training",
    "table",
    "document",
    "reading",
    "task",
)
"""What a board may have a section of, kinds of the library among them."""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["school-visits", "School visits", "school_visits", "a", "visits-2025", *NOUNS])
def test_a_new_section_can_be_called_anything_sensible(name: str, tmp_path: Path) -> None:
    """The template fits the page, and the example rows are read and printed without a finding."""
    plugin, _, table, _ = write_section(name, tmp_path)
    module = load_plugin_file(plugin)
    (section,) = module.sections()
    folder = tmp_path / "board"
    write_board(folder)
    (folder / table.name).write_bytes(table.read_bytes())
    board = read_board(folder, plugins=[module])
    built = build_section(section.name, board)
    assert (check_section(section), built.findings, check(board)) == ((), (), ())
    assert built.cells[4:8] == ("5 April 2025", "Not recorded", "Something that is worth a row", "yes")


@pytest.mark.parametrize("name", ["", "2025", "visits!", "../visits", "visits/schools", "ä"])
def test_a_name_that_cannot_be_one_is_refused(name: str, tmp_path: Path) -> None:
    """Nothing is written, and the error says what a name looks like."""
    with pytest.raises(PluginError) as raised:
        write_section(name, tmp_path)
    assert str(raised.value) == (
        f'"{name}" cannot name a section. Use small letters and hyphens, as in: board-attendance.'
    )
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_of_the_skeletons_own_name(tmp_path: Path) -> None:
    """The author finds the section's name wherever it belongs."""
    text = "".join(
        p.read_text(encoding="utf-8") for p in write_section("school-visits", tmp_path) if p.suffix != ".docx"
    )
    assert re.findall("example.?section", text, re.IGNORECASE) == []


@pytest.mark.parametrize("write", [write_board, lambda folder: write_section("school-visits", folder)])
def test_nothing_is_written_over(write: object, tmp_path: Path) -> None:
    """A second run leaves all that stands there as it is."""
    assert callable(write)
    written = write(tmp_path)
    written[-1].write_text("mine", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(SavingError, match=r"is there already, and nothing was written\."):
        write(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("last", ["taken/inner.md", "n" * 250])
def test_where_one_file_cannot_be_written_none_is(last: str, tmp_path: Path) -> None:
    """A file stands where a folder must be, or a name leaves no room for a draft beside it."""
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    with pytest.raises(SavingError):
        write_new({tmp_path / "first.md": b"one", tmp_path / last: b"two"})
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_new_board_has_no_finding(tmp_path: Path) -> None:
    """Reading, the rules and every document are content with it."""
    write_board(tmp_path)
    board = read_board(tmp_path)
    assert [str(finding) for finding in check(board)] == []
    for document in board.documents:
        assert [str(finding) for finding in build(board, document.id).findings] == []


def test_what_a_new_board_invents_is_told_before_approval(tmp_path: Path) -> None:
    """The notice, and at one finding every name and address of the board's own cards."""
    write_board(tmp_path)
    register = tmp_path / "documents.md"
    register.write_text(register.read_text(encoding="utf-8").replace("state: draft", "state: for approval"), "utf-8")
    board = read_board(tmp_path)
    names, notice = [finding for finding in check(board) if finding.code == "DOC-12"]
    assert "The notice still says" in notice.message
    cards = [BoardDetails, Organisation, Person]
    invented = {record.place for kind in cards for record in board.of(kind)}
    invented |= {record.place for record in board.records if type(record).__name__ == "Contact"}
    assert invented <= set(names.places)


def test_an_action_whose_words_were_taken_out_is_one_finding(tmp_path: Path) -> None:
    """Its place in every paper says that they were not recorded, and no paper has a blank paragraph."""
    write_board(tmp_path)
    plan = tmp_path / "plan.md"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace(
            "Each agency will ask ten families what the help they were given has changed.\n", ""
        ),
        encoding="utf-8",
    )
    board = read_board(tmp_path)
    assert [finding.code for finding in check(board)] == ["TXT-02"]
    for document in board.documents:
        assert [str(finding) for finding in build(board, document.id).findings] == []
    assert "List Number | Not recorded" in build(board, "plan").text


@pytest.mark.parametrize("path", sorted(board_skeleton().glob("*.md")), ids=lambda path: path.name)
def test_each_file_of_a_new_board_explains_itself_first(path: Path) -> None:
    """A note stands before anything else, and says what the file is for."""
    assert path.read_text(encoding="utf-8").startswith("<!--\n")


def test_the_small_board_is_that_of_new_board() -> None:
    """Tests of plugins begin with it, and may change any field of it."""
    board = small_board(folder=None)
    assert (board.folder, len(board.priorities), [document.id for document in board.documents]) == (
        None,
        2,
        ["plan", "progress", "third-quarter", "yearly-report"],
    )
