"""Template sync: the house's styles, numbering and theme in a section's template, so that it looks right in Word."""

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from bscb_docs.authoring.draft_template import pack
from bscb_docs.diagnostics.errors import TemplateError
from bscb_docs.ooxml.content_types import read_content_types
from bscb_docs.ooxml.house_file import HouseFile, house_file
from bscb_docs.ooxml.package import read_parts, sound
from bscb_docs.ooxml.part_names import CONTENT_TYPES, DOCUMENT, FONT_TABLE, NUMBERING, STYLES, THEME
from bscb_docs.ooxml.relationships import Relationship, read_relationships, relationships_part, write_relationships
from bscb_docs.ooxml.styles import styles_of
from bscb_docs.ooxml.xml_parser import STRICT, written
from bscb_docs.ooxml.xml_trees import RELATIONSHIPS, w
from bscb_docs.output.atomic_files import write_whole

_SHARED = {STYLES: "styles", NUMBERING: "numbering", FONT_TABLE: "fontTable", THEME: "theme"}
"""The parts that give a template its look, with the kind of relationship that leads to each."""


def sync_template(data: bytes, house: HouseFile, name: str = "the template") -> bytes:
    """The template with the house file's look; the very same bytes where it has it already.

    Styles are matched by name. One that the house does not have is kept where a paragraph uses it, so that template
    check can still name it, and where it is no style of Word itself, since its section may set words in it.
    TemplateError where the template cannot be read.
    """
    parts = read_parts(data, name)
    if DOCUMENT not in parts:
        raise TemplateError(f"{name} is no Word document.", "Open it in Word and save it as .docx.")
    with sound(name):
        synced = _synced(parts, house)
    return data if synced == parts else pack(synced)


def _synced(parts: Mapping[str, bytes], house: HouseFile) -> dict[str, bytes]:
    shared = {part: house.parts[part] for part in _SHARED if part in house.parts}
    own = styles_of(parts).by_name
    ids = {style.id: house.styles[key].id for key, style in own.items() if key in house.styles}
    strange = {style.id for key, style in own.items() if key not in house.styles}
    document = _with_ids(parts[DOCUMENT], ids)
    kept = {identifier for identifier in strange if f'"{identifier}"'.encode() in document}
    kept |= strange & _custom(parts.get(STYLES, b""))
    if kept:
        shared[STYLES] = _keeping(shared[STYLES], parts[STYLES], kept, ids)
    synced = {**parts, **shared, DOCUMENT: document}
    join_parts(synced, {part: _SHARED[part] for part in shared}, house)
    return synced


def join_parts(parts: dict[str, bytes], kinds: Mapping[str, str], house: HouseFile) -> None:
    """Makes a Word file know parts of the house's that it was given, by the kind of relationship that leads to each."""
    leads, types = read_relationships(parts).values(), read_content_types(parts[CONTENT_TYPES])
    targets = {each.target for each in leads}
    if fresh := [part for part in kinds if part not in targets]:
        new = (Relationship(f"rHouse{kinds[part]}", f"{RELATIONSHIPS}/{kinds[part]}", part) for part in fresh)
        parts[relationships_part(DOCUMENT)] = write_relationships((*leads, *new))
    if untyped := {part: house.content_types.type_of(part) for part in kinds if part not in types.names}:
        parts[CONTENT_TYPES] = types.with_names(untyped).write()


def _custom(styles: bytes) -> set[str]:
    """The ids of the styles that somebody made, and not Word."""
    found = etree.fromstring(styles, STRICT).iter(w("style")) if styles else ()
    return {style.get(w("styleId"), "") for style in found if style.get(w("customStyle")) in {"1", "true", "on"}}


def _with_ids(document: bytes, ids: Mapping[str, str]) -> bytes:
    """The text with the house file's style ids, left as it is where they are the same already."""
    if all(old == new for old, new in ids.items()):
        return document
    root = etree.fromstring(document, STRICT)
    rename_styles(root, ids)
    return written(root)


def rename_styles(root: etree._Element, ids: Mapping[str, str]) -> None:
    """Gives each mention of a style in some text, or in another style, the id that it has elsewhere."""
    for element in root.iter(*(w(name) for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))):
        value = element.get(w("val"), "")
        element.set(w("val"), ids.get(value, value))


def _keeping(house: bytes, own: bytes, strange: set[str], ids: Mapping[str, str]) -> bytes:
    """The house's styles and, after them, those of the template that the house does not have."""
    root = etree.fromstring(house, STRICT)
    for style in etree.fromstring(own, STRICT).iter(w("style")):
        if style.get(w("styleId")) in strange:
            rename_styles(style, ids)
            root.append(style)
    return written(root)


def sync_file(file: Path, house: Path | None = None) -> bool:
    """Gives a template in a file the styles of a house file, the library's own if None; True where it changed."""
    old = file.read_bytes()
    synced = sync_template(old, house_file(house), file.name)
    if synced != old:
        write_whole(file, synced)
    return synced != old
