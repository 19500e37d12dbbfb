"""Assembles a safeguarding board's plan, appendices and accountability report in Word from one set of records.

`__init__.pyi` is the one table of the public names. Each is fetched from its home when it is first asked for: the
command's help must not wait for the whole library.
"""

from importlib import import_module as _import_module
from typing import Any as _Any

_homes: dict[str, str] = {}
"""The module that each public name lives in, once the table is read."""


def _table() -> dict[str, str]:
    """The homes of the public names; the table's lines are `from home import (` and `name as name,`."""
    if not _homes:
        from pathlib import Path

        home = ""
        words = iter(Path(__file__).with_suffix(".pyi").read_text(encoding="utf-8").split())
        for word in words:
            if word == "from":
                home = next(words)
            elif word == "as":
                _homes[next(words).rstrip(",")] = home
    return _homes


def __getattr__(name: str) -> _Any:
    """The public name, from its home."""
    if name == "__all__":
        return sorted(_table())
    if name == "__version__":
        from importlib.metadata import version

        return version("bscb-docs")
    if name.startswith("_") or name not in _table():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = getattr(_import_module(_homes[name]), name)
    return globals()[name]


def __dir__() -> list[str]:
    """The public names."""
    return sorted((*_table(), "__version__"))
