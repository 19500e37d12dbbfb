"""Overview of progress: what became of each action planned for a year, in half a page and then row by row."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Delivery,
    Document,
    Item,
    ItemList,
    Outline,
    Paragraph,
    Period,
    Promise,
    Record,
    Request,
    Runs,
    Section,
    Standing,
    Status,
    StatusRow,
    YearSpan,
    action_of,
    as_at_words,
    begun,
    brief_of,
    capital,
    counted,
    hookimpl,
    house_template,
    in_words,
    is_decision,
    is_open,
    listed,
    objectives_of,
    open_promises,
    papers_with,
    say,
    standing_of,
    states_words,
    status_rows,
    then_words,
    unrecorded_words,
    worries_of,
)

from .action_outcomes import outcomes_of, shared_reason
from .overview_rows import Chosen, ProgressGroup, groups_of, status_cell

_UNKNOWN = (None, Delivery.NOT_RECORDED)


@frozen
class ProgressPage:
    """The overview of one year: where its actions stand, those that need attention or where they are told, and more.

    Statuses are told in rows only where they tell the actions apart: what all of them bear is said above. Where another
    table counts the actions by status, this page has no more than what each status means.
    """

    years: str
    lead: str
    states: tuple[StatusRow, ...]
    meanings: Blocks
    worries: tuple[Runs, ...]
    elsewhere: str
    became: tuple[Runs, ...]
    groups: tuple[ProgressGroup, ...]


def make_page(board: Board, document: Document) -> ProgressPage | None:
    """The year of the register's option `years`, else of the document; nothing where no action was planned in it.

    The options `only`, `owner`, `body` and `priority` choose the actions that have a row, as in `only overdue`.
    """
    years = document.told_years
    actions = board.actions(years=years)
    if not actions or years is None:
        return None
    chosen = chosen_of(board, document, actions, years)
    standings = [standing_of(board, action, years) for action in actions]
    why, worries = shared_reason(actions), tuple(worries_of(board, standings))
    said = _lead(board, standings, len(chosen), document), _then(board, actions, document), _targets(board, document)
    is_told = ("year-in-short", str(years)) in document.beside
    elsewhere = (
        say("Which are late, put off or not on course is listed under {years} in short.", years=years)
        if is_told
        else ""
    )
    has_statuses = len(standings) == 1 or len({status_cell(standing) for standing in standings}) > 1
    states, is_counted = status_rows(standings), ("progress-picture", str(years)) in document.beside
    return ProgressPage(
        years=str(years),
        lead=" ".join(filter(None, said)),
        states=() if is_counted else states,
        meanings=_meanings(states) if is_counted else (),
        worries=() if is_told else worries,
        elsewhere=" ".join(filter(None, (_asked(board, actions), elsewhere if worries else ""))),
        became=tuple(outcomes_of(board, actions, why)),
        groups=tuple(groups_of(board, chosen, why, has_statuses=has_statuses)),
    )


def chosen_of(board: Board, document: Document, actions: Iterable[Action], years: YearSpan) -> list[Chosen]:
    """What has a row: all actions, or those that the options `only`, `owner`, `body` and `priority` choose."""
    return [(action, standing) for action in actions for standing in document.choice.of(board, [action], years)]


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The statuses, and each action planned for them with its last update and its label."""
    years = document.told_years
    if years and (actions := board.actions(years=years)):
        yield from board.of(Status)
        for action, standing in chosen_of(board, document, actions, years):
            yield from filter(None, (action, standing.update))
        yield from (each.update for each in _promised(board, actions))


def _lead(board: Board, standings: Sequence[Standing], chosen: int, document: Document) -> str:
    """The words before the headlines, with the date they are true at, and how many have a row where not all have.

    Where it is known of none how far it had come, the reader is told at once.
    """
    when = say("as at {day}", day=document.as_at) if document.as_at else say("at the end of the year")
    said = [
        say("The plan set {actions} for {years}.", actions=counted(len(standings), "action"), years=document.told_years)
    ]
    if chosen < len(standings):
        told = "{number} of them is told of below." if chosen == 1 else "{number} of them are told of below."
        said.append(say(told, number=in_words(chosen).capitalize()))
    is_known = any(each.delivery not in _UNKNOWN for each in standings)
    known = "This is where they stood {when}." if is_known else "What was reported of each is told below."
    more = {say("whether any was finished {when}", when=when): is_known}
    missing = unrecorded_words(board, document.title, [each.work for each in standings], more)
    return " ".join(filter(None, (*said, say(known, when=when), missing)))


def _then(board: Board, actions: Iterable[Action], document: Document) -> str:
    """How the objectives of the actions stand, and how they stood a quarter before."""
    found = [standing_of(board, each) for action in actions for each in objectives_of(board, action)]
    before = then_words(board, found, Period.quarter_of(board.as_at.latest).before.end) if board.as_at else ""
    said = "The status of the {works}{when}: {states}."
    now = say(said, works=counted(len(found), "objective"), when=as_at_words(document), states=states_words(found))
    return f"{now} {before}" if before else ""


def _targets(board: Board, document: Document) -> str:
    """Which papers tell what targets were missed; "" where this one lies beside them or none does."""
    papers = [] if any(name == "measures" for name, _ in document.beside) else papers_with(board, "measures")
    of_year = {each.title for each in board.documents if each.as_at == document.as_at} & {*papers}
    return say("Which targets were met and missed: {papers}.", papers=listed(sorted(of_year))) if of_year else ""


def _asked(board: Board, actions: Sequence[Action]) -> str:
    """What is to be decided of the actions and their objectives, by whom and by when."""
    asked = {
        "To be decided: {what}.": [
            ", ".join(filter(None, (capital(each.commitment.what), str(each.commitment.by or ""))))
            for each in _promised(board, actions)
        ],
        "Another deadline or owner is asked for: {what}.": [
            brief_of(board.get(each.about)).rstrip(".")
            for each in board.of(Request)
            if is_open(board, each) and action_of(board, board.get(each.about)) in actions
        ],
    }
    return " ".join(say(words, what="; ".join(what)) for words, what in asked.items() if what)


def _promised(board: Board, actions: Sequence[Action]) -> list[Promise]:
    """The decisions that were promised of the actions and their objectives."""
    found = (each for each in open_promises(board) if is_decision(each))
    return [each for each in found if action_of(board, board.get(each.update.about)) in actions]


def _meanings(states: Iterable[StatusRow]) -> Blocks:
    """What each status means, a point each."""
    heads = ((each.status[0], each.definition) for each in states)
    found = [begun(head.runs, ": ", words) for head, words in heads if isinstance(head, Paragraph)]
    return (ItemList(tuple(map(Item, found))),)


@hookimpl.sections
def sections() -> list[Section[ProgressPage]]:
    """The section `progress-overview`."""
    template, options = house_template("progress_overview"), ("years", "only", "owner", "body", "priority")
    return [Section("progress-overview", template, ProgressPage, make_page, options=options, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The overview of progress as a document of its own."""
    return [Outline("overview-of-progress", "Overview of Progress", ("cover", "progress-overview", "abbreviations"))]
