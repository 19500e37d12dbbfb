"""Promises: every commitment of the updates, and what says that it was kept."""

from datetime import date

from attrs import frozen

from bscb_docs.records.activities import Meeting
from bscb_docs.records.board import Board
from bscb_docs.records.commitments import Commitment, KeptCommitment
from bscb_docs.records.names import fold, grouped
from bscb_docs.records.people import Body
from bscb_docs.records.progress import Update
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.work_tree import predecessors_of


@frozen
class Promise:
    """A commitment, the update that makes it, the body it is made to, and how it was kept."""

    commitment: Commitment
    update: Update
    body: Body | None = None
    kept_by: Update | Meeting | None = None
    is_renewed: bool = False
    """True where a later update makes the same commitment again: its date is in force."""

    @property
    def is_kept(self) -> bool:
        """True where a later update or a meeting says so."""
        return self.kept_by is not None

    @property
    def is_open(self) -> bool:
        """True where it is not kept, and no later update makes it again."""
        return not (self.is_kept or self.is_renewed)

    def is_late(self, day: PartialDate | None) -> bool:
        """True where its date had certainly passed at that day, and nothing says that it was kept or is made again."""
        by = self.commitment.by
        return self.is_open and by is not None and day is not None and by.surely_before(day)


def promises_of(board: Board) -> tuple[Promise, ...]:
    """Every commitment that the board knows of, in the order of the updates that made them."""
    return board.keep(_promises)


def open_promises(board: Board) -> tuple[Promise, ...]:
    """The commitments that nothing keeps, the earliest first; one that two updates make stands once, as made last."""
    found = {(fold(each.commitment.what), each.commitment.by): each for each in promises_of(board) if each.is_open}
    return tuple(sorted(found.values(), key=lambda each: each.commitment.by.latest if each.commitment.by else date.max))


def kept_unpromised(board: Board) -> tuple[tuple[Update, KeptCommitment], ...]:
    """What updates say was kept, and no earlier one of the same work, or of what that carries on, promised so."""
    made = grouped((update.about.name, update) for update in board.updates() if update.next)
    return tuple(
        (update, kept)
        for update in board.updates()
        for kept in update.kept
        if not any(
            _keeps(kept, update, commitment.what, earlier)
            for name in _line(board, update)
            for earlier in made.get(name, ())
            for commitment in earlier.next
        )
    )


def _promises(board: Board) -> tuple[Promise, ...]:
    logged = [(meeting, fold(meeting.items or "")) for meeting in board.of(Meeting) if meeting.items]
    telling = (update for update in board.updates() if update.kept or update.next)
    later = grouped((name, update) for update in telling for name in _line(board, update))
    return tuple(
        _promise(board, update, commitment, later.get(update.about.name, []), logged)
        for update in board.updates()
        for commitment in update.next
    )


def _line(board: Board, update: Update) -> tuple[str, ...]:
    """The work that an update tells of, and all that it carries on: what was promised of that goes on with it."""
    line, waiting = list[str](), [board.get(update.about)]
    for work in waiting:
        if work.id not in line:
            line.append(work.id)
            waiting += predecessors_of(board, work)
    return tuple(line)


def _promise(
    board: Board, update: Update, made: Commitment, later: list[Update], logged: list[tuple[Meeting, str]]
) -> Promise:
    body = board.find(Body, made.to) if made.to else None
    what = fold(made.what)
    for other in later:
        if any(_keeps(kept, other, what, update) for kept in other.kept):
            return Promise(made, update, body, other)
    for meeting, items in logged:
        was_held = meeting.is_held and meeting.date is not None and meeting.date.latest >= update.order[0]
        if was_held and what in items:
            return Promise(made, update, body, meeting)
    return Promise(made, update, body, is_renewed=_is_renewed(later, update, what))


def _is_renewed(later: list[Update], update: Update, what: str) -> bool:
    """True where a later update of the same work makes the commitment again, with its words or their beginning."""
    after = (fold(made.what) for other in later if other.order > update.order for made in other.next)
    return any(what.startswith(again) or again.startswith(what) for again in after)


def _keeps(kept: KeptCommitment, by: Update, what: str, made: Update) -> bool:
    """True where an update names by its first words what an earlier one promised."""
    return by.order > made.order and fold(what).startswith(fold(kept.what))
