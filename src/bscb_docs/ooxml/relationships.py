"""Relationships: what a part of a Word file leads to by the ids in its text: other parts, and addresses outside."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen
from lxml import etree
from markupsafe import escape

from bscb_docs.ooxml.wordml import DECLARATION, PACKAGE_RELATIONSHIPS
from bscb_docs.ooxml.xml_parser import STRICT

DOCUMENT = "word/document.xml"


@frozen
class Relationship:
    """What one id leads to: the whole name of a part, or an address outside the file."""

    id: str
    type: str
    target: str
    is_outside: bool = False

    @property
    def kind(self) -> str:
        """What stands at the end of the type, such as `image` or `header`."""
        return self.type.rpartition("/")[2]


def relationships_part(part: str) -> str:
    """The name of the part that holds a part's relationships."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def read_relationships(parts: Mapping[str, bytes], part: str = DOCUMENT) -> dict[str, Relationship]:
    """The relationships of a part by id, in their order; none where it has no part for them."""
    data = parts.get(relationships_part(part))
    if data is None:
        return {}
    found = {}
    for element in etree.fromstring(data, STRICT).iter(f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"):
        key, target = element.get("Id", ""), element.get("Target", "")
        outside = element.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
        found[key] = Relationship(key, element.get("Type", ""), target, outside)
    return found


@lru_cache(maxsize=64)  # documents without pictures and links of their own have those of the shell
def write_relationships(relationships: tuple[Relationship, ...]) -> bytes:
    """The part that holds the relationships of the body."""
    folder = posixpath.dirname(DOCUMENT)
    entries = "".join(
        f'<Relationship Id="{escape(one.id)}" Type="{escape(one.type)}" '
        + (
            f'Target="{escape(one.target)}" TargetMode="External"/>'
            if one.is_outside
            else f'Target="{escape(posixpath.relpath(one.target, folder))}"/>'
        )
        for one in relationships
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{entries}</Relationships>'.encode()
