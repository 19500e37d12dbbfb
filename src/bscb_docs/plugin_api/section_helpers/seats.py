"""Seats: of each body, at how many of its meetings each organisation had a seat, and at how many it was there."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from bscb_docs.figures.ratio import Ratio
from bscb_docs.languages.house_words import say
from bscb_docs.records import Board, Body, Meeting, Membership, Organisation, Period, Person, Tenure, YearSpan, in_force


@frozen
class Seats:
    """The meetings of a body, and at how many of them each organisation had a seat and was there."""

    body: Body
    meetings: tuple[Meeting, ...]
    had: Counter[str]
    came: Counter[str]

    @property
    def filled(self) -> Ratio:
        """The seats that were filled, of all."""
        return Ratio(self.came.total(), self.had.total())

    def cell(self, title: str) -> str:
        """How often an organisation came, of the meetings at which it had a seat."""
        return str(Ratio(self.came[title], self.had[title])) if title in self.had else say("No seat")


def seats_of(board: Board, years: YearSpan | Period | None) -> Iterator[Seats]:
    """Of each body, the meetings of those years that were held and of which it is recorded who came."""
    for body in board.of(Body):
        own = Meeting.each_once(each for each in board.meetings(body) if each.attended)
        held = [each for each in own if each.is_held and (years is None or (each.date and years.holds(each.date)))]
        came = Counter(board.get(ref).title for each in held for ref in dict.fromkeys(each.attended))
        had = Counter(title for each in held for title in _seated(board, body, each))
        if held:
            yield Seats(body, tuple(held), had, came)


def _seated(board: Board, body: Body, meeting: Meeting) -> set[str]:
    """The organisations that had a seat on the day of a meeting, by themselves or by a member's post, or that came."""
    return members_at(board, body, meeting) | {board.get(ref).title for ref in meeting.attended}


def members_at(board: Board, body: Body, meeting: Meeting) -> set[str]:
    """The organisations that the records give a seat on the day of a meeting, by themselves or by a member's post."""
    seated = set[str]()
    places: tuple[Tenure | Membership, ...] = (*body.chairs, *body.co_chairs, *body.members)
    for held in (each for each in places if in_force(each, meeting.date)):
        who = board.get(held.member) if isinstance(held, Membership) else board.get(held.person)
        posts = who.posts if isinstance(who, Person) else ()
        at = (board.get(post.at) for post in posts if post.at and in_force(post, meeting.date))
        seated |= {each.title for each in (who, *at) if isinstance(each, Organisation)}
    return seated
