"""Forbidden parts, which no template may hold: macros, embedded programs, links that Word follows, needless bulk."""

import re
from collections.abc import Iterator, Mapping

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.diagnostics.safe_links import is_safe_link
from bscb_docs.ooxml.part_names import CONTENT_TYPES
from bscb_docs.ooxml.relationships import relationships_in, source_of
from bscb_docs.ooxml.size_limits import refuse_bulk
from bscb_docs.ooxml.xml_trees import read_tree

_PROGRAMS = re.compile(r"vbaProject|vbaData|/embeddings/|/activeX/|customUI|afchunk|\.bin$|\.exe$|\.js$", re.IGNORECASE)


def safety_faults(parts: Mapping[str, bytes], name: str) -> Iterator[Finding]:
    """Macros, embedded programs, and links that Word follows on opening; TemplateError where it is too large."""
    refuse_bulk(parts, name)
    programs = sorted(part for part in parts if _PROGRAMS.search(f"/{part}"))
    if programs or b"macroEnabled" in parts.get(CONTENT_TYPES, b""):
        yield finding_of("DOCX-20", "The template holds macros, controls or embedded programs.", Place(name))
    for part in sorted(parts):
        if part.endswith(".rels"):
            for relation in relationships_in(read_tree(parts[part]), source_of(part)):
                if relation.is_outside and (relation.kind != "hyperlink" or not is_safe_link(relation.target)):
                    yield finding_of("DOCX-19", f"The template links to {relation.target} outside itself.", Place(name))
