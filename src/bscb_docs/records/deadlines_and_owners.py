"""Deadlines and owners of work: what was first agreed, and what was changed of it since and is only added to."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import ClassVar, Protocol, Self, TypeVar

from attrs import evolve, frozen

from bscb_docs.records.checked_values import Checked
from bscb_docs.records.names import fold
from bscb_docs.records.people import Body, Organisation, Owner, Person
from bscb_docs.records.record import Record, many, one
from bscb_docs.records.typed_text import Ref
from bscb_docs.records.values.partial_date import PartialDate

_LINE = re.compile(
    r"(?:from\s+(?P<from>.+?)(?:,\s*|\s+(?=to\s)))?(?:to\s+)?(?P<to>.+?)"
    r"(?:,\s*on\s+(?P<on>.+?))?(?:,\s*by\s+(?P<by>.+?))?(?:,\s*because\s+(?P<because>.+))?",
    re.IGNORECASE,
)


@frozen
class Moved(Checked):
    """A deadline put off or brought forward: `to December 2018, on 5 April 2018, by Executive Board, because ...`."""

    accepts: ClassVar[tuple[str, str]] = (
        "the later deadline; then `on`, `by` and `because`",
        "to December 2018, on 5 April 2018, because ...",
    )

    to: PartialDate
    on: PartialDate | None = None
    by: Ref[Body | Organisation | Person] | None = None
    because: str = ""

    @classmethod
    def from_text(cls, text: str) -> Moved:
        """The deadline after `to`, and when, by whom and why; ValueError where a date is none."""
        match = _parts(text, cls.accepts[1])
        return cls(PartialDate.from_text(match["to"]), *_agreed(match))


@frozen
class ChangedOwner(Checked):
    """Work that passed to another owner: `from A, to B, on 5 April 2018, because ...`; without A, from its lead."""

    accepts: ClassVar[tuple[str, str]] = (
        "from whom and to whom; then `on`, `by` and `because`",
        "from Exampleshire Council, to Executive Board, on 5 April 2018, because ...",
    )

    to: Ref[Owner]
    from_: Ref[Owner] | None = None
    on: PartialDate | None = None
    by: Ref[Body | Organisation | Person] | None = None
    because: str = ""

    @classmethod
    def from_text(cls, text: str) -> ChangedOwner:
        """The owner after `to`, and from whom, when, by whom and why; ValueError where a date is none."""
        match = _parts(text, cls.accepts[1])
        from_ = Ref[Owner](match["from"]) if match["from"] else None
        return cls(Ref[Owner](match["to"]), from_, *_agreed(match))


def _parts(text: str, example: str) -> re.Match[str]:
    match = _LINE.fullmatch(" ".join(text.split()))
    if not match:
        raise ValueError(f'"{text}" cannot be read; write: {example}')
    return match


def _agreed(match: re.Match[str]) -> tuple[PartialDate | None, Ref[Body | Organisation | Person] | None, str]:
    """When it was agreed, by whom, and why."""
    on = PartialDate.from_text(match["on"]) if match["on"] else None
    by = Ref[Body | Organisation | Person](match["by"]) if match["by"] else None
    return on, by, match["because"] or ""


class _Dated(Protocol):
    @property
    def on(self) -> PartialDate | None: ...


D = TypeVar("D", bound=_Dated)


def made_by(changes: tuple[D, ...], day: PartialDate) -> tuple[D, ...]:
    """The changes that had been made by that day; one without a date had."""
    return tuple(change for change in changes if not (change.on and day.surely_before(change.on)))


def in_order(changes: tuple[D, ...]) -> tuple[D, ...]:
    """The changes by their dates, wherever they stand; as they stand where one has none."""
    if any(change.on is None for change in changes):
        return changes
    return tuple(sorted(changes, key=lambda change: change.on.latest if change.on else date.min))


@frozen(kw_only=True)
class Work(Record):
    """What somebody is to do by some day: an action, an objective, a task, a milestone, the answer to a recommendation.

    `owners` and `due` are what was first agreed, and stand for ever; what changed later is added beneath them.
    """

    owners: tuple[Ref[Owner], ...] = many("owner", use="forms ask the first of them, and lists choose by them")
    """The first of them leads."""
    supporters: tuple[Ref[Owner], ...] = many("supported by", use="who helps")
    due: PartialDate | None = one()
    moved: tuple[Moved, ...] = many("moved")
    changed_owners: tuple[ChangedOwner, ...] = many("changed owner", use="whose it is since")

    @property
    def moves(self) -> tuple[Moved, ...]:
        """The moves of its deadline in the order in which they were decided."""
        return in_order(self.moved)

    @property
    def deadline(self) -> PartialDate | None:
        """The deadline in force: the last that it was moved to, else the one first agreed."""
        return self.last_move.to if self.moved and self.last_move else self.due

    @property
    def last_move(self) -> Moved | None:
        """The move that its deadline in force comes from."""
        return self.moves[-1] if self.moved else None

    @property
    def owned_by(self) -> tuple[Ref[Owner], ...]:
        """The owners in force, the lead first."""
        return tuple(dict.fromkeys(self._passed_on()[0]))

    @property
    def handovers(self) -> tuple[tuple[Ref[Owner] | None, ChangedOwner], ...]:
        """The changes of its owners in their order, each after the owner in whose place it came, if there was one."""
        return tuple(self._passed_on()[1])

    def _passed_on(self) -> tuple[list[Ref[Owner]], list[tuple[Ref[Owner] | None, ChangedOwner]]]:
        held = list(self.owners)
        passed: list[tuple[Ref[Owner] | None, ChangedOwner]] = []
        for change in in_order(self.changed_owners):
            left = fold(change.from_.name) if change.from_ else fold(held[0].name) if held else ""
            at = next((at for at, owner in enumerate(held) if fold(owner.name) == left), len(held))
            passed.append((next(iter(held[at : at + 1]), None), change))
            held[at : at + 1] = [change.to]
        return held, passed

    @property
    def slips(self) -> int:
        """How often it was moved to a later day."""
        ends = [self.due, *(move.to for move in self.moves)]
        return sum(bool(a and b and a.latest < b.latest) for a, b in pairwise(ends))

    @property
    def days_slipped(self) -> int:
        """By how many days its last day has moved in all; below nothing where it was brought forward."""
        ends = [end for end in (self.due, self.deadline) if end and not end.never_ends]
        return (ends[-1].latest - ends[0].latest).days if ends else 0

    def known_at(self, day: PartialDate) -> Work | None:
        """With the deadlines and owners that had been agreed by that day."""
        return self.agreed_by(day)

    def agreed_by(self, day: PartialDate) -> Self:
        """The same work without what was agreed later of its deadline and its owners."""
        if not (self.moved or self.changed_owners):
            return self
        return evolve(self, moved=made_by(self.moved, day), changed_owners=made_by(self.changed_owners, day))
