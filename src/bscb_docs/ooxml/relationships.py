"""Relationships: what a part of a Word file leads to by the ids in its text: other parts, and addresses outside."""

import posixpath
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from attrs import field, frozen
from markupsafe import escape

from bscb_docs.diagnostics.compared_values import Compared
from bscb_docs.ooxml.part_names import DOCUMENT
from bscb_docs.ooxml.word_markup import DECLARATION, PACKAGE_RELATIONSHIPS
from bscb_docs.ooxml.xml_trees import read_tree


@frozen
class Relationship(Compared):
    """What one id leads to: the whole name of a part, or an address outside the file."""

    id: str
    type: str
    target: str
    is_outside: bool = False

    @property
    def kind(self) -> str:
        """What stands at the end of the type, such as `image` or `header`."""
        return self.type.rpartition("/")[2]


@frozen
class Resource(Compared):
    """A picture or an outside address that a template uses, by a key that depends on its content."""

    key: str
    type: str
    target: str
    data: bytes = field(default=b"", repr=False)

    @property
    def is_outside(self) -> bool:
        """True for an address, False for a part of the file."""
        return not self.data


def relationships_part(part: str) -> str:
    """The name of the part that holds a part's relationships."""
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def source_of(relationships: str) -> str:
    """The part whose relationships stand in that part; empty for the file's own."""
    folder, _, name = relationships.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def read_relationships(parts: Mapping[str, bytes], part: str = DOCUMENT) -> dict[str, Relationship]:
    """The relationships of a part by id, in their order; none where it has no part for them."""
    data = parts.get(relationships_part(part))
    return {} if data is None else {found.id: found for found in relationships_in(read_tree(data), part)}


def relationships_in(root: Element, part: str) -> list[Relationship]:
    """The relationships of a part as they stand in the part for them, in order, perhaps two of one id."""
    found = []
    for element in root.findall(f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"):
        target, outside = element.get("Target", ""), element.get("TargetMode", "").lower() == "external"
        if not outside:
            inside = unquote(target.partition("#")[0])
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), inside)).lstrip("/")
        found.append(Relationship(element.get("Id", ""), element.get("Type", ""), target, outside))
    return found


def write_relationships(relationships: tuple[Relationship, ...]) -> bytes:
    """The part that holds the relationships of the body."""
    entries = "".join(map(_written, relationships))
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{entries}</Relationships>'.encode()


@lru_cache(maxsize=512)
def _written(one: Relationship) -> str:
    """The element of a relationship; most are the house's, and the same in every document."""
    begun = f'<Relationship Id="{escape(one.id)}" Type="{escape(one.type)}" '
    if one.is_outside:
        return f'{begun}Target="{escape(one.target)}" TargetMode="External"/>'
    return f'{begun}Target="{quote(posixpath.relpath(one.target, posixpath.dirname(DOCUMENT)))}"/>'
