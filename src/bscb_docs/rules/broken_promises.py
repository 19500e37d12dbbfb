"""Rule of broken promises: what was promised was kept, and what is said to be kept was promised."""

from itertools import chain

from bscb_docs.records import Action, Delivery, Objective, Update, kept_unpromised, promises_of, standing_of
from bscb_docs.records.names import grouped
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule


@rule("UPD-05")
def broken_promises(pack: Pack) -> Findings:
    """A commitment before its own update, one that nothing says was kept, and what is said to be kept and was none."""
    idle = grouped((update.about.name, (update, kept.what)) for update, kept in kept_unpromised(pack.board))
    for promise in promises_of(pack.board):
        update, by = promise.update, promise.commitment.by
        called = pack.called(update)
        if by and update.as_at and by.surely_before(update.as_at):
            message = f'{called} is as at {update.as_at}, and "{promise.commitment}" is dated before it.'
            mend = "Mend the date of the next step, or the day of the update."
            yield finding_of("UPD-05", message, update.place, mend, update.about.name, field="kept")
        elif promise.is_late(pack.as_at) and not _was_given_up(pack, update):
            message = f'{called} promised "{promise.commitment}", and nothing says that it was kept.'
            mend = "Beneath a later update write kept: and its first words, or next: and it again, by its new date."
            for other, what in idle.pop(update.about.name, ())[-1:]:
                message += f' That "{what}" was kept, as {other.place.in_words}, says, nobody promised.'
            yield finding_of("UPD-05", message, update.place, mend, update.about.name, field="kept")
    for update, what in chain.from_iterable(idle.values()):
        message = f'{pack.called(update)} says that "{what}" was kept, and no earlier update of it promised that.'
        mend = "After kept: write the first words of what was promised after next:, or take the line out."
        yield finding_of("UPD-05", message, update.place, mend, update.about.name, field="kept")


def _was_given_up(pack: Pack, update: Update) -> bool:
    """True where the work of the update was ended before it was complete: nobody will keep what it promised."""
    work = pack.board.get(update.about)
    is_ended = isinstance(work, Action | Objective) and any(each.ended and not each.point for each in work.became)
    return is_ended and standing_of(pack.board, work).delivery is not Delivery.COMPLETE
