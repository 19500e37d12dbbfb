"""Registry: what the plugins in use offer, by name; the door to pluggy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache, partial
from types import ModuleType
from typing import Any

import pluggy
from attrs import field, frozen

from bscb_docs.diagnostics.codes import CODES
from bscb_docs.diagnostics.errors import PluginError
from bscb_docs.plugin_api import hookspecs
from bscb_docs.plugin_api.guards import GuardedSource, guard_rule, guard_section, section_fault, why
from bscb_docs.plugin_api.loader import HOUSE, hook_fault, installed_plugins, plugin_name
from bscb_docs.plugin_api.section import Outline, Section
from bscb_docs.records import KINDS, ByName, Kind, fold
from bscb_docs.rules import Rule

_Rules = tuple[tuple[Rule, ...], tuple[PluginError, ...]]
"""Rules that can be run, and what is wrong with others that were offered."""


@frozen(slots=False)
class Catalogue:
    """Sections, outlines, kinds, figure sources and rules; `faults` tells what a plugin failed to give."""

    sections: Mapping[str, Section] = field(factory=ByName)
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
    for name, module in [*installed_plugins(named, faults), *((plugin_name(m), m) for m in modules)]:
        if plugins.has_plugin(name):
            faults.append(PluginError(f"Two plugins are called {name}. Use only one of them, or rename one."))
        elif fault := hook_fault(name, module, _HOOKS):
            faults.append(fault)
        else:
            plugins.register(module, name)
    offers = {hook: _collect(plugins, hook, faults) for hook in _HOOKS if hook != "bscb_docs_rules"}
    return Catalogue(
        sections=_by_name(_fit(offers["bscb_docs_sections"], plugins, faults), "section", faults),
        outlines=_by_name(offers["bscb_docs_outlines"], "document", faults),
        kinds=(*KINDS, *_by_name(_new_kinds(offers["bscb_docs_kinds"], faults), "kind", faults).values()),
        figure_sources=tuple(GuardedSource(name, offer) for name, offer in offers["bscb_docs_figures"]),
        plugins=tuple(name for name, _ in plugins.list_name_plugin()),
        faults=tuple(faults),
        ask_rules=partial(_rules_of, plugins),
    )


def _rules_of(plugins: pluggy.PluginManager) -> _Rules:
    """The rules of the plugins in use, guarded, each with a code of its own."""
    faults: list[PluginError] = []
    offers = [
        (plugin, guard_rule(plugin, rule))
        for plugin, rule in _collect(plugins, "bscb_docs_rules", faults)
        if not _is_taken(plugin, rule, faults)
    ]
    return tuple(_by_name(offers, "rule", faults).values()), tuple(faults)


def _is_taken(plugin: str, rule: Rule, faults: list[PluginError]) -> bool:
    """True, and a fault, where the rule's code is one of the library's that asks for something else."""
    known = CODES.get(rule.code)
    if known is None or (known.severity, known.asks) == (rule.severity, rule.asks):
        return False
    message = f"Plugin {plugin}: {rule.code} is a code of the library. Give the rule a code of its own."
    faults.append(PluginError(message))
    return True


_HOOKS: dict[str, tuple[type, str]] = {
    "bscb_docs_sections": (Section, "a Section"),
    "bscb_docs_outlines": (Outline, "an Outline"),
    "bscb_docs_kinds": (Kind, "a Kind"),
    "bscb_docs_figures": (Callable, "a function of the board"),  # type: ignore[dict-item]  # any such function will do
    "bscb_docs_rules": (Rule, "a Rule"),
}
"""Each hook with what a plugin returns a list of, and what that is called."""


def _fit(
    offers: Iterable[tuple[str, Section]], plugins: pluggy.PluginManager, faults: list[PluginError]
) -> Iterable[tuple[str, Section]]:
    """The sections that can be used, guarded; a stranger's page and template are looked at before any is filled."""
    for plugin, section in offers:
        if not _is_house(plugins, plugin) and (fault := section_fault(plugin, section)):
            faults.append(fault)
        else:
            yield plugin, guard_section(plugin, section)


def _new_kinds(offers: Iterable[tuple[str, Kind]], faults: list[PluginError]) -> Iterable[tuple[str, Kind]]:
    """The kinds whose words no kind of the library has."""
    taken = {fold(word) for kind in KINDS for word in (kind.name, kind.plural)}
    for plugin, kind in offers:
        clash = next((word for word in (kind.name, kind.plural) if fold(word) in taken), None)
        if clash:
            message = (
                f"Plugin {plugin}: headings that begin with {clash} are a kind of record already. Choose another name."
            )
            faults.append(PluginError(message))
        else:
            yield plugin, kind


def _collect(plugins: pluggy.PluginManager, hook: str, faults: list[PluginError]) -> list[tuple[str, Any]]:
    """What each plugin returns from a hook, with its name; the house's plugins come first, then the others by name.

    The manager is asked once for each plugin: in a call of all, one that raises would lose the others' answers, and
    nobody could tell which plugin an answer came from.
    """
    kind, wanted = _HOOKS[hook]
    offers: list[tuple[str, Any]] = []
    for name, plugin in sorted(plugins.list_name_plugin(), key=lambda each: (not _is_house(plugins, each[0]), each[0])):
        others = plugins.get_plugins() - {plugin}
        try:
            answers = plugins.subset_hook_caller(hook, others)()
            if not answers and hasattr(plugin, hook):
                answers = [[None]]  # pluggy leaves out an answer of None, which is a `return` that was forgotten
            returned = [offer for answer in answers for offer in answer]
        except Exception as fault:
            faults.append(PluginError(f"Plugin {name}: {hook} failed: {why(fault)}"))
            continue
        if wrong := [type(offer).__name__ for offer in returned if not isinstance(offer, kind)]:
            said = f"Plugin {name}: {hook} returned a {wrong[0]} where {wanted} belongs."
            faults.append(PluginError(f"{said} Its author should return a list of those."))
        offers += [(name, offer) for offer in returned if isinstance(offer, kind)]
    return offers


def _by_name(offers: Iterable[tuple[str, Any]], what: str, faults: list[PluginError]) -> ByName[Any]:
    """The offers by name; where two plugins offer one name, neither silently wins: the second is a fault."""
    owners, found = ByName[str](), ByName[Any]()
    for plugin, offer in offers:
        name = offer.code if isinstance(offer, Rule) else offer.name
        if name in found:
            faults.append(
                PluginError(
                    f"Plugins {owners[name]} and {plugin} both offer a {what} called {name}; "
                    f"the one of {owners[name]} is used. Rename the other."
                )
            )
            continue
        owners[name], found[name] = plugin, offer
    return found


def _is_house(plugins: pluggy.PluginManager, plugin: str) -> bool:
    return str(getattr(plugins.get_plugin(plugin), "__name__", "")).startswith(HOUSE)
