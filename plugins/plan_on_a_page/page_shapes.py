"""Page shapes: how much a plan on a page prints, and in which order it gives up what does not fit."""

from collections.abc import Iterator
from typing import Any

from attrs import evolve, frozen

from bscb_docs import Board, YearSpan

LESS: dict[str, Any] = {
    "whole": False,
    "unread": False,
    "counted": False,
    "owners": 1,
    "with_papers": False,
    "with_principles": False,
    "with_ambition": False,
    "outcomes": 1,
}
"""What a page gives up, one thing after the other."""


@frozen
class Shape:
    """How much is printed; `shapes_of` takes one thing after the other away."""

    in_lines: bool = True
    whole: bool = True
    unread: bool = True
    counted: bool = True
    owners: int = 99
    with_papers: bool = True
    with_principles: bool = True
    with_ambition: bool = True
    outcomes: int = 99
    measured: bool = True
    actions: int = 99


def shapes_of(board: Board, years: YearSpan | None) -> Iterator[Shape]:
    """From all there is to the lines of one outcome and one action of each priority, which follow each other."""
    for in_lines in (True, False):
        yield (shape := Shape(in_lines=in_lines))
        for name, less in LESS.items():
            yield (shape := evolve(shape, **{name: less}))
    yield (shape := evolve(shape, measured=False))
    yield (shape := evolve(shape, owners=0))
    most = max(len(board.actions(priority, years)) for priority in board.priorities)
    yield from (evolve(shape, actions=number) for number in range(most - 1, 0, -1))
