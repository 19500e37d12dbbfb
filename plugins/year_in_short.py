"""The year or months in short: judgement, how the work stands, what is late, missed, met, worse, changed, and money."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Aside,
    AsideKind,
    Board,
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
    Reference,
    Request,
    Runs,
    Section,
    Standing,
    Status,
    Text,
    as_at_words,
    hookimpl,
    house_template,
    in_words,
    in_worst_order,
    label_of,
    labelled,
    lead_to,
    listed,
    parse,
    planned_words,
    reached_words,
    readings_of,
    reported_work,
    say,
    scope_words,
    standing_of,
    tells_of_children,
    unread_words,
    value_words,
    worries_of,
    worry_words,
    worse_words,
    worst_first,
)

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
    figures: tuple[Prose, ...]


def make_page(board: Board, document: Document) -> YearPage | None:
    """The period of the document, or the year of the option `years` or its own; nothing where no work is of it.

    Of a year it tells of the actions, of a period of the work that its report tells of, and which status changed.
    The option `figures` names figures that are sentences, as `budget-2025-26.in-short`, or recorded ones, which have
    their title before them and their day after: each is a paragraph.
    """
    period = _months(document)
    years = period.years if period else document.told_years
    standings = [standing_of(board, work, period or years) for work in _works(board, document)]
    if years is None or not standings:
        return None
    states = Counter(standing.status for standing in standings)
    said = listed([f"{in_words(states[each])} {label_of(each)}" for each in worst_first(states)])
    only = next(iter(states)) if len(states) == 1 else None
    works = [each.work for each in standings if isinstance(each.work, Action | Objective)]
    ways = "The status of the {works}{when}: {states}."
    ways = "All have one status{when}: {states}." if only and len(standings) > 1 else ways
    said = say(ways, when=as_at_words(document), states=label_of(only) if only else said, works=scope_words(works))
    headlines = [
        _of_worries(board, period, standings),
        *_of_measures(board, period or Period.of(years)),
        *([_of_changes(board, period, standings)] if period else ()),
    ]
    return YearPage(
        years=period.short if period else str(years),
        judgement=tuple(_judgement(board.find(Narrative, document.original))),
        lead=" ".join(
            filter(None, (planned_words(board, years), said, unread_words(board), *_unrecorded(board, document)))
        ),
        meaning=only.text if only else Prose(""),
        headlines=tuple(each for each in headlines if each.lines),
        figures=tuple(_figure(board, name) for name in document.options.get("figures", "").split()),
    )


def _unrecorded(board: Board, document: Document) -> Iterator[str]:
    """What no record tells that a reader looks for: of a year also whose the work is, and what is asked."""
    works = _works(board, document)
    found = {say("measures"): bool(board.of(Measure) or document.options.get("figures"))}
    if _months(document) is None:
        found[say("owners of actions")] = any(work.owned_by for work in works)
        found[say("what anybody is asked to decide")] = bool(board.of(Request, Recommendation)) or _asks(board)
    if missing := [what for what, is_there in found.items() if not is_there]:
        others, last = ", ".join(missing[:-1]), missing[-1]
        what = say("{others} or {last}", others=others, last=last) if others else last
        yield say("Nothing is recorded of {what}.", what=what)


def _asks(board: Board) -> bool:
    """True where a text of the board's sets apart a recommendation or a decision that it wants."""
    sections = (section for narrative in board.of(Narrative) for section in narrative.sections)
    blocks = (block for section in sections for block in parse(section.text))
    asked = AsideKind.RECOMMENDATION, AsideKind.DECISION
    return any(isinstance(block, Aside) and block.kind in asked for block in blocks)


def _figure(board: Board, name: str) -> Prose:
    """A figure as a paragraph."""
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


def _of_worries(board: Board, period: Period | None, standings: list[Standing]) -> Headline:
    """What needs attention: of a year its actions by their numbers, of a period its work by its words."""
    if period is None:
        return Headline(
            say("Open actions that are late, put off or not on course"), tuple(worries_of(board, standings))
        )
    found = [(each.work, worry_words(each)) for each in in_worst_order(standings)]
    lines = tuple((*lead_to(work), Text(f": {said}")) for work, said in found if said)
    return Headline(say("Open work that is late, put off or not on course"), lines)


def _of_changes(board: Board, period: Period, standings: list[Standing]) -> Headline:
    """What bears another status than at the end of the period before, with both."""
    earlier = board.at(period.before.end)
    lines = []
    for standing in standings:
        then = standing_of(earlier, standing.work).status
        if then and standing.status and then != standing.status:
            words = say("From {before} to {now}", before=then.title, now=standing.status.title)
            lines.append((*lead_to(standing.work), Text(f": {words}")))
    return Headline(say("Another status than at the end of {period}", period=period.before.short), tuple(lines))


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The narrative that judges, the statuses, the work that it tells of with its last updates, and the measures."""
    narrative = board.find(Narrative, document.original)
    yield from [narrative] if narrative and narrative.judgements else ()
    if works := _works(board, document):
        yield from board.of(Status)
        for work in works:
            yield from filter(None, (work, standing_of(board, work, _months(document) or document.told_years).update))
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
        is_met, reached = measure.is_met(readings, board.as_at), measure.reached(readings)
        if is_met is not None and reached:
            (met if is_met else missed).append(_led(measure, f"{reached_words(measure, reached)}{_begun(measure)}"))
        if (fall := measure.worsening(readings)) and years.holds(fall[1][0]):
            worse.append(_led(measure, worse_words(measure, *fall)))
    yield Headline(say("Targets that are not met"), tuple(missed))
    yield Headline(say("Worse than at the reading before"), tuple(worse))
    yield Headline(say("Targets that are met"), tuple(met))


def _led(measure: Measure, words: str) -> Runs:
    """Words about a measure, the title of which leads to its row where the document has one."""
    before, title, after = words.partition(measure.title)
    return Text(before), Reference(title, measure.id), Text(after)


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
