"""Work entries: what was reported of a piece of work, after what it is and how it stands, in a paragraph of its own."""

from collections.abc import Iterable

from attrs import evolve, frozen

from bscb_docs import (
    Action,
    Block,
    Blocks,
    Board,
    Document,
    Item,
    ItemList,
    Paragraph,
    Priority,
    Reference,
    Runs,
    Standing,
    Text,
    Update,
    action_of,
    begin_with,
    brief_of,
    capital,
    changes_of,
    charge_of,
    is_decision,
    objectives_of,
    open_promises,
    priority_of,
    say,
    status_words,
    title_of,
    update_words,
    worry_words,
)

from .reported_standings import has_section, reasons_of, requests_of, updates_above


@frozen
class PriorityEntries:
    """A priority, its open work, and what was reported of actions that have objectives."""

    id: str
    number: int
    title: str
    entries: Blocks
    updates: tuple[Blocks, ...]


def exception_entries(board: Board, document: Document, groups: Iterable[list[Standing]]) -> Blocks:
    """What needs attention: a paragraph each, and for the objectives of such an action a point beneath it."""
    found = list[Block]()
    for first, *others in groups:
        above = action_of(board, first.work)
        found += entry_of(board, document, first, where=capital(board.called(above)) if above else "")
        found += points_of(board, document, others, where=say("objective"))
    return tuple(found)


def points_of(board: Board, document: Document, standings: Iterable[Standing], where: str = "") -> Blocks:
    """A point for each piece of work, with what was reported of it."""
    items = tuple(Item(entry_of(board, document, standing, where)) for standing in standings)
    return (ItemList(items),) if items else ()


def entry_of(board: Board, document: Document, standing: Standing, where: str = "") -> Blocks:
    """What it is, its status, why it needs attention, what was reported, whose it is, by when, and what changed.

    Of late work the months in short tell its owner and deadline, where the document has them.
    """
    work = standing.work
    is_above = isinstance(work, Action) and bool(objectives_of(board, work))
    is_told = has_section(document, "year-in-short") and bool(worry_words(standing)) and not is_above
    charge = _runs_of(changes_of(board, work)) if is_told else charge_of(board, work)
    head = Text(f"{brief_of(work).rstrip('.')}{f' ({where})' if where else ''}: ", strong=True)
    reported = _reported(document, standing.update)
    own = (*first, Text(" ")) if (first := _runs_of(reported[:1])) else ()
    runs = (head, *_state(board, document, standing), Text(". "), *own, *charge, *_decision(board, document, standing))
    *before, last = runs
    ended = (*before, evolve(last, text=last.text.rstrip())) if isinstance(last, Text) else runs
    return (Paragraph(ended, name=work.id), *(reported[1:] if own else reported))


def _runs_of(blocks: Blocks) -> Runs:
    """The words of paragraphs, one after the other."""
    return tuple(run for block in blocks if isinstance(block, Paragraph) for run in block.runs)


def _state(board: Board, document: Document, standing: Standing) -> Runs:
    """Its status and why it needs attention; of what was never reported, that alone."""
    reasons = reasons_of(board, document, standing)
    status = [_runs_of(status_words(standing))] if standing.update or not reasons else []
    return tuple(run for part in (*status, *reasons) for run in (Text("; "), *part))[1:]


def _reported(document: Document, update: Update | None) -> Blocks:
    """What was reported; what is promised stands among what comes next, where the document has that."""
    if update is None:
        return ()
    return update_words(evolve(update, next=()) if has_section(document, "next-steps") else update)


def _decision(board: Board, document: Document, standing: Standing) -> Runs:
    """Where what is to be decided of it stands, in a document that lists that."""
    promised = (each for each in open_promises(board) if is_decision(each))
    is_asked = any(requests_of(board, standing)) or standing.work in (board.get(each.update.about) for each in promised)
    if not (is_asked and has_section(document, "to-be-decided")):
        return ()
    return Text(say("To be decided: see ")), Reference(say("decision"), f"decide-{standing.work.id}"), Text(".")


def priority_entries(
    board: Board, document: Document, priority: Priority, standings: Iterable[Standing], told: set[str]
) -> PriorityEntries:
    """Its open work, without what needs attention."""
    own = [s for s in standings if s.is_open and priority_of(board, s.work) is priority]
    more = (each for each in updates_above(board, document) if priority_of(board, each[0]) is priority)
    return PriorityEntries(
        id=priority.id,
        number=board.number(priority),
        title=priority.title,
        entries=points_of(board, document, (each for each in own if each.work.id not in told)),
        updates=tuple(_update(board, action, update) for action, update in more if action.id not in told),
    )


def _update(board: Board, action: Action, update: Update) -> Blocks:
    """What was reported of an action as a whole, after its words and its status."""
    status, label = board.status_of(update), title_of(action)
    return begin_with(update_words(update), label=f"{label} ({status.title})" if status else label)
