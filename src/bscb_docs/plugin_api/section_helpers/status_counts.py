"""Status counts: how much work stands at each of the board's labels, and what each of them means."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from bscb_docs.diagnostics.phrases import small
from bscb_docs.figures.number_words import counted, in_words
from bscb_docs.languages.house_words import listed, say
from bscb_docs.plugin_api.section_helpers.ready_blocks import table_of
from bscb_docs.plugin_api.section_helpers.work_words import brief_of, sign_of
from bscb_docs.prose.blocks import Blocks, Paragraph, Runs, Table, Text
from bscb_docs.records import (
    Action,
    Board,
    Objective,
    PartialDate,
    Prose,
    Standing,
    Status,
    YearSpan,
    action_of,
    label_of,
    reported_work,
    standing_of,
    worst_first,
)


@frozen
class StatusRow:
    """A status of the board's scale as it is printed, its definition, and how much work bears it, or bore it then."""

    status: Blocks
    definition: Prose
    number: int
    then: int = 0


def planned_words(board: Board, years: YearSpan) -> str:
    """How many actions the plan set for those years, how many of these have objectives, and how many objectives."""
    works = reported_work(board, years)
    objectives = [work for work in works if isinstance(work, Objective)]
    above = {action.id for action in (action_of(board, each) for each in objectives) if action}
    alone = len(works) - len(objectives)
    said = "The plan set {actions} for {years}."
    if objectives:
        said = "The plan set {actions} and {objectives} for {years}."
    if objectives and alone:
        said = "The plan set {actions} for {years}, {number} of them with {objectives}."
    actions, number = counted(alone + len(above), "action"), in_words(len(above))
    return say(said, actions=actions, years=years, number=number, objectives=counted(len(objectives), "objective"))


def scope_words(works: Sequence[Objective | Action]) -> str:
    """What is counted of a plan, as in "objectives" or "eight objectives, and of the 18 actions that have none"."""
    objectives = sum(isinstance(work, Objective) for work in works)
    if not objectives or objectives == len(works):
        return say("objectives" if objectives else "actions")
    bare = len(works) - objectives
    number, actions = counted(objectives, "objective"), counted(bare, "action")
    ways = f"{{objectives}}, and of the {{actions}} that {'has' if bare == 1 else 'have'} none,"
    return say(ways, objectives=number, actions=actions)


def states_words(standings: Iterable[Standing]) -> str:
    """How much work stands at each label, the worst first, as in "one stuck, four slipping and two closed"."""
    counts = Counter(standing.status for standing in standings)
    return listed([f"{in_words(counts[each])} {small(label_of(each))}" for each in worst_first(counts)])


def then_words(board: Board, standings: Iterable[Standing], day: PartialDate) -> str:
    """How the same work stood on an earlier day, and what is worse since; "" where none was reported by it."""
    if not (pairs := _then_and_now(board, standings, day)):
        return ""
    states = say("As at {day}: {states}.", day=day, states=states_words(then for then, _ in pairs))
    return f"{states} {worsened_words(board, [now for _, now in pairs], day)}"


def worsened_words(board: Board, standings: Iterable[Standing], day: PartialDate) -> str:
    """Which of the work stands worse than on an earlier day; "" where none was reported by it."""
    if not (pairs := _then_and_now(board, standings, day)):
        return ""
    known = ((then.status, now.status, now.work) for then, now in pairs)
    worse = [work for was, status, work in known if was and status and worst_first((was, status))[0] != was]
    named = "; ".join(brief_of(work).rstrip(".") for work in worse)
    return say("Worse since {day}: {works}." if worse else "None is worse since {day}.", day=day, works=named)


def _then_and_now(board: Board, standings: Iterable[Standing], day: PartialDate) -> list[tuple[Standing, Standing]]:
    """How the work that there was on an earlier day stood then, and stands now; nothing where none was reported."""
    earlier = board.at(day)
    known = ((earlier.find(type(now.work), now.work.id), now) for now in standings)
    pairs = [(standing_of(earlier, work), now) for work, now in known if work]
    return pairs if any(then.update for then, _ in pairs) else []


def status_rows(standings: Iterable[Standing], then: Iterable[Standing] = ()) -> tuple[StatusRow, ...]:
    """A row for each of the board's own labels that any work bears, or bore then, the worst first."""
    now, before = (Counter(standing.status for standing in each) for each in (standings, then))
    unsaid = Prose(say("No one status fits it, or none was given."))
    return tuple(
        StatusRow((Paragraph(sign_of(status)),), status.text if status else unsaid, now[status], before[status])
        for status in worst_first((*now, *before))
    )


def status_table(board: Board, caption: str, counts: Sequence[tuple[Runs, Mapping[str, int]]]) -> Table:
    """Each priority with how much of its work stands at each label that is borne, and how much it is in all.

    `counts` has the words for a priority and its numbers by label; of several the last row holds all.
    """
    labels = [label_of(status) for status in worst_first((*board.of(Status), None))]
    borne = [label for label in labels if any(by_label.get(label) for _, by_label in counts)]
    rows = [_counted(words, by_label, borne) for words, by_label in counts]
    if len(counts) > 1:
        totals = {label: sum(by_label.get(label, 0) for _, by_label in counts) for label in borne}
        rows.append(_counted((Text(say("All")),), totals, borne))
    return table_of(caption, [say("Priority"), *borne, say("All")], rows)


def _counted(words: Runs, by_label: Mapping[str, int], labels: Sequence[str]) -> list[str | Runs]:
    return [words, *(str(by_label.get(label, 0)) for label in labels), str(sum(by_label.values()))]
