"""What changed: last year's plan against this year's: carried on, reworded, split, merged, ended, new, put off."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    ByName,
    Document,
    Layout,
    Objective,
    Outline,
    Paragraph,
    Prose,
    Record,
    Section,
    Text,
    YearSpan,
    begin_with,
    capital,
    counted,
    deadline_of,
    fold,
    hookimpl,
    house_template,
    in_words,
    listed,
    owners_of,
    point_words,
    points,
    say,
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
    """A piece of last year's work whose deadline moved, and why."""

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
    """An action of last year with the actions of this year that carry it on, and its kind of fate."""

    action: Action
    successors: tuple[Action, ...]
    kind: str


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
        tuple(_moved(board, before)),
    )


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The actions of both years, and last year's objectives whose deadline moved."""
    years = _years(board, document)
    before = _before(board, years)
    for each in (before, years):
        yield from board.actions(years=each) if each else ()
    yield from (o for o in board.of(Objective) if o.moved and years_of(board, o) == before)


def _years(board: Board, document: Document) -> YearSpan | None:
    years = document.chosen_years or document.years
    return years if board.actions(years=years) and years else board.latest_years


def _before(board: Board, years: YearSpan | None) -> YearSpan | None:
    earlier = [action.years for action in board.actions() if action.years and years and action.years < years]
    return max(earlier, default=None)


def _fates(board: Board, before: YearSpan, years: YearSpan) -> list[_Fate]:
    """What became of each action of the years before, in their order."""
    successors = {action.id: _successors(board, action, years) for action in board.actions(years=before)}
    shared = ByName[int]()
    for found in successors.values():
        for successor in found:
            shared[successor.id] = shared.get(successor.id, 0) + 1
    fates = []
    for action in board.actions(years=before):
        found = successors[action.id]
        is_merged = any(shared[successor.id] > 1 for successor in found)
        kind = MERGED if is_merged else SPLIT if len(found) > 1 else CARRIED
        if not found:
            kind = ENDED if action.became else UNSAID
        fates.append(_Fate(action, found, kind))
    return fates


def _successors(board: Board, action: Action, years: YearSpan) -> tuple[Action, ...]:
    found = [board.get(became.successor) for became in action.became if became.successor]
    return tuple({each.id: each for each in found if each.years == years}.values())


def _lead(fates: Sequence[_Fate], new: Sequence[Action], total: int, before: YearSpan, years: YearSpan) -> str:
    """The sum of both plans in two sentences."""
    said = []
    for kind in (CARRIED, SPLIT, MERGED, ENDED, UNSAID):
        own = [fate for fate in fates if fate.kind == kind]
        if own:
            said.append(_said(kind, own))
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
        reworded = sum(_words(fate.action) != _words(fate.successors[0]) for fate in own)
        also = say(" ({number} of them reworded)", number=in_words(reworded)) if reworded else ""
        return say(f"{{number}} {verb} carried on", number=number) + also
    if kind in {SPLIT, MERGED}:
        return say(f"{{number}} {verb} {kind} into {{into}}", number=number, into=in_words(into))
    return say("{number} ended", number=number) if kind == ENDED else say("of {number} nothing is said", number=number)


def _named(board: Board, actions: Iterable[Action]) -> Blocks:
    """Actions one after the other, each begun with what the plan calls it."""
    return tuple(block for action in actions for block in begin_with(action.text, label=_label(board, action)))


def _label(board: Board, action: Action) -> str:
    called = board.called(action)
    return capital(called)


def _words(action: Action) -> list[str]:
    return action.text.text.split()


def _changed(board: Board, fate: _Fate) -> ChangedRow:
    lines = [line for successor in fate.successors for line in _differences(fate.action, successor)]
    if fate.kind != CARRIED:
        lines = [say("Merged with another action") if fate.kind == MERGED else say("Split into these actions")]
    is_one = len(fate.successors) == 1
    shifts = [
        line if is_one else f"{line} ({_label(board, successor)})"
        for successor in fate.successors
        for line in _shifts(board, fate.action, successor)
    ]
    changes = points([*(lines or [say("The same words")]), *_points(fate.action), *shifts], "")
    return ChangedRow(_named(board, (fate.action,)), _named(board, fate.successors), changes)


def _differences(old: Action, new: Action) -> Iterator[str]:
    """What changed between two texts, each change in words."""
    before, after = _words(old), _words(new)
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = _quoted(before[a:b]), _quoted(after[c:d])
        if what == "replace":
            yield say("{gone} became {come}", gone=gone, come=come)
        elif what == "delete":
            yield say("{gone} was left out", gone=gone)
        elif what == "insert":
            yield say("{come} was added", come=come)


def _shifts(board: Board, old: Action, new: Action) -> Iterator[str]:
    """The deadline and the owners of an action where they are others than those of the action that it carries on."""
    before, day = old.deadline, new.deadline
    if before and not day:
        yield say("No deadline now instead of {before}", before=before)
    elif before and before != day:
        yield say("A new deadline: {day} instead of {before}", day=day, before=before)
    elif before != day:
        yield say("A new deadline: {day}", day=day)
    had, have = (listed([board.get(ref).title for ref in action.owned_by]) for action in (old, new))
    if had and not have:
        yield say("No owner now instead of {before}", before=had)
    elif had != have:
        yield say("Another owner: {owner}", owner=have) if had else say("An owner: {owner}", owner=have)


def _quoted(words: Iterable[str]) -> str:
    kept = [word for word in words if not (word.startswith("{#") or word == "-")]
    return f'"{" ".join(kept)}"' if kept else say("a point")


def _points(action: Action) -> Iterator[str]:
    """What is said of single points of an action."""
    for became in action.became:
        if became.point:
            said = point_words(action.text, became.point)
            because = say(", because {because}", because=became.because) if became.because else ""
            yield (
                say('"{said}" ended{because}', said=said, because=because)
                if became.ended
                else say('"{said}" has its own action now', said=said)
            )


def _gone(fate: _Fate) -> ChangedRow:
    reasons = [became.because for became in fate.action.became if became.because]
    why = points([capital(reason) for reason in reasons], say("Nothing says why"))
    return ChangedRow(begin_with(fate.action.text), (Paragraph((Text(fate.kind.capitalize()),)),), why)


def _moved(board: Board, before: YearSpan) -> Iterator[MovedRow]:
    works: tuple[Action | Objective, ...] = (*board.actions(years=before), *board.of(Objective))
    for work in works:
        if work.moved and years_of(board, work) == before:
            reasons = [
                say("To {day}", day=move.to) + (f": {move.because}" if move.because else "") for move in work.moved
            ]
            text: Prose = work.text
            yield MovedRow(begin_with(text, label=work.title or ""), deadline_of(work), points(reasons, ""))


@hookimpl.sections
def sections() -> list[Section[ChangesPage]]:
    """The section `what-changed`."""
    return [
        Section(
            "what-changed",
            house_template("what_changed"),
            ChangesPage,
            make_page,
            layout=Layout.LANDSCAPE,
            options=("years",),
            prints=printed,
        )
    ]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """What changed as a document of its own."""
    return [Outline("what-changed", "What Changed", ("cover", "what-changed", "document-control", "abbreviations"))]
