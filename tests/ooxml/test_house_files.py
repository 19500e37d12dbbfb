"""Word files that a person made: the pictures of templates, and the board's own house.docx."""

import io
import re
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import docx
import pytest
from lxml import etree
from one_section import Words, house_parts, paragraph, template
from word_files import packed, png

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
from bscb_docs.ooxml.house_file import read_house_file
from bscb_docs.ooxml.package import Member, read_parts, write_package
from bscb_docs.ooxml.word_markup import ROOT_NAMESPACES

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
NO_RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
BODY_RELATIONSHIPS, HEADER_RELATIONSHIPS = "word/_rels/document.xml.rels", "word/_rels/header1.xml.rels"


WORDS = paragraph("Words.")
TAG = paragraph("{{p text | prose }}")
RED, GREEN, BLUE = (png(8, 8, colour) for colour in ((255, 0, 0), (0, 255, 0), (0, 0, 255)))


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

    @hookimpl.sections
    def offer() -> list[Section]:
        return sections

    vars(plugin)["sections"] = offer
    entry = RegisterEntry(id="one", title="One", sections=tuple(SectionChoice(s.name) for s in sections))
    return bscb_docs.build(
        Board(records=(BoardDetails(title="Board of a test"), entry), plugins=(plugin,), folder=folder), "one"
    )


def pictures_of(built: BuiltDocument) -> list[bytes]:
    """The pictures that the body shows, in order."""
    parts = read_parts(built.data, "the file")
    targets = dict(re.findall(r'Id="([^"]*)"[^>]*Target="([^"]*)"', parts[BODY_RELATIONSHIPS].decode()))
    shown = re.findall('r:embed="([^"]*)"', parts["word/document.xml"].decode())
    return [parts[f"word/{targets[key]}"] for key in shown]


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


def test_a_logo_in_the_header_stands_on_pages_on_their_side_too(tmp_path: Path) -> None:
    """The header of a landscape page leads to the same picture, and the file is sound."""
    built = build(
        tmp_path, template(WORDS), template(WORDS), house=house_with_logo(), layout=Layout.LANDSCAPE, text="Words."
    )
    parts = read_parts(built.data, "the file")
    assert "rIdPic" in parts["word/header1-landscape.xml"].decode()
    assert "media/image1.png" in parts["word/_rels/header1-landscape.xml.rels"].decode()
    assert invalid(built) == []


def test_it_does_not_matter_in_what_order_an_editor_writes(tmp_path: Path) -> None:
    """A page setup whose header's id stands before its kind is turned all the same."""
    pattern = r'<w:headerReference w:type="default" (r:id="[^"]*")/>'
    house = changed("word/document.xml", pattern, r'<w:headerReference \1 w:type="default"/>')
    built = build(tmp_path, template(WORDS), template(WORDS), house=house, layout=Layout.LANDSCAPE)
    assert "word/header1-landscape.xml" in read_parts(built.data, "the file")
    assert invalid(built) == []


def test_a_header_that_no_page_shows_leaves_nothing_behind(tmp_path: Path) -> None:
    """A header of a kind that the house's page does not name goes, and what it led to goes with it."""
    house = house_with_logo()
    document = house["word/document.xml"].decode()
    document, count = re.subn(r'<w:headerReference w:type="default"[^>]*/>', "", document)
    assert count == 1
    built = build(tmp_path, template(WORDS), house={**house, "word/document.xml": document.encode()}, text="Words.")
    parts = read_parts(built.data, "the file")
    assert [name for name in parts if "header1" in name or "media" in name] == []
    assert invalid(built) == []


def test_a_picture_of_the_houses_sample_text_stays_in_the_house(tmp_path: Path) -> None:
    """What shows in house.docx alone does not go out hidden in every document."""
    parts = with_picture(template(PICTURE), RED)
    built = build(tmp_path, template(WORDS), house=parts)
    assert [name for name in read_parts(built.data, "the file") if "media" in name] == []
    assert invalid(built) == []


def test_comments_on_the_house_stay_in_the_house(tmp_path: Path) -> None:
    """Neither their words nor who wrote them go out in a document, nor a picture that stands in one of them."""
    house = docx.Document(io.BytesIO(packed(house_parts())))
    shown = next(each for each in house.paragraphs if each.runs)
    remark = house.add_comment(shown.runs, "Make this blue, please.", author="Alex Sample")
    remark.paragraphs[0].add_run().add_picture(io.BytesIO(RED))
    house.save(str(tmp_path / "house.docx"))
    built = build(tmp_path, template(WORDS))
    parts = read_parts(built.data, "the file")
    assert [name for name, data in parts.items() if b"Alex Sample" in data or "comments" in name or data == RED] == []
    assert invalid(built) == []


def test_a_comment_on_a_section_is_left_out(tmp_path: Path) -> None:
    """As checking says, it keeps no document from being built: its mark and the style of that go, the words stay."""
    marked = docx.Document(io.BytesIO(packed(template("<!-- kept by an editor -->" + WORDS))))
    marked.add_comment(marked.paragraphs[0].runs, "Say which words.", author="Alex Sample")
    marked.save(str(tmp_path / "marked.docx"))
    built = build(tmp_path, read_parts((tmp_path / "marked.docx").read_bytes(), "the template"))
    assert "Normal | Words." in built.text
    assert b"comment" not in read_parts(built.data, "the file")["word/document.xml"]
    assert invalid(built) == []


def test_pages_count_on_from_section_to_section(tmp_path: Path) -> None:
    """A house whose pages count from 1 says so once: said again, each section would begin at page 1."""
    house = changed("word/document.xml", r"<w:cols ", '<w:pgNumType w:fmt="decimal" w:start="1"/><w:cols ')
    built = build(tmp_path, template(WORDS), template(WORDS), house=house, layout=Layout.OWN_PAGE)
    xml = read_parts(built.data, "the file")["word/document.xml"].decode()
    first = '<w:pgNumType w:fmt="decimal" w:start="1"/>'
    assert re.findall("<w:pgNumType[^>]*>", xml) == [first, '<w:pgNumType w:fmt="decimal"/>']


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("Table Heading", "| a |\n| --- |\n| b |"),
        ("List Bullet", "- a"),
        ("List Number", "1. a"),
        ("Board Table", "| a |\n| --- |\n| b |"),
    ],
)
def test_a_style_that_the_house_lost_is_named(tmp_path: Path, style: str, text: str) -> None:
    """A house.docx without a style that prose is set in says which it lacks."""
    house = changed("word/styles.xml", rf'<w:style (?:(?!<w:style ).)*?<w:name w:val="{style}"/>.*?</w:style>', "")
    with pytest.raises(TemplateError, match=rf"the board's house\.docx has no style called {style}\."):
        build(tmp_path, template(TAG), house=house, text=text)


@pytest.mark.parametrize("part", ["word/styles.xml", "word/numbering.xml", "word/document.xml", BODY_RELATIONSHIPS])
@pytest.mark.parametrize("data", [b"<w:styles", b"", b"\xff\xfe<"])
def test_a_damaged_house_is_named(tmp_path: Path, part: str, data: bytes) -> None:
    """Whatever part of house.docx is damaged, the words are for a person."""
    with pytest.raises(TemplateError, match=r"the board's house\.docx is damaged"):
        build(tmp_path, template(WORDS), house={**house_parts(), part: data})


@pytest.mark.parametrize("tail", ["", '<w:numIdMacAtCleanup w:val="3"/>'])
def test_lists_stand_where_the_schema_has_them(tmp_path: Path, tail: str) -> None:
    """New lists come after the house's own and before what ends the part."""
    house = changed("word/numbering.xml", "</w:numbering>", f"{tail}</w:numbering>")
    built = build(tmp_path, template(TAG), house=house, text="1. a\n\nWords.\n\n1. b")
    numbering = read_parts(built.data, "the file")["word/numbering.xml"].decode()
    assert len(re.findall("<w:startOverride", numbering)) == 2
    kinds = re.findall(r"<w:(abstractNum|num|numIdMacAtCleanup) ", numbering)
    assert kinds == sorted(kinds, key=["abstractNum", "num", "numIdMacAtCleanup"].index)
    assert invalid(built) == []


def test_a_house_without_lists_of_its_own_is_not_cut_apart(tmp_path: Path) -> None:
    """Where the house's file has no list, the document's numbering is still a sound part."""
    house = changed("word/numbering.xml", r"<w:num .*</w:num>", "")
    styles = re.sub(r"<w:numPr>.*?</w:numPr>", "", house["word/styles.xml"].decode())
    built = build(tmp_path, template(TAG), house={**house, "word/styles.xml": styles.encode()}, text="1. a\n\n- b")
    etree.fromstring(read_parts(built.data, "the file")["word/numbering.xml"])
    assert invalid(built) == []


def test_a_list_style_without_a_number_takes_none(tmp_path: Path) -> None:
    """A List Number style that the board took its numbering from does not fall into the list of the headings."""
    pattern = r'(<w:style (?:(?!<w:style ).)*?<w:name w:val="List Number"/>(?:(?!</w:style>).)*?)<w:numPr>.*?</w:numPr>'
    built = build(tmp_path, template(TAG), house=changed("word/styles.xml", pattern, r"\1"), text="1. a\n2. b")
    parts = read_parts(built.data, "the file")
    assert "<w:startOverride" not in parts["word/numbering.xml"].decode()
    assert invalid(built) == []


def test_a_house_whose_parts_have_other_names(tmp_path: Path) -> None:
    """Relationships and content types are read, not guessed: whole targets, other part names, capital endings."""
    house = house_with_logo()
    house["word/edge.xml"] = house.pop("word/header1.xml")
    house["word/_rels/edge.xml.rels"] = house.pop(HEADER_RELATIONSHIPS)
    relationships = house[BODY_RELATIONSHIPS].decode()
    house[BODY_RELATIONSHIPS] = relationships.replace('"header1.xml"', '"/word/edge.xml"').encode()
    types = house["[Content_Types].xml"].decode().replace("/word/header1.xml", "/word/edge.xml")
    house["[Content_Types].xml"] = types.replace('Extension="png"', 'Extension="PNG"').encode()
    red = with_picture(template(PICTURE), RED)
    built = build(tmp_path, red, template(WORDS), house=house, layout=Layout.LANDSCAPE)
    parts = read_parts(built.data, "the file")
    assert {"word/edge.xml", "word/edge-landscape.xml", "word/_rels/edge-landscape.xml.rels"} <= set(parts)
    assert len(re.findall('(?i)Extension="png"', parts["[Content_Types].xml"].decode())) == 1
    assert pictures_of(built) == [RED]
    assert invalid(built) == []


def test_a_picture_of_the_house_brings_nothing_but_its_points() -> None:
    """Who drew a logo is in no document; one that no document can show is told with the file that holds it."""
    logo, note, part = png(), b"\0\0\0\x05tEXtMaker\0\0\0\0", "word/media/made-by.png"
    noted = logo[:33] + note + logo[33:]  # after the first chunk, which tells the size
    assert read_house_file(packed({**house_parts(), part: noted}), "h.docx").parts[part] == logo
    with pytest.raises(TemplateError, match=r"h\.docx holds a picture that is no PNG or JPEG file"):
        read_house_file(packed({**house_parts(), part: b"GIF89a"}), "h.docx")


def test_what_another_namespace_says_of_the_page_is_declared_where_it_stands() -> None:
    """The documents of the house declare Word's own namespaces alone, and a prefix that nobody declares breaks them."""
    parts = house_parts()
    columns = b'<w15:footnoteColumns xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" w15:val="2"/>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:titlePg/>", b"<w:titlePg/>" + columns)
    section = etree.fromstring(f"<r {ROOT_NAMESPACES}>{read_house_file(packed(parts), 'house.docx').section}</r>")
    (found,) = section.iter("{http://schemas.microsoft.com/office/word/2012/wordml}footnoteColumns")
    assert [*found.attrib.values()] == ["2"]
