"""Late work: what is overdue, put off or not on course: how it stands, whose it is, and by when."""

from collections.abc import Iterable, Iterator

from bscb_docs import (
    Action,
    Board,
    Period,
    Reference,
    Runs,
    Standing,
    Target,
    Text,
    action_of,
    exceptions_of,
    in_worst_order,
    lead_to,
    listed,
    say,
    sign_of,
    standing_of,
    times,
    title_of,
    worry_words,
)


def late_lines(board: Board, period: Period | None, standings: Iterable[Standing]) -> Iterator[Runs]:
    """A line each, the worst first, with the status of the months before where that was another."""
    for standing in in_worst_order(standings):
        if worry_words(standing):
            moved = say("Deadline moved {often}", often=times(standing.work.slips))
            known = (each for each in exceptions_of(standing, is_reported=True) if each != moved)
            reasons = [*_before(board, period, standing), *known]
            more = "".join(f"; {each[:1].lower()}{each[1:]}" for each in reasons)
            state = sign_of(standing.status, f"{more}{_charge(board, standing)}")
            yield (*_called(board, standing.work), Text(": "), *state)


def _before(board: Board, period: Period | None, standing: Standing) -> Iterator[str]:
    """Which status it had at the end of the months before, where that was another."""
    then = standing_of(board.at(period.before.end), standing.work).status if period else None
    if then and then != standing.status:
        yield say("Before: {status}", status=then.title)


def _charge(board: Board, standing: Standing) -> str:
    """Whose it is, by when, and how often that was moved; what is due that day says so among its reasons."""
    work, day = standing.work, standing.day
    owners = listed([board.get(ref).title for ref in work.owned_by])
    is_told = day is not None and work.deadline is not None and work.deadline.latest == day.latest
    due = say("due {day}", day=work.deadline) if work.deadline and not is_told else ""
    moved = say("moved {often}", often=times(work.slips)) if work.slips else ""
    said = ", ".join(filter(None, (owners, due, moved)))
    return f" ({said})" if said else ""


def _called(board: Board, work: Target) -> Runs:
    """An action by its number and title; an objective by its name, after which the number of its action stands."""
    above = action_of(board, work)
    if isinstance(work, Action):
        title = title_of(work)
        return (Reference(say("action"), work.id, after=f" ({title})" if title else ""),)
    return (*lead_to(work), Text(f", {board.called(above)}" if above else ""))
