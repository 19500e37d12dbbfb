"""Gap closing: what closes the gaps in what the board knows, whose that is, and how far its measures have come."""

from collections.abc import Iterable, Iterator

from bscb_docs import (
    Action,
    Assurance,
    AssuranceGap,
    Board,
    Measure,
    Objective,
    Runs,
    Task,
    Text,
    labelled,
    owner_words,
    reached_words,
    readings_of,
    runs_of,
    say,
    words_of_work,
)


def closing_of(
    board: Board, gaps: Iterable[AssuranceGap]
) -> Iterable[tuple[Action | Objective | Task | None, list[str]]]:
    """The work that closes gaps, once where it closes several, or none, with what is missing."""
    closed: dict[str, tuple[Action | Objective | Task | None, list[str]]] = {}
    for gap in gaps:
        work = board.get(gap.closed_by) if gap.closed_by else None
        closed.setdefault(work.id if work else "", (work, []))[1].append(f"{gap.words}.")
    return closed.values()


def gap_line(board: Board, work: Action | Objective | Task | None, words: list[str]) -> Runs:
    """What is missing, and what closes it, whose that is and by when."""
    if work is None:
        return (Text(" ".join((*words, say("Nothing closes it yet.")))),)
    named = runs_of(words_of_work(board, work))
    is_sentence = any(isinstance(run, Text) and run.text.endswith(".") for run in named[-1:])
    owners = labelled(say("Owners" if len(work.owned_by) > 1 else "Owner"), owner_words(board, work))
    due = labelled(say("Due"), str(work.deadline or say("No deadline")))
    return (
        Text(f"{' '.join(words)} "),
        Text(f"{say('What closes it')}: ", strong=True),
        *named,
        Text(" " if is_sentence else ". "),
        *owners,
        *due,
    )


def who_closes(board: Board, work: Action | Objective | Task | None) -> str:
    """Who closes a gap and by when, in brackets; that nothing does."""
    if work is None:
        return say("Nothing closes it yet.")
    due = say("due {day}", day=work.deadline) if work.deadline else say("no deadline")
    return f"({owner_words(board, work)}, {due})"


def readings_for(board: Board, assurance: Assurance) -> Iterator[tuple[str, str, bool | None]]:
    """The measures with targets of what closes its gaps, or of the outcomes that this serves: what each is called.

    And after that what was read of it against its target, and whether that is met.
    """
    works = [board.get(gap.closed_by) for gap in assurance.shortfalls if gap.closed_by]
    named = list[str]()
    for work in works:
        named += work.measures if isinstance(work, Objective) else ()
        named += [name for ref in work.serves for name in board.get(ref).measures] if isinstance(work, Action) else ()
    for name in dict.fromkeys(named):
        measure = board.find(Measure, name)
        read = readings_of(board, measure) if measure else {}
        reached = measure.reached(read) if measure else None
        if measure and measure.target and reached:
            yield measure.title, reached_words(measure, reached), measure.is_met(read, board.as_at)
