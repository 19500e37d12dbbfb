"""Replies: who was asked by form about a period, who answered, and for how much."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from bscb_docs.records.asked_forms import AskedForm, Request
from bscb_docs.records.board import Board
from bscb_docs.records.names import fold
from bscb_docs.records.partial_date import PartialDate
from bscb_docs.records.period import Period
from bscb_docs.records.progress import Target


@frozen
class Reply:
    """What came back for one form: an update of its period answers for a piece of work, however it came."""

    form: AskedForm
    owner: str
    answered: tuple[Target, ...]
    unanswered: tuple[Target, ...]
    unchanged_since: PartialDate | None = None
    """The day of which the oldest last update of what is not answered tells; None where nothing is open or was told."""

    @property
    def asked(self) -> int:
        """Of how many pieces of work the form asks."""
        return len(self.answered) + len(self.unanswered)

    def days_since_asked(self, day: date | None = None) -> int:
        """How many days had gone by at that day, else at the end of the period."""
        return ((day or self.form.period.latest) - self.form.asked_on.latest).days


def replies_of(board: Board, period: Period) -> tuple[Reply, ...]:
    """The reply to each form of a period, in the order of asking; of two forms to one owner, to the later."""
    last = {fold(form.owner.name): form for form in board.of(AskedForm) if form.period == period}
    return tuple(_reply(board, form) for form in last.values())


def asked_periods(board: Board) -> tuple[Period, ...]:
    """The periods that forms were sent about, the earliest first."""
    return tuple(sorted({form.period for form in board.of(AskedForm)}))


def is_open(board: Board, request: Request) -> bool:
    """True until a request is refused, or the change that it asks for stands beneath the work."""
    work = board.led_to(request.about)
    if request.refused or not isinstance(work, Target):
        return request.refused is None
    if request.new_deadline:
        return not request.is_granted_by(work.moved)
    on = request.on
    return not any(change.on is None or on is None or not change.on.surely_before(on) for change in work.changed_owners)


def _reply(board: Board, form: AskedForm) -> Reply:
    works = [work for ref in form.asks_about if isinstance(work := board.led_to(ref), Target)]
    answered = tuple(work for work in works if any(each.period == form.period for each in board.updates(work)))
    unanswered = tuple(work for work in works if work not in answered)
    seen = board.at(PartialDate.of_day(form.period.latest))
    told = [update.order[0] for work in unanswered for update in [seen.latest_update(work)] if update]
    since = PartialDate.of_day(min(told)) if told else None
    return Reply(form, board.get(form.owner).title, answered, unanswered, since)
