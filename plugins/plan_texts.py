"""The texts of the plan that stand by themselves: introduction, ambition and purpose."""

from collections.abc import Callable

from attrs import frozen

from bscb_docs import (
    Ambition,
    Board,
    Document,
    Introduction,
    PlanText,
    Prose,
    Purpose,
    Section,
    every,
    hookimpl,
    house_template,
    say,
)


@frozen
class TextPage:
    """A heading and the text below it."""

    heading: str
    text: Prose


def page_of(kind: type[PlanText], heading: str) -> Callable[[Board, Document], TextPage | None]:
    """The function that makes the page of one of these texts; it gives nothing where the board wrote none."""

    def make_page(board: Board, document: Document) -> TextPage | None:
        found = board.only(kind)
        return TextPage(say(heading), found.text) if found else None

    return make_page


@hookimpl.sections
def sections() -> list[Section[TextPage]]:
    """The sections `introduction`, `ambition` and `purpose`, which share one template."""
    template = house_template("plan_texts")
    return [
        Section("introduction", template, TextPage, page_of(Introduction, "Introduction"), prints=every(Introduction)),
        Section("ambition", template, TextPage, page_of(Ambition, "Our ambition"), prints=every(Ambition)),
        Section("purpose", template, TextPage, page_of(Purpose, "Our purpose"), prints=every(Purpose)),
    ]
