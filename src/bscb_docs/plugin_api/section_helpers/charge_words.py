"""Charge words: whose a piece of work is, who had it before, by when it is due, and how often that was moved."""

from collections.abc import Iterator, Mapping

from bscb_docs.diagnostics.phrases import capital
from bscb_docs.figures.number_words import counted, in_words
from bscb_docs.languages.house_words import listed, say
from bscb_docs.plugin_api.section_helpers.ready_blocks import begin_with, labelled, paragraphs, words_for
from bscb_docs.prose.blocks import Blocks, Paragraph, Reference, Run, Runs, Text
from bscb_docs.records import (
    Action,
    Board,
    ChangedOwner,
    Moved,
    Objective,
    Owner,
    PartialDate,
    Recommendation,
    Ref,
    Request,
    Work,
    standing_of,
    successors_of,
    supporters_of,
    years_of,
)

_OFTEN = {1: "once", 2: "twice"}
_MONTH = 365.25 / 12
"""Days."""


def owners_of(board: Board, work: Work) -> Blocks:
    """Who owns it, the lead first; `changes_of` tells who did before and who supports it."""
    owners = [board.get(ref).title for ref in work.owned_by]
    return paragraphs(*owners or [words_for(work.gap("owner")) or say("No owner")])


def owner_words(board: Board, work: Work) -> str:
    """The same in one line, as in "Harrowmere Council and Harrowmere Constabulary"."""
    return listed([board.get(ref).title for ref in work.owned_by]) or words_for(work.gap("owner")) or say("No owner")


def deadline_of(board: Board, work: Work, days_overdue: int = 0) -> Blocks:
    """`due_words`, and by how many days the deadline has passed; `changes_of` tells of those before."""
    return _deadline(capital(due_words(board, work)), days_overdue)


def _deadline(day: str, days_overdue: int) -> Blocks:
    return paragraphs(day or say("No deadline"), *([overdue_by(days_overdue)] if days_overdue else []))


def due_words(board: Board, work: Work) -> str:
    """The deadline in force and what `now_due` says after it, or why there is none; "" where nothing is said.

    A recommendation that is late by what carries it out has the deadline of that.
    """
    due = _late_by(board, work)
    return ", ".join(filter(None, (str(due), now_due(board, work)))) if due else words_for(work.gap("due"))


def now_due(board: Board, work: Work) -> str:
    """By when it is to be done now that open work is carried on: "now November 2026"; "" where that is no later."""
    later = dict.fromkeys(str(each.deadline) for each in _due_later(board, work))
    return say("now {days}", days=listed(list(later))) if later else ""


def moved_words(board: Board, work: Work) -> str:
    """How often its deadline was moved, and that the next plan moved it too; "" where it was not moved before that."""
    return say("moved {often}", often=how_often(board, work)) if work.slips else ""


def how_often(board: Board, work: Work) -> str:
    """How often a deadline was moved, as in "twice and once more with the plan of 2026-27"."""
    return listed([times(work.slips), *filter(None, [with_plan(board, work)])])


def with_plan(board: Board, work: Work) -> str:
    """That what carries on open work which was moved before is due later: "once more with the plan of 2026-27"."""
    found = _due_later(board, work) if work.slips and isinstance(work, Action | Objective) else ()
    years = next((years_of(board, each) for each in found if isinstance(each, Action | Objective)), None)
    return say("once more with the plan of {years}", years=years) if years else ""


def _due_later(board: Board, work: Work) -> list[Work]:
    """What carries open work on and is due later than it."""
    due = _late_by(board, work)
    if due is None or not isinstance(work, Action | Objective | Recommendation) or not standing_of(board, work).is_open:
        return []
    return [each for each in _going_on(board, work) if each.deadline and each.deadline.latest > due.latest]


def _late_by(board: Board, work: Work) -> PartialDate | None:
    standing = standing_of(board, work) if isinstance(work, Recommendation) else None
    return standing.due if standing and standing.is_overdue else work.deadline


def _going_on(board: Board, work: Work) -> Iterator[Work]:
    """What carries a piece of work on, and of a recommendation itself and what carries it out."""
    if isinstance(work, Action | Objective):
        yield from successors_of(board, work, board.as_at)
    if isinstance(work, Recommendation):
        yield work
        for ref in work.actions:
            yield (carrier := board.get(ref))
            yield from _going_on(board, carrier)


def charge_lines(board: Board, work: Work, days_overdue: int = 0) -> tuple[Blocks, Blocks]:
    """`owners_of` and `deadline_of`, each after its label, for a cell in which they stand below each other."""
    label = say("Owners" if len(work.owned_by) > 1 else "Owner")
    due = begin_with(_deadline(due_words(board, work), days_overdue), label=say("Due"))
    return begin_with(owners_of(board, work), label=label), due


def overdue_by(days: int) -> str:
    """`Overdue by 3 days`."""
    return say("Overdue by {days}", days=counted(days, "day"))


def charge_of(board: Board, work: Work, *, changes: bool = True) -> Runs:
    """Who owns a piece of work, when it is due and, if that is wanted, what changed of it; in one line, or nothing."""
    owners = [board.get(ref).title for ref in work.owned_by]
    said = {
        say("Owners" if len(owners) > 1 else "Owner"): listed(owners) or words_for(work.gap("owner")),
        say("Due"): due_words(board, work),
    }
    return (*_labelled(said), *(_changes(board, work) if changes else ()))


def serves_of(board: Board, work: Action | Objective) -> Runs:
    """The outcomes that it serves, each a reference, after their label; or nothing."""
    names = list[Run]()
    for position, outcome in enumerate(map(board.get, work.serves)):
        last = position == len(work.serves) - 1
        names += (Text(" and " if last else ", "),) if position else ()
        names.append(Reference(say("outcome"), outcome.id))
    return (Text(say("Serves: "), strong=True), *names, Text(".")) if names else ()


def changes_of(board: Board, work: Work, *, agreed: bool = True) -> Blocks:
    """Who supports it, and what changed of its owners and its deadline, in one paragraph, or nothing.

    Who agreed to a move is left out where that is not wanted.
    """
    runs = _changes(board, work, agreed=agreed)
    return (Paragraph(runs),) if runs else ()


def _changes(board: Board, work: Work, *, agreed: bool = True) -> Runs:
    return _labelled(
        {
            say("Owner changed"): "; ".join(handovers_of(board, work)),
            say("Supported by"): listed([each.title for each in supporters_of(board, work)]),
            say("First agreed"): first_agreed(board, work, agreed=agreed),
        }
    )


def _labelled(said: Mapping[str, str]) -> Runs:
    return tuple(run for label, words in said.items() if words for run in labelled(label, words))


def first_agreed(board: Board, work: Work, *, agreed: bool = True) -> str:
    """The deadline first agreed, how often and how far it was moved, why and, if wanted, with whom; else nothing."""
    if work.last_move is None:
        return ""
    said = say("{day}; moved {often}", day=work.due or say("not recorded"), often=times(work.slips or len(work.moved)))
    far, because = months_of(work.days_slipped), work.last_move.because
    said += say(", by {months}", months=far) if far else ""
    also = with_plan(board, work)
    more = f"; {say('moved {often}', often=also)}" if also else ""
    return said + because_of(because) + (agreed_by(board, work.last_move) if agreed else "") + more


def agreed_by(board: Board, change: Moved | ChangedOwner) -> str:
    """Who agreed to another deadline or owner, and when: "; agreed by ..."; nothing where that is not recorded."""
    if change.by is None:
        return ""
    who = say("; agreed by {body}", body=board.get(change.by).title)
    return who + (say(" on {day}", day=change.on) if change.on else "")


def months_of(days: int) -> str:
    """Days as whole months, as in "three months"; "" where they are less than half of one."""
    months = round(days / _MONTH)
    return counted(months, "month") if months > 0 else ""


def times(number: int) -> str:
    """How often, as in "moved twice"."""
    return say(_OFTEN[number]) if number in _OFTEN else say("{number} times", number=in_words(number))


def handovers_of(board: Board, work: Work) -> tuple[str, ...]:
    """Each change of its owner: from whom to whom, since when and why."""
    return tuple(_handover(board, before, change) for before, change in work.handovers)


def _handover(board: Board, before: Ref[Owner] | None, change: ChangedOwner) -> str:
    owner = board.get(change.to).title
    said = say("From {before} to {owner}", before=board.get(before).title, owner=owner) if before else ""
    said = said or say("Also {owner}", owner=owner)
    said += say(" since {day}", day=change.on) if change.on else ""
    return said + because_of(change.because)


def requested_words(board: Board, request: Request) -> Iterator[str]:
    """What is asked for: "a new deadline, May 2019 instead of June 2018", "another owner, ...", each of which it is."""
    if request.new_deadline:
        before = board.get(request.about).deadline or say("none")
        yield say("a new deadline, {day} instead of {before}", day=request.new_deadline, before=before)
    if request.new_owner:
        yield say("another owner, {owner}", owner=request.new_owner)


def because_of(reason: str) -> str:
    """How a sentence goes on with a reason: ", because ..."; "" where none is recorded."""
    return say(", because {because}", because=reason) if reason else ""
