"""Page shapes: how much a plan on a page prints, and in which order it gives up what does not fit."""

from collections.abc import Iterator
from typing import Any

from attrs import evolve, frozen

from bscb_docs import Board, YearSpan

LESS: tuple[tuple[str, Any], ...] = (
    ("owners", 1),
    ("whole", False),
    ("outcome_letters", 130),
    ("action_letters", 90),
    ("outcome_letters", 100),
    ("action_letters", 60),
    ("all_states", False),
    ("outcome_lines", False),
    ("action_lines", False),
    ("target_days", False),
    ("counted", False),
    ("measures", 1),
    ("with_principles", False),
    ("with_ambition", False),
    ("outcomes", 1),
    ("measures", 0),
    ("owners", 0),
)
"""What a page gives up, one thing after the other: a part of the shape, and what is left of it."""


@frozen
class Shape:
    """How much is printed."""

    owners: int = 99
    counted: bool = True
    """The numbers behind a per cent."""
    target_days: bool = True
    """By when a measure should come to its target."""
    measures: int = 99
    whole: bool = True
    """All that an outcome or action without a short name says, else its first sentence."""
    all_states: bool = True
    """How every action stands that was reported on, else those alone that are late or not on course."""
    outcome_letters: int = 999
    """Of an outcome that has no short name."""
    action_letters: int = 999
    outcome_lines: bool = True
    """Outcomes in lines of their own, else one after the other in a paragraph."""
    action_lines: bool = True
    with_principles: bool = True
    with_ambition: bool = True
    outcomes: int = 99
    actions: int = 99


def shapes_of(board: Board, years: YearSpan | None) -> Iterator[Shape]:
    """From all there is to the lines of one outcome and one action of each priority, which follow each other."""
    yield (shape := Shape())
    for name, less in LESS:
        yield (shape := evolve(shape, **{name: less}))
    most = max(len(board.actions(priority, years)) for priority in board.priorities)
    yield from (evolve(shape, actions=number) for number in range(most - 1, 0, -1))


def fuller_than(shape: Shape) -> Iterator[tuple[str, Any]]:
    """The parts of a shape with more in them, what was given up last first."""
    for at in range(len(LESS) - 1, -1, -1):
        name, less = LESS[at]
        before = next((left for part, left in reversed(LESS[:at]) if part == name), getattr(Shape(), name))
        if getattr(shape, name) == less:
            yield name, before
