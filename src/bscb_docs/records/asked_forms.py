"""Asked forms: what owners are asked, what comes back beside their updates, and who answered for how much."""

from __future__ import annotations

from datetime import date

import attrs
from attrs import frozen

from bscb_docs.records.board import Board
from bscb_docs.records.checked_values import Checked
from bscb_docs.records.deadlines_and_owners import Moved
from bscb_docs.records.names import fold
from bscb_docs.records.people import Body, Organisation, Owner, Person
from bscb_docs.records.progress import Target
from bscb_docs.records.record import Record, many, one, placing, unprinted
from bscb_docs.records.typed_text import Prose, Ref
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.values.period import Period


@frozen(kw_only=True)
class AskedForm(Record):
    """A form that was sent to an owner: of what it asks, for which period, and by when it is to come back."""

    id: str
    """As it is printed on every page of the form: `F3-K7QX`."""
    owner: Ref[Owner]
    period: Period
    asked_on: PartialDate
    answers_by: PartialDate = attrs.field(metadata={"use": "the form says it"})
    asks_about: tuple[Ref[Target], ...] = many("asks about")
    back_to: str | None = one(printed=False, use="the form says it")
    """To whom it goes back, in the words of its first page."""

    def known_at(self, day: PartialDate) -> AskedForm | None:
        """None before it was sent."""
        return None if day.surely_before(self.asked_on) else self


@frozen
class Refusal(Checked):
    """That a request was refused: `Executive Board, on 5 January 2019, because ...`."""

    by: Ref[Body | Organisation | Person]
    on: PartialDate | None = None
    because: str = ""


@frozen(kw_only=True)
class Request(Record):
    """What an owner asks of the board: a later deadline, or that somebody else takes the work over.

    A `moved:` or `changed owner:` line of the work grants it, and `refused:` refuses it; until then it is open.
    """

    about: Ref[Target] = placing()
    new_deadline: PartialDate | None = one()
    new_owner: str | None = one()
    """Whose it is now, in the words of whoever asks."""
    by: Ref[Owner] | None = one()
    on: PartialDate | None = one(use="papers of an earlier day leave the request out")
    because: str | None = one()
    refused: Refusal | None = one()

    def known_at(self, day: PartialDate) -> Request | None:
        """None before it was made."""
        return None if self.on and day.surely_before(self.on) else self

    def is_granted_by(self, moved: tuple[Moved, ...]) -> bool:
        """True where one of those changes moves the deadline to the day that is asked for."""
        return any(move.to == self.new_deadline for move in moved)


@frozen(kw_only=True)
class Remark(Record):
    """What came back with a form and answers none of its questions: kept as typed until it is dealt with."""

    title: str = unprinted()
    """Where it stood: `T1-25-2, New deadline`."""
    form: Ref[AskedForm] | None = one(use="with which form it came back")
    text: Prose = unprinted(Prose(""), use="`bscb-docs check` tells of it until it is dealt with")


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
