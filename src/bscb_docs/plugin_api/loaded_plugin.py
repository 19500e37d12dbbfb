"""Loaded plugin: one that is in use, imported when something of it is first wanted, and what its hooks return."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import pluggy
from attrs import frozen

from bscb_docs.diagnostics.errors import PluginError
from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.phrases import a
from bscb_docs.plugin_api import hookspecs
from bscb_docs.plugin_api.failure_messages import FAILURES, Giver, failed, place_of
from bscb_docs.plugin_api.section import Outline, Section
from bscb_docs.records import Kind
from bscb_docs.rules.engine.coded_rule import Rule

T = TypeVar("T")

GROUP = "bscb_docs"
HOOKS: dict[str, tuple[type, str]] = {
    "sections": (Section, "sections"),
    "outlines": (Outline, "outlines"),
    "kinds": (Kind, "kinds"),
    "figures": (Callable, "functions of the board"),  # type: ignore[dict-item]  # any such function will do
    "rules": (Rule, "rules"),
}
"""Each hook with what a plugin returns a list of, and what that is called."""

_NAMED = ("sections", "outlines")
"""The hooks whose things a document asks for by name."""

Offer = tuple[Giver, str, Callable[[], Any]]
"""The plugin that offers a thing, the name of the thing, and what gives it."""


def itself(thing: T) -> T:
    """The thing, where what gives one is asked for."""
    return thing


@frozen(eq=False, slots=False)
class Plugin:
    """A plugin in use: what it is called, how its module is come by, and what it is known to offer.

    `names` are those of its sections and outlines under the name of each hook that it has; of a stranger, who has to be
    asked, None. `load` raises a PluginError where the module cannot be loaded.
    """

    name: str
    _load: Callable[[], ModuleType]
    is_house: bool = False
    _names: Mapping[str, str] | None = None

    @cached_property
    def _functions(self) -> dict[str, list[Callable[[], object]]]:
        """Its functions by hook; PluginError where it cannot be loaded, or a function of it cannot be called."""
        module = self._load()
        marked = _marked(module)
        if fault := _hook_fault(self.name, module, marked):
            raise fault
        manager = pluggy.PluginManager(GROUP)
        manager.add_hookspecs(_SPECIFIED)
        manager.register(_alone(marked), self.name)
        return {hook: [each.function for each in getattr(manager.hook, hook).get_hookimpls()] for hook in HOOKS}

    @property
    def fault(self) -> PluginError | None:
        """What keeps a stranger from being asked what it offers."""
        try:
            if self._names is None:
                self._functions  # noqa: B018  # asked for what it raises
        except PluginError as fault:
            return fault
        return None

    def answer(self, hook: str, faults: list[PluginError]) -> list[tuple[Giver, Any]]:
        """What it rightly returns from a hook, and where; what is wrong with the rest is added to the faults.

        pluggy marks the functions, holds them to the hooks' own signatures, and tells which of them answers which hook.
        It does not call them: in its call of all, one that raises loses what the others gave, None is dropped unseen,
        and no answer tells from which plugin, and which line of it, it came.
        """
        if self._names is not None and hook not in self._names:
            return []
        return [
            (Giver(self.name, place_of(each)), offer)
            for each in self._functions[hook]
            for offer in self._returned(each, hook, faults)
        ]

    def offers(self, hook: str, faults: list[PluginError]) -> list[Offer]:
        """What it offers by name; where the names are known it is not asked before an offer is wanted."""
        if self._names is None:
            return [(giver, offer.name, partial(itself, offer)) for giver, offer in self.answer(hook, faults)]
        names = self._names.get(hook, "").split()
        return [(Giver(self.name), name, partial(self._one, hook, at)) for at, name in enumerate(names)]

    def ask_names(self) -> dict[str, str]:
        """By each hook that it has, the names of what a document may ask for; PluginError where it fails to say."""
        faults: list[PluginError] = []
        asked = {hook: self.answer(hook, faults) if hook in _NAMED else [] for hook in HOOKS if self._functions[hook]}
        if faults:
            raise faults[0]
        return {hook: " ".join(offer.name for _, offer in offers) for hook, offers in asked.items()}

    def _one(self, hook: str, at: int) -> Any:
        faults: list[PluginError] = []
        found = self.answer(hook, faults)
        if faults:
            raise faults[0]
        return found[at][1]

    def _returned(self, function: Callable[[], object], hook: str, faults: list[PluginError]) -> list[Any]:
        """What one function of a plugin returns rightly; the rest, or its failure, is a fault."""
        what = f"Plugin {self.name}: the hook {hook}"
        kind, wanted = HOOKS[hook]
        try:
            answer = function()
            returned = list(answer) if isinstance(answer, Iterable) else [answer]
        except FAILURES as fault:
            faults.append(failed(f"{what} failed", fault))
            return []
        right = [offer for offer in returned if isinstance(offer, kind)] if isinstance(answer, Iterable) else []
        wrong = [(at, type(offer).__name__) for at, offer in enumerate(returned, 1) if offer not in right]
        if wrong and isinstance(answer, Iterable) and not isinstance(answer, str):
            said = f"{what} returned {a(wrong[0][1])} as item {wrong[0][0]} of its list of {wanted}."
            said += f" Give {wanted} alone."
            faults.append(PluginError(said, place_of(function)))
        elif wrong:
            said = f"{what} returned {a(type(answer).__name__)} where a list of {wanted} belongs."
            faults.append(PluginError(f"{said} Return such a list, even of one.", place_of(function)))
        return right


def _alone(functions: Mapping[str, Callable[..., object]]) -> ModuleType:
    """A module of these functions alone: pluggy looks at every name there is in one, at length."""
    module = ModuleType(GROUP)
    vars(module).update(functions)
    return module


_SPECIFIED = _alone({hook: getattr(hookspecs, hook) for hook in HOOKS})


def _functions_in(module: ModuleType) -> dict[str, Callable[..., object]]:
    return {name: value for name, value in vars(module).items() if inspect.isfunction(value)}


def _marked(module: ModuleType) -> dict[str, Callable[..., object]]:
    """The functions of a plugin that are marked as hooks, by their names."""
    return {name: each for name, each in _functions_in(module).items() if hasattr(each, f"{GROUP}_impl")}


def _hook_fault(plugin: str, module: ModuleType, marked: Mapping[str, object]) -> PluginError | None:
    """What keeps a plugin's hooks from being called: a marker that is missing, a hook that asks for something, none."""
    for name, function in _functions_in(module).items():
        if name in marked and inspect.signature(function).parameters:
            said = f"Plugin {plugin}: {name} is called with nothing. Empty the brackets after its name."
            return PluginError(said, place_of(function))
        if name in HOOKS and name not in marked and not inspect.signature(function).parameters:
            said = f"Plugin {plugin}: {name} is no hook yet. Write @hookimpl.{name} on the line above it."
            return PluginError(said, place_of(function))
    if not marked:
        named = ", ".join(f"@hookimpl.{hook}" for hook in HOOKS)
        file = Place(Path(getattr(module, "__file__", None) or "").name)
        return PluginError(f"Plugin {plugin} has no hook, so it offers nothing. The hooks are {named}.", file)
    return None
