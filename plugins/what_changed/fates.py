"""Fates: what became of each action and objective of last year, and the sum of both plans in words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from attrs import frozen

from bscb_docs import (
    Action,
    Board,
    Delivery,
    Objective,
    Record,
    Standing,
    YearSpan,
    brief_of,
    capital,
    counted,
    in_words,
    is_reworded,
    listed,
    objectives_of,
    papers_with,
    point_words,
    say,
    standing_of,
    years_of,
)

P = TypeVar("P", Action, Objective)

CARRIED, SPLIT, MERGED, ENDED, UNSAID = "carried on", "split", "merged", "ended", "said nothing of"


@frozen
class Fate(Generic[P]):
    """Work of last year with the work of this year that carries it on, its kind of fate, and how it stood."""

    work: P
    successors: tuple[P, ...]
    kind: str
    standing: Standing

    @property
    def end(self) -> str:
        """Whether what ended was complete or given up, by its last status; "" where no status says so."""
        if self.standing.delivery is Delivery.COMPLETE:
            return say("complete")
        if self.standing.delivery is Delivery.WITHDRAWN:
            return say("given up")
        return say("not complete") if self.standing.delivery and self.standing.is_open else ""

    def why(self, board: Board, successor: Record) -> str:
        """Why later work carries it on for another day, where the plan says so."""
        own = (became for became in self.work.became if became.successor and board.get(became.successor) is successor)
        return next((became.because for became in own if became.because), "")

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it ended."""
        return tuple(became.because for became in self.work.became if became.because)


@frozen
class Left:
    """What was given up of actions that go on, or ended as a part of one: what, and why."""

    name: str
    because: str
    is_part: bool


def left_of(board: Board, fate: Fate[Action]) -> Iterator[Left]:
    """The objectives of an action carried on that were given up, and its points that ended."""
    if not fate.successors:
        return
    for each in objective_fates(board, fate):
        if each.standing.delivery is Delivery.WITHDRAWN or (each.kind == ENDED and each.standing.is_open):
            yield Left(brief_of(each.work).rstrip("."), next(iter(each.reasons), ""), is_part=False)
    for became in fate.work.became:
        if became.point and became.ended:
            yield Left(capital(point_words(fate.work.text, became.point)), became.because, is_part=True)


def shared_end(fates: Sequence[Fate[Action]]) -> str:
    """The one reason for which several actions ended, said once; "" where they have none in common."""
    reasons = [fate.reasons for fate in fates if fate.kind == ENDED]
    return reasons[0][0] if len(reasons) > 1 and len(set(reasons)) == 1 and len(reasons[0]) == 1 else ""


def fates_of(board: Board, before: YearSpan, years: YearSpan) -> list[Fate[Action]]:
    """What became of each action of the years before, in their order."""
    return _fates(board, board.actions(years=before), before, years)


def objective_fates(board: Board, fate: Fate[Action]) -> list[Fate[Objective]]:
    """What became of the objectives of an action that is carried on."""
    before, years = fate.work.years, next((each.years for each in fate.successors), None)
    return _fates(board, objectives_of(board, fate.work), before, years) if before and years else []


def _fates(board: Board, works: Iterable[P], before: YearSpan, years: YearSpan) -> list[Fate[P]]:
    carried = [(work, _successors(board, work, years)) for work in works]
    shared = Counter(each.id for _, found in carried for each in found)
    fates = []
    for work, found in carried:
        kind = SPLIT if len(found) > 1 else CARRIED if found else ENDED if work.became else UNSAID
        kind = MERGED if any(shared[each.id] > 1 for each in found) else kind
        fates.append(Fate(work, found, kind, standing_of(board, work, before)))
    return fates


def _successors(board: Board, work: P, years: YearSpan) -> tuple[P, ...]:
    found = [board.get(became.successor) for became in work.became if became.successor]
    return tuple({each.id: each for each in found if years_of(board, each) == years}.values())


def lead_of(
    board: Board, fates: Sequence[Fate[Action]], new: Sequence[Action], total: int, before: YearSpan, years: YearSpan
) -> str:
    """The sum of both plans in a few sentences, and where their money is told, if it is."""
    kinds = ((kind, [fate for fate in fates if fate.kind == kind]) for kind in (CARRIED, SPLIT, MERGED, ENDED, UNSAID))
    said = [_said(kind, own) for kind, own in kinds if own]
    number = in_words(len(new)).capitalize()
    more = say("{number} is new" if len(new) == 1 else "{number} are new", number=number) if new else say("None is new")
    papers = papers_with(board, "budget")
    return say(
        "The plan of {before} had {actions}: {of_these}.{parts} {more}, so that the plan of {years} has {number}. "
        "Outcomes and measures are not compared here{money}.",
        before=before,
        actions=counted(len(fates), "action"),
        of_these=listed(said),
        parts=_parts([left for fate in fates for left in left_of(board, fate)]),
        more=more,
        years=years,
        number=in_words(total),
        money=say("; money is told in {papers}", papers=listed(papers)) if papers else "",
    )


def _parts(left: Sequence[Left]) -> str:
    """How much of what goes on was given up or ended, as a sentence; nothing where none was."""
    parts = sum(each.is_part for each in left)
    kinds = (("objective", len(left) - parts, say("given up")), ("part", parts, say("ended")))
    said = [f"{counted(number, what)} {how}" for what, number, how in kinds if number]
    return say(" Of those that go on: {said}.", said=listed(said)) if said else ""


def _said(kind: str, own: Sequence[Fate[Action]]) -> str:
    number, is_one = in_words(len(own)), len(own) == 1
    into = len({successor.id for fate in own for successor in fate.successors})
    if kind == CARRIED:
        reworded = sum(is_reworded(fate.work.text, fate.successors[0].text) for fate in own)
        also = say(" ({number} of them reworded)", number=in_words(reworded)) if reworded else ""
        return say("{number} is carried on" if is_one else "{number} are carried on", number=number) + also
    if kind == SPLIT:
        told = "{number} is split into {into}" if is_one else "{number} are split into {into}"
        return say(told, number=number, into=in_words(into))
    if kind == MERGED:
        told = "{number} is merged into {into}" if is_one else "{number} are merged into {into}"
        return say(told, number=number, into=in_words(into))
    if kind == UNSAID:
        return say("of {number} nothing is said", number=number)
    how = listed([f"{in_words(count)} {end}" for end, count in Counter(fate.end for fate in own).items() if end])
    why = say(", each because {because}", because=because) if (because := shared_end(own)) else ""
    return say("{number} ended", number=number) + (f" ({how})" if how else "") + why
