"""The shape of a block: its lines, where their texts go, and the elements that the checks look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from bscb_docs.document_check.xml_trees import VAL, w

Part = int | str
"""The number of a text among the block's, or words that every block of this shape has."""
_DEEPEST = 250
"""No Word file comes near it; what nests deeper is not followed."""
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("sym"): "\u25a0"}
_ENTITIES = (
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", '"'),
    ("&apos;", "'"),
    ("&#39;", "'"),
    ("&#34;", '"'),
    ("&amp;", "&"),
)
_P, _R, _T, _TC, _TBL, _LINK = w("p"), w("r"), w("t"), w("tc"), w("tbl"), w("hyperlink")
_INSTRUCTION, _FIELD, _SIMPLE = w("instrText"), w("fldChar"), w("fldSimple")
_WATCHED = frozenset({_TC, _TBL, _LINK, _FIELD, _SIMPLE, *_SIGNS})
_STEP, _SAID, _PROPERTIES, _STYLE = w("fldCharType"), w("instr"), w("pPr"), w("pStyle")


class Line:
    """One paragraph of a block: its element, its cell (0: none), its style, and what its text is made of."""

    def __init__(self, element: Element, cell: int = 0) -> None:
        properties = element.find(_PROPERTIES)
        style = None if properties is None else properties.find(_STYLE)
        self.element = element
        self.cell = cell
        self.style = "" if style is None else style.get(VAL) or ""
        self.parts: list[Part] = []
        self.links: list[list[Part]] = []
        self.runs: list[tuple[Element, bool]] = []
        """Its runs, each with True where it stands in a link."""


class Mark(NamedTuple):
    """A step of a field: "begin", "separate" or "end", or its instruction."""

    step: str
    instruction: Part = ""


class Shape:
    """What all blocks of one markup have in common; without an element where the markup is no block."""

    def __init__(self, element: Element | None) -> None:
        self.element = element
        self.lines: list[Line] = []
        self.marks: list[Mark] = []


def read_shape(element: Element | None) -> Shape:
    """The shape of a paragraph or a row."""
    reading = _Reading(Shape(element))
    try:
        if element is not None:
            reading.read(element, "", None, 0)
    except RecursionError:
        return Shape(None)
    return reading.shape


class _Reading:
    """One walk through a block, in the order of its markup."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self._texts = self._cells = self._tables = 0
        self._links: list[list[Part]] = []
        """Those that are open: what stands in a link is a part of its line and of the link."""

    def read(self, element: Element, parent: str, line: Line | None, depth: int) -> None:
        """Takes down an element of that parent, within that line."""
        if depth > _DEEPEST:
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
        if not text.strip(" \t\r\n"):
            return text
        self._texts += 1
        return self._texts - 1

    def _add(self, part: Part) -> None:
        if self.shape.lines:
            self.shape.lines[-1].parts.append(part)
        for link in self._links:
            link.append(part)


def words(parts: Sequence[Part], texts: Sequence[bytes]) -> str:
    """The parts as words, entities read."""
    found = "".join(
        [
            part if isinstance(part, str) else texts[part].decode("utf-8", "replace")
            for part in parts
            if isinstance(part, str) or part < len(texts)
        ]
    )
    if "&" in found:
        for entity, sign in _ENTITIES:
            found = found.replace(entity, sign)
    return found
