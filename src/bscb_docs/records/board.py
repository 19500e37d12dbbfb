"""Board: every record of one board, found by kind, by id and by what stands under what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar, cast

from attrs import evolve, field, frozen

from bscb_docs.diagnostics.errors import BoardError, DanglingRefError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.html_tables import html_table
from bscb_docs.records.board_changes import changed, place_of
from bscb_docs.records.board_view import Sight, plans_of
from bscb_docs.records.checked_values import Checked
from bscb_docs.records.kept_results import Kept
from bscb_docs.records.kind import KINDS, Kind
from bscb_docs.records.names import ByName, fold
from bscb_docs.records.partial_date import PartialDate
from bscb_docs.records.people import BoardDetails
from bscb_docs.records.period import Period
from bscb_docs.records.plain_values import row_of
from bscb_docs.records.plan import Action, Group, Outcome, Plan, Priority
from bscb_docs.records.progress import Target, Update
from bscb_docs.records.record import Record, record_classes
from bscb_docs.records.record_references import leads_nowhere, names_of, refs_of
from bscb_docs.records.register import Issue, RegisterEntry
from bscb_docs.records.status import Status
from bscb_docs.records.typed_text import Ref
from bscb_docs.records.year_span import YearSpan

T = TypeVar("T")
P = TypeVar("P", Outcome, Action)


@frozen
class Board(Checked):
    """A board's records in the order they were read, and what reading found wrong with them."""

    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()
    folder: Path | None = None
    kinds: tuple[Kind, ...] = KINDS
    plugins: tuple[ModuleType, ...] = ()
    """Plugins named by hand when the board was read; check, build and publish use them again."""
    files: tuple[str, ...] = field(default=(), eq=False)
    """The files that were read, relative to the folder."""
    as_at: PartialDate | None = None
    """The day at which `at` shows the board; None: with all that is known."""
    period: Period | None = None
    """The months that the paper which is made of it tells of, where it says so."""
    _originals: Mapping[int, Record] = field(factory=dict, eq=False, repr=False)
    _kept: Kept = field(factory=Kept, init=False, eq=False, repr=False)

    def keep(self, make: Callable[[Board], T]) -> T:
        """What `make` gives for this board: made once, and let go when the board is."""
        return self._kept.get(make, self)

    def at(self, day: PartialDate | None, period: Period | None = None, plan: Plan | None = None) -> Board:
        """The board as a paper of that day sees it: what came later is not there, nor what stands in other plans.

        Deadlines, owners and names are those in force at that day. Without a plan it is the board's own.
        """
        return self.keep(Sight(day, period, (plan or self.plan or Plan(title="")).title))

    def original(self, record: Record) -> Record:
        """The record as the board typed it, of one that `at` shows as it was at a day."""
        return self._originals.get(id(record), record)

    @cached_property
    def _by_class(self) -> dict[type, tuple[Record, ...]]:
        groups: dict[type, list[Record]] = {}
        for record in self.records:
            for kind in record_classes(type(record)):
                groups.setdefault(kind, []).append(record)
        return {Record: self.records, **{kind: tuple(found) for kind, found in groups.items()}}

    @cached_property
    def _by_name(self) -> dict[type, ByName[Record]]:
        index: dict[type, ByName[Record]] = {}
        for record in self.records:
            for name in names_of(record):
                for kind in record_classes(type(record)):
                    index.setdefault(kind, ByName()).setdefault(name, record)
        return index

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """Every record of that class and of those derived from it, in the order read."""
        return self._by_class.get(kind, ())  # type: ignore[return-value]  # the index is built by class

    def only(self, kind: type[T]) -> T | None:
        """The first record of a class of which a board has one, or None."""
        return next(iter(self.of(kind)), None)

    def rows(self, kind: type[Record]) -> list[dict[str, str | int | float | None]]:
        """The records of a class as plain values by attribute, as `pandas.DataFrame(board.rows(Action))` takes them."""
        return [row_of(record) for record in self.of(kind)]

    def __repr__(self) -> str:
        """`<Board Exampleshire Board: 233 records of 24 kinds, 3 findings>`."""
        kinds = len({type(record) for record in self.records})
        counts = f"{len(self.records)} records of {kinds} kinds, {len(self.findings)} findings"
        return f"<Board {self.details.title}: {counts}>"

    def _repr_html_(self) -> str:
        """For Jupyter: how many records of each kind there are."""
        counts = Counter(type(record).__name__ for record in self.records)
        rows = ((name, str(count)) for name, count in sorted(counts.items()))
        return html_table(f"{self.details.title}, {len(self.findings)} findings", ("Kind", "Records"), rows)

    def find(self, kind: type[T], name: str) -> T | None:
        """The record of that class with that id, title or short name, or None."""
        return self._by_name.get(kind, ByName()).get(name)  # type: ignore[return-value]  # the index is built by class

    def get(self, ref: Ref[T]) -> T:
        """The record that a reference names; BoardError where there is none (reading leaves no such reference).

        Where a record of the board holds the reference, it is a DanglingRefError that names record and field.
        """
        if found := self.led_to(ref):
            return cast(T, found)
        for record in self.records:
            for label, held in refs_of(record):
                if held is ref:
                    raise DanglingRefError(leads_nowhere(record, label, ref))
        raise BoardError(f'no record is called "{ref.name}"')

    def dangling(self) -> Iterator[DanglingRefError]:
        """What is wrong with records that a script made: their references that lead nowhere, each as an error.

        A record that was read from the board's folder has its place, and reading has left no such reference in it.
        """
        for record in self.records:
            if self.folder is None or not record.place.file:
                for label, ref in refs_of(record):
                    if self.led_to(ref) is None:
                        yield DanglingRefError(leads_nowhere(record, label, ref))

    def led_to(self, ref: Ref[Any]) -> Record | None:
        """The record that a reference names, or None."""
        return next((found for kind in ref.to or tuple(self._by_name) if (found := self.find(kind, ref.name))), None)

    def adding(self, *records: Record) -> Board:
        """The board with those records after its own, its references looked at again.

        BoardError where it holds a record of that id or title already; DanglingRefError where one names what is not
        there.
        """
        return changed(self, (*self.records, *records))

    def without(self, *records: Record) -> Board:
        """The board without those records; DanglingRefError where another names one of them, so give both at once."""
        gone = {place_of(self.records, record) for record in records}
        return changed(self, tuple(record for at, record in enumerate(self.records) if at not in gone))

    def replacing(self, record: Record, by: Record) -> Board:
        """The board with another record at that one's place, as in `board.replacing(a, attrs.evolve(a, due="2027"))`.

        BoardError where the board does not hold it, or holds another of the new one's id or title; DanglingRefError
        where a name then leads nowhere.
        """
        at = place_of(self.records, record)
        return changed(self, (*self.records[:at], by, *self.records[at + 1 :]))

    @property
    def details(self) -> BoardDetails:
        """The `# Board:` card, or one without a name where the folder has none."""
        return self.only(BoardDetails) or BoardDetails(title="Board without a name")

    @property
    def plan(self) -> Plan | None:
        """The board's own plan: the first that is of no other body; None where none is recorded."""
        plans = self.of(Plan)
        return next((plan for plan in plans if plan.body is None), next(iter(plans), None))

    @property
    def priorities(self) -> tuple[Priority, ...]:
        """The priorities in their printed order."""
        return self.of(Priority)

    def number(self, priority: Priority) -> int:
        """The printed number of a priority, from 1 within its plan."""
        return self._priority_numbers[fold(priority.id)]

    @cached_property
    def _priority_numbers(self) -> dict[str, int]:
        plans = plans_of(self.records, self.plan) if self.plan else {}
        counts: Counter[str] = Counter()
        numbers = {}
        for priority in self.priorities:
            counts[plans.get(id(priority), "")] += 1
            numbers[fold(priority.id)] = counts[plans.get(id(priority), "")]
        return numbers

    def outcomes(self, priority: Priority | None = None) -> tuple[Outcome, ...]:
        """The outcomes, or those of one priority, in their printed order."""
        return self.of(Outcome) if priority is None else tuple(self._outcomes_under.get(priority.id, ()))

    def actions(self, priority: Priority | None = None, years: YearSpan | None = None) -> tuple[Action, ...]:
        """The actions of those years under that priority, in their printed order; None means any."""
        found = self.of(Action) if priority is None else self._actions_under.get(priority.id, ())
        return tuple(action for action in found if years in (None, action.years))

    @cached_property
    def _outcomes_under(self) -> ByName[list[Outcome]]:
        return _under_priorities(self.of(Outcome))

    @cached_property
    def _actions_under(self) -> ByName[list[Action]]:
        return _under_priorities(self.of(Action))

    @cached_property
    def latest_years(self) -> YearSpan | None:
        """The latest years that actions are planned for; at a day those that had begun, or were about to."""
        planned = sorted({action.years for action in self.of(Action) if action.years})
        known = [years for years in planned if self.as_at is None or years.refreshed_from <= self.as_at.latest]
        return max(known, default=planned[0] if planned else None)

    def action_number(self, action: Action) -> int:
        """The printed number of an action, from 1 within its priority and years."""
        return self._action_numbers[action.id]

    def called(self, record: Priority | Action) -> str:
        """A priority or action as the pack prints it: "Priority 2"; "Priority 2, action 3", of its own years."""
        if isinstance(record, Priority):
            return f"Priority {self.number(record)}"
        priority = self.find(Priority, record.priority.name) if record.priority else None
        number = f"action {self.action_number(record)}"
        return f"{self.called(priority)}, {number}" if priority else number

    @cached_property
    def _action_numbers(self) -> ByName[int]:
        counts: Counter[tuple[YearSpan | None, str]] = Counter()
        numbers = ByName[int]()
        for action in self.of(Action):
            group = action.years, fold(action.priority.name) if action.priority else ""
            counts[group] += 1
            numbers[action.id] = counts[group]
        return numbers

    def updates(self, about: Target | None = None, period: YearSpan | Period | None = None) -> tuple[Update, ...]:
        """The updates, or those of one thing, whose periods lie in that period; in the order of the days they tell of.

        One without a period counts in every period.
        """
        found = self._updates_in_order if about is None else self._updates_of.get(about.id, ())
        if period is None:
            return tuple(found)
        return tuple(u for u in found if u.period is None or _lies_in(u.period, period))

    @cached_property
    def _updates_in_order(self) -> tuple[Update, ...]:
        return tuple(sorted(self.of(Update), key=lambda update: update.order))

    @cached_property
    def _updates_of(self) -> ByName[list[Update]]:
        found = ByName[list[Update]]()
        for update in self._updates_in_order:
            found.setdefault(update.about.name, []).append(update)
        return found

    def latest_update(self, about: Target, period: YearSpan | Period | None = None) -> Update | None:
        """The update that tells of the latest day in a period; where that period has none, the latest there is."""
        return next(reversed(self.updates(about, period)), None) or next(reversed(self.updates(about)), None)

    def status_of(self, update: Update | None) -> Status | None:
        """The label of the board's scale that an update gives; None where it is not rated."""
        if update is None or update.status is None or update.status.status is None:
            return None
        return self.get(update.status.status)

    def group(self, kind: type[Record], years: YearSpan | None = None) -> Group | None:
        """The plural heading with text that groups records of that class, if the board wrote one."""
        name = next((k.name for k in self.kinds if k.record is kind), kind.__name__)
        return next((g for g in self.of(Group) if g.kind == name and (years is None or g.years == years)), None)

    @property
    def documents(self) -> tuple[RegisterEntry, ...]:
        """The documents in the register."""
        return self.of(RegisterEntry)

    def issue(self, document: str) -> Issue | None:
        """The version of a document being built: the last that the register lists."""
        return next(reversed(self.versions(document)), None)

    def versions(self, document: str) -> tuple[Issue, ...]:
        """The versions that the register lists of a document, in its order, else of the one that it is one of."""
        entry, own = self.find(RegisterEntry, document), self._issues.get(document, [])
        return tuple(self._issues.get(entry.one_of, []) if not own and entry and entry.one_of else own)

    @cached_property
    def _issues(self) -> ByName[list[Issue]]:
        found = ByName[list[Issue]]()
        for issue in self.of(Issue):
            found.setdefault(issue.about, []).append(issue)
        return found

    def with_findings(self, findings: Iterable[Finding]) -> Board:
        """The same board with other findings."""
        return evolve(self, findings=tuple(findings))


def _lies_in(period: Period, wider: YearSpan | Period) -> bool:
    return wider.earliest <= period.earliest and period.latest <= wider.latest


def _under_priorities(records: Iterable[P]) -> ByName[list[P]]:
    """The outcomes or actions by the id of their priority."""
    found = ByName[list[P]]()
    for record in records:
        if record.priority:
            found.setdefault(record.priority.name, []).append(record)
    return found
