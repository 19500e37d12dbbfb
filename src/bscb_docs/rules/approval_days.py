"""Days of approval: what the records say against a version that somebody approved on some day."""

from bscb_docs.records import Board, BoardDetails, Body, Issue, Meeting, Organisation, PartialDate, Person, fold

Named = Body | Organisation | Person | BoardDetails
"""Whoever may approve a paper."""


def names_of(named: Named) -> list[str]:
    """The names by which one may be called who approves a paper."""
    return [name for name in (named.title, named.short_name) if name]


def against_the_day(board: Board, issues: list[Issue], by: str, on: PartialDate) -> tuple[str, str] | None:
    """What speaks against the approval of versions and the remedy; None where nothing does, and the clock is not read.

    `by` is a body or person, and after a comma how it was approved where it was not at a meeting. A day before that of
    a version speaks against it, and one on which the log, where it has meetings of the body, has none.
    """
    name, _, how = (part.strip() for part in by.partition(","))
    dates = []
    for issue in issues:
        entry = next((each for each in board.documents if fold(each.id) == fold(issue.about)), None)
        at = issue.as_at or (entry.as_at if entry else None)
        if at and on.surely_before(at):
            message = f"Version {issue.version} of {issue.about} is of {at}, and cannot be approved on {on}."
            return message, "Mend the day, or the date of the document."
        dates += [at] if at else []
    return None if how else _without_meeting(board, name, on, dates)


def _without_meeting(board: Board, name: str, on: PartialDate, dates: list[PartialDate]) -> tuple[str, str] | None:
    """What says that the body did not meet on that day; `dates` are the versions'."""
    body = next((each for each in board.of(Body) if fold(name) in map(fold, names_of(each))), None)
    log = [each for each in board.of(Meeting) if body and each.date and board.get(each.body) is body]
    days = sorted(each.date for each in log if each.date and each.state != "cancelled")
    if not days or any(not (day.surely_before(on) or on.surely_before(day)) for day in days):
        return None
    fitting = [day for day in days if not any(day.surely_before(at) for at in dates)]
    before = [day for day in fitting if day.surely_before(on)]
    if any(each.date == on for each in log):
        other = "that one was cancelled"
    elif not fitting:
        other = f"its last, of {days[-1]}, came before the date of what is approved"
    elif before:
        other = f"the last before it was that of {before[-1]}"
    else:
        other = f"the first that could approve it is that of {fitting[0]}"
    mend = "Mend the day, or write the meeting into the log; of what was not approved at a meeting say how it was"
    return f"The log has no meeting of the {name} on {on}; {other}.", f'{mend}: "{name}, by letter".'
