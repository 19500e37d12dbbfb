"""What we did: the reviews, inspections, visits and events that the board recorded, each with what came of it."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Board,
    Bulletin,
    Document,
    Event,
    Inspection,
    Prose,
    Record,
    Review,
    Runs,
    Section,
    Visit,
    YearSpan,
    done_title,
    hookimpl,
    house_template,
    labelled,
    listed,
    say,
)

Done = Review | Bulletin | Inspection | Visit | Event


@frozen
class DoneItem:
    """One of them: its name, what was written of it, and a line for each thing recorded."""

    title: str
    text: Prose
    lines: tuple[Runs, ...]


@frozen
class DonePage:
    """They in the order of their kinds, and within one in the board's own."""

    items: tuple[DoneItem, ...]


def make_page(board: Board, document: Document) -> DonePage | None:
    """Those of the document's years, or with no date at all; nothing where there is none."""
    items = tuple(
        DoneItem(done_title(each), each.text, tuple(_lines(board, each))) for each in done_in(board, document.years)
    )
    return DonePage(items) if items else None


def done_in(board: Board, years: YearSpan | None) -> list[Done]:
    """What was done in those years, as far as its date tells."""
    every: tuple[Done, ...] = board.of(Review, Bulletin, Inspection, Visit, Event)
    return [each for each in every if _lies_in(each, years)]


def _lies_in(done: Done, years: YearSpan | None) -> bool:
    own = getattr(done, "years", None)
    if years is None or own is not None:
        return own is None or own == years
    date = done.published if isinstance(done, Review | Bulletin) else done.date
    return date is None or years.meets(date)


def printed(board: Board, document: Document) -> list[Record]:
    """Those of the document's years."""
    return list(done_in(board, document.years))


def _lines(board: Board, done: Done) -> Iterator[Runs]:
    is_published = isinstance(done, Review | Bulletin)
    date = done.published if isinstance(done, Review | Bulletin) else done.date
    by = done.by if isinstance(done, Inspection) else None
    for label, words in (
        ("Published" if is_published else "Date", str(date or "")),
        ("By", board.get(done.by).full_name if isinstance(done, Visit) and done.by else by),
        ("To", board.get(done.to).title if isinstance(done, Visit) and done.to else ""),
        ("Held by", board.get(done.body).title if isinstance(done, Event) and done.body else ""),
        ("Themes", "" if isinstance(done, Inspection | Visit) else listed(done.themes)),
    ):
        if words:
            yield labelled(say(label), words)


@hookimpl.sections
def sections() -> list[Section[DonePage]]:
    """The section `what-we-did`."""
    template = house_template("what_we_did")
    return [Section("what-we-did", template, DonePage, make_page, prints=printed)]
