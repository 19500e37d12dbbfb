"""Work words: what papers of the year say alike of a piece of work: whose, by when, how it is known and stands."""

from collections.abc import Iterable, Iterator, Sequence

from bscb_docs.diagnostics.phrases import capital, shortened
from bscb_docs.figures.figure import Ratio
from bscb_docs.figures.number_words import counted
from bscb_docs.languages.house_words import say
from bscb_docs.plugin_api.ready_blocks import (
    begin_with,
    first_agreed,
    handovers_of,
    paragraphs,
    points,
    times,
    words_for,
)
from bscb_docs.prose.block_walk import plain
from bscb_docs.prose.blocks import NO_BREAK, Blocks, Paragraph, Reference, Run, Runs, Symbol, Text
from bscb_docs.prose.parser import parse
from bscb_docs.records import (
    Action,
    Amount,
    AssuranceLevel,
    Board,
    Confidence,
    Measure,
    Milestone,
    Objective,
    Period,
    Priority,
    Promise,
    Standing,
    Status,
    Target,
    Task,
    Update,
    Work,
    label_of,
    milestones_of,
    worst_first,
)

_HEADING = 110
"""Letters of the words of work that a heading holds."""


def text_of(work: Target) -> Blocks:
    """The words of a piece of work, begun with its title."""
    return begin_with(work.text, label=work.title or "") or paragraphs(say("Not recorded"))


def title_of(work: Target) -> str:
    """What a heading calls a piece of work: its title, else its first words on one line, which may lead to points."""
    first, *_ = plain(parse(work.text)).partition("{{")[0].splitlines() or [""]  # a heading sets no figure
    return work.title or shortened(first.rstrip(".:"), _HEADING) + (" ..." if first.endswith(":") else "")


def words_of_work(board: Board, work: Action | Objective | Task, label: str = "") -> Blocks:
    """What a paper calls work that another tells in full: an action by its number, the rest by their words."""
    if not isinstance(work, Action):
        return begin_with(work.text, label=label)
    words = capital(board.called(work))
    words = say("{work} of {years}", work=words, years=work.years) if work.years else words
    return begin_with(paragraphs(words), label=label)


def owners_of(board: Board, work: Work) -> Blocks:
    """Who owns it, the lead first, from whom and why it passed to them, and who supports it."""
    owners = [board.get(ref).title for ref in work.owned_by]
    named = owners or [words_for(work.gap("owner")) or say("No owner")]
    support = ", ".join(board.get(ref).title for ref in work.supporters)
    more = [say("Supported by {support}", support=support)] if support else []
    return paragraphs(*named, *handovers_of(board, work), *more)


def deadline_of(work: Work, days_overdue: int = 0) -> Blocks:
    """The deadline in force, by how many days it has passed and, where it moved, the first one and how often."""
    lines = [str(work.deadline or "") or words_for(work.gap("due")) or say("No deadline")]
    if days_overdue:
        lines.append(_overdue(days_overdue))
    if first := first_agreed(work):
        lines.append(f"{say('First agreed')}: {first}")
    return paragraphs(*lines)


def _overdue(days: int) -> str:
    return say("Overdue by {days}", days=counted(days, "day"))


def measures_of(board: Board, names: Iterable[str]) -> Blocks:
    """How it will be known: each measure with where it begins and where it should come to, or in the board's words."""
    return points([_measure(board, name) for name in names], say("No measure"))


def _measure(board: Board, name: str) -> str:
    measure = board.find(Measure, name)
    if measure is None:
        return name
    begin = say(" from {baseline}", baseline=measure.baseline) if measure.baseline else ""
    begin += say(" in {day}", day=measure.baseline_at) if measure.baseline and measure.baseline_at else ""
    end = say(" to {target}", target=measure.target) if measure.target else ""
    end += say(" by {day}", day=measure.target_by) if measure.target and measure.target_by else ""
    return f"{measure.title}{':' if begin or end else ''}{begin}{end}"


def value_words(measure: Measure, value: Amount | None) -> str:
    """A value as it was typed; some of all with their per cent where the target is one; "" where there is none."""
    if value is None:
        return ""
    is_share = measure.target is not None and measure.target.unit == "%"
    return str((is_share and Ratio.of_amount(value)) or value)


def missed_words(measure: Measure, reached: tuple[Period, Amount]) -> str:
    """A measure whose target is not met, with what was reached, when, and against what."""
    (day, value), target = reached, value_words(measure, measure.target)
    said = value_words(measure, value)
    return say(
        "{measure}, {value} in {day} against {target}", measure=measure.title, value=said, day=day.short, target=target
    )


def steps_of(board: Board, work: Objective | Action) -> Blocks:
    """The milestones of an objective or action, each with its deadline or the day on which it was done; or nothing."""
    lines = [_milestone(each) for each in milestones_of(board, work)]
    return points(lines, "") if lines else ()


def _milestone(milestone: Milestone) -> str:
    when = say("by {day}", day=milestone.deadline) if milestone.deadline else ""
    when = say("done on {day}", day=milestone.done_on) if milestone.done_on else when
    return f"{milestone.title}{', ' if when else ''}{when}"


def badge_of(board: Board, priority: Priority, name: str, *, strong: bool = False) -> Runs:
    """The number of a priority in its own colour, as in `Priority 2:`, and the name that is given after it."""
    number = Symbol(f"{NO_BREAK}{board.called(priority)}:{NO_BREAK}", f"Priority {board.number(priority)}")
    return number, Text(f" {name}", strong=strong)


def status_words(standing: Standing) -> Blocks:
    """The status with its sign, and the condition that it holds under; or that there is none."""
    if standing.status is None:
        return paragraphs(say("Not rated" if standing.update else "No update"))
    rating = standing.update.status if standing.update else None
    return status_line(standing.status, say(", but {but}", but=rating.but) if rating and rating.but else "")


def status_line(status: Status | AssuranceLevel, more: str = "") -> Blocks:
    """A step of the board's scales after its sign, from which no line's end parts it."""
    words: tuple[Run, ...] = (Text(f"{status.title}{more}"),)
    return (Paragraph((Symbol(status.symbol, status.title), Text(NO_BREAK), *words) if status.symbol else words),)


def update_words(update: Update | None) -> Blocks:
    """What was reported, and below it what comes next."""
    if update is None:
        return paragraphs(say("No update"))
    following = (Paragraph((Text(say("Next: "), strong=True), Text(str(line)))) for line in update.next)
    blocks = (*(begin_with(update.text) if update.text else ()), *following)
    return blocks or paragraphs(say("No words were given"))


def promise_words(promise: Promise) -> Runs:
    """By when something was promised, and what."""
    made = promise.commitment
    what = Text(f"{capital(made.what)}.")
    return (Text(f"{made.by}: ", strong=True), what) if made.by else (what,)


def worries_of(board: Board, standings: Sequence[Standing]) -> Iterator[Runs]:
    """The open actions that are overdue, put off twice or not on course, the worst first, each with its reasons."""
    order = worst_first(standing.status for standing in standings)
    for standing in sorted(standings, key=lambda standing: order.index(standing.status)):
        reasons = exceptions_of(standing, is_reported=True)
        if standing.is_open and standing.confidence is Confidence.AT_RISK:
            reasons = (*reasons, say("At risk"))
        if reasons and isinstance(standing.work, Action):
            said = "; ".join((label_of(standing.status), *(f"{each[:1].lower()}{each[1:]}" for each in reasons)))
            yield Reference(say("action"), standing.work.id), Text(f" ({title_of(standing.work)}): {said}")


def exceptions_of(standing: Standing, *, is_reported: bool) -> tuple[str, ...]:
    """Why a piece of work needs attention, in the board's words; nothing where it needs none."""
    if not standing.is_open:
        return ()
    found = []
    if standing.is_overdue:
        found.append(_overdue(standing.days_overdue))
    if standing.work.deadline and standing.day and standing.work.deadline.latest == standing.day.latest:
        found.append(say("Due now and not finished"))
    if standing.confidence is Confidence.OFF_COURSE:
        found.append(say("Off course"))
    if standing.is_overdue and standing.confidence is Confidence.ON_COURSE:
        found.append(say("Said to be on course"))
    if standing.work.slips > 1:
        found.append(say("Deadline moved {often}", often=times(standing.work.slips)))
    if not is_reported:
        found.append(say("No update in these months"))
    return tuple(found)
