"""Measure words: what papers say alike of what is measured: its target, what was read of it, and which way it went."""

from collections.abc import Iterable

from attrs import evolve

from bscb_docs.figures.number_words import in_words_alike
from bscb_docs.figures.ratio import Ratio
from bscb_docs.languages.house_words import say
from bscb_docs.plugin_api.section_helpers.ready_blocks import points
from bscb_docs.prose.blocks import Blocks
from bscb_docs.records import Amount, Board, Measure, Outcome, Period, YearSpan, readings_of


def measures_of(board: Board, names: Iterable[str], years: YearSpan | None = None) -> Blocks:
    """How it will be known: each measure with its beginning, its target of those years and its value, or its name."""
    return points([_measure(board, name, years) for name in names], say("No measure"))


def _measure(board: Board, name: str, years: YearSpan | None) -> str:
    measure = board.find(Measure, name)
    if measure is None:
        return name
    measure = measure.of_years(years) if years else measure
    readings = readings_of(board, measure)
    reached = measure.reached(readings)
    begin = say(" from {baseline}", baseline=value_words(measure, measure.baseline)) if measure.baseline else ""
    begin += say(" in {day}", day=measure.baseline_at) if measure.baseline and measure.baseline_at else ""
    end = say(" to {target}", target=value_words(measure, measure.target)) if measure.target else ""
    end += say(" by {day}", day=measure.target_by) if measure.target and measure.target_by else ""
    end += before_words(board, measure)
    now = say("as at {day}", day=board.as_at) if board.as_at else say("now")
    told = f"; {now}: {value_words(measure, reached[1])}{say(' in {day}', day=reached[0].short)}" if reached else ""
    return f"{measure.title}{':' if begin or end else ''}{begin}{end}{told}"


def unread_measures(board: Board) -> list[str]:
    """Of the measures that outcomes name those of which nothing was read, by their titles or words."""
    names = {name: board.find(Measure, name) for outcome in board.of(Outcome) for name in outcome.measures}
    return [each.title if each else name for name, each in names.items() if not (each and readings_of(board, each))]


def unread_words(board: Board) -> str:
    """How many these are, as a sentence: silence would flatter; "" where there are none, or no measure is counted."""
    unread = unread_measures(board) if board.of(Measure) else []
    named = {name for outcome in board.of(Outcome) for name in outcome.measures}
    number, all_ = in_words_alike(len(unread), len(named))
    said = "No value is known for {unread} of the {all} measures that outcomes name."
    said = (
        "As at {day} no value is known for {unread} of the {all} measures that outcomes name." if board.as_at else said
    )
    return say(said, day=board.as_at, unread=number, all=all_) if unread else ""


def value_words(measure: Measure, value: Amount | None) -> str:
    """A value as it was typed; some of all with their per cent where the target is one; "" where there is none."""
    if value is None:
        return ""
    is_share = measure.target is not None and measure.target.unit == "%"
    return str((is_share and Ratio.of_amount(value)) or value)


def reached_words(measure: Measure, reached: tuple[Period, Amount]) -> str:
    """A measure that has a target, with what was reached, when, and against what."""
    (day, value), target = reached, value_words(measure, measure.target)
    said = value_words(measure, value)
    told = "{measure}, {value} in {day} against {target}"
    return say(told, measure=measure.title, value=said, day=day.short, target=target) + next_words(measure)


def next_words(measure: Measure) -> str:
    """What a measure should come to after its target: " (next: 80% by December 2026)"; or ""."""
    later = measure.next_target
    return say(" (next: {target} by {day})", target=value_words(measure, later.target), day=later.by) if later else ""


def before_words(board: Board, measure: Measure) -> str:
    """What it should have come to before, and whether it did: " (before: 90% by March 2026, not met)"; or ""."""
    over = measure.earlier_target
    if over is None:
        return ""
    before = evolve(measure, target=over.target, target_by=over.by)
    known = {day: value for day, value in readings_of(board, measure).items() if day.latest <= over.by.latest}
    met = {True: ", met", False: ", not met", None: ""}[before.is_met(known, board.as_at)]
    return say(f" (before: {{target}} by {{day}}{met})", target=value_words(before, over.target), day=over.by)


def worse_words(measure: Measure, earlier: tuple[Period, Amount], later: tuple[Period, Amount]) -> str:
    """A measure that got worse, with its last reading and the one before."""
    return f"{measure.title}, {fall_words(measure, earlier, later)}"


def fall_words(measure: Measure, earlier: tuple[Period, Amount], later: tuple[Period, Amount]) -> str:
    """The last reading of a measure that got worse, and the one before."""
    (before, was), (day, now) = earlier, later
    values = {"value": value_words(measure, now), "earlier": value_words(measure, was)}
    return say("{value} in {day} after {earlier} in {before}", day=day.short, before=before.short, **values)
