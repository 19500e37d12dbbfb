"""Rule of planned years: the actions are of the years that documents print."""

from collections.abc import Iterator
from contextlib import suppress

from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.records import Action, Objective, YearSpan, years_of
from bscb_docs.rules.engine import Findings, Pack, Printed, finding_of, rule


@rule("PLN-07")
def years_without_actions(pack: Pack) -> Findings:
    """A section of years for which nothing is planned, and actions of a calendar year where years begin in April."""
    board = pack.board
    planned = {action.years for action in board.of(Action) if action.years}
    chosen = [(document.entry.id, *each) for document in pack.documents for each in _chosen(document) if planned]
    odd = {span for span in planned if _april(span) in planned | {years for _, _, years in chosen}}
    for action in board.of(Action):
        if action.years in odd:
            right = _april(action.years)
            message = (
                f"Action {action.id} is of the calendar year {action.years}, so documents of {right} leave it out."
            )
            cause = f"actions of {action.years}"
            yield finding_of("PLN-07", message, action.place, f"Write {right} in its place.", action.id, cause=cause)
    known = {*planned, *map(_april, odd), *(years_of(board, each) for each in board.of(Objective))}
    those = joined([str(span) for span in sorted(planned)])
    for name, place, years in chosen:
        if years not in known:
            message = f"A section is to print what is planned for {years}; the actions are of {those}."
            mend = "Mend the years here, or those of the heading above the actions."
            yield finding_of("PLN-07", message, place, mend, name, cause=f"no action of {years}")


def _chosen(document: Printed) -> Iterator[tuple[Place, YearSpan]]:
    """The years that the register chooses for sections of a document, and where."""
    for choice in document.entry.sections:
        with suppress(ValueError):
            yield choice.place, YearSpan.from_text(dict(choice.options).get("years", ""))


def _april(years: YearSpan) -> YearSpan | None:
    """The years that begin in the April of a calendar year; None of other years."""
    return YearSpan(years.first, years.first + 1) if years.first == years.last else None
