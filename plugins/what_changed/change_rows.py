"""Change rows: what was put off, passed on, ended, carried on or is new, each told once."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Objective,
    Paragraph,
    Runs,
    Text,
    YearSpan,
    action_of,
    begin_with,
    brief_of,
    capital,
    changes_of,
    deadline_of,
    is_reworded,
    labelled,
    listed,
    owners_of,
    paragraphs,
    point_words,
    points,
    say,
    status_words,
    text_changes,
)

from .fates import CARRIED, ENDED, MERGED, Fate, left_of
from .shifts import OTHER, Shift, objective_shifts, shifts_of, split_of


@frozen
class ChangedRow:
    """An action of last year with how it stood, and what goes on of it, in other words or the same."""

    old: Blocks
    new: Blocks


@frozen
class NewRow:
    """An action that carries nothing on, with whose it is and by when."""

    text: Blocks
    owners: Blocks
    deadline: Blocks


def new_row(board: Board, action: Action) -> NewRow:
    """An action that carries nothing on."""
    text = begin_with(action.text, label=_named(board, action))
    return NewRow(text, owners_of(board, action), (*deadline_of(board, action), *changes_of(board, action)))


def shift_lines(board: Board, fates: Iterable[Fate[Action]], years: YearSpan) -> Iterator[tuple[int, Runs]]:
    """What lost its deadline or owner, is put off by its new day, or has other owners; each with its rank.

    An action has its number in the plan of this year, one that was split that of last year, and an objective that of
    its action, beside which it is named where both are put off alike.
    """
    found = list[tuple[Shift, str, str]]()
    for fate in fates:
        own = [(each, new) for new in fate.successors for each in shifts_of(board, fate, new)]
        below = list(objective_shifts(board, fate))
        for each, new in own:
            alike = [other for other in below if other[1].what == each.what and other[1].why in {"", each.why}]
            below = [other for other in below if other not in alike]
            names = [brief_of(new), *(brief_of(objective) for objective, _ in alike)]
            found.append((each, listed([name.rstrip(".") for name in names]), capital(board.called(new, years))))
        if parts := split_of(board, fate):
            found.append((parts, brief_of(fate.work), capital(board.called(fate.work, years))))
        found += ((each, brief_of(work), _above(board, work, years)) for work, each in below)
    for each, name, label in sorted(found, key=lambda told: told[0][:2]):
        yield each.rank, labelled(f"{name.rstrip('.')} ({label})", each.what + each.why, ends=False)


def end_lines(board: Board, fates: Iterable[Fate[Action]], shared: str, years: YearSpan) -> Iterator[Runs]:
    """What ended, with why: actions, but for a reason that all share and the front tells; parts of what goes on."""
    for fate in fates:
        if not fate.successors:
            name, label = brief_of(fate.work).rstrip("."), capital(board.called(fate.work))
            yield labelled(f"{name} ({label})", _end(fate, shared), ends=False)
        goes_on = listed([_named(board, each) for each in fate.successors])
        for left in left_of(board, fate):
            where = say(
                "a part of {action}" if left.is_part else "objective of {action}", action=board.called(fate.work, years)
            )
            more = "" if left.is_part else say("Its action goes on as {actions}", actions=goes_on)
            said = left.end, capital(left.because), more
            yield labelled(f"{left.name} ({where})", _sentences(said), ends=False)


def _end(fate: Fate[Action], shared: str) -> str:
    """How an action ended, by the status that says so, and why."""
    status = fate.standing.status
    end = (fate.end or say("ended")) if fate.kind == ENDED else say("nothing says what became of it")
    end += f" ({status.title})" if status and status.title not in end else ""
    return _sentences((end, *(capital(each) for each in fate.reasons if each != shared)))


def _sentences(said: Iterable[str]) -> str:
    return ". ".join(each.rstrip(".") for each in said if each)


def changed_row(board: Board, fate: Fate[Action], told: set[str]) -> ChangedRow:
    """A row: this year's words, and those of last year beside them where they are others; then what else is other."""
    status = begin_with(status_words(fate.standing), label=say("Status")) if fate.standing.update else ()
    now, is_other = _now(board, fate, told)
    lines = list(_points(board, fate.work))
    is_one = len(fate.successors) == 1
    shifts = [
        ("" if is_one else _named(board, new), each) for new in fate.successors for each in shifts_of(board, fate, new)
    ]
    shifts += ((brief_of(work).rstrip("."), each) for work, each in objective_shifts(board, fate))
    others = ((label, each.what + each.why) for label, each in shifts if each.rank == OTHER)
    lines += (f"{label}: {told}" if label else capital(told) for label, told in others)
    name = _named(board, fate.work)
    old = begin_with(fate.work.text, label=name) if is_other else (Paragraph((Text(name, strong=True),)),)
    return ChangedRow((*old, *status), (*now, *(points(lines, "") if lines else ())))


def _now(board: Board, fate: Fate[Action], told: set[str]) -> tuple[Blocks, bool]:
    """What this year's plan says, each action once; and whether last year's words are to be read beside it.

    They are not where they stayed, or where what changed of them is told in fewer letters.
    """
    (first, *_), old = fate.successors, fate.work.text
    if fate.kind == CARRIED:
        changes, name = list(text_changes(old, first.text)), _named(board, first)
        if not is_reworded(old, first.text):
            return begin_with(first.text, label=say("{action}, in the same words", action=name)), False
        said = begin_with(first.text, label=say("{action}, reworded", action=name))
        is_short = bool(changes) and len("".join(changes)) < len(old.text)
        return (*said, *(points(changes, "") if is_short else ())), not is_short
    blocks = paragraphs(say("Merged with another action") if fate.kind == MERGED else say("Split into these actions"))
    for new in fate.successors:
        text = paragraphs(say("as above")) if new.id in told else new.text
        blocks += begin_with(text, label=_named(board, new))
        told.add(new.id)
    return blocks, True


def _named(board: Board, action: Action) -> str:
    """The title of an action, if it has one, and what the plan calls it."""
    called = board.called(action)
    return f"{action.title} ({capital(called)})" if action.title else capital(called)


def _above(board: Board, objective: Objective, years: YearSpan) -> str:
    action = action_of(board, objective)
    return say("objective of {action}", action=board.called(action, years)) if action else ""


def _points(board: Board, action: Action) -> Iterator[str]:
    """Which action of this year is made of a single point."""
    for became in action.became:
        if became.point and became.successor:
            said = point_words(action.text, became.point)
            yield say('"{said}" is {action} now', said=said, action=board.called(board.get(became.successor)))
