"""House figures: what the board's records count, each with its source in words and the phrases that it counts."""

from collections.abc import Iterable, Iterator

from bscb_docs import (
    Board,
    Body,
    Bulletin,
    Figure,
    FigureSource,
    Function,
    Meeting,
    PartialDate,
    Period,
    Principle,
    Record,
    RecordedFigure,
    Review,
    Term,
    YearSpan,
    files_of,
    fold,
    hookimpl,
    in_force,
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
_SAID_EVERYWHERE = frozenset(
    ("children", "people", "young", "adults", "families", "parents", "schools", "colleges", "staff", "and", "or", "of")
)
"""A unit made of these alone stands beside many numbers that it does not count."""

_PUBLISHED = ("published", "publish", "publication")


def count_plan(board: Board) -> Iterator[Figure]:
    """How many priorities, outcomes, principles and functions there are."""
    phrases = ("priorities", "strategic priorities", "safeguarding priorities")
    yield _count("priorities.count", board.priorities, "priorities", phrases)
    yield _count("outcomes.count", board.outcomes(), "outcomes", ("outcomes",))
    yield _count("principles.count", board.of(Principle), "principles", ("principles",))
    yield _count("functions.count", board.of(Function), "functions of the chair's role", ("key functions",))


def _count(name: str, records: tuple[Record, ...], what: str, phrases: tuple[str, ...]) -> Figure:
    """A count of records; where there are none the board has not recorded them, so nothing is printed."""
    if not records:
        return Figure(name, None, f"the records: {what}", missing=f"no {what} are recorded")
    return Figure(name, len(records), f"{files_of(records)}: {what}", phrases, records[0].place)


def count_bodies(board: Board) -> Iterator[Figure]:
    """How many bodies of each kind are at work at the report's as-at date."""
    at = reported_at(board)
    for kind, plural in _KINDS_OF_BODY.items():
        found = tuple(body for body in board.of(Body) if body.kind == kind and in_force(body, at))
        if found:
            yield _count(f"{slug(plural)}.count", found, f"{plural} at work", (plural,))


def count_appendices(board: Board) -> Iterator[Figure]:
    """How many appendices each document of the register binds in, and how many the first that binds any."""
    binding = [entry for entry in board.documents if entry.appendices]
    named = [(f"{entry.id}.appendices", entry) for entry in binding]
    for name, entry in (*named, *(("appendices.count", entry) for entry in binding[:1])):
        said = f"{files_of((entry,))}: appendices of {entry.title}"
        yield Figure(name, len(entry.appendices), said, ("appendices",), entry.place)


def count_publications(board: Board) -> Iterator[Figure]:
    """How many reviews, by kind too, and bulletins were published: in the years reported on, and in each year."""
    reviews, bulletins = board.of(Review), board.of(Bulletin)
    kinds = {fold(review.kind) for review in reviews if review.kind}
    others = [t.title for t in board.of(Term) if t.title.endswith("Review") and fold(t.title) not in kinds]
    parts = tuple(form for title in others for form in _forms(title, board))
    yield from _published("reviews", reviews, ("reviews", "case reviews"), board, parts)
    for kind in dict.fromkeys(review.kind for review in reviews if review.kind):
        of_kind = tuple(review for review in reviews if review.kind == kind)
        yield from _published(slug(f"{kind}s"), of_kind, _forms(kind, board), board)
    phrases = ("bulletins", "learning bulletins", "Learning Lessons Bulletins")
    yield from _published("bulletins", bulletins, phrases, board)


def _forms(title: str, board: Board) -> tuple[str, ...]:
    """The plural of a name, and of every other form that its term allows."""
    term = board.find(Term, title)
    others = (term.abbreviation, *term.also) if term else ()
    return tuple(f"{form}s" for form in (title, *others) if form)


def _published(
    name: str,
    records: tuple[Review, ...] | tuple[Bulletin, ...],
    phrases: tuple[str, ...],
    board: Board,
    parts: tuple[str, ...] = (),
) -> Iterator[Figure]:
    if not records:
        return
    what = name.replace("-", " ")
    undated = sum(record.published is None for record in records)
    left_out = f"; {undated} without a date of publication not counted" if undated else ""
    in_years: list[tuple[str, YearSpan | Period | None]] = [(name, reported_years(board))]
    in_years += [(f"{name}-{year}", year) for year in _years_of(record.published for record in records)]
    for stem, years in in_years:
        counted = tuple(r for r in records if r.published and (years is None or years.holds(r.published)))
        said = f"{files_of(records)}: {what} published" + (f" in {years}" if years else "") + left_out
        place = counted[0].place if counted else records[0].place
        yield Figure(f"{stem}.published", len(counted), said, phrases, place, _PUBLISHED, parts=parts)


def _years_of(dates: Iterable[PartialDate | None]) -> list[YearSpan]:
    """The years from April to March in which dates lie; one that runs over the end of March lies in none."""
    return sorted({years for day in dates if day and (years := YearSpan.of_day(day.earliest)).holds(day)})


def count_meetings(board: Board) -> Iterator[Figure]:
    """How many meetings each body planned, held and cancelled: in the years reported on, and in each year."""
    rows: dict[str, list[Meeting]] = {}
    for meeting in board.of(Meeting):
        if body := board.find(Body, meeting.body.name):
            rows.setdefault(body.title, []).append(meeting)
    reported = reported_years(board)
    for body in board.of(Body):
        own = Meeting.each_once(rows.get(body.title, []))
        planned = {Period.of(plan.in_): plan.count for plan in body.meetings_planned}
        if not own and not planned:
            continue
        own_plans = [plan.in_ for plan in body.meetings_planned]
        years = sorted({*own_plans, *_years_of(meeting.date for meeting in own)})
        yield from _of_body(body, own, planned, reported or max(own_plans, default=None), slug(body.title))
        for year in years:
            yield from _of_body(body, own, planned, year, f"{slug(body.title)}-{year}")


def _of_body(
    body: Body, rows: list[Meeting], planned: dict[Period, int], years: YearSpan | Period | None, stem: str
) -> Iterator[Figure]:
    beside = tuple(name for name in (body.title, body.short_name) if name)
    phrases, when = ("meetings", f"{body.title} meetings"), f" in {years}" if years else ""
    of_years = [row for row in rows if years is None or (row.date and years.holds(row.date))]
    undated = sum(row.date is None or not _years_of([row.date]) for row in rows) if years else 0
    left_out = f"; {undated} that no year can be told of not counted" if undated else ""
    for state in ("held", "cancelled"):
        counted = [row for row in of_years if (row.is_held if state == "held" else row.is_cancelled)]
        said = f"{files_of(rows)}: {body.title} meetings {state}{when}{left_out}"
        value = len(counted) if rows else None
        place = counted[0].place if counted else body.place
        missing = f"no meeting of the {body.title} is logged"
        yield Figure(f"{stem}.meetings-{state}", value, said, phrases, place, beside, "" if rows else missing)
    said = f"{files_of((body,))}: {body.title} meetings planned{when}"
    months = Period.of(years) if isinstance(years, YearSpan) else years
    value = planned.get(months) if months else None
    missing = "" if value is not None else f"nothing says how many of the body's meetings were planned{when}"
    yield Figure(f"{stem}.meetings-planned", value, said, phrases, body.place, beside, missing)


def tell_recorded_figures(board: Board) -> Iterator[Figure]:
    """The numbers that the board was told, each with its unit and the date for which it holds."""
    for figure in board.of(RecordedFigure):
        value = recorded_value(figure)
        as_at = f", as at {figure.as_at}" if figure.as_at else ""
        said = f"{figure.source or files_of((figure,))}{as_at}"
        gap = figure.gap("value")
        reason = f": {gap.reason}" if gap and gap.reason else ""
        missing = "" if value is not None else f"the recorded figure has no value{reason}"
        if value is None and figure.value is not None:
            missing = f"the recorded figure says {figure.value} of {figure.out_of}, which is more than all"
        yield Figure(figure.id, value, said, _phrases(figure.unit), figure.place, missing=missing)
        if figure.unit:
            yield Figure(f"{figure.id}.unit", figure.unit, said, place=figure.place)
        if figure.as_at:
            yield Figure(f"{figure.id}.as-at", str(figure.as_at), said, place=figure.place)


def _phrases(unit: str | None) -> tuple[str, ...]:
    return (unit,) if unit and not set(unit.casefold().split()) <= _SAID_EVERYWHERE else ()


@hookimpl.figures
def figures() -> list[FigureSource]:
    """Every count of the house, a function of the board each."""
    return [count_plan, count_meetings, count_publications, count_bodies, count_appendices, tell_recorded_figures]
