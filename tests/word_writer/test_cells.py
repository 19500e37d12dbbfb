"""Prose in the cells of a template's tables: a table, a section, a picture or nothing at all; and tables in a row."""

import re
import shutil
from pathlib import Path

import pytest
from attrs import evolve
from lxml import etree
from one_section import BODY, Words, board_of, build, paragraph, template
from word_files import packed

import bscb_docs
from bscb_docs import BuiltDocument, Prose
from bscb_docs.document_check.checker import check_bytes
from bscb_docs.ooxml.package import read_parts
from bscb_docs.testing import board_skeleton

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = "| Agency | Asked |\n| --- | --- |\n| Council | 10 |\n| Police | 12 |\n"
UPDATE = "Three agencies have asked ten families each. Two have not begun."


def cell(content: str, width: str = 'w:w="4000" w:type="dxa"') -> str:
    """A template's table with one cell beneath its header."""
    row = "<w:tr><w:trPr><w:cantSplit/>{}</w:trPr><w:tc><w:tcPr><w:tcW {}/></w:tcPr>{}</w:tc></w:tr>"
    head = row.format("<w:tblHeader/>", width, paragraph("What", "TableHeading"))
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="BoardTable"/><w:tblW w:w="4000" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0"'
        ' w:noVBand="1"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
        f"{head}{row.format('', width, content)}</w:tbl>"
    )


def in_cell(text: str, folder: Path, style: str = "TableText", width: str = 'w:w="4000" w:type="dxa"') -> BuiltDocument:
    """A document whose one cell holds that prose."""
    return build(cell(paragraph("{{p text | prose }}", style), width), folder, Words(text=Prose(text)))


def cells(built: BuiltDocument) -> list[str]:
    """The cells beneath the header, each as the names of what it holds."""
    body = etree.fromstring(read_parts(built.data, "the file")[BODY])
    return [" ".join(etree.QName(child).localname for child in found) for found in body.iter(f"{W}tc")][1:]


def ours(built: BuiltDocument) -> list[str]:
    """What is found of the file itself, by code."""
    return [finding.code for finding in built.findings if finding.code.startswith("DOCX")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small board's folder, to be changed."""
    return Path(shutil.copytree(board_skeleton(), tmp_path / "board"))


def change(file: Path, old: str, new: str) -> None:
    """Puts other words into a file of the board."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_an_actions_table_stays_a_table_in_the_plan(folder: Path) -> None:
    """The same words outside a cell are a table."""
    words = "what the help they were given has changed.\n"
    change(folder / "plan.md", words, f"{words}\nCaption: Who asks\n\n{TABLE}")
    assert "[cell] Table Text | Council" in bscb_docs.build(bscb_docs.read_board(folder), "plan").text


@pytest.mark.parametrize("section", ["introduction", "validation-report"])
def test_a_section_asked_for_in_a_cell_is_a_finding_at_its_line(folder: Path, section: str) -> None:
    """No section can stand in a cell: whoever wrote the update is told where, and nothing of it is set."""
    asked = "\n# Recommendation R1: Ask\nmade by: Scrutiny\nresponse: accepted, on 1 May 2025\n\nAsk.\n"
    answer = f"{asked}\n# Update R1\n\nThree:\n\n{{{{ section {section} }}}}\n"
    with (folder / "updates.md").open("a", encoding="utf-8") as file:
        file.write(answer)
    lines = (folder / "updates.md").read_text(encoding="utf-8").splitlines()
    line = lines.index(f"{{{{ section {section} }}}}") + 1
    built = bscb_docs.build(bscb_docs.read_board(folder), "recommendations")
    assert [str(found).partition(". ")[0] for found in built.findings if found.code == "DOC-01"] == [
        f"updates.md:{line}:1: [DOC-01] "
        f"The section {section} is asked for within a cell of a table, where none can stand"
    ]
    assert ours(built) == []
    assert "[cell] heading" not in built.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Words.", "tcPr p"),
        ("", "tcPr p"),
        ("Words.\n\n- a\n- b", "tcPr p p p"),
        (TABLE, "tcPr p p"),
        (f"Words.\n\n{TABLE}\n{TABLE}", "tcPr p p p p p"),
        (f"- a point\n\n  {TABLE.replace(chr(10), chr(10) + '  ')}", "tcPr p p p"),
        ("{{ section contact }}", "tcPr p"),
    ],
    ids=["words", "nothing", "points", "table", "two tables", "table in a point", "section"],
)
@pytest.mark.parametrize("style", ["TableText", "Normal"])
def test_a_cell_holds_paragraphs_and_ends_with_one(tmp_path: Path, text: str, expected: str, style: str) -> None:
    """Whatever a record says and whatever the style of the tag, the cell is as Word asks."""
    built = in_cell(text, tmp_path, style)
    assert cells(built) == [expected]
    assert ours(built) == []


def test_a_row_of_a_table_in_a_cell_leaves_out_what_is_empty(tmp_path: Path) -> None:
    """A header or a cell without words puts no colon or semicolon."""
    built = in_cell("| Agency | | Asked |\n| --- | --- | --- |\n| *Council* | yes | |\n", tmp_path)
    assert "[cell] Table Bullet | Agency: <Emphasis>Council</Emphasis>; yes" in built.text.splitlines()


@pytest.mark.parametrize("width", ['w:w="2000" w:type="dxa"', 'w:w="0" w:type="auto"'])
def test_a_picture_is_no_wider_than_its_cell(tmp_path: Path, width: str) -> None:
    """A picture in a cell is made to fit the cell, not the page."""
    from PIL import Image  # matplotlib, which the charts need, brings it

    Image.new("RGB", (4000, 100)).save(tmp_path / "long.png", dpi=(96, 96))
    page = Words(text=Prose("![A long line](long.png)"))
    body = cell(paragraph("{{p text | prose }}", "TableText"), width)
    board = evolve(board_of(packed(template(body)), tmp_path, page), folder=tmp_path)
    xml = read_parts(bscb_docs.build(board, "one").data, "the file")[BODY].decode()
    (found,) = {int(size) // 635 for size in re.findall(r'<wp:extent cx="(\d+)"', xml)}
    assert found <= (2000 if "2000" in width else 9026)
    assert found > 1000


@pytest.mark.parametrize(
    "text", [f"{TABLE}\n{TABLE}", f"- a point\n\n  {TABLE.replace(chr(10), chr(10) + '  ')}\n{TABLE}"]
)
def test_tables_in_a_row_stay_apart(tmp_path: Path, text: str) -> None:
    """Word makes one table of two with nothing between them: a paragraph keeps them apart, and is no blank one."""
    built = build(paragraph("{{p text | prose }}") + paragraph("End."), tmp_path, Words(text=Prose(text)))
    xml = read_parts(built.data, "the file")[BODY].decode()
    assert xml.count("<w:tbl>") == 2
    assert "</w:tbl><w:tbl>" not in xml
    assert [finding.code for finding in built.findings if finding.code in {"ACC-22", "DOCX-14"}] == []


def test_tables_of_two_tags_stay_apart(tmp_path: Path) -> None:
    """A text that ends with a table keeps apart from the next text that begins with one."""
    tag = paragraph("{%p for row in rows %}") + paragraph("{{p text | prose }}") + paragraph("{%p endfor %}")
    xml = read_parts(build(tag, tmp_path, Words(text=Prose(TABLE))).data, "the file")[BODY].decode()
    assert xml.count("<w:tbl>") == 2
    assert re.search(r"</w:tbl>\s*<w:tbl>", xml) is None


def test_a_section_break_in_a_cell_is_found(tmp_path: Path) -> None:
    """A page setup inside a table keeps Word from opening the file: the checks say so."""
    parts = template(cell(paragraph("Words.", "TableText")) + paragraph("End."))
    text = parts[BODY].decode()
    setup = re.findall(r"<w:sectPr.*?</w:sectPr>", text)[-1]
    broken = text.replace('<w:pStyle w:val="TableText"/>', f'<w:pStyle w:val="TableText"/>{setup}')
    found = check_bytes(packed({**parts, BODY: broken.encode()}), "file.docx")
    assert [f.message for f in found if f.code == "DOCX-10"] == ["A section break stands inside a table."]
