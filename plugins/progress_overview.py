"""Overview of progress: what became of each action planned for a year, in half a page and then row by row."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Delivery,
    Document,
    Outline,
    Paragraph,
    Priority,
    Record,
    Reference,
    Runs,
    Section,
    Standing,
    Status,
    StatusRow,
    Text,
    Update,
    YearSpan,
    badge_of,
    begin_with,
    capital,
    charge_of,
    counted,
    hookimpl,
    house_template,
    in_words,
    labelled,
    paragraphs,
    parse,
    point_words,
    priority_of,
    say,
    standing_of,
    status_rows,
    status_words,
    update_words,
    worries_of,
)

_UNSAID = "What became of them not recorded"
_CURRENT = "In the current plan"
_UNKNOWN = (None, Delivery.NOT_RECORDED)


_Chosen = tuple[Action, Standing]


@frozen
class ProgressRow:
    """One planned action by its priority and number, its status, what was reported of it and what it became."""

    number: Blocks
    status: Blocks
    action: Blocks
    update: Blocks


@frozen
class ProgressGroup:
    """The actions of one priority under its heading; those of none have no heading."""

    title: Runs
    caption: str
    rows: tuple[ProgressRow, ...]


@frozen
class ProgressPage:
    """The overview of one year: where its actions stand, those that need attention or where they are told, and more.

    Statuses are told in rows only where they tell the actions apart: what all of them bear is said above.
    """

    years: str
    has_statuses: bool
    lead: str
    states: tuple[StatusRow, ...]
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
    why, worries = _shared_reason(actions), tuple(worries_of(board, standings))
    is_told = ("year-in-short", str(years)) in document.beside
    elsewhere = say("Which are late or not on course is listed under {years} in short.", years=years) if is_told else ""
    return ProgressPage(
        years=str(years),
        has_statuses=len(standings) == 1 or len({_status(standing) for standing in standings}) > 1,
        lead=_lead(standings, len(chosen), years, document),
        states=status_rows(standings),
        worries=() if elsewhere else worries,
        elsewhere=elsewhere if worries else "",
        became=tuple(_outcomes(board, actions, why)),
        groups=tuple(_groups(board, chosen, years, why)),
    )


def chosen_of(board: Board, document: Document, actions: Iterable[Action], years: YearSpan) -> list[_Chosen]:
    """What has a row: all actions, or those that the options `only`, `owner`, `body` and `priority` choose."""
    return [(action, standing) for action in actions for standing in document.choice.of(board, [action], years)]


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The statuses, and each action planned for them with its last update and its label."""
    years = document.told_years
    if years and (actions := board.actions(years=years)):
        yield from board.of(Status)
        for action, standing in chosen_of(board, document, actions, years):
            yield from filter(None, (action, standing.update))


def _lead(standings: Sequence[Standing], chosen: int, years: YearSpan, document: Document) -> str:
    """The words before the headlines, with the date they are true at, and how many have a row where not all have.

    Where it is known of none how far it had come, the reader is told at once.
    """
    when = say("as at {day}", day=document.as_at) if document.as_at else say("at the end of the year")
    said = [say("The plan set {actions} for {years}.", actions=counted(len(standings), "action"), years=years)]
    if chosen < len(standings):
        verb = "is" if chosen == 1 else "are"
        said.append(say(f"{{number}} of them {verb} told of below.", number=in_words(chosen).capitalize()))
    is_known = any(each.delivery not in _UNKNOWN for each in standings)
    unknown = "What was reported of each is told below; whether any was finished {when} is not recorded."
    return " ".join((*said, say("This is where they stood {when}." if is_known else unknown, when=when)))


def _shared_reason(actions: Iterable[Action]) -> str:
    """The reason that all actions which ended have in common, said once above the rows; "" where they have none."""
    reasons = [became.because for action in actions for became in action.became if became.ended and not became.point]
    return reasons[0] if len(reasons) > 1 and len(set(reasons)) == 1 else ""


def _outcomes(board: Board, actions: tuple[Action, ...], why: str) -> list[Runs]:
    """How many actions a later year carries on, how many ended and why they all did; of how many nothing is said.

    Nothing where all are of the current plan: they have become nothing yet.
    """
    fates = Counter(_fate(board, action) for action in actions)
    ended, unsaid = say("Ended"), say(_UNSAID)
    if set(fates) == {say(_CURRENT)}:
        return []
    ordered = sorted(fates, key=lambda fate: (fate in {ended, unsaid}, fate))
    reasons = {ended: say(", each because {because}", because=why) if why else ""}
    return [labelled(fate, f"{counted(fates[fate], 'action')}{reasons.get(fate, '')}", ends=False) for fate in ordered]


def _fate(board: Board, action: Action) -> str:
    if not action.became:
        return say(_CURRENT) if _is_current(board, action) else say(_UNSAID)
    years = [board.get(b.successor).years for b in action.became if b.successor]
    return say("Carried on in {years}", years=years[0]) if years else say("Ended")


def _is_current(board: Board, action: Action) -> bool:
    """True for an action of the board's latest years, of which nothing can be said to have become yet."""
    return action.years is not None and action.years == board.latest_years


def _groups(board: Board, chosen: Iterable[_Chosen], years: YearSpan, why: str) -> Iterator[ProgressGroup]:
    """The actions of each priority under its heading, in the plan's order and with the plan's numbers."""
    by_priority: dict[Priority | None, list[_Chosen]] = {}
    for each in chosen:
        by_priority.setdefault(priority_of(board, each[0]), []).append(each)
    for priority, own in sorted(by_priority.items(), key=lambda pair: board.number(pair[0]) if pair[0] else 0):
        title: Runs = ()
        caption = say("Actions planned for {years}, and what became of each", years=years)
        if priority:
            title, of = badge_of(board, priority, priority.title), board.called(priority)
            said = "Actions of {priority} planned for {years}, and what became of each"
            caption = say(said, priority=of, years=years)
        yield ProgressGroup(title, caption, tuple(_row(board, *each, why) for each in own))


def _row(board: Board, action: Action, standing: Standing, why: str) -> ProgressRow:
    charge, text = charge_of(board, action), parse(action.text)
    called = capital(": ".join(filter(None, (board.called(action), action.title))))
    return ProgressRow(
        number=(Paragraph((Text(called),), action.id),),
        status=_status(standing),
        action=(*text, Paragraph(charge)) if charge else text,
        update=(*_report(board, standing.update), *_became(board, action, why)),
    )


def _status(standing: Standing) -> Blocks:
    return status_words(standing) if standing.status else _unrated(standing.update)


def _report(board: Board, update: Update | None) -> Blocks:
    """What was reported and by whom, and below it what the board committed itself to do next."""
    if update is None or not (update.text or update.next):
        return paragraphs(say("No update was recorded."))
    by = (Text(say("Reported by: "), strong=True), Text(f"{board.get(update.by).title}.")) if update.by else ()
    return (*update_words(update), *((Paragraph(by),) if by else ()))


def _unrated(update: Update | None) -> Blocks:
    """Why there is no status."""
    gap = update.gap("status") if update else None
    reason = gap.reason if gap else say("no status was reported")
    if update and update.status:
        reason = update.status.because
    return paragraphs(say("Not rated: {reason}", reason=reason) if reason else say("Not rated"))


def _became(board: Board, action: Action, why: str) -> Blocks:
    """What the action became after its label, a paragraph each, or nothing yet; points are named by their words.

    The reason that all which ended have in common is told above.
    """
    lines: list[Paragraph] = []
    for became in action.became:
        point = point_words(action.text, became.point) if became.point else ""
        subject: Runs = (Text(f"{capital(point)}: ", strong=True),) if point else ()
        if became.successor is None:
            is_told = not became.because or (became.because == why and not point)
            reason = "" if is_told else f": {became.because}"
            lines.append(Paragraph((*subject, Text(say("Ended{reason}.", reason=reason)))))
        else:
            reworded = say(" (reworded)") if became.reworded else ""
            where = Reference(say("action"), became.successor.name)
            lines.append(Paragraph((*subject, Text(say("Now ")), where, Text(reworded))))
    if not lines and _is_current(board, action):
        return ()
    return begin_with(tuple(lines) or paragraphs(say("Not recorded")), label=say("What became of it"))


@hookimpl.sections
def sections() -> list[Section[ProgressPage]]:
    """The section `progress-overview`."""
    template, options = house_template("progress_overview"), ("years", "only", "owner", "body", "priority")
    return [Section("progress-overview", template, ProgressPage, make_page, options=options, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The overview of progress as a document of its own."""
    return [Outline("overview-of-progress", "Overview of Progress", ("cover", "progress-overview", "abbreviations"))]
