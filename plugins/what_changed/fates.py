"""Fates: what became of each action and objective of last year, and the sum of both plans in words."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from attrs import frozen

from bscb_docs import (
    Action,
    Board,
    Delivery,
    Measure,
    Objective,
    Record,
    Standing,
    YearSpan,
    brief_of,
    capital,
    counted,
    in_words_alike,
    is_reworded,
    label_of,
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
        """The label of what was done or given up, that what is open is not complete; "" where no status says so."""
        if self.standing.delivery in {Delivery.COMPLETE, Delivery.WITHDRAWN}:
            return label_of(self.standing.status)
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
    end: str
    because: str
    is_part: bool


def left_of(board: Board, fate: Fate[Action]) -> Iterator[Left]:
    """The objectives of an action carried on that were given up, and its points that ended."""
    if not fate.successors:
        return
    for each in objective_fates(board, fate):
        if each.standing.delivery is Delivery.WITHDRAWN or (each.kind == ENDED and each.standing.is_open):
            yield Left(brief_of(each.work).rstrip("."), each.end, next(iter(each.reasons), ""), is_part=False)
    for became in fate.work.became:
        if became.point and became.ended:
            yield Left(capital(point_words(fate.work.text, became.point)), say("ended"), became.because, is_part=True)


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
    """The sum of both plans in a few sentences, all its numbers written alike, and where their money is told."""

    def number(count: int) -> str:
        return in_words_alike(count, max(len(fates), total))[0]

    kinds = ((kind, [fate for fate in fates if fate.kind == kind]) for kind in (CARRIED, SPLIT, MERGED, ENDED, UNSAID))
    said = [_said(kind, alike, number) for kind, alike in kinds if alike]
    papers, moved = papers_with(board, "budget"), len(moved_targets(board, years))
    other = f"{{measures}} of outcomes {'has' if moved == 1 else 'have'} another target or day{{where}}."
    below = [each.title for each in moved_targets(board, years, of_outcomes=False)]
    also = say("So has: {measures}." if len(below) == 1 else "So have: {measures}.", measures="; ".join(below))
    plans = papers_with(board, "priorities", years)
    where = f": {say('see {papers}', papers=listed(plans))}" if plans else ""
    return say(
        "The plan of {before} had {actions}: {of_these}. The plan of {years} has {sum}{named}. "
        "{targets}Outcomes are not compared here{money}.",
        before=before,
        actions=counted(1, "action") if len(fates) == 1 else say("{number} actions", number=number(len(fates))),
        of_these=listed(said),
        years=years,
        sum=_sum(total - len(new), len(new), number),
        named=f" ({'; '.join(each.title or capital(board.called(each)) for each in new)})"
        if any(each.title for each in new)
        else "",
        targets="".join(
            f"{words} "
            for words, is_told in (
                (say(other, measures=capital(counted(moved, "measure")), where=where), moved),
                (also, moved and below),
            )
            if is_told
        ),
        money=say("; money is told in {papers}", papers=listed(papers)) if papers else "",
    )


def moved_targets(board: Board, years: YearSpan, *, of_outcomes: bool = True) -> list[Measure]:
    """The measures of which the years have another target than there was: those that outcomes name, or the others."""
    found = (board.find(Measure, name) for outcome in board.outcomes() for name in outcome.measures)
    named = {each.id for each in found if each}
    own = (each.of_years(years) for each in board.of(Measure) if (each.id in named) is of_outcomes)
    return [each for each in own if each.earlier_target]


def _sum(gone_on: int, new: int, number: Callable[[int], str]) -> str:
    """How many actions there are now, and of these how many go on and are new."""
    total, on = number(gone_on + new), number(gone_on)
    if not new:
        return say("{number}, none of them new", number=total)
    if not gone_on:
        return say("{number}, all of them new", number=total)
    return say(
        "{number}: {on} that go on and {new} new one" if new == 1 else "{number}: {on} that go on and {new} new ones",
        number=total,
        on=on,
        new=number(new),
    )


def _said(kind: str, own: Sequence[Fate[Action]], number: Callable[[int], str]) -> str:
    many, is_one = number(len(own)), len(own) == 1
    into = number(len({successor.id for fate in own for successor in fate.successors}))
    if kind == CARRIED:
        reworded = sum(is_reworded(fate.work.text, fate.successors[0].text) for fate in own)
        also = say(" ({number} of them reworded)", number=number(reworded)) if reworded else ""
        return say("{number} is carried on" if is_one else "{number} are carried on", number=many) + also
    if kind == SPLIT:
        return say(
            "{number} is split into {into}" if is_one else "{number} are split into {into}", number=many, into=into
        )
    if kind == MERGED:
        return say(
            "{number} is merged into {into}" if is_one else "{number} are merged into {into}", number=many, into=into
        )
    if kind == UNSAID:
        return say("of {number} nothing is said", number=many)
    ends = Counter(fate.end for fate in own)
    how = listed([f"{number(count)} {end}" for end, count in ends.items() if end])
    why = say(", each because {because}", because=because) if (because := shared_end(own)) else ""
    return say("{number} ended", number=many) + (f" ({how})" if how else "") + why
