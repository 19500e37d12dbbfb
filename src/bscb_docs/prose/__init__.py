"""Light Markdown as typed blocks and runs; the only room that knows markdown-it-py."""

from bscb_docs.prose.blocks import (
    Block,
    Blocks,
    Item,
    ItemList,
    Link,
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
from bscb_docs.prose.contents import blocks_in, plain, runs_in
from bscb_docs.prose.escape import escape
from bscb_docs.prose.parser import findings, line_findings, names, parse, parse_line, references, tokens

__all__ = [
    "Block",
    "Blocks",
    "Item",
    "ItemList",
    "Link",
    "Paragraph",
    "Picture",
    "Reference",
    "Run",
    "Runs",
    "SectionCall",
    "Symbol",
    "Table",
    "Text",
    "Token",
    "blocks_in",
    "escape",
    "findings",
    "line_findings",
    "names",
    "parse",
    "parse_line",
    "plain",
    "references",
    "runs_in",
    "tokens",
]
