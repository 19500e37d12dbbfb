"""The priorities with their outcomes and the actions of one year: points, cards or a table (option `actions`).

The option `with what is due` adds who does what by when, in the order of the deadlines.
"""

from collections.abc import Iterator, Sequence

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Document,
    Introduction,
    Measure,
    Outcome,
    Outline,
    Paragraph,
    Priority,
    Prose,
    Record,
    Reference,
    Runs,
    Section,
    Table,
    YearSpan,
    begin_with,
    by_month,
    capital,
    changes_of,
    charge_of,
    deadline_of,
    fold,
    hookimpl,
    house_template,
    in_words_alike,
    labelled,
    listed,
    measures_of,
    owner_words,
    owners_of,
    papers_with,
    parse,
    points,
    say,
    serves_of,
    title_of,
    unread_words,
    unrecorded_words,
)

_FEW = 4
"""Names that fit a line or two."""
FORMS = ("as points", "as cards", "as a table")
"""The values of the register's option `actions`."""


@frozen
class ActionItem:
    """One action as a point, a card or a row of a table; what was not recorded has no line in the first two."""

    id: str
    number: int
    title: str
    words: Prose
    """Its own words, as a card has them under its heading."""
    text: Blocks
    """The same after its title, and below them what will be seen."""
    charge: Runs
    """In one line who owns it, when it is due and what it serves."""
    facts: tuple[Runs, ...]
    """The same in a line each, and what will be seen."""
    row: Blocks
    owners: Blocks
    deadline: Blocks
    measure: Blocks


@frozen
class PriorityItem:
    """One priority with its printed number, outcomes and actions."""

    id: str
    number: int
    title: str
    text: Blocks
    """Why it was chosen, and who leads its actions, where these are few."""
    outcomes: tuple[Blocks, ...]
    actions: tuple[ActionItem, ...]


@frozen
class PrioritiesPage:
    """The priorities; the years whose actions stand under them, how (one of `FORMS`); and what is said of measures."""

    years: str
    form: str
    is_measured: bool
    unread: str
    priorities: tuple[PriorityItem, ...]
    due: tuple[Table, ...]


def make_page(board: Board, document: Document) -> PrioritiesPage | None:
    """The actions of the years in the register's option `years`, else of the latest years in the plan."""
    years = document.chosen_years or board.latest_years
    items = tuple(_item(board, priority, years) for priority in board.priorities)
    is_measured = any(action.success for action in board.actions(years=years))
    due = _due(board, years) if _tells_due(document) else ()
    actions = board.actions(years=years)
    is_said = any(name == "introduction" for name, _ in document.beside) and board.only(Introduction) is not None
    missing = "" if is_said else unrecorded_words(board, document.title, actions)
    said = missing, unread_words(board), _aimless(board), _cost(board, years) if due else ""
    known = is_measured, " ".join(filter(None, said))
    return PrioritiesPage(str(years or ""), form_of(document), *known, items, due) if items else None


def _aimless(board: Board) -> str:
    """How many of the measures that outcomes name have neither a start nor a target, where any measure has."""
    names = dict.fromkeys(name for outcome in board.of(Outcome) for name in outcome.measures)
    found = [board.find(Measure, name) for name in names]
    bare = sum(each is None or (each.baseline is None and each.target is None) for each in found)
    number, all_ = in_words_alike(bare, len(names))
    said = "Measures with neither a start nor a target: {number} of {all}."
    return say(said, number=number, all=all_) if bare and board.of(Measure) else ""


def _cost(board: Board, years: YearSpan | None) -> str:
    """How many actions say what they cost, and which papers tell of all money, of those years where any names them."""
    if papers := papers_with(board, "budget", years):
        actions = board.actions(years=years)
        told, all_ = in_words_alike(sum("£" in str(each.text) for each in actions), len(actions))
        said = "{number} of the {all} actions say what they cost; all money: {papers}."
        return capital(say(said, number=told, all=all_, papers=listed(papers)))
    return say("None of our papers tells what it costs.")


def _tells_due(document: Document) -> bool:
    """True where the option `with what is due` asks for the list by months."""
    return document.option("with", _what_is_due, default=False)


def _what_is_due(words: str) -> bool:
    if fold(words) != "what is due":
        raise ValueError(f'"{words}" is nothing that can stand there; write: with what is due')
    return True


def _due(board: Board, years: YearSpan | None) -> tuple[Table, ...]:
    """The actions of those years by the months in which they are due, those without a deadline last."""
    head = [say("Action"), say("Owner")]
    rows = [
        (
            action.deadline,
            (
                (Reference(say("action"), action.id, after=f" ({title})" if (title := title_of(action)) else ""),),
                owner_words(board, action),
            ),
        )
        for action in board.actions(years=years)
    ]
    return by_month(say("Deadlines, the earliest first"), head, rows)


def form_of(document: Document) -> str:
    """How the actions are set: as points, or as the register's option `actions` says."""
    return document.option("actions", _known_form, FORMS[0])


def _known_form(form: str) -> str:
    if form not in FORMS:
        raise ValueError(f'"{form}" is no form of actions; write one of: {", ".join(FORMS)}')
    return form


def printed(board: Board, document: Document) -> Iterator[Record]:
    """Each priority, and below it its outcomes and the actions of those years; a wrong option is told here first."""
    form_of(document)
    _tells_due(document)
    years = document.chosen_years or board.latest_years
    for priority in board.priorities:
        yield from (priority, *board.outcomes(priority), *board.actions(priority, years))


def _item(board: Board, priority: Priority, years: YearSpan | None) -> PriorityItem:
    return PriorityItem(
        id=priority.id,
        number=board.number(priority),
        title=priority.title,
        text=(*parse(priority.text), *_leads(board, board.actions(priority, years))),
        outcomes=tuple(_outcome(board, outcome, years) for outcome in board.outcomes(priority)),
        actions=tuple(_action(board, action) for action in board.actions(priority, years)),
    )


def _leads(board: Board, actions: Sequence[Action]) -> Blocks:
    """Who leads the actions of a priority in one line; nothing where that is long."""
    leads = dict.fromkeys(board.get(owner).title for each in actions for owner in each.owned_by[:1])
    return (Paragraph(labelled(say("Who leads its actions"), listed(list(leads)))),) if 0 < len(leads) <= _FEW else ()


def _outcome(board: Board, outcome: Outcome, years: YearSpan | None) -> Blocks:
    """The words of an outcome, and below them how it will be known: where each measure is, and its target of then."""
    text = begin_with(outcome.text, label=outcome.title or "", name=outcome.id)
    label = say("Measure") if len(outcome.measures) == 1 else say("Measures")
    known = begin_with(measures_of(board, outcome.measures, years), label=label) if outcome.measures else ()
    return (*text, *known)


def _action(board: Board, action: Action) -> ActionItem:
    charge, served = charge_of(board, action), serves_of(board, action)
    own = begin_with(action.text, label=action.title or "", name=action.id)
    seen = tuple(labelled(say("What will be seen"), words) for words in action.success)
    pairs = tuple(charge[at : at + 2] for at in range(0, len(charge), 2))
    return ActionItem(
        id=action.id,
        number=board.action_number(action),
        title=action.title or "",
        words=action.text,
        text=(*own, *(Paragraph(line) for line in seen)),
        charge=(*charge, *served),
        facts=(*pairs, *((served,) if served else ()), *seen),
        row=(*own, *((Paragraph(served),) if served else ()), *changes_of(board, action)),
        owners=owners_of(board, action),
        deadline=deadline_of(board, action),
        measure=points(action.success, say("No measure")),
    )


@hookimpl.sections
def sections() -> list[Section[PrioritiesPage]]:
    """The section `priorities`."""
    template = house_template("priorities")
    return [
        Section("priorities", template, PrioritiesPage, make_page, options=("years", "actions", "with"), prints=printed)
    ]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The Business Improvement Plan."""
    front, back = ("cover", "contents", "foreword"), ("document-control", "abbreviations", "contact")
    texts = ("introduction", "ambition", "purpose", "principles", "our-priorities", "priorities")
    return [Outline("business-improvement-plan", "Business Improvement Plan", (*front, *texts, *back))]
