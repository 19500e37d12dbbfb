"""House figures: what the board's records count, each with its source in words and the phrases that it counts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from bscb_docs import (
    Action,
    Board,
    Body,
    Bulletin,
    Confidence,
    Delivery,
    Figure,
    Function,
    Meeting,
    PartialDate,
    Place,
    Principle,
    Priority,
    Ratio,
    Record,
    RecordedFigure,
    Review,
    Status,
    Update,
    YearSpan,
    hookimpl,
    recorded_value,
    reported_at,
    reported_years,
    slug,
)

_KINDS_OF_BODY = {
    "sub-group": "sub-groups",
    "panel": "panels",
    "task-and-finish": "task-and-finish groups",
    "forum": "forums",
    "assembly": "assemblies",
}
_SAID_EVERYWHERE = frozenset("children people young adults families parents schools colleges staff and or of".split())
"""A unit made of these alone stands beside many numbers that it does not count."""

_PUBLISHED = ("published", "publish", "publication")


def count_plan(board: Board) -> Iterator[Figure]:
    """How many priorities, outcomes, principles and functions there are."""
    phrases = ("priorities", "strategic priorities", "safeguarding priorities")
    yield _count("priorities.count", board.priorities, "priorities", phrases)
    yield _count("outcomes.count", board.outcomes(), "outcomes", ("outcomes",))
    yield _count("principles.count", board.of(Principle), "principles", ("principles",))
    yield _count("functions.count", board.of(Function), "functions of the chair's role", ("key functions",))
    under = Counter(outcome.priority.name.casefold() for outcome in board.outcomes() if outcome.priority)
    for number, priority in enumerate(board.priorities, 1):
        said = f"{_files((priority,))}: outcomes under {priority.title}"
        yield Figure(
            f"{priority.id}.outcomes",
            under[priority.id.casefold()],
            said,
            ("outcomes",),
            priority.place,
            _names(priority, number),
        )


def _count(name: str, records: tuple[Record, ...], what: str, phrases: tuple[str, ...]) -> Figure:
    """A count of records; where there are none the board has not recorded them, so nothing is printed."""
    if not records:
        return Figure(name, None, f"the records: {what}", missing=f"no {what} are recorded")
    return Figure(name, len(records), f"{_files(records)}: {what}", phrases, records[0].place)


def _files(records: Iterable[Record]) -> str:
    """The files in which records stand, as a source names them."""
    return " and ".join(dict.fromkeys(record.place.file for record in records if record.place.file)) or "the records"


def _names(priority: Priority, number: int) -> tuple[str, ...]:
    return tuple(name for name in (priority.title, priority.short_title, f"Priority {number}") if name)


def count_bodies(board: Board) -> Iterator[Figure]:
    """How many bodies of each kind are at work at the report's as-at date."""
    at = reported_at(board)
    for kind, plural in _KINDS_OF_BODY.items():
        found = tuple(body for body in board.of(Body) if body.kind == kind and _is_active(body, at))
        if found:
            yield _count(f"{slug(plural)}.count", found, f"bodies of kind {kind} at work", (plural,))


def _is_active(body: Body, at: PartialDate | None) -> bool:
    if at is None:
        return body.to is None
    over = body.to is not None and body.to.surely_before(at)
    return not over and not (body.from_ is not None and at.surely_before(body.from_))


def count_appendices(board: Board) -> Iterator[Figure]:
    """How many appendices each document of the register binds in, and how many the first that binds any."""
    first = True
    for entry in board.documents:
        if entry.appendices:
            names = (f"{entry.id}.appendices", "appendices.count") if first else (f"{entry.id}.appendices",)
            said = f"{_files((entry,))}: appendices of {entry.title}"
            for name in names:
                yield Figure(name, len(entry.appendices), said, ("appendices",), entry.place)
            first = False


def count_publications(board: Board) -> Iterator[Figure]:
    """How many reviews, by kind too, and bulletins were published: in the years reported on, and in each year."""
    reviews, bulletins = board.of(Review), board.of(Bulletin)
    yield from _published("reviews", reviews, ("reviews", "case reviews"), board)
    for kind in dict.fromkeys(review.kind for review in reviews if review.kind):
        of_kind = tuple(review for review in reviews if review.kind == kind)
        yield from _published(slug(f"{kind}s"), of_kind, (f"{kind}s",), board)
    phrases = ("bulletins", "learning bulletins", "Learning Lessons Bulletins")
    yield from _published("bulletins", bulletins, phrases, board)


def _published(
    name: str, records: tuple[Review, ...] | tuple[Bulletin, ...], phrases: tuple[str, ...], board: Board
) -> Iterator[Figure]:
    if not records:
        return
    what = name.replace("-", " ")
    undated = sum(record.published is None for record in records)
    left_out = f"; {undated} without a date of publication not counted" if undated else ""
    in_years: list[tuple[str, YearSpan | None]] = [(name, reported_years(board))]
    in_years += [(f"{name}-{year}", year) for year in _years_of(record.published for record in records)]
    for stem, years in in_years:
        counted = tuple(r for r in records if r.published and _lies_in(r.published, years))
        said = f"{_files(records)}: {what} published" + (f" in {years}" if years else "") + left_out
        place = counted[0].place if counted else records[0].place
        yield Figure(f"{stem}.published", len(counted), said, phrases, place, _PUBLISHED)


def _lies_in(day: PartialDate, years: YearSpan | None) -> bool:
    """True where all of a date lies in the years; None means any."""
    return years is None or (years.earliest <= day.earliest and day.latest <= years.latest)


def _years_of(dates: Iterable[PartialDate | None]) -> list[YearSpan]:
    """The years from April to March in which dates lie; one that runs over the end of March lies in none."""
    found = {_financial_year(day.earliest) for day in dates if day and _lies_in(day, _financial_year(day.earliest))}
    return sorted(found)


def _financial_year(day: date) -> YearSpan:
    first = day.year if day.month >= 4 else day.year - 1
    return YearSpan(first, first + 1)


def count_meetings(board: Board) -> Iterator[Figure]:
    """How many meetings each body planned, held and cancelled: in the years reported on, and in each year."""
    rows: dict[str, list[Meeting]] = {}
    for meeting in board.of(Meeting):
        if body := board.find(Body, meeting.body.name):
            rows.setdefault(body.title, []).append(meeting)
    for body in board.of(Body):
        own, planned = rows.get(body.title, []), {plan.in_: plan.count for plan in body.meetings_planned}
        if not own and not planned:
            continue
        reported = reported_years(board)
        years = sorted({*planned, *_years_of(meeting.date for meeting in own)})
        yield from _of_body(body, own, planned, reported or max(planned, default=None), slug(body.title))
        for year in years:
            yield from _of_body(body, own, planned, year, f"{slug(body.title)}-{year}")


def _of_body(
    body: Body, rows: list[Meeting], planned: dict[YearSpan, int], years: YearSpan | None, stem: str
) -> Iterator[Figure]:
    beside = tuple(name for name in (body.title, body.short_name) if name)
    phrases, when = ("meetings", f"{body.title} meetings"), f" in {years}" if years else ""
    of_years = [row for row in rows if years is None or (row.date and _lies_in(row.date, years))]
    undated = sum(row.date is None or not _years_of([row.date]) for row in rows) if years else 0
    left_out = f"; {undated} that no year can be told of not counted" if undated else ""
    for state in ("held", "cancelled"):
        counted = [row for row in of_years if row.state and row.state.casefold() == state]
        said = f"{_files(rows)}: rows of the {body.title} in state {state}{when}{left_out}"
        value = len(counted) if rows else None
        place = counted[0].place if counted else body.place
        missing = f"no meeting of the {body.title} is logged"
        yield Figure(f"{stem}.meetings-{state}", value, said, phrases, place, beside, "" if rows else missing)
    said = f"{_files((body,))}: meetings planned on the card of the {body.title}{when}"
    value = planned.get(years) if years else None
    missing = (
        "" if value is not None else f"the card of the {body.title} does not say how many meetings were planned{when}"
    )
    yield Figure(f"{stem}.meetings-planned", value, said, phrases, body.place, beside, missing)


def tell_recorded_figures(board: Board) -> Iterator[Figure]:
    """The numbers that the board was told, each with its unit and the date for which it holds."""
    for figure in board.of(RecordedFigure):
        value = recorded_value(figure)
        as_at = f", as at {figure.as_at}" if figure.as_at else ""
        said = f"{figure.source or _files((figure,))}{as_at}"
        gap = figure.gap("value")
        reason = f": {gap.reason}" if gap and gap.reason else ""
        missing = "" if value is not None else f"the recorded figure has no value{reason}"
        yield Figure(figure.id, value, said, _phrases(figure.unit), figure.place, missing=missing)
        if figure.unit:
            yield Figure(f"{figure.id}.unit", figure.unit, said, place=figure.place)
        if figure.as_at:
            yield Figure(f"{figure.id}.as-at", str(figure.as_at), said, place=figure.place)


def _phrases(unit: str | None) -> tuple[str, ...]:
    return (unit,) if unit and not set(unit.casefold().split()) <= _SAID_EVERYWHERE else ()


@frozen
class _Row:
    """An action and what was last reported of it for its years."""

    action: Action
    status: Status | None

    @property
    def delivery(self) -> Delivery | None:
        return self.status.means.delivery if self.status and self.status.means else None

    @property
    def confidence(self) -> Confidence | None:
        return self.status.means.confidence if self.status and self.status.means else None

    def is_overdue(self, at: PartialDate) -> bool:
        """True where the due date has certainly passed, and the work is open or nothing was reported of it."""
        due, state = self.action.due, self.delivery
        return due is not None and due.surely_before(at) and (state is None or state.is_open)


def count_actions(board: Board) -> Iterator[Figure]:
    """How many actions each year has: in all, by priority and owner, rated, in each state, and overdue."""
    latest = _latest_updates(board)
    for years in sorted({action.years for action in board.actions() if action.years}):
        rows = [_Row(action, _status_of(board, action, latest)) for action in board.actions(years=years)]
        for suffix in (f"-{years}", "") if years == board.latest_years else (f"-{years}",):
            yield from _of_year(board, rows, years, f"actions{suffix}")
            yield from _of_priorities(board, rows, years, suffix)
            yield from _of_owners(board, rows, years, suffix)


def _latest_updates(board: Board) -> dict[tuple[str, YearSpan | None], Update]:
    """The last update of each action in each period, and with None in any."""
    latest: dict[tuple[str, YearSpan | None], Update] = {}
    for update in board.of(Update):
        about = update.about.name.casefold()
        latest[about, update.years] = latest[about, None] = update
    return latest


def _status_of(board: Board, action: Action, latest: dict[tuple[str, YearSpan | None], Update]) -> Status | None:
    about = action.id.casefold()
    update = latest.get((about, action.years)) or latest.get((about, None))
    rating = update.status if update else None
    return board.find(Status, rating.status.name) if rating and rating.status else None


def _of_year(board: Board, rows: list[_Row], years: YearSpan, stem: str) -> Iterator[Figure]:
    file, place, whole = _files(row.action for row in rows), rows[0].action.place, len(rows)
    yield Figure(f"{stem}.count", whole, f"{file}: actions of {years}", ("actions", "planned actions"), place)

    def share(name: str, part: int, said: str, *phrases: str) -> Figure:
        return Figure(f"{stem}.{name}", Ratio(part, whole), f"{file}: actions of {years} {said}", phrases, place)

    rated = sum(row.status is not None for row in rows)
    yield share("rated", rated, "whose update gives a status", "rated actions", "actions rated")
    yield share("not-rated", whole - rated, "whose update gives no status", "actions not rated")
    deliveries = Counter(row.delivery for row in rows)
    for state in Delivery:
        words = state.value
        phrases = (f"{words} actions", f"actions {words}", *(("completed actions",) if words == "complete" else ()))
        yield share(slug(words), deliveries[state], f"whose last update says {words}", *phrases)
    confidences = Counter(row.confidence for row in rows)
    for step in Confidence:
        phrases = (f"actions {step.value}",)
        yield share(slug(step.value), confidences[step], f"whose last update says {step.value}", *phrases)
    labels = Counter(row.status.title for row in rows if row.status)
    for status in board.of(Status):
        said = f"whose last update says {status.title}"
        yield share(f"status-{slug(status.title)}", labels[status.title], said, f"actions {status.title}")
    yield _overdue(board, rows, f"{stem}.overdue", f"{file}: actions of {years}", place)


def _overdue(board: Board, rows: list[_Row], name: str, said: str, place: Place) -> Figure:
    at, dated = reported_at(board), [row for row in rows if row.action.due]
    if at is None or not dated:
        missing = "no action of the year has a due date" if at else "no document of the register has an as-at date"
        return Figure(name, None, f"{said} past their due date", place=place, missing=missing)
    said = f"{said} past their due date at {at}, and open or not reported"
    return Figure(name, sum(row.is_overdue(at) for row in dated), said, ("overdue actions", "actions overdue"), place)


def _of_priorities(board: Board, rows: list[_Row], years: YearSpan, suffix: str) -> Iterator[Figure]:
    counts = Counter(row.action.priority.name.casefold() for row in rows if row.action.priority)
    file = _files(row.action for row in rows)
    for number, priority in enumerate(board.priorities, 1):
        said = f"{file}: actions of {years} under {priority.title}"
        beside = _names(priority, number)
        value = counts[priority.id.casefold()]
        yield Figure(f"{priority.id}{suffix}.actions", value, said, ("actions",), priority.place, beside)


def _of_owners(board: Board, rows: list[_Row], years: YearSpan, suffix: str) -> Iterator[Figure]:
    owned: dict[str, list[Action]] = {}
    for row in rows:
        for owner in row.action.owners:
            owned.setdefault(board.get(owner).title, []).append(row.action)
    for title, actions in sorted(owned.items()):
        said = f"{_files(actions)}: actions of {years} owned by {title}"
        yield Figure(f"{slug(title)}{suffix}.actions", len(actions), said, ("actions",), actions[0].place, (title,))


@hookimpl
def bscb_docs_figures() -> list[object]:
    """Every count of the house, a function of the board each."""
    return [
        count_plan,
        count_actions,
        count_meetings,
        count_publications,
        count_bodies,
        count_appendices,
        tell_recorded_figures,
    ]
