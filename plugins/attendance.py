"""Attendance: which organisations were at the meetings of each body in a year, of those at which they had a seat."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil

from attrs import frozen

from bscb_docs import (
    Board,
    Document,
    Figure,
    FigureSource,
    Finding,
    Meeting,
    Organisation,
    Pack,
    Ratio,
    Record,
    Rule,
    Seats,
    Section,
    Severity,
    Table,
    counted,
    files_of,
    hookimpl,
    house_template,
    listed,
    members_at,
    reported_years,
    say,
    seats_of,
    slug,
    table_of,
)

RULE = "ATTENDANCE-01"
_MOST = 4
"""Bodies beside each other in one table: with more it would lie on its side."""


@frozen
class AttendancePage:
    """The years, how many seats were filled at how many meetings, and the table of bodies and organisations."""

    years: str
    lead: str
    tables: tuple[Table, ...]


def make_page(board: Board, document: Document) -> AttendancePage | None:
    """The years of the register's option `years`, else of the document; nothing where no attendance is recorded."""
    years = document.told_years
    of_bodies = list(seats_of(board, years))
    if years is None or not of_bodies:
        return None
    filled = Ratio(sum(each.came.total() for each in of_bodies), sum(each.had.total() for each in of_bodies))
    meetings = counted(sum(len(each.meetings) for each in of_bodies), "meeting")
    lead = say(
        "{seats} seats were filled at {meetings} of which it is recorded who came.", seats=filled, meetings=meetings
    )
    count = ceil(len(of_bodies) / _MOST)
    parts = [of_bodies[at * len(of_bodies) // count : (at + 1) * len(of_bodies) // count] for at in range(count)]
    return AttendancePage(str(years), lead, tuple(_table(board, part, is_part=count > 1) for part in parts))


def _table(board: Board, of_bodies: Sequence[Seats], *, is_part: bool) -> Table:
    """Who was at the meetings of these bodies; a caption names them where others have a table of their own."""
    titles = [each.title for each in board.of(Organisation) if any(each.title in seats.had for seats in of_bodies)]
    rows = [[title, *(seats.cell(title) for seats in of_bodies)] for title in titles]
    rows.append([say("All"), *(str(seats.filled) for seats in of_bodies)])
    head = [say("Organisation"), *(seats.body.title for seats in of_bodies)]
    caption = say("Meetings at which each organisation was represented, of those at which it had a seat")
    return table_of(f"{caption}: {listed(head[1:])}" if is_part else caption, head, rows)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The bodies, the meetings that are counted, and the organisations."""
    for seats in seats_of(board, document.told_years):
        yield from (seats.body, *seats.meetings)
        yield from (each for each in board.of(Organisation) if each.title in seats.had)


def tell_attendance(board: Board) -> Iterator[Figure]:
    """`{{ partnership-executive.attendance }}`: the seats that were filled, of the years that are reported on."""
    years = reported_years(board)
    for seats in seats_of(board, years):
        when = f" in {years}" if years else ""
        said = f"{files_of(seats.meetings)}: seats of the {seats.body.title} that were filled{when}"
        yield Figure(f"{slug(seats.body.title)}.attendance", seats.filled, said, place=seats.meetings[0].place)


def check_meetings(pack: Pack) -> Iterator[Finding]:
    """A finding for a meeting that was not held, and of which the log says who came; and for one named twice there."""
    for meeting in pack.board.of(Meeting):
        names = [pack.board.get(ref).title for ref in meeting.attended]
        if names and not meeting.is_held:
            message = (
                f"{names[0]} attended a meeting of the {meeting.body.name} that is {meeting.state}, {meeting.date}."
            )
            mend = "Call it held, or take out who attended."
            held = f"{meeting.body.name} held on {meeting.date}"
            yield Finding(RULE, Severity.CHECK, message, meeting.place, mend, names[0], field=held)
        for name in (name for name, times in Counter(names).items() if times > 1):
            message = f"{name} attended the meeting of the {meeting.body.name} on {meeting.date} twice."
            mend = "Take one of the two out, or put there who else came; it is counted once."
            yield Finding(RULE, Severity.CHECK, message, meeting.place, mend, name)
        yield from _without_seat(pack, meeting, names)


def _without_seat(pack: Pack, meeting: Meeting, names: Sequence[str]) -> Iterator[Finding]:
    """A finding for each that came to a body whose members are recorded, and is none of them."""
    body = pack.board.get(meeting.body)
    seated = members_at(pack.board, body, meeting)
    heads = (each.person.name for each in (*body.chairs, *body.co_chairs))
    is_known = not any(pack.is_told(name, "post") for name in heads)
    for name in dict.fromkeys(names) if seated and is_known else ():
        if name not in seated:
            message = (
                f"{name} attended the meeting of the {body.title} on {meeting.date}, and no card gives it a chair or a "
                "member there; it is counted as having a seat."
            )
            mend = f"Take it out; or write beneath the heading of the {body.title}: member: {name}."
            yield Finding(RULE, Severity.CHECK, message, meeting.place, mend, name, field="seat, Person")


@hookimpl.sections
def sections() -> list[Section[AttendancePage]]:
    """The section `attendance`."""
    template = house_template("attendance")
    return [Section("attendance", template, AttendancePage, make_page, options=("years",), prints=printed)]


@hookimpl.figures
def figures() -> list[FigureSource]:
    """What counts the seats that were filled."""
    return [tell_attendance]


@hookimpl.rules
def rules() -> list[Rule]:
    """What asks that whoever attended a meeting can have been there."""
    return [
        Rule(
            RULE,
            Severity.CHECK,
            "Who attended is recorded once, of meetings that were held, and has a seat there.",
            check_meetings,
        )
    ]
