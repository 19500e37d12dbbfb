"""The year or months in short: judgement, how work stands, what is late, missed, worse, finished, met, and money."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Aside,
    AsideKind,
    Board,
    Bulletin,
    Document,
    Measure,
    Narrative,
    Objective,
    Period,
    Prose,
    Reading,
    Recommendation,
    Record,
    RecordedFigure,
    Request,
    Runs,
    Section,
    Status,
    Text,
    as_at_words,
    capital,
    counted,
    hookimpl,
    house_template,
    label_of,
    labelled,
    measured_and_paid,
    parse,
    planned_words,
    readings_of,
    reported_work,
    say,
    scope_words,
    standing_of,
    states_words,
    unread_words,
    unrecorded_words,
    value_words,
    worries_of,
    worsened_words,
)

from .changed_statuses import changes_of_status
from .measured_targets import targets_met, targets_missed, targets_title, targets_to_come, what_got_worse
from .year_outlook import next_priorities, review_lines, reviews_published

_YEAR = 12
"""Months."""


@frozen
class Headline:
    """What is told of several things alike, and a line for each."""

    title: str
    lines: tuple[Runs, ...]


@frozen
class YearPage:
    """The judgement of who signs the report, its actions by status, what that means where all bear one, and more."""

    years: str
    judgement: tuple[Runs, ...]
    lead: str
    meaning: Prose
    headlines: tuple[Headline, ...]
    lines: tuple[Runs, ...]
    """What got worse, what was finished, what else bears another status, and which targets are met."""
    figures: tuple[Prose, ...]


def make_page(board: Board, document: Document) -> YearPage | None:
    """The period of the document, or the year of the option `years` or its own; nothing where no work is of it.

    Of a year it tells of the actions, of a period of the work that its report tells of, and which status changed.
    The option `figures` names figures that are sentences, as `budget-2025-26.in-short`, or measures, or recorded ones,
    which have their title before them and their day after: each is a paragraph.
    """
    period = _months(document)
    years = period.years if period else document.told_years
    standings = [standing_of(board, work, period or years) for work in _works(board, document)]
    if years is None or not standings:
        return None
    states = {standing.status for standing in standings}
    only = next(iter(states)) if len(states) == 1 else None
    works = [each.work for each in standings if isinstance(each.work, Action | Objective)]
    ways = "The status of the {works}{when}: {states}."
    ways = "All have one status{when}: {states}." if only and len(standings) > 1 else ways
    said = say(
        ways,
        when=as_at_words(document),
        states=label_of(only) if only else states_words(standings),
        works=scope_words(works),
    )
    then = worsened_words(board, standings, period.before.end) if period else ""
    months = period or Period.of(years)
    work = "Open work that is late, put off or not on course"
    late = say(work if period else "Open actions that are late, put off or not on course")
    told = {late: worries_of(board, standings, period), targets_title(board): targets_missed(board, months)}
    if period is None:
        reviews = capital(counted(len(reviews_published(board, years)), "review"))
        told[say("{reviews} published, and what they teach", reviews=reviews)] = review_lines(board, years)
    told |= {say("Not reached so far, and due later"): targets_to_come(board)} if period else {}
    headlines = (Headline(title, tuple(lines)) for title, lines in told.items())
    return YearPage(
        years=period.short if period else str(years),
        judgement=tuple(_judgement(board.find(Narrative, document.original))),
        lead=" ".join(
            filter(
                None, (planned_words(board, years), said, then, *_unread(board, document), _unrecorded(board, document))
            )
        ),
        meaning=only.text if only else Prose(""),
        headlines=tuple(each for each in headlines if each.lines),
        lines=(
            *what_got_worse(board, months),
            *(changes_of_status(board, period, standings) if period else next_priorities(board, years)),
            *targets_met(board, document),
        ),
        figures=tuple(_figure(board, name) for name in document.options.get("figures", "").split()),
    )


def _unread(board: Board, document: Document) -> Iterator[str]:
    """Of how many measures nothing was read, unless the document lists these."""
    if not any(name == "measures" for name, _ in document.beside):
        yield unread_words(board)


def _unrecorded(board: Board, document: Document) -> str:
    """What a reader looks for and no record holds; of a year also whose the work is, its cost and what is asked."""
    if _months(document):
        return unrecorded_words(board, document.title, (), {say("how it is measured"): bool(board.of(Measure))})
    texts = [section.text for narrative in board.of(Narrative) for section in narrative.sections]
    asked = {say("what anybody is asked to decide"): bool(board.of(Request, Recommendation)) or any(map(_asks, texts))}
    works = _works(board, document)
    return unrecorded_words(board, document.title, works, measured_and_paid(board, works) | asked)


def _asks(text: Prose) -> bool:
    """True where a text sets apart a recommendation or a decision that it wants."""
    asked = AsideKind.RECOMMENDATION, AsideKind.DECISION
    return any(isinstance(block, Aside) and block.kind in asked for block in parse(text))


def _figure(board: Board, name: str) -> Prose:
    """A figure as a paragraph; of a measure its last reading, and the one before."""
    if (measure := board.find(Measure, name)) and (read := sorted(readings_of(board, measure).items())):
        *before, (day, value) = read
        said = say(
            "{measure}: {value} in {day}", measure=measure.title, value=value_words(measure, value), day=day.short
        )
        was = (say("{value} in {day}", value=value_words(measure, each), day=at.short) for at, each in before[-1:])
        return Prose("".join((said, *(f", {each}" for each in was), ".")))
    recorded = board.find(RecordedFigure, name)
    if recorded is None or not recorded.title:
        return Prose(f"{{{{ {name} }}}}")
    when = say(" as at {day}", day=recorded.as_at) if recorded.as_at else ""
    return Prose(f"{recorded.title}{when}: {{{{ {name} }}}}.")


def _months(document: Document) -> Period | None:
    """The period that the document tells of, where it is less than a year."""
    return document.period if document.period and document.period.months < _YEAR else None


def _works(board: Board, document: Document) -> tuple[Objective | Action, ...]:
    if period := _months(document):
        return reported_work(board, period.years)
    return board.actions(years=document.told_years) if document.told_years else ()


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The narrative that judges, the statuses, the work that it tells of with its last updates, and the measures."""
    narrative = board.find(Narrative, document.original)
    yield from [narrative] if narrative and narrative.judgements else ()
    if works := _works(board, document):
        yield from board.of(Status)
        for work in works:
            yield from filter(None, (work, standing_of(board, work, _months(document) or document.told_years).update))
        yield from (*board.of(Measure), *board.of(Reading))
    if (years := document.told_years) and _months(document) is None:
        yield from (*reviews_published(board, years), *board.of(Bulletin))


def _judgement(narrative: Narrative | None) -> Iterator[Runs]:
    """What the report judges, a paragraph each, the first with the post of who judges."""
    post = next((each.as_.partition(",")[0] for each in narrative.signatures), "") if narrative else ""
    label = say("Judgement of the {post}", post=post) if post else say("Judgement")
    for number, words in enumerate(narrative.judgements if narrative else ()):
        yield (Text(words),) if number else labelled(label, words, ends=False)


@hookimpl.sections
def sections() -> list[Section[YearPage]]:
    """The section `year-in-short`."""
    template, options = house_template("year_in_short"), ("years", "figures")
    return [Section("year-in-short", template, YearPage, make_page, options=options, prints=printed)]
