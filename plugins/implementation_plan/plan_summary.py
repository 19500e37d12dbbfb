"""Plan summary: how the objectives of a year stand, in a few sentences, a table, and what is late."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bscb_docs import (
    Action,
    Board,
    Objective,
    Reference,
    Runs,
    Standing,
    Table,
    Text,
    YearSpan,
    action_of,
    badge_of,
    capital,
    counted,
    in_words,
    in_worst_order,
    label_of,
    objectives_of,
    say,
    standing_of,
    status_table,
    title_of,
    under_actions,
    worry_words,
)


def lead_of(standings: list[Standing], actions: str, years: YearSpan, *, is_worried: bool) -> str:
    """How many objectives there are, of how many the deadline passed or was moved, and what is told below."""
    number = counted(len(standings), "objective")
    said = say(
        "The plan for {years} has {objectives} under {actions}.", years=years, objectives=number, actions=actions
    )
    overdue, moved = (sum(each.is_overdue for each in standings), sum(each.work.slips > 0 for each in standings))
    late = say("Overdue: {overdue}; deadline moved: {moved}.", overdue=in_words(overdue), moved=in_words(moved))
    below = say(
        "Late, put off or not on course:" if is_worried else "None is reported to be late, put off or not on course."
    )
    return f"{said} {late} {below}"


def totals_of(board: Board, years: YearSpan) -> Table:
    """How many objectives of each priority stand at each of the board's labels."""
    rows = []
    for priority in board.priorities:
        found = (standing_of(board, o) for a in board.actions(priority, years) for o in objectives_of(board, a))
        counts = Counter(label_of(each.status) for each in found)
        rows.append((badge_of(board, priority, priority.title), counts))
    return status_table(board, say("Objectives of {years} by priority and status", years=years), rows)


def worries_in(board: Board, works: Iterable[Objective | Action]) -> Iterator[Runs]:
    """The actions that are late or not on course themselves or by their objectives, where the worst of each stands.

    An action is one entry with its objectives: what it says itself, their table, and those of them that it is about.
    """
    found = in_worst_order(standing_of(board, work) for work in works)
    return (_worry(board, *entry) for entry in under_actions(board, filter(worry_words, found)))


def _worry(board: Board, first: Standing, *others: Standing) -> Runs:
    """What stands badly of one piece of work, and of its objectives, which are named after it with what differs."""
    action = action_of(board, first.work)
    title = title_of(first.work) or (capital(board.called(action)) if action else "")
    why = worry_words(first)
    said = Text(f"{title}: {why}")
    if action is None or not objectives_of(board, action):
        return (said,)
    named = (": ".join(filter(None, (say("Objective"), title_of(each.work)))) for each in others)
    own = (
        "; ".join(each for each in worry_words(other).split("; ") if each not in why.split("; ")) for other in others
    )
    more = "".join(f". {name}{f' ({its})' if its else ''}" for name, its in zip(named, own, strict=True))
    return said, Text(" ("), Reference(say("table"), caption_name(action)), Text(f"){more}")


def is_asked(board: Board, action: Action) -> bool:
    """True of an action that says itself how it stands: what has no update and has objectives stands as these do."""
    return board.latest_update(action) is not None or not objectives_of(board, action)


def caption_name(action: Action) -> str:
    """What the table of an action's objectives is referred to by."""
    return f"{action.id}.objectives"
