"""Each measured trap of the libraries we stand on, and the test that fails when it opens again."""

from __future__ import annotations

import ast
import io
import re
import zipfile
from pathlib import Path

import pytest
from one_section import BODY, Words, build, paragraph, template, words_in

from bscb_docs import Prose, TemplateError
from bscb_docs.preparing import patch_tags
from bscb_docs.word.strictness import Proof

TESTS = Path(__file__).parent

PROPERTIES, TEMPLATES, WRITING = "test_properties::test_", "test_faults_templates::test_", "test_faults_writing::test_"
TRAPS = {
    "docxtpl drops & and <18s, and injects markup": PROPERTIES + "any_text_of_a_page_comes_out_unchanged_or_is_refused",
    "docxtpl deletes the rest of a document after a lone surrogate": PROPERTIES + "long_and_crafted_texts_of_a_page",
    "docxtpl cuts a string of 10 MB": PROPERTIES + "long_and_crafted_texts_of_a_page",
    "docxtpl makes paragraphs and breaks of control characters": "test_traps::test_tabs_and_lines_in_words_stay_words",
    "docxtpl turns {_{ into {{": "test_traps::test_braces_in_data_stay_as_typed",
    "docxtpl leaves an & in a tag escaped": "test_traps::test_an_ampersand_in_a_tag_is_one",
    "Jinja prints nothing for an unknown name": "test_traps::test_an_unknown_name_is_refused",
    "Jinja prints None": "test_traps::test_nothing_is_not_printed_as_a_word",
    "a template runs code": TEMPLATES + "a_prying_template_is_refused",
    "data that looks like a tag runs": PROPERTIES + "long_and_crafted_texts_of_a_page",
    "loops double ids of bookmarks and drawings": "test_traps::test_loops_double_no_id",
    "a loop over nothing leaves a table without rows": "test_traps::test_a_loop_over_nothing_leaves_the_header_row",
    "a mapping's key that is a method prints the method": "test_traps::test_a_method_is_not_printed",
    "merging the filled tree back is quadratic": "test_traps::test_a_long_table_is_linear",
    "an error carries a line of XML and no place in Word": TEMPLATES + "a_prying_template_is_refused",
    "patch_xml needs nothing of its object": "test_traps::test_what_we_rely_on_of_docxtpl",
    "python-docx stamps the time into every zip member": "test_determinism::test_the_clock_changes_no_byte",
    "python-docx's save is not atomic": WRITING + "a_writer_killed_at_any_moment_leaves_a_whole_file",
    "four writers at once leave a broken file": WRITING + "eight_writers_at_once_leave_one_whole_file",
    "a zip bomb is opened": TEMPLATES + "a_package_that_is_no_word_file_is_refused_before_it_is_unpacked",
    "a cell without a paragraph makes Word offer a repair": "test_traps::test_an_empty_cell_holds_a_paragraph",
    "numbered lists run on": "test_traps::test_each_list_begins_at_one",
    "w:updateFields asks a worrying question": "test_traps::test_no_document_asks_to_update_its_fields",
}  # fmt: skip
"""Trap -> test, as file and function."""


@pytest.mark.parametrize("trap", TRAPS)
def test_every_trap_has_its_test(trap: str) -> None:
    """The test that is named stands in its file."""
    file, function = TRAPS[trap].split("::")
    tree = ast.parse((TESTS / f"{file}.py").read_text(encoding="utf-8"))
    assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def document_xml(body: str, folder: Path, page: Words | None = None) -> str:
    """The XML of the document that a template's body gives."""
    with zipfile.ZipFile(io.BytesIO(build(body, folder, page).data)) as archive:
        return archive.read(BODY).decode()


def test_tabs_and_lines_in_words_stay_words(tmp_path: Path) -> None:
    """A tab or line break in a plain field adds no paragraph, page or break."""
    xml = document_xml(paragraph("{{ words }}"), tmp_path, Words("a\tb\nc"))
    assert xml.count("<w:p>") == 1
    assert "w:br" not in xml
    assert "a\tb\nc" in xml


@pytest.mark.parametrize("words", ["{_{ x }_}", "{{ words }}", "{% if %}", "{# x #}", "{_%x%_}"])
def test_braces_in_data_stay_as_typed(words: str, tmp_path: Path) -> None:
    """What looks like a tag in a record is text."""
    assert words_in(build(paragraph("{{ words }}"), tmp_path, Words(words)).data)[0] == words


def test_an_ampersand_in_a_tag_is_one(tmp_path: Path) -> None:
    """Words typed within a tag are printed as typed."""
    body = paragraph("""{{ rows | join(" & ") }}{% if words == "a & b" %} yes{% endif %}""")
    assert words_in(build(body, tmp_path, Words("a & b")).data)[0] == "a & b yes"


@pytest.mark.parametrize("tag", ["{{ wrods }}", "{{ rows.first }}", "{% for r in rowz %}x{% endfor %}"])
def test_an_unknown_name_is_refused(tag: str, tmp_path: Path) -> None:
    """A name that the page does not have is a fault with its place, not silence."""
    with pytest.raises(TemplateError, match=r"section\.docx, paragraph 1"):
        build(paragraph(tag), tmp_path)


def test_nothing_is_not_printed_as_a_word(tmp_path: Path) -> None:
    """A field without a value is refused where it would print None."""
    with pytest.raises(TemplateError, match="it is empty"):
        build(paragraph("{{ words }}"), tmp_path, Words(None))  # type: ignore[arg-type]  # a plugin may do so


def test_a_method_is_not_printed(tmp_path: Path) -> None:
    """A tag that names a method says so."""
    with pytest.raises(TemplateError, match="cannot be printed"):
        build(paragraph("{{ words.upper }}"), tmp_path)


def test_loops_double_no_id(tmp_path: Path) -> None:
    """Headings within a loop have bookmarks of their own."""
    body = paragraph("{%p for row in rows %}") + paragraph("{{ row }}", "Heading1") + paragraph("{%p endfor %}")
    xml = document_xml(body, tmp_path)
    numbers = re.findall(r'bookmarkStart w:id="(\d+)" w:name="([^"]*)"', xml)
    assert len({n for n, _ in numbers}) == len({name for _, name in numbers}) == len(numbers) == 2


def table(rows: str) -> str:
    """A table of one column with those rows under a header."""

    def row(words: str, mark: str = "") -> str:
        cell = f'<w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr>{paragraph(words, "TableText")}</w:tc>'
        return f"<w:tr><w:trPr>{mark}</w:trPr>{cell}</w:tr>"

    inner = "".join(row(words) for words in rows.split("\n"))
    return (
        f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid>{row("Head", "<w:tblHeader/>")}{inner}</w:tbl>'
    )


def test_a_loop_over_nothing_leaves_the_header_row(tmp_path: Path) -> None:
    """A table never loses its last row."""
    body = table("{%tr for row in rows %}\n{{ row }}\n{%tr endfor %}") + paragraph("after")
    assert words_in(build(body, tmp_path, Words(rows=())).data)[:2] == ["Head", "after"]


def test_an_empty_cell_holds_a_paragraph(tmp_path: Path) -> None:
    """Prose that is empty leaves a paragraph in its cell."""
    xml = document_xml(table("{{p text | prose }}") + paragraph("after"), tmp_path, Words(text=Prose("")))
    assert [cell for cell in re.findall(r"<w:tc>.*?</w:tc>", xml) if "<w:p>" not in cell] == []


def test_each_list_begins_at_one(tmp_path: Path) -> None:
    """Two lists of numbered items have two numbers, each with a restart."""
    text = Prose("1. a\n2. b\n\nWords.\n\n1. c\n2. d\n")
    numbers = re.findall(
        r'<w:numId w:val="(\d+)"/>', document_xml(paragraph("{{p text | prose }}"), tmp_path, Words(text=text))
    )
    assert (len(numbers), len(set(numbers)), numbers[0] == numbers[1]) == (4, 2, True)


def test_no_document_asks_to_update_its_fields(tmp_path: Path) -> None:
    """No part holds w:updateFields."""
    with zipfile.ZipFile(io.BytesIO(build(paragraph("x"), tmp_path).data)) as archive:
        assert [name for name in archive.namelist() if b"updateFields" in archive.read(name)] == []


def test_what_we_rely_on_of_docxtpl() -> None:
    """`patch_xml` makes a tag whole that Word split, and takes {%p and {%tr out of what they stand in."""
    split = "<w:p><w:r><w:t>a {</w:t></w:r><w:r><w:t>{ na</w:t></w:r><w:r><w:t>me }} b</w:t></w:r></w:p>"
    assert "{{ name }}" in patch_tags(split)
    assert patch_tags("<w:p><w:r><w:t>{%p if x %}</w:t></w:r></w:p>") == "{% if x %}"
    row = "<w:tr><w:tc><w:p><w:r><w:t>{%tr for x in y %}</w:t></w:r></w:p></w:tc></w:tr>"
    assert patch_tags(row) == "{% for x in y %}"
    assert patch_tags("<w:p><w:r><w:t>{{p x }}</w:t></w:r></w:p>") == "{{ x }}"


def test_a_long_table_is_linear(tmp_path: Path) -> None:
    """Ten times the rows give expat no more to read, for every turn of a loop is proved once."""
    given: list[int] = []
    for count in (100, 1000):
        body = build(
            table("{%tr for row in rows %}\n{{ row }}\n{%tr endfor %}"), tmp_path, Words(rows=("a < b",) * count)
        )
        proof = Proof("the text")
        proof.read(["<r xmlns:w='x'>", *body.assembled.text[:-1], "</r>"], last=True)
        given.append(proof.given)
    assert given[0] == given[1] < 5_000


def test_parts_of_a_template_are_those_of_the_house() -> None:
    """The template that these tests break is a sound one."""
    assert set(template("")) >= {BODY, "word/styles.xml", "word/numbering.xml"}
