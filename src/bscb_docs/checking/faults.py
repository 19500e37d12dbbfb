"""Faults gathered while a document is read, and the findings that they come to."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, frozen

from bscb_docs.checking.codes import CHECKS
from bscb_docs.findings import Finding
from bscb_docs.places import Place


@frozen
class Fault:
    """One thing that is wrong in one place: a code, what exactly, and the cell where it is one of a row's."""

    code: str
    what: str = ""
    """The message; empty where the rule's own sentence says enough."""
    cell: int = 0
    line: int = -1
    """The number of the paragraph in the row, from 0; -1 for the cell or the block as a whole."""


Faults = tuple[Fault, ...]


@define
class _Kind:
    places: list[str]
    count: int = 0


@define
class Tally:
    """Counts faults of one kind and names their first places: a hand-made file is not told off a thousand times."""

    name: str
    _kinds: dict[tuple[str, str], _Kind]

    @classmethod
    def of(cls, name: str) -> Tally:
        """An empty tally for the document of that file name."""
        return cls(name, {})

    def add(self, fault: Fault, within: Callable[[], str] | str = "") -> None:
        """Count a fault; its place is worked out only where it will be named."""
        kind = self._kinds.setdefault((fault.code, fault.what), _Kind([]))
        kind.count += 1
        if len(kind.places) < CHECKS[fault.code].places:
            kind.places.append(within if isinstance(within, str) else within())

    def findings(self) -> tuple[Finding, ...]:
        """Every finding, by code: up to five places of each kind, the last with the count of the rest."""
        found: list[Finding] = []
        order = {code: number for number, code in enumerate(CHECKS)}
        for (code, what), kind in sorted(self._kinds.items(), key=lambda item: order[item[0][0]]):
            check = CHECKS[code]
            more = kind.count - len(kind.places)
            for number, within in enumerate(kind.places, start=1):
                message = what or f"Not so: {check.says[0].lower()}{check.says[1:]}"
                if more and number == len(kind.places):
                    message += f" (And {more} more.)"
                found.append(Finding(code, check.severity, message, Place(self.name, within=within), check.mend))
        return tuple(found)
