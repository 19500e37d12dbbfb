"""Faults gathered while a document is read, and the findings that they come to."""

from collections.abc import Callable
from typing import NamedTuple

from bscb_docs.diagnostics.codes import CODES, finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place


class Fault(NamedTuple):
    """One thing that is wrong in one place: a code, what exactly, and the cell where it is one of a row's."""

    code: str
    what: str = ""
    """The message; empty where the rule's own sentence says enough."""
    cell: int = 0
    line: int = -1
    """The number of the paragraph in the row, from 0; -1 for the cell or the block as a whole."""


Faults = tuple[Fault, ...]


class FaultTally:
    """Counts faults of one kind and names their first places: a hand-made file is not told off a thousand times."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._places: dict[tuple[str, str], list[str]] = {}
        self._counts: dict[tuple[str, str], int] = {}

    def add(self, fault: Fault, within: Callable[[], str] | str = "") -> None:
        """Count a fault; its place is worked out only where it will be named."""
        kind = (fault.code, fault.what)
        places = self._places.setdefault(kind, [])
        self._counts[kind] = self._counts.get(kind, 0) + 1
        if len(places) < CODES[fault.code].told_one_by_one:
            places.append(within if isinstance(within, str) else within())

    def findings(self) -> tuple[Finding, ...]:
        """Every finding, by code: up to five places of each kind, the last with the count of the rest."""
        found: list[Finding] = []
        order = {code: number for number, code in enumerate(CODES)}
        for (code, what), places in sorted(self._places.items(), key=lambda item: order[item[0][0]]):
            asks = CODES[code].asks
            more = self._counts[code, what] - len(places)
            for number, within in enumerate(places, start=1):
                message = what or f"Not so: {asks[0].lower()}{asks[1:]}"
                if more and number == len(places):
                    message += f" (And {more} more.)"
                found.append(finding_of(code, message, Place(self.name, within=within)))
        return tuple(found)
