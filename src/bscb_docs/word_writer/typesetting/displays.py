"""Displays: the tables and pictures of prose, each under its counted caption and as wide as the text lets it be."""

from __future__ import annotations

from collections.abc import Iterable

from bscb_docs.ooxml import wordml
from bscb_docs.ooxml.pictures import IMAGE, PictureError, fit_picture
from bscb_docs.ooxml.resources import Resource
from bscb_docs.prose import plain
from bscb_docs.prose.blocks import Block, Item, ItemList, Paragraph, Picture, Run, Table, Text, Token
from bscb_docs.word_writer.typesetting.composer import Composer
from bscb_docs.word_writer.typesetting.set_runs import set_runs

CELL_MARGINS = 300
"""Twips that a cell keeps free at its sides."""
_SIGN_WIDTH = 145
"""Twips that a bold sign of 12 point Arial takes at most on average."""


def set_table(composer: Composer, table: Table, width: int) -> str:
    """A table of that width in twips, under its caption if it has one."""
    heading, text = composer.shell.style("Table Heading").id, composer.shell.style("Table Text").id
    lines = [(heading, table.header), *((text, row) for row in table.rows)]
    rows = [[wordml.paragraph(style, set_runs(composer, cell)) for cell in row] for style, row in lines]
    widths = share_width(width, [[_shown(composer, cell) for cell in row] for _, row in lines])
    caption = _caption(composer, "Table", table)
    title = plain(table.caption) or "Table"
    return caption + wordml.table(composer.shell.style("Board Table").id, widths, rows, title)


def as_points(table: Table) -> tuple[Block, ...]:
    """A table as it can stand in a cell: a point for each row, each of its cells under the words of its column."""
    caption = (Paragraph(table.caption, table.name, numbered=False),) if table.caption else ()
    points = tuple(Item((Paragraph(_line(table.header, row)),)) for row in table.rows)
    return (*caption, ItemList(points))


def _line(header: tuple[tuple[Run, ...], ...], row: tuple[tuple[Run, ...], ...]) -> tuple[Run, ...]:
    line: list[Run] = []
    for head, words in zip(header, row, strict=True):
        if words:
            named = (*head, Text(": ")) if head else ()
            line += (*((Text("; "),) if line else ()), *named, *words)
    return tuple(line)


def set_picture(composer: Composer, picture: Picture, width: int) -> str:
    """A picture of the board's folder, no wider than that in twips; one that cannot be set is a finding."""
    try:
        drawing = draw_picture(composer, composer.read_file(picture.source), picture.text, width)
    except PictureError as fault:
        message = f'The picture "{picture.source}" {fault.what}.'
        composer.report("PRO-10", message, picture.place, fault.mend)
        return ""
    return _caption(composer, "Figure", picture) + wordml.paragraph(composer.shell.style("Picture").id, drawing)


def draw_picture(composer: Composer, data: bytes, text: str, width: int, height: int = 10_000) -> str:
    """The run of a picture, no larger than that in twips, with its alternative text; PictureError where it is none."""
    fitted = fit_picture(data, width, height)
    relationship = composer.add_resource(Resource(fitted.key, IMAGE, fitted.file_name, data))
    return wordml.picture(composer.next_id(), relationship, text, fitted.width, fitted.height)


def _caption(composer: Composer, label: str, block: Table | Picture) -> str:
    if not block.caption:
        return ""
    at = composer.tally.here
    words = set_runs(composer, block.caption)
    number = composer.sequence(label)
    counted = composer.anchor(block.name, number, str(composer.tally.last_of(label)), "")
    content = f"{wordml.run(f'{label} ')}{counted}{wordml.run(': ')}{words}"
    composer.note_caption(content, at)
    return wordml.paragraph(composer.shell.style("Caption").id, content)


def _shown(composer: Composer, cell: Iterable[Run]) -> str:
    """The words of a cell with its figures as they will be printed."""
    figures = composer.figures
    return "".join(str(figures.get(run.name, run.name)) if isinstance(run, Token) else plain((run,)) for run in cell)


def share_width(width: int, rows: Iterable[Iterable[str]]) -> list[int]:
    """The widths of a table's columns in twips: each holds its longest word, the rest goes to those with more text."""
    columns = list(zip(*rows, strict=True))
    least = [
        max((len(word) for cell in column for word in cell.split()), default=1) * _SIGN_WIDTH + CELL_MARGINS
        for column in columns
    ]
    wishes = [min(max(max(len(cell) for cell in column), 8), 60) for column in columns]
    spare = max(width - sum(least), 0)
    shares = [need + spare * wish // sum(wishes) for need, wish in zip(least, wishes, strict=True)]
    if sum(least) > width:
        shares = [width * need // sum(least) for need in least]
    shares[-1] += width - sum(shares)
    return shares
