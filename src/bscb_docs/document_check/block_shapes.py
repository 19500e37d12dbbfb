"""A paragraph or a table row -> its shape: its lines, where their texts go, and what the checks look at."""

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from bscb_docs.ooxml.paragraph_words import BOX, SPACES
from bscb_docs.ooxml.xml_trees import DRAWING, RELATIONSHIPS, down, value, w

Part = int | str
"""The number of a text among the block's, or words that every block of this shape has."""
DEEPEST = 250
"""No Word file comes near it; what nests deeper is not followed."""
_SIGNS = {**SPACES, w("sym"): "\u25a0"}
_P, _R, _T, _TC, _TBL, _LINK = w("p"), w("r"), w("t"), w("tc"), w("tbl"), w("hyperlink")
_INSTRUCTION, _FIELD, _SIMPLE = w("instrText"), w("fldChar"), w("fldSimple")
_WATCHED = frozenset({_TC, _TBL, _LINK, _FIELD, _SIMPLE, *_SIGNS})
_STEP, _SAID, _PROPERTIES, _STYLE = w("fldCharType"), w("instr"), w("pPr"), w("pStyle")
DESCRIBED = f"{{{DRAWING}}}docPr"
_LIST = w("numId")
NOTE_REFERENCES = {w(f"{kind}Reference"): f"{kind}s" for kind in ("footnote", "endnote")}
"""The kind of part that the number of a note leads to."""
_NAMING = frozenset({
    w("bookmarkStart"), w("bookmarkEnd"), w("hyperlink"), _LIST, DESCRIBED, w("id"), w("ins"), w("del"),
    w("moveFrom"), w("moveTo"), w("commentReference"), *NOTE_REFERENCES,
})  # fmt: skip
_COPY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class Names:
    """What elements name and refer to: bookmarks, lists, pictures, links and changes; and parts, by relation."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self.elements = [element for element in elements if element.tag in _NAMING]
        self.relations = [
            value for element in elements for name, value in element.items() if name.startswith(f"{{{RELATIONSHIPS}}}")
        ]
        self.may_recur = all(element.tag == _LIST for element in self.elements)
        """True where all of it may be named any number of times: lists, and what lies in other parts."""

    def __bool__(self) -> bool:
        return bool(self.elements or self.relations)


class Line:
    """One paragraph of a block: its element, its cell (0: none), its style, and what its text is made of."""

    def __init__(self, element: Element, cell: int = 0) -> None:
        self.element = element
        self.cell = cell
        self.style = value(down(element, _PROPERTIES, _STYLE))
        self.parts: list[Part] = []
        self.links: list[list[Part]] = []
        self.runs: list[tuple[Element, bool]] = []
        """Its runs, each with True where it stands in a link."""


class Mark(NamedTuple):
    """A step of a field: "begin", "separate" or "end", or its instruction."""

    step: str
    instruction: Part = ""


class Shape:
    """What all blocks of one markup have in common; `muddled` where elements nest deeper than any in a Word file."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.names = Names(list(element.iter()))
        self.lines: list[Line] = []
        self.marks: list[Mark] = []
        self.muddled = False


def read_block(element: Element, texts: list[str]) -> Shape:
    """The shape of a paragraph or a row, its texts added to those of the part."""
    reading = _Reading(Shape(element), texts)
    try:
        reading.read(element, "", None, 0)
    except RecursionError:
        reading.shape.muddled = True
    return reading.shape


class _Reading:
    """One walk through a block, in the order of its markup."""

    def __init__(self, shape: Shape, texts: list[str]) -> None:
        self.shape = shape
        self._texts = texts
        self._first = len(texts)
        self._cells = self._tables = 0
        self._links: list[list[Part]] = []
        """Those that are open: what stands in a link is a part of its line and of the link."""

    def read(self, element: Element, parent: str, line: Line | None, depth: int) -> None:
        """Takes down an element of that parent, within that line."""
        if depth > DEEPEST:
            raise RecursionError
        tag = element.tag
        if tag == _P:
            line = Line(element, self._cells)
            self.shape.lines.append(line)
        elif tag == _R and line is not None:
            line.runs.append((element, bool(self._links)))
        elif tag in _WATCHED:
            self._open(element, tag, parent)
        if element.text:
            self._read_text(element.text, tag)
        for child in element:
            self.read(child, tag, line, depth + 1)
            if child.tail:
                self._count(child.tail)
        if tag == _TBL:
            self._tables -= 1
        elif tag == _LINK:
            self._links.pop()

    def _open(self, element: Element, tag: str, parent: str) -> None:
        if tag == _TC:
            self._cells += self._tables == 0  # cells of a table in a cell are that cell's
        elif tag == _TBL:
            self._tables += 1
        elif tag == _LINK:
            self._links.append([])
            if self.shape.lines:
                self.shape.lines[-1].links.append(self._links[-1])
        elif tag == _FIELD:
            self.shape.marks.append(Mark(element.get(_STEP) or ""))
        elif tag == _SIMPLE:
            self.shape.marks.append(Mark("simple", element.get(_SAID) or ""))
        elif parent == _R:
            self._add(_SIGNS[tag])

    def _read_text(self, text: str, tag: str) -> None:
        part = self._count(text)
        if tag == _T:
            self._add(part)
        elif tag == _INSTRUCTION:
            self.shape.marks.append(Mark("instruction", part))

    def _count(self, text: str) -> Part:
        """The number of a text that differs from block to block; a blank one is the same in all."""
        if not shows(text):
            return text.replace("\n", " ")
        self._texts.append(text.replace("\n", " "))
        return len(self._texts) - self._first - 1

    def _add(self, part: Part) -> None:
        if self.shape.lines:
            self.shape.lines[-1].parts.append(part)
        for link in self._links:
            link.append(part)


def shows(text: str | None) -> bool:
    """True for a text that is more than white space; a hard space is more."""
    return bool(text and text.strip(" \t\r\n"))


def words(parts: Sequence[Part], texts: Sequence[str]) -> str:
    """The parts as words."""
    return "".join([part if isinstance(part, str) else texts[part] for part in parts])


def set_apart(root: Element) -> tuple[list[Element], list[str]]:
    """What each text box holds, taken out of the tree, and the relations of copies: all in them is there already."""
    relations: list[str] = []
    for holder in list(root.iter()):
        for copy in holder.findall(_COPY):
            relations += Names(list(copy.iter())).relations
            holder.remove(copy)
    boxes = []
    for box in list(root.iter(BOX)):
        story = Element(root.tag)
        story.extend(list(box))
        box.clear()
        boxes.append(story)
    return boxes, relations
