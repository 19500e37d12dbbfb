"""Forbidden parts, which no template may hold: macros, embedded programs, links that Word follows, needless bulk."""

from collections.abc import Iterator, Mapping

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.ooxml.content_types import read_content_types
from bscb_docs.ooxml.part_names import CONTENT_TYPES
from bscb_docs.ooxml.relationships import relationships_in, source_of
from bscb_docs.ooxml.size_limits import refuse_bulk
from bscb_docs.ooxml.unsafe_parts import is_followed_outside, is_program
from bscb_docs.ooxml.xml_trees import read_tree


def safety_faults(parts: Mapping[str, bytes], name: str) -> Iterator[Finding]:
    """Macros, embedded programs, and links that Word follows on opening; TemplateError where it is too large."""
    refuse_bulk(parts, name)
    types = read_content_types(parts[CONTENT_TYPES])
    if any(is_program(part, types.type_of(part)) for part in parts):
        yield finding_of("DOCX-20", "The template holds macros, controls or embedded programs.", Place(name))
    for part in sorted(parts):
        if part.endswith(".rels"):
            for relation in relationships_in(read_tree(parts[part]), source_of(part)):
                if is_followed_outside(relation):
                    yield finding_of("DOCX-19", f"The template links to {relation.target} outside itself.", Place(name))
