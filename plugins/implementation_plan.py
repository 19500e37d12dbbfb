"""Implementation plan: each action with its objectives: whose, by when, how they stand and will be known, the steps."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Document,
    Milestone,
    Objective,
    Outcome,
    Outline,
    Paragraph,
    Priority,
    Record,
    Runs,
    Section,
    Standing,
    Text,
    YearSpan,
    badge_of,
    begin_with,
    capital,
    charge_of,
    counted,
    deadline_of,
    hookimpl,
    house_template,
    in_words,
    listed,
    measures_of,
    objectives_of,
    owners_of,
    paragraphs,
    priority_of,
    say,
    standing_of,
    steps_of,
    text_of,
    title_of,
)


@frozen
class ObjectiveRow:
    """An objective in a row, headed by its words; how it stands is with its deadline, the rest with its measures."""

    text: Blocks
    owners: Blocks
    deadline: Blocks
    measures: Blocks


@frozen
class ActionPlan:
    """An action under its heading: what that does not say of it; whose, by when, its steps; its objectives."""

    heading: str
    text: Blocks
    charge: Blocks
    objectives: tuple[ObjectiveRow, ...]


@frozen
class PriorityPlan:
    """A priority with its printed number, its outcomes that objectives serve, its actions, how many lack objectives."""

    id: str
    number: int
    title: str
    outcomes: tuple[Blocks, ...]
    actions: tuple[ActionPlan, ...]
    note: str


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

    While no action of the year has an objective or a step, one sentence says so.
    """
    years = document.told_years
    actions = board.actions(years=years)
    objectives = [each for action in actions for each in objectives_of(board, action)]
    if years is None or not actions:
        return None
    served = [board.get(ref).id for objective in objectives for ref in objective.serves]
    plans = tuple(_priority(board, priority, years, served) for priority in board.priorities)
    count = counted(len(actions), "action")
    if not objectives:
        said = say("The plan for {years} has {actions}, and no objective yet.", years=years, actions=count)
        return ImplementationPage(str(years), said, (), plans if any(steps_of(board, each) for each in actions) else ())
    rows = [_total(board, badge_of(board, each, each.title), board.actions(each, years)) for each in board.priorities]
    lead = say(
        "The plan for {years} has {objectives} under {actions}. "
        "Each has an owner, a deadline, and a measure by which it will be known.",
        years=years,
        objectives=counted(len(objectives), "objective"),
        actions=count,
    )
    return ImplementationPage(str(years), lead, (*rows, _total(board, (Text(say("All")),), actions)), plans)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The priorities, and each action of the year with its objectives and their milestones."""
    years = document.told_years
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


def _priority(board: Board, priority: Priority, years: YearSpan, served: list[str]) -> PriorityPlan:
    outcomes = [each for each in board.outcomes(priority) if each.id in served]
    titles = (": ".join(filter(None, (capital(_called(board, each)), each.title))) for each in outcomes)
    said = tuple(begin_with(each.text, label=title) for each, title in zip(outcomes, titles, strict=True))
    actions = tuple(_action(board, action) for action in board.actions(priority, years))
    bare, note = sum(not action.objectives for action in actions), ""
    if bare:
        lack = "{number} action has no objectives yet." if bare == 1 else "{number} actions have no objectives yet."
        note = say(lack, number=capital(in_words(bare)))
    return PriorityPlan(priority.id, board.number(priority), priority.title, said, actions, note)


def _called(board: Board, outcome: Outcome) -> str:
    """An outcome by its number, as the business plan has it."""
    priority = board.get(outcome.priority) if outcome.priority else None
    return say("outcome {number}", number=board.outcomes(priority).index(outcome) + 1)


def _action(board: Board, action: Action) -> ActionPlan:
    charge = charge_of(board, action)
    below = (*((Paragraph(charge),) if charge else ()), *_steps(board, action))
    rows = tuple(_row(board, objective) for objective in objectives_of(board, action))
    title = title_of(action)
    heading = ": ".join(filter(None, (board.called(action), title)))
    is_said = str(action.text).strip().rstrip(".:") == title
    return ActionPlan(heading, () if is_said else begin_with(action.text), below, rows)


def _row(board: Board, objective: Objective) -> ObjectiveRow:
    standing = standing_of(board, objective)
    return ObjectiveRow(
        text_of(objective),
        owners_of(board, objective),
        (*deadline_of(objective, standing.days_overdue), *_status(standing)),
        (*measures_of(board, objective.measures), *_served(board, objective), *_steps(board, objective)),
    )


def _steps(board: Board, work: Action | Objective) -> Blocks:
    steps = steps_of(board, work)
    return begin_with(steps, label=say("Milestones")) if steps else ()


def _status(standing: Standing) -> Blocks:
    """How it stands, in words without their sign: below other lines that would look like a point typed by hand."""
    said = standing.status.title if standing.status else say("Not rated")
    return begin_with(paragraphs(said), label=say("Status")) if standing.update else ()


def _served(board: Board, objective: Objective) -> Blocks:
    """The outcomes that it serves, by their numbers; those of another priority with its own."""
    own, names = priority_of(board, objective), list[str]()
    for outcome in map(board.get, objective.serves):
        other = board.get(outcome.priority) if outcome.priority else own
        before = f"{board.called(other)}, " if other and other is not own else ""
        names.append(f"{before}{_called(board, outcome)}")
    return begin_with(paragraphs(listed(names)), label=say("Serves")) if names else ()


@hookimpl.sections
def sections() -> list[Section[ImplementationPage]]:
    """The section `implementation-plan`."""
    template = house_template("implementation_plan")
    return [Section("implementation-plan", template, ImplementationPage, make_page, options=("years",), prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The implementation plan as a document of its own."""
    sections = ("cover", "contents", "implementation-plan", "document-control", "abbreviations")
    return [Outline("implementation-plan", "Implementation Plan", sections)]
