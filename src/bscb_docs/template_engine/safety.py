"""Safety: what no template may hold: macros, embedded programs, links that Word would follow, more than it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from bscb_docs.diagnostics.codes import finding_of
from bscb_docs.diagnostics.finding import Finding
from bscb_docs.diagnostics.location import Place
from bscb_docs.ooxml.size_limits import refuse_bulk
from bscb_docs.ooxml.wordml import PACKAGE_RELATIONSHIPS
from bscb_docs.ooxml.xml_parser import STRICT

_PROGRAMS = re.compile(r"vbaProject|vbaData|/embeddings/|/activeX/|customUI|afchunk|\.bin$|\.exe$|\.js$", re.IGNORECASE)
_ADDRESS = re.compile(r"(https?://|mailto:)", re.IGNORECASE)


def safety_faults(parts: Mapping[str, bytes], name: str) -> Iterator[Finding]:
    """Macros and embedded programs, and links that Word would follow when it opens the file.

    TemplateError where the parts are larger than any template's.
    """
    refuse_bulk(parts, name)
    programs = sorted(part for part in parts if _PROGRAMS.search(f"/{part}"))
    if programs or b"macroEnabled" in parts.get("[Content_Types].xml", b""):
        yield finding_of("TPL-15", "The template holds macros, controls or embedded programs.", Place(name))
    for part in sorted(parts):
        if part.endswith(".rels"):
            for target, kind in _outside(parts[part]):
                if kind != "hyperlink" or not _ADDRESS.match(target):
                    yield finding_of("TPL-14", f"The template links to {target} outside itself.", Place(name))


def _outside(relations: bytes) -> Iterator[tuple[str, str]]:
    """The target and the kind of each relationship that leads out of the file."""
    if b"External" not in relations:
        return
    for relation in etree.fromstring(relations, STRICT).iter(f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"):
        if relation.get("TargetMode") == "External":
            yield relation.get("Target", ""), relation.get("Type", "").rpartition("/")[2]
