"""Standing: how far a piece of work had come at the board's day, and what it belongs to."""

from attrs import frozen

from bscb_docs.records.board import Board
from bscb_docs.records.names import ByName, grouped
from bscb_docs.records.objectives import Milestone, Objective, Task
from bscb_docs.records.partial_date import PartialDate
from bscb_docs.records.period import Period
from bscb_docs.records.plan import Action, Priority
from bscb_docs.records.progress import Target, Update
from bscb_docs.records.status import Confidence, Delivery, Status
from bscb_docs.records.year_span import YearSpan


@frozen
class Standing:
    """A piece of work with its latest update, as a board knew it at a day."""

    work: Target
    update: Update | None = None
    status: Status | None = None
    """The label that the update gives; None where it gives none or there is no update."""
    day: PartialDate | None = None

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
    def is_overdue(self) -> bool:
        """True where it is open and its deadline in force had certainly passed."""
        due = self.work.deadline
        return self.is_open and due is not None and self.day is not None and due.surely_before(self.day)

    @property
    def days_overdue(self) -> int:
        """How many days had passed since the last day of its deadline; 0 where it is not overdue."""
        due = self.work.deadline
        return (self.day.earliest - due.latest).days if self.is_overdue and due and self.day else 0


def standing_of(board: Board, work: Target, period: YearSpan | Period | None = None) -> Standing:
    """How a piece of work stands at the board's day, by the latest update of a period, else by the latest there is."""
    update = board.latest_update(work, period)
    return Standing(work, update, board.status_of(update), board.as_at)


def years_of(board: Board, work: Target | Milestone) -> YearSpan | None:
    """The years that a piece of work is planned for: its own, else those of the action that it stands under."""
    if isinstance(work, Action | Task):
        return work.years
    action = action_of(board, work)
    return action.years if action else None


def action_of(board: Board, work: Target | Milestone) -> Action | None:
    """The action that a piece of work belongs to: itself, or the one that it stands under or serves."""
    if isinstance(work, Action):
        return work
    if isinstance(work, Objective):
        return board.get(work.action) if work.action else None
    if isinstance(work, Milestone):
        above = board.get(work.of) if work.of else None
        return action_of(board, above) if above else None
    if isinstance(work, Task) and work.serves:
        return action_of(board, board.get(work.serves[0]))
    return None


def priority_of(board: Board, work: Target | Milestone) -> Priority | None:
    """The priority that a piece of work serves; None where no action leads to one."""
    action = action_of(board, work)
    return board.get(action.priority) if action and action.priority else None


def objectives_of(board: Board, action: Action) -> tuple[Objective, ...]:
    """The objectives under an action, in their order."""
    return tuple(board.keep(_objectives_by_action).get(action.id, ()))


def reported_work(board: Board, years: YearSpan | None) -> tuple[Objective | Action, ...]:
    """The work of those years that a report tells of: each objective, and each action that has none of its own.

    What was agreed after the board's day is not there yet.
    """
    objectives = (each for each in board.of(Objective) if years_of(board, each) == years)
    actions = (each for each in board.of(Action) if each.years == years and not objectives_of(board, each))
    works: tuple[Objective | Action, ...] = (*objectives, *actions)
    return tuple(work for work in works if not _comes_later(board, work))


def _comes_later(board: Board, work: Objective | Action) -> bool:
    action = action_of(board, work)
    agreed = action.agreed_at.on if action and action.agreed_at else None
    return agreed is not None and board.as_at is not None and board.as_at.surely_before(agreed)


def milestones_of(board: Board, work: Objective | Action) -> tuple[Milestone, ...]:
    """The milestones under an objective or action, in their order."""
    return tuple(board.keep(_milestones_by_work).get(work.id, ()))


def _objectives_by_action(board: Board) -> ByName[list[Objective]]:
    return grouped((each.action.name, each) for each in board.of(Objective) if each.action)


def _milestones_by_work(board: Board) -> ByName[list[Milestone]]:
    return grouped((each.of.name, each) for each in board.of(Milestone) if each.of)
