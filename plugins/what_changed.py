"""What changed: last year's plan against this year's: carried on, reworded, split, merged, ended, new, put off."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Delivery,
    Document,
    Objective,
    Outline,
    Record,
    Section,
    Standing,
    YearSpan,
    begin_with,
    capital,
    counted,
    deadline_of,
    fold,
    handovers_of,
    hookimpl,
    house_template,
    in_words,
    is_reworded,
    listed,
    objectives_of,
    owners_of,
    paragraphs,
    point_words,
    points,
    say,
    standing_of,
    text_changes,
    years_of,
)

CARRIED, SPLIT, MERGED, ENDED, UNSAID = "carried on", "split", "merged", "ended", "said nothing of"


@frozen
class ChangedRow:
    """Actions of last year, what they became, and what is different, in words."""

    old: Blocks
    new: Blocks
    changes: Blocks


@frozen
class NewRow:
    """An action that carries nothing on, with whose it is and by when."""

    text: Blocks
    owners: Blocks
    deadline: Blocks


@frozen
class MovedRow:
    """A piece of last year's work whose deadline or owner changed, and why."""

    text: Blocks
    deadline: Blocks
    why: Blocks


@frozen
class ChangesPage:
    """The plans of two years, side by side."""

    before: str
    years: str
    lead: str
    carried: tuple[ChangedRow, ...]
    ended: tuple[ChangedRow, ...]
    new: tuple[NewRow, ...]
    moved: tuple[MovedRow, ...]


@frozen
class _Fate:
    """An action of last year with the actions of this year that carry it on, its kind of fate, and how it stood."""

    action: Action
    successors: tuple[Action, ...]
    kind: str
    standing: Standing

    @property
    def end(self) -> str:
        """Whether what ended was done or given up, by its last status; "" where no status says so."""
        if self.standing.delivery is Delivery.COMPLETE:
            return say("done")
        if self.standing.delivery is Delivery.WITHDRAWN:
            return say("given up")
        return say("not finished") if self.standing.delivery and self.standing.is_open else ""


def make_page(board: Board, document: Document) -> ChangesPage | None:
    """The option `years`, the document's or the latest, against the years before; nothing where there are none."""
    years = _years(board, document)
    before = _before(board, years)
    if years is None or before is None or not board.actions(years=years):
        return None
    fates = _fates(board, before, years)
    known = {fold(successor.id) for fate in fates for successor in fate.successors}
    new = [action for action in board.actions(years=years) if fold(action.id) not in known]
    return ChangesPage(
        str(before),
        str(years),
        _lead(fates, new, len(board.actions(years=years)), before, years),
        tuple(_changed(board, fate) for fate in fates if fate.successors),
        tuple(_gone(fate) for fate in fates if not fate.successors),
        tuple(NewRow(_named(board, (action,)), owners_of(board, action), deadline_of(action)) for action in new),
        tuple(_moved(board, fates)),
    )


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The actions of both years, and last year's objectives whose deadline or owner changed."""
    years = _years(board, document)
    before = _before(board, years)
    for each in (before, years):
        yield from board.actions(years=each) if each else ()
    own = (each for each in board.of(Objective) if years_of(board, each) == before)
    yield from (each for each in own if each.moved or each.changed_owners)


def _years(board: Board, document: Document) -> YearSpan | None:
    years = document.told_years
    return years if board.actions(years=years) and years else board.latest_years


def _before(board: Board, years: YearSpan | None) -> YearSpan | None:
    earlier = [action.years for action in board.actions() if action.years and years and action.years < years]
    return max(earlier, default=None)


def _fates(board: Board, before: YearSpan, years: YearSpan) -> list[_Fate]:
    """What became of each action of the years before, in their order."""
    successors = {action.id: _successors(board, action, years) for action in board.actions(years=before)}
    shared = Counter(each.id for found in successors.values() for each in found)
    fates = []
    for action in board.actions(years=before):
        found = successors[action.id]
        kind = SPLIT if len(found) > 1 else CARRIED if found else ENDED if action.became else UNSAID
        kind = MERGED if any(shared[each.id] > 1 for each in found) else kind
        fates.append(_Fate(action, found, kind, standing_of(board, action, before)))
    return fates


def _successors(board: Board, action: Action, years: YearSpan) -> tuple[Action, ...]:
    found = [board.get(became.successor) for became in action.became if became.successor]
    return tuple({each.id: each for each in found if each.years == years}.values())


def _lead(fates: Sequence[_Fate], new: Sequence[Action], total: int, before: YearSpan, years: YearSpan) -> str:
    """The sum of both plans in two sentences."""
    kinds = ((kind, [fate for fate in fates if fate.kind == kind]) for kind in (CARRIED, SPLIT, MERGED, ENDED, UNSAID))
    said = [_said(kind, own) for kind, own in kinds if own]
    number = in_words(len(new)).capitalize()
    more = say("{number} is new" if len(new) == 1 else "{number} are new", number=number) if new else say("None is new")
    return say(
        "The plan of {before} had {actions}: {of_these}. {more}, so that the plan of {years} has {number}.",
        before=before,
        actions=counted(len(fates), "action"),
        of_these=listed(said),
        more=more,
        years=years,
        number=in_words(total),
    )


def _said(kind: str, own: Sequence[_Fate]) -> str:
    number, verb = in_words(len(own)), "is" if len(own) == 1 else "are"
    into = len({successor.id for fate in own for successor in fate.successors})
    if kind == CARRIED:
        reworded = sum(is_reworded(fate.action.text, fate.successors[0].text) for fate in own)
        also = say(" ({number} of them reworded)", number=in_words(reworded)) if reworded else ""
        return say(f"{{number}} {verb} carried on", number=number) + also
    if kind in {SPLIT, MERGED}:
        return say(f"{{number}} {verb} {kind} into {{into}}", number=number, into=in_words(into))
    if kind == UNSAID:
        return say("of {number} nothing is said", number=number)
    how = listed([f"{in_words(count)} {end}" for end, count in Counter(fate.end for fate in own).items() if end])
    return say("{number} ended", number=number) + (f" ({how})" if how else "")


def _named(board: Board, actions: Iterable[Action]) -> Blocks:
    """Actions one after the other, each begun with what the plan calls it."""
    return tuple(block for action in actions for block in begin_with(action.text, label=_label(board, action)))


def _label(board: Board, action: Action) -> str:
    return capital(board.called(action))


def _changed(board: Board, fate: _Fate) -> ChangedRow:
    """A row; what was lost stands first in it, and what became of the words last."""
    lost, other = list[str](), list[str]()
    for successor in fate.successors:
        label = "" if len(fate.successors) == 1 else f" ({capital(board.called(successor, fate.action.years))})"
        for is_lost, line in _shifts(board, fate.action, successor):
            (lost if is_lost else other).append(f"{line}{label}")
    if fate.kind == CARRIED:
        lines = [*lost, *other, *_points(fate.action), *text_changes(fate.action.text, fate.successors[0].text)]
    else:
        kind = say("Merged with another action") if fate.kind == MERGED else say("Split into these actions")
        lines = [*lost, kind, *other, *_points(fate.action)]
    return ChangedRow(_named(board, (fate.action,)), _named(board, fate.successors), points(lines, ""))


def _shifts(board: Board, old: Action, new: Action) -> Iterator[tuple[bool, str]]:
    """The deadline and owners where they are others than those of the action carried on; whether one is lost."""
    before, day = old.deadline, new.deadline
    if before and not day:
        yield True, say("No deadline now instead of {before}", before=before)
    elif before and before != day:
        yield False, say("A new deadline: {day} instead of {before}", day=day, before=before)
    elif before != day:
        yield False, say("A new deadline: {day}", day=day)
    had, have = (listed([board.get(ref).title for ref in action.owned_by]) for action in (old, new))
    if had and not have:
        yield True, say("No owner now instead of {before}", before=had)
    elif had != have:
        yield False, say("Another owner: {owner}", owner=have) if had else say("An owner: {owner}", owner=have)


def _points(action: Action) -> Iterator[str]:
    """What is said of single points of an action."""
    for became in action.became:
        if became.point:
            said = point_words(action.text, became.point)
            because = say(", because {because}", because=became.because) if became.because else ""
            ended = say('"{said}" ended{because}', said=said, because=because)
            yield ended if became.ended else say('"{said}" has its own action now', said=said)


def _gone(fate: _Fate) -> ChangedRow:
    """What ended, with how it ended beside the status that says so, and why."""
    reasons = [became.because for became in fate.action.became if became.because]
    why = points([capital(reason) for reason in reasons], say("Nothing says why"))
    status = fate.standing.status
    end = capital(fate.end or say("ended")) if fate.kind == ENDED else say("Said nothing of")
    end += f" ({status.title})" if status else ""
    return ChangedRow(begin_with(fate.action.text), paragraphs(end), why)


def _moved(board: Board, fates: Iterable[_Fate]) -> Iterator[MovedRow]:
    """The actions and, below each, its objectives: what changed within the year, and what the next plan changes."""
    for fate in fates:
        onward = list(_onward(board, fate)) if fate.standing.is_open else []
        works: tuple[Action | Objective, ...] = (fate.action, *objectives_of(board, fate.action))
        for work in works:
            days = [(say("To {day}", day=each.to), each.because) for each in work.moved]
            lines = [*(": ".join(filter(None, each)) for each in days), *handovers_of(board, work)]
            if work is fate.action:
                lines += [capital(line) for line in onward]
            elif lines and standing_of(board, work).is_open:
                lines += [say("Its action: {line}", line=line) for line in onward]
            if lines:
                label = _label(board, work) if isinstance(work, Action) else work.title or ""
                yield MovedRow(begin_with(work.text, label=label), deadline_of(work), points(lines, ""))


def _onward(board: Board, fate: _Fate) -> Iterator[str]:
    """The deadlines of the actions that carry an unfinished one on, where they are others than its own."""
    for successor in fate.successors:
        action, day = _label(board, successor), successor.deadline
        if day is None and fate.action.deadline:
            yield say("no deadline now, as {action} of {years}", action=action, years=successor.years)
        elif day and day != fate.action.deadline:
            yield say("now due {day}, as {action} of {years}", day=day, action=action, years=successor.years)


@hookimpl.sections
def sections() -> list[Section[ChangesPage]]:
    """The section `what-changed`."""
    template = house_template("what_changed")
    return [Section("what-changed", template, ChangesPage, make_page, options=("years",), prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """What changed as a document of its own."""
    return [Outline("what-changed", "What Changed", ("cover", "what-changed", "document-control", "abbreviations"))]
