"""Plan summary: how the work of a year stands, in a few sentences, a table, and what is late."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from bscb_docs import (
    Action,
    Board,
    Document,
    Objective,
    Reference,
    Request,
    Runs,
    Standing,
    Table,
    Text,
    YearSpan,
    action_of,
    badge_of,
    brief_of,
    due_words,
    fold,
    in_words,
    in_worst_order,
    is_decision,
    is_open,
    label_of,
    objectives_of,
    open_promises,
    owner_words,
    papers_with,
    planned_words,
    priority_of,
    say,
    standing_of,
    status_table,
    title_of,
    under_actions,
    worry_words,
)


def noun_of(standings: Iterable[Standing]) -> str:
    """What is counted: objectives, and the actions that have none where there are any."""
    is_mixed = any(isinstance(each.work, Action) for each in standings)
    return say("Objectives (or actions that have none)" if is_mixed else "Objectives")


def lead_of(board: Board, years: YearSpan, entries: Collection[Sequence[Standing]], waiting: str) -> str:
    """What the plan set, how many entries are overdue or due on the day, and what waits for a decision."""
    is_late = [any(each.is_overdue for each in entry) for entry in entries]
    now = [entry[0].day for entry, late in zip(entries, is_late, strict=True) if not late and _is_due_now(entry)]
    due = say("; due by {day} and not complete: {number}", day=now[0], number=in_words(len(now))) if now else ""
    late = say("Overdue: {overdue}{due}.", overdue=in_words(sum(is_late)), due=due)
    below = say(
        "Late, put off or not on course:" if entries else "None is reported to be late, put off or not on course."
    )
    return " ".join(filter(None, (planned_words(board, years), late, waiting, below)))


def waiting_words(board: Board, document: Document, works: Iterable[Objective | Action]) -> str:
    """Which of the work waits for a decision, and where the papers of that day tell of it; "" where none does."""
    promises = (each.update.about for each in open_promises(board) if is_decision(each))
    asked = {fold(ref.name) for ref in (*promises, *(each.about for each in board.of(Request) if is_open(board, each)))}
    waiting = "; ".join(brief_of(each).rstrip(".") for each in works if fold(each.id) in asked)
    now = {entry.title for entry in board.documents if board.day_of(entry) == document.as_at}
    papers = "; ".join(title for title in papers_with(board, "to-be-decided") if title in now)
    where = say(" (see {papers})", papers=papers) if papers else ""
    return say("Waiting for a decision: {works}{where}.", works=waiting, where=where) if waiting else ""


def _is_due_now(entry: Iterable[Standing]) -> bool:
    return any(each.is_due_now for each in entry)


def totals_of(board: Board, years: YearSpan, standings: Collection[Standing]) -> Table:
    """How much of each priority stands at each of the board's labels."""
    counts = {priority: Counter[str]() for priority in board.priorities}
    for standing in standings:
        if priority := priority_of(board, standing.work):
            counts[priority][label_of(standing.status)] += 1
    rows = [(badge_of(board, each, each.title), number) for each, number in counts.items()]
    caption = say("{works} of {years} by priority and status", works=noun_of(standings), years=years)
    return status_table(board, caption, rows)


def worries_in(board: Board, works: Iterable[Objective | Action]) -> list[list[Standing]]:
    """The actions that are late or not on course themselves or by their objectives, where the worst of each stands.

    An action is one entry with its objectives: what it says itself, their table, and those of them that it is about.
    """
    found = in_worst_order(standing_of(board, work) for work in works)
    return under_actions(board, (each for each in found if worry_words(board, each)))


def worry_of(board: Board, first: Standing, *others: Standing) -> Runs:
    """Where a piece of work stands below, what stands badly of it, whose it is; its objectives, with what differs."""
    action, why = action_of(board, first.work), worry_words(board, first)
    lead = (Reference("", action.id),) if action else ()
    named = [f". {': '.join(filter(None, (say('Objective'), title_of(each.work))))}" for each in (first, *others)]
    own = (
        "; ".join(each for each in worry_words(board, other).split("; ") if each not in why.split("; "))
        for other in others
    )
    more = "".join(f"{name}{f' ({its})' if its else ''}" for name, its in zip(named[1:], own, strict=True))
    day = due_words(board, first.work)
    charge = ", ".join(filter(None, (owner_words(board, first.work), say("due {day}", day=day) if day else "")))
    return *lead, Text(f"{'' if first.work is action else named[0]}: {why} ({charge}){more}")


def is_asked(board: Board, action: Action) -> bool:
    """True of an action that says itself how it stands: what has no update and has objectives stands as these do."""
    return board.latest_update(action) is not None or not objectives_of(board, action)
