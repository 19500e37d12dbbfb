"""Programme head: what stands before the work of a body: who chairs it, when it meets, and what needs attention."""

from collections.abc import Iterator

from bscb_docs import (
    Board,
    Body,
    PartialDate,
    Request,
    Runs,
    Text,
    YearSpan,
    brief_of,
    in_force,
    in_words,
    is_open,
    labelled,
    lead_to,
    listed,
    meetings_to_come,
    open_promises,
    promise_words,
    requested_words,
    say,
    worries_of,
)

from .body_work import asked_of_body, audits_of, events_to_come, work_of


def facts_of(board: Board, body: Body, years: YearSpan) -> Iterator[Runs]:
    """Who chairs it and who its members are, to whom it reports and when, how often it meets and when next."""
    chairs = [board.get(held.person).title for held in (*body.chairs, *body.co_chairs) if in_force(held, board.as_at)]
    members = (board.get(held.member).title for held in body.members if in_force(held, board.as_at))
    counts = (each.count for each in body.meetings_planned if each.in_ == years)
    planned = next((say("meetings planned: {number}", number=in_words(count)) for count in counts), "")
    above = board.get(body.reports_to) if body.reports_to else None
    for label, words in (
        (say("Chair") if len(chairs) < 2 else say("Co-chairs"), listed(chairs)),
        (say("Members"), "; ".join(dict.fromkeys(members))),
        (say("Reports to"), _with_next(board, above, above.title) if above else ""),
        (say("Meets in {years}", years=years), _with_next(board, body, "; ".join(filter(None, (body.meets, planned))))),
        (say("Next due"), _next_due(board, body, years)),
        (say("What needs attention"), _is_calm(board, body, years)),
    ):
        if words:
            yield labelled(label, words, ends=False)


def _with_next(board: Board, body: Body, words: str) -> str:
    """Words of a body, and the day of its next meeting, where one is planned."""
    ahead = meetings_to_come(board, body)
    following = say("next meeting: {day}", day=ahead[0].date) if ahead else ""
    return "; ".join(filter(None, (words, following)))


def _next_due(board: Board, body: Body, years: YearSpan) -> str:
    """What is first after the board's day of its open work, what was recommended to it and its events, and by when.

    That none is open; "" without any work.
    """
    work = list(work_of(board, body, years))
    still = [*(each for each in work if each.is_open), *asked_of_body(board, body)]
    dated = [
        (day, brief_of(each.work).rstrip("."))
        for each in still
        if (day := each.work.deadline) and not (each.is_overdue or each.is_due_now)
    ]
    dated += events_to_come(board, body)
    if not dated:
        return "" if still or not work else say("nothing, for all its work is finished")
    day, first = min(dated, key=lambda each: each[0].latest)
    return f"{first}, {day}"


def _is_calm(board: Board, body: Body, years: YearSpan) -> str:
    """That nothing needs attention, where there is work and no list says what does: a reader looks for it."""
    has_work = next(iter(work_of(board, body, years)), None) is not None
    calm = has_work and next(attention_of(board, body, years), None) is None
    return say("nothing, for no work is late, put off or off course") if calm else ""


def attention_of(board: Board, body: Body, years: YearSpan) -> Iterator[Runs]:
    """Its work of these years that is late, put off or not on course; what is asked and promised; late audits."""
    work = list(work_of(board, body, years))
    yield from worries_of(board, work)
    own = {each.work.id for each in work}
    for request in board.of(Request):
        if is_open(board, request) and board.get(request.about).id in own:
            asked = listed(list(requested_words(board, request)))
            yield (*lead_to(board.get(request.about)), Text(say(": asked for {what}", what=asked)))
    for promise in open_promises(board):
        if board.get(promise.update.about).id in own:
            yield promise_words(promise)
    for audit in audits_of(board, body, years):
        planned, day = audit.planned, board.as_at
        if planned and day and not audit.carried_out and planned.latest <= day.latest:
            due = PartialDate.of_day(planned.latest)
            yield Text(audit.title, strong=True), Text(say(": due by {day} and not carried out", day=due))
