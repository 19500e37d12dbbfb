"""Recorded names: titles, posts, chairs and dates that prose may set, so that each is written once."""

from collections.abc import Iterator, Mapping

from bscb_docs import (
    Action,
    Board,
    BoardDetails,
    Body,
    Bulletin,
    Event,
    Figure,
    FigureSource,
    Organisation,
    Outcome,
    PartialDate,
    Person,
    Priority,
    Record,
    Review,
    Tenure,
    Term,
    hookimpl,
    in_force,
    listed,
    reported_at,
    slug,
)

_WORDS_FOR = {
    "due": "due date",
    "published": "date of publication",
    "meets": "word on how often it meets",
    "as at": "as-at date",
}
"""What a missing field is called, where its own name makes no sentence."""


def _given(stem: str, record: Record, card: str, values: Mapping[str, object]) -> Iterator[Figure]:
    """A name for each value that the record gives; for one that it does not give, why nothing can be printed."""
    said = f"{record.place.file or 'the records'}: the record of {card}"
    for name, value in values.items():
        field = name.replace("-", " ")
        text = str(value) if value is not None else None
        missing = (
            "" if text else f"the record of {card} gives no {_WORDS_FOR.get(field, field)}{_reason(record, field)}"
        )
        yield Figure(f"{stem}.{name}", text or None, said, place=record.place, missing=missing)


def _reason(record: Record, field: str) -> str:
    gap = record.gap(field)
    if gap is None:
        return ""
    return f" (not recorded: {gap.reason})" if gap.reason else " (not recorded)"


def name_board(board: Board) -> Iterator[Figure]:
    """What the board is called, where it is, and who chairs it at the report's as-at date."""
    details, at = board.details, reported_at(board)
    values = {"title": details.title, "short-name": details.short_name, "area": details.area}
    yield from _given("board", details, details.title, {**values, "website": details.website})
    yield from _chairs(board, "board", details, at)
    yield _holders(board, "board.vice-chairs", details, details.title, "vice-chair", details.vice_chairs, at)


def name_plan(board: Board) -> Iterator[Figure]:
    """What the plan is called, its years and its revision; the title, day and owners of each action."""
    plan = board.plan
    if plan:
        revision = plan.revisions[-1].label if plan.revisions else None
        yield from _given("plan", plan, plan.title, {"title": plan.title, "years": plan.years, "revision": revision})
    for action in board.of(Action):
        owners = listed([board.get(owner).title for owner in action.owned_by]) or None
        values = {"title": action.title, "due": str(action.deadline) if action.deadline else None, "owner": owners}
        yield from _given(action.id, action, f"Action {action.id}", values)


def name_bodies(board: Board) -> Iterator[Figure]:
    """What each body is called, and who chairs it at the report's as-at date."""
    at = reported_at(board)
    for body in board.of(Body):
        stem = slug(body.title)
        yield from _given(
            stem, body, body.title, {"title": body.title, "short-name": body.short_name, "meets": body.meets}
        )
        yield from _chairs(board, stem, body, at)


def _chairs(board: Board, stem: str, body: Body | BoardDetails, at: PartialDate | None) -> Iterator[Figure]:
    """Who chairs a body at that date, alone or with others."""
    shared = bool(body.co_chairs) or body.gap("co-chair") is not None
    field, tenures = ("co-chair", body.co_chairs) if shared and not body.chairs else ("chair", body.chairs)
    yield _holders(board, f"{stem}.chairs", body, body.title, field, tenures, at)
    yield _holders(board, f"{stem}.co-chairs", body, body.title, "co-chair", body.co_chairs, at)


def _holders(
    board: Board, name: str, record: Record, card: str, field: str, tenures: tuple[Tenure, ...], at: PartialDate | None
) -> Figure:
    """Who holds a place at that date, in full; nothing where one of them was not recorded, as half a list misleads."""
    said = f"{record.place.file or 'the records'}: {field} in the record of {card}" + (f", at {at}" if at else "")
    held = [tenure for tenure in tenures if in_force(tenure, at)]
    reason, missing = _reason(record, field), ""
    if reason:
        missing = f"the record of {card} does not name every {field}{reason}"
    elif not held:
        ended = f"every {field} in the record of {card} had gone or not yet come" + (f" at {at}" if at else "")
        missing = ended if tenures else f"the record of {card} gives no {field}"
    value = None if missing else listed([board.get(tenure.person).full_name for tenure in held])
    return Figure(name, value, said, place=record.place, missing=missing)


def name_persons(board: Board) -> Iterator[Figure]:
    """Each person's name in full and by itself, the post held at the report's as-at date, and where."""
    at = reported_at(board)
    for person in board.of(Person):
        stem = slug(person.title)
        yield from _given(stem, person, person.title, {"name": person.full_name, "plain-name": person.title})
        post = person.post_at(at)
        values = {"post": post.name if post else None}
        if post and post.at:
            values["organisation"] = board.get(post.at).title
        for figure in _given(stem, person, person.title, values):
            over = person.posts and not post
            why = f"every post in the record of {person.title} had ended, or not begun, at {at}"
            yield Figure(figure.name, figure.value, figure.source, place=figure.place, missing=why) if over else figure


def name_documents(board: Board) -> Iterator[Figure]:
    """What each document of the register is called, its years, date and version."""
    for entry in board.documents:
        issue = board.issue(entry.id)
        values: dict[str, object] = {"title": entry.title, "short-title": entry.short_title, "years": entry.years}
        values |= {"as-at": board.day_of(entry), "version": issue.version if issue else None}
        yield from _given(entry.id, entry, f"Document {entry.id}", values)


_BY_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Priority: ("title", "short-title"),
    Outcome: ("title",),
    Organisation: ("title", "short-name"),
    Review: ("title", "published"),
    Bulletin: ("title", "published"),
    Event: ("title", "date"),
    Term: ("title", "abbreviation"),
}
"""Kinds of which fields are set as they stand: under the id of the record, or where it has none under its title."""


def name_fields(board: Board) -> Iterator[Figure]:
    """The titles, short names and dates of priorities and outcomes, organisations, publications, events and terms."""
    for kind, fields in _BY_FIELDS.items():
        for record in board.of(kind):
            stem, title = getattr(record, "id", None), getattr(record, "title", None) or ""
            values = {name: getattr(record, name.replace("-", "_")) for name in fields}
            card = f"{kind.__name__} {stem}" if stem and kind is not Event else title
            yield from _given(stem or slug(title), record, card, values)


@hookimpl.figures
def figures() -> list[FigureSource]:
    """Every recorded name of the house, a function of the board each."""
    return [name_board, name_plan, name_bodies, name_persons, name_documents, name_fields]
