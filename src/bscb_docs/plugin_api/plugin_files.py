"""Plugin files: plugins that are given by hand, as modules or by the path of a file or package; what one is called."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import RLock
from types import ModuleType

from bscb_docs.diagnostics.errors import PluginError
from bscb_docs.plugin_api.failure_messages import FAILURES, not_loaded

_PACKAGE = "__init__.py"
_LOADED: dict[str, ModuleType] = {}
"""The plugins loaded from files, by the name of their module; a board read with an earlier state needs that one.

So each state that was saved stays as long as the process: a server that loads one anew at each save grows by it.
"""
_LOADING = RLock()


def load_given(plugins: Iterable[ModuleType | str | Path]) -> tuple[tuple[ModuleType, ...], tuple[PluginError, ...]]:
    """The modules of plugins given by hand, and what is wrong with files that cannot be loaded."""
    modules, faults = [], []
    for plugin in plugins:
        try:
            modules.append(plugin if isinstance(plugin, ModuleType) else load_plugin_file(plugin))
        except PluginError as fault:
            faults.append(fault)
    return tuple(modules), tuple(faults)


def load_plugin_file(path: str | Path) -> ModuleType:
    """The plugin in a Python file or a package's folder, loaded once until a file changes; or PluginError."""
    path = plugin_sources(Path(path).resolve())[0]
    if path.name == _PACKAGE and not path.is_file():
        raise PluginError(f"{path.parent.name} is a folder without {_PACKAGE}. Give the path of the plugin's .py file.")
    if not path.is_file():
        raise PluginError(f"There is no plugin file {path.name}. Check the path given to --plugin.")
    if path.suffix.lower() != ".py":
        raise PluginError(f"{path.name} is no Python file. A plugin is one file that ends in .py.")
    try:
        with _LOADING:
            return _load(path, path.read_bytes())
    except FAILURES as fault:
        raise not_loaded(path.name, fault, path) from fault


def _load(path: Path, content: bytes) -> ModuleType:
    """The module of a file's content, run once for each state of the file and of those beside it.

    It has a name that no other has, since `typing` finds a class's words by it. The bytes that were read are run, and
    never what Python itself kept of an earlier state of the file.
    """
    state = sha256(os.fsencode(path) + b"\0" + content)
    for other in plugin_sources(path)[1:]:
        with suppress(OSError):  # it was taken away at this moment
            state.update(f"{other.name} {other.stat().st_mtime_ns} {other.stat().st_size}".encode())
    name = f"{_called(path).replace('.', '_')}-{state.hexdigest()[:16]}"  # with a hyphen, no import can name it
    if name in _LOADED:
        return _LOADED[name]
    module = ModuleType(name)
    module.__file__ = str(path)
    if path.name == _PACKAGE:
        module.__package__, module.__path__ = name, [str(path.parent)]
    sys.modules[name] = module  # attrs and typing look a class's module up while the file runs, and ever after
    writes = sys.dont_write_bytecode
    sys.dont_write_bytecode = True  # Python would take what it kept of a neighbour that is saved twice in a second
    try:
        exec(compile(content, path, "exec"), vars(module))  # noqa: S102  # a plugin is code, and was named by the user
    except BaseException:
        del sys.modules[name]
        raise
    finally:
        sys.dont_write_bytecode = writes
    _LOADED[name] = module
    return module


def plugin_sources(path: Path) -> tuple[Path, ...]:
    """The files of a plugin: its own, or its `__init__.py`, then the templates beside it and its modules by name."""
    own = path / _PACKAGE if path.is_dir() else path
    modules = own.parent.glob("*.py") if own.name == _PACKAGE else ()
    beside = {*own.parent.glob("*.[dD][oO][cC][xX]"), *modules} - {own}
    return (own, *sorted(file for file in beside if not file.name.startswith("~$")))


def plugin_name(module: ModuleType) -> str:
    """What people call a plugin: its file without .py, or its package's folder, or what its module is imported by."""
    if module.__name__ not in _LOADED:
        return module.__name__
    return _called(Path(str(module.__file__)))


def _called(path: Path) -> str:
    return path.parent.name if path.name == _PACKAGE else path.stem
