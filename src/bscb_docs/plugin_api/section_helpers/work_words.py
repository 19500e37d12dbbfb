"""Work words: what papers of the year say alike of a piece of work: how it is known, how it stands, what is late."""

from bscb_docs.diagnostics.phrases import capital
from bscb_docs.languages.house_words import listed, say
from bscb_docs.plugin_api.section_helpers.ready_blocks import begin_with, paragraphs, points
from bscb_docs.prose.block_walk import plain
from bscb_docs.prose.blocks import NO_BREAK, Blocks, ItemList, Paragraph, Reference, Runs, Symbol, Text
from bscb_docs.prose.parser import parse
from bscb_docs.records import (
    Action,
    AssuranceLevel,
    Audit,
    Board,
    Bulletin,
    Event,
    Inspection,
    Measure,
    Milestone,
    Objective,
    Priority,
    Promise,
    Recommendation,
    Review,
    Standing,
    Status,
    Target,
    Task,
    Update,
    Visit,
    milestones_of,
)

_HEADING = 160
"""Letters of the words of work that a heading holds on two lines."""


def text_of(work: Target) -> Blocks:
    """The words of a piece of work, begun with its title."""
    return begin_with(work.text, label=work.title or "") or paragraphs(say("Not recorded"))


def row_head(work: Target) -> Blocks:
    """What heads the row of a piece of work, by its id: its title, which is heard again at each cell, or its words."""
    return begin_with(paragraphs(work.title) if work.title else text_of(work), name=work.id)


def lead_to(work: Target | Measure) -> Runs:
    """What a line calls it; a measure's, objective's or recommendation's title leads to its row, if there is one."""
    if isinstance(work, Objective | Recommendation | Measure) and work.title:
        return (Reference(work.title, work.id),)
    if isinstance(work, Measure):
        return (Text(work.title),)
    return (Text(brief_of(work).rstrip("."), strong=True),)


def title_of(work: Target) -> str:
    """What a heading calls a piece of work: its title, else its first paragraph with the points that that leads to.

    "" where a heading holds no so many letters, or more than words: part of a sentence names nothing.
    """
    return _headed(work)[0]


def brief_of(work: Target) -> str:
    """What a list calls a piece of work, as a sentence: its title, or of words too long for one the beginning."""
    return f"{title}." if (title := title_of(work)) else f"{plain(parse(work.text)[:1]).rstrip(':.')} …"


def done_title(done: Review | Audit | Bulletin | Inspection | Visit | Event) -> str:
    """What a heading calls it: its title, else its id, and before it what a review, bulletin or visit is.

    A title that says so itself stands alone. The kind of a review is the board's own word, where it has one.
    """
    kinds = {Bulletin: say("Bulletin"), Visit: say("Visit"), Review: getattr(done, "kind", "") or say("Review")}
    kind = kinds.get(type(done), "")
    if not done.title:
        return f"{kind} {done.id}"
    return done.title if kind.casefold() in done.title.casefold() else f"{kind}: {done.title}"


def recommended_by(board: Board, recommendation: Recommendation) -> str:
    """Who made it: the review, audit or inspection that it is of, by its heading, else whom it names; or ""."""
    if recommendation.of is None:
        return recommendation.made_by or ""
    made_in = board.get(recommendation.of)
    return done_title(made_in) if isinstance(made_in, Review) else made_in.title


def text_below(work: Target) -> Blocks:
    """The words of a piece of work that a heading of `title_of` does not say."""
    return parse(work.text)[_headed(work)[1] :]


def _headed(work: Target) -> tuple[str, int]:
    """What a heading calls it, and how many blocks of its words that says."""
    first, *rest = parse(work.text) or paragraphs("")
    if work.title or not isinstance(first, Paragraph) or not all(isinstance(run, Text) for run in first.runs):
        return work.title or "", 0
    words, said = plain((first,)).rstrip("."), 1
    if words.endswith(":") and rest and isinstance(rest[0], ItemList):
        words, said = f"{words} {listed(plain((rest[0],)).splitlines())}", 2
    return (words, said) if len(words) <= _HEADING else ("", 0)


def words_of_work(board: Board, work: Action | Objective | Task, label: str = "") -> Blocks:
    """What a paper calls work that another tells in full: as in a row, and of an action after that its number."""
    if not isinstance(work, Action):
        return begin_with(row_head(work), label=label)
    number = say("{work} of {years}", work=board.called(work), years=work.years) if work.years else board.called(work)
    return begin_with(paragraphs(f"{title} ({number})" if (title := title_of(work)) else capital(number)), label=label)


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
    return (Paragraph((*sign_of(status, more),)),)


def sign_of(status: Status | AssuranceLevel | None, more: str = "") -> Runs:
    """The same as runs; `Not rated` where there is none."""
    words = Text(f"{status.title if status else say('Not rated')}{more}")
    return (Symbol(status.symbol, status.title), Text(NO_BREAK), words) if status and status.symbol else (words,)


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
    return (Text(capital(f"{made.by}: "), strong=True), what) if made.by else (what,)
