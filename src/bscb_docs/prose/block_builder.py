"""Prose as blocks: markdown-it's block tokens made into paragraphs, lists, tables and pictures, with their faults."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.prose.blocks import (
    COUNTED_ASIDES,
    HEADING_TELLS,
    Aside,
    AsideKind,
    Block,
    Blocks,
    Item,
    ItemList,
    Paragraph,
    Picture,
    Table,
)
from bscb_docs.prose.captions import Caption, captioned
from bscb_docs.prose.footnotes import part_notes
from bscb_docs.prose.markdown import ASIDE, GLANCE, block_tokens
from bscb_docs.prose.prose_fault import Fault
from bscb_docs.prose.table_reader import TableReader
from bscb_docs.prose.typed_lines import paragraph_faults, places
from bscb_docs.records.typed_text import Prose

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken

_QUOTED = re.compile(r" {0,3}>")
_LEVELS = 2
"""Points and sub-points have a style of their own in the house's Word file; what lies deeper has none."""

_HEADLINES = range(3, 9)
_HIGHEST = 99
"""A point's number beyond this is a year, or another number that the line happens to begin with."""


@frozen
class BuiltBlocks(Compared):
    """The blocks of a prose and everything that is wrong with it."""

    blocks: Blocks
    faults: tuple[Fault, ...] = ()


def build_blocks(prose: Prose) -> BuiltBlocks:
    """The blocks and faults of a whole prose; the faults in the order of the text."""
    found = block_tokens(prose.text)
    lines, faults = prose.text.split("\n"), list[Fault]()

    def build(held: list[MarkdownToken]) -> Blocks:
        return _Builder(tokens=held, lines=lines, prose=prose, faults=faults).blocks("", is_apart=True)

    noted = part_notes(found.tokens, prose.text, build)
    faults += noted.faults
    builder = _Builder(tokens=noted.tokens, lines=lines, prose=prose, faults=faults, notes=noted.notes)
    for line, number in found.refused.items():
        message = f'"{number}" at the start begins no list and is printed as words.'
        mend = f'Begin a list with "1."; if no list is meant, write "{number[:-1]}\\{number[-1]}".'
        builder.fault("PRO-03", message, mend, line, cause="numbers that begin no list")
    blocks = builder.blocks("")
    return BuiltBlocks(blocks, tuple(sorted(builder.faults, key=lambda fault: (fault.line, fault.column))))


@frozen(kw_only=True)
class _Builder(TableReader):
    """Walks markdown-it's block tokens and gathers blocks and faults."""

    def blocks(
        self, closing: str, depth: int = 0, begun: tuple[Caption, ...] = (), *, is_apart: bool = False
    ) -> Blocks:
        """The blocks up to the token of type `closing`, which is taken too; all that are left where it is "".

        The walk goes forward only: each token that opens something is followed by what it holds, and whoever takes the
        opening token takes everything to its end. Faults are gathered on the way and never end the walk.
        `depth` counts the lists around. Sections stand outside lists alone, and outside what `is_apart`, such as notes.
        `begun` is the caption that stands before the first block.
        """
        found: list[Block | Caption] = [*begun]
        while self.walked[0] < len(self.tokens):
            token = self.next()
            if token.type == closing:
                break
            if token.type == "inline":
                first, last = token.map or (0, 1)
                is_inner = depth > 0 or is_apart
                if not is_inner:
                    self.check_indent(first, found)
                self.faults.extend(paragraph_faults(self.lines, first, last, in_list=depth > 0 and not found))
                found.extend(self.paragraph(token.content, first, may_call=not is_inner))
            elif token.type in {"bullet_list_open", "ordered_list_open"}:
                found.append(self.item_list(token, depth + 1))
            elif token.type == "table_open":
                found.append(self.table((token.map or [0])[0]))
            elif token.type == "blockquote_open":
                found.extend(self.set_apart(*(token.map or (0, 1))))
        return tuple(captioned(found, self.faults))

    def check_indent(self, line: int, found: list[Block | Caption]) -> None:
        """A fault where a paragraph after a list is indented as if it belonged to a point, but too little for it."""
        if found and isinstance(found[-1], ItemList) and self.lines[line].startswith((" ", "\t")):
            message = "This paragraph is indented but belongs to no point, since it begins too far left."
            self.fault("PRO-01", message, "Begin it beneath the words of its point, or at the left margin.", line)

    def set_apart(self, first: int, last: int) -> Blocks:
        """What is set apart, which fills those lines; their opening token is behind us, and a paragraph follows."""
        for at in range(first, last):
            if not _QUOTED.match(self.lines[at]):
                mend = 'Put an empty line before it, or begin it with "> " if it is set apart too.'
                self.fault("PRO-01", f'"{self.lines[at].strip()[:40]}" runs on from the words set apart.', mend, at)
            self.lines[at] = _QUOTED.sub(lambda sign: " " * len(sign[0]), self.lines[at], count=1)
            typed = self.lines[at].strip()
            if at > first and (ASIDE.match(typed) or GLANCE.match(typed)):
                mend = 'Put an empty line before it, without ">".'
                self.fault("PRO-01", f'"{typed[:40]}" runs on from the words set apart above it.', mend, at)
        _, inline, _ = self.next(), self.next(), self.next()
        glance = GLANCE.match(inline.content)
        return self.at_a_glance(inline.content, glance.end(), first) if glance else (self.aside(inline, first),)

    def at_a_glance(self, content: str, start: int, line: int) -> Blocks:
        """The table of headline figures under its caption, of which the paragraph at its head is behind us."""
        caption = self.words(content, start, line, places(self.lines, content, line))
        begun = (Caption(caption),) if isinstance(caption, Paragraph) else ()
        blocks = self.blocks("blockquote_close", begun=begun, is_apart=True)
        for table in blocks:
            if isinstance(table, Table) and len(table.header) not in _HEADLINES:
                message = f"At a glance has {len(table.header)} headline figures."
                mend = "Choose three to eight, a column for each: what it counts, and beneath it the figure."
                self.fault("PRO-20", message, mend, table.line)
        return tuple(evolve(block, at_a_glance=True) if isinstance(block, Table) else block for block in blocks)

    def aside(self, inline: MarkdownToken, first: int) -> Aside:
        """Words set apart, of which the paragraph at their head is behind us."""
        head, _, rest = inline.content.partition("\n")
        where = places(self.lines, inline.content, first)
        typed = ASIDE.match(head)
        kind = AsideKind(typed[1].capitalize()) if typed else AsideKind.CALLOUT
        heading = self.words(head, typed.end() if typed else 0, first, where)
        if isinstance(heading, Picture) or not heading.runs:
            heading = Paragraph((), line=first)
            mend = f"Write it after {kind.value}:, in the same line."
            self.fault("PRO-19", f"It is not said {HEADING_TELLS[kind]}.", mend, first)
        words = (self.words(inline.content, len(head) + 1, first + 1, where, self.notes),) if rest else ()
        blocks = (*words, *self.blocks("blockquote_close", is_apart=True))
        if not blocks and kind not in COUNTED_ASIDES:
            mend = 'Write them beneath it, each line after "> ".'
            self.fault("PRO-19", f"{kind.value}: has no words beneath it.", mend, first)
        return Aside(kind, heading, blocks, first)

    def item_list(self, opening: MarkdownToken, depth: int) -> ItemList:
        """A list with its points; the list's first token is behind us."""
        line = (opening.map or [0])[0]
        if opening.markup not in "-.":
            marker, right = ("1)", "1.") if opening.markup == ")" else (opening.markup, "-")
            self.fault("PRO-02", f'A list begins with "{marker}".', f'Begin each point with "{right} " instead.', line)
        if depth == _LEVELS + 1:
            message = "These points stand deeper than sub-points, for which the house style has no form."
            self.fault("PRO-13", message, "Bring them up a level, or make them a sentence.", line)
        items = []
        while (token := self.next()).type == "list_item_open":
            items.append(self.item(token, depth))
        return ItemList(tuple(items), opening.type == "ordered_list_open", line)

    def item(self, opening: MarkdownToken, depth: int) -> Item:
        """One point; the name at the end of its first paragraph is the point's own."""
        line = (opening.map or [0])[0]
        blocks = self.blocks("list_item_close", depth)
        if opening.info and int(opening.info) > _HIGHEST:
            message = f'"{opening.info}." at the start of the line makes a point and is not printed.'
            mend = f'If no point is meant, write "{opening.info}\\.".'
            self.fault("PRO-03", message, mend, line, cause="numbers that make points")
        if not blocks:
            self.fault("PRO-16", "A point has no words.", "Write its words, or take the line away.", line)
        if blocks and isinstance(first := blocks[0], Paragraph) and first.name:
            return Item((evolve(first, name=""), *blocks[1:]), first.name, line)
        return Item(blocks, "", line)
