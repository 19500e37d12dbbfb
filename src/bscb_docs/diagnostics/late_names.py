"""Late names: what a package offers, each name fetched from its module when it is first asked for."""

import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any


def late_names(package: str, file: str) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` of a package, whose `__init__.pyi` is the one table of its names.

    The table's lines are `from home import (` and `name as name,`. Who imports a name waits for its home alone.
    """

    @cache
    def homes() -> dict[str, str]:
        home, found = "", {}
        words = iter(Path(file).with_suffix(".pyi").read_text(encoding="utf-8").split())
        for word in words:
            if word == "from":
                home = next(words)
            elif word == "as":
                found[next(words).rstrip(",")] = home
        return found

    def fetch(name: str) -> Any:
        if name == "__all__":
            return sorted(homes())
        if name.startswith("_") or name not in homes():
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(homes()[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    return fetch, lambda: sorted(homes())
