"""Work choice: the pieces of work that are wanted, by how they stand, whose they are, and which priority they serve."""

import re
from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from bscb_docs.records.board import Board
from bscb_docs.records.names import fold
from bscb_docs.records.objectives import Task
from bscb_docs.records.progress import Target
from bscb_docs.records.record_index import bears
from bscb_docs.records.standing import Standing, standing_of
from bscb_docs.records.status import Confidence, Delivery
from bscb_docs.records.values.period import Period
from bscb_docs.records.values.year_span import YearSpan
from bscb_docs.records.work_tree import priority_of

Test = Callable[[Standing], bool]

_TESTS: dict[str, Test] = {
    "open": lambda standing: standing.is_open,
    "overdue": lambda standing: standing.is_overdue,
    "not on course": lambda standing: standing.is_not_on_course,
    "not reported": lambda standing: standing.update is None,
    "not rated": lambda standing: standing.status is None,
    "slipped": lambda standing: standing.work.slips > 0,
    "slipped twice": lambda standing: standing.work.slips > 1,
}


def _test(words: str) -> Test:
    """The test of one state, confidence or other exception; ValueError where the words name none."""
    small = " ".join(words.lower().split())
    if small in _TESTS:
        return _TESTS[small]
    if small in [state.value for state in Delivery]:
        return lambda standing: standing.delivery is Delivery(small)
    if small in [step.value for step in Confidence]:
        return lambda standing: standing.confidence is Confidence(small)
    known = ", ".join([*_TESTS, *(state.value for state in Delivery), *(step.value for step in Confidence)])
    raise ValueError(f'"{words}" is no state, confidence or exception; write one of: {known}')


@frozen
class Choice:
    """Which work is wanted: `only` in words such as "off course or overdue", an owner, a body, a priority."""

    only: str = ""
    """Tests joined by `and` (all hold) within `or` (one does)."""
    owner: str = ""
    body: str = ""
    """The body that a task is of, or that owns the work."""
    priority: str = ""

    def __attrs_post_init__(self) -> None:
        """ValueError where the words name no test."""
        self._tests()

    def _tests(self) -> list[list[Test]]:
        either = re.split(r"\s+or\s+|;", self.only) if self.only else []
        return [[_test(words) for words in re.split(r"\s+and\s+", each)] for each in either]

    def of(self, board: Board, works: Iterable[Target], period: YearSpan | Period | None = None) -> Iterator[Standing]:
        """How each wanted piece of work stands at the board's day, in their order."""
        tests = self._tests()
        for work in works:
            if self._names(board, work):
                standing = standing_of(board, work, period)
                if not tests or any(all(test(standing) for test in each) for each in tests):
                    yield standing

    def _names(self, board: Board, work: Target) -> bool:
        """True where the owner, body and priority that are asked for are those of the work."""
        owners = [board.get(ref) for ref in (*work.owned_by, *work.supporters)]
        if self.owner and not any(bears(owner, self.owner) for owner in owners):
            return False
        body = [board.get(work.body)] if isinstance(work, Task) and work.body else owners
        if self.body and not any(bears(each, self.body) for each in body):
            return False
        priority = priority_of(board, work) if self.priority else None
        named = filter(None, (priority.id, priority.title, priority.short_title)) if priority else ()
        return not self.priority or fold(self.priority) in map(fold, named)
