"""Area figures: numbers of the area that the board was told, such as of its children, each with its date and source."""

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
class AreaPage:
    """The area, and the table of its figures."""

    area: str
    table: tuple[Table, ...]


def make_page(board: Board, document: Document) -> AreaPage | None:
    """The recorded figures that the register's option `figures` names, in its order; nothing where it names none."""
    figures = printed(board, document)
    if not figures:
        return None
    area = board.details.area or board.details.title
    head = [say("What is counted"), say("Number"), say("As at"), say("Source")]
    rows = [
        [each.title or each.unit or each.id, _number(each), str(each.as_at or unsaid), each.source or unsaid]
        for unsaid in [say("Not recorded")]
        for each in figures
    ]
    return AreaPage(area, (table_of(say("{area} in figures", area=area), head, rows),))


def printed(board: Board, document: Document) -> list[RecordedFigure]:
    """The figures; ValueError for a name that none has."""
    names = document.options.get("figures", "").split()
    if lost := [name for name in names if board.find(RecordedFigure, name) is None]:
        raise ValueError(f'"{lost[0]}" is no recorded figure; write the ids of recorded figures, in their order')
    return [figure for name in names if (figure := board.find(RecordedFigure, name))]


def _number(figure: RecordedFigure) -> str:
    """The number in digits, as a column of numbers has them."""
    value = recorded_value(figure)
    return f"{value:,}" if isinstance(value, int) else str(value or say("Not recorded"))


@hookimpl.sections
def sections() -> list[Section[AreaPage]]:
    """The section `area-figures`."""
    template = house_template("area_figures")
    return [Section("area-figures", template, AreaPage, make_page, options=("figures",), prints=printed)]
