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
    Update,
    badge_of,
    begin_with,
    capital,
    charge_of,
    ended_with,
    labelled,
    paragraphs,
    priority_of,
    runs_of,
    say,
    serves_of,
    status_words,
    update_words,
)

from .action_outcomes import became_words

Chosen = tuple[Action, Standing]


@frozen
class ProgressGroup:
    """The actions of one priority under its heading, a point each; those of none have no heading."""

    title: Runs
    entries: tuple[Blocks, ...]


def groups_of(board: Board, chosen: Iterable[Chosen], why: str, *, has_statuses: bool) -> Iterator[ProgressGroup]:
    """The actions of each priority under its heading, in the plan's order and with the plan's numbers."""
    by_priority: dict[Priority | None, list[Chosen]] = {}
    for each in chosen:
        by_priority.setdefault(priority_of(board, each[0]), []).append(each)
    for priority, own in sorted(by_priority.items(), key=lambda pair: board.number(pair[0]) if pair[0] else 0):
        title = badge_of(board, priority, priority.title) if priority else ()
        yield ProgressGroup(title, tuple(_entry(board, *each, why, has_status=has_statuses) for each in own))


def _entry(board: Board, action: Action, standing: Standing, why: str, *, has_status: bool) -> Blocks:
    """A planned action by its name and number; how it stands, whose it is, what was reported, what it became."""
    called = board.called(action)
    text = begin_with(action.text, f"{action.title} ({called})" if action.title else capital(called), action.id)
    stands = begin_with((*status_cell(standing), *paragraphs(". ")), say("Status")) if has_status else ()
    line = (*runs_of(stands), *charge_of(board, action), *serves_of(board, action))
    told = (*_report(board, standing.update), *became_words(board, action, why))
    return (*text, *((Paragraph(line),) if line else ()), *told)


def status_cell(standing: Standing) -> Blocks:
    """The status of an action, or why it has none."""
    return status_words(standing) if standing.status else _unrated(standing.update)


def _report(board: Board, update: Update | None) -> Blocks:
    """What was reported and by whom, and below it what the board committed itself to do next."""
    if update is None or not (update.text or update.next):
        return paragraphs(say("No update was recorded."))
    by = labelled(say("Reported by"), board.get(update.by).title) if update.by else ()
    words = update_words(update)
    return (*words, *((Paragraph(by),) if by else ())) if update.next else ended_with(words, by)


def _unrated(update: Update | None) -> Blocks:
    """Why there is no status."""
    gap = update.gap("status") if update else None
    reason = gap.reason if gap else say("no status was reported")
    if update and update.status:
        reason = update.status.because
    return paragraphs(say("Not rated: {reason}", reason=reason) if reason else say("Not rated"))
