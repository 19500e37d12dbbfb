"""Progress report: how the work of some months stands: what needs attention, what was finished, and each priority."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from attrs import asdict, evolve, frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Document,
    Objective,
    Outline,
    Period,
    Priority,
    Prose,
    Record,
    Reference,
    Runs,
    Section,
    Standing,
    Status,
    Text,
    Update,
    as_at_words,
    begin_with,
    capital,
    changes_of,
    deadline_of,
    exceptions_of,
    fold,
    hookimpl,
    house_template,
    in_words_alike,
    in_worst_order,
    label_of,
    listed,
    objectives_of,
    owners_of,
    paragraphs,
    priority_of,
    reported_work,
    say,
    standing_of,
    status_line,
    status_words,
    text_of,
    title_of,
    under_actions,
    update_words,
    worst_first,
)

_EXCEPTIONS = "needs-attention"
"""What the table of work that needs attention is referred to by."""


@frozen
class WorkRow:
    """An objective or action in a row: what it is, whose, by when, how it stands, what was reported."""

    text: Blocks
    owners: Blocks
    deadline: Blocks
    status: Blocks
    update: Blocks


@frozen
class StateRow:
    """A status, what it means, and how much work stood at it at the end of the months before and of these."""

    status: Blocks
    definition: Prose
    then: int
    now: int


@frozen
class PriorityRows:
    """A priority, its open work, where other work is told, and what was reported of actions that have objectives."""

    id: str
    number: int
    title: str
    rows: tuple[WorkRow, ...]
    note: Runs
    updates: tuple[Blocks, ...]


@frozen
class WorkNoun:
    """What the work is called of which the report tells: objectives, actions, or both."""

    one: str
    many: str


@frozen
class ReportPage:
    """The report of one period; `months` and `before` name it and the one before in short, `noun` what it tells of.

    The period before is told where anything was reported by its end.
    """

    period: str
    months: str
    before: str
    noun: WorkNoun
    lead: str
    has_before: bool
    exceptions: tuple[WorkRow, ...]
    finished: tuple[WorkRow, ...]
    states: tuple[StateRow, ...]
    priorities: tuple[PriorityRows, ...]


def make_page(board: Board, document: Document) -> ReportPage | None:
    """The period of the document: its objectives, and the actions that have none of their own.

    The options `only`, `owner`, `body` and `priority` choose of which it tells, as `bscb-docs list` does.
    """
    period, standings = document.period, _standings(board, document)
    if period is None:
        return None
    before, noun = period.before, _noun(standings)
    earlier = board.at(before.end)
    works: tuple[Objective | Action, ...] = (*earlier.of(Objective), *earlier.of(Action))
    then = {fold(each.id): standing_of(earlier, each) for each in works}
    before_now = [then[fold(s.work.id)] for s in standings if fold(s.work.id) in then]
    ended = [s for s in standings if not s.is_open and (was := then.get(fold(s.work.id))) and was.is_open]
    needing = _needing(board, document, standings)
    told = {standing.work.id for entry in needing for standing in entry}
    updates = tuple(_updates(board, document))
    return ReportPage(
        period=str(period),
        months=period.short,
        before=before.short,
        noun=noun,
        lead=" ".join(
            filter(None, (_lead(noun, standings, ended, document), _still_open(board, standings), _scope(standings)))
        ),
        has_before=any(standing.update for standing in before_now),
        exceptions=tuple(_exception(board, document, *entry) for entry in needing),
        finished=tuple(_row(board, s) for s in ended),
        states=tuple(_states(board, before_now, standings)),
        priorities=tuple(_priority(board, priority, standings, updates, told) for priority in board.priorities),
    )


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The priorities and statuses, and the work with its last updates."""
    yield from (*board.priorities, *board.of(Status))
    for standing in _standings(board, document):
        yield from filter(None, (standing.work, standing.update))
    for standing in _above(board, document, None):
        yield from (standing.work, standing.update) if standing.update else ()
    yield from (update for _, update in _updates(board, document))


def _standings(board: Board, document: Document) -> list[Standing]:
    years = document.period.years if document.period else document.years
    return list(document.choice.of(board, reported_work(board, years)))


def _needing(board: Board, document: Document, standings: Iterable[Standing]) -> list[list[Standing]]:
    """What needs attention, the worst first: also an action that was reported itself, with its objectives after it."""
    above = (standing for standing in _above(board, document, None) if standing.update)
    found = (standing for standing in (*above, *standings) if _why(board, document, standing))
    return under_actions(board, in_worst_order(found))


def _why(board: Board, document: Document, standing: Standing) -> tuple[str, ...]:
    """Why work needs attention; no update is asked of an action that its objectives tell of."""
    work = standing.work
    is_above = isinstance(work, Action) and bool(objectives_of(board, work))
    return exceptions_of(standing, is_reported=is_above or bool(board.updates(work, document.period)))


def _above(board: Board, document: Document, period: Period | None) -> Iterator[Standing]:
    """How the actions stand that their objectives tell of, by an update of that period or by any."""
    actions = board.actions(years=document.period.years) if document.period else ()
    return document.choice.of(board, (each for each in actions if objectives_of(board, each)), period)


def _updates(board: Board, document: Document) -> Iterator[tuple[Action, Update]]:
    """The actions that their objectives tell of, with their own last update of the period, where it has words."""
    period = document.period
    for standing in _above(board, document, period):
        update = standing.update
        if isinstance(standing.work, Action) and update in board.updates(standing.work, period) and update.text:
            yield standing.work, update


def _noun(standings: Iterable[Standing]) -> WorkNoun:
    """The word for all of it; "action or objective" where there is neither."""
    of_one_kind: dict[tuple[type, ...], tuple[str, str]] = {
        (Objective,): ("objective", "objectives"),
        (Action,): ("action", "actions"),
    }
    kinds = tuple({type(standing.work) for standing in standings})
    one, many = of_one_kind.get(kinds, ("action or objective", "actions and objectives"))
    return WorkNoun(say(one), say(many))


def _lead(noun: WorkNoun, standings: list[Standing], ended: list[Standing], document: Document) -> str:
    if not standings:
        return say("There is no {work} of {years} to report on.", work=noun.one, years=document.years)
    finished, when = sum(not standing.is_open for standing in standings), as_at_words(document)
    total, number, new = in_words_alike(len(standings), finished, len(ended))
    if len(standings) == 1:
        said = "The one {work} was finished or ended{when}." if finished else "The one {work} was still open{when}."
        return say(said, work=noun.one, when=when)
    return say(
        f"Of {{all}} {{work}} {{number}} {'was' if finished == 1 else 'were'} finished or ended{{when}}{{new}}.",
        all=total,
        work=noun.many,
        number=number,
        when=when,
        new=say(", {number} of them in these months", number=new) if ended else "",
    )


def _still_open(board: Board, standings: list[Standing]) -> str:
    """How many are open under each label, the worst first, and overdue, with the priorities that these belong to.

    "" where none is open, or but one is told of.
    """
    counts = Counter(standing.status for standing in standings if standing.is_open and len(standings) > 1)
    statuses = worst_first(counts)
    late = [standing for standing in standings if standing.is_overdue]
    *numbers, overdue = in_words_alike(*(counts[status] for status in statuses), len(late))
    states = listed([f"{number} {label_of(status)}" for number, status in zip(numbers, statuses, strict=True)])
    own = [priority_of(board, standing.work) for standing in late]
    where = listed([capital(board.called(each)) for each in board.priorities if each in own])
    named = f"{overdue} ({where})" if where else overdue
    said = say("Overdue: {number}.", number=named) if late else say("None is overdue.")
    return f"{say('Still open: {states}.', states=states)} {said}" if counts else ""


def _scope(standings: Iterable[Standing]) -> str:
    """What is counted, where some actions have objectives and some have none."""
    is_mixed = len({type(standing.work) for standing in standings}) > 1
    return say("Each objective is counted, and each action that has none.") if is_mixed else ""


def _row(board: Board, standing: Standing) -> WorkRow:
    """A row under the short name of the work, where it has one: it is the header of its row."""
    title = standing.work.title
    return WorkRow(
        paragraphs(title) if title else text_of(standing.work),
        owners_of(board, standing.work),
        deadline_of(standing.work),
        status_words(standing),
        (*update_words(standing.update), *changes_of(board, standing.work)),
    )


def _exception(board: Board, document: Document, first: Standing, *objectives: Standing) -> WorkRow:
    """A row that is told apart from its priority, which it names, and why it is.

    In each cell its objectives follow, with what is said of them and not of the work itself.
    """
    why, priority = _why(board, document, first), priority_of(board, first.work)
    row = _cells(board, first, why)
    told = {name: [blocks] for name, blocks in row.items()}
    for number, each in enumerate(objectives, 1):
        label = f"{say('Objective')}{f' {number}' if len(objectives) > 1 else ''}"
        its = _cells(board, each, [reason for reason in _why(board, document, each) if reason not in why])
        for name, blocks in its.items():
            if blocks and blocks != row[name]:
                told[name].append(begin_with(blocks, label=label))
    if len(told["status"]) > 1:
        told["status"][0] = begin_with(row["status"], label=say("Action"))
    cells = {name: tuple(chain.from_iterable(blocks)) for name, blocks in told.items()}
    above = capital(board.called(priority)) if priority else ""
    return evolve(WorkRow(**cells), text=begin_with(cells["text"], label=above))


def _cells(board: Board, standing: Standing, why: Collection[str]) -> dict[str, Blocks]:
    """The cells of a row by their names; why it needs attention stands after its status."""
    reasons = "".join(f"; {reason[:1].lower()}{reason[1:]}" for reason in why)
    status = status_words(standing, reasons)
    return asdict(evolve(_row(board, standing), status=status), recurse=False)


def _states(board: Board, then: Iterable[Standing], now: Iterable[Standing]) -> Iterator[StateRow]:
    """A row for each status that a row bears, and one for what is not rated."""
    counts = [Counter(s.status.title if s.status else "" for s in standings) for standings in (then, now)]
    for status in board.of(Status):
        if any(count[status.title] for count in counts):
            yield StateRow(status_line(status), status.text, counts[0][status.title], counts[1][status.title])
    if any(count[""] for count in counts):
        unsaid = Prose(f"{capital(say('no status was reported'))}.")
        yield StateRow(paragraphs(say("Not rated")), unsaid, counts[0][""], counts[1][""])


def _priority(
    board: Board,
    priority: Priority,
    standings: Iterable[Standing],
    reported: Iterable[tuple[Action, Update]],
    told: set[str],
) -> PriorityRows:
    """Its open work, without what stands in the table of what needs attention."""
    own = [s for s in standings if s.is_open and priority_of(board, s.work) is priority]
    rows = tuple(_row(board, s) for s in own if s.work.id not in told)
    note: Runs = () if own else (Text(say("Nothing is open.")),)
    if len(rows) < len(own):
        what = "What else is open" if rows else "What is open"
        note = (Text(say(f"{what} needs attention: see ")), Reference(say("table"), _EXCEPTIONS), Text("."))
    more = (each for each in reported if priority_of(board, each[0]) is priority)
    updates = tuple(_update(board, action, update) for action, update in more if action.id not in told)
    return PriorityRows(priority.id, board.number(priority), priority.title, rows, note, updates)


def _update(board: Board, action: Action, update: Update) -> Blocks:
    """What was reported of an action as a whole, after its words and its status."""
    status, label = board.status_of(update), title_of(action)
    return begin_with(update_words(update), label=f"{label} ({status.title})" if status else label)


@hookimpl.sections
def sections() -> list[Section[ReportPage]]:
    """The section `progress-report`."""
    template, options = house_template("progress_report"), ("only", "owner", "body", "priority")
    return [Section("progress-report", template, ReportPage, make_page, options=options, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The progress report as a document of its own."""
    sections = ("cover", "next-steps", "progress-report", "measures", "document-control")
    return [Outline("progress-report", "Progress Report", sections)]
