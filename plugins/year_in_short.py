"""The year in short: the judgement, how its actions stand, which targets are met, what got worse, and the money."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Board,
    Document,
    Measure,
    Narrative,
    Period,
    Prose,
    Reading,
    Record,
    Runs,
    Section,
    Status,
    Text,
    as_at_words,
    counted,
    hookimpl,
    house_template,
    in_words,
    label_of,
    labelled,
    listed,
    reached_words,
    readings_of,
    say,
    standing_of,
    tells_of_children,
    value_words,
    worries_of,
    worse_words,
    worst_first,
)


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
    figures: tuple[Prose, ...]


def make_page(board: Board, document: Document) -> YearPage | None:
    """The year of the register's option `years`, else of the document; nothing where no action was planned in it.

    The option `figures` names figures that are sentences, as `budget-2025-26.in-short`: each is a paragraph.
    """
    years = document.told_years
    standings = [standing_of(board, action, years) for action in board.actions(years=years)] if years else []
    if years is None or not standings:
        return None
    states = Counter(standing.status for standing in standings)
    said = listed([f"{in_words(states[each])} {label_of(each)}" for each in worst_first(states)])
    only = next(iter(states)) if len(states) == 1 else None
    ways = "All have one status{when}: {states}." if only and len(standings) > 1 else "Their status{when}: {states}."
    said = say(ways, when=as_at_words(document), states=label_of(only) if only else said)
    plan = say("The plan set {actions} for {years}.", actions=counted(len(standings), "action"), years=years)
    headlines = [
        Headline(say("Open actions that are late or not on course"), tuple(worries_of(board, standings))),
        *_of_measures(board, Period.of(years)),
    ]
    return YearPage(
        years=str(years),
        judgement=tuple(_judgement(board.find(Narrative, document.original))),
        lead=" ".join((plan, said, *(() if board.of(Measure) else (say("No measure is recorded."),)))),
        meaning=only.text if only else Prose(""),
        headlines=tuple(each for each in headlines if each.lines),
        figures=tuple(Prose(f"{{{{ {name} }}}}") for name in document.options.get("figures", "").split()),
    )


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The narrative that judges, the statuses, the actions of the year with their last updates, and the measures."""
    narrative = board.find(Narrative, document.original)
    yield from [narrative] if narrative and narrative.judgements else ()
    years = document.told_years
    if years and (actions := board.actions(years=years)):
        yield from board.of(Status)
        for action in actions:
            yield from filter(None, (action, standing_of(board, action, years).update))
        yield from (*board.of(Measure), *board.of(Reading))


def _judgement(narrative: Narrative | None) -> Iterator[Runs]:
    """What the report judges, a paragraph each, the first with the post of who judges."""
    post = next((each.as_.partition(",")[0] for each in narrative.signatures), "") if narrative else ""
    label = say("Judgement of the {post}", post=post) if post else say("Judgement")
    for number, words in enumerate(narrative.judgements if narrative else ()):
        yield (Text(words),) if number else labelled(label, words, ends=False)


def _of_measures(board: Board, years: Period) -> Iterator[Headline]:
    """The targets missed and met, and what got worse since the reading before; what tells of children comes first."""
    missed, met, worse = list[Runs](), list[Runs](), list[Runs]()
    for measure in sorted(board.of(Measure), key=lambda each: not tells_of_children(board, each)):
        readings = readings_of(board, measure)
        is_met, reached = measure.is_met(readings), measure.reached(readings)
        if is_met is not None and reached:
            (met if is_met else missed).append((Text(f"{reached_words(measure, reached)}{_begun(measure)}"),))
        if (fall := measure.worsening(readings)) and years.holds(fall[1][0]):
            worse.append((Text(worse_words(measure, *fall)),))
    yield Headline(say("Targets that are not met"), tuple(missed))
    yield Headline(say("Worse than at the reading before"), tuple(worse))
    yield Headline(say("Targets that are met"), tuple(met))


def _begun(measure: Measure) -> str:
    """Where a measure began, and when."""
    if not (measure.baseline and measure.baseline_at):
        return ""
    baseline = value_words(measure, measure.baseline)
    return say(", after {baseline} in {before}", baseline=baseline, before=measure.baseline_at.short)


@hookimpl.sections
def sections() -> list[Section[YearPage]]:
    """The section `year-in-short`."""
    template, options = house_template("year_in_short"), ("years", "figures")
    return [Section("year-in-short", template, YearPage, make_page, options=options, prints=printed)]
