"""Plan on a page: of each priority what will be different, how we will know, and who does what by when.

It is one page where that can be. Where not all fits, it gives up one thing after the other: all but the first words of
what has no short name; measures of which nothing is read; the numbers behind a per cent; owners but the lead; where
more stands; the principles; what the board wants; outcomes but the first. Where that is not enough, outcomes and
actions follow each other in a paragraph in place of a line each, with as much as that holds; then it gives up measures
too; all owners; and of the actions as many as it must, saying how many there are besides.
"""

from collections.abc import Iterator

from attrs import evolve, frozen

from bscb_docs import (
    Ambition,
    Blocks,
    Board,
    Document,
    Layout,
    Link,
    Measure,
    Outline,
    Paper,
    Paragraph,
    Principle,
    Prose,
    Record,
    Section,
    Text,
    YearSpan,
    begin_with,
    full_address,
    hookimpl,
    house_template,
    lines_of,
    listed,
    papers_with,
    say,
    table_lines_of,
)

from .page_shapes import LESS, Shape, shapes_of
from .priority_rows import PriorityRow, row_of, status_of, words_in_lines

_PAGE = 30.15
"""Lines of 12 point, as they are reckoned, on a page on its side, less what looks with larger letters take more."""
_SPARE = 1
"""Of them what stays free where something is taken back, since stressed words may take a line more than is reckoned."""
_END = 11
"""Lines of each further page that the head of the table takes, and rows that do not part or are higher."""
_COLUMNS = 2_150, 3_900, 7_908
"""Twips: how wide the columns of the template are drawn."""


@frozen
class OnePage:
    """The plan in one table; above it what the board wants and stands for, below it where more stands.

    Its heads name only what the plan has, and `led` says that of several owners the lead alone is named. An appendix
    does not say whose it is, nor of which day: the paper around it does.
    """

    title: str
    draft: str
    years: str
    acting: str
    measured: bool
    led: bool
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
    shapes = tuple(shapes_of(board, _acting(board, document)))

    def lines(shape: Shape) -> float:
        return _height(board, _page(board, document, shape))

    more = (least := lines(shapes[-1])) // _PAGE
    room = max(least, _PAGE + more * (_PAGE - _END))
    chosen = next(shape for shape in shapes if lines(shape) <= room)
    for name in reversed(LESS):
        fuller = evolve(chosen, **{name: getattr(Shape(), name)})
        chosen = fuller if fuller != chosen and lines(fuller) <= room - _SPARE else chosen
    return _page(board, document, chosen)


def _acting(board: Board, document: Document) -> YearSpan | None:
    """The years whose actions are printed."""
    return document.chosen_years or board.latest_years


def _page(board: Board, document: Document, shape: Shape) -> OnePage:
    plan, years = document.plan or board.plan, _acting(board, document)
    return OnePage(
        title=plan.title if plan else document.title,
        draft="" if document.appendix else document.draft_mark,
        years=str((plan.years if plan else None) or ""),
        acting=str(years or ""),
        measured=any(each.measures for each in board.outcomes()),
        led=any(len(each.owned_by) > shape.owners for each in board.actions(years=years)),
        rated=any(status_of(board, each) for each in board.actions(years=years)),
        board="" if document.appendix else board.details.title,
        day="" if document.appendix else str(document.as_at or ""),
        wanted=_wanted(board, shape),
        rows=tuple(row_of(board, priority, years, shape) for priority in board.priorities),
        more=_more(board, years) if shape.with_papers else (),
    )


def _wanted(board: Board, shape: Shape) -> Blocks:
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
        (words_in_lines(page.wanted), "Normal"),
        (f"Table 1: The priorities of {page.board}, as at {page.day}", "caption"),
        (words_in_lines(page.more), "Normal"),
    )
    heads = [("", "Table Heading"), ("Outcomes, how we will know", "Table Heading"), ("", "Table Heading")]
    rows = [heads, *([_cell(row.priority), _cell(row.outcomes), _cell(row.actions)] for row in page.rows)]
    high = sum(lines_of(board, words, style, sum(_COLUMNS)) for words, style in around if words)
    return high + table_lines_of(board, rows, _COLUMNS)


def _cell(blocks: Blocks) -> tuple[str, str]:
    """The words of a cell, and the style that they stand in."""
    return words_in_lines(blocks), "Table Text"


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
