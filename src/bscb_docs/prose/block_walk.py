"""A walk through blocks: their words, the names they give, the references and tokens in them."""

from collections.abc import Iterable, Iterator

from bscb_docs.prose.blocks import (
    Aside,
    Block,
    Blocks,
    Item,
    ItemList,
    Note,
    Paragraph,
    Picture,
    Reference,
    Run,
    Runs,
    SectionCall,
    Table,
    Text,
    Token,
)


def plain(prose: Blocks | Runs) -> str:
    """The words alone, a paragraph, point or row a line; a token keeps its braces, a reference its word."""
    lines: list[str] = []
    words = ""
    for part in prose:
        if isinstance(part, Text):
            words += part.text
        elif isinstance(part, Block):
            lines.extend(_block_lines(part))
        else:
            words += _run_words(part)
    return "\n".join([words, *lines] if words else lines)


def blocks_in(blocks: Iterable[Block]) -> Iterator[Block | Item]:
    """Every block, point and paragraph of a note, in the order of print; a note follows the words that refer to it."""
    for block in blocks:
        yield block
        if isinstance(block, Paragraph):
            yield from notes_of(block)
        elif isinstance(block, ItemList):
            for item in block.items:
                yield item
                yield from blocks_in(item.blocks)
        elif isinstance(block, Aside):
            yield from blocks_in((block.heading, *block.blocks))


def notes_of(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraphs of the notes that a paragraph refers to."""
    for run in paragraph.runs:
        if isinstance(run, Note):
            yield from run.paragraphs


def runs_in(blocks: Iterable[Block]) -> Iterator[Run]:
    """Every run of every paragraph, cell and caption."""
    for block in blocks_in(blocks):
        if isinstance(block, Paragraph):
            yield from block.runs
        elif isinstance(block, Table | Picture):
            yield from block.caption
        if isinstance(block, Table):
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from cell


def named_in(blocks: Iterable[Block]) -> tuple[tuple[str, Block | Item, int], ...]:
    """Each name given at the end of a paragraph, point or caption, with what bears it and its line from 0."""
    return tuple(
        (block.name, block, block.line)
        for block in blocks_in(blocks)
        if isinstance(block, Paragraph | Item | Table | Picture) and block.name
    )


def _block_lines(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield plain(block.runs)
        yield from (plain(note.runs) for note in notes_of(block))
    elif isinstance(block, SectionCall):
        yield f"{{{{ section {block.name} }}}}"
    elif isinstance(block, Table | Picture):
        yield from _display_lines(block)
    else:
        for inner in _inner(block):
            yield from _block_lines(inner)


def _inner(block: ItemList | Aside) -> Blocks:
    if isinstance(block, Aside):
        return (block.heading, *block.blocks)
    return tuple(inner for item in block.items for inner in item.blocks)


def _display_lines(block: Table | Picture) -> Iterator[str]:
    if block.caption:
        yield plain(block.caption)
    if isinstance(block, Picture):
        yield block.text
    else:
        for row in (block.header, *block.rows):
            yield " | ".join(plain(cell) for cell in row)


def _run_words(run: Run) -> str:
    if isinstance(run, Reference):
        return run.word
    if isinstance(run, Token):
        return f"{{{{ {run.name} }}}}"
    return run.text
