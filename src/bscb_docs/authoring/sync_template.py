"""Template sync: the house's styles, numbering and theme in a section's template, so that it looks right in Word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from bscb_docs.authoring.draft_template import pack
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml.house_file import THEME, HouseFile, house_file
from bscb_docs.ooxml.package import read_parts
from bscb_docs.ooxml.styles import read_styles
from bscb_docs.ooxml.wordml import MAIN, PACKAGE_RELATIONSHIPS, RELATIONSHIPS
from bscb_docs.ooxml.xml_parser import STRICT
from bscb_docs.ooxml.xml_trees import UnreadableError
from bscb_docs.output.atomic_files import write_whole

_W = f"{{{MAIN}}}"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_SHARED = {
    "word/styles.xml": ("styles", _TYPE.format("styles")),
    "word/numbering.xml": ("numbering", _TYPE.format("numbering")),
    "word/fontTable.xml": ("fontTable", _TYPE.format("fontTable")),
    THEME: ("theme", "application/vnd.openxmlformats-officedocument.theme+xml"),
}
"""The parts that give a template its look, with the kind of relationship and the type of each."""


def sync_template(data: bytes, house: HouseFile, name: str = "the template") -> bytes:
    """The template with the house file's look; the very same bytes where it has it already.

    Styles are matched by name. One that the house does not have is kept where a paragraph uses it, so that template
    check can still name it, and where it is no style of Word itself, since its section may set words in it.
    TemplateError where the template cannot be read.
    """
    parts = read_parts(data, name)
    if "word/document.xml" not in parts:
        raise TemplateError(f"{name} is no Word document. Open it in Word and save it as .docx.")
    try:
        synced = _synced(parts, house)
    except (etree.XMLSyntaxError, UnreadableError) as fault:
        raise TemplateError(f"{name} is damaged. Open it in Word and save it again.") from fault
    return data if synced == parts else pack({n: d for n, d in synced.items() if n != _TYPES}, synced[_TYPES])


_TYPES = "[Content_Types].xml"


def _synced(parts: Mapping[str, bytes], house: HouseFile) -> dict[str, bytes]:
    shared = {part: house.parts[part] for part in _SHARED if part in house.parts}
    own = read_styles(parts.get("word/styles.xml", b"")).by_name
    ids = {style.id: house.styles[key].id for key, style in own.items() if key in house.styles}
    strange = {style.id for key, style in own.items() if key not in house.styles}
    document = _with_ids(parts["word/document.xml"], ids)
    kept = {identifier for identifier in strange if f'"{identifier}"'.encode() in document}
    kept |= strange & _custom(parts.get("word/styles.xml", b""))
    if kept:
        shared["word/styles.xml"] = _keeping(shared["word/styles.xml"], parts["word/styles.xml"], kept, ids)
    synced = {**parts, **shared, "word/document.xml": document}
    synced["word/_rels/document.xml.rels"] = _related(parts.get("word/_rels/document.xml.rels", b""), shared)
    synced[_TYPES] = _typed(parts[_TYPES], shared)
    return synced


def _custom(styles: bytes) -> set[str]:
    """The ids of the styles that somebody made, and not Word."""
    found = etree.fromstring(styles, STRICT).iter(f"{_W}style") if styles else ()
    return {style.get(f"{_W}styleId", "") for style in found if style.get(f"{_W}customStyle") in {"1", "true", "on"}}


def _with_ids(document: bytes, ids: Mapping[str, str]) -> bytes:
    """The text with the house file's style ids, left as it is where they are the same already."""
    if all(old == new for old, new in ids.items()):
        return document
    root = etree.fromstring(document, STRICT)
    for element in root.iter(f"{_W}pStyle", f"{_W}rStyle", f"{_W}tblStyle"):
        value = element.get(f"{_W}val", "")
        element.set(f"{_W}val", ids.get(value, value))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _keeping(house: bytes, own: bytes, strange: set[str], ids: Mapping[str, str]) -> bytes:
    """The house's styles and, after them, those of the template that the house does not have."""
    root = etree.fromstring(house, STRICT)
    for style in etree.fromstring(own, STRICT).iter(f"{_W}style"):
        if style.get(f"{_W}styleId") in strange:
            for link in style.iter(f"{_W}basedOn", f"{_W}next", f"{_W}link"):
                value = link.get(f"{_W}val", "")
                link.set(f"{_W}val", ids.get(value, value))
            root.append(style)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _related(relations: bytes, shared: Mapping[str, bytes]) -> bytes:
    """The relationships with one to each shared part."""
    text = relations.decode() or f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}"></Relationships>'
    text = re.sub(r"<Relationships ([^>]*)/>", r"<Relationships \1></Relationships>", text)
    added = "".join(
        f'<Relationship Id="rHouse{number}" Type="{RELATIONSHIPS}/{_SHARED[part][0]}" Target="{part[5:]}"/>'
        for number, part in enumerate(shared, 1)
        if f'Target="{part[5:]}"' not in text and f'Target="/{part}"' not in text
    )
    return text.replace("</Relationships>", f"{added}</Relationships>").encode()


def _typed(types: bytes, shared: Mapping[str, bytes]) -> bytes:
    """The list of types with the type of each shared part."""
    text = types.decode()
    added = "".join(
        f'<Override PartName="/{part}" ContentType="{_SHARED[part][1]}"/>'
        for part in shared
        if f'PartName="/{part}"' not in text
    )
    return text.replace("</Types>", f"{added}</Types>").encode()


def sync_file(file: Path, house: Path | None = None) -> bool:
    """Gives a template in a file the styles of a house file, the library's own if None; True where it changed."""
    old = file.read_bytes()
    synced = sync_template(old, house_file(house), file.name)
    if synced != old:
        write_whole(file, synced)
    return synced != old
