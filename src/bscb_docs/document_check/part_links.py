"""DOCX-04 to DOCX-06, DOCX-19 and DOCX-20: what the parts of a file are, and what they refer to in it and outside."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from bscb_docs.document_check.faults import Fault, Faults
from bscb_docs.document_check.field_codes import is_safe_link
from bscb_docs.document_check.xml_trees import tree

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_EXPECTED = {
    "officeDocument": f"{_WORD}document.main+xml",
    **{
        name: f"{_WORD}{name}+xml"
        for name in ("styles", "numbering", "settings", "footnotes", "endnotes", "comments", "header", "footer")
    },
    "fontTable": f"{_WORD}fontTable+xml",
}
_ACTIVE = ("vbaproject", "activex", "macroenabled", "oleobject", "afchunk", "control", "attachedtoolbars", "vbadata")
_SOUGHT_BY_ID = frozenset({"image", "hyperlink", "header", "footer", "chart"})


class Relation(NamedTuple):
    """What one part refers to: the target is a part's name, or an address where it is outside."""

    id: str
    kind: str
    target: str
    outside: bool


class Connections(NamedTuple):
    """The types of a file's parts, and their relations by the name of the part that refers."""

    types: Mapping[str, str]
    relations: Mapping[str, tuple[Relation, ...]]

    def of(self, part: str, kind: str) -> list[str]:
        """The names of the parts that this part refers to as header, styles and so on."""
        return [found.target for found in self.relations.get(part, ()) if found.kind == kind and not found.outside]


@lru_cache(maxsize=32)
def connect(names: frozenset[str], connecting: frozenset[tuple[str, bytes]]) -> tuple[Connections, Faults]:
    """How the parts of a file are connected, by those that can be read of [Content_Types].xml and the .rels.

    Most documents of a board are connected alike: what was found for one is remembered.
    """
    trees = {part: tree(data) for part, data in connecting}
    types, faults = _read_types(trees.get("[Content_Types].xml"), names)
    relations = {}
    for part in sorted(names):
        if part.endswith(".rels"):
            source = _source_of(part)
            relations[source], wrong = _read_relations(trees.get(part), source)
            faults += wrong
    connections = Connections(types, relations)
    return connections, (*faults, *_connection_faults(connections, names))


def _read_types(root: Element | None, names: frozenset[str]) -> tuple[dict[str, str], list[Fault]]:
    """The type of each part, and a fault for each part without one and each type without its part."""
    types: dict[str, str] = {}
    faults: list[Fault] = []
    endings: dict[str, str] = {}
    for entry in () if root is None else root:
        kind = entry.get("ContentType") or ""
        if entry.tag == f"{_TYPES}Default":
            endings[(entry.get("Extension") or "").lower()] = kind
        elif entry.tag == f"{_TYPES}Override":
            part = (entry.get("PartName") or "").lstrip("/")
            types[part] = kind
            if part not in names:
                faults.append(Fault("DOCX-04", f"A type is given for the part {part}, which is not there."))
    for name in sorted(names - types.keys() - {"[Content_Types].xml"}):
        ending = name.rpartition(".")[2].lower()
        if ending in endings:
            types[name] = endings[ending]
        else:
            faults.append(Fault("DOCX-04", f"The part {name} has no type."))
    return types, faults


def _source_of(relations_part: str) -> str:
    """The part whose relations stand in this one; empty for the file's own."""
    folder, _, name = relations_part.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _read_relations(root: Element | None, source: str) -> tuple[tuple[Relation, ...], list[Fault]]:
    """The relations of one part, with a fault for each number given twice."""
    found: dict[str, Relation] = {}
    faults: list[Fault] = []
    for entry in () if root is None else root.findall(_RELATION):
        number = entry.get("Id") or ""
        outside = (entry.get("TargetMode") or "").lower() == "external"
        target = entry.get("Target") or ""
        if not outside:
            target = posixpath.normpath(
                posixpath.join(posixpath.dirname(source), unquote(target.partition("#")[0]))
                if not target.startswith("/")
                else target
            ).lstrip("/")
        if number in found:
            faults.append(
                Fault("DOCX-05", f"Two connections of {source or 'the file'} have the same number ({number}).")
            )
        found[number] = Relation(number, (entry.get("Type") or "").rpartition("/")[2], target, outside)
    return tuple(found.values()), faults


def _connection_faults(connections: Connections, names: frozenset[str]) -> Iterator[Fault]:
    """What is wrong with the parts of a file and their relations."""
    for source, relations in connections.relations.items():
        if source and source not in names:
            yield Fault("DOCX-05", f"Connections are given for the part {source}, which is not there.")
        for relation in relations:
            yield from _relation_faults(relation, connections, names)
    for name in sorted(names):
        said = f"{name} {connections.types.get(name, '')}".lower()
        if any(word in said for word in _ACTIVE):
            yield Fault(
                "DOCX-20", f"The file holds a macro, a control or an embedded program ({name.rpartition('/')[2]})."
            )
    reached = _reached(connections)
    for name in sorted(names):
        if name not in reached and name != "[Content_Types].xml" and not name.endswith(".rels"):
            yield Fault("DOCX-06", f"Nothing in the document uses the part {name}.")


def _relation_faults(relation: Relation, connections: Connections, names: frozenset[str]) -> Iterator[Fault]:
    if relation.outside:
        if relation.kind != "hyperlink":
            yield Fault("DOCX-19", f"The document fetches something from outside when it is opened ({relation.kind}).")
        elif not is_safe_link(relation.target):
            yield Fault("DOCX-19", "A link leads to something that is no web or e-mail address.")
    elif relation.kind == "hyperlink" and not relation.target.strip("."):
        return
    elif relation.target not in names:
        yield Fault("DOCX-05", f"The part {relation.target} is missing.")
    else:
        kind = connections.types.get(relation.target, "")
        if relation.kind in _EXPECTED and kind != _EXPECTED[relation.kind] and "macroenabled" not in kind.lower():
            yield Fault("DOCX-04", f"The part {relation.target} has the wrong type for what it is ({relation.kind}).")


def _reached(connections: Connections) -> set[str]:
    reached = {""}
    waiting = [""]
    while waiting:
        for relation in connections.relations.get(waiting.pop(), ()):
            if not relation.outside and relation.target not in reached:
                reached.add(relation.target)
                waiting.append(relation.target)
    return reached


def use_faults(relations: tuple[Relation, ...], used: set[str]) -> Iterator[Fault]:
    """A fault for each relation that a part uses and lacks, and for each picture or link that it has in vain."""
    known = {relation.id for relation in relations}
    for number in sorted(used - known):
        yield Fault("DOCX-05", f"The document refers to something that is not in the file ({number}).")
    for relation in relations:
        if relation.kind in _SOUGHT_BY_ID and relation.id not in used:
            yield Fault("DOCX-06", f"A {relation.kind} in the file is used nowhere.")
