"""What changed: last year's plan against this year's: carried on, reworded, split, merged, ended, new, put off."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Delivery,
    Document,
    Objective,
    Outline,
    PartialDate,
    Record,
    Runs,
    Section,
    Standing,
    YearSpan,
    begin_with,
    brief_of,
    capital,
    changes_of,
    counted,
    deadline_of,
    fold,
    handovers_of,
    hookimpl,
    house_template,
    in_words,
    is_reworded,
    labelled,
    listed,
    months_of,
    objectives_of,
    owners_of,
    point_words,
    points,
    say,
    standing_of,
    status_words,
    text_changes,
    times,
    title_of,
    years_of,
)

CARRIED, SPLIT, MERGED, ENDED, UNSAID = "carried on", "split", "merged", "ended", "said nothing of"


@frozen
class ChangedRow:
    """An action of last year with how it stood, what it became, and what is different, in words."""

    old: Blocks
    new: Blocks
    changes: Blocks


@frozen
class EndedRow:
    """An action that nothing carries on, what became of it and why, and what changed before it ended."""

    text: Blocks
    end: Blocks


@frozen
class NewRow:
    """An action that carries nothing on, with whose it is and by when."""

    text: Blocks
    owners: Blocks
    deadline: Blocks


@frozen
class ChangesPage:
    """The plans of two years, side by side; what was lost or put off comes first."""

    before: str
    years: str
    lead: str
    told: str
    losses: tuple[Runs, ...]
    carried: tuple[ChangedRow, ...]
    ended: tuple[EndedRow, ...]
    new: tuple[NewRow, ...]


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


class _Shift(NamedTuple):
    """A deadline or owners that are others than before; the worst sorts first, and of what is put off the longest."""

    rank: int
    days_sooner: int
    line: str


_LOST, _LATER, _OTHER = range(3)


def make_page(board: Board, document: Document) -> ChangesPage | None:
    """The option `years`, the document's or the latest, against the years before; nothing where there are none."""
    years = _years(board, document)
    before = _before(board, years)
    if years is None or before is None or not board.actions(years=years):
        return None
    fates = _fates(board, before, years)
    known = {fold(successor.id) for fate in fates for successor in fate.successors}
    new = [action for action in board.actions(years=years) if fold(action.id) not in known]
    losses = _losses(board, fates)
    told = say("What lost its deadline or owner, or is put off:" if losses else "No deadline is lost or put off.")
    return ChangesPage(
        str(before),
        str(years),
        _lead(fates, new, len(board.actions(years=years)), before, years),
        told,
        losses,
        tuple(_changed(board, fate) for fate in fates if fate.successors),
        tuple(_gone(board, fate) for fate in fates if not fate.successors),
        tuple(_new(board, action) for action in new),
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
        "The plan of {before} had {actions}: {of_these}. {more}, so that the plan of {years} has {number}. Outcomes, "
        "measures and money are not compared here.",
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


def _new(board: Board, action: Action) -> NewRow:
    return NewRow(
        _named(board, (action,)), owners_of(board, action), (*deadline_of(action), *changes_of(board, action))
    )


def _changed(board: Board, fate: _Fate) -> ChangedRow:
    """A row; what was lost stands first in it, and what became of the words last."""
    shifts = list[_Shift]()
    for successor in fate.successors:
        label = "" if len(fate.successors) == 1 else f" ({capital(board.called(successor, fate.action.years))})"
        shifts += (shift._replace(line=f"{shift.line}{label}") for shift in _shifts(board, fate, successor))
    lines = [shift.line for shift in sorted(shifts)]
    lines += (*_within(board, fate.action), *_points(fate.action))
    if fate.kind == CARRIED:
        lines += text_changes(fate.action.text, fate.successors[0].text)
    else:
        lines.append(say("Merged with another action") if fate.kind == MERGED else say("Split into these actions"))
    status = status_words(fate.standing) if fate.standing.update else ()
    old = (*_named(board, (fate.action,)), *(begin_with(status, label=say("Status")) if status else ()))
    return ChangedRow(old, _named(board, fate.successors), points(lines, ""))


def _losses(board: Board, fates: Iterable[_Fate]) -> tuple[Runs, ...]:
    """What lost its deadline or owner, or is put off, by number and title in the plan of this year, the worst first."""
    pairs = [(fate.action, new, _shifts(board, fate, new)) for fate in fates for new in fate.successors]
    found = [(each, _new_label(board, old, new), brief_of(new)) for old, new, shifts in pairs for each in shifts]
    lost = ((label, f"{name} {each.line}") for each, label, name in sorted(found) if each.rank < _OTHER)
    return tuple(labelled(label, line, ends=False) for label, line in lost)


def _new_label(board: Board, old: Action, new: Action) -> str:
    """What the plan of this year calls an action, and that of last year where its number was another."""
    now, before = _label(board, new), _label(board, old)
    return now if now == before else say("{now} (before: {before})", now=now, before=before)


def _shifts(board: Board, fate: _Fate, new: Action) -> Iterator[_Shift]:
    """The deadline and owners where they are others than those of the action carried on.

    What follows work that is done has a deadline of its own: nothing of it was lost or put off.
    """
    old = fate.action
    before, day = None if fate.standing.delivery is Delivery.COMPLETE else old.deadline, new.deadline
    if before and not day:
        yield _Shift(_LOST, 0, _nothing_for(before, new, "due", say("No deadline")))
    elif before and day and before != day:
        yield _put_off(before, day, 1 + old.slips)
    elif day and not old.deadline:
        yield _Shift(_OTHER, 0, say("A deadline: {day}", day=day))
    elif day and day != old.deadline:
        said = say("A new deadline: {day}; what was due {before} is done", day=day, before=old.deadline)
        yield _Shift(_OTHER, 0, said)
    had, have = (listed([board.get(ref).title for ref in action.owned_by]) for action in (old, new))
    if had and not have:
        yield _Shift(_LOST, 0, _nothing_for(had, new, "owner", say("No owner")))
    elif had != have:
        other = say("Another owner: {owner} instead of {before}", owner=have, before=had)
        yield _Shift(_OTHER, 0, other if had else say("An owner: {owner}", owner=have))


def _nothing_for(before: object, new: Action, field: str, said: str) -> str:
    """That a field which was given before is empty, with the reason where one is recorded: it may be still to agree."""
    because = gap.reason if (gap := new.gap(field)) else ""
    if because:
        return say("{nothing} yet instead of {before}, because {because}", nothing=said, before=before, because=because)
    return say("{nothing} now instead of {before}", nothing=said, before=before)


def _put_off(before: PartialDate, day: PartialDate, moves: int) -> _Shift:
    """A deadline in place of another, by how many months it is later, and how often it was put off with this move."""
    said = say("A new deadline: {day} instead of {before}", day=day, before=before)
    days = 0 if before.never_ends or day.never_ends else (day.latest - before.latest).days
    if days <= 0:
        return _Shift(_OTHER, 0, said)
    said += say(", {months} later", months=months_of(days)) if months_of(days) else ""
    said += say(", put off {often} in all", often=times(moves)) if moves > 1 else ""
    return _Shift(_LATER, -days, said)


def _within(board: Board, action: Action) -> Iterator[str]:
    """What changed of an action and its objectives before the year was over."""
    works: tuple[Action | Objective, ...] = (action, *objectives_of(board, action))
    for work in works:
        lines = list(handovers_of(board, work))
        if (move := work.last_move) and move.to and work.due:
            because = say(", because {because}", because=move.because) if move.because else ""
            lines.insert(0, f"{_put_off(work.due, move.to, work.slips).line}{because}")
        yield from (line if work is action else f"{title_of(work) or say('An objective')}: {line}" for line in lines)


def _points(action: Action) -> Iterator[str]:
    """What is said of single points of an action."""
    for became in action.became:
        if became.point:
            said = point_words(action.text, became.point)
            because = say(", because {because}", because=became.because) if became.because else ""
            ended = say('"{said}" ended{because}', said=said, because=because)
            yield ended if became.ended else say('"{said}" has its own action now', said=said)


def _gone(board: Board, fate: _Fate) -> EndedRow:
    """What ended: how, by the status that says so, and why."""
    reasons = [capital(became.because) for became in fate.action.became if became.because]
    status = fate.standing.status
    end = capital(fate.end or say("ended")) if fate.kind == ENDED else say("Not recorded")
    end += f" ({status.title})" if status else ""
    why = points([*reasons, *_within(board, fate.action)], say("Nothing says why"))
    return EndedRow(_named(board, (fate.action,)), begin_with(why, label=end))


@hookimpl.sections
def sections() -> list[Section[ChangesPage]]:
    """The section `what-changed`."""
    template = house_template("what_changed")
    return [Section("what-changed", template, ChangesPage, make_page, options=("years",), prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """What changed as a document of its own."""
    return [Outline("what-changed", "What Changed", ("cover", "what-changed", "document-control", "abbreviations"))]
