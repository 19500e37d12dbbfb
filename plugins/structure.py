"""The board's structure: who reports to whom, as a diagram drawn from the groups, and as a list beside it."""

from collections.abc import Iterator

from attrs import frozen

from bscb_docs import (
    Blocks,
    Board,
    Body,
    Document,
    Item,
    ItemList,
    PictureFile,
    Record,
    Section,
    draw_tree,
    groups_at_work,
    hookimpl,
    house_template,
    in_force,
    in_tree,
    paragraphs,
    say,
    theme_of,
)


@frozen
class StructurePage:
    """The groups, those that report to one beneath it, as points; and drawn, which stands in their place."""

    groups: Blocks
    picture: PictureFile | None


def make_page(board: Board, document: Document) -> StructurePage | None:
    """The groups at work at the document's date; nothing where none of them reports to another.

    Without matplotlib, which the extra `pictures` installs, there is no diagram, and the points stand.
    """
    parents = _parents(board, document)
    if not any(parents.values()):
        return None
    what = say("Diagram of the groups: those that report to a group stand below it.")
    return StructurePage(_list(parents), draw_tree(what, parents, theme_of(board)))


def printed(board: Board, document: Document) -> Iterator[Record]:
    """Each group."""
    yield from groups_at_work(board, document)


def _parents(board: Board, document: Document) -> dict[str, str]:
    """For each group the one that it reports to; "" where that is none of them."""
    groups = groups_at_work(board, document)
    above = {body.title: board.get(body.reports_to).title if body.reports_to else "" for body in groups}
    joined = {title for pair in above.items() if pair[1] in above for title in pair}
    alone = say(" (reports to none of these)")
    named = {each.title: each.title + _end_of(each, document) + alone * (each.title not in joined) for each in groups}
    return {named[title]: named.get(parent, "") for title, parent in above.items()}


def _end_of(body: Body, document: Document) -> str:
    return "" if in_force(body, document.as_at) else say(" (ended {day})", day=body.to)


def _list(parents: dict[str, str]) -> Blocks:
    """The tree as points below points."""
    nodes = in_tree(parents)

    def below(at: int | None) -> tuple[ItemList, ...]:
        own = [(place, node) for place, node in enumerate(nodes) if node.above == at]
        found = tuple(Item((*paragraphs(node.title), *below(place))) for place, node in own)
        return (ItemList(found),) if found else ()

    return below(None)


@hookimpl.sections
def sections() -> list[Section[StructurePage]]:
    """The section `our-structure`."""
    return [Section("our-structure", house_template("structure"), StructurePage, make_page, prints=printed)]
