"""Rule of successors: what carries work on is of a later year, and of the same priority."""

from collections.abc import Iterator

from bscb_docs.diagnostics.finding import Severity
from bscb_docs.records import (
    Action,
    Objective,
    Priority,
    action_of,
    objectives_of,
    priority_of,
    successors_of,
    years_of,
)
from bscb_docs.records.names import gathered
from bscb_docs.rules.engine import Findings, Pack, finding_of, kept, rule


@rule("LIN-04")
def strange_successors(pack: Pack) -> Findings:
    """Work that became itself, work of no later year or not what carries it on; a note where of another priority."""
    works: tuple[Action | Objective, ...] = pack.board.of(Action, Objective)
    for work, successor in ((each, found) for each in works for found in successors_of(pack.board, each)):
        years, later = years_of(pack.board, work), years_of(pack.board, successor)
        own, other = priority_of(pack.board, work), priority_of(pack.board, successor)
        own_id = "" if work.id in pack.called(work) else f" ({work.id})"
        called = f"{pack.called(work)}{own_id} says that it became"
        if work is successor:
            message = f"{called} itself."
            mend = "Write the id of what carries it on; what goes on unchanged in its own year needs no line."
            yield finding_of("LIN-04", message, work.place, mend, work.id)
        elif years and later and later.earliest <= years.earliest:
            message = f"{called} {successor.id}, which is of {later}, no later year."
            mend = "Write the id of one of a later year; if it went into another of its own year, accept this check."
            yield finding_of("LIN-04", message, work.place, mend, work.id, field="became")
        elif own and other and own is not other and own.plan == other.plan:
            message = f"{called} {successor.id}, which stands under another priority, {other.title}."
            twin = next((each for each in _carried_by_none(pack, type(work), own) if _is_twin(each, successor)), None)
            mend = f"Write became: {twin.id} if that is meant, which nothing became. " if twin else "Mend the id; "
            mend += "If the work moved to that priority, leave it." if twin else "if the work moved there, leave it."
            softer = None if twin else Severity.NOTE
            yield finding_of("LIN-04", message, work.place, mend, work.id, softer=softer)
        elif successor is successors_of(pack.board, work)[0] and (found := _carried_on_elsewhere(pack, work)):
            meant, said = found
            mend = f"Write: became: {meant.id}, unless that is wrong. If the work was divided, write a line for each."
            yield finding_of("LIN-04", f"{called} {successor.id}; {said}.", work.place, mend, work.id)


def _carried_on_elsewhere(pack: Pack, work: Action | Objective) -> tuple[Action | Objective, str] | None:
    """What certainly carries work on and is none of its successors, and how that is known; None where there is none.

    Later work has its very words, as no successor has; or of an action, all its objectives that are carried on are
    so under that one alone.
    """
    board, named = pack.board, successors_of(pack.board, work)
    alike, years = _by_words(pack).get(_words(work), ()) if work.text else (), years_of(board, work)
    for other in alike if not any(each in alike for each in named) else ():
        later = years_of(board, other)
        if years and later and later.earliest > years.earliest:
            return other, f"{other.id} has its very words"
    objectives = objectives_of(board, work) if isinstance(work, Action) else ()
    pairs = [(each, after) for each in objectives for after in successors_of(board, each)]
    pairs = [(own, after) for own, after in pairs if priority_of(board, own) is priority_of(board, after)]
    above = dict.fromkeys(action_of(board, after) for _, after in pairs)
    action = next(iter(above), None)
    if action and len(above) == 1 and action not in named:
        own, after = pairs[0]
        return action, f"its objective {own.id} became {after.id}, which is of {action.id}"
    return None


@kept
def _by_words(pack: Pack) -> dict[tuple[type, str], list[Action | Objective]]:
    """The actions and objectives by their kind and words."""
    works: tuple[Action | Objective, ...] = pack.board.of(Action, Objective)
    return gathered((_words(work), work) for work in works)


def _words(work: Action | Objective) -> tuple[type, str]:
    return type(work), " ".join(work.text.text.split())


def _carried_by_none(pack: Pack, kind: type[Action | Objective], priority: Priority) -> Iterator[Action | Objective]:
    """The work of a priority that no earlier work became."""
    named = {id(successor) for work in pack.board.of(kind) for successor in successors_of(pack.board, work)}
    for each in pack.board.of(kind):
        if id(each) not in named and priority_of(pack.board, each) is priority:
            yield each


def _is_twin(one: Action | Objective, other: Action | Objective) -> bool:
    """True where one letter or figure of the two ids differs."""
    pairs = zip(one.id, other.id, strict=False)
    return len(one.id) == len(other.id) and sum(a != b for a, b in pairs) == 1
