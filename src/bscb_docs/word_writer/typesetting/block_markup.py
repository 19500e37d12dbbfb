"""Block markup: prose and blocks as paragraphs in the house's styles, by that of the template's sample paragraph."""

from collections.abc import Iterable

from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.languages.house_words import say
from bscb_docs.numbering.level_counter import COUNTED_STYLES
from bscb_docs.numbering.list_numbers import CountedList, ListPlace
from bscb_docs.ooxml import word_markup
from bscb_docs.prose.blocks import (
    COUNTED_ASIDES,
    Aside,
    AsideKind,
    Block,
    Item,
    ItemList,
    Paragraph,
    Picture,
    Run,
    Runs,
    SectionCall,
    Table,
    Text,
)
from bscb_docs.prose.parser import Setable, as_blocks
from bscb_docs.word_writer.tables.column_widths import CELL_MARGINS
from bscb_docs.word_writer.tables.text_measure import measure_of
from bscb_docs.word_writer.typesetting.composer import Composer
from bscb_docs.word_writer.typesetting.run_markup import in_brackets, set_runs
from bscb_docs.word_writer.typesetting.style_families import family_of
from bscb_docs.word_writer.typesetting.tables_and_pictures import as_points, set_caption, set_picture, set_table, strong


def set_blocks(composer: Composer, value: Setable, sample: str, cell: int = 0) -> str:
    """The paragraphs of a value: prose, blocks, runs or plain words, the first in the style of the sample.

    `cell` is the width in twips of the cell of a table that they stand in, if they do. A cell holds paragraphs alone,
    one at least: a table becomes points, and a section is a finding. Else Word would repair the file.
    """
    text = _Setter(composer, sample, cell).set(as_blocks(value))
    return text or (word_markup.paragraph(composer.house.style(sample).id, "") if cell else "")


_ASIDES: dict[AsideKind, tuple[str, str, str]] = {
    AsideKind.CALLOUT: ("Callout Heading", "Aside Text", ""),
    AsideKind.QUOTATION: ("Quotation Source", "Quotation", ""),
    AsideKind.EXAMPLE: ("Example Heading", "Aside Text", "Example"),
    AsideKind.RECOMMENDATION: ("Recommendation Heading", "Aside Text", "Recommendation"),
    AsideKind.DECISION: ("Decision Heading", "Aside Text", "Decision wanted"),
    AsideKind.FIGURE: ("Pulled Figure", "Pulled Figure Words", ""),
}
"""The styles of the heading and of the words of what is set apart, and what it says that it is."""


class _Setter:
    """Sets the blocks of one value, keeping to the styles that go with its sample."""

    def __init__(self, composer: Composer, sample: str, cell: int = 0) -> None:
        self.composer, self.sample, self.cell = composer, sample, cell
        self.width = cell - CELL_MARGINS if cell else composer.width or composer.house.text_width
        self.numbered = sample.lower() == "numbered paragraph"
        self.family = family_of(sample)

    def set(self, blocks: Iterable[Block]) -> str:
        return self._join([self._block(block, first=position == 0) for position, block in enumerate(blocks)])

    def _block(self, block: Block, *, first: bool) -> str:
        if isinstance(block, Paragraph):
            return self._paragraph(block, first=first)
        if isinstance(block, ItemList):
            return self._list(block, 0)
        if isinstance(block, Table):
            return self.set(as_points(block)) if self.cell else set_table(self.composer, block, self.width)
        if isinstance(block, Picture):
            return set_picture(self.composer, block, self.width)
        if isinstance(block, SectionCall):
            return self._section(block)
        if isinstance(block, Aside):
            return self._aside(block)
        raise TemplateError(f"it holds a {type(block).__name__}, which is no block of prose; make it a Paragraph")

    def _join(self, parts: list[str]) -> str:
        word_markup.part_tables(parts, self._id("Normal"))
        return "".join(parts)

    def _id(self, style: str) -> str:
        return self.composer.house.style(style).id

    def _section(self, block: SectionCall) -> str:
        if self.cell:
            message = f"The section {block.name} is asked for within a cell of a table, where none can stand."
            self.composer.report("DOC-01", message, block.place, "Take it out, or ask for it in a narrative.")
        return "" if self.cell else self.composer.fill_section(block.name, block.place)

    def _aside(self, block: Aside) -> str:
        """Words set apart: a quotation above who said it, all others beneath their heading.

        That is a heading of the level below its section's, by which it is found; who said a quotation, and a pulled
        figure, are none.
        """
        style, text, label = _ASIDES[block.kind]
        lead = (Text(f"{say(label)}: "),) if label else ()
        if self.cell:  # neither band nor tint nor heading stands in a cell
            head = self._aside_head(block, self.family.rest, lead, label, mark=self._id("Strong"))
            parts = [head, *(self._block(inner, first=False) for inner in block.blocks)]
            return "".join(parts[1:] + parts[:1] if block.kind is AsideKind.QUOTATION else parts)
        level = (
            ""
            if block.kind in (AsideKind.QUOTATION, AsideKind.FIGURE)
            else word_markup.outline_level(self.composer.tally.level + 1)
        )
        parts = [self._aside_head(block, style, lead, label, level), _Setter(self.composer, text).set(block.blocks)]
        return "".join(reversed(parts) if block.kind is AsideKind.QUOTATION else parts)

    def _aside_head(
        self, block: Aside, style: str, lead: Runs, label: str, properties: str = "", mark: str = ""
    ) -> str:
        """The heading of what is set apart, counted if its kind is; in strong words where their style is given."""
        own, named = block.heading.runs, block.heading.name
        if mark:
            lead, own = strong(lead), strong(own)
        if counted := COUNTED_ASIDES.get(block.kind):
            return set_caption(self.composer, counted, own, named, style, label, properties, mark)
        return self._plain(style, (*lead, *own), named, properties)

    def _paragraph(self, block: Paragraph, *, first: bool) -> str:
        if self.numbered or (first and self.sample.lower() == "numbered subparagraph"):
            if block.numbered:
                return self._numbered(self.sample, block.runs, block.name)
            return self._plain(self.family.rest, block.runs, block.name)
        if first and self.sample.lower() in COUNTED_STYLES:
            return self._counted(self.sample, block.runs, block.name, self.composer.tally.lists.open(self.sample))
        return self._plain(self.sample if first else self.family.rest, block.runs, block.name)

    def _anchored(self, runs: Iterable[Run], names: str, number: str, switch: str = r"\n") -> str:
        line = in_brackets(runs) if self.cell else self.composer.definitions.explained(runs)
        words = set_runs(self.composer, line)
        return self.composer.bookmarks.anchor(names, words, number, switch)

    def _plain(self, style: str, runs: Iterable[Run], names: str, properties: str = "") -> str:
        """A paragraph without a number of Word's; one that ends with a run that is a number is referred to by it."""
        line = tuple(runs)
        last = line[-1].text if names and line and isinstance(line[-1], Text) else ""
        number, at = (last, len(line) - 1) if last.isdecimal() else ("", 0)
        content = self._anchored(line[:at], "", "") + self._anchored(line[at:], names, number, "")
        return word_markup.paragraph(self._id(style), content, properties)

    def _numbered(self, style: str, runs: Iterable[Run], names: str) -> str:
        """The next numbered paragraph or subparagraph."""
        return self._noted(style, runs, names, self.composer.tally.lists.count_paragraph(style))

    def _counted(self, style: str, runs: Iterable[Run], names: str, counted: CountedList) -> str:
        """The next item of a list, in whose numbering it stands."""
        place = self.composer.tally.lists.count_item(counted)  # gives a new list its number
        return self._noted(style, runs, names, place, word_markup.list_place(counted.number, counted.level))

    def _noted(self, style: str, runs: Iterable[Run], names: str, place: ListPlace | None, properties: str = "") -> str:
        """The paragraph counted last, noted with the number that is printed before it."""
        number, at = self.composer.tally.lists.printed(place), self.composer.tally.here
        content = self._anchored(runs, names, number)
        self.composer.note_paragraph(number, style, content, at)
        return word_markup.paragraph(self._id(style), content, properties)

    def _list(self, block: ItemList, depth: int) -> str:
        if self.numbered and depth == 0 and block.ordered and self.composer.tally.lists.has_paragraph:
            return "".join(self._subparagraph(item) for item in block.items)
        styles = self.family.numbers if block.ordered else self.family.bullets
        style = styles[min(depth, len(styles) - 1)]
        counted = self.composer.tally.lists.new(style) if block.ordered else None
        return "".join(self._item(item, style, counted, depth) for item in block.items)

    def _subparagraph(self, item: Item) -> str:
        """The third level of a numbered text, and what belongs to it."""
        (names, runs), rest = _first(item)
        below = _Setter(self.composer, "Subparagraph Text", self.cell)
        return self._numbered("Numbered Subparagraph", runs, names) + below.set(rest)

    def _item(self, item: Item, style: str, counted: CountedList | None, depth: int) -> str:
        (names, runs), rest = _first(item)
        own = self._plain(style, runs, names) if counted is None else self._counted(style, runs, names, counted)
        return self._join([own, *(self._in_item(block, depth, style) for block in rest)])

    def _in_item(self, block: Block, depth: int, item: str) -> str:
        """What follows the first paragraph of an item in that style, its words below those of the item."""
        if isinstance(block, ItemList):
            return self._list(block, depth + 1)
        if isinstance(block, Paragraph):
            style = self.family.item_text
            place = measure_of(self.composer.house).indent_below(self._id(item), self._id(style))
            return self._plain(style, block.runs, block.name, word_markup.indent(place) if place else "")
        return self._block(block, first=False)


def _first(item: Item) -> tuple[tuple[str, tuple[Run, ...]], tuple[Block, ...]]:
    """The names and runs of an item's own paragraph, and the blocks after it."""
    if item.blocks and isinstance(item.blocks[0], Paragraph):
        own = item.blocks[0]
        return (f"{item.name} {own.name}".strip(), own.runs), item.blocks[1:]
    return (item.name, ()), item.blocks
