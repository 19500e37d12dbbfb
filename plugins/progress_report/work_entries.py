"""Work entries: what was reported of a piece of work, after what it is and how it stands, in a paragraph of its own."""

import re
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
    ended_with,
    is_decision,
    objectives_of,
    open_promises,
    paragraphs,
    priority_of,
    runs_of,
    say,
    status_words,
    title_of,
    update_words,
    worry_words,
)

from .reported_standings import has_section, reasons_of, requests_of, updates_above

_SENTENCES = re.compile(r"(?<=[.!?]) (?=[^\W\d_])")


@frozen
class PriorityEntries:
    """A priority, its open work, and what was reported of actions that have objectives."""

    id: str
    number: int
    title: str
    entries: Blocks
    updates: tuple[Blocks, ...]


def exception_entries(board: Board, document: Document, groups: Iterable[list[Standing]]) -> Blocks:
    """What needs attention: its paragraphs, and for the objectives of such an action a point beneath them."""
    found = list[Block]()
    for first, *others in groups:
        above = action_of(board, first.work)
        found += entry_of(board, document, first, where=capital(board.called(above)) if above else "")
        found += points_of(board, document, others, say("objective"), first.update)
    return tuple(found)


def points_of(
    board: Board, document: Document, standings: Iterable[Standing], where: str = "", above: Update | None = None
) -> Blocks:
    """A point for each piece of work, with what was reported of it and not `above` already."""
    items = tuple(Item(entry_of(board, document, standing, where, above)) for standing in standings)
    return (ItemList(items),) if items else ()


def entry_of(
    board: Board, document: Document, standing: Standing, where: str = "", above: Update | None = None
) -> Blocks:
    """What it is, its status, why it needs attention, whose and by when; then what was reported, and what changed.

    Of late work the months in short tell its owner and deadline, where the document has them. Where those of open work
    stand here, what was reported has a paragraph of its own. Of work that is done no deadline moves any more.
    """
    work = standing.work
    is_above = isinstance(work, Action) and bool(objectives_of(board, work))
    is_told = has_section(document, "year-in-short") and bool(worry_words(board, standing)) and not is_above
    head = Text(f"{brief_of(work).rstrip('.')}{f' ({where})' if where else ''}: ", strong=True)
    charge = () if is_told else charge_of(board, work, changes=False)
    more = (*charge, *_decision(board, document, standing))
    facts = (head, *_state(board, document, standing), Text(". "), *more)
    changed = runs_of(changes_of(board, work, agreed=False)) if standing.is_open else ()
    told = ended_with(_without(_reported(document, standing.update), above), changed)
    goes_on = told and isinstance(told[0], Paragraph) and not (more and standing.is_open)
    own, below = (runs_of(told[:1]), told[1:]) if goes_on else ((), told)
    return (Paragraph(_ended((*facts, *own)), name=work.id), *below)


def _ended(runs: Runs) -> Runs:
    """The runs without the room for another sentence after them."""
    *before, last = runs
    return (*before, evolve(last, text=last.text.rstrip())) if isinstance(last, Text) else runs


def _without(blocks: Blocks, above: Update | None) -> Blocks:
    """The blocks without the sentences of a plain first paragraph that what was reported above begins with as well."""
    said = "".join(run.text for run in runs_of(update_words(above)[:1]) if isinstance(run, Text)) if above else ""
    match blocks[:1]:
        case (Paragraph(runs=(Text(text=words),)),) if said:
            kept = " ".join(each for each in _SENTENCES.split(words) if each not in said)
            return (*paragraphs(*filter(None, [kept])), *blocks[1:])
        case _:
            return blocks


def _state(board: Board, document: Document, standing: Standing) -> Runs:
    """Its status and why it needs attention; of what was never reported, that alone."""
    reasons = reasons_of(board, document, standing)
    status = [runs_of(status_words(standing))] if standing.update or not reasons else []
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
