"""State rows: how much work stood at each status at the end of the months before, and how much of these."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import frozen

from bscb_docs import Blocks, Board, Prose, Standing, Status, paragraphs, say, status_line


@frozen
class StateRow:
    """A status, what it means, and how much work stood at it at the end of the months before and of these."""

    status: Blocks
    definition: Prose
    then: int
    now: int


def state_rows(board: Board, then: Iterable[Standing], now: Iterable[Standing]) -> Iterator[StateRow]:
    """A row for each status that a row bears, and one for what is not rated."""
    counts = [Counter(s.status.title if s.status else "" for s in standings) for standings in (then, now)]
    for status in board.of(Status):
        if any(count[status.title] for count in counts):
            yield StateRow(status_line(status), status.text, counts[0][status.title], counts[1][status.title])
    if any(count[""] for count in counts):
        unsaid = Prose(say("No one status fits it, or none was given."))
        yield StateRow(paragraphs(say("Not rated")), unsaid, counts[0][""], counts[1][""])
