"""Words set apart on paper: each kind in the house's own styles, in a document that every check passes."""

import re
from pathlib import Path

import pytest
from one_section import Words, board_of, build, paragraph, template
from programs import require, require_module, sdk_errors
from word_files import packed

import bscb_docs
from bscb_docs import Prose
from bscb_docs.ooxml.package import read_parts
from bscb_docs.ooxml.transcript import template_text
from bscb_docs.pdf.tag_tree import is_tag, kids_of, tags_below

ASIDES = """Before.

> Callout: What this means
>
> Children are seen sooner.
>
> - By somebody whom they know
>   - By name
>
> 1. On the first day

> Quotation: A young person, 15
>
> "Nobody asked me."

> Example: A school
>
> It asks the family first.

> Recommendation: That schools ask {#ask}

> Decision wanted: By the Executive Board {#run-on}
>
> That the plan runs on, as [recommendation](#ask) asks.

> Pulled figure: 30
>
> children were asked

> At a glance: The year in figures
>
> | Meetings | Audits | Visits |
> | --- | --- | --- |
> | 9 | 4 | 12 |
> | one more | as before | two more |

After.
"""
PRINTED = [
    "Callout Heading | What this means",
    "Aside Text | Children are seen sooner.",
    "Aside Bullet | By somebody whom they know",
    "Aside Bullet 2 | By name",
    "Aside Number | On the first day",
    "Quotation | “Nobody asked me.”",
    "Quotation Source | A young person, 15",
    "Example Heading | Example: A school",
    "Aside Text | It asks the family first.",
    "Recommendation Heading | Recommendation 1: That schools ask",
    "Decision Heading | Decision wanted 1: By the Executive Board",
    "Aside Text | That the plan runs on, as recommendation 1 asks.",
    "Pulled Figure | 30",
    "Pulled Figure Words | children were asked",
    "caption | Table 1: The year in figures",
    "[table] Board Table | Table 1: The year in figures",
    "[columns] 3008, 3008, 3010",
    "[header row]",
    "[cell] Table Heading | Meetings",
    "[cell] Table Heading | Audits",
    "[cell] Table Heading | Visits",
    "[row]",
    "[cell] Table Figure | 9",
    "[cell] Table Figure | 4",
    "[cell] Table Figure | 12",
    "[row]",
    "[cell] Table Text | one more",
    "[cell] Table Text | as before",
    "[cell] Table Text | two more",
    "[end of table]",
]
PAGE = Words(text=Prose(ASIDES))


@pytest.mark.parametrize("style", ["Normal", "NumberedParagraph"])
def test_each_kind_is_set_in_styles_of_its_own(style: str, tmp_path: Path) -> None:
    """A quotation stands above who said it; what an example or a decision is, is said in words."""
    heading = paragraph("A heading", "SectionHeading")
    built = build(heading + paragraph("{{p text | prose }}", style), tmp_path, PAGE)
    lines = template_text(built.data).splitlines()
    assert lines[-1 - len(PRINTED) : -1] == PRINTED
    assert [str(found) for found in built.findings if found.code.startswith(("ACC", "DOCX"))] == []


@pytest.mark.parametrize(("style", "level"), [("SectionHeading", 1), ("Heading3", 3)])
def test_what_has_a_heading_is_found_by_it_a_level_below_its_section(style: str, level: int, tmp_path: Path) -> None:
    """Whoever goes from heading to heading meets each aside that has one; a quotation and a pulled figure have none."""
    above = "".join(paragraph("A heading", f"Heading{number}") for number in range(1, level))
    built = build(above + paragraph("A heading", style) + paragraph("{{p text | prose }}"), tmp_path, PAGE)
    body = read_parts(built.data, "the file")["word/document.xml"].decode()
    levels = dict(re.findall(r'<w:pStyle w:val="(\w+)"/>(?:<w:keepNext/>)?<w:outlineLvl w:val="(\d)"/>', body))
    headed = ("CalloutHeading", "ExampleHeading", "RecommendationHeading", "DecisionHeading")
    assert levels == dict.fromkeys(headed, str(level))
    assert [str(found) for found in built.findings if found.code.startswith(("ACC", "DOCX"))] == []


def test_in_a_cell_they_are_paragraphs_of_the_cell(tmp_path: Path) -> None:
    """A table keeps its look: the heading is strong words, no tint lies within a cell, and the count goes on."""
    row = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="BoardTable"/><w:tblW w:w="9026" w:type="dxa"/></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="9026"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="9026" w:type="dxa"/></w:tcPr>'
        f"{paragraph('{{p text | prose }}', 'TableText')}</w:tc></w:tr></w:tbl>"
    )
    text = template_text(build(row, tmp_path, PAGE).data)
    assert "<Strong>Decision wanted 1: By the Executive Board</Strong>" in text
    assert "as recommendation 1 asks" in text
    assert "<Strong>Example: A school</Strong>" in text
    assert text.index("Nobody asked me") < text.index("<Strong>A young person, 15</Strong>")
    assert not any(style in text for style in ("Aside", "Heading |", "Quotation |", "Pulled Figure |"))


@pytest.mark.slow
def test_the_sdk_and_pdf_ua_find_nothing(tmp_path: Path) -> None:
    """All kinds in one document are valid for Word and accessible in its PDF; no figure names its row."""
    require("soffice")
    board = board_of(
        packed(template(paragraph("Asides", "Heading1") + paragraph("{{p text | prose }}"))), tmp_path, PAGE
    )
    (published,) = bscb_docs.publish_pack(board, ["one"], tmp_path / "out", pdf=True)
    assert sdk_errors(published.saved.path) == []
    assert published.pdf is not None
    report = require_module("page", "page-validation").validate_pdf_bytes(published.pdf.read_bytes(), profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    with require_module("pikepdf", "pikepdf").open(published.pdf) as file:
        (table,) = [tag for tag in tags_below(file.Root.StructTreeRoot) if is_tag(tag, "/Table")]
        assert [str(kids_of(row)[0].S) for row in kids_of(table)[1:]] == ["/TH", "/TD", "/TD"]
