"""Captions: the line `Caption: ...` given to the table or picture that follows it."""

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.prose.blocks import Block, Paragraph, Picture, Table, Text
from bscb_docs.prose.prose_fault import Fault

CAPTION = re.compile(r"Caption:[ \t]*", re.IGNORECASE)

_NUMBERED = re.compile(r"(?:Table|Figure)\s+\d+(?:\.\d+)*[:.]?(?=\s)", re.IGNORECASE)


@frozen
class Caption(Compared):
    """The words after `Caption:`, waiting for what they belong to."""

    words: Paragraph


def captioned(found: Sequence[Block | Caption], faults: list[Fault]) -> list[Block]:
    """The blocks with each caption in what follows it; a caption that nothing follows stays a paragraph."""
    if {Caption, Table}.isdisjoint(map(type, found)):
        return [block for block in found if not isinstance(block, Caption)]
    blocks: list[Block] = []
    waiting: Paragraph | None = None
    for block in [*found, None]:
        if waiting and isinstance(block, Table | Picture):
            typed = _NUMBERED.match(waiting.runs[0].text) if isinstance(waiting.runs[0], Text) else None
            if typed:
                message = f'"{typed[0].strip()}" is typed here and would be printed twice.'
                mend = "Take the label and its number away; they are counted and printed by themselves."
                faults.append(Fault("PRO-04", message, mend, waiting.line, cause="printed numbers"))
            blocks.append(evolve(block, caption=waiting.runs, name=waiting.name or block.name))
            waiting = None
            continue
        if waiting:
            mend = "Put the caption directly before its table or picture, or begin the words otherwise."
            faults.append(Fault("PRO-17", "A caption has no table or picture after it.", mend, waiting.line))
            blocks.append(evolve(waiting, runs=(Text("Caption: "), *waiting.runs)))
        waiting = block.words if isinstance(block, Caption) else None
        if isinstance(block, Table) and not block.caption:
            mend = "Write a line before it that begins with Caption: and says what the table shows."
            faults.append(Fault("PRO-12", "A table has no caption.", mend, block.line))
        if block and not isinstance(block, Caption):
            blocks.append(block)
    return blocks
