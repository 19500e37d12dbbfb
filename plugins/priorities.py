"""The priorities: each a heading with its outcomes and the actions of one year, and who does what by when."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Action,
    Blocks,
    Board,
    Document,
    Outline,
    Priority,
    Prose,
    Record,
    Runs,
    Section,
    Text,
    YearSpan,
    begin_with,
    hookimpl,
    house_template,
    words_for,
)


@frozen
class ActionItem:
    """One action, and in one line who owns it and when it is due; empty where the plan records neither."""

    text: Blocks
    charge: Runs


@frozen
class PriorityItem:
    """One priority with its printed number, outcomes and actions."""

    id: str
    number: int
    title: str
    text: Prose
    outcomes: tuple[Blocks, ...]
    actions: tuple[ActionItem, ...]


@frozen
class PrioritiesPage:
    """The priorities, and the years whose actions stand under them."""

    years: str
    priorities: tuple[PriorityItem, ...]


def make_page(board: Board, document: Document) -> PrioritiesPage | None:
    """The actions of the years in the register's option `years`, else of the latest years in the plan."""
    years = years_of(board, document)
    items = tuple(_item(board, priority, years) for priority in board.priorities)
    return PrioritiesPage(str(years or ""), items) if items else None


def years_of(board: Board, document: Document) -> YearSpan | None:
    """The years whose actions are printed."""
    chosen = document.options.get("years")
    return YearSpan.from_text(chosen) if chosen else board.latest_years


def printed(board: Board, document: Document) -> Iterator[Record]:
    """Each priority, and below it its outcomes and the actions of those years."""
    years = years_of(board, document)
    for priority in board.priorities:
        yield from (priority, *board.outcomes(priority), *board.actions(priority, years))


def _item(board: Board, priority: Priority, years: YearSpan | None) -> PriorityItem:
    return PriorityItem(
        id=priority.id,
        number=board.number(priority),
        title=priority.title,
        text=priority.text,
        outcomes=tuple(
            begin_with(outcome.text, label=outcome.title or "", name=outcome.id) for outcome in board.outcomes(priority)
        ),
        actions=tuple(_action(board, action) for action in board.actions(priority, years)),
    )


def _action(board: Board, action: Action) -> ActionItem:
    owners = [board.get(owner).title for owner in action.owned_by]
    said = {
        "Owners" if len(owners) > 1 else "Owner": _listed(owners) or words_for(action.gap("owner")),
        "Due": str(action.deadline or "") or words_for(action.gap("due")),
    }
    charge = tuple(run for label, words in said.items() if words for run in _labelled(label, words))
    return ActionItem(begin_with(action.text, label=action.title or "", name=action.id), charge)


def _listed(names: list[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _labelled(label: str, words: str) -> Runs:
    return (Text(f"{label}: ", strong=True), Text(f"{words.rstrip('.')}. "))


@hookimpl
def bscb_docs_sections() -> list[Section]:
    """The section `priorities`."""
    template = house_template("priorities")
    return [Section("priorities", template, PrioritiesPage, make_page, options=("years",), prints=printed)]


@hookimpl
def bscb_docs_outlines() -> list[Outline]:
    """The Business Improvement Plan."""
    return [
        Outline(
            "business-improvement-plan",
            "Business Improvement Plan",
            (
                "cover",
                "document-control",
                "contents",
                "foreword",
                "introduction",
                "ambition",
                "purpose",
                "principles",
                "our-priorities",
                "priorities",
                "abbreviations",
                "contact",
            ),
        )
    ]
