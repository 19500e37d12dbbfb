"""Action figures: how many actions each year has, whose they are, how far they have come, and which are overdue."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Board,
    Confidence,
    Delivery,
    Figure,
    FigureSource,
    Place,
    Priority,
    Ratio,
    Status,
    YearSpan,
    files_of,
    fold,
    hookimpl,
    reported_at,
    slug,
)


@frozen
class _Row:
    """An action, and the status that its last update gives; an update of its own years comes first."""

    action: Action
    status: Status | None
    is_reported: bool

    @property
    def delivery(self) -> Delivery | None:
        return self.status.means.delivery if self.status and self.status.means else None

    @property
    def confidence(self) -> Confidence | None:
        return self.status.means.confidence if self.status and self.status.means else None


def count_actions(board: Board) -> Iterator[Figure]:
    """How many actions each year has: in all, by priority and owner, rated, in each state, and overdue."""
    for years in sorted({action.years for action in board.actions() if action.years}):
        rows = [_row(board, action) for action in board.actions(years=years)]
        for suffix in (f"-{years}", "") if years == board.latest_years else (f"-{years}",):
            yield from _of_year(board, rows, years, f"actions{suffix}")
            yield from _of_priorities(board, rows, years, suffix)
            yield from _of_owners(board, rows, years, suffix)


def _row(board: Board, action: Action) -> _Row:
    update = board.latest_update(action, action.years)
    return _Row(action, board.status_of(update), update is not None)


def _of_year(board: Board, rows: list[_Row], years: YearSpan, stem: str) -> Iterator[Figure]:
    file, place, whole = files_of(row.action for row in rows), rows[0].action.place, len(rows)
    yield Figure(f"{stem}.count", whole, f"{file}: actions of {years}", ("actions", "planned actions"), place)
    yield _overdue(board, rows, f"{stem}.overdue", f"{file}: actions of {years}", place)
    nothing = "" if any(row.is_reported for row in rows) else f"no update of the actions of {years} is recorded"

    def share(name: str, part: int, said: str, phrases: tuple[str, ...], unsaid: str = "") -> Figure:
        missing = nothing or unsaid
        value = None if missing else Ratio(part, whole)
        return Figure(f"{stem}.{name}", value, f"{file}: actions of {years} {said}", phrases, place, missing=missing)

    rated = sum(row.status is not None for row in rows)
    yield share("rated", rated, "whose last update gives a status", ("rated actions", "actions rated"))
    yield share("not-rated", whole - rated, "whose last update gives no status", ("actions not rated",))
    meanings = [status.means for status in board.of(Status) if status.means]
    on_scale = {*(means.delivery for means in meanings), *(means.confidence for means in meanings)}
    said_of = Counter[Delivery | Confidence | None](row.delivery for row in rows)
    said_of.update(row.confidence for row in rows)
    for axis in (*Delivery, *Confidence):
        words = axis.value
        phrases = (f"actions {words}", f"{words} actions", *(("completed actions",) if words == "complete" else ()))
        unsaid = "" if axis in on_scale else f"no status of the board means {words}"
        yield share(slug(words), said_of[axis], f"whose last update says {words}", phrases, unsaid)
    labels = Counter(row.status.title for row in rows if row.status)
    for label in [status.title for status in board.of(Status)]:
        yield share(f"status-{slug(label)}", labels[label], f"whose last update says {label}", (f"actions {label}",))


def _overdue(board: Board, rows: list[_Row], name: str, said: str, place: Place) -> Figure:
    at, dated = reported_at(board), [row for row in rows if row.action.deadline]
    if at is None or not dated:
        missing = "no action of the year has a due date" if at else "no document of the register has an as-at date"
        return Figure(name, None, f"{said} past their due date", place=place, missing=missing)
    said = f"{said} past their due date at {at}, and open or not reported"
    return Figure(
        name,
        sum(board.is_overdue(row.action, at) for row in dated),
        said,
        ("overdue actions", "actions overdue"),
        place,
    )


def _of_priorities(board: Board, rows: list[_Row], years: YearSpan, suffix: str) -> Iterator[Figure]:
    counts = Counter(fold(row.action.priority.name) for row in rows if row.action.priority)
    file, unplaced = files_of(row.action for row in rows), len(rows) - counts.total()
    missing = f"{unplaced} of the actions of {years} do not say to which priority they belong" if unplaced else ""
    for number, priority in enumerate(board.priorities, 1):
        said = f"{file}: actions of {years} under {priority.title}"
        value = None if unplaced else counts[fold(priority.id)]
        beside = _names(priority, number)
        yield Figure(f"{priority.id}{suffix}.actions", value, said, ("actions",), priority.place, beside, missing)


def _names(priority: Priority, number: int) -> tuple[str, ...]:
    return tuple(name for name in (priority.title, priority.short_title, f"Priority {number}") if name)


def _of_owners(board: Board, rows: list[_Row], years: YearSpan, suffix: str) -> Iterator[Figure]:
    owned: dict[str, list[Action]] = {}
    for row in rows:
        for owner in row.action.owned_by:
            owned.setdefault(board.get(owner).title, []).append(row.action)
    for title, actions in sorted(owned.items()):
        said = f"{files_of(actions)}: actions of {years} owned by {title}"
        yield Figure(f"{slug(title)}{suffix}.actions", len(actions), said, ("actions",), actions[0].place, (title,))


def count_outcomes(board: Board) -> Iterator[Figure]:
    """How many outcomes each priority has."""
    counts = Counter(fold(outcome.priority.name) for outcome in board.outcomes() if outcome.priority)
    for number, priority in enumerate(board.priorities, 1):
        said = f"{files_of((priority,))}: outcomes under {priority.title}"
        value, beside = counts[fold(priority.id)], _names(priority, number)
        yield Figure(f"{priority.id}.outcomes", value, said, ("outcomes",), priority.place, beside)


@hookimpl
def bscb_docs_figures() -> list[FigureSource]:
    """The counts of actions and of the outcomes that they serve."""
    return [count_actions, count_outcomes]
