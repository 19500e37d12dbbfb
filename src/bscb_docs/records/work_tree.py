"""Work tree: the action and priority that a piece of work stands under, its years, and what stands under it."""

from typing import TypeVar

from bscb_docs.records.board import Board
from bscb_docs.records.deadlines_and_owners import Work
from bscb_docs.records.names import ByName, fold, grouped
from bscb_docs.records.objectives import Milestone, Objective, Task
from bscb_docs.records.people import Body, Organisation, Person
from bscb_docs.records.plan import Action, Priority
from bscb_docs.records.progress import Target
from bscb_docs.records.values.partial_date import PartialDate
from bscb_docs.records.values.year_span import YearSpan

Planned = TypeVar("Planned", bound=Action | Objective)


def years_of(board: Board, work: Target | Milestone) -> YearSpan | None:
    """The years that a piece of work is planned for: its own, else those of the action that it stands under."""
    if isinstance(work, Action | Task):
        return work.years
    action = action_of(board, work)
    return action.years if action else None


def action_of(board: Board, work: Target | Milestone) -> Action | None:
    """The action that a piece of work belongs to: itself, or the one that it stands under or serves."""
    if isinstance(work, Action):
        return work
    if isinstance(work, Objective):
        return board.get(work.action) if work.action else None
    if isinstance(work, Milestone):
        above = board.get(work.of) if work.of else None
        return action_of(board, above) if above else None
    if isinstance(work, Task) and work.serves:
        return action_of(board, board.get(work.serves[0]))
    return None


def priority_of(board: Board, work: Target | Milestone) -> Priority | None:
    """The priority that a piece of work serves; None where no action leads to one."""
    action = action_of(board, work)
    return board.get(action.priority) if action and action.priority else None


def supporters_of(board: Board, work: Work) -> tuple[Organisation | Body | Person, ...]:
    """Who supports a piece of work and is none of its owners in force."""
    owners = [board.get(owner) for owner in work.owned_by]
    return tuple(each for each in map(board.get, work.supporters) if each not in owners)


def objectives_of(board: Board, action: Action) -> tuple[Objective, ...]:
    """The objectives under an action, in their order."""
    return tuple(board.keep(_objectives_by_action).get(action.id, ()))


def successors_of(board: Board, work: Planned, day: PartialDate | None = None) -> tuple[Planned, ...]:
    """The work that carries an action or objective, or a point of it, on, each once; as decided by a day, if given."""
    if not work.became:
        return ()
    years = years_of(board, work) if day else None
    known = (each for each in work.became if each.successor and (day is None or each.was_decided(day, years)))
    names = dict.fromkeys(fold(each.successor.name) for each in known if each.successor)
    return tuple(found for name in names if (found := board.find(type(work), name)))


def predecessors_of(board: Board, work: Target) -> tuple[Action | Objective, ...]:
    """The actions that an action carries on, or a point of which, or the objectives that an objective does."""
    return tuple(board.keep(_predecessors_by_work).get(work.id, ()))


def end_of_line(board: Board, work: Target) -> str:
    """The id of the action that in the end carries on the one that a piece of work belongs to; without one, its own."""
    last, seen = action_of(board, work), list[str]()
    while last and last.id not in seen:
        seen.append(last.id)
        last = next(iter(successors_of(board, last)), last)
    return last.id if last else work.id


def reported_work(board: Board, years: YearSpan | None) -> tuple[Objective | Action, ...]:
    """The work of those years that a report tells of at the board's day: objectives, and actions that have none."""
    objectives = (each for each in board.of(Objective) if years_of(board, each) == years)
    actions = (each for each in board.of(Action) if each.years == years and not objectives_of(board, each))
    works: tuple[Objective | Action, ...] = (*objectives, *actions)
    return tuple(work for work in works if not _comes_later(board, work))


def _comes_later(board: Board, work: Objective | Action) -> bool:
    action = action_of(board, work)
    agreed = action.agreed_at.on if action and action.agreed_at else None
    return agreed is not None and board.as_at is not None and board.as_at.surely_before(agreed)


def milestones_of(board: Board, work: Target) -> tuple[Milestone, ...]:
    """The milestones under a piece of work, in their order."""
    return tuple(board.keep(_milestones_by_work).get(work.id, ()))


def _objectives_by_action(board: Board) -> ByName[list[Objective]]:
    return grouped((each.action.name, each) for each in board.of(Objective) if each.action)


def _milestones_by_work(board: Board) -> ByName[list[Milestone]]:
    return grouped((each.of.name, each) for each in board.of(Milestone) if each.of)


def _predecessors_by_work(board: Board) -> ByName[list[Action | Objective]]:
    works: tuple[Action | Objective, ...] = board.of(Action, Objective)
    return grouped((after.id, each) for each in works for after in successors_of(board, each))
