"""Rules of statuses: each defined, each row rated, and no words against the state.

What a deadline that has passed says against a status (DUE-05, DUE-06) stands with the deadlines.
"""

import re
from collections.abc import Iterator

from bscb_docs.diagnostics.finding import Severity
from bscb_docs.diagnostics.phrases import capital
from bscb_docs.records import Action, Confidence, Delivery, Objective, Status, Update, fold
from bscb_docs.rules.engine import Findings, Pack, Printed, at_words, finding_of, kept, rule
from bscb_docs.rules.english.claims.told_states import false_states
from bscb_docs.rules.objectives_and_milestones import state_of

_DOING = (
    r"undertaken|developed|drafted|written|carried out|prepared|planned|finali[sz]ed|completed|implemented|"
    r"delivered|rolled out|set up|arranged|recruited|built|drawn up|revised|consulted on|agreed|sought"
)
_UNDER_WAY = rf"\b(?:is|are) (?:still |currently |now )?being (?:{_DOING})\b"
_UNDER_WAY += r"|(?<!not )\bunder ?way\b|\bwork in progress\b"
_TO_COME = (
    r"\bnot yet (?:been )?(?:complete|completed|finished|begun|started|agreed|published|in place)\b"
    r"|\byet to (?:be|begin|start|agree|report)\b|\bremains? to be\b|\b(?:is|are) due to be\b"
    r"|\bwill be (?:completed|finished|carried out|published|launched|delivered) (?:by|in|on)\b"
    r"|\b(?:has|have) not (?:yet )?(?:begun|started|been completed)\b|\b(?:is|are) on target to\b|\bis under review\b"
)
_DONE = (
    rf"\b(?:has|have) been (?:completed|published|launched|finished|{_DOING})\b"
    r"|\b(?:was|were) (?:completed|published|launched|finished)\b|\b(?:is|are) (?:now )?(?:complete|finished)\b"
)
_ALL_DONE = (
    r"\bth(?:e|is) (?:action|work) (?:is|was|has been|has now been) (?:now )?(?:complete|completed|finished|closed)\b"
)
_IN_TIME = r"(?<!not )\b(?:is|are|remains?|still) (?:on (?:target|course|track)|expected (?:in|on) time)\b"
_LATE = r"\b(?:behind schedule|has slipped|have slipped|delayed|overdue|will be missed|will be late)\b"

_FUTURE = re.compile(r"\b(?:will|shall|is going to|are going to)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|has|have|had|did|is|are|now|[a-z]+ed)\b", re.IGNORECASE)
"""Of finished work something is told in one of these; what follows from it may be to come."""
_ASIDE = re.compile(
    r"\b(?:was|were)\s+(?:\w+\s+)?$|"
    r"(?:[;,:.]\s+|\b(?:and|but)\s+)(?:an?|another|more|further|the\s+(?:next|new|second|third))\s[^.;:,]*$",
    re.IGNORECASE,
)
"""Before what finished work rules out: it tells of how that stood before, or of what comes after it."""
_AGAINST = {
    Delivery.COMPLETE: re.compile(f"{_UNDER_WAY}|{_TO_COME}", re.IGNORECASE),
    Delivery.NOT_STARTED: re.compile(f"{_UNDER_WAY}|{_DONE}", re.IGNORECASE),
    Delivery.IN_PROGRESS: re.compile(_ALL_DONE, re.IGNORECASE),
    Delivery.ON_HOLD: re.compile(f"{_ALL_DONE}|{_IN_TIME}", re.IGNORECASE),
    Delivery.WITHDRAWN: re.compile(f"{_UNDER_WAY}|{_IN_TIME}", re.IGNORECASE),
    Confidence.ON_COURSE: re.compile(_LATE, re.IGNORECASE),
    Confidence.AT_RISK: re.compile(_IN_TIME, re.IGNORECASE),
    Confidence.OFF_COURSE: re.compile(_IN_TIME, re.IGNORECASE),
}
"""What an update says that the state rules out. "Is being used" is none of it: finished work may be in use."""


@rule("STA-01")
def undefined_statuses(pack: Pack) -> Findings:
    """A status that a row bears and whose card has no definition."""
    used = {fold(u.status.status.name) for u in pack.board.of(Update) if u.status and u.status.status}
    for status in pack.board.of(Status):
        if fold(status.title) in used and not status.text:
            message = f'The status "{status.title}" is used, and nothing says what it means.'
            mend = "Write its definition beneath its Status heading; the key prints it."
            yield finding_of("STA-01", message, status.place, mend, status.title)


@rule("STA-02")
def unrated_rows(pack: Pack) -> Findings:
    """A row that is neither rated nor said, with a reason, not to be; an action of a reported year without any row."""
    for update in pack.board.of(Update):
        gap = update.gap("status")
        if update.status is None and not (gap and gap.reason):
            why = "says that its status was not recorded, and not why" if gap else "has no status"
            message = f"{pack.called(update)} {why}."
            mend = "Write one of the board's statuses, or: status: not rated, because ..."
            yield finding_of("STA-02", message, update.place, mend, update.about.name, field=_status_of(pack, update))
    for name, (action, documents) in unreported_rows(pack).items():
        sent = next((each for each in documents if not pack.board.is_draft(each.entry)), None)
        softer = None if sent else Severity.CHECK  # rows still to come must keep back no other document
        row = f"{pack.numbers[id(action)]} ({name})"
        message = f"{(sent or documents[0]).entry.title} has a row for {row} and no update of it."
        mend = (
            f"In the file of your updates, write the heading # Update {name}, and its status beneath it, "
            "or: status: not rated, because ..."
        )
        yield finding_of("STA-02", message, action.place, mend, name, softer=softer, field="updates")


def _status_of(pack: Pack, update: Update) -> str:
    """The field that an update without a status lacks; "" where only that of another one of its work was not read."""
    lacks = (update.about.name.casefold(), "status")
    unread = [each.place for each in pack.board.findings if lacks in [(n.casefold(), f) for n, f in each.explains]]
    places = [each.place for each in pack.board.of(Update) if fold(each.about.name) == fold(update.about.name)]
    for fault in unread:
        above = [place for place in places if place.file == fault.file and place.line <= fault.line]
        if max(above, key=lambda place: place.line, default=None) == update.place:
            return "status"
    return "" if unread else "status"


@kept
def unreported_rows(pack: Pack) -> dict[str, tuple[Action, list[Printed]]]:
    """By id, each action of which nothing was reported, and the documents that print it beside what was of others."""
    reported = {fold(update.about.name) for update in pack.board.of(Update)}
    found: dict[str, tuple[Action, list[Printed]]] = {}
    for document in pack.documents:
        for records in document.sections:
            of_updates = any(isinstance(record, Update) for record in records)
            for action in (each for each in records if of_updates and isinstance(each, Action)):
                if fold(action.id) not in reported:
                    found.setdefault(action.id, (action, []))[1].append(document)
    return found


@rule("STA-06")
def states_that_went_back(pack: Pack) -> Findings:
    """An update that gives an earlier state than the one before it and no words, or none on what was complete.

    Where it is the last of its work and that was complete, what is told of the work as open follows from it.
    """
    before: dict[str, tuple[int, str]] = {}
    latest = {fold(update.about.name): update for update in pack.board.updates()}
    for update in pack.board.updates():
        status = pack.board.status_of(update)
        step = _STEPS.get(status.means.delivery) if status and status.means else None
        if status is None or step is None:
            continue
        name = fold(update.about.name)
        last, label = before.get(name, (0, ""))
        before[name] = (step, status.title)
        is_unsaid = last == max(_STEPS.values()) and not _AGAIN.search(update.text.text)
        if step < last and (is_unsaid or not update.text):
            said = ", and its words do not say why it is open again" if update.text else " without a word"
            message = f'{pack.called(update)} went back from "{label}" to "{status.title}"{said}.'
            mend = "Say in a sentence why, or mend the status."
            is_opened = last == max(_STEPS.values()) and latest[name] is update
            as_open = _told_as_open(pack, update.about.name) if is_opened else ()
            name = update.about.name
            yield finding_of("STA-06", message, update.place, mend, name, field="updates", explains=as_open)


def _told_as_open(pack: Pack, name: str) -> Iterator[tuple[str, str]]:
    """What is told of work of that name, and of the action above it, because it is open."""
    yield name, "is open"
    objective = pack.board.find(Objective, name)
    if objective and objective.action:
        yield objective.action.name, state_of([objective])


_AGAIN = re.compile(
    r"\b(?:again|anew|back|re-?\w+ed|further|more|additional\w*|extra|new|second|third|another|since|no longer|rest|"
    r"remain\w*|return\w*|turned out|exten\w+|followed|mistake\w*|error|too early)\b",
    re.IGNORECASE,
)
"""What an update says of work that is taken up again after it was complete."""
_STEPS = {
    Delivery.NOT_STARTED: 0,
    Delivery.IN_PROGRESS: 1,
    Delivery.ON_HOLD: 1,
    Delivery.COMPLETE: 2,
    Delivery.WITHDRAWN: 2,
}


@rule("STA-05")
def contradicted_states(pack: Pack) -> Findings:
    """An update whose words rule out the state that it gives, or another text that gives its work another."""
    for update in pack.board.of(Update):
        status = pack.board.find(Status, update.status.status.name) if update.status and update.status.status else None
        if status is None or status.means is None:
            continue
        for axis in (status.means.delivery, status.means.confidence):
            against = _AGAINST.get(axis) if axis else None
            for passage in pack.passages_of(update) if against else ():
                match = _contradiction(axis, against, passage.unquoted) if against and not passage.part else None
                if match:
                    words = " ".join(match[0].split())
                    message = f'{passage.where} is rated "{status.title}", and its words say "{words}".'
                    mend = "Mend the status or the words."
                    place = passage.place(match.start())
                    yield finding_of("STA-05", capital(message), place, mend, update.about.name)
                    break
    for passage, start, said, work, status in false_states(pack):
        told = f' says that {pack.numbers[id(work)]} is {said}; its last update says "{status.title}".'
        yield at_words("STA-05", passage, start, told, "Mend the sentence, or report what became of it.")


def _contradiction(axis: Delivery | Confidence | None, against: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first words that a state rules out; of finished work not what was so before it, nor what follows from it."""
    if axis is not Delivery.COMPLETE:
        return against.search(text)
    found = (match for match in against.finditer(text) if not _ASIDE.search(text, 0, match.start()))
    return next(found, None if _PAST.search(text) else _FUTURE.search(text))
