"""The table of rooms and doors: what each room may import, and which third-party package has its one door where."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from folders import PLUGINS, ROOT, SOURCE, TESTS

import bscb_docs
from bscb_docs.ooxml import part_names

ROOMS = {
    # room: (rooms it may import, all of them above its row; third-party packages it is the door to or may use)
    "diagnostics": ("", "attrs platformdirs rapidfuzz"),
    "languages": ("", "attrs"),
    "records": ("diagnostics languages", "attrs"),
    "prose": ("diagnostics languages records", "attrs markdown_it mdit_py_plugins"),
    "figures": ("diagnostics languages records", "attrs"),
    "rules": ("diagnostics figures languages prose records", "attrs breame rapidfuzz"),
    "numbering": ("diagnostics records", "attrs"),
    "ooxml": ("diagnostics languages numbering", "PIL attrs docx lxml markupsafe matplotlib"),
    "reading": ("diagnostics languages ooxml prose records", "attrs openpyxl"),
    "output": ("diagnostics ooxml", "attrs"),
    "word_writer": ("diagnostics figures languages numbering ooxml prose records", "attrs markupsafe"),
    "template_engine": (
        "diagnostics figures languages numbering ooxml prose records word_writer",
        "attrs docxtpl jinja2 lxml markupsafe",
    ),
    "plugin_api": (
        "diagnostics figures languages ooxml prose reading records rules template_engine word_writer",
        "attrs pluggy",
    ),
    "interchange": ("diagnostics plugin_api reading records", "attrs cattrs"),
    "document_check": ("diagnostics ooxml", ""),
    "template_check": (
        "diagnostics document_check ooxml plugin_api records template_engine",
        "attrs jinja2 lxml markupsafe",
    ),
    "pdf": ("diagnostics languages numbering ooxml word_writer", "attrs fontTools pikepdf pypdfium2"),
    "history": ("diagnostics figures interchange ooxml output prose records rules", "attrs"),
    "documents": (
        "diagnostics figures history languages numbering ooxml output pdf plugin_api prose records rules "
        "template_check template_engine word_writer",
        "attrs docx markupsafe",
    ),
    "forms": (
        "diagnostics document_check documents languages ooxml output plugin_api prose reading records word_writer",
        "attrs xlsxwriter",
    ),
    "api": (
        "diagnostics document_check documents figures history interchange languages ooxml output pdf plugin_api prose "
        "reading records",
        "attrs bscb_docs",
    ),
    "authoring": ("diagnostics ooxml output plugin_api reading records", "attrs lxml"),
    "testing": ("api authoring diagnostics documents ooxml plugin_api records template_check", "attrs docx"),
    "cli": ("authoring", "bscb_docs click rich"),  # but for new things, what a stranger's script could call
}

MODULES = sorted(
    path
    for path in SOURCE.rglob("*.py")
    if (path.name != "__init__.py" or path.parent != SOURCE) and "skeleton-files" not in path.parts
)


def room_of(path: Path) -> str:
    """The room that a module of the library belongs to; `python -m bscb_docs` is the command too."""
    room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    return "cli" if room == "__main__" else room


BY_STRING = re.compile(rf"bscb_docs\.(?:{'|'.join(ROOMS)})\b")
"""How a room is named in a text, for `import_module` and its like."""


def imports_of(path: Path) -> set[str]:
    """The modules that a file imports, wherever in it the import stands, those too that it names in a text."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and BY_STRING.match(node.value):
            found.add(node.value.rstrip("."))
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {
                f"{node.module}.{alias.name}" if node.module == "bscb_docs" else node.module for alias in node.names
            }
    return found


def granted_to(room: str) -> set[str]:
    """The rooms and packages in a room's row, rooms as `bscb_docs.records`."""
    rooms, packages = ROOMS[room]
    return {f"bscb_docs.{name}" for name in rooms.split()} | set(packages.split())


def used_by(path: Path) -> set[str]:
    """The rooms and third-party packages that a module imports, but for its own room and Python's library."""
    public = {f"bscb_docs.{name}" for name in bscb_docs.__all__}
    imported = {"bscb_docs" if name in public else name for name in imports_of(path)}
    names = {".".join(name.split(".")[: 2 if name.startswith("bscb_docs.") else 1]) for name in imported}
    return names - sys.stdlib_module_names - {f"bscb_docs.{room_of(path)}"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    """Data flows one way, and each third-party package has one door."""
    assert used_by(path) - granted_to(room_of(path)) == set()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_uses_all_that_its_row_grants(room: str) -> None:
    """A grant that no module of the room uses is taken out of its row."""
    assert granted_to(room) - set().union(*(used_by(path) for path in MODULES if room_of(path) == room)) == set()


def test_every_room_stands_in_the_table() -> None:
    """A new room adds its row, and a row without a room goes."""
    assert {room_of(path) for path in MODULES} == set(ROOMS)


def test_nobody_need_keep_more_than_two_dozen_rooms_in_mind() -> None:
    """A room that is added takes the place of another, or its work is that of one that is there."""
    assert len(ROOMS) <= 24


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_stands_below_all_that_it_imports(room: str) -> None:
    """So no rooms import each other in a circle, and the table reads in the order that data flows."""
    order = list(ROOMS)
    assert set(ROOMS[room][0].split()) - set(order[: order.index(room)]) == set()


@pytest.mark.parametrize("path", sorted(PLUGINS.rglob("*.py")), ids=lambda path: str(path.relative_to(PLUGINS)))
def test_a_house_plugin_imports_nothing_that_a_stranger_could_not(path: Path) -> None:
    """Plugins of the house take every name from `bscb_docs` itself."""
    ours = {
        name for name in imports_of(path) if name.startswith("bscb_docs.") and not name.startswith("bscb_docs.plugins")
    }
    public = set(__import__("bscb_docs").__all__)
    assert {name.removeprefix("bscb_docs.") for name in ours} <= public


def test_no_two_modules_bear_one_name() -> None:
    """Who searches for a file by its name finds one."""
    stems = Counter(path.stem for path in (*MODULES, *PLUGINS.glob("*/*.py")) if path.stem != "__init__")
    assert [stem for stem, number in stems.items() if number > 1] == []


POSTPONED = "from __future__ import annotations\n"


def test_annotations_are_postponed_where_they_name_what_is_not_there_yet(tmp_path: Path) -> None:
    """A module reads its annotations late where ruff, without that line, misses a name of theirs; no other does."""
    folders = (SOURCE, PLUGINS, TESTS, ROOT / "examples", ROOT / "benchmarks")
    postponed = {}
    for path in (path for folder in folders for path in folder.rglob("*.py")):
        if "__future__" in imports_of(path):
            copy = tmp_path / f"{len(postponed)}.py"
            copy.write_text(path.read_text(encoding="utf-8").replace(POSTPONED, "", 1), encoding="utf-8")
            postponed[copy.name] = str(path.relative_to(ROOT))
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--target-version=py311"]
    command += ["--select=F821,TC004", "--output-format=json", str(tmp_path)]
    found = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
    missed = {Path(each["filename"]).name for each in found}
    assert sorted(path for name, path in postponed.items() if name not in missed) == []


def test_tests_stand_in_the_room_that_they_test() -> None:
    """A folder of tests bears the name of a room; beside those stand plugins, benchmarks and what is shared."""
    folders = {path.parent.relative_to(TESTS).parts[0] for path in TESTS.rglob("*.py") if path.parent != TESTS}
    assert folders - set(ROOMS) == {"benchmarks", "data", "helpers", "plugins"}


def test_every_folder_of_the_library_is_installed() -> None:
    """An editable checkout finds a folder, of plugins too, that pyproject.toml forgets; an installation does not."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = set(project["tool"]["setuptools"]["packages"])
    plugins = (path.parent.relative_to(ROOT) for path in PLUGINS.rglob("*.py"))
    places = (*(path.parent.relative_to(SOURCE) for path in MODULES), *plugins)
    folders = {".".join(("bscb_docs", *place.parts)) for place in places}
    assert folders - installed == set()


PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def test_the_page_describes_every_room_in_the_order_of_the_table() -> None:
    """docs/architecture.md tells the rooms as they are, each after all that it imports."""
    rooms = PAGE.partition("## The rooms")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", rooms, re.MULTILINE) == list(ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_docstring_names_rooms_that_there_are(path: Path) -> None:
    """A room that is renamed is renamed wherever it is spoken of."""
    assert set(re.findall(r"\broom `(\w+)`", path.read_text(encoding="utf-8"))) - set(ROOMS) == set()


def test_zip_files_are_opened_in_one_place() -> None:
    """What guards against a zip that swells, is damaged or holds two parts of one name stands there alone."""
    opened = [str(path.relative_to(SOURCE)) for path in MODULES if "zipfile" in imports_of(path)]
    assert opened == ["ooxml/zip_archive.py"]


def holding(pattern: str) -> set[str]:
    """The modules in whose text the pattern is found."""
    return {str(path.relative_to(SOURCE)) for path in MODULES if re.search(pattern, path.read_text("utf-8"))}


def test_a_file_of_a_board_is_opened_as_text_in_one_place() -> None:
    """`output.text_files` opens it, or as records `reading`; elsewhere only what is installed with the library is."""
    installed = {"api/equipment.py", "authoring/new_section.py", "languages/house_words.py"}
    assert holding(r"\.read_text\((?:encoding|[\"'])") == installed


def test_a_file_of_a_board_is_written_in_one_place() -> None:
    """Whole or not at all, what the system refuses told in plain words; elsewhere is what no board keeps."""
    unkept = {"diagnostics/cache.py", "pdf/libreoffice.py", "testing.py"}
    assert holding(r"\.write_(?:text|bytes)\(|\.f?d?open\(.*[\"']w|os\.open") == {"output/atomic_files.py", *unkept}


def test_the_parts_of_a_word_file_are_named_in_one_place() -> None:
    """Who asks where Word keeps a thing finds the answer once."""
    names = {value for name, value in vars(part_names).items() if name.isupper()}
    typed = {
        str(path.relative_to(SOURCE)): names & texts
        for path in MODULES
        if (
            texts := {
                node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)
            }
        )
        & names
    }
    assert typed == {"ooxml/part_names.py": names}


def test_every_path_on_the_page_is_there() -> None:
    """What a new thing is said to need is where the page says."""
    paths = re.findall(r"`([\w.]+/[\w./]*|[\w]+\.md)`", PAGE)
    assert len(paths) > 20
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_page_draws_the_steps_as_the_api_takes_them() -> None:
    """The steps stand in one order in the picture, in the API's own words, and in its calls."""
    api = (SOURCE / "api" / "pipeline.py").read_text(encoding="utf-8")
    steps = next(line for line in api.splitlines() if line.startswith("read ->")).split(" -> ")
    picture = PAGE.partition("```\n")[2].partition("```")[0]
    drawn = re.findall(r"^      (\w[\w ]*?)(?:   |$)", picture, re.MULTILINE)
    assert drawn == steps
    pack = ("publication.plans_of(", "to_be_written(", "_laid_out(", "deliver(")
    one = ("make_pages(", "fill_pages(", "assemble_document(", "check_bytes(")
    for function, called in (("def publish_pack", pack), ("def lay_out_pack", pack[:-1]), ("def make_document", one)):
        body = api.partition(function)[2].partition("\ndef ")[0]
        places = [body.rfind(call) for call in called]
        assert -1 not in places
        assert places == sorted(places)
