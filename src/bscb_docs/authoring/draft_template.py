"""Template draft: a Word template in the house's styles from the lines that a transcript gives of one."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field

from bscb_docs.diagnostics.codes import CODES
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml import word_markup
from bscb_docs.ooxml.content_types import read_content_types
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.package import Member, write_package
from bscb_docs.ooxml.part_names import CONTENT_TYPES, CORE, DOCUMENT
from bscb_docs.ooxml.relationships import relationships_part, write_relationships

_STYLED = re.compile(r"<(?P<style>[A-Z][\w -]*)>(?P<words>.*?)</(?P=style)>")
_MARK = re.compile(r"\[(table|columns|header row|row|cell|end of table)\] ?(.*)")
_NEXT_CELL = "</w:tc><w:tc>"
_LEFT_OUT = re.compile(
    r"word/(document|header\d*|footer\d*)\.xml|word/_rels/|word/media/|\[Content_Types\]|docProps/core"
)
_OF_THE_BODY = {"header", "footer", "image", "hyperlink"}
"""What the sample text of a house file leads to."""
_CORE = (
    f'{word_markup.DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language>en-GB</dc:language></cp:coreProperties>'
)


def draft_template(text: str, house: HouseFile) -> bytes:
    """The template of those lines; TemplateError where a line names a style that the house does not have."""
    body = "".join(_Drafter(house).blocks(text.splitlines()))
    section = re.sub(r"<w:(?:header|footer)Reference [^>]*/>", "", house.section)
    root = f"{word_markup.DECLARATION}<w:document{word_markup.ROOT_NAMESPACES}>"
    document = f"{root}<w:body>{body}{section}</w:body></w:document>"
    parts = {name: data for name, data in house.parts.items() if not _LEFT_OUT.match(name)}
    parts |= {DOCUMENT: document.encode(), CORE: _CORE.encode(), CONTENT_TYPES: house.parts[CONTENT_TYPES]}
    leads = tuple(each for each in house.relationships.values() if each.kind not in _OF_THE_BODY)
    parts[relationships_part(DOCUMENT)] = write_relationships(leads)
    return pack(parts)


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a Word file, its list of types without those that it does not hold; the same every time."""
    types = read_content_types(parts[CONTENT_TYPES])
    types = types.with_names({name: "" for name in types.names if name not in parts})
    members = [(name, Member.of(data)) for name, data in sorted(parts.items()) if name != CONTENT_TYPES]
    return write_package([(CONTENT_TYPES, Member.of(types.write())), *members])


@define
class _Table:
    style: str
    widths: list[int] = field(factory=list)
    rows: list[list[str]] = field(factory=list)


@define
class _Drafter:
    house: HouseFile
    table: _Table | None = None

    def blocks(self, lines: Sequence[str]) -> Iterator[str]:
        """Each paragraph and table as WordprocessingML."""
        for at, line in enumerate(lines, 1):
            try:
                yield from self._block(line.strip())
            except TemplateError as fault:
                mend = fault.mend or CODES[fault.code].mend
                raise TemplateError(f"Line {at}, `{line.strip()}`: {fault.message}", mend, fault.code) from None
        if self.table:
            raise TemplateError("A table is not ended.", "End it with a line `[end of table]`.")

    def _block(self, line: str) -> Iterator[str]:
        mark = _MARK.fullmatch(line)
        if mark is None:
            if line:
                yield from self._place(line)
        elif mark[1] == "table":
            self.table = _Table(self.house.style(mark[2].partition("|")[0].strip()).id)
        elif self.table is None:
            raise TemplateError("it stands outside a table.", "Begin the table with a line `[table] Board Table`.")
        elif mark[1] == "end of table":
            yield self._finished(self.table)
            self.table = None
        else:
            self._inside(self.table, mark[1], mark[2])

    def _place(self, line: str) -> Iterator[str]:
        if self.table is None:
            yield self._paragraph(line)
        else:
            if not self.table.rows or not self.table.rows[-1]:
                raise TemplateError("it stands in no cell of its table.", "Begin it with `[cell]`.")
            self.table.rows[-1][-1] += self._paragraph(line)

    def _inside(self, table: _Table, mark: str, words: str) -> None:
        if mark == "columns":
            widths = [width.strip() for width in words.split(",")]
            if not all(width.isdecimal() for width in widths):
                raise TemplateError(
                    "it names no widths.", "Write a number for each column, as in `[columns] 2000, 7000`."
                )
            table.widths = [*map(int, widths)]
        elif mark == "cell":
            if not table.rows:
                raise TemplateError("it stands in no row.", "Begin the row with a line `[row]`.")
            table.rows[-1].append(self._paragraph(words))
        else:
            table.rows.append([])

    def _finished(self, table: _Table) -> str:
        drawn = [_with_column_tags(row) for row in table.rows]
        count = max(map(len, drawn), default=1)
        for at, row in enumerate(drawn, 1):
            if len(row) < count and not any(tag in cell for cell in row for tag in ("{%tr", "{%tc")):
                fault = f"row {at} of this table has {len(row)} of {count} cells."
                raise TemplateError(fault, "Give each row a line `[cell]` for each column, with a style even if empty.")
        widths = table.widths or [self.house.text_width // count] * count
        if len(widths) < count:
            fault = f"this table has {count} columns and {len(widths)} widths."
            raise TemplateError(fault, "Give each column a width in its line `[columns]`.")
        empty = self._paragraph("Table Text |")
        rows = [[*row, *[empty] * (len(widths) - len(row))] for row in drawn]
        return word_markup.table(table.style, widths, rows)

    def _paragraph(self, line: str) -> str:
        style, bar, words = (part.strip() for part in line.partition("|"))
        if not bar and style.lower() not in self.house.styles:
            raise TemplateError("it names no style.", f"Begin it with one, as in `Normal | {line.strip()}`.", "TPL-09")
        return word_markup.paragraph(self.house.style(style).id, "".join(self._runs(words)))

    def _runs(self, words: str) -> Iterator[str]:
        position = 0
        for match in _STYLED.finditer(words):
            yield from self._plain(words[position : match.start()])
            yield word_markup.run(match["words"], self.house.style(match["style"]).id)
            position = match.end()
        yield from self._plain(words[position:])

    def _plain(self, words: str) -> Iterator[str]:
        """A run whose quotation marks stay as typed, for a tag may hold them."""
        if words:
            yield f'<w:r><w:t xml:space="preserve">{html.escape(words, quote=False)}</w:t></w:r>'


def _with_column_tags(row: Sequence[str]) -> list[str]:
    """The cells of a row, one for each column: a cell that holds a `{%tc` tag alone goes with the column it is of."""
    cells: list[str] = []
    opening = ""
    for cell in row:
        if "{%tc end" in cell and cells:
            cells[-1] += _NEXT_CELL + cell
        elif "{%tc" in cell:
            opening = cell + _NEXT_CELL
        else:
            cells.append(opening + cell)
            opening = ""
    return cells
