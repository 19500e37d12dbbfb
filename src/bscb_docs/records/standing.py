"""Standing: how far a piece of work had come at the board's day, and whether it is overdue."""

from collections.abc import Iterator

from attrs import evolve, frozen

from bscb_docs.records.assurance import Recommendation
from bscb_docs.records.board import Board
from bscb_docs.records.objectives import Milestone
from bscb_docs.records.progress import Target, Update
from bscb_docs.records.status import Confidence, Delivery, Status
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.values.period import Period
from bscb_docs.records.values.year_span import YearSpan
from bscb_docs.records.work_tree import milestones_of, predecessors_of


@frozen
class Standing:
    """A piece of work with its latest update, as a board knew it at a day."""

    work: Target
    update: Update | None = None
    status: Status | None = None
    """The label that the update gives; None where it gives none or there is no update."""
    day: PartialDate | None = None
    due: PartialDate | None = None
    """The deadline that it is late by: of a recommendation also that of what carries it out, if that passes sooner."""
    late_steps: tuple[Milestone, ...] = ()
    """Its milestones that were due by that day and are not done; none of work that is finished."""

    @property
    def delivery(self) -> Delivery | None:
        """What became of it; None where it is not rated."""
        return self.status.means.delivery if self.status and self.status.means else None

    @property
    def confidence(self) -> Confidence | None:
        """Whether it is expected in time; None where it is finished or not rated."""
        return self.status.means.confidence if self.status and self.status.means else None

    @property
    def is_open(self) -> bool:
        """True unless it is known to be complete or withdrawn."""
        return self.delivery is None or self.delivery.is_open

    @property
    def is_not_on_course(self) -> bool:
        """True where it is open and its label says that it may or will be late: at risk or off course."""
        return self.confidence in (Confidence.AT_RISK, Confidence.OFF_COURSE)

    @property
    def is_overdue(self) -> bool:
        """True where it is open and the deadline that it is late by had certainly passed."""
        return self.is_open and self.due is not None and self.day is not None and self.due.surely_before(self.day)

    @property
    def is_due_now(self) -> bool:
        """True where it is open on the last day of that deadline: it is not overdue yet."""
        return self.is_open and self.due is not None and self.day is not None and self.due.latest == self.day.latest

    @property
    def days_overdue(self) -> int:
        """How many days had passed since the last day of its deadline; 0 where it is not overdue."""
        return (self.day.earliest - self.due.latest).days if self.is_overdue and self.due and self.day else 0


def standing_of(board: Board, work: Target, period: YearSpan | Period | None = None) -> Standing:
    """How a piece of work stands at the board's day, by the latest update of a period, else by the latest there is."""
    update, day = board.latest_update(work, period), board.as_at
    due = [work.deadline, *(_dues_of(board, work) if isinstance(work, Recommendation) else ())]
    first = min(filter(None, due), key=lambda day: day.latest, default=None)
    standing = Standing(work, update, board.status_of(update), day, first)
    late = tuple(step for step in milestones_of(board, work) if day and step.is_wanting(day))
    return evolve(standing, late_steps=late) if late and standing.is_open else standing


def _dues_of(board: Board, recommendation: Recommendation) -> Iterator[PartialDate | None]:
    """The deadlines of the open work that carries a recommendation out, and of what that work carries on."""
    works = [board.get(ref) for ref in recommendation.actions]
    for work in works:
        works += (each for each in predecessors_of(board, work) if each not in works)
        if (standing := standing_of(board, work)).is_open:
            yield standing.due
