"""Progress report: how the work of some months stands: what needs attention, what was finished, and each priority."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Document,
    Objective,
    Outline,
    Record,
    Section,
    Standing,
    Status,
    StatusRow,
    Task,
    fold,
    hookimpl,
    house_template,
    label_of,
    listed,
    say,
    standing_of,
    status_rows,
    worst_first,
)

from .report_lead import WorkNoun, lead_of, moves_of, noun_of, scope_of, still_open
from .reported_standings import has_section, needing_attention, standings_above, standings_of, updates_above
from .work_entries import PriorityEntries, exception_entries, points_of, priority_entries


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
    exceptions: Blocks
    ended: str
    finished: Blocks
    priorities: tuple[PriorityEntries, ...]
    rest: str
    """Of which priorities there is nothing to tell beyond what needs attention; "" where there is of each."""
    states: tuple[StatusRow, ...]


def make_page(board: Board, document: Document) -> ReportPage | None:
    """The period of the document: its objectives, and the actions that have none of their own.

    The options `only`, `owner`, `body` and `priority` choose of which it tells, as `bscb-docs list` does.
    """
    period, standings = document.period, standings_of(board, document)
    if period is None:
        return None
    before, noun = period.before, noun_of(standings)
    earlier = board.at(before.end)
    works: tuple[Objective | Action, ...] = (*earlier.of(Objective), *earlier.of(Action))
    then = {fold(each.id): standing_of(earlier, each) for each in works}
    before_now = [then[fold(s.work.id)] for s in standings if fold(s.work.id) in then]
    ended = [s for s in standings if not s.is_open and (was := then.get(fold(s.work.id))) and was.is_open]
    labels = [label_of(status) for status in worst_first(s.status for s in ended)]
    needing = needing_attention(board, document, standings)
    told = {standing.work.id for group in needing for standing in group}
    rows = [priority_entries(board, document, priority, standings, told) for priority in board.priorities]
    rest = [say("Priority {number}", number=each.number) for each in rows if not (each.entries or each.updates)]
    return ReportPage(
        period=str(period),
        months=period.short,
        before=before.short,
        noun=noun,
        lead=" ".join(filter(None, (*_lead(board, document, noun, standings, ended), scope_of(standings)))),
        has_before=any(standing.update for standing in before_now),
        exceptions=exception_entries(board, document, needing),
        ended=say("{status} in these months", status=listed(labels)) if labels else "",
        finished=points_of(board, document, ended),
        states=status_rows(standings, before_now),
        priorities=tuple(each for each in rows if each.entries or each.updates),
        rest=_rest(board, noun, rest, len(rows)),
    )


def _lead(
    board: Board, document: Document, noun: WorkNoun, standings: list[Standing], ended: list[Standing]
) -> tuple[str, ...]:
    """How the work stands, unless the months in short tell that; and how much was put off."""
    moved = moves_of(board, standings)
    if has_section(document, "year-in-short") and len(standings) > 1:
        return (moved,)
    return lead_of(noun, standings, ended, document), still_open(board, standings), moved


def _rest(board: Board, noun: WorkNoun, rest: list[str], priorities: int) -> str:
    tasks = f" {say('Tasks of groups are told in their work programmes.')}" if board.of(Task) else ""
    if len(rest) == priorities:
        return say("No other {work} is open.", work=noun.one) + tasks
    under = say("No other {work} is open under {priorities}.", work=noun.one, priorities=listed(rest))
    return under + tasks if rest else ""


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The priorities and statuses, and the work with its last updates."""
    yield from (*board.priorities, *board.of(Status))
    for standing in standings_of(board, document):
        yield from filter(None, (standing.work, standing.update))
    for standing in standings_above(board, document, None):
        yield from (standing.work, standing.update) if standing.update else ()
    yield from (update for _, update in updates_above(board, document))


@hookimpl.sections
def sections() -> list[Section[ReportPage]]:
    """The section `progress-report`."""
    template, options = house_template("progress_report"), ("only", "owner", "body", "priority")
    return [Section("progress-report", template, ReportPage, make_page, options=options, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The progress report as a document of its own."""
    first, then = ("cover", "year-in-short", "to-be-decided"), ("next-steps", "progress-report", "measures")
    sections = (*first, *then, "document-control, with other papers")
    return [Outline("progress-report", "Progress Report", sections)]
