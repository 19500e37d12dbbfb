"""Report rows: each piece of work in a row of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Document,
    Paragraph,
    Priority,
    Prose,
    Reference,
    Runs,
    Standing,
    Status,
    Text,
    Update,
    action_of,
    begin_with,
    capital,
    changes_of,
    charge_lines,
    paragraphs,
    priority_of,
    row_head,
    say,
    status_line,
    status_words,
    title_of,
    update_words,
)

from .reported_standings import reasons_of, requests_of

_EXCEPTIONS = "needs-attention"
"""What the table of work that needs attention is referred to by."""
_DECISIONS = "to-be-decided"
"""What the table of next steps is referred to by."""


@frozen
class WorkRow:
    """An objective or action in a row: what it is, whose, by when, how it stands, what was reported."""

    text: Blocks
    owners: Blocks
    deadline: Blocks
    status: Blocks
    update: Blocks


@frozen
class StateRow:
    """A status, what it means, and how much work stood at it at the end of the months before and of these."""

    status: Blocks
    definition: Prose
    then: int
    now: int


@frozen
class PriorityRows:
    """A priority, its open work, where other work is told, and what was reported of actions that have objectives."""

    id: str
    number: int
    title: str
    rows: tuple[WorkRow, ...]
    note: Runs
    updates: tuple[Blocks, ...]


def row_of(board: Board, standing: Standing) -> WorkRow:
    """A row of what was reported of a piece of work."""
    return WorkRow(
        row_head(standing.work),
        *charge_lines(board, standing.work),
        status_words(standing),
        (*update_words(standing.update), *changes_of(board, standing.work)),
    )


def exception_row(board: Board, document: Document, standing: Standing) -> WorkRow:
    """A row that is told apart from its priority: it names the action that it is or serves, and says why it is here."""
    row, above = row_of(board, standing), action_of(board, standing.work)
    where = board.called(above) if above else ""
    label = say("Objective of {action}", action=where) if where and above is not standing.work else where
    reasons = reasons_of(board, document, standing)
    why = "".join(f"; {reason[:1].lower()}{reason[1:]}" for reason in reasons)
    status = (*status_words(standing, why), *_to_be_decided(board, document, standing))
    return evolve(row, text=begin_with(row.text, label=capital(label)), status=status)


def _to_be_decided(board: Board, document: Document, standing: Standing) -> Blocks:
    """Where what its owner asks for stands, in a document that lists what is to be decided."""
    is_listed = any(name == "next-steps" for name, _ in document.beside)
    if not (is_listed and any(requests_of(board, standing))):
        return ()
    return (Paragraph((Text(say("To be decided: see ")), Reference(say("table"), _DECISIONS), Text("."))),)


def state_rows(board: Board, then: Iterable[Standing], now: Iterable[Standing]) -> Iterator[StateRow]:
    """A row for each status that a row bears, and one for what is not rated."""
    counts = [Counter(s.status.title if s.status else "" for s in standings) for standings in (then, now)]
    for status in board.of(Status):
        if any(count[status.title] for count in counts):
            yield StateRow(status_line(status), status.text, counts[0][status.title], counts[1][status.title])
    if any(count[""] for count in counts):
        unsaid = Prose(say("No one status fits it, or none was given."))
        yield StateRow(paragraphs(say("Not rated")), unsaid, counts[0][""], counts[1][""])


def priority_rows(
    board: Board,
    priority: Priority,
    standings: Iterable[Standing],
    reported: Iterable[tuple[Action, Update]],
    told: set[str],
) -> PriorityRows:
    """Its open work, without what stands in the table of what needs attention."""
    own = [s for s in standings if s.is_open and priority_of(board, s.work) is priority]
    rows = tuple(row_of(board, s) for s in own if s.work.id not in told)
    note: Runs = ()
    if len(rows) < len(own):
        note = (Text(say("What else is open needs attention: see ")), Reference(say("table"), _EXCEPTIONS), Text("."))
    more = (each for each in reported if priority_of(board, each[0]) is priority)
    updates = tuple(_update(board, action, update) for action, update in more if action.id not in told)
    return PriorityRows(priority.id, board.number(priority), priority.title, rows, note, updates)


def _update(board: Board, action: Action, update: Update) -> Blocks:
    """What was reported of an action as a whole, after its words and its status."""
    status, label = board.status_of(update), title_of(action)
    return begin_with(update_words(update), label=f"{label} ({status.title})" if status else label)
