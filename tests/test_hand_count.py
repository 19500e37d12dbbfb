"""The year of the fictional board, counted by hand from its pages, agrees with every figure that the records give."""

from collections import Counter

import pytest
from folders import EXAMPLES

from bscb_docs import Answer, Measure, PartialDate, Recommendation, Task, Trend, promises_of, read_board, readings_of
from bscb_docs.api.board_lists import figures_of

BOARD = read_board(EXAMPLES / "harrowmere")

COUNTED = """
day               delivered  on-track  slipping  stuck  not-started  closed  overdue  slipped  slips  days
30 June 2025              3        12         0      0            9       0        0        0      0     0
30 September 2025         8         9         2      1            4       0        0        3      3   274
31 December 2025         13         5         3      1            0       2        0        5      6   696
31 March 2026            17         0         4      1            0       2        1        6      7   879
"""
"""Objectives of 2025-26 at the end of each quarter, counted with pencil and paper from the updates of that quarter and
those before, and the days from the first deadlines to those in force."""

NAMES, *ROWS = (line.rsplit(maxsplit=10) for line in COUNTED.strip().split("\n"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_objectives_are_counted_as_by_hand(row: list[str]) -> None:
    """By state, lateness and slips, at the end of each quarter."""
    figures = figures_of(BOARD.at(PartialDate.from_text(row[0])))
    states = ("delivered", "on-track", "slipping", "stuck", "not-started", "closed")
    counted = [figures[f"objectives-2025-26.status-{state}"].numbers for state in states]
    others = [figures[f"objectives-2025-26.{name}"].value for name in ("overdue", "slipped", "slips", "days-slipped")]
    numbers = [int(number) for number in row[1:]]
    assert ([(number, 24) for number in numbers[:6]], numbers[6:]) == (counted, others)


def test_commitments_are_counted_as_by_hand() -> None:
    """Ten were made in the year; four were kept, the other six are due after it."""
    promises = promises_of(BOARD.at(PartialDate.from_text("31 March 2026")))
    assert (
        len(promises),
        sum(promise.is_kept for promise in promises),
        sum(promise.is_late(PartialDate.from_text("31 March 2026")) for promise in promises),
    ) == (10, 4, 0)


def test_measures_are_counted_as_by_hand() -> None:
    """The last two readings of each give its trend, and the last says whether its target is met."""
    found = []
    for measure in BOARD.of(Measure):
        readings = readings_of(BOARD, measure)
        earlier, later = [None, None, *readings.values()][-2:]
        found.append((measure.trend(earlier, later), measure.is_met(readings)))
    better, worse, few = Trend.BETTER, Trend.WORSE, Trend.TOO_FEW
    lower, higher = (Trend.LOWER, None), (Trend.HIGHER, None)
    assert [
        *((better, False), (better, True), (few, True), (worse, False), (better, True), (better, True), (few, False)),
        *((better, True), (better, False), (few, True)),
        *((few, False), (few, None), (few, False), (few, False), (few, None), (few, False), (few, None)),
        *(lower, higher, higher, higher, higher, higher, lower, lower, higher),
    ] == found


def test_recommendations_and_tasks_are_counted_as_by_hand() -> None:
    """Ten recommendations, one of them not accepted; fifteen tasks of four groups."""
    answers = Counter(each.response.answer for each in BOARD.of(Recommendation) if each.response)
    assert answers == {Answer.ACCEPTED: 7, Answer.IN_PART: 2, Answer.NOT_ACCEPTED: 1}
    assert sorted(Counter(task.body.name for task in BOARD.of(Task) if task.body).values()) == [3, 4, 4, 4]
