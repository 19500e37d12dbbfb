"""The table of rooms and doors: what each room may import, and which third-party package has its one door where."""

import ast
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "bscb_docs"
PLUGINS = Path(__file__).parent.parent / "plugins"

ROOMS = {
    # room: (rooms it may import, third-party packages it is the door to or may use)
    "errors": ({"findings"}, set()),
    "places": (set(), {"attrs"}),
    "findings": ({"places"}, {"attrs"}),
    "records": ({"errors", "findings", "places"}, {"attrs"}),
    "prose": ({"errors", "findings", "places", "records"}, {"attrs", "markdown_it"}),
    "nearest": (set(), {"rapidfuzz"}),
    "reading": ({"errors", "findings", "nearest", "places", "prose", "records"}, {"attrs", "cattrs", "openpyxl"}),
    "figures": ({"findings", "nearest", "places", "records"}, {"attrs"}),
    "rules": ({"figures", "findings", "places", "prose", "records"}, {"attrs", "breame", "rapidfuzz"}),
    "tracing": ({"figures", "places", "prose", "records"}, {"attrs", "rapidfuzz"}),
    "outline": ({"places", "records"}, {"attrs"}),
    "hookspecs": ({"figures", "outline", "records", "rules"}, {"pluggy"}),
    "loading": ({"errors", "nearest"}, set()),
    "guarding": (
        {"errors", "figures", "findings", "outline", "package", "records", "rules", "templating"},
        {"attrs"},
    ),
    "catalogue": (
        {"errors", "figures", "guarding", "hookspecs", "loading", "outline", "records", "rules"},
        {"attrs", "pluggy"},
    ),
    "wording": ({"prose", "records"}, {"attrs"}),
    "package": ({"errors"}, {"attrs"}),
    "marks": (set(), set()),
    "wordml": ({"errors", "marks"}, {"markupsafe"}),
    "resources": (set(), {"attrs"}),
    "pictures": ({"errors"}, {"attrs", "docx"}),
    "charts": ({"pictures"}, {"matplotlib"}),
    "parser": (set(), {"lxml"}),
    "relationships": ({"parser", "wordml"}, {"attrs", "lxml", "markupsafe"}),
    "contenttypes": ({"parser", "wordml"}, {"attrs", "lxml", "markupsafe"}),
    "numbering": (set(), {"attrs"}),
    "shell": (
        {"contenttypes", "errors", "nearest", "numbering", "package", "parser", "relationships", "wordml"},
        {"attrs", "lxml"},
    ),
    "composing": (
        {"errors", "figures", "findings", "marks", "numbering", "places", "resources", "shell", "wordml"},
        {"attrs", "markupsafe"},
    ),
    "setting": (
        {"composing", "findings", "numbering", "pictures", "places", "prose", "records", "resources", "wordml"},
        {"attrs"},
    ),
    "sandbox": ({"errors", "marks"}, {"jinja2", "markupsafe"}),
    "tags": (
        {"composing", "errors", "figures", "findings", "marks", "pictures", "places", "prose", "records", "resources"}
        | {"sandbox", "setting", "wordml"},
        {"jinja2", "markupsafe"},
    ),
    "templating": (
        {"errors", "findings", "nearest", "package", "parser", "pictures", "places", "records", "shell", "tags"}
        | {"wordml"},
        {"attrs", "jinja2", "lxml", "markupsafe"},
    ),
    "compiling": (
        {"contenttypes", "errors", "numbering", "package", "parser", "relationships", "resources", "sandbox", "shell"}
        | {"tags", "templating", "wordml"},
        {"attrs", "docxtpl", "jinja2", "lxml"},
    ),
    "papers": ({"catalogue", "errors", "findings", "nearest", "outline", "places", "records"}, {"attrs"}),
    "filling": (
        {
            "catalogue",
            "compiling",
            "composing",
            "errors",
            "figures",
            "findings",
            "layout",
            "marks",
            "outline",
            "papers",
            "pictures",
            "places",
            "records",
            "sandbox",
            "shell",
        },
        {"attrs", "jinja2", "markupsafe"},
    ),
    "layout": ({"errors", "marks", "relationships", "shell", "wordml"}, {"attrs"}),
    "strictness": ({"errors"}, {"attrs"}),
    "assembly": (
        {"composing", "contenttypes", "errors", "findings", "layout", "marks", "package", "places", "relationships"}
        | {"resources", "shell", "strictness", "wordml"},
        {"attrs", "markupsafe"},
    ),
    "checking": ({"findings", "places"}, {"attrs", "lxml"}),
    "saving": ({"errors", "package"}, {"attrs"}),
    "pdf": ({"errors"}, {"attrs", "pikepdf"}),
    "stopping": ({"findings", "outline", "papers", "places", "records"}, set()),
    "built": ({"assembly", "composing", "findings", "outline", "saving", "templating"}, {"attrs", "docx"}),
    "paging": ({"built", "errors", "findings", "pdf"}, {"attrs"}),
    "press": (
        {"assembly", "built", "catalogue", "checking", "compiling", "errors", "figures", "filling", "findings"}
        | {"guarding", "outline", "papers", "paging", "reading", "records", "rules", "saving", "shell", "stopping"},
        {"attrs"},
    ),
    "batch": ({"errors", "findings", "loading", "papers", "places", "press", "saving"}, {"attrs"}),
    "__main__": ({"cli"}, set()),
    "scaffolding": ({"errors", "reading", "records", "saving", "shell", "templating"}, {"attrs"}),
    "testing": (
        {"findings", "guarding", "outline", "papers", "press", "records", "scaffolding", "shell", "templating"},
        {"attrs", "docx"},
    ),
    "cli": (
        {"batch", "catalogue", "errors", "findings", "loading", "papers", "press", "records"}
        | {"checking", "saving", "scaffolding", "shell", "templating", "tracing"},
        {"click", "rich"},
    ),
}

MODULES = sorted(
    path
    for path in SOURCE.rglob("*.py")
    if (path.name != "__init__.py" or path.parent != SOURCE) and "skeleton-files" not in path.parts
)


def room_of(path: Path) -> str:
    """The room that a module of the library belongs to."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    """The modules that a file imports, wherever in it the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {
                f"{node.module}.{alias.name}" if node.module == "bscb_docs" else node.module for alias in node.names
            }
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    """Data flows one way, and each third-party package has one door."""
    rooms, packages = ROOMS[room_of(path)]
    for name in imports_of(path):
        first, *rest = name.split(".")
        if first == "bscb_docs":
            assert rest[0] in rooms | {room_of(path)}, f"{room_of(path)} may not import {rest[0]}"
        elif first not in sys.stdlib_module_names:
            assert first in packages, f"{room_of(path)} is no door to {first}"


def test_every_room_stands_in_the_table() -> None:
    """A new room adds its row, and a row without a room goes."""
    assert {room_of(path) for path in MODULES} == set(ROOMS)


def test_no_rooms_import_each_other_in_a_circle() -> None:
    """Following the table from any room never leads back to it."""
    for start in ROOMS:
        reached, waiting = set(), set(ROOMS[start][0])
        while waiting:
            room = waiting.pop()
            reached.add(room)
            waiting |= ROOMS[room][0] - reached
        assert start not in reached


@pytest.mark.parametrize("path", sorted(PLUGINS.glob("[!_]*.py")), ids=lambda path: path.stem)
def test_a_house_plugin_imports_nothing_that_a_stranger_could_not(path: Path) -> None:
    """Plugins of the house take every name from `bscb_docs` itself."""
    ours = {
        name for name in imports_of(path) if name.startswith("bscb_docs.") and not name.startswith("bscb_docs.plugins")
    }
    public = set(__import__("bscb_docs").__all__)
    assert {name.removeprefix("bscb_docs.") for name in ours} <= public
