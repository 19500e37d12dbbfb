"""Action figures: how many actions, objectives and tasks each year has, whose, how far they have come and how late."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from bscb_docs import (
    Action,
    Board,
    Confidence,
    Delivery,
    Figure,
    FigureSource,
    Objective,
    Priority,
    Ratio,
    Standing,
    Status,
    Task,
    YearSpan,
    files_of,
    fold,
    hookimpl,
    reported_at,
    slug,
    standing_of,
    years_of,
)


@frozen
class _Year:
    """The work of one kind and year, as its last updates tell; an update of its own years comes first."""

    noun: str
    """What it is called: "actions", "objectives"."""
    years: YearSpan
    rows: tuple[Standing, ...]

    @cached_property
    def said(self) -> str:
        """What is counted, and in which files."""
        return f"{files_of(row.work for row in self.rows)}: {self.noun} of {self.years}"

    @cached_property
    def rated(self) -> str:
        """What is counted by its last update, and in which files both stand."""
        records = (record for row in self.rows for record in (row.work, row.update) if record)
        return f"{files_of(records)}: {self.noun} of {self.years}"


def count_work(board: Board) -> Iterator[Figure]:
    """How many actions, objectives and tasks each year has: in all, rated, in each state, late, moved, by owner."""
    for noun, works in (("actions", board.actions()), ("objectives", board.of(Objective)), ("tasks", board.of(Task))):
        planned: dict[YearSpan, list[Standing]] = {}
        for work in works:
            if span := years_of(board, work):
                planned.setdefault(span, []).append(standing_of(board, work, span))
        for each, rows in sorted(planned.items()):
            year = _Year(noun, each, tuple(rows))
            for suffix in (f"-{each}", "") if each == board.latest_years else (f"-{each}",):
                yield from _of_year(board, year, f"{noun}{suffix}")
                if noun == "actions":
                    yield from _of_priorities(board, year, suffix)
                yield from _of_owners(board, year, suffix)


def _of_year(board: Board, year: _Year, stem: str) -> Iterator[Figure]:
    noun, rows, whole, place = year.noun, year.rows, len(year.rows), year.rows[0].work.place
    phrases = (noun, f"planned {noun}") if noun == "actions" else (noun, f"improvement {noun}")
    yield Figure(f"{stem}.count", whole, year.said, phrases, place)
    yield _overdue(board, year, f"{stem}.overdue")
    yield from _slips(year, stem)
    nothing = "" if any(row.update for row in rows) else f"no update of the {noun} of {year.years} is recorded"

    def share(name: str, part: int, said: str, phrases: tuple[str, ...], unsaid: str = "") -> Figure:
        missing = nothing or unsaid
        value = None if missing else Ratio(part, whole)
        return Figure(f"{stem}.{name}", value, f"{year.rated} {said}", phrases, place, missing=missing)

    rated = sum(row.status is not None for row in rows)
    yield share("rated", rated, "whose last update gives a status", (f"rated {noun}", f"{noun} rated"))
    yield share("not-rated", whole - rated, "whose last update gives no status", (f"{noun} not rated",))
    meanings = [status.means for status in board.of(Status) if status.means]
    on_scale = {*(means.delivery for means in meanings), *(means.confidence for means in meanings)}
    said_of = Counter[Delivery | Confidence | None](row.delivery for row in rows)
    said_of.update(row.confidence for row in rows)
    doubt = (
        "" if on_scale & {Confidence.AT_RISK, Confidence.OFF_COURSE} else "no status of the board means not on course"
    )
    said = "whose last update says at risk or off course"
    yield share("not-on-course", sum(row.is_not_on_course for row in rows), said, (f"{noun} not on course",), doubt)
    for axis in (*Delivery, *Confidence):
        words = axis.value
        phrases = (f"{noun} {words}", f"{words} {noun}", *((f"completed {noun}",) if words == "complete" else ()))
        unsaid = "" if axis in on_scale else f"no status of the board means {words}"
        yield share(slug(words), said_of[axis], f"whose last update says {words}", phrases, unsaid)
    labels = Counter(row.status.title for row in rows if row.status)
    for label in [status.title for status in board.of(Status)]:
        yield share(f"status-{slug(label)}", labels[label], f"whose last update says {label}", (f"{noun} {label}",))


def _overdue(board: Board, year: _Year, name: str) -> Figure:
    at, noun = reported_at(board), year.noun
    dated = [row.work for row in year.rows if row.work.deadline]
    place = year.rows[0].work.place
    if at is None or not dated:
        missing = (
            f"no {noun[:-1]} of the year has a due date" if at else "no document of the register has an as-at date"
        )
        return Figure(name, None, f"{year.said} past their due date", place=place, missing=missing)
    said = f"{year.said} past their due date at {at}, and open or not reported"
    seen = board.at(at)
    late = sum(standing_of(seen, work).is_overdue for work in dated)
    return Figure(name, late, said, (f"overdue {noun}", f"{noun} overdue"), place)


def _slips(year: _Year, stem: str) -> Iterator[Figure]:
    """How many deadlines moved to a later day, how often in all, and by how many days."""
    works, place = [row.work for row in year.rows], year.rows[0].work.place
    days = sum(max(work.days_slipped, 0) for work in works)
    moved, times = "deadline moved to a later day", "deadlines moved to a later day, each time counted"
    for name, number, said, phrases in (
        ("slipped", sum(work.slips > 0 for work in works), f"whose {moved}", (f"{year.noun} moved", "deadlines moved")),
        ("slips", sum(work.slips for work in works), times, ("deadlines moved",)),
        ("days-slipped", days, "days from first deadlines to those in force", ()),
    ):
        yield Figure(f"{stem}.{name}", number, f"{year.said}, {said}", phrases, place)


def _of_priorities(board: Board, year: _Year, suffix: str) -> Iterator[Figure]:
    rows_under: dict[str, list[Standing]] = {}
    for row in year.rows:
        if isinstance(row.work, Action):
            rows_under.setdefault(fold(row.work.priority.name) if row.work.priority else "", []).append(row)
    unplaced = len(rows_under.get("", ()))
    missing = f"{unplaced} of the actions of {year.years} do not say to which priority they belong" if unplaced else ""
    for number, priority in enumerate(board.priorities, 1):
        said = f"{year.said} under {priority.title}"
        own = rows_under.get(fold(priority.id), [])
        value = None if unplaced else len(own)
        beside = _names(priority, number)
        yield Figure(f"{priority.id}{suffix}.actions", value, said, ("actions",), priority.place, beside, missing)
        done = sum(row.delivery is Delivery.COMPLETE for row in own)
        untold = missing or ("" if any(row.update for row in own) else f"no update of the {said} is recorded")
        share = None if untold else Ratio(done, len(own))
        said += " whose last update says complete"
        phrases = ("actions complete",)
        yield Figure(f"{priority.id}{suffix}.complete", share, said, phrases, priority.place, beside, untold)


def _names(priority: Priority, number: int) -> tuple[str, ...]:
    return tuple(name for name in (priority.title, priority.short_title, f"Priority {number}") if name)


def _of_owners(board: Board, year: _Year, suffix: str) -> Iterator[Figure]:
    owned: dict[str, list[Standing]] = {}
    for row in year.rows:
        for owner in row.work.owned_by:
            owned.setdefault(board.get(owner).title, []).append(row)
    for title, rows in sorted(owned.items()):
        said, place = (
            f"{files_of(row.work for row in rows)}: {year.noun} of {year.years} owned by {title}",
            rows[0].work.place,
        )
        yield Figure(f"{slug(title)}{suffix}.{year.noun}", len(rows), said, (year.noun,), place, (title,))


def count_outcomes(board: Board) -> Iterator[Figure]:
    """How many outcomes each priority has."""
    counts = Counter(fold(outcome.priority.name) for outcome in board.outcomes() if outcome.priority)
    for number, priority in enumerate(board.priorities, 1):
        said = f"{files_of((priority,))}: outcomes under {priority.title}"
        value, beside = counts[fold(priority.id)], _names(priority, number)
        yield Figure(f"{priority.id}.outcomes", value, said, ("outcomes",), priority.place, beside)


@hookimpl.figures
def figures() -> list[FigureSource]:
    """The counts of actions, objectives and tasks, and of the outcomes that they serve."""
    return [count_work, count_outcomes]
