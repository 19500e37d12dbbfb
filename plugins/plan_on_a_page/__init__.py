"""Plan on a page: of each priority what will be different, how we will know, and who does what by when.

It is one page where that can be. Where not all fits, it gives up one thing after the other, in the order of `LESS`:
owners but the lead; all but the first sentence of what has no short name, and then the end of that; how actions stand
that are neither late nor off course. Where that is not enough, outcomes and actions follow each other in a paragraph
in place of a line each. Then go the days of targets; the numbers behind a per cent; measures but the first of each
outcome; the principles; what the board wants; outcomes but the first; measures; owners; and as many of the actions as
must. It says how many measures, outcomes and actions there are besides.
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
    capital,
    counted,
    full_address,
    hookimpl,
    house_template,
    lines_of,
    lines_of_page,
    listed,
    papers_with,
    say,
    table_lines_of,
)

from .page_shapes import Shape, fuller_than, shapes_of
from .priority_rows import PriorityRow, row_of, shared_day, status_of

_COLUMNS = 1_900, 6_300, 7_198
"""Twips: how wide the columns of the template are drawn."""
_SPARE = 0.3
"""Lines that stay free, since programs round the heights of lines."""
_EMPTY = " "
"""What stands below a table where nothing else does: both Word and LibreOffice set a line there."""


@frozen
class OnePage:
    """The plan in one table; above it what the board wants and stands for, below it where more stands.

    Its heads say how many outcomes and actions there are, and of what is told of them only what the plan has. An
    appendix does not say whose it is, nor of which day: the paper around it does.
    """

    title: str
    draft: str
    years: str
    acting: str
    outcomes_head: str
    actions_head: str
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
    pages = lines_of_page(board, sum(_COLUMNS), sideways=True) - _SPARE
    shapes = tuple(shapes_of(board, _acting(board, document)))

    def pages_of(shape: Shape) -> int:
        return _pages(board, _page(board, document, shape), pages)

    least = pages_of(shapes[-1])
    chosen = next(shape for shape in shapes if pages_of(shape) <= least)
    for name, more in fuller_than(chosen):
        fuller = evolve(chosen, **{name: more})
        chosen = fuller if pages_of(fuller) <= least else chosen
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
        outcomes_head=_outcomes_head(board, shape),
        actions_head=_actions_head(board, years, shape),
        board="" if document.appendix else board.details.title,
        day="" if document.appendix else str(document.as_at or ""),
        wanted=_wanted(board, years, shape),
        rows=tuple(row_of(board, priority, years, shape) for priority in board.priorities),
        more=_more(board, years),
    )


def _wanted(board: Board, years: YearSpan | None, shape: Shape) -> Blocks:
    """What the board wants, by their names the principles that it stands for, and the day that most targets share."""
    ambition = next((each.text for each in board.of(Ambition) if shape.with_ambition), Prose(""))
    names = ", ".join(each.title for each in board.of(Principle) if shape.with_principles)
    day = shared_day(board, years) if shape.target_days and shape.measures else ""
    more = {
        say("Our principles"): names and f"{names}.",
        say("Targets"): say("by {day}, where no other day is named.", day=day) if day else "",
    }
    *others, last = begin_with(ambition, label=say("Our ambition")) if ambition else (Paragraph(()),)
    for label, words in more.items():
        if words and isinstance(last, Paragraph):
            head = Text(f"{' ' * bool(last.runs)}{label}: ", strong=True)
            last = evolve(last, runs=(*last.runs, head, Text(words)))
    return (*others, last) if ambition or any(more.values()) else ()


def _outcomes_head(board: Board, shape: Shape) -> str:
    """How many outcomes there are, and what is told of measures beside them."""
    found = board.outcomes()
    number = capital(counted(len(found), "outcome"))
    if not any(each.measures for each in found):
        return say("{number}; no measure is named", number=number)
    return say("{number}, and how we will know", number=number) if shape.measures else number


def _actions_head(board: Board, years: YearSpan | None, shape: Shape) -> str:
    """How many actions there are of the years, and what is told of each."""
    found = [each for priority in board.priorities for each in board.actions(priority, years)]
    number = capital(counted(len(found), "action"))
    head = say("{number} of {years}", number=number, years=years) if years else number
    states = say("status so far") if shape.all_states else say("status where late or not on course")
    lead = any(len(each.owned_by) > shape.owners for each in found)
    told = {
        say("lead owner") if lead else say("owner"): shape.owners and any(each.owned_by for each in found),
        say("deadline"): any(each.deadline for each in found),
        states: any(status_of(board, each, shape) for each in found),
    }
    if named := ", ".join(what for what, is_told in told.items() if is_told):
        return f"{head}: {named}"
    return f"{head}; {say('no owner or deadline is named')}" if found else head


def _pages(board: Board, page: OnePage, lines: float) -> int:
    """How many pages of so many lines it takes: the words around the table, and the table, whose rows do not part."""
    caption = f"Table 1: The priorities of {page.board}, as at {page.day}"
    head = f"{page.title} {page.years} {say('on a page')}, {page.draft}"
    before = ((head, "heading 1"), (page.wanted, "Normal"), (caption, "caption"))
    heads = [(each, "Table Heading") for each in (say("Priority"), page.outcomes_head, page.actions_head)]
    rows = [[(each, "Table Text") for each in (row.priority, row.outcomes, row.actions)] for row in page.rows]
    first, *others = table_lines_of(board, [heads, *rows], _COLUMNS)
    high = first + sum(lines_of(board, words, style, sum(_COLUMNS)) for words, style in before if words)
    more = lines_of(board, page.more or _EMPTY, "Table Text" if page.more else "Normal", sum(_COLUMNS))
    pages = 1
    for row, is_last in zip(others, [*[False] * (len(others) - 1), True], strict=True):
        if high + row + more * is_last > lines:
            pages, high = pages + 1, first
        high += row
    return pages


def _more(board: Board, years: YearSpan | None) -> Blocks:
    """Where more stands."""
    papers = (
        (say("In full"), papers_with(board, "priorities", years)),
        (say("Money"), papers_with(board, "budget")),
        (say("whom to call"), papers_with(board, "contact")[:1]),
    )
    where = dict[tuple[str, ...], list[str]]()
    for what, titles in papers:
        where.setdefault(titles, []).append(what)
    told = " ".join(f"{'; '.join(what)}: {listed(titles)}." for titles, what in where.items() if titles)
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
