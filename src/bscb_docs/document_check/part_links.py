"""DOCX-04 to DOCX-06, DOCX-19 and DOCX-20: what the parts of a file are, and what they refer to in it and outside."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from bscb_docs.document_check.fault_tally import Fault, Faults
from bscb_docs.ooxml.content_types import ContentTypes, content_types_in
from bscb_docs.ooxml.part_names import CONTENT_TYPES
from bscb_docs.ooxml.relationships import Relationship, relationships_in, source_of
from bscb_docs.ooxml.unsafe_parts import is_followed_outside, is_program
from bscb_docs.ooxml.xml_trees import read_tree

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_EXPECTED = {
    "officeDocument": f"{_WORD}document.main+xml",
    **{
        name: f"{_WORD}{name}+xml"
        for name in ("styles", "numbering", "settings", "footnotes", "endnotes", "comments", "header", "footer")
    },
    "fontTable": f"{_WORD}fontTable+xml",
}
_SOUGHT_BY_ID = frozenset({"image", "hyperlink", "header", "footer", "chart"})


class Connections(NamedTuple):
    """The types of a file's parts, and their relationships by the name of the part that refers."""

    types: ContentTypes
    relations: Mapping[str, Sequence[Relationship]]

    def of(self, part: str, kind: str) -> list[str]:
        """The names of the parts that this part refers to as header, styles and so on."""
        return [found.target for found in self.relations.get(part, ()) if found.kind == kind and not found.is_outside]


@lru_cache(maxsize=32)  # most documents of a board are connected alike
def connect(names: frozenset[str], connecting: frozenset[tuple[str, bytes]]) -> tuple[Connections, Faults]:
    """How the parts of a file are connected, by its [Content_Types].xml and its .rels, which can be read."""
    trees = {part: read_tree(data) for part, data in connecting}
    types = content_types_in(trees.pop(CONTENT_TYPES))
    sources = {source_of(part): part for part in sorted(names) if part.endswith(".rels")}
    relations = {source: relationships_in(trees[part], source) for source, part in sources.items()}
    connections = Connections(types, relations)
    return connections, tuple(_connection_faults(connections, names))


def _connection_faults(connections: Connections, names: frozenset[str]) -> Iterator[Fault]:
    """What is wrong with the parts of a file and their relationships."""
    yield from _type_faults(connections.types, names)
    for source, relations in connections.relations.items():
        for number, times in Counter(relation.id for relation in relations).items():
            if times > 1:
                said = f"Two connections of {source or 'the file'} have the same number ({number})."
                yield Fault("DOCX-05", said)
        if source and source not in names:
            yield Fault("DOCX-05", f"Connections are given for the part {source}, which is not there.")
        for relation in relations:
            yield from _relation_faults(relation, connections, names)
    reached = _reached(connections)
    for name in sorted(names):
        if name not in reached and name != CONTENT_TYPES and not name.endswith(".rels"):
            yield Fault("DOCX-06", f"Nothing in the document uses the part {name}.")


def _type_faults(types: ContentTypes, names: frozenset[str]) -> Iterator[Fault]:
    """A fault for each part without a type, each type without its part, and each part of a dangerous kind."""
    for part in sorted(types.names.keys() - names):
        yield Fault("DOCX-04", f"A type is given for the part {part}, which is not there.")
    for name in sorted(names):
        kind = types.type_of(name)
        if not kind and name != CONTENT_TYPES:
            yield Fault("DOCX-04", f"The part {name} has no type.")
        if is_program(name, kind):
            said = f"The file holds a macro, a control or an embedded program ({name.rpartition('/')[2]})."
            yield Fault("DOCX-20", said)


def _relation_faults(relation: Relationship, connections: Connections, names: frozenset[str]) -> Iterator[Fault]:
    if is_followed_outside(relation):
        if relation.kind == "hyperlink":
            yield Fault("DOCX-19", "A link leads to something that is no web, e-mail or telephone address.")
        else:
            yield Fault("DOCX-19", f"The document fetches something from outside when it is opened ({relation.kind}).")
    elif relation.is_outside or (relation.kind == "hyperlink" and not relation.target.strip(".")):
        return
    elif relation.target not in names:
        yield Fault("DOCX-05", f"The part {relation.target} is missing.")
    else:
        kind = connections.types.type_of(relation.target)
        if relation.kind in _EXPECTED and kind != _EXPECTED[relation.kind] and "macroenabled" not in kind.lower():
            yield Fault("DOCX-04", f"The part {relation.target} has the wrong type for what it is ({relation.kind}).")


def _reached(connections: Connections) -> set[str]:
    reached = {""}
    waiting = [""]
    while waiting:
        for relation in connections.relations.get(waiting.pop(), ()):
            if not relation.is_outside and relation.target not in reached:
                reached.add(relation.target)
                waiting.append(relation.target)
    return reached


def use_faults(relations: Sequence[Relationship], used: set[str]) -> Iterator[Fault]:
    """A fault for each relation that a part uses and lacks, and for each picture or link that it has in vain."""
    known = {relation.id for relation in relations}
    for number in sorted(used - known):
        yield Fault("DOCX-05", f"The document refers to something that is not in the file ({number}).")
    for relation in relations:
        if relation.kind in _SOUGHT_BY_ID and relation.id not in used:
            yield Fault("DOCX-06", f"A {relation.kind} in the file is used nowhere.")
