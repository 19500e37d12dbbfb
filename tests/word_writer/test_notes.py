"""Footnotes and endnotes on paper: Word's own, numbered in the order of reading, whole in the PDF and tagged in it."""

from pathlib import Path

import pytest
from one_section import Words, board_of, build, paragraph, template
from programs import require, require_module, sdk_errors
from word_files import packed

import bscb_docs
from bscb_docs import Prose, TemplateError
from bscb_docs.numbering.entries import PrintedNote
from bscb_docs.ooxml.package import read_parts

NOTED = """Schools ask every child.[^ask] Then they act[^act], as the plan says.

- A point that is explained[^ask]

> Callout: What this means
>
> Children are seen sooner.[^act]

[^ask]: See [Working Together](https://www.gov.uk/), chapter 3.
[^act]: Within five days.

    In all other cases within ten.
"""
PAGE = Words(text=Prose(NOTED))
BODY = paragraph("Notes", "Heading1") + paragraph("{{p text | prose }}")


def test_a_note_is_words_own_footnote(tmp_path: Path) -> None:
    """Its number stands in the text, its words in the part for footnotes with what they lead to; nothing is found."""
    built = build(BODY, tmp_path, PAGE)
    parts = read_parts(built.data, "the file")
    body, notes = parts["word/document.xml"].decode(), parts["word/footnotes.xml"].decode()
    assert [f'<w:footnoteReference w:id="{number}"/>' in body for number in (1, 2, 3, 4, 5)] == [True] * 4 + [False]
    assert notes.count("<w:footnoteRef/>") == 4
    assert notes.count("In all other cases within ten.") == 2
    assert b"https://www.gov.uk/" in parts["word/_rels/footnotes.xml.rels"]
    assert b"https://www.gov.uk/" not in parts["word/_rels/document.xml.rels"]
    assert [str(found) for found in built.findings if found.code.startswith(("ACC", "DOCX", "PRO"))] == []


def test_notes_are_counted_in_the_order_of_reading(tmp_path: Path) -> None:
    """The structure of a document tells them without its file; one that is referred to twice is printed twice."""
    notes = [entry for entry in build(BODY, tmp_path, PAGE).structure if isinstance(entry, PrintedNote)]
    asked, acted = "See Working Together, chapter 3.", "Within five days. In all other cases within ten."
    assert [(note.number, note.text) for note in notes] == [(1, asked), (2, acted), (3, asked), (4, acted)]


def test_numbers_that_follow_each_other_are_parted(tmp_path: Path) -> None:
    """A second and a third note at one word are no twenty-third."""
    page = Words(text=Prose("A word[^a][^b] more.\n\n[^a]: One.\n[^b]: Two."))
    assert "A word[note]<footnote reference>,</footnote reference>[note] more." in build(BODY, tmp_path, page).text


def test_in_a_cell_a_note_stands_in_brackets(tmp_path: Path) -> None:
    """A table has no foot for notes: their words follow those that they explain."""
    row = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="BoardTable"/><w:tblW w:w="9026" w:type="dxa"/></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="9026"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="9026" w:type="dxa"/></w:tcPr>'
        f"{paragraph('{{p text | prose }}', 'TableText')}</w:tc></w:tr></w:tbl>"
    )
    built = build(row, tmp_path, PAGE)
    assert "Then they act (Within five days. In all other cases within ten.), as the plan says." in built.text
    assert "footnoteReference" not in read_parts(built.data, "the file")["word/document.xml"].decode()


def test_a_house_without_a_place_for_notes_is_told_how_to_make_one(tmp_path: Path) -> None:
    """A house file that Word made has no part for notes until one is inserted."""
    parts = {name: data for name, data in template("").items() if "notes" not in name}
    kept = [line for line in parts["word/_rels/document.xml.rels"].decode().split("<") if "notes" not in line]
    parts["word/_rels/document.xml.rels"] = "<".join(kept).encode()
    (tmp_path / "house.docx").write_bytes(packed(parts))
    board = board_of(packed(template(BODY)), tmp_path, PAGE)
    own = bscb_docs.Board(records=board.records, folder=tmp_path, plugins=board.plugins)
    with pytest.raises(TemplateError, match="what it lacks: bscb-docs template complete"):
        bscb_docs.build(own, "one")


@pytest.mark.slow
def test_the_sdk_and_pdf_ua_find_nothing(tmp_path: Path) -> None:
    """Notes are valid for Word; in the PDF none of their words is lost, and each is tagged and leads back."""
    require("soffice")
    board = board_of(packed(template(BODY)), tmp_path, PAGE)
    (published,) = bscb_docs.publish_pack(board, ["one"], tmp_path / "out", pdf=True)
    assert sdk_errors(published.saved.path) == []
    assert published.pdf is not None
    report = require_module("page", "page-validation").validate_pdf_bytes(published.pdf.read_bytes(), profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
