"""Plugin files: plugins that are given by hand, as modules or by the path of one file; and what a plugin is called."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import RLock
from types import ModuleType

from bscb_docs.diagnostics.errors import PluginError
from bscb_docs.plugin_api.failures import FAILURES, not_loaded

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
    """The plugin in one Python file, the same module until the file or a template beside it changes.

    PluginError where it cannot be loaded. Any number of threads may ask at once.
    """
    path = Path(path).resolve()
    if path.is_dir():
        raise PluginError(f"{path.name} is a folder. A plugin is one file that ends in .py: give the path of that.")
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
    """The module of a file's content, run once for each state of the file and of the templates beside it.

    It has a name that no other has, since `typing` finds a class's words by it. The bytes that were read are run, and
    never what Python itself kept of an earlier state of the file.
    """
    state = sha256(os.fsencode(path) + b"\0" + content)
    for template in plugin_sources(path)[1:]:
        with suppress(OSError):  # it was taken away at this moment
            state.update(f"{template.name} {template.stat().st_mtime_ns} {template.stat().st_size}".encode())
    name = f"{path.stem.replace('.', '_')}-{state.hexdigest()[:16]}"  # with a hyphen, no import can name it
    if name in _LOADED:
        return _LOADED[name]
    module = ModuleType(name)
    module.__file__ = str(path)
    sys.modules[name] = module  # attrs and typing look a class's module up while the file runs, and ever after
    try:
        exec(compile(content, path, "exec"), vars(module))  # noqa: S102  # a plugin is code, and was named by the user
    except BaseException:
        del sys.modules[name]
        raise
    _LOADED[name] = module
    return module


def plugin_sources(path: Path) -> tuple[Path, ...]:
    """The files that a plugin in one file is made of: its own first, then every template (.docx) beside it by name."""
    beside = path.parent.glob("*.[dD][oO][cC][xX]")
    return (path, *sorted(file for file in beside if not file.name.startswith("~$")))


def plugin_name(module: ModuleType) -> str:
    """What people call a plugin: its file without .py, or its package's folder, or what its module is imported by."""
    if module.__name__ not in _LOADED:
        return module.__name__
    path = Path(str(module.__file__))
    return path.parent.name if path.stem == "__init__" else path.stem
