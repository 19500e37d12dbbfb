"""Loading: the modules of plugins, installed or in one file, and what keeps one of them from being used."""

from __future__ import annotations

import importlib.util
import inspect
import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING

from bscb_docs.errors import PluginError
from bscb_docs.nearest import nearest

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "bscb_docs"
HOUSE = "bscb_docs.plugins."


def installed_plugins(named: tuple[str, ...], faults: list[PluginError]) -> Iterable[tuple[str, ModuleType]]:
    """The house's plugins and the installed ones that were named, in an order that does not depend on the machine.

    What could not be loaded is added to the faults. Where a stranger bears the name of a plugin of the house, the
    house's is kept.
    """
    folders = importlib.import_module(HOUSE[:-1]).__path__
    house = {module.name.removeprefix(HOUSE): module.name for module in iter_modules(folders, HOUSE)}
    strangers = _strangers(named) if named else {}
    faults += [
        PluginError(f"No plugin called {name} is installed. Install its package, or take its name away.")
        for name in sorted(set(named) - {*house, *strangers})
    ]
    for name in sorted({*house, *strangers}):
        entries = strangers.get(name, [])
        values = [*filter(None, [house.get(name)]), *(entry.value for entry in entries)]
        if len(values) > 1:
            both = " and ".join(values)
            faults.append(PluginError(f"Two installed plugins are called {name} ({both}). Uninstall one of them."))
        if len(values) > 1 and name not in house:
            continue
        try:
            yield name, importlib.import_module(house[name]) if name in house else entries[0].load()
        except (Exception, SystemExit) as fault:
            faults.append(_not_loaded(name, fault))


def _strangers(named: Iterable[str]) -> dict[str, list[EntryPoint]]:
    """The entry points of those names, each value once."""
    from importlib.metadata import entry_points  # only where a board names one: to look through all takes 20 ms

    found: dict[str, list[EntryPoint]] = {}
    for entry in entry_points(group=GROUP):
        if entry.name in named and entry.value not in [other.value for other in found.get(entry.name, [])]:
            found.setdefault(entry.name, []).append(entry)
    return found


def load_plugin_file(path: str | Path) -> ModuleType:
    """The plugin in one Python file; PluginError where it cannot be loaded."""
    path = Path(path).resolve()
    if not path.is_file():
        raise PluginError(f"There is no plugin file {path.name}. Check the path given to --plugin.")
    name = path.stem
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise PluginError(f"{path.name} is no Python file. A plugin is one file that ends in .py.")
    module = importlib.util.module_from_spec(spec)
    before = sys.modules.get(name)
    sys.modules[name] = module  # attrs and typing look a class's module up while the file runs
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as fault:
        sys.modules.pop(name, None)
        raise _not_loaded(path.name, fault) from fault
    finally:
        if before is not None:
            sys.modules[name] = before
    return module


def _not_loaded(name: str, fault: BaseException) -> PluginError:
    what = f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__
    return PluginError(f"Plugin {name} could not be loaded: {what}. Ask its author to mend it, or do not use it.")


def hook_fault(plugin: str, module: ModuleType, hooks: Collection[str]) -> PluginError | None:
    """What keeps a plugin's hooks from being called: a name that is no hook, a marker that is missing, or no hook."""
    functions = {name: value for name, value in vars(module).items() if inspect.isfunction(value)}
    marked = [name for name, function in functions.items() if hasattr(function, f"{GROUP}_impl")]
    for name in functions:
        if name not in hooks and (name in marked or name.startswith(f"{GROUP}_")):
            near = nearest(name, hooks)
            mend = f"Did you mean {near}?" if near else f"The hooks are {', '.join(hooks)}."
            return PluginError(f"Plugin {plugin}: there is no hook called {name}. {mend}")
        if name in hooks and name not in marked:
            return PluginError(f"Plugin {plugin}: {name} is no hook yet. Write @hookimpl on the line above it.")
        if name in hooks and inspect.signature(functions[name]).parameters:
            return PluginError(f"Plugin {plugin}: {name} is called with nothing. Empty the brackets after its name.")
    if not marked:
        return PluginError(f"Plugin {plugin} has no hook, so it offers nothing. The hooks are {', '.join(hooks)}.")
    return None
