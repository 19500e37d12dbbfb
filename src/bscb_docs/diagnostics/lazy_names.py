"""Lazy names: what a package offers, each name fetched from its module when it is first asked for."""

import re
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

_IMPORT = re.compile(r"from (\S+) import (?:\(([^)]*)\)|(.*))")
_NAME = re.compile(r"(?:\w+ as )?(\w+)")


def _source(package: str, file: str) -> str:
    """The words of the stub, or of the file itself, from wherever Python loads the package: a folder or a zip."""
    loader: Any = sys.modules[package].__loader__
    try:
        return str(loader.get_data(f"{file}i"), "utf-8")
    except OSError:
        return str(loader.get_data(file), "utf-8")


def lazy_names(package: str, file: str) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` of the package in that `__init__.py`.

    Its names are those that `__init__.pyi`, or where there is none the file itself, imports for type checkers. Python
    runs none of these imports: who asks for a name waits for its home alone.
    """

    @cache
    def homes() -> dict[str, str]:
        imports = _IMPORT.findall(_source(package, file))
        found = {name: home for home, *names in imports if home != "typing" for name in _NAME.findall("".join(names))}
        return {name: home for name, home in found.items() if not name.startswith("_")}

    def fetch(name: str) -> Any:
        if name == "__all__":
            return sorted(homes())
        if name not in homes():
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(homes()[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    return fetch, lambda: sorted(homes())
