"""Setting: prose and blocks as paragraphs in the house's styles, by the style of the template's sample paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from bscb_docs import wordml
from bscb_docs.composing import Composer, CountedList
from bscb_docs.findings import Severity
from bscb_docs.numbering import COUNTED_STYLES
from bscb_docs.pictures import IMAGE, PictureError, fit_picture
from bscb_docs.places import NOWHERE, Place
from bscb_docs.prose import parse, plain
from bscb_docs.prose.blocks import (
    Block,
    Item,
    ItemList,
    Link,
    Paragraph,
    Picture,
    Reference,
    Run,
    SectionCall,
    Symbol,
    Table,
    Text,
    Token,
)
from bscb_docs.records import Prose
from bscb_docs.resources import Resource

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


@frozen
class Family:
    """The styles that go with a sample: its later paragraphs, and its points and numbered items by depth."""

    rest: str
    bullets: tuple[str, ...] = ("List Bullet", "List Bullet 2", "List Bullet 3")
    numbers: tuple[str, ...] = ("List Number", "List Number 2", "List Number 3")
    item_text: str = "List Continue"
    """What follows an item's first paragraph."""


FAMILIES = {
    "numbered paragraph": Family(
        "Paragraph Text",
        ("Paragraph Bullet", "Paragraph Bullet"),
        ("Paragraph Number", "Subparagraph Letter"),
        "Paragraph Text",
    ),
    "numbered subparagraph": Family(
        "Subparagraph Text", ("Subparagraph Bullet",), ("Subparagraph Letter",), "Subparagraph Text"
    ),
    "list number": Family("List Continue", ("List Bullet 2", "List Bullet 3"), ("List Number 2", "List Number 3")),
    "list bullet": Family("List Continue", ("List Bullet 2", "List Bullet 3"), ("List Number 2", "List Number 3")),
    "lettered item": Family("List Continue", ("List Bullet 2", "List Bullet 3"), ("List Number 2", "List Number 3")),
    "table number": Family("Table Continue", ("Table Bullet 2",), ("Table Number 2",), "Table Continue"),
    "table text": Family("Table Text", ("Table Bullet",), ("Table Number", "Table Number 2"), "Table Text"),
}

Setable = Prose | str | Iterable[Block] | Iterable[Run]


def set_blocks(house: Composer, value: Setable, sample: str, cell: int = 0) -> str:
    """The paragraphs of a value: prose, blocks, runs or plain words, the first in the style of the sample.

    `cell` is the width in twips of the cell of a table that they stand in, if they do. A cell holds paragraphs alone,
    one at least: a table becomes points, and a section is a finding. Else Word would repair the file.
    """
    origin = value.place if isinstance(value, Prose) else NOWHERE
    text = _Setter(house, sample, origin, cell).set(as_blocks(value))
    return text or (wordml.paragraph(house.shell.style(sample).id, "") if cell else "")


def as_blocks(value: Setable) -> tuple[Block, ...]:
    """Any value that a template may set, as blocks."""
    if isinstance(value, Prose):
        return parse(value)
    if isinstance(value, str):
        return (Paragraph((Text(value),)),) if value else ()
    items = tuple(value)
    if items and isinstance(items[0], Text | Link | Reference | Token | Symbol):
        return (Paragraph(items),)  # type: ignore[arg-type]  # a line of runs has nothing but runs
    return items  # type: ignore[return-value]  # what is not runs is blocks


def set_runs(house: Composer, runs: Iterable[Run], origin: Place = NOWHERE) -> str:
    """The runs of one line."""
    parts = []
    for item in runs:
        if isinstance(item, Text):
            style = "Strong" if item.strong else "Emphasis" if item.emphasis else ""
            parts.append(wordml.run(item.text, house.shell.style(style).id if style else ""))
        elif isinstance(item, Link):
            resource = Resource(f"link{len(house.resources) + 1}", HYPERLINK, item.address)
            known = next((r for r in house.resources.values() if r.target == item.address), resource)
            parts.append(wordml.link(house.add_resource(known), item.text, house.shell.style("Hyperlink").id))
        elif isinstance(item, Reference):
            parts.append(house.refer(item.word, item.target, _typed(item, origin)))
        elif isinstance(item, Token):
            parts.append(wordml.run(house.figure(item.name, _typed(item, origin))))
        else:
            parts.append(wordml.run(item.text, house.symbol_style(item.style)))
    return "".join(parts)


def _typed(item: Reference | Token | Picture | SectionCall, origin: Place) -> Place:
    """Where a run or block was typed: it knows itself, or its prose does."""
    if item.place.file:
        return item.place
    return origin.down(item.line, item.column) if isinstance(item, Reference | Token) else origin.down(item.line)


class _Setter:
    """Sets the blocks of one value, keeping to the styles that go with its sample."""

    def __init__(self, house: Composer, sample: str, origin: Place, cell: int = 0) -> None:
        self.house = house
        self.sample = sample
        self.origin = origin
        self.cell = cell
        self.width = cell - _CELL_MARGINS if cell else house.width or house.shell.text_width
        self.numbered = sample.lower() == "numbered paragraph"
        self.family = FAMILIES.get(sample.lower(), Family(sample))

    def set(self, blocks: Iterable[Block]) -> str:
        parts = []
        for position, block in enumerate(blocks):
            if isinstance(block, Paragraph):
                parts.append(self._paragraph(block, first=position == 0))
            elif isinstance(block, ItemList):
                parts.append(self._list(block, 0))
            elif isinstance(block, Table):
                parts.append(self._points(block) if self.cell else self._table(block))
            elif isinstance(block, Picture):
                parts.append(self._picture(block))
            elif isinstance(block, SectionCall):
                parts.append(self._section(block))
        return self._join(parts)

    def _join(self, parts: list[str]) -> str:
        wordml.part_tables(parts, self._id("Normal"))
        return "".join(parts)

    def _section(self, block: SectionCall) -> str:
        place = _typed(block, self.origin)
        if not self.cell:
            return self.house.fill_section(block.name, place)
        message = f"The section {block.name} is asked for within a cell of a table, where none can stand."
        self.house.report("DOC-01", Severity.STOP, message, place, "Take it out, or ask for it in a narrative.")
        return ""

    def _runs(self, runs: Iterable[Run]) -> str:
        return set_runs(self.house, runs, self.origin)

    def _paragraph(self, block: Paragraph, *, first: bool) -> str:
        if self.numbered or (first and self.sample.lower() == "numbered subparagraph"):
            return self._numbered(block)
        if first and self.sample.lower() in COUNTED_STYLES:
            return self._counted(self.sample, block.runs, block.name, self.house.open_list(self.sample))
        return self._plain(self.sample if first else self.family.rest, block.runs, block.name)

    def _numbered(self, block: Paragraph) -> str:
        if not block.numbered:
            return self._plain(self.family.rest, block.runs, block.name)
        number = self.house.next_paragraph(self.sample)
        content = self.house.anchor(block.name, self._runs(block.runs), number)
        return wordml.paragraph(self._id(self.sample), content)

    def _plain(self, style: str, runs: Iterable[Run], names: str) -> str:
        words = self._runs(runs)
        return wordml.paragraph(self._id(style), self.house.anchor(names, words, "", ""))

    def _counted(self, style: str, runs: Iterable[Run], names: str, counted: CountedList) -> str:
        """The next item of a list, in whose numbering it stands."""
        number = self.house.next_item(counted)
        content = self.house.anchor(names, self._runs(runs), number)
        return wordml.paragraph(self._id(style), content, wordml.list_place(counted.number, counted.level))

    def _id(self, style: str) -> str:
        return self.house.shell.style(style).id

    def _list(self, block: ItemList, depth: int) -> str:
        if self.numbered and depth == 0 and block.ordered and self.house.has_paragraph:
            return "".join(self._subparagraph(item) for item in block.items)
        styles = self.family.numbers if block.ordered else self.family.bullets
        style = styles[min(depth, len(styles) - 1)]
        counted = self.house.new_list(style) if block.ordered else None
        return "".join(self._item(item, style, counted, depth) for item in block.items)

    def _subparagraph(self, item: Item) -> str:
        """The third level of a numbered text, and what belongs to it."""
        number = self.house.next_paragraph("numbered subparagraph")
        (names, runs), rest = _first(item)
        content = self.house.anchor(names, self._runs(runs), number)
        inner = _Setter(self.house, "Subparagraph Text", self.origin, self.cell)
        inner.family = FAMILIES["numbered subparagraph"]
        return wordml.paragraph(self._id("Numbered Subparagraph"), content) + inner.set(rest)

    def _item(self, item: Item, style: str, counted: CountedList | None, depth: int) -> str:
        (names, runs), rest = _first(item)
        own = self._plain(style, runs, names) if counted is None else self._counted(style, runs, names, counted)
        parts = [own]
        for block in rest:
            if isinstance(block, ItemList):
                parts.append(self._list(block, depth + 1))
            elif isinstance(block, Paragraph):
                parts.append(self._plain(self.family.item_text, block.runs, block.name))
            else:
                parts.append(self.set((block,)))
        return self._join(parts)

    def _caption(self, label: str, caption: Iterable[Run], names: str) -> str:
        words = self._runs(caption)
        number = self.house.sequence(label)
        shown = str(self.house.last_of(label))
        counted = self.house.anchor(names, number, shown, "")
        return wordml.paragraph(self._id("Caption"), f"{wordml.run(f'{label} ')}{counted}{wordml.run(': ')}{words}")

    def _table(self, block: Table) -> str:
        title = plain(block.caption) or "Table"
        cells = [[self._shown(cell) for cell in row] for row in (block.header, *block.rows)]
        widths = share_width(self.width, cells)
        heading, text = self._id("Table Heading"), self._id("Table Text")
        rows = [[wordml.paragraph(heading, self._runs(cell)) for cell in block.header]]
        rows += [[wordml.paragraph(text, self._runs(cell)) for cell in row] for row in block.rows]
        caption = self._caption("Table", block.caption, block.name) if block.caption else ""
        return caption + wordml.table(self._id("Board Table"), widths, rows, title)

    def _points(self, block: Table) -> str:
        """A table that would stand in a cell: a point for each row, each of its cells under the words of its column."""
        parts = [self._plain(self.family.rest, block.caption, block.name)] if block.caption else []
        for row in block.rows:
            line: list[Run] = []
            for head, words in zip(block.header, row, strict=True):
                if words:
                    named = (*head, Text(": ")) if head else ()
                    line += (*((Text("; "),) if line else ()), *named, *words)
            parts.append(self._plain(self.family.bullets[0], line, ""))
        return "".join(parts)

    def _shown(self, cell: Iterable[Run]) -> str:
        """The words of a cell with its figures as they will be printed."""
        figures = self.house.figures
        return "".join(
            str(figures.get(run.name.lower(), run.name)) if isinstance(run, Token) else plain((run,)) for run in cell
        )

    def _picture(self, block: Picture) -> str:
        try:
            data = self.house.read_file(block.source)
            picture = fit_picture(data, self.width)
        except PictureError as fault:
            message = f'The picture "{block.source}" {fault.what}.'
            self.house.report("PRO-10", Severity.STOP, message, _typed(block, self.origin), fault.mend)
            return ""
        relationship = self.house.add_resource(Resource(picture.key, IMAGE, picture.file_name, data))
        drawing = wordml.picture(self.house.next_id(), relationship, block.text, picture.width, picture.height)
        caption = self._caption("Figure", block.caption, block.name) if block.caption else ""
        return caption + wordml.paragraph(self._id("Picture"), drawing)


def _first(item: Item) -> tuple[tuple[str, tuple[Run, ...]], tuple[Block, ...]]:
    """The names and runs of an item's own paragraph, and the blocks after it."""
    if item.blocks and isinstance(item.blocks[0], Paragraph):
        own = item.blocks[0]
        return (f"{item.name} {own.name}".strip(), own.runs), item.blocks[1:]
    return (item.name, ()), item.blocks


_SIGN_WIDTH, _CELL_MARGINS = 145, 300
"""Twips that a bold sign of 12 point Arial takes at most on average, and that a cell keeps free at its sides."""


def share_width(width: int, rows: Iterable[Iterable[str]]) -> list[int]:
    """The widths of a table's columns in twips: each holds its longest word, the rest goes to those with more text."""
    columns = list(zip(*rows, strict=True))
    least = [
        max((len(word) for cell in column for word in cell.split()), default=1) * _SIGN_WIDTH + _CELL_MARGINS
        for column in columns
    ]
    wishes = [min(max(max(len(cell) for cell in column), 8), 60) for column in columns]
    spare = max(width - sum(least), 0)
    shares = [need + spare * wish // sum(wishes) for need, wish in zip(least, wishes, strict=True)]
    if sum(least) > width:
        shares = [width * need // sum(least) for need in least]
    shares[-1] += width - sum(shares)
    return shares
