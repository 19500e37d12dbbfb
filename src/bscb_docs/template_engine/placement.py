"""Placement: the paragraphs of a template, each with its place as a person counts in Word; the only finder of places.

A compiled template carries a mark, `{#12 #}`, before each of its paragraphs, and each of its tags begins a line. So the
line that Jinja gives for a fault leads to one tag of one paragraph, and no template needs to be read again to find it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.diagnostics.location import NOWHERE, Place
from bscb_docs.ooxml.paragraph_words import words_in
from bscb_docs.ooxml.xml_trees import w

if TYPE_CHECKING:
    from lxml import etree  # which reads a template when it is compiled; what was compiled is kept

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LETTER = re.compile(r"\{[{%#](tr|tc)\s")
_STEP = re.compile(r"\{#(\d+)\n#\}|\{[{%][-+]?\n(\s*(?:house\b|call house\b|endcall\b))?")


@frozen
class TaggedPlace(Compared):
    """What is kept of a paragraph once its template is compiled: its place, and its tags as typed."""

    place: Place
    tags: tuple[str, ...]


@frozen(eq=False)
class TemplateParagraph:
    """One paragraph: its place, its words with their tags, and the cell, row and table it stands in."""

    element: etree._Element
    place: Place
    text: str
    cell: etree._Element | None = None
    row: etree._Element | None = None
    table: etree._Element | None = None

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags as typed, from `{{` to `}}` or `{%` to `%}`; comments are none."""
        return tuple(tag for tag in TAG.findall(self.text) if not tag.startswith("{#"))

    @property
    def tagged(self) -> TaggedPlace:
        """Its place and tags alone."""
        return TaggedPlace(self.place, self.tags)


def read_paragraphs(body: etree._Element, name: str) -> tuple[TemplateParagraph, ...]:
    """Every paragraph of a template's body in order; paragraphs, tables, rows and cells are counted from 1."""
    found: list[TemplateParagraph] = []
    paragraphs = tables = 0
    for block in _blocks(body):
        if block.tag == w("p"):
            paragraphs += 1
            place = Place(name, within=f"paragraph {paragraphs}")
            found += [TemplateParagraph(p, place, words_in(p)) for p in block.iter(w("p"))]
        else:
            tables += 1
            found += _in_table(block, name, tables)
    return tuple(found)


def _in_table(table: etree._Element, name: str, number: int) -> Iterator[TemplateParagraph]:
    for row_number, row in enumerate(_inside(table, "tr"), 1):
        for cell_number, cell in enumerate(_inside(row, "tc"), 1):
            place = Place(name, within=f"table {number}, row {row_number}, cell {cell_number}")
            for paragraph in cell.iter(w("p")):
                yield TemplateParagraph(paragraph, place, words_in(paragraph), cell, row, table)


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, those within content controls too."""
    for child in parent:
        if child.tag in {w("p"), w("tbl")}:
            yield child
        elif child.tag in {w("sdt"), w("sdtContent")}:
            yield from _blocks(child)


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, and none of a table within it."""
    for child in parent:
        if child.tag == w(name):
            yield child
        elif child.tag in {w("sdt"), w("sdtContent")}:
            yield from _inside(child, name)


def mark_places(paragraphs: Sequence[TemplateParagraph]) -> None:
    """Puts each paragraph's mark before it, and before its row or cell where a tag will take that one's place."""
    for number, paragraph in enumerate(paragraphs):
        _put_before(paragraph.element, f"{{#{number}\n#}}")
        for letter in _LETTER.findall(paragraph.text):
            if (outer := paragraph.row if letter == "tr" else paragraph.cell) is not None:
                _put_before(outer, f"{{#{number}\n#}}")


def _put_before(element: etree._Element, text: str) -> None:
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def begin_lines(source: str) -> str:
    """The source with a line begun within each tag, which prints nothing."""
    return re.sub(r"(\{[{%][-+]?)", r"\1\n", source)


def find_tag(source: str, line: int, places: Sequence[TaggedPlace]) -> tuple[Place, str]:
    """The place and the words of the tag that stands on a line of a marked source; NOWHERE where none does."""
    here, count, tag = TaggedPlace(NOWHERE, ()), 0, ""
    reached, position = 1, 0
    for step in _STEP.finditer(source):
        reached += source.count("\n", position, step.end())
        position = step.end()
        if reached > line:
            break
        if step[1]:
            here, count, tag = places[int(step[1])], 0, ""
        elif step[2] is None:
            tag = here.tags[count] if count < len(here.tags) else ""
            count += 1
    return here.place, tag
