"""A story (the body, a header, the footnotes, a text box) read from top to bottom, block by block."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache, partial

from attrs import define, field

from bscb_docs.checking.appearance import BODY, EDGE, Setting
from bscb_docs.checking.blocks import Block, Event, events
from bscb_docs.checking.faults import Fault, Faults, Tally
from bscb_docs.checking.fields import Fields
from bscb_docs.checking.formatting import shade_of, w
from bscb_docs.checking.judging import judge, standing
from bscb_docs.checking.layout import floating_table, style_named
from bscb_docs.checking.markup import Plain
from bscb_docs.checking.order import misplaced
from bscb_docs.checking.register import NAMING, Place, Register
from bscb_docs.checking.shapes import Line, Shape, Shapes, Standing, fragment, words
from bscb_docs.checking.styles import Styles
from bscb_docs.checking.tables import is_header, table_look
from bscb_docs.checking.whereabouts import Where, shortened
from bscb_docs.checking.wording import is_symbol_alone, line_faults, link_fault, suspects

_BLANK = Fault("ACC-22", "A blank paragraph is used for spacing.")
_NO_HEADING = 9
_PROPERTIES = frozenset({"w:tblPr", "w:sectPr", "w:sdtPr"})
_events = lru_cache(maxsize=512)(events)


@define
class _Table:
    number: int
    captioned: bool
    setting: Setting
    rows: int = 0


@define
class Story:
    """One story as it is read: where the reader stands, and what is still open."""

    plain: Plain
    label: str
    kind: str
    styles: Styles
    shapes: Shapes
    register: Register
    tally: Tally
    _fields: Fields = field(init=False)
    _setting: Setting = field(init=False)
    _heading: str = ""
    _level: int = 0
    _tables: int = 0
    _paragraphs: int = 0
    _table: _Table | None = None
    _last: str = ""
    """What came last: "caption", "text" or "table"; empty at the start."""
    _uncaptioned: Where | None = None
    _blank: Where | None = None
    """A blank paragraph that Word itself needs, unless something follows it."""
    _texts: list[bytes] = field(factory=list)
    _seen: list[tuple[Shape, int, Where]] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self._fields = Fields(self.register.anchors)
        self._setting = Setting(self.kind)

    def read(self) -> None:
        """Read the story to its end, putting every fault into the tally."""
        for block in self.plain.blocks:
            if not block.kind:
                self._read_between(block.whole())
                continue
            shape = self.shapes.of(block.cut)
            if block.kind == b"tr":
                where, faults = self._read_row(shape)
            else:
                where, faults = self._read_paragraph(shape, block.texts)
            self._seen.append((shape, len(self._texts), where))
            self._texts += block.texts
            if faults or shape.named or shape.marks:
                self._take_down(shape, faults, block, where)
        self._miss_caption()
        self._add(self._fields.end(), Where(self.label, "").say())
        self._read_words()

    def _add(self, faults: Iterable[Fault], place: Place | str) -> None:
        for fault in faults:
            self.tally.add(fault, place)

    def _where(self) -> Where:
        if self._table is not None:
            return Where(self.label, self._heading, self._table.number, self._table.rows)
        return Where(self.label, self._heading, paragraph=self._paragraphs)

    # between paragraphs and rows

    def _read_between(self, markup: bytes) -> None:
        if NAMING.search(markup) or b" r:" in markup:
            place = self._where().say
            self._add(self.register.read(markup, place), place)
        for event in _events(markup):
            if event.name == "w:tbl":
                self._read_table(event)
            elif event.name in _PROPERTIES:
                self._read_properties(event)

    def _read_table(self, event: Event) -> None:
        if event.opens:
            self._miss_caption()
            self._blank = None  # what keeps two tables apart: Word would join them
            self._tables += 1
            self._table = _Table(self._tables, self._last == "caption", Setting(self.kind, " ", first_row=True))
        if event.closes and self._table is not None:
            if self._table.rows == 0:
                self.tally.add(Fault("DOCX-14", "A table has no rows."), self._where().say())
            self._uncaptioned = None if self._table.captioned else self._where()._replace(row=0)
            self._table, self._last = None, "table"

    def _read_properties(self, event: Event) -> None:
        element = fragment(event.markup, self.plain.root)
        if element is None:
            return
        place = self._where().say
        self._add(misplaced(element), place)
        if event.name == "w:tblPr" and self._table is not None:
            self._add(floating_table(element), place)
            style = style_named(element)
            if style and style not in self.styles.by_id:
                self.tally.add(Fault("DOCX-11", f"The style '{style}' does not exist."), place)
            shade = shade_of(element.find(w("shd")), self.styles.theme)
            named = style or self.styles.defaults.get("table", "") or " "
            self._table.setting = Setting(self.kind, named, table_look(element), first_row=True, shade=shade)

    def _miss_caption(self) -> None:
        if self._uncaptioned is not None and self.kind == BODY:
            self.tally.add(Fault("ACC-13", "A table has no caption."), self._uncaptioned.say)
        self._uncaptioned = None

    # paragraphs and rows

    def _read_row(self, shape: Shape) -> tuple[Where, Faults]:
        table = self._table
        if table is None:
            table = self._table = _Table(self._tables, captioned=True, setting=Setting(self.kind, " "))
            self.tally.add(Fault("DOCX-14", "A table row stands outside a table."), self._where().say)
        table.rows += 1
        if table.rows == 1 and shape.element is not None and not is_header(shape.element):
            self.tally.add(Fault("ACC-12", "A table has no marked header row that repeats."), self._where().say)
        elif table.rows == 2:
            table.setting = table.setting._replace(first_row=False)
        return self._where(), judge(shape, self.styles, table.setting)

    def _read_paragraph(self, shape: Shape, texts: list[bytes]) -> tuple[Where, Faults]:
        self._paragraphs += 1
        stands = standing(shape, self.styles)
        if stands.level < _NO_HEADING and self.kind == BODY:
            self._read_heading(stands.level, words(shape.lines[0].parts, texts))
        where = self._where()
        self._follow(stands, where)
        return where, judge(shape, self.styles, self._setting)

    def _read_heading(self, level: int, text: str) -> None:
        if not text.strip():
            return
        self._heading = shortened(text)
        if level > self._level:
            above = f"a heading of level {self._level}" if self._level else "no heading"
            self.tally.add(Fault("ACC-03", f"A heading of level {level + 1} follows {above}."), self._where().say)
        self._level = level + 1

    def _follow(self, stands: Standing, where: Where) -> None:
        if self._blank is not None:
            self.tally.add(_BLANK, self._blank.say)
            self._blank = None
        if not stands.blank:
            if stands.caption:
                self._uncaptioned = None
            self._miss_caption()
            self._last = "caption" if stands.caption else "text"
        elif self._last == "table" or (self.kind != BODY and self._paragraphs == 1):
            # Word cannot do without a paragraph after a last table, or in an empty header.
            self._blank = where
        else:
            self.tally.add(_BLANK, where.say)

    def _take_down(self, shape: Shape, faults: Faults, block: Block, where: Where) -> None:
        texts = block.texts
        place = partial(_place, shape, texts, where)
        for fault in faults:
            self.tally.add(fault, partial(place, fault))
        if shape.named:
            self._add(self.register.read(block.whole(), place), place)
            for line in shape.lines:
                for link in line.links:
                    found = link_fault(words(link, texts))
                    self._add((found,) if found else (), place)
        if shape.marks:
            self._add(self._fields.read(shape.marks, texts, place), place)

    # the words

    def _read_words(self) -> None:
        starts = [first for _, first, _ in self._seen]
        done: set[tuple[int, int]] = set()
        for number in suspects(self._texts):
            index = bisect_right(starts, number) - 1
            shape, first, where = self._seen[index]
            end = starts[index + 1] if index + 1 < len(starts) else len(self._texts)
            for place, line in enumerate(shape.lines):
                if number - first in line.parts and (index, place) not in done:
                    done.add((index, place))
                    self._read_line(line, shape, self._texts[first:end], where)

    def _read_line(self, line: Line, shape: Shape, texts: list[bytes], where: Where) -> None:
        text = words(line.parts, texts)
        place = partial(where.say, text, line.cell)
        contents = self.styles.named(line.style).startswith("toc ")
        numbered = self.styles.is_numbered(line.style, line.element)
        cell = [words(other.parts, texts) for other in shape.lines if line.cell and other.cell == line.cell]
        plain = self.kind != EDGE and not contents
        self._add(line_faults(text, numbered=numbered, plain=plain, alone=len(cell) == 1), place)
        if line.cell:
            if is_symbol_alone("".join(cell)):
                self.tally.add(Fault("ACC-17", "A table cell says something by a symbol alone."), place)
        elif not text.strip():
            self.tally.add(_BLANK, place)


def _place(shape: Shape, texts: list[bytes], where: Where, fault: Fault | None = None) -> str:
    number, cell = (fault.line, fault.cell) if fault is not None else (-1, 0)
    if number < 0 and where.table and not cell:
        return where.say()
    lines = [shape.lines[number]] if number >= 0 else [line for line in shape.lines if line.cell == cell]
    return where.say(words(lines[0].parts, texts) if lines else "", cell)
