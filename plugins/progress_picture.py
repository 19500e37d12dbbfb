"""Progress by priority: a table of how many actions stand where, and a picture of the same figures."""

from collections import Counter
from itertools import chain

from attrs import frozen

from bscb_docs import (
    BarPart,
    Board,
    Document,
    PictureFile,
    Priority,
    Section,
    Status,
    Table,
    Text,
    YearSpan,
    badge_of,
    colour_of,
    draw_bars,
    every,
    hookimpl,
    house_template,
    label_of,
    say,
    status_table,
    theme_of,
    worst_first,
)

NO_PRIORITY = "No priority recorded"
_SEEN_AT_ONCE = 2
"""What a picture of the same figures adds nothing to, where no count in the table is higher."""


@frozen
class PicturePage:
    """The years, the table of counts, and the picture where one can be drawn."""

    years: str
    table: tuple[Table, ...]
    picture: PictureFile | None


@frozen
class Count:
    """How many actions of a priority, or of none, stand at each label."""

    priority: Priority | None
    by_label: dict[str, int]


def make_page(board: Board, document: Document) -> PicturePage | None:
    """The year of the register's option `years`, else of the document; nothing where no action was planned in it.

    Where no count is higher than two, and without matplotlib, which the extra `pictures` installs, the table stands
    alone: it says all that the picture shows.
    """
    years = document.told_years
    counts = count_actions(board, years) if years else []
    if not counts:
        return None
    table = (_table(board, counts, str(years)),)
    if max(chain.from_iterable(count.by_label.values() for count in counts)) <= _SEEN_AT_ONCE:
        return PicturePage(str(years), table, None)
    parts = {label_of(each): _part(each) for each in worst_first((*board.of(Status), None))}
    bars = {_titled(board, count.priority): count.by_label for count in counts}
    tabs = {_titled(board, count.priority): colour_of(board, count.priority) for count in counts if count.priority}
    picture = draw_bars(say("actions by priority and status"), bars, parts, tabs=tabs, theme=theme_of(board))
    return PicturePage(str(years), table, picture)


def count_actions(board: Board, years: YearSpan) -> list[Count]:
    """The actions of those years under each priority, by the label of their last update."""
    found: dict[Priority | None, Counter[str]] = {priority: Counter() for priority in board.priorities}
    for action in board.actions(years=years):
        status = board.status_of(board.latest_update(action, years))
        priority = board.get(action.priority) if action.priority else None
        found.setdefault(priority, Counter())[label_of(status)] += 1
    return [Count(priority, dict(by_label)) for priority, by_label in found.items() if by_label]


def _titled(board: Board, priority: Priority | None) -> str:
    return f"{board.called(priority)}: {priority.short_title or priority.title}" if priority else say(NO_PRIORITY)


def _part(status: Status | None) -> BarPart:
    """A label in the board's own colour and with its own sign, where it has them; white where nothing is rated."""
    return BarPart(status.colour or "", status.symbol or "") if status else BarPart(is_rated=False)


def _table(board: Board, counts: list[Count], years: str) -> Table:
    none = (Text(say(NO_PRIORITY)),)
    named = [(each.priority, each.by_label) for each in counts]
    rows = [(badge_of(board, of, of.title) if of else none, by_label) for of, by_label in named]
    return status_table(board, say("Actions of {years} by priority and status", years=years), rows)


@hookimpl.sections
def sections() -> list[Section[PicturePage]]:
    """The section `progress-picture`."""
    template = house_template("progress_picture")
    return [Section("progress-picture", template, PicturePage, make_page, options=("years",), prints=every(Status))]
