"""Plan lists: what stands before the actions: what changed since the last version, what is due when, what was read."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from attrs import evolve

from bscb_docs import (
    Action,
    Board,
    Delivery,
    Document,
    Measure,
    Objective,
    Outcome,
    PartialDate,
    Runs,
    Standing,
    Table,
    Text,
    brief_of,
    by_month,
    in_words,
    labelled,
    lead_to,
    now_due,
    owner_words,
    readings_of,
    say,
    sign_of,
    table_of,
    value_words,
)

READ = "how-far-the-measures-have-come"
"""What the table of measures is referred to by."""


def changes_since(board: Board, document: Document, standings: Iterable[Standing]) -> tuple[str, tuple[Runs, ...]]:
    """Since when, and of which work the deadline or the owner changed or which was stopped since then, by its titles.

    That is the last version before this one that was approved; all changes are told where there is none.
    """
    last = next((each for each in reversed(board.versions(document.name)[:-1]) if each.approved_by), None)
    day = last.as_at.latest if last and last.as_at else date.min
    moved, owner, stopped = say("Deadline moved"), say("Owner changed"), say("Stopped")
    later = say("Not moved, but carried on with a later day")
    changed = {label: list[str]() for label in (moved, later, owner, stopped)}
    for standing in standings:
        work, told = standing.work, standing.update.order[0] if standing.update else date.min
        days = {moved: [each.on for each in work.moved], owner: [change.on for _, change in work.handovers]}
        if isinstance(work, Action | Objective) and not work.slips and now_due(board, work):
            days[later] = [each.on for each in work.became]
        days[stopped] = [PartialDate.of_day(told)] if standing.delivery is Delivery.WITHDRAWN else []
        for label, found in days.items():
            if any(on is None or on.latest > day for on in found):
                changed[label].append(brief_of(work).rstrip("."))
    since = say("since version {version}, as at {day}", version=last.version, day=last.as_at) if last else ""
    said = {label: f"{in_words(len(works))} ({'; '.join(works)})" for label, works in changed.items() if works}
    return since, tuple(labelled(label, words, ends=False) for label, words in said.items())


def what_is_due(board: Board, standings: Collection[Standing], noun: str) -> tuple[Table, ...]:
    """The work by its deadlines, each leading to its row, with its owners, and once any was reported how it stands."""
    caption, head = say("Deadlines, the earliest first"), [noun, say("Owner")]
    rows: list[tuple[PartialDate | None, list[str | Runs]]] = [
        (each.work.deadline, [lead_to(each.work), owner_words(board, each.work)]) for each in standings
    ]
    if not any(each.update for each in standings):
        return by_month(caption, head, rows)
    silent = (Text(say("No update")),)
    told = [sign_of(each.status, _later(board, each)) if each.update else silent for each in standings]
    stands = [(day, [*cells, said]) for (day, cells), said in zip(rows, told, strict=True)]
    return by_month(say("Deadlines, the earliest first, and how the work stands"), [*head, say("Status")], stands)


def _later(board: Board, standing: Standing) -> str:
    """By when open work that is carried on is now to be done."""
    return f", {day}" if (day := now_due(board, standing.work)) else ""


def next_due(board: Board, standings: Iterable[Standing]) -> str:
    """What of the open work is due first after the day, whose it is, and by when; "" where nothing is."""
    still = (each for each in standings if each.is_open and not (each.is_overdue or each.is_due_now))
    dated = [(each.work.deadline.latest, each.work) for each in still if each.work.deadline]
    _, first = min(dated, key=lambda each: each[0], default=(None, None))
    if first is None:
        return ""
    title, owners = brief_of(first).rstrip("."), f" ({owner_words(board, first)})" if first.owned_by else ""
    return say("Next due: {work}, {day}.", work=f"{title}{owners}", day=first.deadline)


def measures_read(board: Board, works: Iterable[Objective | Outcome]) -> dict[str, list[str]]:
    """The rows of the measures that these name and of which something was read, by their ids: then, now, and target."""
    named = dict.fromkeys(name for each in works for name in each.measures)
    found = ((name, board.find(Measure, name)) for name in named)
    return {name: row for name, measure in found if measure and (row := _read(board, measure))}


def measures_table(rows: Mapping[str, list[str]]) -> tuple[Table, ...]:
    """These rows as a table; none where there is no row."""
    head = [say("Measure"), say("At first"), say("Now"), say("Target")]
    caption = say("Where each measure began and is now, and whether its target is met")
    return (evolve(table_of(caption, head, rows.values()), name=READ),) if rows else ()


def _read(board: Board, measure: Measure) -> list[str]:
    """Its row; empty where nothing that its target is held against was read."""
    readings = readings_of(board, measure)
    reached = measure.reached(readings)
    if reached is None:
        return []
    first = _at(value_words(measure, measure.baseline), measure.baseline_at and measure.baseline_at.short)
    now = _at(value_words(measure, reached[1]), reached[0].short)
    by = say(" by {day}", day=measure.target_by) if measure.target_by else ""
    met = {True: say(": met"), False: say(": not met"), None: ""}[measure.is_met(readings, board.as_at)]
    target = f"{value_words(measure, measure.target)}{by}{met}" if measure.target else say("No target")
    return [measure.title, first or say("Not measured"), now, target]


def _at(value: str, day: object) -> str:
    return say("{value} in {day}", value=value, day=day) if value and day else value
