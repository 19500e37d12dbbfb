"""Implementation plan: each action with its objectives: whose, by when, how they stand and will be known, the steps."""

from collections import Counter
from collections.abc import Iterable, Iterator

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
    Reference,
    Runs,
    Section,
    Standing,
    StatusRow,
    Table,
    Text,
    YearSpan,
    action_of,
    badge_of,
    begin_with,
    capital,
    changes_of,
    charge_of,
    counted,
    deadline_of,
    hookimpl,
    house_template,
    in_words,
    in_worst_order,
    label_of,
    labelled,
    listed,
    measures_of,
    objectives_of,
    owners_of,
    priority_of,
    say,
    standing_of,
    status_rows,
    status_table,
    status_words,
    steps_of,
    text_below,
    text_of,
    title_of,
    under_actions,
    worry_words,
)


@frozen
class ObjectiveRow:
    """An objective in a row: how it stands, whose, by when; with its measures its steps and what changed."""

    text: Blocks
    status: Blocks
    owners: Blocks
    deadline: Blocks
    measures: Blocks


@frozen
class ActionPlan:
    """An action under its heading: what that does not say of it; whose, by when, its steps; its objectives.

    The caption of the objectives bears a name, by which the summary refers to them.
    """

    called: str
    heading: str
    caption_name: str
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
class ImplementationPage:
    """The plan of one year; what is late or not on course comes first.

    Once a status was reported, objectives are counted by it and have it in their rows.
    """

    years: str
    lead: str
    worries: tuple[Runs, ...]
    priorities: tuple[PriorityPlan, ...]
    totals: tuple[Table, ...] = ()
    states: tuple[StatusRow, ...] = ()
    is_reported: bool = False


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
        bare = plans if any(steps_of(board, each) for each in actions) else ()
        return ImplementationPage(str(years), said, (), bare)
    asked = (each for each in actions if _is_asked(board, each))
    worries = tuple(_worries(board, (*objectives, *asked)))
    standings = [standing_of(board, each) for each in objectives]
    lead = _lead(standings, count, years, is_worried=bool(worries))
    if not any(each.update for each in standings):
        return ImplementationPage(str(years), lead, worries, plans)
    totals = (_totals(board, years),)
    return ImplementationPage(str(years), lead, worries, plans, totals, status_rows(standings), is_reported=True)


def _lead(standings: list[Standing], actions: str, years: YearSpan, *, is_worried: bool) -> str:
    """How many objectives there are, of how many the deadline passed or was moved, and what is told below."""
    number = counted(len(standings), "objective")
    said = say(
        "The plan for {years} has {objectives} under {actions}.", years=years, objectives=number, actions=actions
    )
    overdue, moved = (sum(each.is_overdue for each in standings), sum(each.work.slips > 0 for each in standings))
    late = say("Overdue: {overdue}; deadline moved: {moved}.", overdue=in_words(overdue), moved=in_words(moved))
    below = say("Late, or not on course:" if is_worried else "None is reported to be late or off course.")
    return f"{said} {late} {below}"


def _totals(board: Board, years: YearSpan) -> Table:
    """How many objectives of each priority stand at each of the board's labels."""
    rows = []
    for priority in board.priorities:
        found = (standing_of(board, o) for a in board.actions(priority, years) for o in objectives_of(board, a))
        counts = Counter(label_of(each.status) for each in found)
        rows.append((badge_of(board, priority, priority.short_title or priority.title), counts))
    return status_table(board, say("Objectives of {years} by priority and status", years=years), rows)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The priorities, and each action of the year with its objectives and their milestones."""
    years = document.told_years
    for priority in board.priorities:
        yield priority
        for action in board.actions(priority, years):
            yield action
            yield from objectives_of(board, action)
    yield from board.of(Milestone)


def _worries(board: Board, works: Iterable[Objective | Action]) -> Iterator[Runs]:
    """The actions that are late or not on course themselves or by their objectives, where the worst of each stands.

    An action is one entry with its objectives: what it says itself, their table, and those of them that it is about.
    """
    found = in_worst_order(standing_of(board, work) for work in works)
    return (_worry(board, *entry) for entry in under_actions(board, filter(worry_words, found)))


def _worry(board: Board, first: Standing, *others: Standing) -> Runs:
    """What stands badly of one piece of work, and of its objectives, which are named after it."""
    action = action_of(board, first.work)
    title = title_of(first.work) or (capital(board.called(action)) if action else "")
    said = Text(f"{title}: {worry_words(first)}")
    if action is None or not objectives_of(board, action):
        return (said,)
    named = (": ".join(filter(None, (say("Objective"), title_of(each.work)))) for each in others)
    more = "".join(f". {name} ({worry_words(each)})" for name, each in zip(named, others, strict=True))
    return said, Text(" ("), Reference(say("table"), _caption_name(action)), Text(f"){more}")


def _is_asked(board: Board, action: Action) -> bool:
    """True of an action that says itself how it stands: what has no update and has objectives stands as these do."""
    return board.latest_update(action) is not None or not objectives_of(board, action)


def _caption_name(action: Action) -> str:
    return f"{action.id}.objectives"


def _priority(board: Board, priority: Priority, years: YearSpan, served: list[str]) -> PriorityPlan:
    outcomes = [each for each in board.outcomes(priority) if each.id in served]
    titles = (": ".join(filter(None, (capital(_called(board, each)), each.title))) for each in outcomes)
    said = tuple(begin_with(each.text, label=title) for each, title in zip(outcomes, titles, strict=True))
    actions = tuple(_action(board, action) for action in board.actions(priority, years))
    bare, note = sum(not action.objectives for action in actions), ""
    if bare:
        lack = (
            "{number} action has no objectives of its own."
            if bare == 1
            else "{number} actions have no objectives of their own."
        )
        note = say(lack, number=capital(in_words(bare)))
    return PriorityPlan(priority.id, board.number(priority), priority.title, said, actions, note)


def _called(board: Board, outcome: Outcome) -> str:
    """An outcome by its number, as the business plan has it."""
    priority = board.get(outcome.priority) if outcome.priority else None
    return say("outcome {number}", number=board.outcomes(priority).index(outcome) + 1)


def _action(board: Board, action: Action) -> ActionPlan:
    """What all its objectives serve is said once, in the line that says whose the action is and how it stands."""
    objectives = objectives_of(board, action)
    served = {tuple(ref.name for ref in objective.serves) for objective in objectives}
    common = _served(board, objectives[0]) if len(served) == 1 else ()
    line = (*charge_of(board, action), *_status(board, action), *common)
    below = (*((Paragraph(line),) if line else ()), *_steps(board, action))
    rows = tuple(_row(board, objective, is_alike=len(served) == 1) for objective in objectives)
    called = board.called(action)
    heading = ": ".join(filter(None, (called, title_of(action))))
    return ActionPlan(called, heading, _caption_name(action), text_below(action), below, rows)


def _status(board: Board, action: Action) -> Runs:
    """How an action stands, and why it needs attention: one that was reported itself, rated or not, or is late."""
    standing = standing_of(board, action)
    if not _is_asked(board, action):
        return ()
    words = worry_words(standing) or (label_of(standing.status) if standing.update else "")
    return labelled(say("Status"), words) if words else ()


def _row(board: Board, objective: Objective, *, is_alike: bool) -> ObjectiveRow:
    standing = standing_of(board, objective)
    known = begin_with(measures_of(board, objective.measures, with_reading=True), label=say("How we will know"))
    served = () if is_alike else _served(board, objective)
    line = (Paragraph(served),) if served else ()
    return ObjectiveRow(
        text_of(objective),
        status_words(standing),
        owners_of(board, objective),
        deadline_of(objective, standing.days_overdue),
        (*known, *line, *_steps(board, objective), *changes_of(board, objective)),
    )


def _steps(board: Board, work: Action | Objective) -> Blocks:
    steps = steps_of(board, work)
    return begin_with(steps, label=say("Milestones")) if steps else ()


def _served(board: Board, objective: Objective) -> Runs:
    """The outcomes that it serves, by their numbers; those of another priority with its own."""
    own, names = priority_of(board, objective), list[str]()
    for outcome in map(board.get, objective.serves):
        other = board.get(outcome.priority) if outcome.priority else own
        before = f"{board.called(other)}, " if other and other is not own else ""
        names.append(f"{before}{_called(board, outcome)}")
    return labelled(say("Serves"), listed(names)) if names else ()


@hookimpl.sections
def sections() -> list[Section[ImplementationPage]]:
    """The section `implementation-plan`."""
    template = house_template("implementation_plan")
    return [Section("implementation-plan", template, ImplementationPage, make_page, options=("years",), prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The implementation plan as a document of its own."""
    sections = ("cover", "contents, levels 3", "implementation-plan", "document-control", "abbreviations")
    return [Outline("implementation-plan", "Implementation Plan", sections)]
