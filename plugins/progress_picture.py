"""Progress by priority: a table of how many actions stand where, and a picture of the same figures."""

from __future__ import annotations

from collections import Counter

from attrs import frozen

from bscb_docs import (
    Board,
    Document,
    PictureFile,
    Priority,
    Section,
    Status,
    Table,
    YearSpan,
    draw_bars,
    every,
    hookimpl,
    house_template,
    label_of,
    say,
    table_of,
    worst_first,
)

NO_PRIORITY = "No priority recorded"


@frozen
class PicturePage:
    """The years, the table of counts, and the picture where one can be drawn."""

    years: str
    table: tuple[Table, ...]
    picture: PictureFile | None


@frozen
class Count:
    """How many actions under one heading stand at each label."""

    title: str
    by_label: dict[str, int]


def make_page(board: Board, document: Document) -> PicturePage | None:
    """The year of the register's option `years`, else of the document; nothing where no action was planned in it.

    Without matplotlib, which the extra `pictures` installs, the table stands alone: it says all that the picture shows.
    """
    chosen = document.options.get("years")
    years = YearSpan.from_text(chosen) if chosen else document.years
    counts = count_actions(board, years) if years else []
    if not counts:
        return None
    colours = _colours(board)
    labels = [label for label in colours if any(count.by_label.get(label) for count in counts)]
    bars = {count.title: count.by_label for count in counts}
    picture = draw_bars(say("actions by priority and status"), bars, colours)
    return PicturePage(str(years), (_table(counts, labels, str(years)),), picture)


def count_actions(board: Board, years: YearSpan) -> list[Count]:
    """The actions of those years under each priority, by the label of their last update."""
    found: dict[str, Counter[str]] = {_titled(board, p): Counter() for p in board.priorities}
    for action in board.actions(years=years):
        heading = _titled(board, board.get(action.priority)) if action.priority else say(NO_PRIORITY)
        status = board.status_of(board.latest_update(action, years))
        found.setdefault(heading, Counter())[label_of(status)] += 1
    return [Count(title, dict(by_label)) for title, by_label in found.items() if by_label]


def _titled(board: Board, priority: Priority) -> str:
    return f"{board.called(priority)}: {priority.short_title or priority.title}"


def _colours(board: Board) -> dict[str, str]:
    """Every label, the worst first, with the board's own colour where it has one."""
    statuses = worst_first((*board.of(Status), None))
    return {label_of(each): f"#{each.colour}" if each and each.colour else "" for each in statuses}


def _table(counts: list[Count], labels: list[str], years: str) -> Table:
    totals = Count(say("All"), {label: sum(count.by_label.get(label, 0) for count in counts) for label in labels})
    rows = [
        [count.title, *(str(count.by_label.get(label, 0)) for label in labels), str(sum(count.by_label.values()))]
        for count in ([*counts, totals] if len(counts) > 1 else counts)
    ]
    return table_of(
        say("Actions of {years} by priority and status", years=years), [say("Priority"), *labels, say("All")], rows
    )


@hookimpl.sections
def sections() -> list[Section[PicturePage]]:
    """The section `progress-picture`."""
    template = house_template("progress_picture")
    return [Section("progress-picture", template, PicturePage, make_page, options=("years",), prints=every(Status))]
