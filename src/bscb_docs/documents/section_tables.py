"""Section tables: in which section each table of a document stands, so that what is found there is told with whose."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bscb_docs.diagnostics.finding import Finding
from bscb_docs.documents.template_faults import told_of
from bscb_docs.ooxml.house_file import HouseFile
from bscb_docs.ooxml.marks import STX, mark
from bscb_docs.plugin_api.section import Section
from bscb_docs.template_engine.compiler import compile_section

_BEGIN, _END = "begin", "end"
_SECTION_OR_TABLE = re.compile("\x02(begin|end):([^\x03]*)\x03|<w:tbl>")
_TABLE = re.compile(r"\btable (\d+)(?:, row \d+, cell (\d+))?")


def bounded(section: Section[Any], filled: list[str]) -> list[str]:
    """The filled text of a section between marks that say whose it is; nothing where it has none."""
    return [mark(_BEGIN, section.name), *filled, mark(_END)] if filled else []


def with_sections(
    found: Iterable[Finding], body: Iterable[str], sections: Mapping[str, Section[Any]], house: HouseFile
) -> Iterator[Finding]:
    """What the check of a Word file found, and of a table in which section it stands and what its template has there.

    The filled body says where each section begins and ends; its tables are counted as the check counts them.
    """
    owners: list[str] = []
    for each in found:
        number = _TABLE.search(each.place.within)
        owners = owners or ([*_owners(body)] if number else [])
        name = owners[int(number[1]) - 1] if number and int(number[1]) <= len(owners) else ""
        if number and name in sections:
            yield from told_of(sections[name], _tag_in(sections[name], number[2], house), [each])
        else:
            yield each


def _owners(body: Iterable[str]) -> Iterator[str]:
    """The name of the innermost section that each table of a filled body stands in."""
    names: list[str] = []
    telling = (piece for piece in body if STX in piece or "<w:tbl>" in piece)
    for found in (found for piece in telling for found in _SECTION_OR_TABLE.finditer(piece)):
        if found[1] == _BEGIN:
            names.append(found[2])
        elif found[1] == _END:
            names.pop()
        else:
            yield names[-1] if names else ""


def _tag_in(section: Section[Any], cell: str | None, house: HouseFile) -> str:
    """The tag, and its place, that a section's template has in cells of that number; "" of none or several."""
    own = (each for each in compile_section(section.template, house, section.filters).places if cell)
    cells = [each for each in own if each.place.within.endswith(f", cell {cell}")]
    tags = [
        f", whose template has `{tag}` there ({each.place})" for each in cells for tag in each.tags if tag[1] == "{"
    ]
    return tags[0] if len(tags) == 1 else ""
