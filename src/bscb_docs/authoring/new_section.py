"""New section: a plugin for a new section that works at once, made of a skeleton that is a working plugin itself."""

import keyword
import re
import sys
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from bscb_docs.authoring.draft_template import draft_template
from bscb_docs.diagnostics.errors import PluginError
from bscb_docs.ooxml.house_file import load_house_file
from bscb_docs.output.files import write_new
from bscb_docs.plugin_api.registry import Catalogue, load_catalogue
from bscb_docs.records import fold

_FILE = {
    "example_section.py": "section/example_section.py",
    "example_section.docx": "section/example_section.txt",
    "example-section.csv": "section/example-section.csv",
    "test_example_section.py": "section/test_example_section.py",
}
"""Where the files of a plugin in one file are written, and what of the skeleton each is made of."""
_PACKAGE = {
    "example_section/__init__.py": "section/example_section.py",
    "example_section/example_section.docx": "section/example_section.txt",
    "example_section/py.typed": "package/py.typed",
    "example-section.csv": "section/example-section.csv",
    "tests/test_example_section.py": "section/test_example_section.py",
    "pyproject.toml": "package/pyproject.toml",
    "README.md": "package/README.md",
    ".github/workflows/test.yml": "package/test.yml",
}
"""The same of a package."""


def write_section(name: str, folder: str | Path, *, package: bool = False) -> tuple[Path, ...]:
    """Writes a plugin with a section of that name into a folder, and gives the paths of its files.

    It is one file with its template, example rows and test; or, as a package, a folder that pip installs. Where the
    section's name is that of a kind of the library, its own kind is called "... records". PluginError for a name that
    cannot be one, or that a section, plugin or module of Python has; SavingError where a file is there already.
    """
    words = _words(name)
    root = Path(folder) / words["example-section"] if package else Path(folder)
    wanted = _PACKAGE if package else _FILE
    return write_new({root / _replaced(path, words): _content(source, words) for path, source in wanted.items()})


def _words(name: str) -> dict[str, str]:
    """The words of the skeleton and those that take their place."""
    given = name.strip().lower().replace("_", "-").replace(" ", "-")
    module = given.replace("-", "_")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", given):
        raise PluginError(f'"{name}" cannot name a section. Use small letters and hyphens, as in: board-attendance.')
    catalogue = load_catalogue()
    if owner := _owner(given, catalogue):
        raise PluginError(f"{owner} is called {given} already. Give the section another name, as in: our-{given}.")
    said = given.replace("-", " ").capitalize()
    is_kind = fold(said) in {fold(word) for kind in catalogue.kinds for word in (kind.name, kind.plural)}
    plural = f"{said} records" if is_kind else said
    return {
        "example-section.csv": f"{plural.lower().replace(' ', '-')}.csv",
        'record", "Example section"': f'record", "{plural}"',
        "example-section": given,
        "example_section": module,
        "ExampleSection": "".join(word.capitalize() for word in given.split("-")),
        "EXAMPLE-SECTION": given.upper(),
        "Example section": said,
        ">=0.1,<0.2": _bounds(version("bscb-docs")),
    }


def _owner(name: str, catalogue: Catalogue) -> str:
    """What bears the name already, of all that a section or its plugin must not be taken for; else nothing."""
    module = name.replace("-", "_")
    if name in catalogue.sections:
        return "A section of the house"
    if module in catalogue.plugins:
        return "A plugin of the house"
    if keyword.iskeyword(module):
        return "A keyword of Python"
    if module in sys.stdlib_module_names:
        return "A module of Python"
    return "An installed package" if find_spec(module) else ""


def _bounds(library: str) -> str:
    """The versions of the library that keep the meaning of public names, as a plugin made with this one needs."""
    first, second, *_ = (int(number) for number in re.findall(r"\d+", library))
    after = f"0.{second + 1}" if first == 0 else str(first + 1)
    return f">={first}.{second},<{after}"


def _content(source: str, words: dict[str, str]) -> bytes:
    text = (files("bscb_docs.authoring") / "skeleton-files" / source).read_text(encoding="utf-8")
    text = _replaced(text, words)
    return draft_template(text, load_house_file()) if source.endswith(".txt") else text.encode()


def _replaced(text: str, words: dict[str, str]) -> str:
    for old, new in words.items():
        text = text.replace(old, new)
    return text
