"""Year figures: what was promised and kept, what each measure has come to, how many recommendations stand where."""

from collections import Counter
from collections.abc import Iterator

from bscb_docs import (
    Amount,
    Answer,
    Board,
    Delivery,
    Figure,
    FigureSource,
    Measure,
    Ratio,
    Reading,
    Recommendation,
    files_of,
    fold,
    hookimpl,
    promises_of,
    readings_of,
    reported_at,
    slug,
    standing_of,
)


def count_promises(board: Board) -> Iterator[Figure]:
    """How many commitments the updates made, how many were kept, and how many are late at the report's day."""
    promises, day = promises_of(board), reported_at(board)
    if not promises:
        return
    said, place = f"{files_of(p.update for p in promises)}: commitments of the updates", promises[0].update.place
    kept = sum(promise.is_kept for promise in promises)
    late = sum(promise.is_late(day) for promise in promises)
    yield Figure("commitments.made", len(promises), said, ("commitments",), place)
    yield Figure("commitments.kept", Ratio(kept, len(promises)), f"{said} that were kept", place=place)
    yield Figure("commitments.late", late, f"{said} past their date at {day} and not kept", place=place)


def tell_measures(board: Board) -> Iterator[Figure]:
    """The title, baseline, target and last reading of each measure, its sum of the year, and which way it goes."""
    read: dict[str, list[Reading]] = {}
    for reading in board.of(Reading):
        read.setdefault(fold(reading.about.name), []).append(reading)
    for measure in board.of(Measure):
        readings = readings_of(board, measure)
        last, now = next(reversed(readings.items()), (None, None))
        months = last.months if last and measure.adds_up else 0
        alike = [read for read in readings.items() if months in (0, read[0].months)][-2:]
        is_told = len(alike) > 1 and measure.is_alike(*alike)
        trend = measure.trend(alike[0][1] if is_told else None, now)
        total = measure.reached(readings) if measure.adds_up else None
        said = f"{files_of((measure, *read.get(fold(measure.id), ())))}: the measure {measure.id}"
        for name, value in (
            ("title", measure.title),
            ("baseline", _value(measure.baseline)),
            ("target", _value(measure.target)),
            ("value", _value(now)),
            *((("year-so-far", _value(total and total[1])),) if measure.adds_up else ()),
            ("trend", trend.value),
        ):
            lacks = {"value": "reading", "year-so-far": "reading of each month of its year"}.get(name, name)
            missing = "" if value else f"the measure {measure.id} has no {lacks}"
            yield Figure(f"{measure.id}.{name}", value, said, place=measure.place, missing=missing)


def _value(amount: Amount | None) -> Ratio | str | None:
    """What a figure prints of an amount: some of all with their per cent, else as it was typed."""
    return (Ratio.of_amount(amount) or str(amount)) if amount else None


def count_recommendations(board: Board) -> Iterator[Figure]:
    """How many recommendations there are, how each was answered, and how many are done."""
    found = board.of(Recommendation)
    if not found:
        return
    said, place = f"{files_of(found)}: recommendations", found[0].place
    yield Figure("recommendations.count", len(found), said, ("recommendations",), place)
    answers = Counter(each.response.answer for each in found if each.response)
    for answer in Answer:
        value = Ratio(answers[answer], len(found))
        yield Figure(f"recommendations.{slug(answer.value)}", value, f"{said} {answer.value}", place=place)
    done = sum(standing_of(board, each).delivery is Delivery.COMPLETE for each in found)
    yield Figure("recommendations.done", Ratio(done, len(found)), f"{said} that are done", place=place)


@hookimpl.figures
def figures() -> list[FigureSource]:
    """The counts of commitments and recommendations, and what is known of each measure."""
    return [count_promises, tell_measures, count_recommendations]
