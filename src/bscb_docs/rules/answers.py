"""Rules of answers: reviews with bulletins, answered recommendations, fresh assurance, audits in their quarter."""

from itertools import pairwise

from bscb_docs import records
from bscb_docs.records import fold, standing_of
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule


@rule("RCM-01")
def unanswered_recommendations(pack: Pack) -> Findings:
    """A recommendation that nobody has answered, or that was answered before it was made."""
    for each in pack.board.of(records.Recommendation):
        answered = each.response.on if each.response else None
        if answered and each.made_on and answered.surely_before(each.made_on):
            message = f"{pack.called(each)} was answered on {answered}, before it was made on {each.made_on}."
            yield finding_of("RCM-01", message, each.place, "Mend one of the two dates.", each.id)
        at = pack.date_of(each)
        is_later = each.made_on and at and at.surely_before(each.made_on)
        if each.response or is_later or each.gap("response"):
            continue
        message = f"{pack.called(each)} has no response."
        mend = "Write response: accepted, accepted in part, or not accepted, because ..."
        yield finding_of("RCM-01", message, each.place, mend, each.id, field="response")


@rule("RCM-02")
def refusals_without_reason(pack: Pack) -> Findings:
    """A recommendation not accepted, or accepted in part, without a reason."""
    for each in pack.board.of(records.Recommendation):
        if each.response and each.response.answer is not records.Answer.ACCEPTED and not each.response.because:
            message = f"{pack.called(each)} is {each.response.answer.value}, and nothing says why."
            mend = f"Write response: {each.response.answer.value}, because ..."
            yield finding_of("RCM-02", message, each.place, mend, each.id)


@rule("ASR-01")
def stale_assurance(pack: Pack) -> Findings:
    """Something the board must be sure of that was looked at more than a year ago, or never."""
    for each in pack.board.of(records.Assurance):
        at = pack.date_of(each)
        if at is None or each.gap("assured"):
            continue
        last = each.last_looked_at
        if last is None or each.is_stale_at(at):
            when = f"was looked at last in {last}" if last else "was never looked at"
            when = "says how sure the board is, and not when" if each.assured and not last else when
            message = f"{pack.called(each)} ({each.title}) {when}; the pack is as at {at}."
            mend = "Add a line assured: with how sure the board is and as at which day."
            yield finding_of("ASR-01", message, each.place, mend, each.id, field="assured")
    yield from _too_sure(pack)


def _too_sure(pack: Pack) -> Findings:
    """What the board became surer of and says not why, or is the surest of while what closes a gap of it is open."""
    board = pack.board.at(pack.as_at) if pack.as_at else pack.board
    scale = {level.title: number for number, level in enumerate(board.of(records.AssuranceLevel))}
    for each in pack.board.of(records.Assurance):
        said = [(scale[pack.board.get(told.level).title], told) for told in each.in_order]
        called = f"{pack.called(each)} ({each.title})"
        rises = [told for (before, _), (level, told) in pairwise(said) if level < before and not told.because]
        is_surest = len(scale) > 1 and said[-1:] and said[-1][0] == 0
        closing = [board.get(gap.closed_by) if gap.closed_by else None for gap in each.shortfalls if is_surest]
        if rises:
            message = f"{called} rose to {rises[-1].level}, and nothing says why."
            yield finding_of("ASR-01", message, each.place, "Write why: because ...; or mend the level.", each.id)
        elif any(work is None or standing_of(board, work).is_open for work in closing):
            message = f"{called} is at {said[-1][1].level}, and a gap of it is open."
            mend = "Mend the level, or the gap; if the board is sure all the same, accept this check."
            yield finding_of("ASR-01", message, each.place, mend, each.id)


@rule("ASR-02")
def late_audits(pack: Pack) -> Findings:
    """An audit whose quarter has passed and that was not carried out."""
    for audit in pack.board.of(records.Audit):
        at = pack.date_of(audit)
        is_past = audit.planned is not None and at is not None and audit.planned.surely_before(at)
        if is_past and not audit.carried_out and not audit.gap("carried out"):
            called = pack.called(audit)
            message = f"{called} was planned for {audit.planned}, and nothing says that it was done."
            mend = "Write carried out: and its quarter; or plan it anew."
            yield finding_of("ASR-02", message, audit.place, mend, audit.id or audit.title)


@rule("REV-01")
def reviews_without_bulletins(pack: Pack) -> Findings:
    """A review published by the date of the pack that no bulletin draws on."""
    drawn_on = {fold(ref.name) for bulletin in pack.board.of(records.Bulletin) for ref in bulletin.draws_on}
    for review in pack.board.of(records.Review):
        is_out = review.published and not (pack.as_at and pack.as_at.surely_before(review.published))
        names = {fold(review.id), fold(review.title or review.id)}
        if is_out and not names & drawn_on:
            message = f"Review {review.id} was published ({review.published}), and no bulletin draws on it."
            mend = f"Write a Bulletin heading with `draws on: {review.id}` beneath it, or accept that it has none."
            yield finding_of("REV-01", message, review.place, mend, review.id)
