"""Overview rows: the actions of each priority, each with its status and what was reported."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Paragraph,
    Priority,
    Runs,
    Standing,
    Text,
    Update,
    YearSpan,
    badge_of,
    begin_with,
    capital,
    charge_of,
    paragraphs,
    priority_of,
    say,
    serves_of,
    status_words,
    update_words,
)

from .action_outcomes import became_words

Chosen = tuple[Action, Standing]


@frozen
class ProgressRow:
    """One planned action under its name and number, its status, what was reported of it and what it became."""

    action: Blocks
    status: Blocks
    update: Blocks


@frozen
class ProgressGroup:
    """The actions of one priority under its heading; those of none have no heading."""

    title: Runs
    caption: str
    rows: tuple[ProgressRow, ...]


def groups_of(board: Board, chosen: Iterable[Chosen], years: YearSpan, why: str) -> Iterator[ProgressGroup]:
    """The actions of each priority under its heading, in the plan's order and with the plan's numbers."""
    by_priority: dict[Priority | None, list[Chosen]] = {}
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
    charge, called = (*charge_of(board, action), *serves_of(board, action)), board.called(action)
    text = begin_with(action.text, f"{action.title} ({called})" if action.title else capital(called), action.id)
    return ProgressRow(
        action=(*text, Paragraph(charge)) if charge else text,
        status=status_cell(standing),
        update=(*_report(board, standing.update), *became_words(board, action, why)),
    )


def status_cell(standing: Standing) -> Blocks:
    """The status of an action, or why it has none."""
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
