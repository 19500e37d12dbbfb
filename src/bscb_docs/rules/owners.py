"""Rules of owners: none is shown who had left or not come, and who tells of work has it at that day."""

from bscb_docs import records
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.records import standing_of, years_of
from bscb_docs.rules.engine import Findings, Pack, finding_of, rule

OTHER_HOLDER = "Name who held it then, or mend the dates beneath the person's or the body's heading."
_HANDED_ON = (
    "Write after `owner:` who had it first, and below it `changed owner: to {new}, on ..., because ...`; or mend the "
    "dates of the person's card."
)

Owned = records.Action | records.Objective | records.Task


def absent_owners(pack: Pack) -> Findings:
    """An action, objective or task that a document shows with an owner who had left, or had not come."""
    works: tuple[Owned, ...] = pack.board.of(records.Action, records.Objective, records.Task)
    for work in works:
        named = (*work.owners, *(change.to for change in work.changed_owners))
        if any(pack.board.find(records.Person, each.name) for each in named):
            yield from _former_owners(pack, work)
            yield from _owners_to_come(pack, work)


def _former_owners(pack: Pack, work: Owned) -> Findings:
    """Open work of the document's own year, at the last day on which it is printed."""
    at, years = pack.date_of(work), years_of(pack.board, work)
    if at is None or (years and years.surely_before(at)):
        return
    for person in _persons(pack, work):
        if has_left(person, at) and standing_of(pack.board.at(at), work).is_open:
            said = f"is owned by {person.title}, who had left every post by {at}"
            yield _told(pack, work, person, said, OTHER_HOLDER)


def _owners_to_come(pack: Pack, work: Owned) -> Findings:
    """Work as a document shows it on a day after its years began, before its owner held any post or worked for any."""
    years, days = years_of(pack.board, work), [each.as_at for each in pack.documents_of(work) if each.as_at]
    for at in sorted(days, key=lambda day: day.latest):
        is_begun = years is None or years.earliest <= at.latest
        for person in _persons(pack, work.agreed_by(at)) if is_begun else ():
            held: tuple[records.Post | records.Employment, ...] = (*person.posts, *person.works_for)
            begins = [each.from_ for each in held]
            if begins and all(begin and at.surely_before(begin) for begin in begins):
                said = f"is printed at {at} as owned by {person.title}, who held no post before {begins[0]}"
                yield _told(pack, work, person, said, _HANDED_ON.format(new=person.title))
                return


def _persons(pack: Pack, work: Owned) -> list[records.Person]:
    return [person for ref in work.owned_by if (person := pack.board.find(records.Person, ref.name))]


def has_left(person: records.Person, at: records.PartialDate) -> bool:
    """True where every post on the card of a person had certainly ended by that day."""
    return bool(person.posts) and all(post.to and post.to.surely_before(at) for post in person.posts)


def _told(pack: Pack, work: Owned, person: records.Person, said: str, mend: str) -> Finding:
    return finding_of("GOV-03", f"{pack.called(work)} {said}.", work.place, mend, person.title, field="owner")


@rule("UPD-10")
def updates_of_former_owners(pack: Pack) -> Findings:
    """An update from an owner in whose place another had come before its day."""
    for update in pack.board.of(records.Update):
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
