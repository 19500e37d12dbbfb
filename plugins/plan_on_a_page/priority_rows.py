"""Priority rows: a priority of the page with its outcomes, how they will be known, and who does what by when."""

import re
from collections import Counter
from textwrap import shorten

from attrs import evolve, frozen

from bscb_docs import (
    Action,
    Block,
    Blocks,
    Board,
    Measure,
    Outcome,
    Owner,
    Paragraph,
    PartialDate,
    Priority,
    Prose,
    Runs,
    Text,
    YearSpan,
    badge_of,
    begin_with,
    blocks_in,
    brief_of,
    capital,
    counted,
    listed,
    paragraphs,
    readings_of,
    say,
    sign_of,
    standing_of,
    value_words,
)

from .page_shapes import Shape

_CLAUSE = re.compile(r"[,;:](?= )")
"""Where a sentence may be left off."""
_LEFT_OFF = "\N{NO-BREAK SPACE}…"
_SHORT_ENDS = re.compile(r"(?: \w{1,4})+$")
"""Words at the end that lead to what is left out: "meets the", "has to be"."""


@frozen
class PriorityRow:
    """A priority; what will be different and how we will know; and its actions: a line each, or a paragraph."""

    priority: Blocks
    outcomes: Blocks
    actions: Blocks


def row_of(board: Board, priority: Priority, years: YearSpan | None, shape: Shape) -> PriorityRow:
    """A priority with as much of its outcomes and actions as the shape prints."""
    outcomes, actions = board.outcomes(priority), board.actions(priority, years)
    differences = [block for each in outcomes[: shape.outcomes] for block in _outcome(board, each, years, shape)]
    differences += _besides(len(outcomes) - shape.outcomes, "more outcome")
    works: list[Block] = [Paragraph(_action(board, action, shape)) for action in actions[: shape.actions]]
    works += _besides(len(actions) - shape.actions, "more action")
    title = (Paragraph(badge_of(board, priority, priority.title, strong=True)),)
    return PriorityRow(title, _set(differences, in_lines=shape.outcome_lines), _set(works, in_lines=shape.action_lines))


def _besides(number: int, what: str) -> Blocks:
    """How many there are besides those that are printed, if any."""
    return paragraphs(f"{capital(counted(number, what))}.") if number > 0 else ()


def _set(lines: list[Block], *, in_lines: bool) -> Blocks:
    """A line each, or one after the other in a paragraph."""
    if in_lines and lines:
        return tuple(lines)
    words = [(line.runs, words_in_lines((line,))[-1:]) for line in lines if isinstance(line, Paragraph)]
    runs = [(*each, Text(" " if end in {".", "…"} else ". ")) for each, end in words]
    return (Paragraph(tuple(run for each in runs for run in each)),) if runs else paragraphs(say("None"))


def _action(board: Board, action: Action, shape: Shape) -> Runs:
    """An action by its short name, else in its words; whose it is, by when, and how far it has come."""
    name = brief_of(action).rstrip(".")
    name = name if shape.whole or action.title else _cut(name, shape.action_letters)
    owners = listed([_owner(each) for each in map(board.get, action.owned_by[: shape.owners])])
    told = ", ".join(filter(None, (owners, _day(action.deadline) if action.deadline else "")))
    status = status_of(board, action, shape)
    if not (told or status):
        return (Text(name),)
    return Text(f"{name}:", strong=True), Text(f" {told}{', ' * bool(told and status)}"), *status


def _day(deadline: PartialDate) -> str:
    """The day of a deadline that is one, else the month by which it is over."""
    return str(deadline) if deadline.earliest == deadline.latest else deadline.last_month


def _cut(words: str, letters: int) -> str:
    """Words of no more letters, left off where a clause ends, if that is not before half of them."""
    words = words.removesuffix(" …")
    if len(words) <= letters:
        return words
    ends = [found.start() for found in _CLAUSE.finditer(words[: letters + 1])]
    end = next((at for at in reversed(ends) if at > letters // 2), 0)
    kept = words[:end] or _SHORT_ENDS.sub("", shorten(words, letters, placeholder=""))
    return f"{kept}{_LEFT_OFF}"


def _owner(owner: Owner) -> str:
    """An owner by its short name where that is made of words of the name, which alone says whose initials they are."""
    short = getattr(owner, "short_name", None)
    return short if short and set(short.split()) <= set(owner.title.split()) else owner.title


def status_of(board: Board, action: Action, shape: Shape) -> Runs:
    """The sign and word of how it was reported to stand, and by how much it is late.

    Of a shape that has no room for all of them those alone that are late or not on course.
    """
    standing = standing_of(board, action, action.years)
    late = say("overdue") if standing.is_overdue else ""
    if not (late or standing.is_not_on_course or shape.all_states):
        return ()
    status = sign_of(standing.status) if standing.update else ()
    return (*status, *((Text(f"{', ' * bool(status)}{late}"),) if late else ()))


def _outcome(board: Board, outcome: Outcome, years: YearSpan | None, shape: Shape) -> Blocks:
    """An outcome by its title, else in its words, and how it will be known."""
    told = _known(board, outcome, years, shape)
    if outcome.title:
        known = (Text(f" {told}"),) if told else ()
        return (Paragraph((Text(f"{outcome.title}{':' * bool(told)}", strong=True), *known)),)
    *others, last = begin_with(_said(outcome, shape))
    if told and isinstance(last, Paragraph):
        last = evolve(last, runs=(*last.runs, Text(f" {capital(told)}.")))
    return (*others, last)


def _known(board: Board, outcome: Outcome, years: YearSpan | None, shape: Shape) -> str:
    """How an outcome will be known, the measures that are read or have a target first, and how many there are besides.

    That no measure is named is said where other outcomes have one; where none has, the head of the column says it.
    """
    if not shape.measures or not any(each.measures for each in board.outcomes()):
        return ""
    found = [_measure(board, name, years, shape) for name in outcome.measures]
    known = [words for words, _ in sorted(found, key=lambda each: not each[1])[: shape.measures]]
    besides = len(found) - len(known)
    return "; ".join((*known, *([counted(besides, "more measure")] if besides else []))) or say("no measure is named")


def _said(outcome: Outcome, shape: Shape) -> Prose:
    """An outcome's words, or the first sentence of them, cut where there is no room for it."""
    if shape.whole:
        return outcome.text
    first = re.split(r"(?<=[.!?])\s+(?=[A-Z])|\n\n", str(outcome.text), maxsplit=1)[0]
    return Prose(_cut(" ".join(first.split()), shape.outcome_letters))


def _measure(board: Board, name: str, years: YearSpan | None, shape: Shape) -> tuple[str, bool]:
    """A measure with its last value and the year of that, and its target; whether either is known."""
    measure = board.find(Measure, name)
    if measure is None:
        return name, False
    measure = measure.of_years(years) if years else measure
    reached = measure.reached(readings_of(board, measure))
    value = value_words(measure, reached[1]) if reached else ""
    value = value if shape.counted else re.sub(r".*\((.+%)\)", r"\1", value)
    title = f"{measure.title}, {reached[0].years}" if reached else measure.title
    target = say(", target {target}", target=value_words(measure, measure.target)) if measure.target else ""
    by = measure.target_by.last_month if target and measure.target_by and shape.target_days else ""
    target += say(" by {day}", day=by) if by and by != shared_day(board, years) else ""
    return f"{title}: {value or say('not measured yet')}{target}", bool(reached or target)


def shared_day(board: Board, years: YearSpan | None) -> str:
    """The month by which most targets are to be reached, where several are: it is said once, above the table."""
    names = dict.fromkeys(name for outcome in board.outcomes() for name in outcome.measures)
    found = (each.of_years(years) if years else each for name in names if (each := board.find(Measure, name)))
    days = Counter(each.target_by.last_month for each in found if each.target and each.target_by)
    (day, number), *_ = (*days.most_common(1), ("", 0))
    return day if number > 1 else ""


def words_in_lines(blocks: Blocks) -> str:
    """The words of blocks, a paragraph or point a line."""
    found = (block.runs for block in blocks_in(blocks) if isinstance(block, Paragraph))
    return "\n".join("".join(getattr(run, "text", "") for run in runs) for runs in found)
