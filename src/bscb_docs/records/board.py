"""Board: every record of one board, found by kind, by id and by what stands under what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, field, frozen

from bscb_docs import records
from bscb_docs.diagnostics.errors import BoardError, DanglingRefError
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.records.board_view import Sight
from bscb_docs.records.changed_board import changed, place_of
from bscb_docs.records.kind import Kind, word_for
from bscb_docs.records.lazy_values import Kept, held
from bscb_docs.records.names import ByName, fold, grouped
from bscb_docs.records.people import BoardDetails, Body
from bscb_docs.records.plain_values import row_of
from bscb_docs.records.plan import Action, Group, Plan
from bscb_docs.records.record import Record, own_fields
from bscb_docs.records.record_index import leads_nowhere, refs_of
from bscb_docs.records.register import Issue, IssueState, RegisterEntry
from bscb_docs.records.translation import Translation
from bscb_docs.records.update_index import UpdateIndex
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.values.period import Period
from bscb_docs.records.values.year_span import YearSpan

if TYPE_CHECKING:
    from bscb_docs.records.activities import Meeting

T = TypeVar("T")


@frozen
class Board(UpdateIndex):
    """A board's records in the order they were read, and what reading found wrong with them."""

    _findings: Iterable[Finding] = field(default=(), converter=held, eq=False, repr=False)
    folder: Path | None = None
    _kinds: tuple[Kind, ...] = field(default=(), repr=False)
    plugins: tuple[ModuleType, ...] = ()
    """Plugins named by hand when the board was read; check, build and publish use them again."""
    files: tuple[str, ...] = field(default=(), eq=False)
    """The files that were read, relative to the folder."""
    as_at: PartialDate | None = None
    """The day at which `at` shows the board; None: with all that is known."""
    period: Period | None = None
    """The months that the paper which is made of it tells of, where it says so."""
    translations: tuple[Translation, ...] = field(default=(), eq=False, repr=False)
    """The records once more in other languages, as folders such as `cy` hold them."""
    _kept: Kept = field(factory=Kept, init=False, eq=False, repr=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What reading found wrong; the Markdown of texts is looked at when this is first asked for."""
        return tuple(self._findings)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of record that it was read with, those of the library if none are given."""
        return self._kinds or records.KINDS

    def keep(self, make: Callable[[Board], T]) -> T:
        """What `make` gives for this board: made once, and let go when the board is."""
        return self._kept.get(make, self)

    def at(
        self, day: PartialDate | None, period: Period | None = None, plan: Plan | None = None, language: str = ""
    ) -> Board:
        """The board as a paper of that day sees it: what came later is not there, nor what stands in other plans.

        Deadlines, owners and names are those in force at that day, words those of the language where they are
        translated. Without a plan it is the board's own.
        """
        is_translated = any(each.language == language for each in self.translations)
        return self.keep(Sight(day, period, (plan or self.plan or Plan(title="")).title, language * is_translated))

    def rows(self, kind: type[Record]) -> list[dict[str, str | int | float | None]]:
        """The records of a class as plain values by attribute, as `pandas.DataFrame(board.rows(Action))` takes them."""
        return [row_of(record, own_fields(type(record))) for record in self.of(kind)]

    def __repr__(self) -> str:
        """`<Board Exampleshire Board: 233 records of 24 kinds, 3 findings>`."""
        count, kinds, found = len(self.records), len(set(map(type, self.records))), len(self.findings)
        return f"<Board {self.details.title}: {count} records of {kinds} kinds, {found} findings>"

    def _repr_html_(self) -> str:
        """For Jupyter: how many records of each kind there are."""
        from bscb_docs.diagnostics.html_tables import html_table  # only where a notebook shows something

        counts = Counter(type(record).__name__ for record in self.records)
        rows = ((name, str(count)) for name, count in sorted(counts.items()))
        return html_table(f"{self.details.title}, {len(self.findings)} findings", ("Kind", "Records"), rows)

    def dangling(self) -> Iterator[DanglingRefError]:
        """What is wrong with records that a script made: their references that lead nowhere, each as an error.

        A record that was read from the board's folder has its place, and reading has left no such reference in it.
        """
        for record in self.records:
            if self.folder is None or not record.place.file:
                for label, ref in refs_of(record):
                    if self.led_to(ref) is None:
                        yield DanglingRefError(leads_nowhere(record, label, ref))

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

    @cached_property
    def latest_years(self) -> YearSpan | None:
        """The latest years that actions are planned for; at a day those that had begun, or were about to."""
        planned = sorted({action.years for action in self.of(Action) if action.years})
        known = [years for years in planned if self.as_at is None or years.refreshed_from <= self.as_at.latest]
        return max(known, default=planned[0] if planned else None)

    def group(self, kind: type[Record], years: YearSpan | None = None) -> Group | None:
        """The plural heading with text that groups records of that class, if the board wrote one."""
        name = word_for(kind, self.kinds)
        return next((g for g in self.of(Group) if g.kind == name and (years is None or g.years == years)), None)

    @property
    def documents(self) -> tuple[RegisterEntry, ...]:
        """The documents in the register."""
        return self.of(RegisterEntry)

    def issue(self, document: str) -> Issue | None:
        """The version of a document being built: the last that the register lists."""
        return next(reversed(self.versions(document)), None)

    def day_of(self, entry: RegisterEntry) -> PartialDate | None:
        """The day that a document bears: that of the version being built, else that of its card."""
        issue = self.issue(entry.id)
        return (issue.as_at if issue else None) or entry.as_at

    def is_draft(self, entry: RegisterEntry) -> bool:
        """True of a document whose version is neither for approval nor approved, and of one without any."""
        issue = self.issue(entry.id)
        return issue is None or issue.state is IssueState.DRAFT

    def versions(self, document: str) -> tuple[Issue, ...]:
        """The versions that the register lists of a document, in its order, else of the one that it is one of."""
        entry, own = self.find(RegisterEntry, document), self._issues.get(document, [])
        return tuple(own) or (self.versions(entry.one_of) if entry and entry.one_of else ())

    @cached_property
    def _issues(self) -> ByName[list[Issue]]:
        return grouped((issue.about, issue) for issue in self.of(Issue))

    def meetings(self, body: Body) -> tuple[Meeting, ...]:
        """The meetings of a body, in the order they were read."""
        own = fold(body.title)
        return tuple(each for each in self.of(records.Meeting) if fold(self.get(each.body).title) == own)

    def with_findings(self, findings: Iterable[Finding]) -> Board:
        """The same board with other findings."""
        return evolve(self, findings=findings)


def unknown_kind(board: Board, record: type[Record]) -> BoardError:
    """What is said where the board has no kind of record with that class: whether its plugin is lacking, or refused."""
    message = f"The board has no kind of record for {record.__name__}"
    if any(f"{record.__module__}.".startswith(f"{plugin.__name__}.") for plugin in board.plugins):
        why = "its plugin is in use, but the kind was refused, or its hook `kinds` does not return it"
        return BoardError(f"{message}: {why}. See what check tells of the plugin (PLG-01).")
    return BoardError(f"{message}. Pass its plugin to read_board.")
