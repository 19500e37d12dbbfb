"""Reported standings: the work that a progress report tells of, and which of it needs attention."""

from collections.abc import Iterable, Iterator

from bscb_docs import (
    Action,
    Board,
    Document,
    Measure,
    Objective,
    Period,
    Request,
    Runs,
    Standing,
    Text,
    Update,
    exceptions_of,
    in_worst_order,
    is_open,
    lead_to,
    objectives_of,
    reached_words,
    readings_of,
    reported_work,
    requested_words,
    say,
    under_actions,
    value_words,
    worse_words,
)


def standings_of(board: Board, document: Document) -> list[Standing]:
    """How the work stands that the document tells of."""
    years = document.period.years if document.period else document.years
    return list(document.choice.of(board, reported_work(board, years)))


def needing_attention(board: Board, document: Document, standings: Iterable[Standing]) -> list[list[Standing]]:
    """What needs attention, the worst first: also an action that was reported itself, with its objectives after it."""
    above = (standing for standing in standings_above(board, document, None) if standing.update)
    known = (*above, *standings)
    found = (each for each in known if _exceptions(board, document, each) or reasons_of(board, document, each))
    return under_actions(board, in_worst_order(found))


def has_section(document: Document, section: str) -> bool:
    """True where the document lists a section of that name."""
    return any(name == section for name, _ in document.beside)


def reasons_of(board: Board, document: Document, standing: Standing) -> tuple[Runs, ...]:
    """Why work needs attention, without what the months in short, where the document has them, tell of it."""
    is_told = has_section(document, "year-in-short")
    is_above = isinstance(standing.work, Action) and bool(objectives_of(board, standing.work))
    told = exceptions_of(board, standing, is_reported=True) if is_told and not is_above else ()
    reasons = (*_exceptions(board, document, standing), *requests_of(board, standing))
    words = ((Text(f"{each[:1].lower()}{each[1:]}"),) for each in reasons if each not in told)
    return (*words, *_shortfalls(board, document, standing, is_told=is_told))


def _exceptions(board: Board, document: Document, standing: Standing) -> tuple[str, ...]:
    """What makes it late, put off or not on course; no update is asked of an action that its objectives tell of."""
    work = standing.work
    is_above = isinstance(work, Action) and bool(objectives_of(board, work))
    return exceptions_of(board, standing, is_reported=is_above or bool(board.updates(work, document.period)))


def requests_of(board: Board, standing: Standing) -> Iterator[str]:
    """What its owner asks for, and nobody has decided."""
    asked = (each for each in board.of(Request) if is_open(board, each))
    requests = (each for each in asked if board.get(each.about).id == standing.work.id)
    yield from (say("asked for {what}", what=what) for each in requests for what in requested_words(board, each))


def _shortfalls(board: Board, document: Document, standing: Standing, *, is_told: bool) -> Iterator[Runs]:
    """The targets of open work that are missed, and its measures that got worse in the months of the document.

    Where the numbers are told elsewhere, each leads to its measure.
    """
    work, period = standing.work, document.period
    names = work.measures if isinstance(work, Objective) and standing.is_open else ()
    for measure in filter(None, (board.find(Measure, name) for name in names)):
        readings = readings_of(board, measure)
        reached, fall = measure.reached(readings), measure.worsening(readings, period) if period else []
        is_missed = reached is not None and measure.is_met(readings, standing.day) is False
        if is_told and (is_missed or fall):
            yield Text(say("short of its target: " if is_missed else "worse than before: ")), *lead_to(measure)
            continue
        if reached and is_missed:
            yield (Text(say("target not met: {measure}", measure=reached_words(measure, reached))),)
        if fall:
            (_, before), (months, now) = fall
            values = {"value": value_words(measure, now), "before": value_words(measure, before)}
            worse = say("worse in {day}: {value} after {before}", day=months.short, **values)
            whole = say("worse than before: {measure}", measure=worse_words(measure, *fall))
            yield (Text(worse if is_missed else whole),)


def standings_above(board: Board, document: Document, period: Period | None) -> Iterator[Standing]:
    """How the actions stand that their objectives tell of, by an update of that period or by any."""
    actions = board.actions(years=document.period.years) if document.period else ()
    return document.choice.of(board, (each for each in actions if objectives_of(board, each)), period)


def updates_above(board: Board, document: Document) -> Iterator[tuple[Action, Update]]:
    """The actions that their objectives tell of, with their own last update of the period, where it has words."""
    period = document.period
    for standing in standings_above(board, document, period):
        update = standing.update
        if isinstance(standing.work, Action) and update in board.updates(standing.work, period) and update.text:
            yield standing.work, update
