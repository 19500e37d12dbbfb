"""The markup between two blocks -> the tables that begin and end there, and the properties that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from bscb_docs.document_check.faults import Faults
from bscb_docs.document_check.names_used_in import Names, names_in
from bscb_docs.document_check.schema_order import misplaced
from bscb_docs.document_check.xml_trees import fragments

_TOKEN = re.compile(rb"<(/?)([\w:]+)([^>]*?)(/?)>")
_HOLDERS = frozenset(
    b"w:document w:body w:hdr w:ftr w:footnotes w:footnote w:endnotes w:endnote w:comments w:comment w:tbl w:tr w:tc "
    b"w:sdt w:sdtContent w:customXml w:smartTag w:ins w:del w:moveFrom w:moveTo "
    b"mc:AlternateContent mc:Choice holder".split()
)
_PROPERTIES = frozenset({b"w:tblPr", b"w:sectPr", b"w:sdtPr"})


class Step(NamedTuple):
    """A table that opens or closes, or properties: their element, and what stands in the wrong place in them."""

    opens: bool = False
    closes: bool = False
    properties: Element | None = None
    faults: Faults = ()


class Between(NamedTuple):
    """What stands between two blocks, in order, and what it names."""

    steps: tuple[Step, ...]
    names: Names | None


@lru_cache(maxsize=512)
def read_between(markup: bytes, root: bytes) -> Between:
    """What stands in this markup of a part of that root."""
    return Between(tuple(_steps(markup, root)), names_in(markup))


def _steps(markup: bytes, root: bytes) -> Iterator[Step]:
    depth = start = 0
    for token in _TOKEN.finditer(markup):
        closing, name, _, empty = token.groups()
        if depth == 0:
            if name == b"w:tbl":
                yield Step(opens=not closing, closes=bool(closing or empty))
            if closing or name in _HOLDERS:
                continue
            start = token.start()
        if closing:
            depth -= 1
        elif not empty:
            depth += 1
        if depth == 0 and name in _PROPERTIES:
            (properties,) = fragments([markup[start : token.end()]], root)
            if properties is not None:
                yield Step(properties=properties, faults=tuple(misplaced(properties)))
