"""Rules of learning: every published review has its bulletin."""

from bscb_docs.records import Bulletin, Review, fold
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule


@rule("REV-01")
def reviews_without_bulletins(pack: Pack) -> Findings:
    """A review published by the date of the pack that no bulletin draws on."""
    drawn_on = {fold(ref.name) for bulletin in pack.board.of(Bulletin) for ref in bulletin.draws_on}
    for review in pack.board.of(Review):
        is_out = review.published and not (pack.as_at and pack.as_at.surely_before(review.published))
        names = {fold(review.id), fold(review.title or review.id)}
        if is_out and not names & drawn_on:
            message = f"Review {review.id} was published ({review.published}), and no bulletin draws on it."
            mend = f"Write a Bulletin heading with `draws on: {review.id}` beneath it, or accept that it has none."
            yield finding_of("REV-01", message, review.place, mend, review.id)
