"""Measured targets: which are missed and by how much, what got worse, and how many are met; of children first."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from bscb_docs import (
    Amount,
    Better,
    Board,
    Document,
    Measure,
    Period,
    Runs,
    Text,
    fall_words,
    in_words_alike,
    lead_to,
    readings_of,
    say,
    tells_of_children,
    value_words,
)

from .changed_statuses import one_line


def targets_missed(board: Board, months: Period) -> Iterator[Runs]:
    """A line for each target that is missed: what was read, how far from it that is, and whether it got worse."""
    for measure, (day, value) in _held(board, is_met=False):
        said = say(
            "{value} in {day} against {target}, missed by {gap}",
            value=value_words(measure, value),
            day=day.short,
            target=value_words(measure, measure.target),
            gap=_gap(measure, value),
        )
        fall = measure.worsening(readings_of(board, measure), months)
        worse = (Text("; "), Text(say("worse: "), strong=True), Text(fall_words(measure, *fall))) if fall else ()
        yield *lead_to(measure), Text(f": {said}"), *worse


def targets_to_come(board: Board) -> Iterator[Runs]:
    """A line for each target of a later day that is not reached so far: what was read, against what and by when."""
    for measure, (day, value) in _held(board, is_met=None):
        target, is_higher = measure.target, measure.better is Better.HIGHER
        if target and measure.target_by and measure.is_comparable(value) and value.size != target.size:
            words = {"value": value_words(measure, value), "target": value_words(measure, target)}
            said = say("{value} in {day} against {target} by {by}", day=day.short, by=measure.target_by, **words)
            if (value.size > target.size) is not is_higher:
                yield *lead_to(measure), Text(f": {said}")


def targets_title(board: Board) -> str:
    """How many targets are met of those that can be told, above those that are not."""
    met, missed = (len([*_held(board, is_met=is_met)]) for is_met in (True, False))
    number, all_ = in_words_alike(met, met + missed)
    return say("Targets met: {number} of {all}; not met", number=number, all=all_)


def targets_met(board: Board, document: Document) -> Iterator[Runs]:
    """One line with those that are met, unless the document tells of each measure and others are missed."""
    met = [lead_to(measure) for measure, _ in _held(board, is_met=True)]
    is_told = any(name == "measures" for name, _ in document.beside) and any(_held(board, is_met=False))
    if met and not is_told:
        yield one_line(say("Targets that are met"), met)


def what_got_worse(board: Board, months: Period) -> Iterator[Runs]:
    """One line with what else got worse in those months since the reading before, with both numbers."""
    missed = [measure for measure, _ in _held(board, is_met=False)]
    others = [each for each in _measures(board) if each not in missed]
    falls = [(each, each.worsening(readings_of(board, each), months)) for each in others]
    if worse := [(*lead_to(each), Text(f", {fall_words(each, *fall)}")) for each, fall in falls if fall]:
        yield one_line(say("Worse than at the reading before"), worse)


def _measures(board: Board) -> list[Measure]:
    return sorted(board.of(Measure), key=lambda each: not tells_of_children(board, each))


def _held(board: Board, *, is_met: bool | None) -> Iterator[tuple[Measure, tuple[Period, Amount]]]:
    """The measures whose targets are met, are not, or cannot be told yet, each with what was held against it."""
    for measure in _measures(board):
        readings = readings_of(board, measure)
        reached = measure.reached(readings)
        if reached and measure.is_met(readings, board.as_at) is is_met:
            yield measure, reached


def _gap(measure: Measure, value: Amount) -> str:
    """How far the value is from the target: of per cents, as they are printed, in points."""
    if measure.target is None:
        return ""
    if value.unit == "%":
        points = abs(_whole(measure.target.size) - _whole(value.size))
        return say("one point" if points == 1 else "{number} points", number=points)
    missing = evolve(measure.target, number=abs(measure.target.number - value.number), text="")
    return f"{missing} {measure.unit}" if measure.unit and not missing.unit else str(missing)


def _whole(share: Decimal) -> int:
    """A share as it is printed."""
    return int(share + Decimal("0.5"))
