"""Light Markdown as typed blocks and runs; the only room that knows markdown-it-py."""

from bscb_docs.prose.block_walk import blocks_in, notes_of, plain, runs_in
from bscb_docs.prose.blocks import (
    Aside,
    AsideKind,
    Block,
    Blocks,
    Item,
    ItemList,
    Link,
    Note,
    Paragraph,
    Picture,
    Reference,
    Run,
    Runs,
    SectionCall,
    Symbol,
    Table,
    Text,
    Token,
)
from bscb_docs.prose.escape import escape
from bscb_docs.prose.parser import findings, line_findings, names, parse, parse_line, references, tokens
