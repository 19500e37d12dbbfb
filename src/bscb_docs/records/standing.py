"""Standing: how far a piece of work had come at the board's day, and whether it is overdue."""

from attrs import frozen

from bscb_docs.records.board import Board
from bscb_docs.records.partial_date import PartialDate
from bscb_docs.records.period import Period
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
