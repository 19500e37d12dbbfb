"""Printing: which records each document of the register prints, in their order, and as at which date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from attrs import frozen

from bscb_docs.records import (
    Action,
    Ambition,
    Board,
    ByName,
    Foreword,
    Function,
    Group,
    Introduction,
    Narrative,
    PartialDate,
    Principle,
    Purpose,
    Record,
    RegisterEntry,
    Role,
    Update,
    YearSpan,
    fold,
)


@frozen(eq=False, repr=False, slots=False)
class Printed:
    """A document of the register: its own date, its years, and the records it prints in their order."""

    entry: RegisterEntry
    as_at: PartialDate | None
    sections: tuple[tuple[str, YearSpan | None], ...]
    records: tuple[Record, ...]

    @cached_property
    def holds(self) -> frozenset[int]:
        """The identities of the records it prints."""
        return frozenset(map(id, self.records))

    @property
    def overview_years(self) -> YearSpan | None:
        """The years whose progress it reports, if it reports any."""
        return next(
            (years or self.entry.years for name, years in self.sections if fold(name) == "progress-overview"), None
        )


class Shelf:
    """A board's actions and updates by what they belong to, to tell what each document prints of them."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.actions: dict[tuple[str, YearSpan | None], list[Action]] = {}
        for action in board.of(Action):
            under = fold(action.priority.name) if action.priority else ""
            self.actions.setdefault((under, action.years), []).append(action)
        self.updates: dict[str, list[Update]] = {}
        for update in board.of(Update):
            self.updates.setdefault(fold(update.about.name), []).append(update)

    def print(self, entry: RegisterEntry, planned: Iterable[tuple[str, Mapping[str, str]]]) -> Printed:
        """What a document of the register prints, given its sections by name with their options, as it is planned."""
        sections = tuple((name, _years(options.get("years"))) for name, options in planned)
        issue = self.board.issue(entry.id)
        as_at = (issue.as_at if issue else None) or entry.as_at
        records = [record for name, years in sections for record in _SECTIONS.get(name, _nothing)(self, entry, years)]
        return Printed(entry, as_at, sections, tuple(records))


def _years(text: str | None) -> YearSpan | None:
    try:
        return YearSpan.from_text(text) if text else None
    except ValueError:
        return None


_Getter = Callable[[Shelf, RegisterEntry, YearSpan | None], Iterable[Record]]


def _nothing(shelf: Shelf, entry: RegisterEntry, years: YearSpan | None) -> Iterable[Record]:
    return ()


def _every(*kinds: type[Record]) -> _Getter:
    def get(shelf: Shelf, entry: RegisterEntry, years: YearSpan | None) -> Iterable[Record]:
        return [record for kind in kinds for record in shelf.board.of(kind)]

    return get


def _narrative(shelf: Shelf, entry: RegisterEntry, years: YearSpan | None) -> Iterable[Record]:
    found = shelf.board.find(Narrative, entry.id)
    return (found,) if found else ()


def _our_priorities(shelf: Shelf, entry: RegisterEntry, years: YearSpan | None) -> Iterable[Record]:
    return (group for group in shelf.board.of(Group) if group.kind == "Priority")


def _priorities(shelf: Shelf, entry: RegisterEntry, years: YearSpan | None) -> Iterator[Record]:
    years = years or shelf.board.latest_years
    for priority in shelf.board.priorities:
        yield priority
        yield from shelf.board.outcomes(priority)
        yield from shelf.actions.get((fold(priority.id), years), ())


def _progress(shelf: Shelf, entry: RegisterEntry, years: YearSpan | None) -> Iterator[Record]:
    years = years or entry.years
    for (_, planned), actions in shelf.actions.items():
        if planned == years:
            for action in actions:
                yield action
                yield from (u for u in shelf.updates.get(fold(action.id), ()) if u.years in (None, years))


_SECTIONS: ByName[_Getter] = ByName(
    {
        "foreword": _every(Foreword),
        "introduction": _every(Introduction),
        "ambition": _every(Ambition),
        "purpose": _every(Purpose),
        "principles": _every(Principle),
        "our-priorities": _our_priorities,
        "priorities": _priorities,
        "chair-role": _every(Role, Function),
        "progress-overview": _progress,
        "narrative": _narrative,
    }
)
"""What the house's sections print; a stranger's section is not known here, so its document holds less."""
