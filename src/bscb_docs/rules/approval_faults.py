"""Approval faults: what the records say against a version that somebody approved on some day."""

from collections.abc import Sequence
from itertools import chain

from bscb_docs.diagnostics.phrases import joined
from bscb_docs.diagnostics.suggestions import nearest, question_of
from bscb_docs.records import Board, Body, Issue, Organisation, PartialDate, Person, fold, in_force, present_names


def against_approval(board: Board, issues: list[Issue], by: str, on: PartialDate) -> tuple[str, str] | None:
    """What speaks against the approval of versions and the remedy; None where nothing does, and the clock is not read.

    `by` is a body or person, and after a comma how it was approved where it was not at a meeting. One whom the records
    do not name, a day before that of a version, a day on which the log, where it has meetings of the body, has none.
    """
    name, _, how = (part.strip() for part in by.partition(","))
    bodies = [body.title for body in board.of(Body)]
    if bodies and (unknown := misnamed(board, name)):
        return unknown[0], unknown[1] or f"Its bodies are {joined(bodies)}; any other needs a card."
    dates = []
    for issue in issues:
        entry = next((each for each in board.documents if fold(each.id) == fold(issue.about)), None)
        at = issue.as_at or (entry.as_at if entry else None)
        if early := too_early(issue, on, at):
            return early
        dates += [at] if at else []
    body = next((each for each in board.of(Body) if fold(name) in map(fold, present_names(each))), None)
    if body and not in_force(body, on):
        return f"The {body.title} was not at work on {on}.", "Mend the day, or the card of the body."
    return without_meeting(board, body, on, dates) if body and not how else None


def too_early(issue: Issue, on: PartialDate, at: PartialDate | None) -> tuple[str, str] | None:
    """What speaks against the approval of a version on a day before that which it is of, and the remedy."""
    if not at or not on.surely_before(at):
        return None
    message = f"Version {issue.version} of {issue.about} is of {at}, and cannot be approved on {on}."
    return message, "Mend the day, or the date of the document."


def misnamed(board: Board, name: str) -> tuple[str, str] | None:
    """That the records name nobody so, and who was most likely meant, or ""; None where they do."""
    named: tuple[Body | Organisation | Person, ...] = board.of(Body, Organisation, Person)
    known = list(dict.fromkeys(chain.from_iterable(map(present_names, (*named, board.details)))))
    if fold(name) in map(fold, known):
        return None
    return f'Nothing that the records name is called "{name}".', question_of(nearest(name, known))


def without_meeting(board: Board, body: Body, on: PartialDate, dates: Sequence[PartialDate]) -> tuple[str, str] | None:
    """What says that the body did not meet on that day, since what it approved was dated, and the remedy; or None."""
    log = [each for each in board.meetings(body) if each.date]
    days = sorted(each.date for each in log if each.date and not each.is_cancelled)
    if not days or any(map(on.meets, days)):
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
    return f"The log has no meeting of the {body.title} on {on}; {other}.", f'{mend}: "{body.title}, by letter".'
