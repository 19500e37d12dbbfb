"""Plan on a page: what the board wants, by which principles, and each priority with what will be different.

It is one page: outcomes without a title stand in their first sentences, and fewer of them, where all words do not fit.
"""

import re
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
    badge_of,
    begin_with,
    capital,
    counted,
    hookimpl,
    house_template,
    in_words,
    lines_of,
    paragraphs,
    say,
)

_PAGE = 29.4
"""Lines of 12 point, as they are reckoned, on a page on its side, less what looks with larger letters take more."""
_ACROSS, _BESIDE, _UNDER = 13_958, 2_720, 10_758
"""Twips: how wide the page's text is, and what each of the two columns holds."""


@frozen
class _Shape:
    """How much of the outcomes is printed: all their words or first sentences, and how many for each priority."""

    whole: bool = True
    most: int = 99


@frozen
class PriorityRow:
    """A priority; what will be different and how we will know, a point each."""

    priority: Blocks
    outcomes: Blocks


@frozen
class OnePage:
    """The plan in one table, and above it whose it is, what the board wants and stands for.

    `acting` is how many actions serve each priority. An appendix does not say whose it is: the paper around it does.
    """

    title: str
    draft: str
    years: str
    acting: str
    ambition: Blocks
    principles: str
    rows: tuple[PriorityRow, ...]


def make_page(board: Board, document: Document) -> OnePage | None:
    """The plan with the actions of the option `years`, else of its latest; nothing where it has no priorities."""
    if not board.priorities:
        return None
    plan, years = document.plan or board.plan, document.chosen_years or board.latest_years
    ambition = next((each.text for each in board.of(Ambition)), Prose(""))
    principles = ", ".join(principle.title for principle in board.of(Principle))
    whose = "" if document.appendix else board.details.title
    title = plan.title if plan else document.title
    numbers = {board.called(each): in_words(len(board.actions(each, years))) for each in board.priorities}
    counts = "; ".join(f"{called}, {number}" for called, number in numbers.items())
    acting = say("Actions of {years}: {counts}.", years=years, counts=counts) if years else ""
    above = (
        (title, "heading 1"),
        (f"{whose}: {ambition}", "Normal"),
        (principles, "Normal"),
        (acting, "Normal"),
        (title, "caption"),
    )
    room = _PAGE - sum(lines_of(board, words, style, _ACROSS) for words, style in above if words)
    shape = _shape(board, room - lines_of(board, say("Priority"), "Table Heading", _BESIDE))
    return OnePage(
        title=title,
        draft="" if document.appendix else document.draft_mark,
        years=str((plan.years if plan else None) or ""),
        acting=acting,
        ambition=begin_with(ambition, label=whose) if ambition else paragraphs(whose) if whose else (),
        principles=principles,
        rows=tuple(_row(board, priority, shape) for priority in board.priorities),
    )


def _shape(board: Board, room: float) -> _Shape:
    """The most words that stand in so many lines; where even one outcome each is too much, that."""
    many = max((len(board.outcomes(priority)) for priority in board.priorities), default=0)
    shapes = [_Shape(), *(_Shape(whole=False, most=most) for most in range(many, 0, -1))]
    return next((shape for shape in shapes if _lines(board, shape) <= room), shapes[-1])


def _lines(board: Board, shape: _Shape) -> float:
    """The lines of the table's rows, each as high as the higher of its cells."""
    high = 0.0
    for priority in board.priorities:
        left = lines_of(board, f"{board.called(priority)}: {priority.title}", "Table Heading", _BESIDE)
        points = [_words(board, outcome, shape) for outcome in board.outcomes(priority)]
        shown = [*points[: shape.most], *[""] * (len(points) > shape.most)]
        high += max(left, sum(lines_of(board, words, "Table Bullet", _UNDER) for words in shown))
    return high


def _words(board: Board, outcome: Outcome, shape: _Shape) -> str:
    """What is printed of an outcome, for its length alone."""
    return f"{outcome.title or _said(outcome, shape)} {'Measures: ' if outcome.measures else ''}" + "; ".join(
        _measures(board, outcome)
    )


def _said(outcome: Outcome, shape: _Shape) -> Prose:
    """An outcome's words, or the first sentence of them."""
    text = str(outcome.text)
    return outcome.text if shape.whole else Prose(re.split(r"(?<=[.!?])\s+(?=[A-Z])|\n\n", text, maxsplit=1)[0])


def printed(board: Board, document: Document) -> Iterator[Record]:
    """What the board wants and stands for, the priorities, and their outcomes with the measures that these name."""
    yield from (*board.of(Ambition), *board.of(Principle), *board.priorities)
    for outcome in board.outcomes():
        yield outcome
        yield from filter(None, (board.find(Measure, name) for name in outcome.measures))


def _row(board: Board, priority: Priority, shape: _Shape) -> PriorityRow:
    title = badge_of(board, priority, priority.title, strong=True)
    outcomes = board.outcomes(priority)
    items = [Item(_outcome(board, outcome, shape)) for outcome in outcomes[: shape.most]]
    if len(outcomes) > shape.most:
        more = counted(len(outcomes) - shape.most, "more outcome")
        items.append(Item((Paragraph((Text(capital(more)),)),)))
    return PriorityRow((Paragraph(title),), (ItemList(tuple(items)),))


def _outcome(board: Board, outcome: Outcome, shape: _Shape) -> Blocks:
    """An outcome by its title, else in its words, and by which measures it will be known."""
    blocks = (Paragraph((Text(outcome.title, strong=True),)),) if outcome.title else begin_with(_said(outcome, shape))
    names = _measures(board, outcome)
    label = say("Measure") if len(names) == 1 else say("Measures")
    known = (Text(f"{'.' if outcome.title else ''} {label}: {'; '.join(names)}."),) if names else ()
    *others, last = blocks
    if isinstance(last, Paragraph):
        return (*others, evolve(last, runs=(*last.runs, *known)))
    return (*blocks, Paragraph(known)) if known else blocks


def _measures(board: Board, outcome: Outcome) -> list[str]:
    return [found.title if (found := board.find(Measure, name)) else name for name in outcome.measures]


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
