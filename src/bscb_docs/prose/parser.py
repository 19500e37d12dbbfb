"""Prose as blocks and findings, each text parsed once however often it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.prose.block_walk import named_in, plain, runs_in
from bscb_docs.prose.blocks import Block, Blocks, Item, Paragraph, Reference, Run, Runs, Text, Token
from bscb_docs.prose.prose_fault import Fault
from bscb_docs.prose.typed_lines import number_typed
from bscb_docs.records.names import fold
from bscb_docs.records.typed_text import Prose

if TYPE_CHECKING:
    from bscb_docs.prose.block_builder import BuiltBlocks
    from bscb_docs.prose.inline import Inline

Setable = Prose | str | Run | Block | Iterable[Block] | Iterable[Run] | Iterable[str] | Iterable[Prose]
"""What a template may set as paragraphs."""

_LONGEST_HEADING = 12
"""Words: what is longer is a sentence that somebody stresses."""


def parse(prose: Prose) -> Blocks:
    """The blocks of a prose: paragraphs, lists, tables, pictures and calls of sections."""
    return prose.keep(_build).blocks


def as_blocks(value: Setable) -> Blocks:
    """Any value that a template may set, as blocks."""
    if isinstance(value, Prose):
        return parse(value)
    if isinstance(value, str):
        return (Paragraph((Text(value),)),) if value else ()
    items = (value,) if isinstance(value, Run | Block) else tuple(value)
    if items and isinstance(items[0], Run):
        return (Paragraph(items),)  # type: ignore[arg-type]  # a line of runs has nothing but runs
    several = (as_blocks(each) if isinstance(each, str | Prose) else (each,) for each in items)
    return tuple(block for blocks in several for block in blocks)  # type: ignore[misc]  # what is no run is a block


def parse_line(prose: Prose) -> Runs:
    """The runs of a text of one line, such as a section's title."""
    return _line(prose, prose.text.strip()).words


def names(prose: Prose) -> tuple[tuple[str, Block | Item, int], ...]:
    """Each name given in the prose, with what bears it and its line, from 0 at the prose's first."""
    return named_in(parse(prose)) if "{#" in prose.text else ()


def references(prose: Prose) -> tuple[Reference, ...]:
    """Every `[word](#name)` of the prose."""
    return tuple(run for run in runs_in(parse(prose)) if isinstance(run, Reference)) if "](" in prose.text else ()


def tokens(prose: Prose) -> tuple[Token, ...]:
    """Every `{{ name }}` of the prose."""
    return tuple(run for run in runs_in(parse(prose)) if isinstance(run, Token)) if "{{" in prose.text else ()


def findings(prose: Prose, *, numbered: bool = False, of_work: bool = False, about: str = "") -> list[Finding]:
    """What is wrong with the Markdown, each at its line.

    `numbered` where paragraphs get their number by themselves, `of_work` where they are the words of work.
    """
    built = prose.keep(_build)
    faults = [*built.faults, *_names_twice(prose)]
    if numbered:
        faults += _typed_numbers(built.blocks, "twice")
    elif of_work:
        faults += _typed_numbers(built.blocks, "beside the one that is its own")
    faults += _bold_headings(built.blocks, may_be=numbered)
    return [fault.finding(prose.place, about) for fault in faults]


def line_findings(prose: Prose, *, numbered: bool = False, about: str = "") -> list[Finding]:
    """What is wrong with a text of one line, such as a section's title."""
    faults = list(_line(prose, prose.text).faults)
    if numbered and (fault := number_typed(prose.text, 0)):
        faults.append(fault)
    return [fault.finding(prose.place, about) for fault in faults]


def _line(prose: Prose, text: str) -> Inline:
    """A text of one line, read; what reads Markdown is waited for where there is some."""
    from bscb_docs.prose.inline import read_inline

    return read_inline(text, lambda pos: (0, pos + 1), prose)


def _build(prose: Prose) -> BuiltBlocks:
    """The blocks and faults of a prose, which it keeps: reading, rules and documents all ask for them."""
    from bscb_docs.prose.block_builder import build_blocks

    return build_blocks(prose)


def _names_twice(prose: Prose) -> Iterator[Fault]:
    known = set[str]()
    for name, _, line in names(prose):
        if fold(name) in known:
            mend = "Give one of them another name: figures and references could mean either."
            yield Fault("PRO-14", f"The name {{#{name}}} is given twice in this text.", mend, line)
        known.add(fold(name))


def _bold_headings(blocks: Blocks, *, may_be: bool) -> Iterator[Fault]:
    """A short line of bold alone, where a heading may be; elsewhere only before other words, and never their lead."""
    for block in blocks if may_be else blocks[:-1]:
        if not isinstance(block, Paragraph) or not all(isinstance(run, Text) and run.strong for run in block.runs):
            continue
        said = plain(block.runs).strip()
        words = said.rstrip(":") if may_be else said
        if words and len(words.split()) <= _LONGEST_HEADING and not words.endswith((".", "!", "?", ";", ":")):
            message = f'"{words}" is only set in bold: no heading is printed, and the contents do not list it.'
            mend = f'If it is a heading, write "## {words}" in its place.'
            if not may_be:
                message = f'"{words}" is only set in bold, and would be printed so.'
                mend = "These words have no headings: begin the paragraph beneath with it, or end it with a colon."
            yield Fault("PRO-18", message, mend, block.line)


def _typed_numbers(blocks: Blocks, how: str) -> Iterator[Fault]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.numbered and block.runs and isinstance(block.runs[0], Text):
            fault = number_typed(block.runs[0].text, block.line, how)
            if fault:
                yield fault
