"""Recommendations: what reviews, audits, inspections and scrutiny asked, what was answered, and what became of it."""

from collections import Counter
from collections.abc import Iterator

from attrs import evolve, frozen

from bscb_docs import (
    Action,
    Answer,
    Blocks,
    Board,
    Delivery,
    Document,
    Objective,
    Outline,
    Paragraph,
    Prose,
    Recommendation,
    Record,
    Runs,
    Section,
    Standing,
    Status,
    Task,
    Text,
    as_at_words,
    begin_with,
    changes_of,
    charge_lines,
    counted,
    fold,
    hookimpl,
    house_template,
    in_words,
    in_worst_order,
    labelled,
    lead_to,
    overdue_by,
    owner_words,
    paragraphs,
    parse,
    points,
    recommended_by,
    say,
    state_of,
    status_words,
    words_for,
    words_of_work,
)

_OPTIONS = ("only", "owner", "body", "source")
_UNANSWERED = "Not answered yet"

Asked = list[tuple[Standing, Recommendation]]
"""How recommendations stand, and these."""


@frozen
class RecommendationRow:
    """A recommendation: whose it is and by when, what was answered and made of it, and how that stands."""

    text: Blocks
    charge: Blocks
    response: Blocks
    status: Blocks


@frozen
class Source:
    """A review, an audit, an inspection or a committee with what it recommended."""

    title: str
    rows: tuple[RecommendationRow, ...]


@frozen
class RecommendationsPage:
    """The recommendations by their sources; the headlines count the answers, and what is still open is named."""

    lead: str
    headlines: tuple[Runs, ...]
    still: str
    still_open: tuple[Runs, ...]
    sources: tuple[Source, ...]


def make_page(board: Board, document: Document) -> RecommendationsPage | None:
    """Every recommendation, or those that the options choose as `bscb-docs list` does; nothing where there are none.

    The option `source` chooses those of one review, report or committee by its name.
    """
    standings = _standings(board, document)
    if not standings:
        return None
    count = counted(len(standings), "recommendation")
    still = [standing for standing, each in standings if each.is_accepted and standing.is_open]
    sources: dict[str, list[RecommendationRow]] = {}
    for standing, recommendation in standings:
        sources.setdefault(_source(board, recommendation), []).append(_row(board, standing, recommendation))
    return RecommendationsPage(
        lead=say("What was answered to {recommendations}{when}:", recommendations=count, when=as_at_words(document)),
        headlines=(*_whence({title: len(rows) for title, rows in sources.items()}), *_headlines(standings)),
        still=_still(still),
        still_open=tuple((*lead_to(each.work), Text(": "), *state_of(board, each)) for each in in_worst_order(still)),
        sources=tuple(Source(title, tuple(rows)) for title, rows in sources.items()),
    )


def _standings(board: Board, document: Document) -> Asked:
    """How each that is chosen stands."""
    sources = {fold(_source(board, each)): _source(board, each) for each in board.of(Recommendation)}

    def found(words: str) -> str:
        if fold(words) not in sources:
            raise ValueError(f'"{words}" made no recommendation; name one of: {"; ".join(sources.values())}')
        return fold(words)

    choice, source = document.choice, document.option("source", found, "")
    chosen = [each for each in board.of(Recommendation) if source in {"", fold(_source(board, each))}]
    return [(standing, each) for each in chosen for standing in choice.of(board, [each])]


def printed(board: Board, document: Document) -> Iterator[Record]:
    """The statuses, and each recommendation that is chosen with its last update."""
    yield from board.of(Status)
    for standing, recommendation in _standings(board, document):
        yield from filter(None, (recommendation, standing.update))


def _whence(numbers: dict[str, int]) -> Iterator[Runs]:
    """How many each source made; nothing where all are of one."""
    if len(numbers) > 1:
        told = "; ".join(f"{title} ({in_words(number)})" for title, number in numbers.items())
        yield labelled(say("From"), told, ends=False)


def _headlines(standings: Asked) -> Iterator[Runs]:
    """How many had which answer, and how many of those that were accepted are complete."""
    answers = Counter(each.response.answer if each.response else None for _, each in standings)
    for answer in (*Answer, None):
        if answers[answer]:
            yield _count(answer.value.capitalize() if answer else _UNANSWERED, answers[answer])
    complete = [each for standing, each in standings if _is_done(standing, each)]
    yield _count("Accepted, in whole or in part, and complete", len(complete))
    untold = [each.title or each.id for each in complete if not (each.effect or each.gap("effect"))]
    if len(untold) < len(complete) and untold:
        yield labelled(say("What it changed for children is not recorded"), "; ".join(untold), ends=False)


def _is_done(standing: Standing, recommendation: Recommendation) -> bool:
    return recommendation.is_accepted and standing.delivery is Delivery.COMPLETE


def _still(still: list[Standing]) -> str:
    """How much of what was accepted is still open, and of that overdue; "" where all of it is complete."""
    late = sum(each.is_overdue for each in still)
    overdue = say(" (overdue: {number})", number=in_words(late)) if late else ""
    said = say("Accepted, in whole or in part, and still open: {number}", number=in_words(len(still)))
    return f"{said}{overdue}:" if still else ""


def _count(label: str, number: int) -> Runs:
    return labelled(say(label), in_words(number), ends=False)


def _source(board: Board, recommendation: Recommendation) -> str:
    return recommended_by(board, recommendation) or say("Source not recorded")


def _row(board: Board, standing: Standing, recommendation: Recommendation) -> RecommendationRow:
    work = tuple(block for ref in recommendation.actions for block in _carrier(board, recommendation, board.get(ref)))
    done = begin_with(work, say("Carried out through")) if work else ()
    told = parse(standing.update.text) if standing.update else ()
    label = say("Last reported" if standing.is_open else "What was done")
    done = (*done, *(begin_with(told, label) if told else ()), *_effect(standing, recommendation))
    return RecommendationRow(
        text=begin_with(recommendation.text, recommendation.title or "", recommendation.id),
        charge=_charge(board, recommendation),
        response=(*points(_response(recommendation), say(_UNANSWERED)), *done),
        status=_status(standing, recommendation),
    )


def _effect(standing: Standing, recommendation: Recommendation) -> Blocks:
    """What it changed for children, or why that is not recorded, once it is complete."""
    told = recommendation.effect or Prose(words_for(recommendation.gap("effect")))
    is_told = bool(told.text) and _is_done(standing, recommendation)
    return begin_with(told, say("What it changed for children")) if is_told else ()


def _carrier(board: Board, recommendation: Recommendation, work: Action | Objective | Task) -> Blocks:
    """What carries it out, with the owners of that where they are others than its own."""
    *before, last = words_of_work(board, work)
    if set(work.owned_by) == set(recommendation.owned_by) or not (work.owned_by and isinstance(last, Paragraph)):
        return (*before, last)
    owns = " (its owners: {owners})" if len(work.owned_by) > 1 else " (its owner: {owners})"
    owners = Text(say(owns, owners=owner_words(board, work)))
    return (*before, evolve(last, runs=(*last.runs, owners)))


def _charge(board: Board, recommendation: Recommendation) -> Blocks:
    """Who is to do it and by when; nobody of what was not accepted."""
    if recommendation.is_refused:
        return paragraphs(say("No action follows"))
    owners, deadline = charge_lines(board, recommendation)
    return (*owners, *deadline, *changes_of(board, recommendation))


def _response(recommendation: Recommendation) -> Iterator[str]:
    """The answer with its day, and its reason."""
    if response := recommendation.response:
        answered = say(response.answer.value.capitalize())
        yield say("{answer}, on {day}", answer=answered, day=response.on) if response.on else answered
        if response.because:
            yield say("Because {because}", because=response.because)


def _status(standing: Standing, recommendation: Recommendation) -> Blocks:
    """How it stands, and by how many days it is overdue; of what was not accepted, that it was not."""
    if recommendation.is_refused:
        return paragraphs(say(Answer.NOT_ACCEPTED.value.capitalize()))
    if not standing.is_overdue:
        return status_words(standing)
    return (*status_words(standing), *paragraphs(overdue_by(standing.days_overdue)))


@hookimpl.sections
def sections() -> list[Section[RecommendationsPage]]:
    """The section `recommendations`."""
    template = house_template("recommendations")
    return [Section("recommendations", template, RecommendationsPage, make_page, options=_OPTIONS, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The recommendations and responses as a document of their own."""
    sections = ("cover", "recommendations", "document-control")
    return [Outline("recommendations", "Recommendations and Responses", sections)]
