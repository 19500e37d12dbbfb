"""The shape of a block: its lines, where their texts go, and the elements that the checks look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from attrs import define, field, frozen
from lxml import etree

from bscb_docs.checking.blocks import Cut, without_identities
from bscb_docs.checking.faults import Faults
from bscb_docs.checking.formatting import VAL, w
from bscb_docs.checking.markup import tree
from bscb_docs.checking.styles import Styles

Part = int | str
"""The number of a text among the block's, or words that every block of this shape has."""
_MOST_MARKUP = 8 * 1024 * 1024
_MOST_SHAPES = 1024
_NAMED = re.compile(
    rb"<w:(?:bookmark|hyperlink|numId|id |sdt)|<wp:docPr| r:|<w:(?:ins|del|moveFrom|moveTo|commentReference)[ />]"
)
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
_P, _T, _TC, _TBL, _LINK = w("p"), w("t"), w("tc"), w("tbl"), w("hyperlink")
_INSTRUCTION, _FIELD, _SIMPLE = w("instrText"), w("fldChar"), w("fldSimple")


@define
class Line:
    """One paragraph of a block: its element, its cell (0: none), its style, and what its text is made of."""

    element: etree._Element
    cell: int = 0
    style: str = ""
    parts: list[Part] = field(factory=list)
    links: list[list[Part]] = field(factory=list)


@frozen
class Mark:
    """A step of a field: "begin", "separate" or "end", or its instruction."""

    step: str
    instruction: Part = ""
    line: int = 0


class Standing(NamedTuple):
    """What a paragraph is among the others: its outline level (9: no heading), a caption, blank."""

    level: int
    caption: bool
    blank: bool


@define(eq=False)
class Shape:
    """What all blocks of one markup have in common, and what was found wrong with it in each setting."""

    element: etree._Element | None
    lines: list[Line]
    marks: list[Mark]
    named: bool
    standing: Standing | None = None
    faults: dict[object, Faults] = field(factory=dict)


@define
class Shapes:
    """The shapes of one part, each worked out once."""

    root: bytes
    _by_cut: dict[Cut, Shape] = field(factory=dict)
    _by_markup: dict[bytes, Shape] = field(factory=dict)

    def of(self, cut: Cut) -> Shape:
        """The shape of a block that was cut like this."""
        shape = self._by_cut.get(cut)
        if shape is None:
            markup = without_identities(b">x".join(cut))
            shape = self._by_markup.get(markup)
            if len(self._by_cut) > _MOST_SHAPES:
                self._by_cut.clear()
                self._by_markup.clear()
            if shape is None:
                shape = self._by_markup[markup] = read_shape(markup, self.root)
            self._by_cut[cut] = shape
        return shape


@lru_cache(maxsize=16)
def shapes_of(root: bytes, styles: Styles) -> Shapes:
    """The shapes known for parts of that root in documents of those styles; a batch of documents shares them."""
    return Shapes(root)


def words(parts: Sequence[Part], texts: Sequence[bytes]) -> str:
    """The parts as words, entities read."""
    return "".join(
        part if isinstance(part, str) else _read(texts[part])
        for part in parts
        if isinstance(part, str) or part < len(texts)
    )


def _read(text: bytes) -> str:
    found = text.decode("utf-8", "replace")
    if "&" in found:
        for entity, sign in _ENTITIES:
            found = found.replace(entity, sign)
    return found


def fragment(markup: bytes, root: bytes) -> etree._Element | None:
    """The first element of the markup, read under the namespaces of its part's root; None if it cannot be."""
    if len(markup) > _MOST_MARKUP:
        return None
    name = re.match(rb"<([\w:]+)", root)
    holder = tree(root + markup + b"</" + name[1] + b">") if name else None
    return holder[0] if holder is not None and len(holder) else None


def read_shape(markup: bytes, root: bytes) -> Shape:
    """The shape of a paragraph or a row; without an element where its markup is no such thing."""
    element = fragment(markup, root)
    shape = Shape(element, [], [], _NAMED.search(markup) is not None)
    if element is not None:
        _Reading(shape).read(element)
    return shape


@define
class _Reading:
    shape: Shape
    texts: int = 0
    cell: int = 0
    tables: int = 0
    open_links: list[list[Part]] = field(factory=list)

    def read(self, element: etree._Element) -> None:
        for event, child in etree.iterwalk(element, events=("start", "end")):
            if event == "start":
                self._start(child)
            else:
                self._end(child)

    def _start(self, child: etree._Element) -> None:
        tag = child.tag
        lines = self.shape.lines
        if tag == _P:
            style = child.find(f"{w('pPr')}/{w('pStyle')}")
            lines.append(Line(child, self.cell, "" if style is None else style.get(VAL) or ""))
        elif tag == _TC and self.tables == 0:
            self.cell += 1
        elif tag == _TBL:
            self.tables += 1
        elif tag == _LINK and lines:
            self.open_links.append([])
            lines[-1].links.append(self.open_links[-1])
        elif tag in _SIGNS and _parent(child) == w("r"):
            self._add(_SIGNS[tag])
        elif tag == _FIELD:
            self.shape.marks.append(Mark(child.get(w("fldCharType")) or "", line=len(lines) - 1))
        elif tag == _SIMPLE:
            self.shape.marks.append(Mark("simple", child.get(w("instr")) or "", len(lines) - 1))
        text = self._text(child.text)
        if text != "" and tag == _T:
            self._add(text)
        elif text != "" and tag == _INSTRUCTION:
            self.shape.marks.append(Mark("instruction", text, len(lines) - 1))

    def _text(self, text: str | None) -> Part:
        if not text or not text.strip(" \t\r\n"):
            return text or ""
        self.texts += 1
        return self.texts - 1

    def _add(self, part: Part) -> None:
        if self.shape.lines:
            self.shape.lines[-1].parts.append(part)
        for link in self.open_links:
            link.append(part)

    def _end(self, child: etree._Element) -> None:
        if child.tag == _TBL:
            self.tables -= 1
        elif child.tag == _LINK and self.open_links:
            self.open_links.pop()
        self._text(child.tail)


def _parent(element: etree._Element) -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)
