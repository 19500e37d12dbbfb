"""Catalogue: what the plugins in use offer, by name; the door to pluggy."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import pluggy
from attrs import field, frozen

from bscb_docs import hookspecs
from bscb_docs.errors import PluginError
from bscb_docs.figures import FigureSource
from bscb_docs.outline import Outline, Section
from bscb_docs.records import KINDS, Kind
from bscb_docs.rules import Rule

GROUP = "bscb_docs"
HOUSE = "bscb_docs.plugins."

T = TypeVar("T")


@frozen
class Catalogue:
    """Sections, outlines, kinds, figure sources and rules; `faults` tells what a plugin failed to give."""

    sections: dict[str, Section] = field(factory=dict)
    outlines: dict[str, Outline] = field(factory=dict)
    kinds: tuple[Kind, ...] = KINDS
    figure_sources: tuple[FigureSource, ...] = ()
    rules: tuple[Rule, ...] = ()
    plugins: tuple[str, ...] = ()
    faults: tuple[PluginError, ...] = ()


def load_catalogue(modules: Iterable[ModuleType] = (), named: Iterable[str] = ()) -> Catalogue:
    """What the house's plugins offer, the given modules, and the installed plugins of those names.

    An installed plugin that nobody names is not used: installing a package never changes a board paper.
    """
    return _load(tuple(modules), tuple(sorted(set(named))))


@lru_cache(maxsize=16)
def _load(modules: tuple[ModuleType, ...], named: tuple[str, ...]) -> Catalogue:
    faults: list[PluginError] = []
    plugins = pluggy.PluginManager("bscb_docs")
    plugins.add_hookspecs(hookspecs)
    for name, module in [*_installed(named, faults), *((m.__name__, m) for m in modules)]:
        if plugins.has_plugin(name):
            faults.append(PluginError(f"Two plugins are called {name}. Use only one of them, or rename one."))
        elif misspelt := _misspelt_hooks(module):
            faults.append(PluginError(f"Plugin {name}: there is no hook {misspelt}; the hooks are {_hook_names()}."))
        else:
            plugins.register(module, name)
    offers = {hook: _collect(plugins, hook, kind, faults) for hook, kind in _HOOKS.items()}
    return Catalogue(
        sections=_by_name(offers["bscb_docs_sections"], "section", faults),
        outlines=_by_name(offers["bscb_docs_outlines"], "document", faults),
        kinds=(*KINDS, *_by_name(offers["bscb_docs_kinds"], "kind", faults).values()),
        figure_sources=tuple(offer for _, offer in offers["bscb_docs_figures"]),
        rules=tuple(offer for _, offer in offers["bscb_docs_rules"]),
        plugins=tuple(name for name, _ in plugins.list_name_plugin()),
        faults=tuple(faults),
    )


_HOOKS: dict[str, type] = {
    "bscb_docs_sections": Section,
    "bscb_docs_outlines": Outline,
    "bscb_docs_kinds": Kind,
    "bscb_docs_figures": Callable,  # type: ignore[dict-item]  # any function of a board will do
    "bscb_docs_rules": Rule,
}


def _hook_names() -> str:
    return ", ".join(_HOOKS)


def _installed(named: tuple[str, ...], faults: list[PluginError]) -> Iterable[tuple[str, ModuleType]]:
    """The house's plugins and the installed ones that were named, in an order that does not depend on the machine."""
    found: dict[str, list[EntryPoint]] = {}
    for entry in entry_points(group=GROUP):
        is_used = entry.value.startswith(HOUSE) or entry.name in named
        if is_used and entry.value not in [other.value for other in found.get(entry.name, [])]:
            found.setdefault(entry.name, []).append(entry)
    faults += [
        PluginError(f"No plugin called {name} is installed. Install its package, or take its name away.")
        for name in sorted(set(named) - set(found))
    ]
    for name, entries in sorted(found.items()):
        if len(entries) > 1:
            both = " and ".join(entry.value for entry in entries)
            faults.append(PluginError(f"Two installed plugins are called {name} ({both}). Uninstall one of them."))
            continue
        try:
            yield name, entries[0].load()
        except Exception as fault:
            faults.append(PluginError(f"Plugin {name} could not be loaded: {fault}. Ask its author to mend it."))


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
    except Exception as fault:
        raise PluginError(f"Plugin {path.name} could not be loaded: {fault}. Ask its author to mend it.") from fault
    finally:
        if before is not None:
            sys.modules[name] = before
    return module


def _misspelt_hooks(module: ModuleType) -> str:
    """The first function that is called like a hook and is none, or that no marker stands on."""
    return next(
        (
            name
            for name in vars(module)
            if name.startswith("bscb_docs_") and name not in _HOOKS and callable(vars(module)[name])
        ),
        "",
    )


def _collect(plugins: pluggy.PluginManager, hook: str, kind: type, faults: list[PluginError]) -> list[tuple[str, Any]]:
    """What each plugin returns from a hook, called one by one: one that raises must not lose the others' answers."""
    offers: list[tuple[str, Any]] = []
    implementations = getattr(plugins.hook, hook).get_hookimpls()
    for implementation in sorted(
        implementations, key=lambda found: (not _is_house(found.plugin_name), found.plugin_name)
    ):
        name = implementation.plugin_name
        try:
            returned = list(implementation.function())
        except Exception as fault:
            faults.append(PluginError(f"Plugin {name}: {hook} failed: {type(fault).__name__}: {fault}."))
            continue
        wrong = [offer for offer in returned if not isinstance(offer, kind)]
        if wrong:
            faults.append(
                PluginError(
                    f"Plugin {name}: {hook} returned a {type(wrong[0]).__name__} where {kind.__name__} belongs."
                )
            )
        offers += [(name, offer) for offer in returned if isinstance(offer, kind)]
    return offers


def _by_name(offers: Iterable[tuple[str, Any]], what: str, faults: list[PluginError]) -> dict[str, Any]:
    """The offers by name; where two plugins offer one name, neither silently wins: the second is a fault."""
    owners: dict[str, str] = {}
    found: dict[str, Any] = {}
    for plugin, offer in offers:
        if offer.name in found:
            faults.append(
                PluginError(
                    f"Plugins {owners[offer.name]} and {plugin} both offer a {what} called {offer.name}; "
                    f"the one of {owners[offer.name]} is used. Rename the other."
                )
            )
            continue
        owners[offer.name], found[offer.name] = plugin, offer
    return found


def _is_house(plugin: str) -> bool:
    return f"{HOUSE}{plugin.replace('-', '_')}" in sys.modules
