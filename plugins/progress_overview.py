"""Overview of progress: what became of each action planned for a year, in half a page and then row by row."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Choice,
    Document,
    Outline,
    Paragraph,
    Priority,
    Prose,
    Record,
    RecordedFigure,
    Reference,
    Run,
    Runs,
    Section,
    Status,
    Symbol,
    Text,
    Token,
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
    label_of,
    point_words,
    recorded_value,
    say,
    status_line,
    update_words,
    worst_first,
)

_NO_BREAK = "\N{NO-BREAK SPACE}"
_UNSAID = "What became of them not recorded"


@frozen
class KeyRow:
    """A status of the board's scale as it is printed, and its definition."""

    status: Blocks
    definition: Prose


@frozen
class ProgressRow:
    """One planned action, what was reported of it and what it became, and its status in words."""

    action: Blocks
    update: Blocks
    status: Blocks


@frozen
class ProgressGroup:
    """The actions of one priority under its heading; those of none have no heading."""

    title: Runs
    caption: str
    rows: tuple[ProgressRow, ...]


@frozen
class ProgressPage:
    """The overview of one year; where its actions stand, what became of them and its figures are points."""

    years: str
    lead: str
    headlines: tuple[Runs, ...]
    became: tuple[Runs, ...]
    figures: tuple[Runs, ...]
    key: tuple[KeyRow, ...]
    groups: tuple[ProgressGroup, ...]


def make_page(board: Board, document: Document) -> ProgressPage | None:
    """The year of the register's option `years`, else of the document; nothing where no action was planned in it.

    The option `figures` names the recorded figures that it gives as headline figures; `only`, `owner`, `body` and
    `priority` choose the actions that have a row, as in `only off course or overdue`.
    """
    years = document.chosen_years or document.years
    actions = board.actions(years=years)
    if not actions or years is None:
        return None
    statuses = [board.status_of(board.latest_update(action, years)) for action in actions]
    return ProgressPage(
        years=str(years),
        lead=_lead(len(actions), len(chosen_of(board, document, actions, years)), years, document),
        headlines=tuple(_headlines(statuses)),
        became=tuple(_outcomes(board, actions)),
        figures=tuple(_figures(board, document)),
        key=tuple(KeyRow(status_line(status), status.text) for status in worst_first(statuses) if status),
        groups=tuple(_groups(board, chosen_of(board, document, actions, years), years)),
    )


def chosen_of(board: Board, document: Document, actions: Iterable[Action], years: YearSpan) -> tuple[Action, ...]:
    """The actions that have a row: all, or those that the options `only`, `owner`, `body` and `priority` choose."""
    choice = Choice.of_options(document.options)
    works = (standing.work for standing in choice.of(board, actions, years))
    return tuple(work for work in works if isinstance(work, Action))


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The figures of the years, the statuses, and each action planned for them with its last update and its label."""
    years = document.chosen_years or document.years
    actions = board.actions(years=years) if years else ()
    if years and actions:
        named = (board.find(RecordedFigure, name) for name in _names_of_figures(document))
        yield from (*filter(None, named), *board.of(Status))
    for action in chosen_of(board, document, actions, years) if years else ():
        update = board.latest_update(action, years)
        yield from filter(None, (action, update))


def _lead(number: int, chosen: int, years: YearSpan, document: Document) -> str:
    """The words before the headlines, with the date they are true at, and how many have a row where not all have."""
    when = say("as at {day}", day=document.as_at) if document.as_at else say("at the end of the year")
    told = say(
        " {number} of them is told of below." if chosen == 1 else " {number} of them are told of below.",
        number=in_words(chosen).capitalize(),
    )
    rows = told if chosen < number else ""
    return say(
        "The plan set {actions} for {years}.{rows} This is where they stood {when}:",
        actions=counted(number, "action"),
        years=years,
        rows=rows,
        when=when,
    )


def _headlines(statuses: list[Status | None]) -> list[Runs]:
    """How many actions bear each of the board's own labels, the worst first."""
    counts = Counter(statuses)
    return [(*_label(status), Text(f": {counted(counts[status], 'action')}")) for status in worst_first(statuses)]


def _outcomes(board: Board, actions: tuple[Action, ...]) -> list[Runs]:
    """How many actions a later year carries on, how many ended, and of how many nothing is said."""
    fates = Counter(_fate(board, action) for action in actions)
    last = (say("Ended"), say(_UNSAID))
    ordered = sorted(fates, key=lambda fate: (fate in last, fate))
    return [_point(fate, counted(fates[fate], "action")) for fate in ordered]


def _fate(board: Board, action: Action) -> str:
    if not action.became:
        return say("In the current plan") if _is_current(board, action) else say(_UNSAID)
    years = [board.get(b.successor).years for b in action.became if b.successor]
    return say("Carried on in {years}", years=years[0]) if years else say("Ended")


def _is_current(board: Board, action: Action) -> bool:
    """True for an action of the board's latest years, of which nothing can be said to have become yet."""
    return action.years is not None and action.years == board.latest_years


def _point(label: str, words: str) -> Runs:
    return (Text(f"{label}: ", strong=True), Text(words))


def _names_of_figures(document: Document) -> list[str]:
    """The recorded figures that the register names for the section."""
    return document.options.get("figures", "").split()


def _figures(board: Board, document: Document) -> list[Runs]:
    """The recorded figures that the register names, each with its date."""
    lines: list[Runs] = []
    for name in _names_of_figures(document):
        figure = board.find(RecordedFigure, name)
        if figure is None:
            lines.append((Token(name),))  # what sets it tells that there is none
            continue
        value = recorded_value(figure)
        said = in_words(value) if isinstance(value, int) else str(value or say("not recorded"))
        label = figure.title or figure.unit or figure.id
        when = say(", as at {day}", day=figure.as_at) if figure.as_at else ""
        lines.append((Text(f"{label}: "), Text(said, strong=True), Text(when)))
    return lines


def _label(status: Status | None) -> Runs:
    """A label in bold after its symbol, which no line's end parts from it."""
    words = Text(label_of(status), strong=True)
    return (Symbol(status.symbol, status.title), Text(_NO_BREAK), words) if status and status.symbol else (words,)


def _groups(board: Board, actions: tuple[Action, ...], years: YearSpan) -> Iterator[ProgressGroup]:
    """The actions of each priority under its heading, in the plan's order and with the plan's numbers."""
    priorities = {action.id: board.get(action.priority) if action.priority else None for action in actions}
    for priority in sorted(set(priorities.values()), key=lambda each: board.number(each) if each else 0):
        own = tuple(action for action in actions if priorities[action.id] == priority)
        title, of = _titled(board, priority)
        caption = (
            say("Actions of {priority} planned for {years}, and what became of each", priority=of, years=years)
            if of
            else say("Actions planned for {years}, and what became of each", years=years)
        )
        yield ProgressGroup(title, caption, tuple(_row(board, action, years) for action in own))


def _titled(board: Board, priority: Priority | None) -> tuple[Runs, str]:
    """The heading of a priority's actions, and its words in a caption; actions of no priority have neither."""
    if priority is None:
        return (), ""
    return badge_of(board, priority, priority.title), board.called(priority)


def _row(board: Board, action: Action, years: YearSpan) -> ProgressRow:
    update = board.latest_update(action, years)
    charge = charge_of(board, action)
    text = begin_with(action.text, label=action.title or "", name=action.id)
    return ProgressRow(
        action=(*text, Paragraph(charge)) if charge else text,
        update=(*_report(board, update), *_became(board, action)),
        status=_rating(board, update),
    )


def _report(board: Board, update: Update | None) -> Blocks:
    """What was reported and by whom, and below it what the board committed itself to do next."""
    if update is None or not (update.text or update.next):
        return (Paragraph((Text(say("No update was recorded.")),)),)
    if update.by is None:
        return update_words(update)
    by = (Text(say("Reported by: "), strong=True), Text(f"{board.get(update.by).title}."))
    return (*update_words(update), Paragraph(by))


def _rating(board: Board, update: Update | None) -> Blocks:
    """The status of an update, or why it has none."""
    if status := board.status_of(update):
        but = update.status.but if update and update.status else ""
        return status_line(status, say(", but {but}", but=but) if but else "")
    gap = update.gap("status") if update else None
    reason = gap.reason if gap else say("no status was reported")
    if update and update.status:
        reason = update.status.because
    return (Paragraph((Text(say("Not rated: {reason}", reason=reason) if reason else say("Not rated")),)),)


def _became(board: Board, action: Action) -> Blocks:
    """What the action became, a paragraph each; points of an action are named by their words."""
    lines: list[Paragraph] = []
    for became in action.became:
        point = point_words(action.text, became.point) if became.point else ""
        subject: Runs = (Text(f"{capital(point)}: ", strong=True),) if point else ()
        if became.successor is None:
            reason = f": {became.because}" if became.because else ""
            lines.append(Paragraph((*subject, Text(say("Ended{reason}.", reason=reason)))))
        else:
            successor = board.get(became.successor)
            where: tuple[Run, ...] = (Reference(say("action"), successor.id),)
            if successor.priority:
                where = (Reference(say("Priority"), successor.priority.name), Text(", "), *where)
            reworded = say(" (reworded)") if became.reworded else ""
            lines.append(Paragraph((*subject, Text(say("Now ")), *where, Text(reworded))))
    unsaid = say("In the current plan.") if _is_current(board, action) else say("Nothing says what it became.")
    return tuple(lines) or (Paragraph((Text(unsaid),)),)


@hookimpl.sections
def sections() -> list[Section[ProgressPage]]:
    """The section `progress-overview`."""
    return [
        Section(
            "progress-overview",
            house_template("progress_overview"),
            ProgressPage,
            make_page,
            options=("years", "figures", "only", "owner", "body", "priority"),
            prints=printed,
        )
    ]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The overview of progress as a document of its own."""
    return [Outline("overview-of-progress", "Overview of Progress", ("cover", "progress-overview", "abbreviations"))]
