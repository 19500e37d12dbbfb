"""Registry: what the plugins in use offer, by name; the door to pluggy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache, partial
from types import ModuleType
from typing import Any

import pluggy
from attrs import field, frozen

from bscb_docs.diagnostics.codes import CODES
from bscb_docs.diagnostics.errors import PluginError
from bscb_docs.plugin_api import hookspecs
from bscb_docs.plugin_api.failures import FAILURES, HOUSE, failed, place_of
from bscb_docs.plugin_api.guards import GuardedSource, guard_rule, guard_section, section_fault
from bscb_docs.plugin_api.loader import hook_fault, installed_plugins, plugin_name
from bscb_docs.plugin_api.offers import by_name, kinds_of, named_twice
from bscb_docs.plugin_api.section import Outline, Section
from bscb_docs.records import KINDS, ByName, Kind, slug
from bscb_docs.rules import Rule

_Rules = tuple[tuple[Rule, ...], tuple[PluginError, ...]]
"""Rules that can be run, and what is wrong with others that were offered."""


@frozen(slots=False)
class Catalogue:
    """Sections, outlines, kinds, figure sources and rules; `faults` tells what a plugin failed to give."""

    sections: Mapping[str, Section[Any]] = field(factory=ByName)
    outlines: Mapping[str, Outline] = field(factory=ByName)
    kinds: tuple[Kind, ...] = KINDS
    figure_sources: tuple[GuardedSource, ...] = ()
    plugins: tuple[str, ...] = ()
    faults: tuple[PluginError, ...] = ()
    _ask_rules: Callable[[], _Rules] = field(default=lambda: ((), ()), eq=False, repr=False)

    @cached_property
    def rules(self) -> _Rules:
        """The rules, and what is wrong with others that a plugin offers.

        They are asked for here and not before: who checks no board need not wait for the files of the rules.
        """
        return self._ask_rules()


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
    given = [(plugin_name(module), module) for module in modules]
    known = {slug(name) for name, _ in given}
    wanted = tuple(name for name in named if slug(name) not in known)
    for name, module in [*installed_plugins(wanted, faults), *given]:
        if plugins.has_plugin(name):
            faults.append(PluginError(f"Two plugins are called {name}. Use only one of them, or rename one."))
        elif fault := hook_fault(name, module, _HOOKS):
            faults.append(fault)
        else:
            plugins.register(module, name)
    offers = {hook: _collect(plugins, hook, faults) for hook in _HOOKS if hook != "rules"}
    fit = list(_fit(offers["sections"], plugins, faults))
    faults += _styles_twice(fit)
    return Catalogue(
        sections=by_name(fit, "section", faults),
        outlines=by_name(offers["outlines"], "document", faults),
        kinds=kinds_of(offers["kinds"], faults),
        figure_sources=tuple(GuardedSource(name, offer) for name, offer in offers["figures"]),
        plugins=tuple(name for name, _ in plugins.list_name_plugin()),
        faults=tuple(faults),
        ask_rules=partial(_rules_of, plugins),
    )


def _rules_of(plugins: pluggy.PluginManager) -> _Rules:
    """The rules of the plugins in use, guarded, each with a code of its own."""
    faults: list[PluginError] = []
    offers = [
        (plugin, guard_rule(plugin, rule))
        for plugin, rule in _collect(plugins, "rules", faults)
        if not _is_taken(plugin, rule, faults)
    ]
    return tuple(by_name(offers, "rule", faults).values()), tuple(faults)


def _is_taken(plugin: str, rule: Rule, faults: list[PluginError]) -> bool:
    """True, and a fault, where the rule's code is one of the library's that asks for something else."""
    known = CODES.get(rule.code)
    if known is None or (known.severity, known.asks) == (rule.severity, rule.asks):
        return False
    message = f"Plugin {plugin}: {rule.code} is a code of the library. Give the rule a code of its own."
    faults.append(PluginError(message))
    return True


_HOOKS: dict[str, tuple[type, str]] = {
    "sections": (Section, "sections"),
    "outlines": (Outline, "outlines"),
    "kinds": (Kind, "kinds"),
    "figures": (Callable, "functions of the board"),  # type: ignore[dict-item]  # any such function will do
    "rules": (Rule, "rules"),
}
"""Each hook with what a plugin returns a list of, and what that is called."""


def _fit(
    offers: Iterable[tuple[str, Section[Any]]], plugins: pluggy.PluginManager, faults: list[PluginError]
) -> Iterable[tuple[str, Section[Any]]]:
    """The sections that can be used, guarded; a stranger's page and template are looked at before any is filled."""
    for plugin, section in offers:
        if not _is_house(plugins, plugin) and (fault := section_fault(plugin, section)):
            faults.append(fault)
        else:
            yield plugin, guard_section(plugin, section)


def _styles_twice(offers: Iterable[tuple[str, Section[Any]]]) -> Iterator[PluginError]:
    """A fault for each style that two plugins bring under one name: a document has the first."""
    owners: dict[str, str] = {}
    for plugin, section in offers:
        for style in section.styles:
            if owners.setdefault(style.lower(), plugin) != plugin:
                yield named_twice(owners[style.lower()], plugin, f"style called {style}")


def _collect(plugins: pluggy.PluginManager, hook: str, faults: list[PluginError]) -> list[tuple[str, Any]]:
    """What each plugin returns from a hook, with its name; the house's plugins come first, then the others by name.

    Each function is called by itself: in a call of all, one that raises would lose the others' answers, and nobody
    could tell which plugin an answer came from. So the manager's own ways to order and wrap hooks have no use here.
    """
    offers: list[tuple[str, Any]] = []
    for name, plugin in sorted(plugins.list_name_plugin(), key=lambda each: (not _is_house(plugins, each[0]), each[0])):
        for each in getattr(plugins.hook, hook).get_hookimpls():
            if each.plugin is plugin:
                offers += [(name, offer) for offer in _returned(each.function, hook, name, faults)]
    return offers


def _returned(function: Callable[[], object], hook: str, plugin: str, faults: list[PluginError]) -> list[Any]:
    """What one function of a plugin returns rightly; the rest, or its failure, is a fault."""
    what = f"Plugin {plugin}: the hook {hook}"
    kind, wanted = _HOOKS[hook]
    try:
        answer = function()
        returned = list(answer) if isinstance(answer, Iterable) else [answer]
    except FAILURES as fault:
        faults.append(failed(f"{what} failed", fault))
        return []
    right = [offer for offer in returned if isinstance(offer, kind)] if isinstance(answer, Iterable) else []
    wrong = [(at, type(offer).__name__) for at, offer in enumerate(returned, 1) if offer not in right]
    if wrong and isinstance(answer, Iterable) and not isinstance(answer, str):
        said = (
            f"{what} returned a {wrong[0][1]} as item {wrong[0][0]} of its list of {wanted}. Its author should mend it."
        )
        faults.append(PluginError(said, place_of(function)))
    elif wrong:
        said = f"{what} returned a {type(answer).__name__} where a list of {wanted} belongs."
        faults.append(PluginError(f"{said} Its author should return such a list, even of one.", place_of(function)))
    return right


def _is_house(plugins: pluggy.PluginManager, plugin: str) -> bool:
    return str(getattr(plugins.get_plugin(plugin), "__name__", "")).startswith(HOUSE)
