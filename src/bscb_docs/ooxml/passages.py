"""Passages: the paragraphs of a Word file that somebody sent back, each with what marks its place.

Words are read as they would be printed: with tracked insertions, without deletions, and of a field only its result.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from attrs import define, field, frozen

from bscb_docs.ooxml.package import read_parts, sound
from bscb_docs.ooxml.paragraph_words import BOX, FALLBACK, GONE, words_in
from bscb_docs.ooxml.part_names import DOCUMENT
from bscb_docs.ooxml.relationships import read_relationships
from bscb_docs.ooxml.xml_trees import read_tree, value, w

_TRACKED = frozenset({w("ins"), w("del"), w("moveFrom"), w("moveTo")})
_PICTURES = ("}blip", "}imagedata")


class Cell(NamedTuple):
    """Where a cell stands, each counted from 1."""

    table: int
    row: int
    cell: int


@frozen
class Passage:
    """A paragraph: its words, the cell it stands in if it does, and the marks that lead to it."""

    text: str
    cell: Cell | None = None
    number: int = 0
    """Of a paragraph outside tables, counted from 1."""
    bookmarks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    """The ids of the comments made on it."""
    place: str = ""
    """Where a person finds it, where that is no paragraph or cell of the body."""
    tracked: int = 0
    """How many of its insertions and deletions nobody has accepted yet."""
    deleted: str = ""
    """The words that those deletions take out."""

    @property
    def within(self) -> str:
        """Where a person finds it: `table 2, row 3, cell 1`."""
        if self.place:
            return self.place
        if self.cell:
            return f"table {self.cell.table}, row {self.cell.row}, cell {self.cell.cell}"
        return f"paragraph {self.number}"


@frozen
class ReturnedFile:
    """What a Word file that came back holds."""

    passages: tuple[Passage, ...]
    comments: dict[str, str]
    """The words of each comment by its id."""
    tracked: int
    """How many insertions and deletions nobody has accepted yet."""
    pictures: int


def read_returned(data: bytes, name: str) -> ReturnedFile:
    """The passages of a Word file in reading order; TemplateError where it is no Word file, or damaged."""
    parts = read_parts(data, name)
    with sound(name):
        root = read_tree(parts[DOCUMENT])
    notes, remarks = _others(parts, {"footnotes", "endnotes"}), _others(parts, {"comments"})
    said = ((each, (words_in(below).strip() for below in each.iter(w("p")))) for part in remarks for each in part)
    comments = {each.get(w("id"), ""): "\n".join(filter(None, lines)) for each, lines in said}
    walk = _Walk()
    walk.visit(root, None, ())
    for note_part in notes:
        walk.visit_notes(note_part)
    tracked = sum(1 for each in root.iter() if each.tag in _TRACKED)
    pictures = sum(1 for each in root.iter() if each.tag.endswith(_PICTURES))
    return ReturnedFile(tuple(walk.found), comments, tracked, pictures)


def _others(parts: dict[str, bytes], kinds: Iterable[str]) -> list[Element]:
    """The trees of the parts of those kinds that the body leads to."""
    leads = read_relationships(parts).values()
    return [read_tree(parts[each.target]) for each in leads if each.kind in kinds and each.target in parts]


@define
class _Walk:
    """Goes through a body once; bookmarks that begin between blocks belong to the next paragraph."""

    found: list[Passage] = field(factory=list)
    tables: int = 0
    outside: int = 0
    waiting: list[str] = field(factory=list)
    place: str = ""

    def visit_notes(self, part: Element) -> None:
        """Goes through the notes of a part, each known by its number; the lines above them are none."""
        own = [note for note in part if note.get(w("type")) in (None, "normal")]
        for number, note in enumerate(own, 1):
            self.place = f"{note.tag.rpartition('}')[2]} {number}"
            self.visit(note, None, ())
        self.place = ""

    def visit(self, element: Element, cell: Cell | None, tags: tuple[str, ...]) -> None:
        row = column = 0
        table = 0
        if element.tag == w("tbl"):
            self.tables += 1
            table = self.tables
        for child in _unwrapped(element, tags):
            node, held = child
            if node.tag == w("p"):
                self.paragraph(node, cell, held)
            elif node.tag == w("tr") and table:
                row += 1
                self.visit(node, Cell(table, row, 0), held)
            elif node.tag == w("tc") and cell:
                column += 1
                self.visit(node, Cell(cell.table, cell.row, column), held)
            elif node.tag == w("bookmarkStart"):
                self.waiting.append(node.get(w("name"), ""))
            elif node.tag not in GONE:
                self.visit(node, cell, held)

    def paragraph(self, node: Element, cell: Cell | None, tags: tuple[str, ...]) -> None:
        if cell is None:
            self.outside += 1
        bookmarks = [*self.waiting, *(each.get(w("name"), "") for each in node.iter(w("bookmarkStart")))]
        self.waiting.clear()
        inner = [value(each) for each in node.iter(w("tag"))]
        marked = [each.get(w("id"), "") for each in node.iter(w("commentReference"))]
        tracked = sum(1 for each in node.iter() if each.tag in _TRACKED)
        deleted = "".join(each.text or "" for each in node.iter(w("delText")))
        marks = tuple(bookmarks), (*tags, *inner), tuple(marked)
        passage = Passage(words_in(node).strip(), cell, self.outside, *marks, self.place, tracked, deleted)
        self.found.append(passage)
        for box in _boxes(node):
            self.visit(box, None, ())


def _unwrapped(element: Element, tags: tuple[str, ...]) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """The children, those of a control that holds whole paragraphs, rows or cells in its place, with its tag."""
    for child in element:
        if child.tag == w("sdt"):
            properties, content = child.find(w("sdtPr")), child.find(w("sdtContent"))
            tag = value(properties.find(w("tag"))) if properties is not None else ""
            if content is not None:
                yield from _unwrapped(content, (*tags, tag) if tag else tags)
        else:
            yield child, tags


def _boxes(node: Element) -> Iterator[Element]:
    """The text boxes of a paragraph, once each."""
    for child in node:
        if child.tag == BOX:
            yield child
        elif not child.tag.endswith(FALLBACK):
            yield from _boxes(child)
