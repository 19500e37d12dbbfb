"""Blocks parted from their prose: what may be found wrong in them still knows where it was typed."""

from __future__ import annotations

from attrs import evolve

from bscb_docs.diagnostics.location import Place
from bscb_docs.prose.blocks import (
    Block,
    Blocks,
    Item,
    ItemList,
    Paragraph,
    Picture,
    Reference,
    Runs,
    SectionCall,
    Table,
    Token,
)
from bscb_docs.prose.parser import parse
from bscb_docs.records.typed_text import Prose


def part(prose: Prose) -> Blocks:
    """The blocks of a prose, for a page that sets them among others."""
    blocks = parse(prose)
    if "{{" not in prose.text and "](" not in prose.text:
        return blocks
    return tuple(_placed(block, prose.place) for block in blocks)


def _placed(block: Block, origin: Place) -> Block:
    if isinstance(block, Paragraph):
        return evolve(block, runs=_placed_runs(block.runs, origin))
    if isinstance(block, ItemList):
        items = (Item(tuple(_placed(b, origin) for b in i.blocks), i.name, i.line) for i in block.items)
        return evolve(block, items=tuple(items))
    if isinstance(block, Table):
        header, *rows = (tuple(_placed_runs(cell, origin) for cell in row) for row in (block.header, *block.rows))
        return evolve(block, header=header, rows=tuple(rows), caption=_placed_runs(block.caption, origin))
    if isinstance(block, Picture):
        return evolve(block, caption=_placed_runs(block.caption, origin), place=origin.down(block.line))
    return evolve(block, place=origin.down(block.line)) if isinstance(block, SectionCall) else block


def _placed_runs(runs: Runs, origin: Place) -> Runs:
    return tuple(
        evolve(run, place=origin.down(run.line, run.column)) if isinstance(run, Reference | Token) else run
        for run in runs
    )
