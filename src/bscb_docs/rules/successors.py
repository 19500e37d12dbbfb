"""Rule of successors: what carries work on is of a later year, and of the same priority."""

from collections.abc import Iterator
from itertools import chain

from bscb_docs.diagnostics.finding import Severity
from bscb_docs.records import Action, Objective, priority_of, years_of
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule


@rule("LIN-04")
def strange_successors(pack: Pack) -> Findings:
    """Work that became itself, or work of no later year; a note where it is of another priority."""
    for work, successor in _carried_on(pack):
        years, later = years_of(pack.board, work), years_of(pack.board, successor)
        own, other = priority_of(pack.board, work), priority_of(pack.board, successor)
        called = f"{pack.called(work)} ({work.id}) says that it became"
        if work is successor:
            message = f"{called} itself."
            mend = "Write the id of what carries it on; what goes on unchanged in its own year needs no line."
            yield finding_of("LIN-04", message, work.place, mend, work.id)
        elif years and later and later.earliest <= years.earliest:
            message = f"{called} {successor.id}, which is of {later}, no later year."
            mend = "Write the id of one of a later year; if it went into another of its own year, accept this check."
            yield finding_of("LIN-04", message, work.place, mend, work.id)
        elif own and other and own is not other and own.plan == other.plan:
            message = f"{called} {successor.id}, which stands under another priority, {other.title}."
            mend = "Mend the id; if the work moved to that priority, leave it."
            yield finding_of("LIN-04", message, work.place, mend, work.id, softer=Severity.NOTE)


def _carried_on(pack: Pack) -> Iterator[tuple[Action | Objective, Action | Objective]]:
    """Each piece of work with each that carries it, or a point of it, on."""
    works: tuple[Action | Objective, ...] = pack.board.of(Action, Objective)
    for work in works:
        named = dict.fromkeys(chain(became.successor for became in work.became if became.successor))
        for successor in named:
            if found := pack.board.find(type(work), successor.name):
                yield work, found
