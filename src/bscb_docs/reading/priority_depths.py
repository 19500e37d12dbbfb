"""Priorities whose headings have more or fewer hashes than the others beside them: what follows is filed elsewhere."""

from collections import Counter
from itertools import groupby

from bscb_docs.diagnostics.phrases import joined
from bscb_docs.reading.cards import Card, Read
from bscb_docs.reading.gathered_findings import Gathered
from bscb_docs.records import Action, Outcome, Priority, fold


def check_priority_depths(records: Read, report: Gathered) -> None:
    """A finding (PLN-01) for each priority of another depth than the most of its file, where it is filed wrongly.

    Depth alone is no fault: priorities may be grouped. It is one where a priority stands beneath another, or outside
    the plan that the others stand under.
    """
    for _, found in groupby(records, lambda read: read[1].place.file):
        filed = list(found)
        headed = [(record, card) for record, card in filed if isinstance(record, Priority) and card.level]
        nested = any(_priority_above(card) for _, card in headed)
        if not nested and len({record.plan is None for record, _ in headed}) <= 1:
            continue
        right = Counter(card.level for _, card in headed).most_common(1)[0][0]
        for record, card in headed:
            if card.level != right:
                was = f"{card.level} hash{'es' * (card.level > 1)}"
                message = f"{card.label} has {was} where other priorities have {right}, {_astray(record, card, filed)}."
                report.add("PLN-01", message, card.place, f"Write: {'#' * right} {card.words}", card.name)


def _priority_above(card: Card) -> Card | None:
    """The priority that a card stands under, if any."""
    return next((above for above in card.above if above.reading and above.reading.kind.record is Priority), None)


def _astray(priority: Priority, card: Card, filed: Read) -> str:
    """Where the priority, and what follows it up to the next one, is filed."""
    after = filed[next(at for at, read in enumerate(filed) if read[0] is priority) + 1 :]
    names = []
    for record, _ in after:
        if isinstance(record, Priority):
            break
        if isinstance(record, Action | Outcome) and record.priority and fold(record.priority.name) != fold(priority.id):
            names.append((record.id, record.priority.name))
    if names:
        follow = "which follows it" if len(names) == 1 else "which follow it"
        return f"so {joined([name for name, _ in names])}, {follow}, would be printed under priority {names[0][1]}"
    above = _priority_above(card)
    return f"so it is filed under {above.label}" if above else "so it is filed outside their plan"
