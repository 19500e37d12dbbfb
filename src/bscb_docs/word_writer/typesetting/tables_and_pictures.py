"""Tables and pictures of prose, each under its counted caption and as wide as the text lets it be."""

from collections.abc import Iterable

from attrs import evolve

from bscb_docs.languages.house_words import say
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.marks import mark
from bscb_docs.ooxml.pictures import IMAGE, PictureError, fit_picture, printable, upright
from bscb_docs.ooxml.relationships import Resource
from bscb_docs.prose import plain
from bscb_docs.prose.blocks import Block, Item, ItemList, Paragraph, Picture, Run, Runs, Table, Text, Token
from bscb_docs.word_writer.assembly.section_setup import LANDSCAPE, PORTRAIT
from bscb_docs.word_writer.tables.column_widths import CELL_MARGINS, share_width, widen
from bscb_docs.word_writer.tables.text_measure import LINE, measure_of
from bscb_docs.word_writer.typesetting.composer import Composer
from bscb_docs.word_writer.typesetting.run_markup import set_runs

_LONG = 6_000
"""Twips beyond which a column wishes for no more, however much is said in one of its cells."""
_HIGH, _HEADING = 10_000, 4
"""Twips that a picture of prose is high at most; and lines that a heading, and the room below a picture, take."""


def set_table(composer: Composer, table: Table, width: int) -> str:
    """A table of that width in twips, under its caption if it has one.

    One whose words no upright page can hold side by side stands with its caption on a page on its side; one that even
    such a page cannot hold is a finding.
    """
    table, house = _in_digits(composer, table), composer.house
    heading, text = house.style("Table Heading").id, house.style("Table Text").id
    rest = [text] * len(table.rows)
    if table.at_a_glance and rest:
        rest[0] = house.style("Table Figure").id
    lines = [(heading, table.header), *zip(rest, table.rows, strict=True)]
    columns = [
        list(column)
        for column in zip(*([(style, _shown(composer, cell)) for cell in row] for style, row in lines), strict=True)
    ]
    measure = measure_of(house)
    least = [max(measure.longest(words, style) for style, words in column) + CELL_MARGINS for column in columns]
    wishes = [
        min(max(measure.line(words, style) for style, words in column), _LONG) + 2 * CELL_MARGINS - need
        for column, need in zip(columns, least, strict=True)
    ]
    sideways = sum(least) > width == house.text_width
    page_width = house.landscape_width if sideways else width
    if sum(least) > page_width:
        _report_too_wide(composer, table)
    names = ("", *(table.row_names or [""] * len(table.rows)))
    rows = [_row(composer, style, row, name) for name, (style, row) in zip(names, lines, strict=True)]
    widths = share_width(page_width, least, wishes)
    if table.at_a_glance:  # figures of one weight have columns of one width
        widths = widen(share_width(page_width, [0] * len(least), [1] * len(least)), least)
    style, names_rows = house.style("Board Table").id, not table.at_a_glance
    whole = _caption(composer, "Table", table) + word_markup.table(style, widths, rows, names_rows=names_rows)
    return f"{mark('turn', LANDSCAPE)}{whole}{mark('turn', PORTRAIT)}" if sideways else whole


def _row(composer: Composer, style: str, cells: Iterable[Runs], name: str) -> list[str]:
    """The paragraph of each cell; the first is what leads to the row by its name."""
    first, *rest = (set_runs(composer, cell) for cell in cells)
    return [word_markup.paragraph(style, each) for each in (composer.bookmarks.anchor(name, first, ""), *rest)]


def _in_digits(composer: Composer, table: Table) -> Table:
    """The table with the counts that stand alone in a cell as digits: words are for sentences."""

    def cell(runs: Runs) -> Runs:
        lone = runs[0] if len(runs) == 1 else None
        digits = f"{lone.name}.digits" if isinstance(lone, Token) else ""
        return (evolve(lone, name=digits),) if isinstance(lone, Token) and digits in composer.figures else runs

    return evolve(table, rows=tuple(tuple(map(cell, row)) for row in table.rows))


def _report_too_wide(composer: Composer, table: Table) -> None:
    named = f'The table "{plain(table.caption)}"' if table.caption else "A table"
    message = f"{named} has {len(table.header)} columns, too many to stand side by side even on a page on its side."
    mend = "Leave out the columns that a reader needs least, or make two tables of it; words are cut in two until then."
    composer.report("DOC-10", message, table.place, mend)


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


def strong(runs: Iterable[Run]) -> Runs:
    """The runs with their words in bold, as the heading of what is set apart has them in a cell."""
    return tuple(evolve(run, strong=True) if isinstance(run, Text) else run for run in runs)


def set_picture(composer: Composer, picture: Picture, width: int) -> str:
    """A picture of the board's folder, no wider than that in twips; one that cannot be set is a finding."""
    try:
        data, caption = composer.read_file(picture.source), plain(picture.caption)
        drawing = draw_picture(composer, data, picture.text, width, _height_beside(composer, caption, width))
    except PictureError as fault:
        message = f'The picture "{picture.source}" {fault.what}.'
        composer.report("PRO-10", message, picture.place, fault.mend)
        return ""
    return _caption(composer, "Figure", picture) + word_markup.paragraph(composer.house.style("Picture").id, drawing)


def _height_beside(composer: Composer, caption: str, width: int) -> int:
    """The twips that a picture may be high, so that it stands on one page with its caption, and a heading above it."""
    house = composer.house
    lines = _HEADING + measure_of(house).lines(caption, house.style("Caption").id, width)
    return min(_HIGH, _page_height(composer) - round(lines * LINE))


def _page_height(composer: Composer) -> int:
    """The twips between the upper and the lower edge of the text, upright or on its side."""
    house = composer.house
    return house.landscape_height if composer.width > house.text_width else house.text_height


def draw_picture(composer: Composer, data: bytes, text: str, width: int, height: int) -> str:
    """The run of a picture, no larger than that in twips nor than its page; PictureError where it is none."""
    from bscb_docs.ooxml.picture_markup import picture_run  # few documents have a picture

    data = printable(upright(data))
    fitted = fit_picture(data, width, min(height, _page_height(composer) - round(_HEADING * LINE)))
    relationship = composer.add_resource(Resource(fitted.key, IMAGE, fitted.file_name, data))
    return picture_run(composer.next_id(), relationship, text, fitted.width, fitted.height)


def _caption(composer: Composer, label: str, block: Table | Picture) -> str:
    return set_caption(composer, label, block.caption, block.name) if block.caption else ""


def set_caption(
    composer: Composer,
    label: str,
    caption: Iterable[Run],
    name: str = "",
    style: str = "Caption",
    lead: str = "",
    properties: str = "",
    marked: str = "",
) -> str:
    """The counted caption of a table or picture, `Table 3: its words`, open to references by its name.

    What is counted may be printed under another lead than its label, and in another style with properties beside it;
    `marked` is the id of the character style in which the lead and the number are set.
    """
    at = composer.tally.here
    words = set_runs(composer, caption)
    number = composer.sequence(label, style=marked)
    counted = composer.bookmarks.anchor(name, number, str(composer.tally.last_of(label)), "")
    before, after = word_markup.run(f"{say(lead or label)} ", marked), word_markup.run(": ", marked)
    content = composer.note_caption(f"{before}{counted}{after}{words}", at)
    return word_markup.paragraph(composer.house.style(style).id, content, properties)


def _shown(composer: Composer, cell: Iterable[Run]) -> str:
    """The words of a cell with its figures as they will be printed."""
    figures = composer.figures
    return "".join(str(figures.get(run.name, run.name)) if isinstance(run, Token) else plain((run,)) for run in cell)
