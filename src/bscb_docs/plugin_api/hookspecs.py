"""The hooks: each returns data, and nothing calls back into a plugin but the functions that it returned."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import pluggy

from bscb_docs.diagnostics.errors import PluginError
from bscb_docs.diagnostics.suggestions import nearest, question_of
from bscb_docs.figures.figure import FigureSource
from bscb_docs.plugin_api.section import Outline, Section
from bscb_docs.records import Kind
from bscb_docs.rules.engine.coded_rule import Rule

hookspec = pluggy.HookspecMarker("bscb_docs")
_marked = pluggy.HookimplMarker("bscb_docs")

_Sections = TypeVar("_Sections", bound=Callable[[], Iterable[Section[Any]]])
_Outlines = TypeVar("_Outlines", bound=Callable[[], Iterable[Outline]])
_Kinds = TypeVar("_Kinds", bound=Callable[[], Iterable[Kind]])
_Figures = TypeVar("_Figures", bound=Callable[[], Iterable[FigureSource]])
_Rules = TypeVar("_Rules", bound=Callable[[], Iterable[Rule]])


@hookspec
def sections() -> Iterable[Section[Any]]:  # type: ignore[empty-body]  # a specification has no body
    """Sections that a document may name."""


@hookspec
def outlines() -> Iterable[Outline]:  # type: ignore[empty-body]  # a specification has no body
    """Outlines: which sections make a document, in which order."""


@hookspec
def kinds() -> Iterable[Kind]:  # type: ignore[empty-body]  # a specification has no body
    """Kinds of record that a board may write, as cards or as a table."""


@hookspec
def figures() -> Iterable[FigureSource]:  # type: ignore[empty-body]  # a specification has no body
    """Functions of a board that compute named numbers, each with the phrases that it counts."""


@hookspec
def rules() -> Iterable[Rule]:  # type: ignore[empty-body]  # a specification has no body
    """Rules that a board's records and prose are checked against."""


class Hooks:
    """What marks the functions of a plugin, whatever they are called: `@hookimpl.sections` and so on.

    Each is a name of its own, so that a type checker tells of a hook that is misspelt, and of what it returns wrongly.
    """

    if not TYPE_CHECKING:  # to a type checker it is an error before the plugin runs

        def __call__(self, function: Callable[..., object]) -> NoReturn:
            """PluginError for a bare `@hookimpl`, which says no hook."""
            hook = nearest(function.__name__, _hooks()) or _hooks()[0]
            said = f"{function.__name__} is marked with @hookimpl alone, which names no hook"
            raise PluginError(f"{said}. Write the hook behind it, as in @hookimpl.{hook}.")

        def __getattr__(self, name: str) -> NoReturn:
            """PluginError for a hook that there is not; what Python and pluggy ask of anything is answered as ever."""
            if name.startswith(("_", "bscb_docs_")):
                raise AttributeError(name)
            near = nearest(name, _hooks())
            mend = question_of(near and f"@hookimpl.{near}", mark="") or f"The hooks are: {', '.join(_hooks())}."
            raise PluginError(f"there is no hook called {name}. {mend}")

    def sections(self, function: _Sections) -> _Sections:
        """Marks the function that returns the plugin's sections."""
        return _marked(function, specname="sections")

    def outlines(self, function: _Outlines) -> _Outlines:
        """Marks the function that returns its outlines."""
        return _marked(function, specname="outlines")

    def kinds(self, function: _Kinds) -> _Kinds:
        """Marks the function that returns its kinds of record."""
        return _marked(function, specname="kinds")

    def figures(self, function: _Figures) -> _Figures:
        """Marks the function that returns what computes its figures."""
        return _marked(function, specname="figures")

    def rules(self, function: _Rules) -> _Rules:
        """Marks the function that returns its rules."""
        return _marked(function, specname="rules")


hookimpl = Hooks()


def _hooks() -> list[str]:
    return [name for name in vars(Hooks) if not name.startswith("_")]
