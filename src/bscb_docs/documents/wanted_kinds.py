"""Wanted kinds: of which records a section asks that has nothing to print, so that what was not read explains it."""

from collections.abc import Callable
from typing import TypeVar

import attrs
from attrs import field, frozen

from bscb_docs.plugin_api.document import Document
from bscb_docs.records import Board, Record

T = TypeVar("T")


@frozen
class _Asked(Board):
    """A board that notes the classes of which it is asked."""

    kinds_asked: set[type] = field(factory=set, eq=False, repr=False)

    def of(self, *kinds: type[T]) -> tuple[T, ...]:
        """Every record of those classes, which are noted."""
        self.kinds_asked.update(kinds)
        return super().of(*kinds)


def wanted_kinds(make_page: Callable[[Board, Document], object], board: Board, document: Document) -> str:
    """The field of a finding that a section is left out: "sections", and the names of the classes that it asks for."""
    asked = _Asked(**{str(each.alias): getattr(board, each.name) for each in attrs.fields(Board) if each.init})
    make_page(asked, document)
    return ", ".join(("sections", *sorted(kind.__name__ for kind in asked.kinds_asked if issubclass(kind, Record))))
