"""What we did: what reviews, audits and inspections found and what came of it, then the visits and events."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from bscb_docs import (
    Audit,
    Blocks,
    Board,
    Bulletin,
    Document,
    Event,
    Inspection,
    Item,
    ItemList,
    Record,
    Review,
    Runs,
    Section,
    Text,
    Visit,
    begun,
    capital,
    counted,
    done_title,
    hookimpl,
    house_template,
    in_words,
    in_words_alike,
    label_of,
    listed,
    paragraphs,
    say,
    small,
    standing_of,
    worst_first,
)

from .done_work import Done, Source, asked_in, day_of, done_in
from .lessons import Told, learned_of


@frozen
class DonePart:
    """A review, audit or inspection with what was found, taught, asked and made of it; or all visits, or all events."""

    title: str
    text: Blocks


@frozen
class DonePage:
    """How much there was and what became of what was asked; and then its parts."""

    lead: str
    parts: tuple[DonePart, ...]


def make_page(board: Board, document: Document) -> DonePage | None:
    """Those of the document's years, or with no date at all; nothing where there is none."""
    done, beside = done_in(board, document.years), {name for name, _ in document.beside}
    if not done:
        return None
    sources = [each for each in done if isinstance(each, Source)]
    asked = () if "recommendations" in beside else tuple(asked_in(board, sources))
    bulletins = tuple(each for each in done if isinstance(each, Bulletin))
    told = Told(board, asked, bulletins, "audit-programme" in beside)
    parts = (DonePart(done_title(each), learned_of(told, each)) for each in sources)
    return DonePage(_lead(told, sources), (*parts, *_others(told, done, sources)))


def printed(board: Board, document: Document) -> Iterator[Record]:
    """Those of the document's years, what was asked in them, and the last updates of that and of audits' work."""
    done = done_in(board, document.years)
    asked = list(asked_in(board, done))
    works = [board.get(ref) for each in done if isinstance(each, Audit) for ref in each.actions]
    yield from (*done, *asked)
    yield from (update for work in (*asked, *works) if (update := standing_of(board, work).update))


def _lead(told: Told, sources: Sequence[Source]) -> str:
    """How many reviews, audits and inspections are told of, and how much of what was asked bears which status."""
    counts = Counter(map(_kind_of, sources))
    kinds = [counted(counts[kind], kind) for kind in ("review", "audit", "inspection", "peer review") if counts[kind]]
    refused = sum(each.is_refused for each in told.asked)
    states = Counter(standing_of(told.board, each).status for each in told.asked if not each.is_refused)
    numbers = {small(label_of(each)): states[each] for each in worst_first(states)} | {say("not accepted"): refused}
    asked = listed([f"{in_words(number)} {label}" for label, number in numbers.items() if number])
    if not asked:
        return say("{sources}, with what was found.", sources=capital(listed(kinds))) if kinds else ""
    said = "{sources}, with what was found and what came of it. Recommendations made in them: {asked}."
    return say(said, sources=capital(listed(kinds)), asked=asked)


def _kind_of(source: Source) -> str:
    """What it is counted as: colleagues who review the partnership inspect nobody."""
    if isinstance(source, Inspection):
        return "peer review" if "peer review" in source.title.casefold() else "inspection"
    return "review" if isinstance(source, Review) else "audit"


def _others(told: Told, done: Sequence[Done], sources: Sequence[Done]) -> Iterator[DonePart]:
    """The bulletins that draw on none of the sources, the visits, and the events, a point each."""
    board = told.board
    alone = [each for each in told.bulletins if not any(board.get(ref) in sources for ref in each.draws_on)]
    parts: dict[str, list[Bulletin] | list[Visit] | list[Event]] = {
        say("Bulletins"): alone,
        say("Visits"): [each for each in done if isinstance(each, Visit)],
        say("Events"): [each for each in done if isinstance(each, Event)],
    }
    for title, several in parts.items():
        if several:
            silent = sum(not each.text for each in several if isinstance(each, Visit))
            number, all_ = in_words_alike(silent, len(several))
            unsaid = say("What was found is not recorded for {number} of the {all}.", number=number, all=all_)
            points = ItemList(tuple(Item(begun(_named(board, each), ". ", each.text)) for each in several))
            yield DonePart(title, (*(paragraphs(unsaid) if silent else ()), points))


def _named(board: Board, done: Bulletin | Visit | Event) -> Runs:
    """What it is called, and when it was, by whom, to whom and on what, as far as recorded."""
    by = board.get(done.by).full_name if isinstance(done, Visit) and done.by else ""
    to = board.get(done.to).title if isinstance(done, Visit) and done.to else ""
    holder = board.get(done.body).title if isinstance(done, Event) and done.body else ""
    themes = "" if isinstance(done, Visit) else listed(done.themes)
    said = (
        str(day_of(done) or ""),
        say("by {name}", name=by) if by else "",
        say("to {name}", name=to) if to else "",
        say("held by {name}", name=holder) if holder else "",
        say("on {themes}", themes=themes) if themes else "",
    )
    name = done.title or (done.id if isinstance(done, Bulletin) else "")
    return Text(name, strong=True), Text("".join(f", {each}" for each in said if each))


@hookimpl.sections
def sections() -> list[Section[DonePage]]:
    """The section `what-we-did`."""
    template = house_template("what_we_did")
    return [Section("what-we-did", template, DonePage, make_page, prints=printed)]
