"""Implementation plan: each action with its objectives: whose, by when, how they will be known, and the steps."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Document,
    Milestone,
    Objective,
    Outline,
    Priority,
    Prose,
    Record,
    Runs,
    Section,
    Text,
    YearSpan,
    badge_of,
    begin_with,
    counted,
    deadline_of,
    hookimpl,
    house_template,
    measures_of,
    objectives_of,
    owners_of,
    say,
    standing_of,
    steps_of,
    text_of,
    title_of,
)


@frozen
class ObjectiveRow:
    """An objective in a row, headed by its words alone; what it serves and its milestones stand with its measures."""

    text: Blocks
    owners: Blocks
    deadline: Blocks
    measures: Blocks


@frozen
class ActionPlan:
    """An action as it is called, and its heading; what that does not say of it; whose and by when; its objectives."""

    name: str
    heading: str
    text: Blocks
    charge: Runs
    objectives: tuple[ObjectiveRow, ...]


@frozen
class PriorityPlan:
    """A priority with its printed number and its actions."""

    id: str
    number: int
    title: str
    actions: tuple[ActionPlan, ...]


@frozen
class TotalRow:
    """How many actions and objectives a priority has, and how many objectives stand where."""

    title: Runs
    actions: int
    objectives: int
    complete: int
    overdue: int
    moved: int


@frozen
class ImplementationPage:
    """The plan of one year; the totals end with a row of all."""

    years: str
    lead: str
    totals: tuple[TotalRow, ...]
    priorities: tuple[PriorityPlan, ...]


def make_page(board: Board, document: Document) -> ImplementationPage | None:
    """The year of the register's option `years`, else of the document; nothing where it has no actions.

    While no action of the year has an objective, one sentence says so.
    """
    years = document.chosen_years or document.years
    actions = board.actions(years=years)
    objectives = [each for action in actions for each in objectives_of(board, action)]
    if years is None or not actions:
        return None
    if not objectives:
        said = say(
            "The plan for {years} has {actions}, and no objective yet.",
            years=years,
            actions=counted(len(actions), "action"),
        )
        return ImplementationPage(str(years), said, (), ())
    rows = [_total(board, badge_of(board, each, each.title), board.actions(each, years)) for each in board.priorities]
    lead = say(
        "The plan for {years} has {objectives} under {actions}. "
        "Each has an owner, a deadline, and a measure by which it will be known.",
        years=years,
        objectives=counted(len(objectives), "objective"),
        actions=counted(len(actions), "action"),
    )
    plans = tuple(_priority(board, priority, years) for priority in board.priorities)
    return ImplementationPage(str(years), lead, (*rows, _total(board, (Text(say("All")),), actions)), plans)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The priorities, and each action of the year with its objectives and their milestones."""
    years = document.chosen_years or document.years
    for priority in board.priorities:
        yield priority
        for action in board.actions(priority, years):
            yield action
            yield from objectives_of(board, action)
    yield from board.of(Milestone)


def _total(board: Board, title: Runs, actions: tuple[Action, ...]) -> TotalRow:
    objectives = [each for action in actions for each in objectives_of(board, action)]
    standings = [standing_of(board, objective) for objective in objectives]
    return TotalRow(
        title,
        len(actions),
        len(objectives),
        sum(not standing.is_open for standing in standings),
        sum(standing.is_overdue for standing in standings),
        sum(objective.slips > 0 for objective in objectives),
    )


def _priority(board: Board, priority: Priority, years: YearSpan) -> PriorityPlan:
    actions = tuple(_action(board, action) for action in board.actions(priority, years))
    return PriorityPlan(priority.id, board.number(priority), priority.title, actions)


def _action(board: Board, action: Action) -> ActionPlan:
    owners = ", ".join(board.get(owner).title for owner in action.owned_by)
    said = ((say("Owner"), owners), (say("Due"), str(action.deadline or "")))
    parts = ((Text(f"{label}: ", strong=True), Text(f"{words}. ")) for label, words in said if words)
    charge = tuple(run for part in parts for run in part)
    called = board.called(action)
    rows = tuple(_row(board, objective) for objective in objectives_of(board, action))
    title = title_of(action)
    heading = ": ".join(filter(None, (called, title)))
    is_said = str(action.text).strip().rstrip(".:") == title
    return ActionPlan(called, heading, () if is_said else begin_with(action.text), charge, rows)


def _row(board: Board, objective: Objective) -> ObjectiveRow:
    steps = steps_of(board, objective)
    below = begin_with(steps, label=say("Milestones")) if steps else ()
    return ObjectiveRow(
        text_of(objective),
        owners_of(board, objective),
        deadline_of(objective),
        (*measures_of(board, objective.measures), *_served(board, objective), *below),
    )


def _served(board: Board, objective: Objective) -> Blocks:
    """The outcomes that it serves, by their titles, else in their words: this paper does not number them."""
    outcomes = [board.get(ref) for ref in objective.serves]
    named = [Prose(each.title) if each.title else each.text for each in outcomes]
    return tuple(block for words in named for block in begin_with(words, label=say("Serves")))


@hookimpl.sections
def sections() -> list[Section[ImplementationPage]]:
    """The section `implementation-plan`."""
    template = house_template("implementation_plan")
    return [
        Section(
            "implementation-plan",
            template,
            ImplementationPage,
            make_page,
            options=("years",),
            prints=printed,
        )
    ]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The implementation plan as a document of its own."""
    sections = ("cover", "contents", "implementation-plan", "document-control", "abbreviations")
    return [Outline("implementation-plan", "Implementation Plan", sections)]
