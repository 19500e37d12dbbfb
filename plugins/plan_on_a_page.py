"""Plan on a page: of each priority what will be different, how we will know, and who does what by when.

It is one page where that can be. Where not all fits, it gives up one thing after the other: all but the first words of
what has no short name; measures of which nothing is read; the numbers behind a per cent; owners but the lead; where
more stands; the principles; what the board wants; outcomes but the first. Where that is not enough, outcomes and
actions follow each other in a paragraph in place of a line each, with as much as that holds; then it gives up measures
too; all owners; and of the actions as many as it must, saying how many there are besides.
"""

import re
from collections.abc import Iterator
from textwrap import shorten
from typing import Any

from attrs import evolve, frozen

from bscb_docs import (
    Action,
    Ambition,
    Block,
    Blocks,
    Board,
    Document,
    Layout,
    Link,
    Measure,
    Outcome,
    Outline,
    Owner,
    Paper,
    Paragraph,
    Principle,
    Priority,
    Prose,
    Record,
    Runs,
    Section,
    Text,
    YearSpan,
    badge_of,
    begin_with,
    blocks_in,
    brief_of,
    capital,
    counted,
    full_address,
    hookimpl,
    house_template,
    lines_of,
    listed,
    papers_with,
    paragraphs,
    readings_of,
    say,
    sign_of,
    standing_of,
    table_lines_of,
    value_words,
)

_PAGE = 30.15
"""Lines of 12 point, as they are reckoned, on a page on its side, less what looks with larger letters take more."""
_SPARE = 1
"""Of them what stays free where something is taken back, since stressed words may take a line more than is reckoned."""
_END = 11
"""Lines of each further page that the head of the table takes, and rows that do not part or are higher."""
_COLUMNS = 2_150, 3_900, 7_908
"""Twips: how wide the columns of the template are drawn."""
_LETTERS = 60
"""How many of them stand for an action without a short name where not all fits."""
_LESS: dict[str, Any] = {
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
class _Shape:
    """How much is printed; `_shapes` takes one thing after the other away."""

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


@frozen
class PriorityRow:
    """A priority; what will be different and how we will know; and its actions: a line each, or a paragraph."""

    priority: Blocks
    outcomes: Blocks
    actions: Blocks


@frozen
class OnePage:
    """The plan in one table; above it what the board wants and stands for, below it where more stands.

    Its heads name only what the plan has. An appendix does not say whose it is, nor of which day: the paper around it
    does.
    """

    title: str
    draft: str
    years: str
    acting: str
    measured: bool
    rated: bool
    board: str
    day: str
    wanted: Blocks
    rows: tuple[PriorityRow, ...]
    more: Blocks


def make_page(board: Board, document: Document) -> OnePage | None:
    """The plan with the actions of the option `years`, else of its latest; nothing where it has no priorities.

    It is the first of its shapes that takes no more pages than the barest, and takes back what there is room for.
    """
    if not board.priorities:
        return None
    shapes = tuple(_shapes(board, _acting(board, document)))

    def lines(shape: _Shape) -> float:
        return _height(board, _page(board, document, shape))

    more = (least := lines(shapes[-1])) // _PAGE
    room = max(least, _PAGE + more * (_PAGE - _END))
    chosen = next(shape for shape in shapes if lines(shape) <= room)
    for name in reversed(_LESS):
        fuller = evolve(chosen, **{name: getattr(_Shape(), name)})
        chosen = fuller if fuller != chosen and lines(fuller) <= room - _SPARE else chosen
    return _page(board, document, chosen)


def _acting(board: Board, document: Document) -> YearSpan | None:
    """The years whose actions are printed."""
    return document.chosen_years or board.latest_years


def _shapes(board: Board, years: YearSpan | None) -> Iterator[_Shape]:
    """From all there is to the lines of one outcome and one action of each priority, which follow each other."""
    for in_lines in (True, False):
        yield (shape := _Shape(in_lines=in_lines))
        for name, less in _LESS.items():
            yield (shape := evolve(shape, **{name: less}))
    yield (shape := evolve(shape, measured=False))
    yield (shape := evolve(shape, owners=0))
    most = max(len(board.actions(priority, years)) for priority in board.priorities)
    yield from (evolve(shape, actions=number) for number in range(most - 1, 0, -1))


def _page(board: Board, document: Document, shape: _Shape) -> OnePage:
    plan, years = document.plan or board.plan, _acting(board, document)
    return OnePage(
        title=plan.title if plan else document.title,
        draft="" if document.appendix else document.draft_mark,
        years=str((plan.years if plan else None) or ""),
        acting=str(years or ""),
        measured=any(each.measures for each in board.outcomes()),
        rated=any(_status(board, each) for each in board.actions(years=years)),
        board="" if document.appendix else board.details.title,
        day="" if document.appendix else str(document.as_at or ""),
        wanted=_wanted(board, shape),
        rows=tuple(_row(board, priority, years, shape) for priority in board.priorities),
        more=_more(board, years) if shape.with_papers else (),
    )


def _wanted(board: Board, shape: _Shape) -> Blocks:
    """What the board wants, and by their names the principles that it stands for."""
    ambition = next((each.text for each in board.of(Ambition) if shape.with_ambition), Prose(""))
    names = ", ".join(each.title for each in board.of(Principle) if shape.with_principles)
    *others, last = begin_with(ambition, label=say("Our ambition")) if ambition else (Paragraph(()),)
    if names and isinstance(last, Paragraph):
        label = Text(f"{' ' * bool(last.runs)}{say('Our principles')}: ", strong=True)
        last = evolve(last, runs=(*last.runs, label, Text(f"{names}.")))
    return (*others, last) if ambition or names else ()


def _height(board: Board, page: OnePage) -> float:
    """The lines of 12 point that a page takes: its words around the table, and the table."""
    around = (
        (page.title, "heading 1"),
        (_words(page.wanted), "Normal"),
        (f"Table 1: The priorities of {page.board}, as at {page.day}", "caption"),
        (_words(page.more), "Normal"),
    )
    heads = [("", "Table Heading"), ("Outcomes, how we will know", "Table Heading"), ("", "Table Heading")]
    rows = [heads, *([_cell(row.priority), _cell(row.outcomes), _cell(row.actions)] for row in page.rows)]
    high = sum(lines_of(board, words, style, sum(_COLUMNS)) for words, style in around if words)
    return high + table_lines_of(board, rows, _COLUMNS)


def _cell(blocks: Blocks) -> tuple[str, str]:
    """The words of a cell, and the style that they stand in."""
    return _words(blocks), "Table Text"


def _words(blocks: Blocks) -> str:
    """The words of blocks, a paragraph or point a line."""
    found = (block.runs for block in blocks_in(blocks) if isinstance(block, Paragraph))
    return "\n".join("".join(getattr(run, "text", "") for run in runs) for runs in found)


def _row(board: Board, priority: Priority, years: YearSpan | None, shape: _Shape) -> PriorityRow:
    outcomes, actions = board.outcomes(priority), board.actions(priority, years)
    differences = [block for each in outcomes[: shape.outcomes] for block in _outcome(board, each, years, shape)]
    differences += _besides(len(outcomes) - shape.outcomes, "more outcome")
    works: list[Block] = [Paragraph(_action(board, action, shape)) for action in actions[: shape.actions]]
    works += _besides(len(actions) - shape.actions, "more action")
    title = (Paragraph(badge_of(board, priority, priority.title, strong=True)),)
    return PriorityRow(title, _lines(differences, shape), _lines(works, shape))


def _besides(number: int, what: str) -> Blocks:
    """How many there are besides those that are printed, if any."""
    return paragraphs(f"{capital(counted(number, what))}.") if number > 0 else ()


def _lines(lines: list[Block], shape: _Shape) -> Blocks:
    """A line each, or one after the other in a paragraph."""
    if shape.in_lines and lines:
        return tuple(lines)
    words = [(line.runs, _words((line,))[-1:]) for line in lines if isinstance(line, Paragraph)]
    runs = [(*each, Text(" " if end in {".", "…"} else ". ")) for each, end in words]
    return (Paragraph(tuple(run for each in runs for run in each)),) if runs else paragraphs(say("None"))


def _action(board: Board, action: Action, shape: _Shape) -> Runs:
    """An action by its short name, else in its words; whose it is, by when, and how far it has come."""
    name = brief_of(action).rstrip(".")
    name = name if shape.whole or action.title else shorten(name, _LETTERS, placeholder=" …")
    owners = listed([_owner(each) for each in map(board.get, action.owned_by[: shape.owners])])
    told = ", ".join(filter(None, (owners, action.deadline.last_month if action.deadline else "")))
    status = _status(board, action)
    if not (told or status):
        return (Text(name),)
    return Text(f"{name}:", strong=True), Text(f" {told}{', ' * bool(told and status)}"), *status


def _owner(owner: Owner) -> str:
    """An owner by its short name where that is made of words of the name, which alone says whose initials they are."""
    short = getattr(owner, "short_name", None)
    return short if short and set(short.split()) <= set(owner.title.split()) else owner.title


def _status(board: Board, action: Action) -> Runs:
    """The sign and word of how it stands; nothing before its first update, since no work is late on its first day."""
    standing = standing_of(board, action, action.years)
    return sign_of(standing.status) if standing.update else ()


def _outcome(board: Board, outcome: Outcome, years: YearSpan | None, shape: _Shape) -> Blocks:
    """An outcome by its title, else in its words, and how it will be known."""
    measures = [_measure(board, name, years, shape) for name in outcome.measures if shape.measured]
    told = "; ".join(words for words, is_read in measures if is_read or shape.unread)
    if outcome.title:
        known = (Text(f" {told}"),) if told else ()
        return (Paragraph((Text(f"{outcome.title}{':' * bool(told)}", strong=True), *known)),)
    *others, last = begin_with(_said(outcome, shape))
    if told and isinstance(last, Paragraph):
        last = evolve(last, runs=(*last.runs, Text(f" {capital(told)}.")))
    return (*others, last)


def _said(outcome: Outcome, shape: _Shape) -> Prose:
    """An outcome's words, or the first sentence of them."""
    text = str(outcome.text)
    return outcome.text if shape.whole else Prose(re.split(r"(?<=[.!?])\s+(?=[A-Z])|\n\n", text, maxsplit=1)[0])


def _measure(board: Board, name: str, years: YearSpan | None, shape: _Shape) -> tuple[str, bool]:
    """A measure with where it is now and where it is to come to; and whether either is known."""
    measure = board.find(Measure, name)
    if measure is None:
        return name, False
    measure = measure.of_years(years) if years else measure
    reached = measure.reached(readings_of(board, measure))
    value = value_words(measure, reached[1]) if reached else ""
    value = value if shape.counted else re.sub(r".*\((.+%)\)", r"\1", value)
    now = say("{value} now", value=value) if value else say("not measured yet")
    target = say(", target {target}", target=value_words(measure, measure.target)) if measure.target else ""
    return f"{measure.title}: {now}{target}", bool(reached or target)


def _more(board: Board, years: YearSpan | None) -> Blocks:
    """Where more stands."""
    papers = (
        (say("Every action in full"), papers_with(board, "priorities", years)),
        (say("Money"), papers_with(board, "budget")),
    )
    told = " ".join(f"{what}: {listed(titles)}." for what, titles in papers if titles)
    address = board.details.website
    site = (Text(" " * bool(told)), Link(address, full_address(address)), Text(".")) if address else ()
    return (Paragraph((Text(told), *site)),) if told or site else ()


def printed(board: Board, document: Document) -> Iterator[Record]:
    """What the board wants and stands for, each priority with its outcomes, their measures, and the years' actions."""
    yield from (*board.of(Ambition), *board.of(Principle), *board.priorities)
    for outcome in board.outcomes():
        yield outcome
        yield from filter(None, (board.find(Measure, name) for name in outcome.measures))
    for priority in board.priorities:
        yield from board.actions(priority, _acting(board, document))


@hookimpl.sections
def sections() -> list[Section[OnePage]]:
    """The section `plan-on-a-page`."""
    template = house_template("plan_on_a_page")
    layout, options = Layout.LANDSCAPE, ("years",)
    return [Section("plan-on-a-page", template, OnePage, make_page, layout=layout, options=options, prints=printed)]


@hookimpl.outlines
def outlines() -> list[Outline]:
    """The plan on a page as a document of its own, without a cover."""
    return [Outline("plan-on-a-page", "Plan on a Page", ("plan-on-a-page",), paper=Paper.BY_NAME)]
