"""Word files that a person made: the pictures of templates, and the board's own house.docx."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest
from one_section import Words, house_parts, packed, paragraph, template

import bscb_docs
from bscb_docs import (
    Board,
    BoardDetails,
    BuiltDocument,
    Layout,
    Prose,
    RegisterEntry,
    Section,
    SectionChoice,
    TemplateError,
    hookimpl,
)
from bscb_docs.package import Member, read_parts, write_package

PICTURE = (
    "<w:p><w:r><w:drawing><wp:inline"
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="300000" cy="300000"/><wp:docPr id="1" name="x" descr="A square"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="rIdPic"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="300000" cy="300000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r></w:p>"
)
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
NO_RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
BODY_RELATIONSHIPS, HEADER_RELATIONSHIPS = "word/_rels/document.xml.rels", "word/_rels/header1.xml.rels"


def square(red: int, green: int, blue: int) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = (b"\0" + bytes((red, green, blue)) * 8) * 8
    size = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + size + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


RED, GREEN, BLUE = square(255, 0, 0), square(0, 255, 0), square(0, 0, 255)


def with_picture(parts: Mapping[str, bytes], data: bytes, of: str = BODY_RELATIONSHIPS) -> dict[str, bytes]:
    """The parts and a picture in the file and under the id that Word and a drawing give it."""
    entry = f'<Relationship Id="rIdPic" Type="{IMAGE}" Target="media/image1.png"/>'
    relationships = parts.get(of, NO_RELATIONSHIPS.encode()).decode()
    types = parts["[Content_Types].xml"].decode()
    return {
        **parts,
        "word/media/image1.png": data,
        of: relationships.replace("</Relationships>", f"{entry}</Relationships>").encode(),
        "[Content_Types].xml": types.replace(
            "<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1
        ).encode(),
    }


def house_with_logo() -> dict[str, bytes]:
    """The house's file with a picture in the header of every page but the first."""
    parts = with_picture(house_parts(), BLUE, HEADER_RELATIONSHIPS)
    header = parts["word/header1.xml"].decode()
    return {**parts, "word/header1.xml": header.replace("</w:hdr>", f"{PICTURE}</w:hdr>").encode()}


def changed(part: str, pattern: str, new: str) -> dict[str, bytes]:
    """The house's file with one thing changed in a part."""
    parts = house_parts()
    text, count = re.subn(pattern, new, parts[part].decode(), count=1, flags=re.DOTALL)
    assert count == 1
    return {**parts, part: text.encode()}


def build(
    folder: Path,
    *templates: Mapping[str, bytes],
    house: Mapping[str, bytes] | None = None,
    layout: Layout = Layout.FLOWING,
    text: str = "",
) -> BuiltDocument:
    """A document of those templates in order, the last in that layout, in the board's own house if it brings one."""
    sections = []
    for number, parts in enumerate(templates):
        path = folder / f"section{number}.docx"
        path.write_bytes(packed(parts))
        own = layout if number == len(templates) - 1 else Layout.FLOWING
        page = Words(text=Prose(text))
        sections.append(Section(f"section{number}", path, Words, lambda board, document, page=page: page, layout=own))
    if house:
        (folder / "house.docx").write_bytes(packed(house))
    plugin = ModuleType("house_files_plugin")

    @hookimpl
    def bscb_docs_sections() -> list[Section]:
        return sections

    vars(plugin)["bscb_docs_sections"] = bscb_docs_sections
    entry = RegisterEntry(id="one", title="One", sections=tuple(SectionChoice(s.name) for s in sections))
    return bscb_docs.build(
        Board(records=(BoardDetails(title="Board of a test"), entry), plugins=(plugin,), folder=folder), "one"
    )


def pictures_of(built: BuiltDocument) -> list[bytes]:
    """The pictures that the body shows, in order."""
    parts = read_parts(built.data, "the file")
    targets = dict(re.findall(r'Id="([^"]*)"[^>]*Target="([^"]*)"', parts[BODY_RELATIONSHIPS].decode()))
    return [parts[f"word/{targets[key]}"] for key in re.findall('r:embed="([^"]*)"', parts["word/document.xml"].decode())]


def invalid(built: BuiltDocument) -> list[str]:
    """What is found of the file itself."""
    return [str(finding) for finding in built.findings if finding.code.startswith("DOCX")]


def test_pictures_of_one_name_stay_apart(tmp_path: Path) -> None:
    """Word calls the first picture of every template image1.png: each template keeps its own."""
    first, second = with_picture(template(PICTURE), RED), with_picture(template(PICTURE), GREEN)
    built = build(tmp_path, first, second)
    assert pictures_of(built) == [RED, GREEN]
    assert invalid(built) == []


def test_a_templates_picture_and_the_houses_logo_stay_apart(tmp_path: Path) -> None:
    """A logo in the board's own header does not stand in for a template's picture of the same name."""
    built = build(tmp_path, with_picture(template(PICTURE), RED), house=house_with_logo())
    assert pictures_of(built) == [RED]
    assert read_parts(built.data, "the file")["word/media/image1.png"] == BLUE
    assert invalid(built) == []


def test_a_picture_that_a_template_lost_is_named(tmp_path: Path) -> None:
    """A relationship whose picture is gone from the file says so, rather than leading out of the document."""
    parts = with_picture(template(PICTURE), RED)
    del parts["word/media/image1.png"]
    with pytest.raises(TemplateError, match=r"section0\.docx points to a picture or link that it does not hold"):
        build(tmp_path, parts)


def test_no_file_holds_two_parts_of_one_name() -> None:
    """A zip may hold a name twice, and Word opens one of them: it is not written."""
    part = Member.of(b"x")
    with pytest.raises(TemplateError, match=r"two parts called word/media/logo\.png"):
        write_package([("word/media/logo.png", part), ("word/media/logo.png", part)])
