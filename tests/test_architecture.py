"""The table of rooms and doors: what each room may import, and which third-party package has its one door where."""

import ast
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "bscb_docs"
PLUGINS = Path(__file__).parent.parent / "plugins"

ROOMS = {
    # room: (rooms it may import, all of them above its row; third-party packages it is the door to or may use)
    "places": ("", "attrs"),
    "findings": ("places", "attrs"),
    "errors": ("findings", ""),
    "records": ("errors findings places", "attrs"),
    "period": ("records", ""),
    "prose": ("findings places records", "attrs markdown_it"),
    "nearest": ("", "rapidfuzz"),
    "reading": ("errors findings nearest places prose records", "attrs cattrs openpyxl"),
    "numerals": ("", ""),
    "figures": ("findings nearest numerals places records", "attrs"),
    "rules": ("figures findings numerals places prose records", "attrs breame rapidfuzz"),
    "tracing": ("figures places prose records", "attrs rapidfuzz"),
    "outline": ("records", "attrs"),
    "hookspecs": ("figures outline records rules", "pluggy"),
    "loading": ("errors nearest", ""),
    "wording": ("prose records", "attrs"),
    "word": ("errors", "attrs docx lxml markupsafe matplotlib"),
    "shell": ("errors nearest word", "attrs lxml"),
    "setting": ("errors figures findings places prose records shell word", "attrs markupsafe"),
    "sandbox": ("errors word", "jinja2 markupsafe"),
    "tags": ("errors figures findings places prose records sandbox setting word", "jinja2 markupsafe"),
    "templating": ("errors findings nearest places records shell tags word", "attrs jinja2 lxml markupsafe"),
    "guarding": ("errors figures findings outline records rules templating word", "attrs"),
    "catalogue": ("errors guarding hookspecs loading outline records rules", "attrs pluggy"),
    "preparing": ("errors shell tags templating word", "attrs docxtpl lxml"),
    "keeping": ("", "platformdirs"),
    "compiling": ("errors keeping places preparing sandbox shell tags templating word", "attrs jinja2"),
    "papers": ("catalogue errors findings nearest outline places records", "attrs"),
    "assembly": ("errors findings places setting shell word", "attrs markupsafe"),
    "filling": (
        "assembly catalogue compiling errors figures findings outline papers places records sandbox setting shell word",
        "attrs markupsafe",
    ),
    "checking": ("findings places", "lxml"),
    "pdf": ("errors", "pikepdf"),
    "saving": ("errors word", "attrs"),
    "stopping": ("findings outline papers places records", ""),
    "built": ("assembly findings outline saving setting templating", "attrs docx"),
    "paging": ("built errors findings pdf", "attrs"),
    "press": (
        "assembly built catalogue checking compiling errors figures filling findings guarding outline paging "
        "papers reading records rules saving shell stopping",
        "attrs",
    ),
    "ledger": ("errors findings places saving", "attrs"),
    "batch": ("errors findings ledger loading papers pdf press reading", "attrs"),
    "scaffolding": ("errors reading records saving shell templating", "attrs"),
    "testing": ("findings guarding outline papers press records scaffolding shell templating", "attrs docx"),
    "cli": (
        "batch catalogue checking errors findings loading papers press records saving scaffolding shell "
        "templating tracing",
        "click rich",
    ),
    "__main__": ("cli", ""),
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


def granted_to(room: str) -> set[str]:
    """The rooms and packages in a room's row, rooms as `bscb_docs.places`."""
    rooms, packages = ROOMS[room]
    return {f"bscb_docs.{name}" for name in rooms.split()} | set(packages.split())


def used_by(path: Path) -> set[str]:
    """The rooms and third-party packages that a module imports, but for its own room and Python's library."""
    names = {".".join(name.split(".")[: 2 if name.startswith("bscb_docs.") else 1]) for name in imports_of(path)}
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


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_stands_below_all_that_it_imports(room: str) -> None:
    """So no rooms import each other in a circle, and the table reads in the order that data flows."""
    order = list(ROOMS)
    assert set(ROOMS[room][0].split()) - set(order[: order.index(room)]) == set()


@pytest.mark.parametrize("path", sorted(PLUGINS.glob("[!_]*.py")), ids=lambda path: path.stem)
def test_a_house_plugin_imports_nothing_that_a_stranger_could_not(path: Path) -> None:
    """Plugins of the house take every name from `bscb_docs` itself."""
    ours = {
        name for name in imports_of(path) if name.startswith("bscb_docs.") and not name.startswith("bscb_docs.plugins")
    }
    public = set(__import__("bscb_docs").__all__)
    assert {name.removeprefix("bscb_docs.") for name in ours} <= public
