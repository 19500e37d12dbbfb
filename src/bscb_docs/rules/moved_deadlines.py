"""Rule of moved deadlines and changed owners: each says the day on which it was agreed, and one that can be."""

import re

from bscb_docs.diagnostics.finding import Severity
from bscb_docs.diagnostics.phrases import joined
from bscb_docs.records import Body, ChangedOwner, Moved, PartialDate, Ref, Work, fold
from bscb_docs.rules.approval_faults import without_meeting
from bscb_docs.rules.engine import Findings, Pack, finding_of, name_of, rule
from bscb_docs.rules.english.dates import A_DATE, date_of
from bscb_docs.rules.meeting_dates import is_to_come
from bscb_docs.rules.objectives_and_milestones import works_of
from bscb_docs.rules.told_meetings import LOGGED, meeting_on

_EARLIER = re.compile(r"\b(?:earl(?:y|ier)|sooner|before|forward|already|ahead|quick\w*|fast\w*|soon)\b", re.IGNORECASE)
"""What a reason says of a deadline that was brought forward."""

_MOVES = re.compile(r"\b(?:deadline|moved?|put\s+off|postponed|extended)\b", re.IGNORECASE)
_REFUSES = re.compile(r"\b(?:refused|declined|rejected|not\s+(?:agreed|moved|extended))\b", re.IGNORECASE)


@rule("DUE-09")
def undated_moves(pack: Pack) -> Findings:
    """Work whose deadline or owner changed on a day that nobody wrote down, or in a way that cannot be."""
    for work in works_of(pack):
        for before, move in zip((None, *work.moved), work.moved, strict=False):
            if strange := _strange(work, before, move) or _out_of_time(pack, move):
                said, _, mend = strange.partition(". ")
                message = f"{pack.called(work)} was moved to {move.to}, {said}."
                yield finding_of("DUE-09", message, work.place, mend, name_of(work), explains=((name_of(work), "due"),))
            elif (due := before.to if before else work.due) and move.to.surely_before(due) and not _is_meant(move):
                message = (
                    f"{pack.called(work)} was moved to {move.to}, which is earlier than {due}, its deadline before."
                )
                mend = "Mend the date that is wrong; if it is meant, say in because that it was brought forward."
                yield finding_of("DUE-09", message, work.place, mend, name_of(work), softer=Severity.NOTE)
        changes = (
            (work.moved, f"{pack.called(work)} was moved", "moved", "deadline"),
            (work.changed_owners, f"{pack.called(work)} passed", "changed owner", "owner"),
        )
        for made, called, field, what in changes:
            if change := next((each for each in made if each.on is None or each.on.earliest < each.on.latest), None):
                day = f"which day of {change.on}" if change.on else "which day"
                to = change.to.name if isinstance(change.to, Ref) else change.to
                message = (
                    f"{called} to {to}, and on {day} is not said, "
                    f"so that papers of earlier days would tell the new {what}."
                )
                mend = f"Write: {field}: to {to}, on (the day it was agreed), by (who agreed it), because (why)"
                yield finding_of("DUE-09", message, work.place, mend, name_of(work))
        yield from _owners_that_never_were(pack, work)
        yield from _agreed_at_no_meeting(pack, work)
        yield from _logged_otherwise(pack, work)


def _owners_that_never_were(pack: Pack, work: Work) -> Findings:
    """An owner from whom work passed, and whose it was not."""
    for left, change in work.handovers:
        if change.from_ and left is None:
            owners = joined([owner.name for owner in work.owners]) or "nobody"
            message = f"{pack.called(work)} passed from {change.from_.name}, who did not own it; at first {owners} did."
            mend = "Mend who is named after from; without from, it passes from its lead."
            yield finding_of("DUE-09", message, work.place, mend, name_of(work), field="owner")


def _agreed_at_no_meeting(pack: Pack, work: Work) -> Findings:
    """A day on which a body agreed to a change, and between its meetings in the log held none."""
    changes: tuple[Moved | ChangedOwner, ...] = (*work.moved, *work.changed_owners)
    for change in changes:
        body = pack.board.get(change.by) if change.by else None
        if not isinstance(body, Body) or change.on is None or change.on.earliest < change.on.latest:
            continue
        days = [each.date for each in pack.board.meetings(body) if each.date]
        if not days or change.on.surely_before(min(days)) or max(days).surely_before(change.on):
            continue  # the log may not reach so far
        if against := without_meeting(pack.board, body, change.on, ()):
            mend = "Mend the day, or write the meeting into the log."
            lacks = f"{meeting_on(body, change.on)}, {LOGGED}"
            yield finding_of("DUE-09", against[0], work.place, mend, name_of(work), field=lacks, cause=against[0])


def _logged_otherwise(pack: Pack, work: Work) -> Findings:
    """A move of which the log of its meeting names another day, or says that it was refused."""
    known, title = [work.due], fold(getattr(work, "title", None) or "")
    for move in work.moved if " " in title else ():  # one word alone may be part of another thing's name
        known.append(move.to)
        body = pack.board.get(move.by) if move.by else None
        rows = pack.board.meetings(body) if isinstance(body, Body) else ()
        logged = [each.items or "" for each in rows if each.date and each.date == move.on]
        for item in (item.strip() for items in logged for item in re.split("[;\n]", items) if title in fold(item)):
            days = [day for found in re.finditer(A_DATE, item) if (day := date_of(found[0]))]
            strays = [day for day in days if not any(each and day.meets(each) for each in known)]
            is_other = _MOVES.search(item) and strays and not any(map(move.to.meets, days))
            if is_other or _REFUSES.search(item):
                message = (
                    f'{pack.called(work)} was moved to {move.to} on {move.on}; the log has of that meeting "{item}".'
                )
                mend = "Find out what was decided, and mend the move or the log."
                yield finding_of("DUE-09", message, work.place, mend, name_of(work))


def _is_meant(move: Moved) -> bool:
    """True where a move to an earlier day says so."""
    return bool(_EARLIER.search(move.because))


def _strange(work: Work, before: Moved | None, move: Moved) -> str:
    """What of a move after the one before it cannot be, and what to do; "" where nothing is strange."""
    if move.on and move.to.surely_before(move.on):
        return f"on {move.on}: that day had passed by then. Mend one of the two dates."
    if move.to in (work.due, before.to if before else None):
        return "which was its deadline before. Write under due: what was agreed at first; a move leaves it as it is."
    if move.on and before and before.on and move.on.surely_before(before.on):
        said = f"on {move.on}, after it was moved to {before.to}, on {before.on}"
        return f"{said}. Mend one of the two days, or put the later move last."
    return ""


def _out_of_time(pack: Pack, move: Moved) -> str:
    """What of a move cannot be that was agreed before there was a plan, or after every document; "" of any other."""
    if move.on and is_to_come(pack, move.on):
        return f"on {move.on}; no document is later than {pack.as_at}. Mend the day, or date a document after it."
    plan = pack.board.plan
    agreed = [each.on for each in plan.revisions if each.on] if plan else []
    begins = min((PartialDate.of_day(plan.years.earliest), *agreed)) if plan and plan.years and agreed else None
    if begins is None or move.on is None or not move.on.surely_before(begins):
        return ""
    return f"on {move.on}: that is before {begins}, when there was no plan yet. Mend the day on which it was moved."
