"""What we did: what reviews, audits and inspections found and what came of it, then the visits and events."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from bscb_docs import (
    Answer,
    Audit,
    Blocks,
    Board,
    Bulletin,
    Document,
    Event,
    Inspection,
    Item,
    ItemList,
    Paragraph,
    PartialDate,
    Recommendation,
    Record,
    Review,
    Runs,
    Section,
    Text,
    Visit,
    YearSpan,
    because_of,
    begun,
    brief_of,
    capital,
    carried_out_words,
    counted,
    done_title,
    ended_with,
    hookimpl,
    house_template,
    in_words,
    in_words_alike,
    label_of,
    labelled,
    listed,
    paragraphs,
    say,
    small,
    standing_of,
    work_line,
    worst_first,
)

Source = Review | Audit | Inspection
"""What teaches something."""
Done = Source | Bulletin | Visit | Event


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


@frozen
class Told:
    """What can be told of a source: the recommendations and bulletins, and whether another section tells of audits."""

    board: Board
    asked: tuple[Recommendation, ...]
    bulletins: tuple[Bulletin, ...]
    has_programme: bool


def make_page(board: Board, document: Document) -> DonePage | None:
    """Those of the document's years, or with no date at all; nothing where there is none."""
    done, beside = done_in(board, document.years), {name for name, _ in document.beside}
    if not done:
        return None
    sources = [each for each in done if isinstance(each, Source)]
    asked = () if "recommendations" in beside else tuple(_asked_in(board, sources))
    bulletins = tuple(each for each in done if isinstance(each, Bulletin))
    told = Told(board, asked, bulletins, "audit-programme" in beside)
    parts = (DonePart(done_title(each), _learned(told, each)) for each in sources)
    return DonePage(_lead(told, sources), (*parts, *_others(told, done, sources)))


def done_in(board: Board, years: YearSpan | None) -> list[Done]:
    """What was done in those years, as far as its date tells: reviews, audits and inspections first."""
    every: tuple[Done, ...] = board.of(Review, Audit, Inspection, Bulletin, Visit, Event)
    return [each for each in every if _lies_in(each, years)]


def _lies_in(done: Done, years: YearSpan | None) -> bool:
    own = done.planned_years if isinstance(done, Audit) else getattr(done, "years", None)
    if years is None or own is not None:
        return own is None or own == years
    date = None if isinstance(done, Audit) else _day_of(done)
    return date is None or years.meets(date)


def _day_of(done: Review | Inspection | Bulletin | Visit | Event) -> PartialDate | None:
    return done.published if isinstance(done, Review | Bulletin) else done.date


def _asked_in(board: Board, sources: Sequence[Done]) -> Iterator[Recommendation]:
    yield from (each for each in board.of(Recommendation) if each.of and board.get(each.of) in sources)


def printed(board: Board, document: Document) -> Iterator[Record]:
    """Those of the document's years, what was asked in them, and the last updates of that and of audits' work."""
    done = done_in(board, document.years)
    asked = list(_asked_in(board, done))
    works = [board.get(ref) for each in done if isinstance(each, Audit) for ref in each.actions]
    yield from (*done, *asked)
    yield from (update for work in (*asked, *works) if (update := standing_of(board, work).update))


def _lead(told: Told, sources: Sequence[Source]) -> str:
    """How many reviews, audits and inspections are told of, and how much of what was asked bears which status."""
    counts = Counter(type(each) for each in sources)
    nouns = {Review: "review", Audit: "audit", Inspection: "inspection"}
    kinds = [counted(counts[kind], noun) for kind, noun in nouns.items() if counts[kind]]
    refused = sum(each.is_refused for each in told.asked)
    states = Counter(standing_of(told.board, each).status for each in told.asked if not each.is_refused)
    numbers = {small(label_of(each)): states[each] for each in worst_first(states)} | {say("not accepted"): refused}
    asked = listed([f"{in_words(number)} {label}" for label, number in numbers.items() if number])
    if not asked:
        return say("{sources}, with what was found.", sources=capital(listed(kinds))) if kinds else ""
    said = "{sources}, with what was found and what came of it. Recommendations made in them: {asked}."
    return say(said, sources=capital(listed(kinds)), asked=asked)


def _learned(told: Told, source: Source) -> Blocks:
    """Its words, when it was and whose, and a point for each thing that was found, taught, asked or made of it."""
    facts = tuple(run for label, words in _facts(told.board, source) if words for run in labelled(label, words))
    found = tuple(Item(each) for each in _points(told, source))
    rest: Blocks = (ItemList(found),) if found else ()
    if not found and isinstance(source, Review):
        facts = *facts, Text(say("What it found is not recorded."))
    return (*ended_with(source.text, facts), *rest)


def _facts(board: Board, source: Source) -> Iterator[tuple[str, str]]:
    if isinstance(source, Audit):
        yield say("Carried out"), carried_out_words(board, source)
        yield say("By"), board.get(source.by).title if source.by else ""
    elif isinstance(source, Inspection):
        yield say("Date"), str(source.date or "")
        yield say("By"), source.by or ""
    else:
        yield say("Published"), str(source.published or "")
        yield say("Themes"), listed(source.themes)


def _points(told: Told, source: Source) -> Iterator[Blocks]:
    """What was found, what bulletins teach of it, what was asked and how that stands, and what an audit led to.

    A bulletin that draws on several stands in full with the first, and is named with the others.
    """
    board = told.board
    if isinstance(source, Audit):
        yield from ((Paragraph((*_label(say("Found")), Text(each))),) for each in source.findings)
    for each in told.bulletins:
        drawn = [board.get(ref) for ref in each.draws_on]
        if source in drawn:
            yield begun(_bulletin(each, source), ": ", each.text if drawn[0] is source else None)
    yield from (_answered(board, each) for each in told.asked if each.of and board.get(each.of) is source)
    if isinstance(source, Audit) and not told.has_programme:
        works = [work_line(board, standing_of(board, board.get(ref))) for ref in source.actions]
        works += [] if works or not source.findings else [(Text(say("nothing yet")),)]
        yield from ((Paragraph((*_label(say("Led to")), *each)),) for each in works)


def _bulletin(bulletin: Bulletin, source: Source) -> Runs:
    """What it is called and its day, with the themes that its source does not have."""
    own = source.themes if isinstance(source, Review) else ()
    more = listed([theme for theme in bulletin.themes if theme not in own])
    named = (
        bulletin.title or bulletin.id,
        str(bulletin.published or ""),
        say("on {themes}", themes=more) if more else "",
    )
    return *_label(say("Taught in a bulletin")), Text(", ".join(filter(None, named)))


def _answered(board: Board, asked: Recommendation) -> Blocks:
    """A recommendation with how it stands, whose it is while it is open, an answer that is no plain yes, and more."""
    answer, standing = asked.response, standing_of(board, asked)
    reason = because_of(answer.because) if answer else ""
    if asked.is_refused:
        said = f"{brief_of(asked).rstrip('.')}: {say('not accepted')}{reason}"
        return (Paragraph((*_label(say("Asked")), Text(said))),)
    said = f"; {say('accepted in part')}{reason}" if answer and answer.answer is Answer.IN_PART else ""
    said = said if answer else f"; {say('not answered yet')}"
    runs = (*_label(say("Asked")), *work_line(board, standing), Text(said))
    return begun(runs, ". ", standing.update.text if standing.update else None)


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
            unsaid = say("Of {number} of the {all} it is not recorded what was found.", number=number, all=all_)
            points = ItemList(tuple(Item(begun(_named(board, each), ". ", each.text)) for each in several))
            yield DonePart(title, (*(paragraphs(unsaid) if silent else ()), points))


def _named(board: Board, done: Bulletin | Visit | Event) -> Runs:
    """What it is called, and when it was, by whom, to whom and on what, as far as recorded."""
    by = board.get(done.by).full_name if isinstance(done, Visit) and done.by else ""
    to = board.get(done.to).title if isinstance(done, Visit) and done.to else ""
    holder = board.get(done.body).title if isinstance(done, Event) and done.body else ""
    themes = "" if isinstance(done, Visit) else listed(done.themes)
    said = (
        str(_day_of(done) or ""),
        say("by {name}", name=by) if by else "",
        say("to {name}", name=to) if to else "",
        say("held by {name}", name=holder) if holder else "",
        say("on {themes}", themes=themes) if themes else "",
    )
    name = done.title or (done.id if isinstance(done, Bulletin) else "")
    return Text(name, strong=True), Text("".join(f", {each}" for each in said if each))


def _label(words: str) -> Runs:
    return (Text(f"{words}: ", strong=True),)


@hookimpl.sections
def sections() -> list[Section[DonePage]]:
    """The section `what-we-did`."""
    template = house_template("what_we_did")
    return [Section("what-we-did", template, DonePage, make_page, prints=printed)]
