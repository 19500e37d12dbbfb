"""A story (the body, a header, the footnotes, a text box) read from top to bottom in one walk of its tree.

What only the walk can tell of tables is found here: ACC-13, DOCX-10 and DOCX-14.
"""

from collections.abc import Iterable
from functools import partial
from xml.etree.ElementTree import Element

from bscb_docs.document_check.block_faults import Standing, faults, standing
from bscb_docs.document_check.block_shapes import DEEPEST, Names, Shape, read_block, words
from bscb_docs.document_check.fault_tally import Fault, Faults, FaultTally
from bscb_docs.document_check.field_codes import Fields
from bscb_docs.document_check.names_given import PartNames, Place
from bscb_docs.document_check.repeated_blocks import MARK, Part
from bscb_docs.document_check.schema_order import misplaced, misplaced_in_table
from bscb_docs.document_check.table_rows import OpenTable, first_row_faults, table_faults, table_setting
from bscb_docs.document_check.table_widths import TableWidths
from bscb_docs.document_check.text_faults import BLANK, Passage, link_fault, read_passages
from bscb_docs.document_check.text_look import BODY, Setting
from bscb_docs.document_check.whereabouts import HeadingOrder, Where
from bscb_docs.ooxml.styles import Styles
from bscb_docs.ooxml.xml_trees import down, w

_NO_HEADING = 9
_PROPERTIES = w("pPr")
_P, _TR, _TABLE, _TABLE_PROPERTIES, _SECTION, _GRID = map(w, ("p", "tr", "tbl", "tblPr", "sectPr", "tblGrid"))
_LEAVES = frozenset({_TABLE_PROPERTIES, _SECTION, w("sdtPr"), _GRID})
"""What holds no blocks."""


class Story:
    """One story as it is read: where the reader stands, and what is still open."""

    def __init__(
        self, part: Part, label: str, kind: str, styles: Styles, part_names: PartNames, tally: FaultTally
    ) -> None:
        self.part = part
        self.label = label
        self.kind = kind
        self.styles = styles
        self.part_names = part_names
        self.tally = tally
        self._fields = Fields(part_names.anchors)
        self._setting = Setting(kind)
        self._blocks = iter(part.blocks)
        self._named: set[Names] = set()
        """What need not be taken down once more."""
        self._passages: list[Passage] = []
        self._texts = 0
        """How many of the part's texts were passed."""
        self._headings = HeadingOrder()
        self._tables = self._paragraphs = 0
        self._table: OpenTable | None = None
        self._last = ""
        """What came last: "caption", "text" or "table"; empty at the start."""
        self._widths = TableWidths()
        self._uncaptioned: Where | None = None
        self._blank: Where | None = None
        """A blank paragraph that Word itself needs, unless something follows it."""

    def read(self) -> None:
        """Read the story to its end, putting every fault into the tally."""
        self._walk(self.part.root, 0)
        self._miss_caption()
        self._add(self._fields.end(), Where(self.label, "").say())
        for fault, place in read_passages(self._passages, self.part.texts, self.kind, self.styles):
            self.tally.add(fault, place)

    def _walk(self, holder: Element, depth: int) -> None:
        for child in holder:
            tag = child.tag
            if tag == MARK:
                self._read_block(*next(self._blocks))
            elif tag in (_P, _TR):
                own: list[str] = []
                shape = read_block(child, own)
                self.part.texts[self._texts : self._texts] = own  # those of the blocks behind it may be known already
                self._read_block(shape, len(own))
            elif tag == _TABLE:
                self._open_table()
                self._add(misplaced_in_table(child), self._where().say)
                self._walk(child, depth + 1)
                self._close_table()
            elif tag in _LEAVES:
                self._read_properties(child)
            else:
                self._name(Names([child]), self._where().say)
                if depth < DEEPEST:
                    self._walk(child, depth + 1)

    def _add(self, faults: Iterable[Fault], place: Place | str) -> None:
        for fault in faults:
            self.tally.add(fault, place)

    def _where(self) -> Where:
        if self._table is not None:
            return Where(self.label, self._headings.last, self._table.number, self._table.rows)
        return Where(self.label, self._headings.last, 0, 0, self._paragraphs)

    def _open_table(self) -> None:
        self._miss_caption()
        self._blank = None  # what keeps two tables apart: Word would join them
        self._tables += 1
        setting = Setting(self.kind, " ", first_row=True)
        self._table = OpenTable(self._tables, setting, captioned=self._last == "caption")

    def _close_table(self) -> None:
        if self._table is not None:
            if self._table.rows == 0:
                self.tally.add(Fault("DOCX-14", "A table has no rows."), self._where().say())
            self._uncaptioned = None if self._table.captioned else self._where()._replace(row=0)
            self._table, self._last = None, "table"

    def _read_properties(self, properties: Element) -> None:
        place = self._where().say
        self._name(Names(list(properties.iter())), place)
        self._add(misplaced(properties), place)
        if properties.tag == _SECTION:
            self._end_section(properties)
        elif properties.tag == _GRID and self._table is not None:
            self._widths.note(properties, self._where()._replace(row=0))
        elif properties.tag == _TABLE_PROPERTIES and self._table is not None:
            self._add(table_faults(properties, self.styles), place)
            self._table.setting = table_setting(properties, self.kind, self.styles)

    def _end_section(self, section: Element) -> None:
        for fault, where in self._widths.end(section):
            self.tally.add(fault, where.say)

    def _miss_caption(self) -> None:
        if self._uncaptioned is not None and self.kind == BODY:
            self.tally.add(Fault("ACC-13", "A table has no caption."), self._uncaptioned.say)
        self._uncaptioned = None

    # paragraphs and rows

    def _read_block(self, shape: Shape, count: int) -> None:
        texts = self.part.texts[self._texts : self._texts + count]
        self._texts += count
        where, found = self._read_row(shape) if shape.element.tag == _TR else self._read_paragraph(shape, texts)
        passage = Passage(shape, texts, where)
        self._passages.append(passage)
        for fault in found:
            self.tally.add(fault, partial(passage.say, fault))
        if shape.names and shape.names not in self._named:
            self._name(shape.names, passage.say)
            links = (link_fault(words(link, texts)) for line in shape.lines for link in line.links)
            self._add(filter(None, links), passage.say)
        if shape.marks:
            self._add(self._fields.read(shape.marks, texts, passage.say), passage.say)

    def _read_row(self, shape: Shape) -> tuple[Where, Faults]:
        table = self._table
        if table is None:
            table = self._table = OpenTable(self._tables, Setting(self.kind, " "), captioned=True)
            self.tally.add(Fault("DOCX-14", "A table row stands outside a table."), self._where().say)
        table.rows += 1
        if table.rows == 1:
            self._add(first_row_faults(shape.element), self._where().say)
        elif table.rows == 2:
            table.setting = table.setting._replace(first_row=False)
        return self._where(), faults(shape, table.setting, self.styles)

    def _read_paragraph(self, shape: Shape, texts: list[str]) -> tuple[Where, Faults]:
        self._paragraphs += 1
        if (section := down(shape.element, _PROPERTIES, _SECTION)) is not None:
            self._end_section(section)
        stands = standing(shape, self.styles)
        if stands.level < _NO_HEADING and self.kind == BODY:
            for fault in self._headings.read(stands.level, words(shape.lines[0].parts, texts)):
                self.tally.add(fault, self._where().say)
        where = self._where()
        self._follow(stands, where)
        return where, faults(shape, self._setting, self.styles)

    def _follow(self, stands: Standing, where: Where) -> None:
        if self._blank is not None:
            self.tally.add(BLANK, self._blank.say)
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
            self.tally.add(BLANK, where.say)

    def _name(self, names: Names, place: Place) -> None:
        if names:
            if names.may_recur:
                self._named.add(names)
            self._add(self.part_names.read(names, place), place)
