"""Registry: what the plugins in use offer, by name."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import evolve, frozen

from bscb_docs.diagnostics.codes import CODES
from bscb_docs.diagnostics.errors import PluginError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.plugin_api.failure_messages import Giver
from bscb_docs.plugin_api.guards import GuardedSource, guard_rule, guard_section, section_fault, unoffered
from bscb_docs.plugin_api.loaded_plugin import Offer, Plugin, itself
from bscb_docs.plugin_api.loader import installed_plugins, not_installed
from bscb_docs.plugin_api.offers import OnDemand, by_name, kinds_of, named_twice
from bscb_docs.plugin_api.plugin_files import load_given, plugin_name
from bscb_docs.plugin_api.section import Outline, Section
from bscb_docs.records import Kind, PluginName, slug
from bscb_docs.rules.engine.coded_rule import Rule


@frozen(slots=False, eq=False)
class Catalogue:
    """Sections, outlines, kinds, figure sources and rules; `faults` tells what a plugin failed to give.

    Each is asked of the plugins when it is first wanted: who builds one document need not wait for the sections of
    others, and who checks no board need not wait for the rules.
    """

    sections: Mapping[str, Section[Any]]
    outlines: Mapping[str, Outline]
    styled: tuple[Section[Any], ...]
    """The sections whose templates bring styles of their own."""
    _plugins: tuple[Plugin, ...]
    _faults: tuple[PluginError, ...]

    @property
    def plugins(self) -> tuple[str, ...]:
        """The names of the plugins in use, the house's first."""
        return tuple(plugin.name for plugin in self._plugins)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The library's kinds of record, and those of the plugins."""
        return self._kinds[0]

    @property
    def figure_sources(self) -> tuple[GuardedSource, ...]:
        """What computes figures; each gives none where it fails."""
        return self._figures[0]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that can be run, guarded, each with a code of its own."""
        return self._rules[0]

    @property
    def faults(self) -> tuple[PluginError, ...]:
        """What plugins failed to give, and what they offer that cannot be used."""
        return (*self._faults, *self._kinds[1], *self._figures[1], *self._rules[1])

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Each fault as the finding that is told of it."""
        return tuple(map(unoffered, self.faults))

    @cached_property
    def _kinds(self) -> tuple[tuple[Kind, ...], list[PluginError]]:
        offers, faults = _ask(self._plugins, "kinds")
        return kinds_of(offers, faults), faults

    @cached_property
    def _figures(self) -> tuple[tuple[GuardedSource, ...], list[PluginError]]:
        offers, faults = _ask(self._plugins, "figures")
        return tuple(GuardedSource(giver.plugin, offer, giver.place) for giver, offer in offers), faults

    @cached_property
    def _rules(self) -> tuple[tuple[Rule, ...], list[PluginError]]:
        offers, faults = _ask(self._plugins, "rules")
        fit = [(giver, rule) for giver, rule in offers if not _is_taken(giver, rule, faults)]
        own = [(giver, rule.code, guard_rule(giver.plugin, rule)) for giver, rule in fit]
        return tuple(by_name(own, "rule", faults).values()), faults


def load_catalogue(
    plugins: Iterable[ModuleType | str | Path] = (), named: Iterable[PluginName | str] = ()
) -> Catalogue:
    """What the house's plugins offer, the given plugins (modules or files), and the installed ones of those names.

    An installed plugin that nobody names is not used: installing a package never changes a board paper.
    """
    modules, unloaded = load_given(plugins)
    wanted = [PluginName(each) if isinstance(each, str) else each for each in named]
    missing = tuple(not_installed(wanted, [plugin_name(module) for module in modules])) if wanted else ()
    catalogue = _load(modules, tuple(sorted({each.name for each in wanted})))
    return evolve(catalogue, faults=(*unloaded, *missing, *catalogue._faults)) if unloaded or missing else catalogue


@lru_cache(maxsize=16)
def _load(modules: tuple[ModuleType, ...], named: tuple[str, ...]) -> Catalogue:
    faults: list[PluginError] = []
    given = [Plugin(plugin_name(module), partial(itself, module)) for module in modules]
    known = {slug(plugin.name) for plugin in given}
    wanted = tuple(name for name in named if slug(name) not in known)
    plugins = _in_use([*installed_plugins(wanted, faults), *given], faults)
    sections = [offer for plugin in plugins for offer in _sections(plugin, faults)]
    outlines = [offer for plugin in plugins for offer in plugin.offers("outlines", faults)]
    strangers = {plugin.name for plugin in plugins if not plugin.is_house}
    brought = [(giver, give()) for giver, _, give in sections if giver.plugin in strangers]
    faults += _styles_twice(brought)
    return Catalogue(
        sections=OnDemand(by_name(sections, "section", faults)),
        outlines=OnDemand(by_name(outlines, "document", faults)),
        styled=tuple(section for _, section in brought if section.styles),
        plugins=plugins,
        faults=tuple(faults),
    )


def _in_use(found: Iterable[Plugin], faults: list[PluginError]) -> tuple[Plugin, ...]:
    """The plugins that can be asked, each name once: those of the house first, then the others by name."""
    plugins: dict[str, Plugin] = {}
    for plugin in found:
        if plugin.name in plugins:
            faults.append(PluginError(f"Two plugins are called {plugin.name}. Use only one of them, or rename one."))
        elif fault := plugin.fault:
            faults.append(fault)
        else:
            plugins[plugin.name] = plugin
    return tuple(sorted(plugins.values(), key=lambda each: (not each.is_house, each.name)))


def _sections(plugin: Plugin, faults: list[PluginError]) -> Iterator[Offer]:
    """The sections that can be used, guarded; a stranger's page and template are looked at before any is filled."""
    for giver, name, give in plugin.offers("sections", faults):
        if not plugin.is_house and (fault := section_fault(giver, give())):
            faults.append(fault)
        else:
            yield giver, name, cache(lambda give=give: guard_section(plugin.name, give()))


def _styles_twice(brought: Iterable[tuple[Giver, Section[Any]]]) -> Iterator[PluginError]:
    """A fault for each style that two plugins bring under one name: a document has the first."""
    givers: dict[str, Giver] = {}
    for giver, section in brought:
        for style in section.styles:
            first = givers.setdefault(style.lower(), giver)
            if first.plugin != giver.plugin:
                yield named_twice(first, giver, f"style called {style}")


def _ask(plugins: Iterable[Plugin], hook: str) -> tuple[list[tuple[Giver, Any]], list[PluginError]]:
    """What the plugins return from a hook, each with its giver, and what they fail to give."""
    faults: list[PluginError] = []
    return [given for plugin in plugins for given in plugin.answer(hook, faults)], faults


def _is_taken(giver: Giver, rule: Rule, faults: list[PluginError]) -> bool:
    """True, and a fault, where the rule's code is one of the library's that asks for something else."""
    known = CODES.get(rule.code)
    if known is None or (known.severity, known.asks) == (rule.severity, rule.asks):
        return False
    faults.append(giver.fault(f"{rule.code} is a code of the library. Give the rule a code of its own."))
    return True
