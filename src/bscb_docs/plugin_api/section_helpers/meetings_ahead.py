"""Meetings ahead: those that are planned, and the papers that come to one."""

from bscb_docs.records import Board, Body, CoverReport, Meeting, RegisterEntry


def meetings_to_come(board: Board, body: Body | None = None) -> list[Meeting]:
    """The meetings, or those of a body, that are planned for the board's day or later; a month stands at its end."""
    day, known = board.as_at, board.meetings(body) if body else board.of(Meeting)
    planned = [(each.date, each) for each in known if each.date and each.state == "planned"]
    ahead = [(on, each) for on, each in planned if not (day and on.surely_before(day))]
    return [each for _, each in sorted(ahead, key=lambda pair: (pair[0].latest, pair[1].body.name))]


def papers_of(board: Board, report: CoverReport) -> tuple[RegisterEntry, ...]:
    """The documents that a cover report brings to its meeting: its own, those beside it, and what these bind in."""
    own = board.find(RegisterEntry, report.id)
    papers = (*((own,) if own else ()), *map(board.get, report.papers))
    bound = (board.find(RegisterEntry, name) for paper in papers for name in paper.appendices)
    return (*papers, *filter(None, bound))
