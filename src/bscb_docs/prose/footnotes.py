"""Notes: the paragraphs that begin with `[^name]:`, taken apart from the text whose words refer to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from attrs import field, frozen

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.prose.block_walk import blocks_in
from bscb_docs.prose.blocks import Blocks, Note, Paragraph
from bscb_docs.prose.prose_fault import Fault

if TYPE_CHECKING:
    from markdown_it.token import Token as MarkdownToken

_OPENS, _CLOSES = "footnote_reference_open", "footnote_reference_close"


@frozen
class Noted(Compared):
    """A text without its notes, its notes by name, and what is wrong with them."""

    tokens: list[MarkdownToken]
    notes: dict[str, Note] = field(factory=dict)
    faults: list[Fault] = field(factory=list)


def part_notes(tokens: list[MarkdownToken], text: str, build: Callable[[list[MarkdownToken]], Blocks]) -> Noted:
    """The notes of a text, which `build` makes blocks of, and the tokens of all the rest."""
    if "[^" not in text:
        return Noted(tokens)
    noted = Noted([])
    walk = iter(tokens)
    for token in walk:
        if token.type != _OPENS:
            noted.tokens.append(token)
            continue
        name, line = str(token.meta["label"]), (token.map or [0])[0]
        blocks = build(_held(walk))
        noted.faults.extend(_faults(name, line, blocks, text, is_known=name in noted.notes))
        noted.notes.setdefault(name, Note(tuple(each for each in blocks_in(blocks) if isinstance(each, Paragraph))))
    return noted


def _held(walk: Iterator[MarkdownToken]) -> list[MarkdownToken]:
    """The tokens of the note that was opened; what opens it and ends it left out."""
    held: list[MarkdownToken] = []
    for token in walk:
        if token.type == _CLOSES:
            break
        held.append(token)
    return held


def _faults(name: str, line: int, blocks: Blocks, text: str, *, is_known: bool) -> Iterator[Fault]:
    if is_known:
        message, mend = f"The note [^{name}] is given twice in this text.", "Give one of them another name."
        yield Fault("PRO-14", message, mend, line)
    elif text.count(f"[^{name}]") == 1:
        mend = f"Put [^{name}] after the word that it belongs to, or take the note away."
        yield Fault("PRO-22", f"Nothing refers to the note [^{name}], so that it is not printed.", mend, line)
    if not blocks:
        yield Fault("PRO-22", f"The note [^{name}] has no words.", "Write them after its colon.", line)
    elif not all(isinstance(block, Paragraph) for block in blocks):
        message = f"The note [^{name}] holds more than paragraphs, which alone can stand in a note."
        yield Fault("PRO-22", message, "Write it as a sentence, or set it in the text.", line)
