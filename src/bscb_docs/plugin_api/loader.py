"""Loader: the plugins of the house and of installed packages, and what keeps one of them from being used."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from attrs import frozen

from bscb_docs.diagnostics.cache import kept, stamp
from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.errors import PluginError
from bscb_docs.diagnostics.suggestions import nearest, question_of
from bscb_docs.plugin_api.failure_messages import FAILURES, HOUSE, not_loaded
from bscb_docs.plugin_api.loaded_plugin import GROUP, Plugin
from bscb_docs.plugin_api.plugin_files import load_given, plugin_name
from bscb_docs.records import PluginName, slug

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def not_installed(named: Iterable[PluginName], given: Collection[str]) -> Iterator[PluginError]:
    """A fault for each plugin that was named and is neither installed nor given, where it is named."""
    known = {slug(name): name for name in (*_offers_of_house(), *given)}
    if all(slug(each.name) in known for each in named):
        return
    known |= {key: entries[0].name for key, entries in _strangers(None).items()}
    for each in named:
        if slug(each.name) not in known:
            near = nearest(each.name, known.values())
            mend = f"{question_of(near, mark='')} If not, install" if near else "Install"
            said = (
                f"No plugin called {each.name} is installed. {mend} its package, give its file with --plugin, or take "
                "its name away; `bscb-docs plugins` lists what is installed."
            )
            yield PluginError(said, each.place)


def installed_plugins(named: tuple[str, ...], faults: list[PluginError]) -> Iterable[Plugin]:
    """The house's plugins and the installed ones that were named, in an order that does not depend on the machine.

    Two names are of one plugin where their slugs are the same. Where a stranger bears the name of one of the house, the
    house's is kept.
    """
    offers = _offers_of_house()
    house = {slug(name): name for name in offers}
    strangers = _strangers(set(map(slug, named))) if named else {}
    for key in sorted({*house, *strangers}):
        entries = strangers.get(key, [])
        name = house[key] if key in house else entries[0].name
        values = [*([HOUSE + name] if key in house else []), *(entry.value for entry in entries)]
        if len(values) > 1:
            both = " and ".join(values)
            faults.append(PluginError(f"Two installed plugins are called {name} ({both}). Uninstall one of them."))
        if key in house:
            yield Plugin(name, _load_of_house(name), is_house=True, names=offers[name])
        elif len(values) == 1:
            yield Plugin(name, partial(_loaded, name, entries[0].load))


def _offers_of_house() -> Mapping[str, Mapping[str, str] | None]:
    """The house's plugins, files and packages, each with the names of what it offers by hook; None for a failed one.

    They are asked once and what they say is kept, for to import them all takes as long as to build a small report.
    """
    folder, own = Path(next(iter(importlib.import_module(HOUSE[:-1]).__path__))), Path(__file__).parent
    house = sorted((*folder.glob("[!_]*.py"), *folder.glob("[!_]*/*.py")))
    names = sorted({file.relative_to(folder).parts[0].removesuffix(".py") for file in house})
    made_by = (sys.version, stamp([*house, *sorted(own.glob("*.py"))]), *names)
    found: dict[str, dict[str, str] | None] = kept(made_by, lambda: {name: _names_in(name) for name in names})
    return found


def _names_in(name: str) -> dict[str, str] | None:
    try:
        return Plugin(name, _load_of_house(name)).ask_names()
    except PluginError:
        return None


def _load_of_house(name: str) -> Callable[[], ModuleType]:
    return partial(_loaded, name, partial(importlib.import_module, HOUSE + name))


def _loaded(name: str, load: Callable[[], ModuleType]) -> ModuleType:
    """The module; PluginError where it cannot be loaded."""
    try:
        return load()
    except FAILURES as fault:
        raise not_loaded(name, fault) from fault


def _strangers(named: Collection[str] | None) -> dict[str, list[EntryPoint]]:
    """The entry points of the names with those slugs, or of all, by slug, each value once."""
    from importlib.metadata import entry_points  # only where a board names one: to look through all takes 20 ms

    found: dict[str, list[EntryPoint]] = {}
    for entry in entry_points(group=GROUP):
        key = slug(entry.name)
        if (named is None or key in named) and entry.value not in [other.value for other in found.get(key, [])]:
            found.setdefault(key, []).append(entry)
    return found


@frozen
class InstalledPlugin(Compared):
    """A plugin that a board may name: what it is called, the package or file that it came with, and its version."""

    name: str
    source: str
    version: str = ""


def list_plugins(plugins: Iterable[ModuleType | str | Path] = ()) -> tuple[InstalledPlugin, ...]:
    """The house's plugins, those of installed packages, which are used where a board names them, and those given."""
    from importlib.metadata import entry_points, version

    own = "bscb-docs"
    found = [InstalledPlugin(name, own, version(own)) for name in _offers_of_house()]
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        source, release = (entry.dist.name, entry.dist.version) if entry.dist else (entry.value, "")
        found.append(InstalledPlugin(entry.name, source, release))
    found += [InstalledPlugin(plugin_name(module), str(module.__file__)) for module in load_given(plugins)[0]]
    return tuple(found)
