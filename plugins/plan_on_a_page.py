"""Plan on a page: what the board wants, by which principles, and each priority with what will be different."""

from collections.abc import Iterator

from attrs import evolve, frozen

from bscb_docs import (
    Ambition,
    Blocks,
    Board,
    Document,
    Item,
    ItemList,
    Layout,
    Measure,
    Outcome,
    Outline,
    Paper,
    Paragraph,
    Principle,
    Priority,
    Prose,
    Record,
    Section,
    Text,
    YearSpan,
    badge_of,
    begin_with,
    counted,
    hookimpl,
    house_template,
    points,
    say,
)


@frozen
class PriorityRow:
    """A priority and how many actions serve it; what will be different and how we will know, a point each."""

    priority: Blocks
    outcomes: Blocks


@frozen
class OnePage:
    """The plan in one table, and above it what the board wants and stands for; `actions_of` are the years counted."""

    title: str
    draft: str
    years: str
    actions_of: str
    ambition: Prose
    principles: str
    rows: tuple[PriorityRow, ...]


def make_page(board: Board, document: Document) -> OnePage | None:
    """The plan with the actions of the option `years`, else of its latest; nothing where it has no priorities."""
    if not board.priorities:
        return None
    plan, years = document.plan or board.plan, _years(board, document)
    return OnePage(
        title=plan.title if plan else document.title,
        draft="" if document.appendix else document.draft_mark,
        years=str((plan.years if plan else None) or ""),
        actions_of=str(years or ""),
        ambition=next((each.text for each in board.of(Ambition)), Prose("")),
        principles=", ".join(principle.title for principle in board.of(Principle)),
        rows=tuple(_row(board, priority, years) for priority in board.priorities),
    )


def _years(board: Board, document: Document) -> YearSpan | None:
    chosen = document.options.get("years")
    return YearSpan.from_text(chosen) if chosen else board.latest_years


def printed(board: Board, document: Document) -> Iterator[Record]:
    """What the board wants and stands for, the priorities, and their outcomes with the measures that these name."""
    yield from (*board.of(Ambition), *board.of(Principle), *board.priorities)
    for outcome in board.outcomes():
        yield outcome
        yield from filter(None, (board.find(Measure, name) for name in outcome.measures))


def _row(board: Board, priority: Priority, years: YearSpan | None) -> PriorityRow:
    number = len(board.actions(priority, years))
    count = counted(number, "action")
    title = Text(f" {priority.short_title or priority.title}", strong=True)
    return PriorityRow(
        priority=(
            Paragraph((badge_of(board, priority), title)),
            *points((count[:1].upper() + count[1:],), ""),
        ),
        outcomes=(ItemList(tuple(Item(_outcome(board, outcome)) for outcome in board.outcomes(priority))),),
    )


def _outcome(board: Board, outcome: Outcome) -> Blocks:
    """An outcome by its title, else in its words, and by which measures it will be known."""
    blocks = (Paragraph((Text(outcome.title, strong=True),)),) if outcome.title else begin_with(outcome.text)
    names = [found.title if (found := board.find(Measure, name)) else name for name in outcome.measures]
    known = (
        (Text(f"{'.' if outcome.title else ''} {say('Known by: {measures}.', measures='; '.join(names))}"),)
        if names
        else ()
    )
    *others, last = blocks
    if isinstance(last, Paragraph):
        return (*others, evolve(last, runs=(*last.runs, *known)))
    return (*blocks, Paragraph(known)) if known else blocks


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
