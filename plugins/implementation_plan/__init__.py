"""Implementation plan: each action with its objectives: whose, by when, how they stand and will be known, the steps."""

from collections.abc import Container, Iterator

from attrs import frozen

from bscb_docs import (
    Blocks,
    Board,
    Document,
    Milestone,
    Outcome,
    Outline,
    Priority,
    Record,
    Runs,
    Section,
    StatusRow,
    Table,
    YearSpan,
    begin_with,
    capital,
    counted,
    hookimpl,
    house_template,
    in_words,
    objectives_of,
    reported_work,
    say,
    standing_of,
    status_rows,
    steps_of,
)

from .action_plans import ActionPlan, action_plan
from .plan_lists import changes_since, measures_read, measures_table, next_due, what_is_due
from .plan_summary import is_asked, lead_of, noun_of, totals_of, waiting_words, worries_in, worry_of


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

    Once a status was reported, objectives, and actions that have none, are counted by it; `noun` says which they are.
    """

    years: str
    lead: str
    worries: tuple[Runs, ...]
    priorities: tuple[PriorityPlan, ...]
    since: str = ""
    changed: tuple[Runs, ...] = ()
    next_due: str = ""
    due: tuple[Table, ...] = ()
    read: tuple[Table, ...] = ()
    totals: tuple[Table, ...] = ()
    states: tuple[StatusRow, ...] = ()
    noun: str = ""


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
    standings = [standing_of(board, each) for each in reported_work(board, years)]
    is_reported = any(each.update for each in standings)
    read = measures_read(board, (*objectives, *board.of(Outcome))) if is_reported else {}
    plans = tuple(_priority(board, each, years, served, read, is_reported=is_reported) for each in board.priorities)
    if not objectives:
        count = counted(len(actions), "action")
        said = say("The plan for {years} has {actions}, and no objective yet.", years=years, actions=count)
        bare = plans if any(steps_of(board, each) for each in actions) else ()
        return ImplementationPage(str(years), said, (), bare)
    asked = (each for each in actions if is_asked(board, each))
    entries = worries_in(board, (*objectives, *asked))
    worries = tuple(worry_of(board, *entry) for entry in entries)
    waiting = waiting_words(board, document, (*actions, *objectives))
    lead, noun = lead_of(board, years, entries, waiting), noun_of(standings)
    due = next_due(board, standings), what_is_due(board, standings, noun)
    if not is_reported:
        return ImplementationPage(str(years), lead, worries, plans, "", (), *due)
    return ImplementationPage(
        str(years),
        lead,
        worries,
        plans,
        *changes_since(board, document, standings),
        *due,
        read=measures_table(read),
        totals=(totals_of(board, years, standings),),
        states=status_rows(standings),
        noun=noun,
    )


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The priorities, and each action of the year with its objectives and their milestones."""
    years = document.told_years
    for priority in board.priorities:
        yield priority
        for action in board.actions(priority, years):
            yield action
            yield from objectives_of(board, action)
    yield from board.of(Milestone)


def _priority(
    board: Board, priority: Priority, years: YearSpan, served: list[str], read: Container[str], *, is_reported: bool
) -> PriorityPlan:
    outcomes = [each for each in board.outcomes(priority) if each.id in served]
    titles = (": ".join(filter(None, (capital(board.called(each)), each.title))) for each in outcomes)
    said = tuple(begin_with(each.text, label=title, name=each.id) for each, title in zip(outcomes, titles, strict=True))
    actions = tuple(action_plan(board, each, read, is_reported=is_reported) for each in board.actions(priority, years))
    bare, note = sum(not action.objectives for action in actions), ""
    if bare:
        lack = (
            "{number} action has no objectives of its own."
            if bare == 1
            else "{number} actions have no objectives of their own."
        )
        note = say(lack, number=capital(in_words(bare)))
    return PriorityPlan(priority.id, board.number(priority), priority.title, said, actions, note)


@hookimpl.sections
def sections() -> list[Section[ImplementationPage]]:
    """The section `implementation-plan`."""
    template = house_template("implementation_plan")
    return [Section("implementation-plan", template, ImplementationPage, make_page, options=("years",), prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The implementation plan as a document of its own."""
    front = ("cover", "contents, levels 3", "implementation-plan")
    sections = (*front, "document-control, with other papers", "abbreviations")
    return [Outline("implementation-plan", "Implementation Plan", sections)]
