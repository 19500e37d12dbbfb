"""Section options: what a board's register sets for a section, and which of it the section asks for."""

from collections.abc import Callable, ItemsView, Iterable, Mapping, ValuesView
from typing import Any, TypeVar

from bscb_docs.diagnostics.errors import OptionError, UndeclaredOptionError
from bscb_docs.diagnostics.suggestions import nearest, one_of
from bscb_docs.plugin_api.failure_messages import FAILURES, origin
from bscb_docs.records import ByName, fold

T = TypeVar("T")


class SectionOptions(ByName[str]):
    """The words of each option that the register sets, by name; it notes those that are asked for.

    An option that nobody asks for while the page is made changes nothing on paper, and is told.
    """

    def __init__(self, declared: Iterable[str], given: Iterable[tuple[str, str]]) -> None:
        """Those given, of a section that declares those names."""
        self._declared = ByName({name: name for name in declared})
        self._asked: set[str] = set()
        super().__init__(given)

    def __getitem__(self, name: str) -> str:
        """The words of that option, which has now been asked for."""
        self._asked.add(fold(name))
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """The words of that option, or the default; it has now been asked for."""
        self._asked.add(fold(name))
        return super().get(name, default)

    def items(self) -> ItemsView[str, str]:
        """All options and their words, each of which has now been asked for."""
        self._asked.update(self)
        return super().items()

    def values(self) -> ValuesView[str]:
        """The words of all options, each of which has now been asked for."""
        self._asked.update(self)
        return super().values()

    @property
    def unasked(self) -> tuple[str, ...]:
        """The options that are declared and set, and that nobody asked for."""
        return tuple(name for name in self if name in self._declared and name not in self._asked)

    def require(self, name: str) -> None:
        """UndeclaredOptionError where the section does not declare that option, so that no register can set it."""
        if name not in self._declared:
            known = list(self._declared.values())
            near = nearest(name, known)
            mend = f'did you mean "{near}"?' if near else one_of(known) or f'declare it: options=("{name}",)'
            raise UndeclaredOptionError(name, mend)


def read_option(options: Mapping[str, str], name: str, read: Callable[[str], T], default: T) -> T:
    """What the option of that name says, as `read` makes it of its words; the default without it.

    OptionError where `read` raises: a ValueError says what is wrong; of any other error the plugin's line is told.
    """
    words = options.get(name)
    try:
        return read(words) if words else default
    except OptionError:
        raise
    except ValueError as fault:
        said = f'"{words}" is no whole number; write it in figures' if read is int else str(fault)
        raise OptionError(name, said) from fault
    except FAILURES as fault:
        did = f"{origin(fault)}: {getattr(read, '__name__', 'its reading')} failed: {type(fault).__name__}: {fault}"
        raise OptionError(name, f"{did}; have it raise a ValueError that says what to write") from fault
