"""What a test needs beside this library: there, or the test is skipped, or fails where all must be there."""

from __future__ import annotations

import importlib
import os
import shutil
from pathlib import Path
from types import ModuleType

import pytest


def require(program: str) -> Path:
    """A program on PATH."""
    if found := shutil.which(program):
        return Path(found)
    _absent(f"{program} is not on PATH, so nothing is known of what it makes or reads.")
    raise AssertionError


def require_module(name: str, package: str) -> ModuleType:
    """A Python module that a package of another name may hold."""
    try:
        return importlib.import_module(name)
    except ImportError:
        _absent(f"The Python package {package} is not installed, so what it verifies is not verified.")
        raise


def _absent(why: str) -> None:
    if os.environ.get("BSCB_DOCS_REQUIRE_ALL") == "1":
        pytest.fail(why)
    pytest.skip(why, allow_module_level=True)
