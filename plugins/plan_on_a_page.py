"""Plan on a page: of each priority what will be different, how we will know, and who does what by when.

It is one page where that can be. Where not all fits, it gives up one thing after the other: the principles; all but
the first words of what has no short name; measures of which nothing is read; points, which then follow each other in a
paragraph; owners but the lead; what the board wants; all measures; all owners; outcomes but the first; and of the
actions as many as it must, saying how many there are besides.
"""

import re
from collections.abc import Iterator
from textwrap import shorten

from attrs import evolve, frozen

from bscb_docs import (
    Action,
    Ambition,
    Blocks,
    Board,
    Document,
    Item,
    ItemList,
    Layout,
    Link,
    Measure,
    Outcome,
    Outline,
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
    predecessors_of,
    readings_of,
    say,
    sign_of,
    standing_of,
    table_lines_of,
    value_words,
)

_PAGE = 29.4
"""Lines of 12 point, as they are reckoned, on a page on its side, less what looks with larger letters take more."""
_END = 11
"""Lines of each further page that the head of the table takes, and rows that do not part or are higher."""
_COLUMNS = 2_460, 4_660, 6_838
"""Twips: how wide the columns of the template are drawn."""
_LETTERS = 60
"""How many of them stand for an action without a short name where not all fits."""


@frozen
class _Shape:
    """How much is printed; `_shapes` takes one thing after the other away."""

    with_principles: bool = True
    with_ambition: bool = True
    whole: bool = True
    as_points: bool = True
    owners: int = 99
    unread: bool = True
    measured: bool = True
    outcomes: int = 99
    actions: int = 99


@frozen
class PriorityRow:
    """A priority; what will be different and how we will know; and its actions: a point each, or a paragraph."""

    priority: Blocks
    outcomes: Blocks
    actions: Blocks


@frozen
class OnePage:
    """The plan in one table; above it whose it is, what the board wants, of which day it is, and where more stands.

    An appendix does not say whose it is, nor of which day: the paper around it does.
    """

    title: str
    draft: str
    years: str
    acting: str
    about: Blocks
    ambition: Blocks
    principles: str
    rows: tuple[PriorityRow, ...]


def make_page(board: Board, document: Document) -> OnePage | None:
    """The plan with the actions of the option `years`, else of its latest; nothing where it has no priorities.

    It is the fullest of its shapes that takes no more pages than the barest.
    """
    if not board.priorities:
        return None
    shapes = [_page(board, document, shape) for shape in _shapes(board, _acting(board, document))]
    high = [_height(board, page) for page in shapes]
    more = min(high) // _PAGE
    room = max(min(high), _PAGE + more * (_PAGE - _END))
    return next(page for page, lines in zip(shapes, high, strict=True) if lines <= room)


def _acting(board: Board, document: Document) -> YearSpan | None:
    """The years whose actions are printed."""
    return document.chosen_years or board.latest_years


def _shapes(board: Board, years: YearSpan | None) -> Iterator[_Shape]:
    """From all there is to one outcome and one action of each priority."""
    yield (shape := _Shape())
    for name in ("with_principles", "whole", "unread", "as_points"):
        yield (shape := evolve(shape, **{name: False}))
    for less in ({"owners": 1}, {"with_ambition": False}, {"measured": False}, {"owners": 0}, {"outcomes": 1}):
        yield (shape := evolve(shape, **less))
    most = max(len(board.actions(priority, years)) for priority in board.priorities)
    yield from (evolve(shape, actions=number) for number in range(most - 1, 0, -1))


def _page(board: Board, document: Document, shape: _Shape) -> OnePage:
    plan, years = document.plan or board.plan, _acting(board, document)
    ambition = next((each.text for each in board.of(Ambition)), Prose(""))
    principles = (principle.title for principle in board.of(Principle) if shape.with_principles)
    return OnePage(
        title=plan.title if plan else document.title,
        draft="" if document.appendix else document.draft_mark,
        years=str((plan.years if plan else None) or ""),
        acting=str(years or ""),
        about=_about(board, document, years),
        ambition=begin_with(ambition, label=say("Our ambition")) if ambition and shape.with_ambition else (),
        principles=", ".join(principles),
        rows=tuple(_row(board, priority, years, shape) for priority in board.priorities),
    )


def _height(board: Board, page: OnePage) -> float:
    """The lines of 12 point that a page takes: its words above the table, and the table."""
    above = (
        (page.title, "heading 1"),
        (_words(page.about), "Normal"),
        (_words(page.ambition), "Normal"),
        (f"Our principles: {page.principles}" * bool(page.principles), "Normal"),
        (page.title, "caption"),
    )
    heads = [("", "Table Heading"), ("Outcomes, and how we will know", "Table Heading"), ("", "Table Heading")]
    rows = [heads, *([_cell(row.priority), _cell(row.outcomes), _cell(row.actions)] for row in page.rows)]
    high = sum(lines_of(board, words, style, sum(_COLUMNS)) for words, style in above if words)
    return high + table_lines_of(board, rows, _COLUMNS)


def _cell(blocks: Blocks) -> tuple[str, str]:
    """The words of a cell, and the style that they stand in."""
    return _words(blocks), "Table Bullet" if any(isinstance(block, ItemList) for block in blocks) else "Table Text"


def _words(blocks: Blocks) -> str:
    """The words of blocks, a paragraph or point a line."""
    found = (block.runs for block in blocks_in(blocks) if isinstance(block, Paragraph))
    return "\n".join("".join(getattr(run, "text", "") for run in runs) for runs in found)


def _row(board: Board, priority: Priority, years: YearSpan | None, shape: _Shape) -> PriorityRow:
    outcomes, actions = board.outcomes(priority), board.actions(priority, years)
    differences: list[Blocks] = [_outcome(board, outcome, years, shape) for outcome in outcomes[: shape.outcomes]]
    differences += _besides(len(outcomes) - shape.outcomes, "more outcome")
    works: list[Blocks] = [(Paragraph(_action(board, action, shape)),) for action in actions[: shape.actions]]
    works += _besides(len(actions) - shape.actions, "more action")
    title = (Paragraph(badge_of(board, priority, priority.title, strong=True)),)
    return PriorityRow(title, _points(differences, shape), _points(works, shape))


def _besides(number: int, what: str) -> Iterator[Blocks]:
    """How many there are besides those that are printed, if any."""
    if number > 0:
        yield paragraphs(f"{capital(counted(number, what))}.")


def _points(cells: list[Blocks], shape: _Shape) -> Blocks:
    """A point each, or one after the other in a paragraph."""
    if shape.as_points and cells:
        return (ItemList(tuple(map(Item, cells))),)
    runs = [(*block.runs, Text(" ")) for blocks in cells for block in blocks if isinstance(block, Paragraph)]
    return (Paragraph(tuple(run for each in runs for run in each)[:-1]),) if runs else paragraphs(say("None"))


def _action(board: Board, action: Action, shape: _Shape) -> Runs:
    """An action by its short name, else in its words; whose it is, by when, and how far it has come."""
    name = brief_of(action).rstrip(".")
    name = name if shape.whole or action.title else shorten(name, _LETTERS, placeholder=" …")
    owners = [getattr(owner, "short_name", "") or owner.title for owner in map(board.get, action.owned_by)]
    facts = listed(owners[: shape.owners]), action.deadline.last_month if action.deadline else ""
    told = ", ".join(filter(None, facts))
    status = _status(board, action)
    return (
        Text(f"{name}{'' if name.endswith('…') else ':' if told or status else '.'}", strong=True),
        Text(f" {told}{', ' * bool(told and status)}" if told or status else ""),
        *status,
        *((Text("."),) if told or status else ()),
    )


def _status(board: Board, action: Action) -> Runs:
    """The sign and word of how it stands; of what it carries on that is open, where it has no update yet."""
    standing = standing_of(board, action, action.years)
    if standing.update:
        return sign_of(standing.status)
    before = (standing_of(board, each) for each in predecessors_of(board, action))
    known = next((each.status for each in before if each.is_open and each.status), None)
    return sign_of(known) if known else ()


def _outcome(board: Board, outcome: Outcome, years: YearSpan | None, shape: _Shape) -> Blocks:
    """An outcome by its title, else in its words, and how it will be known."""
    title = (Paragraph((Text(outcome.title, strong=True), Text("."))),) if outcome.title else ()
    blocks = title or begin_with(_said(outcome, shape))
    measures = [_measure(board, name, years) for name in outcome.measures if shape.measured]
    told = "; ".join(words for words, is_read in measures if is_read or shape.unread)
    if not told:
        return blocks
    *others, last = blocks
    known = Text(f" {capital(told)}.")
    return (*others, evolve(last, runs=(*last.runs, known))) if isinstance(last, Paragraph) else blocks


def _said(outcome: Outcome, shape: _Shape) -> Prose:
    """An outcome's words, or the first sentence of them."""
    text = str(outcome.text)
    return outcome.text if shape.whole else Prose(re.split(r"(?<=[.!?])\s+(?=[A-Z])|\n\n", text, maxsplit=1)[0])


def _measure(board: Board, name: str, years: YearSpan | None) -> tuple[str, bool]:
    """A measure with where it is now and where it is to come to; and whether either is known."""
    measure = board.find(Measure, name)
    if measure is None:
        return name, False
    measure = measure.of_years(years) if years else measure
    reached = measure.reached(readings_of(board, measure))
    now = say("{value} now", value=value_words(measure, reached[1])) if reached else say("not measured yet")
    target = say(", target {target}", target=value_words(measure, measure.target)) if measure.target else ""
    return f"{measure.title}: {now}{target}", bool(reached or target)


def _about(board: Board, document: Document, years: YearSpan | None) -> Blocks:
    """Whose the page is, of which day, and what the board says of all its papers; where more stands."""
    day = say("As at {day}.", day=document.as_at) if document.as_at else ""
    papers = (
        (say("Every action in full"), papers_with(board, "priorities", years)),
        (say("Money"), papers_with(board, "budget")),
    )
    own = () if document.appendix else (day, board.details.notice or "")
    told = (*own, *(f"{what}: {listed(titles)}." for what, titles in papers if titles), *_key(board, years))
    address = board.details.website
    site = (Text(" "), Link(address, full_address(address)), Text(".")) if address else ()
    words = (Paragraph((Text(" ".join(filter(None, told))), *site)),)
    return words if document.appendix else begin_with(words, label=board.details.title)


def _key(board: Board, years: YearSpan | None) -> Iterator[str]:
    """What the short name of an owner stands for, where it is not made of words of the name."""
    owners = {ref.name: board.get(ref) for action in board.actions(years=years) for ref in action.owned_by}
    for owner in owners.values():
        short = getattr(owner, "short_name", "") or ""
        if not set(short.split()) <= set(owner.title.split()):
            yield f"{short}: {owner.title}."


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
