"""Rule of reporting owners: who tells how work stands has it at that day."""

from bscb_docs.records import Update
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule


@rule("UPD-10")
def updates_of_former_owners(pack: Pack) -> Findings:
    """An update from an owner in whose place another had come before its day."""
    for update in pack.board.of(Update):
        if update.by is None or update.as_at is None:
            continue
        told_by, work = pack.board.get(update.by), pack.board.get(update.about)
        owners = [pack.board.get(owner) for owner in work.agreed_by(update.as_at).owned_by]
        for left, change in work.handovers:
            is_over = change.on is not None and change.on.surely_before(update.as_at)
            if is_over and left and pack.board.get(left) is told_by and told_by not in owners:
                message = f"{pack.called(update)} is of {update.as_at}, from {told_by.title}; since {change.on} "
                message += f"{pack.board.get(change.to).title} has the work."
                mend = "Ask who has it now, or mend its date."
                yield finding_of("UPD-10", message, update.place, mend, update.about.name)
