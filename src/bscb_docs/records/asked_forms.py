"""What owners are asked by form, and what comes back beside their updates: requests, and words that fit no question."""

from __future__ import annotations

import attrs
from attrs import frozen

from bscb_docs.records.checked_values import Checked
from bscb_docs.records.dated_changes import Moved
from bscb_docs.records.partial_date import PartialDate
from bscb_docs.records.people import Body, Organisation, Owner, Person
from bscb_docs.records.period import Period
from bscb_docs.records.progress import Target
from bscb_docs.records.record import Record, many, one, unprinted
from bscb_docs.records.typed_text import Prose, Ref


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

    about: Ref[Target]
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
