"""Next steps: what is to be decided by whom, and why; what was decided; what is promised and due next."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Body,
    ChangedOwner,
    Document,
    Moved,
    Objective,
    Organisation,
    Paragraph,
    PartialDate,
    Period,
    Promise,
    Recommendation,
    Record,
    Request,
    Runs,
    Section,
    Standing,
    Target,
    Text,
    action_of,
    begin_with,
    capital,
    fold,
    hookimpl,
    house_template,
    is_open,
    lead_to,
    listed,
    names_in,
    objectives_of,
    open_promises,
    owners_of,
    paragraphs,
    promise_words,
    reported_work,
    say,
    text_of,
    title_of,
)

_Asked = Request | Recommendation | Promise


@frozen
class DecisionRow:
    """The work that a decision is about, what is to be decided, who decides by when, and why, with who asked for it."""

    about: Blocks
    what: str
    who: Blocks
    why: Blocks


@frozen
class StepsPage:
    """What somebody has to decide, what was decided in the months of the document, and what is to come after them."""

    decisions: tuple[DecisionRow, ...]
    decided: tuple[Runs, ...]
    coming: tuple[Runs, ...]


def make_page(board: Board, document: Document) -> StepsPage | None:
    """What is asked or promised of the work that the options `only`, `owner`, `body` and `priority` choose."""
    period = document.period
    if period is None:
        return None
    return StepsPage(
        decisions=tuple(_decision(board, each) for each in _asked(board, document)),
        decided=tuple((*lead_to(work), Text(f": {capital(said)}")) for work, said in _decided(board, document, period)),
        coming=tuple(_coming(board, period, _standings(board, document, period))),
    )


def printed(board: Board, document: Document) -> Iterator[Record]:
    """What the board is asked, and the work that may be due."""
    yield from (each.update if isinstance(each, Promise) else each for each in _asked(board, document))
    if document.period:
        yield from (work for work, _ in _decided(board, document, document.period))
        yield from (standing.work for standing in _standings(board, document, document.period))


def _planned(board: Board, document: Document, period: Period) -> list[Action | Objective]:
    """The chosen actions of the years, and objectives beneath them."""
    works = list[Target]()
    for action in board.actions(years=period.years):
        works += (action, *objectives_of(board, action))
    chosen = (standing.work for standing in document.choice.of(board, works))
    return [work for work in chosen if isinstance(work, Action | Objective)]


def _standings(board: Board, document: Document, period: Period) -> Iterator[Standing]:
    return document.choice.of(board, reported_work(board, period.years))


def _asked(board: Board, document: Document) -> Iterator[_Asked]:
    """What is to be decided: open requests of owners, recommendations without an answer, promises of a decision."""
    asked: list[_Asked] = [each for each in board.of(Request) if is_open(board, each)]
    asked += [each for each in board.of(Recommendation) if not each.response and not each.gap("response")]
    asked += [each for each in open_promises(board) if _tells_of_decision(each.commitment.what)]
    choice = document.choice
    yield from (each for each in asked if any(choice.of(board, [_about(board, each)])))


def _tells_of_decision(words: str) -> bool:
    """True in the language of what is printed; in English too, which words that nobody translated are in."""
    begun = ("decid", "decision", *say("decide, deciding, decision").split(", "))
    return any(word.startswith(begun) for word in re.findall(r"\w+", fold(words)))


def _about(board: Board, asked: _Asked) -> Target:
    """The work that a request or a promise is about; a recommendation itself."""
    if isinstance(asked, Recommendation):
        return asked
    return board.get(asked.about if isinstance(asked, Request) else asked.update.about)


def _decision(board: Board, asked: _Asked) -> DecisionRow:
    """A row; who decides is whom a promise names, who owns a recommendation, and of a request the board."""
    work, who = _about(board, asked), paragraphs(board.details.title)
    if isinstance(asked, Promise):
        what, why = capital(asked.commitment.what), begin_with(asked.update.text)
        who = paragraphs(_named_in(board, what), *_when(asked.commitment.by, work.deadline))
        by: str | None = board.get(asked.update.by).title if asked.update.by else ""
    elif isinstance(asked, Recommendation):
        what, why = say("An answer to a recommendation"), paragraphs(say("It has no answer"))
        who, by = owners_of(board, asked), board.get(asked.of).title if asked.of else asked.made_by
    else:
        who = (*who, *paragraphs(say("No day is set")))
        what, why = "; ".join(_requested(asked, work)), paragraphs(capital(asked.because or say("not recorded")))
        by = board.get(asked.by).title if asked.by else ""
    why = (*why, *begin_with(paragraphs(by or say("Not recorded")), label=say("Asked or promised by")))
    about = (Paragraph(lead_to(work)),) if work.title else text_of(work)
    return DecisionRow(about, what, who, why)


def _requested(asked: Request, work: Target) -> Iterator[str]:
    if asked.new_deadline:
        before = work.deadline or say("none")
        yield say("A new deadline: {day} instead of {before}", day=asked.new_deadline, before=before)
    if asked.new_owner:
        yield say("Another owner: {owner}", owner=asked.new_owner)


def _named_in(board: Board, words: str) -> str:
    """The group or organisation that a promise names first: it decides."""
    bodies: tuple[Body | Organisation, ...] = board.of(Body, Organisation)
    found = names_in(words, (each.title for each in bodies))
    return found[0] if found else say("Who decides is not recorded")


def _when(by: PartialDate | None, deadline: PartialDate | None) -> Iterator[str]:
    """By when something is promised, and that this is after the deadline that it serves."""
    if by:
        is_late = deadline is not None and deadline.surely_before(by)
        yield say("{day}, after the deadline of {deadline}", day=by, deadline=deadline) if is_late else str(by)


def _decided(board: Board, document: Document, period: Period) -> Iterator[tuple[Action | Objective, str]]:
    """What was moved, passed on or ended by a decision of the period, in the order of the days, and how."""
    found = ((day, work, said) for work in _planned(board, document, period) for day, said in _changes(board, work))
    within = [each for each in found if period.earliest <= each[0] <= period.latest]
    yield from ((work, said) for _, work, said in sorted(within, key=lambda each: each[0]))


def _changes(board: Board, work: Action | Objective) -> Iterator[tuple[date, str]]:
    """Each change of the deadline and the owner of a piece of work, and its end, with the day of the decision."""
    before = work.due
    for move in sorted(work.moved, key=lambda move: _day(move.on)):
        said = say("A new deadline: {day} instead of {before}", day=move.to, before=before or say("none"))
        yield _day(move.on), f"{said}{_why(board, move)}"
        before = move.to
    for owner, change in work.handovers:
        now, had = board.get(change.to).title, board.get(owner).title if owner else say("none")
        said = say("Another owner: {owner} instead of {before}", owner=now, before=had)
        yield _day(change.on), f"{said}{_why(board, change)}"
    for became in work.became:
        if became.ended and not became.point:
            yield _day(became.on), f"{say('ended')}{_because(became.because)}"


def _day(on: PartialDate | None) -> date:
    return on.latest if on else date.max


def _why(board: Board, change: Moved | ChangedOwner) -> str:
    """Why it was decided, by whom and when, as far as that is recorded."""
    who = say("; agreed by {body}", body=board.get(change.by).title) if change.by else ""
    return f"{_because(change.because)}{who}{say(' on {day}', day=change.on) if who else ''}"


def _because(why: str) -> str:
    return say(", because {because}", because=why) if why else ""


def _coming(board: Board, period: Period, standings: Iterable[Standing]) -> Iterator[Runs]:
    """What is promised, and the open work that is due in the quarter after the period, the earliest first."""
    end = Period.quarter_of(period.following).latest
    works = (standing.work for standing in standings if standing.is_open)
    due = [(day, work) for work in works if (day := work.deadline) and period.latest < day.latest <= end]
    found = [(day.latest, _due(board, day, work)) for day, work in due]
    promises = open_promises(board)
    found += [(by.latest if (by := each.commitment.by) else date.max, _promised(board, each)) for each in promises]
    return (runs for _, runs in sorted(found, key=lambda each: each[0]))


def _due(board: Board, day: PartialDate, work: Target) -> Runs:
    """A deadline, what is due, and whose it is; what has no title is named by its action alone."""
    return Text(f"{say('{day}, deadline', day=day)}: ", strong=True), Text(_with_owner(board, title_of(work), work))


def _promised(board: Board, promise: Promise) -> Runs:
    """What was promised by when, and whose work it is of."""
    what = _with_owner(board, capital(promise.commitment.what), board.get(promise.update.about))
    return *promise_words(promise)[:-1], Text(what)


def _with_owner(board: Board, words: str, work: Target) -> str:
    """Words, and after them the owners of a piece of work and the action that it belongs to."""
    owners, action = [board.get(ref).title for ref in work.owned_by], action_of(board, work)
    whose = "; ".join(filter(None, (listed(owners), board.called(action) if action else "")))
    return f"{words} ({whose})" if words and whose else words or whose


@hookimpl.sections
def sections() -> list[Section[StepsPage]]:
    """The section `next-steps`."""
    template, options = house_template("next_steps"), ("only", "owner", "body", "priority")
    return [Section("next-steps", template, StepsPage, make_page, options=options, prints=printed)]
