"""Report lead: the work of a period in a few sentences."""

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from bscb_docs import (
    Action,
    Board,
    Delivery,
    Document,
    Objective,
    Standing,
    as_at_words,
    capital,
    in_words,
    in_words_alike,
    label_of,
    listed,
    now_due,
    priority_of,
    say,
    worst_first,
)


@frozen
class WorkNoun:
    """What the work is called of which the report tells: objectives, actions, or both."""

    one: str
    many: str


def noun_of(standings: Iterable[Standing]) -> WorkNoun:
    """The word for all of it; "action or objective" where there is neither."""
    of_one_kind: dict[tuple[type, ...], tuple[str, str]] = {
        (Objective,): ("objective", "objectives"),
        (Action,): ("action", "actions"),
    }
    kinds = tuple({type(standing.work) for standing in standings})
    one, many = of_one_kind.get(kinds, ("action or objective", "actions and objectives"))
    return WorkNoun(say(one), say(many))


def lead_of(noun: WorkNoun, standings: list[Standing], ended: list[Standing], document: Document) -> str:
    """How many were complete or given up, and of these how many since the months before."""
    if not standings:
        return say("There is no {work} of {years} to report on.", work=noun.one, years=document.years)
    states, when = Counter(standing.delivery for standing in standings), as_at_words(document)
    done, given_up = states[Delivery.COMPLETE], states[Delivery.WITHDRAWN]
    if len(standings) == 1:
        state = say("complete" if done else "given up" if given_up else "still open")
        return say("The one {work} was {state}{when}.", work=noun.one, state=state, when=when)
    total, number, other, new = in_words_alike(len(standings), done, given_up, len(ended))
    return say(
        f"Of {{all}} {{work}} {{number}} {'was' if done == 1 else 'were'} complete{{other}}{{when}}{{new}}.",
        all=total,
        work=noun.many,
        number=number,
        other=say(" and {number} given up", number=other) if given_up else "",
        when=when,
        new=say(", {number} of these in these months", number=new) if ended else "",
    )


def still_open(board: Board, standings: list[Standing]) -> str:
    """How many are open under each label, the worst first, overdue, with their priorities, and due on the day.

    "" where none is open, or but one is told of.
    """
    counts = Counter(standing.status for standing in standings if standing.is_open and len(standings) > 1)
    statuses = worst_first(counts)
    late = [standing for standing in standings if standing.is_overdue]
    now = [standing.day for standing in standings if standing.is_due_now]
    *numbers, overdue, due = in_words_alike(*(counts[status] for status in statuses), len(late), len(now))
    states = listed([f"{number} {label_of(status)}" for number, status in zip(numbers, statuses, strict=True)])
    own = [priority_of(board, standing.work) for standing in late]
    where = listed([capital(board.called(each)) for each in board.priorities if each in own])
    named = f"{overdue} ({where})" if where else overdue
    said = say("Overdue: {number}.", number=named) if late else say("None is overdue.")
    said += f" {say('Due by {day} and not complete', day=now[0])}: {due}." if now else ""
    return f"{say('Still open: {states}.', states=states)} {said}" if counts else ""


def moves_of(board: Board, standings: list[Standing]) -> str:
    """How much work had its deadline moved, how much of that is open, and what the next plan alone gave a later day.

    "" for none, or where but one is told of.
    """
    if len(standings) == 1 or not any(each.is_open for each in standings):
        return ""
    moved = [standing.is_open for standing in standings if standing.work.slips]
    later = sum(bool(now_due(board, each.work)) for each in standings if not each.work.slips)
    told = {
        "Deadline moved since the year began: {number} (still open: {open}).": len(moved),
        "Not moved, but carried on with a later day: {number}.": later,
    }
    return " ".join(say(words, number=in_words(n), open=in_words(sum(moved))) for words, n in told.items() if n)


def scope_of(standings: Iterable[Standing]) -> str:
    """What is counted, where some actions have objectives and some have none."""
    is_mixed = len({type(standing.work) for standing in standings}) > 1
    return say("Each objective is counted, and each action that has none.") if is_mixed else ""
