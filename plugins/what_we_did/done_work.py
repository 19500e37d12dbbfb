"""Done work: the reviews, audits, inspections, bulletins, visits and events of some years."""

from collections.abc import Iterator, Sequence

from bscb_docs import Audit, Board, Bulletin, Event, Inspection, PartialDate, Recommendation, Review, Visit, YearSpan

Source = Review | Audit | Inspection
"""What teaches something."""
Done = Source | Bulletin | Visit | Event


def done_in(board: Board, years: YearSpan | None) -> list[Done]:
    """What was done in those years, as far as its date tells: reviews, audits and inspections first."""
    every: tuple[Done, ...] = board.of(Review, Audit, Inspection, Bulletin, Visit, Event)
    return [each for each in every if _lies_in(each, years)]


def _lies_in(done: Done, years: YearSpan | None) -> bool:
    own = done.planned_years if isinstance(done, Audit) else getattr(done, "years", None)
    if years is None or own is not None:
        return own is None or own == years
    date = None if isinstance(done, Audit) else day_of(done)
    return date is None or years.meets(date)


def day_of(done: Review | Inspection | Bulletin | Visit | Event) -> PartialDate | None:
    """When it was, as far as that is recorded."""
    return done.published if isinstance(done, Review | Bulletin) else done.date


def asked_in(board: Board, sources: Sequence[Done]) -> Iterator[Recommendation]:
    """The recommendations that were made in them."""
    yield from (each for each in board.of(Recommendation) if each.of and board.get(each.of) in sources)
