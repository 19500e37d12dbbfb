"""Headline figures: recorded figures that a document names, such as of an area's children, with date and source."""

from attrs import frozen

from bscb_docs import (
    Board,
    Document,
    RecordedFigure,
    Section,
    Table,
    hookimpl,
    house_template,
    recorded_value,
    say,
    table_of,
)


@frozen
class HeadlinePage:
    """Their heading, and their table."""

    heading: str
    table: tuple[Table, ...]


def make_page(board: Board, document: Document) -> HeadlinePage | None:
    """The recorded figures that the option `figures` names, in its order, under its `heading`; nothing for none."""
    figures = printed(board, document)
    if not figures:
        return None
    unsaid = say("Not recorded")
    heading = document.option("heading", str, "") or say("Headline figures")
    head = [say("What is counted"), say("Value"), say("As at"), say("Source")]
    rows = [
        [each.title or each.unit or each.id, _number(each) or unsaid, str(each.as_at or unsaid), each.source or unsaid]
        for each in figures
    ]
    return HeadlinePage(
        heading, (table_of(say("{what}: each number with its date and source", what=heading), head, rows),)
    )


def printed(board: Board, document: Document) -> tuple[RecordedFigure, ...]:
    """The figures; a wrong option is told here first."""
    return document.named(board, "figures", RecordedFigure)


def _number(figure: RecordedFigure) -> str:
    """The number in digits, as a column of numbers has them."""
    value = recorded_value(figure)
    return f"{value:,}" if isinstance(value, int) else str(value or "")


@hookimpl.sections
def sections() -> list[Section[HeadlinePage]]:
    """The section `headline-figures`."""
    template, options = house_template("headline_figures"), ("figures", "heading")
    return [Section("headline-figures", template, HeadlinePage, make_page, options=options, prints=printed)]
