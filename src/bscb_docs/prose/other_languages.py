"""Blocks in another language: every run of a text that says which language it is in."""

from __future__ import annotations

from attrs import evolve

from bscb_docs.prose.blocks import (
    Aside,
    Block,
    Blocks,
    ItemList,
    Link,
    Note,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
    Text,
)


def in_language(blocks: Blocks, language: str) -> Blocks:
    """The blocks with all their words in that language, but for those that say another themselves."""
    return tuple(_block(block, language) for block in blocks)


def runs_in_language(runs: Runs, language: str) -> Runs:
    """The runs in that language, but for those that say another themselves."""
    return tuple(_run(run, language) for run in runs)


def _block(block: Block, language: str) -> Block:
    if isinstance(block, Paragraph):
        return evolve(block, runs=runs_in_language(block.runs, language))
    if isinstance(block, ItemList):
        items = (evolve(item, blocks=in_language(item.blocks, language)) for item in block.items)
        return evolve(block, items=tuple(items))
    if isinstance(block, Aside):
        heading = evolve(block.heading, runs=runs_in_language(block.heading.runs, language))
        return evolve(block, heading=heading, blocks=in_language(block.blocks, language))
    if isinstance(block, Table):
        header, *rows = (tuple(runs_in_language(cell, language) for cell in row) for row in (block.header, *block.rows))
        block = evolve(block, header=header, rows=tuple(rows))
    if isinstance(block, Table | Picture):
        return evolve(block, caption=runs_in_language(block.caption, language))
    return block


def _run(run: Run, language: str) -> Run:
    if isinstance(run, Text | Link):
        return run if run.language else evolve(run, language=language)
    if isinstance(run, Note):
        paragraphs = (evolve(each, runs=runs_in_language(each.runs, language)) for each in run.paragraphs)
        return evolve(run, paragraphs=tuple(paragraphs))
    return run
