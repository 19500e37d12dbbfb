"""The example plugins: each passes its own tests, mypy --strict among them, as their authors would run them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from folders import EXAMPLES

PLUGINS = sorted(path.parent for path in EXAMPLES.glob("*/test_*.py"))


def test_there_are_three() -> None:
    """Attendance by organisation, a risk register and a training programme, each with its template beside it."""
    assert [folder.name for folder in PLUGINS] == ["attendance", "risk_register", "training_programme"]
    assert all(len(list(folder.glob("*.docx"))) == 1 for folder in PLUGINS)


@pytest.mark.slow
@pytest.mark.parametrize("folder", PLUGINS, ids=lambda folder: folder.name)
def test_an_example_passes_its_own_tests(folder: Path) -> None:
    """In a folder of its own, with nothing but the library and pytest."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, str(folder)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
