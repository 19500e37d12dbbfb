"""The words of a story, block by block -> what they give away, each in its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from bscb_docs.document_check.block_shapes import Line, Shape, words
from bscb_docs.document_check.fault_tally import Fault
from bscb_docs.document_check.floating_layout import carries_something
from bscb_docs.document_check.id_register import Place
from bscb_docs.document_check.telltales import is_symbol_alone, is_typed_item, line_faults, suspects
from bscb_docs.document_check.text_look import EDGE
from bscb_docs.document_check.whereabouts import Where
from bscb_docs.ooxml.styles import Styles

BLANK = Fault("ACC-22", "A blank paragraph is used for spacing.")


class Passage(NamedTuple):
    """A block that was read: its shape, its texts, and where it stands."""

    shape: Shape
    texts: list[str]
    where: Where

    def say(self, fault: Fault | None = None) -> str:
        """The place of the fault, or of the block, in words."""
        number, cell = (fault.line, fault.cell) if fault is not None else (-1, 0)
        if number < 0 and self.where.table and not cell:
            return self.where.say()
        lines = self.shape.lines
        found = lines[number] if number >= 0 else next((line for line in lines if line.cell == cell), None)
        return self.where.say(words(found.parts, self.texts) if found else "", cell)


def read_passages(
    passages: Sequence[Passage], texts: Sequence[str], kind: str, styles: Styles
) -> Iterator[tuple[Fault, Place]]:
    """What the words of a story of that kind give away, each with its place; `texts` are all of theirs."""
    found = suspects(texts)
    if not found:
        return
    starts = list(accumulate((len(passage.texts) for passage in passages), initial=0))
    done: set[tuple[int, int]] = set()
    for number in found:
        index = bisect_right(starts, number) - 1
        passage = passages[index]
        for place, line in enumerate(passage.shape.lines):
            if number - starts[index] in line.parts and (index, place) not in done:
                done.add((index, place))
                yield from _read_line(line, passage, kind, styles)


def _read_line(line: Line, passage: Passage, kind: str, styles: Styles) -> Iterator[tuple[Fault, Place]]:
    text = words(line.parts, passage.texts)
    place = partial(passage.where.say, text, line.cell)
    plain = kind != EDGE and not styles.named(line.style).startswith("toc ")
    lines = [each for each in passage.shape.lines if line.cell and each.cell == line.cell]
    for fault in line_faults(text, plain=plain):
        yield fault, place
    if plain and is_typed_item(text, alone=len(lines) == 1) and not styles.is_numbered(line.style, line.element):
        yield Fault("ACC-11", "A list is typed by hand: its sign or number is part of the words."), place
    if line.cell:
        if is_symbol_alone("".join([words(each.parts, passage.texts) for each in lines])):
            yield Fault("ACC-17", "A table cell says something by a symbol alone."), place
    elif not text.strip() and not carries_something(line):
        yield BLANK, place
