"""The texts of the plan that stand by themselves: introduction, ambition and purpose."""

from collections.abc import Callable

from attrs import frozen

from bscb_docs import (
    Ambition,
    Blocks,
    Board,
    Document,
    Introduction,
    PlanText,
    Purpose,
    Section,
    every,
    hookimpl,
    house_template,
    paragraphs,
    parse,
    say,
    unrecorded_words,
)


@frozen
class TextPage:
    """A heading and the text below it."""

    heading: str
    text: Blocks


def page_of(kind: type[PlanText], heading: str) -> Callable[[Board, Document], TextPage | None]:
    """The function that makes the page of one of these texts; it gives nothing where the board wrote none."""

    def make_page(board: Board, document: Document) -> TextPage | None:
        found = board.only(kind)
        more = _unrecorded(board, document) if kind is Introduction else ""
        return TextPage(say(heading), (*parse(found.text), *paragraphs(*filter(None, (more,))))) if found else None

    return make_page


def _unrecorded(board: Board, document: Document) -> str:
    """What no record holds of the actions that the same document lists."""
    listed = [years for name, years in document.beside if name == "priorities"]
    works = (
        [each for each in board.actions() if str(each.years) == (listed[0] or str(board.latest_years))]
        if listed
        else ()
    )
    return unrecorded_words(board, document.title, works)


@hookimpl.sections
def sections() -> list[Section[TextPage]]:
    """The sections `introduction`, `ambition` and `purpose`, which share one template."""
    template = house_template("plan_texts")
    return [
        Section("introduction", template, TextPage, page_of(Introduction, "Introduction"), prints=every(Introduction)),
        Section("ambition", template, TextPage, page_of(Ambition, "Our ambition"), prints=every(Ambition)),
        Section("purpose", template, TextPage, page_of(Purpose, "Our purpose"), prints=every(Purpose)),
    ]
