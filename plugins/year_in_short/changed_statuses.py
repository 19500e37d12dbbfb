"""Changed statuses: what was finished in some months, and what else bears another status than before them."""

from collections.abc import Iterable, Iterator

from bscb_docs import (
    Board,
    Period,
    Runs,
    Standing,
    Text,
    label_of,
    lead_to,
    say,
    small,
    standing_of,
    worry_words,
    worst_first,
)


def changes_of_status(board: Board, period: Period, standings: Iterable[Standing]) -> Iterator[Runs]:
    """A line for each label under which work ended, and one for open work that is not among what is late."""
    earlier, ended, others = board.at(period.before.end), list[Standing](), list[Runs]()
    for standing in standings:
        then = standing_of(earlier, standing.work)
        if then.is_open and not standing.is_open:
            ended.append(standing)
        elif then.status and standing.status and then.status != standing.status and not worry_words(board, standing):
            words = say("from {before} to {now}", before=small(then.status.title), now=small(standing.status.title))
            others.append((*lead_to(standing.work), Text(f", {words}")))
    for status in worst_first(each.status for each in ended):
        label = say("{status} in these months", status=label_of(status))
        yield one_line(label, [lead_to(each.work) for each in ended if each.status == status])
    if others:
        yield one_line(say("Another status than at the end of {period}", period=period.before.short), others)


def one_line(label: str, parts: Iterable[Runs]) -> Runs:
    """Several things after their label, with a semicolon between them."""
    runs = [run for part in parts for run in (Text("; "), *part)][1:]
    return (Text(f"{label}: ", strong=True), *runs, Text("."))
