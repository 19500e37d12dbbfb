"""Table reader: a table of prose, taken from markdown-it's tokens one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from bscb_docs.prose.blocks import Runs, Table
from bscb_docs.prose.inline import ImageRun, read_inline
from bscb_docs.prose.markdown import split_cells
from bscb_docs.prose.paragraph_reader import ParagraphReader

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken


@frozen(kw_only=True)
class TableReader(ParagraphReader):
    """Walks markdown-it's block tokens and reads the tables among them."""

    tokens: list[MarkdownToken]
    walked: list[int] = field(factory=lambda: [0])
    """One number: how many tokens are behind us."""

    def next(self) -> MarkdownToken:
        """The next token, which is then behind us."""
        self.walked[0] += 1
        return self.tokens[self.walked[0] - 1]

    def table(self, line: int) -> Table:
        """A table; the table's first token is behind us."""
        rows: list[tuple[Runs, ...]] = []
        cells: list[Runs] = []
        row = line
        while (token := self.next()).type != "table_close":
            if token.type == "tr_open":
                row, cells = (token.map or [line])[0], []
            elif token.type == "inline":
                cells.append(self.cell(token.content, row))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                if not all(cells):
                    message = "A cell of this row is empty, so nobody can hear what it says."
                    self.fault("PRO-23", message, 'Say what it means, for example "none" or "not recorded".', row)
                typed = len(split_cells(self.lines[row]))
                if typed > len(rows[0]):
                    message = f"This row has {typed} cells, the header row {len(rows[0])}; what is over is not printed."
                    self.fault(
                        "PRO-11", message, "Add cells to the header row; in words, put a backslash before |.", row
                    )
        return Table(rows[0], tuple(rows[1:]), line=line, place=self.prose.place.down(line))

    def cell(self, content: str, line: int) -> Runs:
        """The words of one cell."""
        column = self.lines[line].find(content)
        inline = read_inline(content, lambda pos: (line, max(column, 0) + pos + 1), self.prose)
        self.faults.extend(inline.faults)
        if any(isinstance(run, ImageRun) for run in inline.runs):
            mend = "Put it in a paragraph of its own."
            self.fault("PRO-10", "A picture stands in a cell and cannot be set there.", mend, line)
        return inline.words
