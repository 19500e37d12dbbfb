"""Each measured trap of the libraries we stand on, and the test that fails when it opens again."""

import ast
import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from folders import EXAMPLES, TESTS
from lxml import etree
from one_section import BODY, Words, board_of, build, house_parts, paragraph, template, words_in
from word_files import packed, png

import bscb_docs
from bscb_docs import Prose, Section, StoppedError, TemplateError, hookimpl
from bscb_docs.document_check.repeated_blocks import read_repeated
from bscb_docs.ooxml.house_file import read_house_file
from bscb_docs.ooxml.pictures import PictureFile
from bscb_docs.plugin_api.registry import load_catalogue
from bscb_docs.template_engine.compiler import compile_template
from bscb_docs.template_engine.source import patch_tags

PROPERTIES, TEMPLATES, WRITING = "test_properties::test_", "test_faults_templates::test_", "test_faults_writing::test_"
PDF, PROSE, STRANGERS, FILES = (
    "test_pdf::test_",
    "test_prose::test_",
    "test_plugins_strangers::test_",
    "test_reading_files::test_",
)
TOLD = "test_template_inspection::test_"
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
    "a filled document is not the one that get_docx gives": "test_traps::test_docxtpl_is_asked_for_one_thing",
    "Subdoc needs docxcompose, which is slow": "test_traps::test_docxtpl_is_asked_for_one_thing",
    "every render compiles the template again": "test_traps::test_a_template_is_compiled_once",
    "loops double ids and names of bookmarks": "test_traps::test_loops_double_no_id",
    "loops double ids of drawings": "test_traps::test_loops_double_no_drawing",
    "loops double ids of content controls": "test_traps::test_loops_double_no_control",
    "words beside a block tag vanish": TOLD + "a_broken_template_is_told_with_its_place_and_what_to_do",
    "a loop over nothing leaves a table without rows": "test_traps::test_a_table_that_lost_its_rows_is_never_written",
    "a mapping's key that is a method prints the method": "test_traps::test_a_method_is_not_printed",
    "merging the filled tree back is quadratic": "test_traps::test_a_long_table_is_linear",
    "an error carries a line of XML and no place in Word": TEMPLATES + "a_prying_template_is_refused",
    "patch_xml needs nothing of its object": "test_traps::test_what_we_rely_on_of_docxtpl",
    "python-docx stamps the time into every zip member": "test_determinism::test_the_clock_changes_no_byte",
    "python-docx's save is not atomic": WRITING + "a_writer_killed_at_any_moment_leaves_a_whole_file",
    "four writers at once leave a broken file": WRITING + "eight_writers_at_once_leave_one_whole_file",
    "a zip bomb is opened": TEMPLATES + "a_package_that_is_no_word_file_is_refused_before_it_is_unpacked",
    "python-docx's own file is US Letter, American and by python-docx": "test_traps::test_a_document_is_the_boards_own",
    "paragraph.text skips inline content controls": "test_traps::test_words_in_a_content_control_are_read",
    "row.cells is quadratic": "test_traps::test_no_cell_is_asked_of_python_docx",
    "a cell without a paragraph makes Word offer a repair": "test_traps::test_an_empty_cell_holds_a_paragraph",
    "undefined styles and numbers and open fields pass the SDK": (
        "test_checking::test_a_broken_document_is_caught_by_its_check_alone"
    ),
    "the SDK's program ends well for an invalid file": "test_checking::test_the_validator_of_the_sdk_is_really_asked",
    "numbered lists run on": "test_traps::test_each_list_begins_at_one",
    "w:updateFields asks a worrying question": "test_traps::test_no_document_asks_to_update_its_fields",
    "the contents have no page numbers until Word counts": (
        "test_word_craft::test_each_entry_of_the_contents_names_the_page_of_its_heading"
    ),
    "a file that LibreOffice saved is full of faults": "test_traps::test_no_file_that_ships_was_saved_by_libreoffice",
    "LibreOffice drops the link of a level to its style": "test_traps::test_a_dropped_link_is_restored",
    "a contents heading takes number 1": "test_traps::test_the_contents_heading_has_no_number",
    "a reference shows its cached text": "test_numbers::test_a_reference_shows_the_number_in_front_of_its_target",
    "a PDF has no title shown and no tab order": PDF + "what_a_reader_uses",
    "a PDF breaks PDF/UA": PDF + "pdf_ua",
    "jobs that share a profile fail without a word": PDF + "side_by_side",
    "LibreOffice ends well for a file that it never read": PDF + "broken_document",
    "LibreOffice fetches linked pictures": PDF + "outside_picture",
    "a chart loses its alternative text": "test_traps::test_a_picture_keeps_its_alternative_text",
    '"2018." begins a list, "&amp;" is decoded': PROSE + "plain_words_stay_words",
    "a pasted bullet is text": "test_prose_findings::test_a_fault_of_prose_is_found",
    "a name is read before its paragraph only": PROSE + "closing_words_have_no_number_and_a_paragraph_may_have_a_name",
    "a parser of Markdown is slow on nested signs": PROSE + "no_text_takes_long_or_deep",
    "Excel saves CSV in Windows-1252": FILES + "a_table_in_windows_encoding_says_how_to_save_it_in_excel",
    "Excel writes a byte order mark": FILES + "a_table_is_read_however_excel_saved_it",
    "Excel keeps dates as numbers": FILES + "a_workbook_is_read_as_a_person_reads_it",
    "openpyxl and others take long to import": "test_traps::test_what_a_run_does_not_need_is_not_imported",
    "cattrs makes values of what are none": "test_traps::test_no_value_is_made_of_another",
    "cattrs passes over unknown fields": "test_reading_findings::test_a_bad_record_has_its_one_finding",
    "validators stop at the first fault": "test_reading_findings::test_every_fault_of_every_file_is_told_in_one_run",
    "a plugin that raises loses the whole call": STRANGERS + "the_others_still_work",
    "a wrong return value and a misspelt hook pass": STRANGERS + "a_fault_of_a_plugin_is_told_once",
    "a second plugin of one name is skipped in silence": STRANGERS + "two_plugins_of_one_name",
    "plugins are called last in, first out": "test_traps::test_the_order_of_plugins_changes_nothing",
}  # fmt: skip
"""Trap -> test, as file and function."""


@pytest.mark.parametrize("trap", TRAPS)
def test_every_trap_has_its_test(trap: str) -> None:
    """The test that is named stands in its file."""
    file, function = TRAPS[trap].split("::")
    tree = ast.parse(next(TESTS.rglob(f"{file}.py")).read_text(encoding="utf-8"))
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
    with pytest.raises(TemplateError, match="it is a method"):
        build(paragraph("{{ words.upper }}"), tmp_path)


def test_loops_double_no_id(tmp_path: Path) -> None:
    """Headings within a loop have bookmarks of their own."""
    body = paragraph("{%p for row in rows %}") + paragraph("{{ row }}", "Heading1") + paragraph("{%p endfor %}")
    xml = document_xml(body, tmp_path)
    numbers = re.findall(r'bookmarkStart w:id="(\d+)" w:name="([^"]*)"', xml)
    assert len({n for n, _ in numbers}) == len({name for _, name in numbers}) == len(numbers) == 2


def looped(inner: str) -> str:
    """That body within a loop of two turns."""
    return paragraph("{%p for row in rows %}") + inner + paragraph("{%p endfor %}")


DRAWING = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="360000" cy="360000"/><wp:docPr id="7" name="Picture 7" descr="A &amp; &quot;B&quot;"/><a:graphic '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="7" name="7"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom '
    'prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    "</w:r></w:p>"
)


def illustrated(folder: Path) -> bytes:
    """The document of a template with a picture within a loop."""
    parts = template(looped(DRAWING))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    link = f'<Relationship Id="rIdPicture" Type="{kind}" Target="media/image1.png"/></Relationships>'
    relations = parts["word/_rels/document.xml.rels"].decode().replace("</Relationships>", link)
    parts |= {"word/_rels/document.xml.rels": relations.encode(), "word/media/image1.png": png()}
    built = bscb_docs.build(board_of(packed(parts), folder), "one")
    assert [f.message for f in built.findings if f.code.startswith("DOCX")] == []
    return built.data


def described(body: etree._Element) -> list[str | None]:
    """The alternative text of each drawing: LibreOffice and Word read that of its docPr."""
    return [drawing.get("descr") for drawing in body.iter() if str(drawing.tag).endswith("}docPr")]


def test_loops_double_no_drawing(tmp_path: Path) -> None:
    """A picture within a loop has an id of its own each time, and lies in the file once."""
    with zipfile.ZipFile(io.BytesIO(illustrated(tmp_path))) as archive:
        ids = re.findall(r'<wp:docPr id="(\d+)"', archive.read(BODY).decode())
        assert (len(ids), len(set(ids))) == (2, 2)
        assert len([name for name in archive.namelist() if "media" in name]) == 1


def test_a_picture_keeps_its_alternative_text(tmp_path: Path) -> None:
    """A template's picture, a board's and a chart's are pictures with words, which LibreOffice keeps."""
    with zipfile.ZipFile(io.BytesIO(illustrated(tmp_path))) as archive:
        body = etree.fromstring(archive.read(BODY))
    assert described(body) == ['A & "B"'] * 2
    picture = PictureFile(png(), "Red & <green>")
    xml = document_xml(paragraph("{{p words | picture }}"), tmp_path, Words(picture))  # type: ignore[arg-type]  # a picture
    assert described(etree.fromstring(xml.encode())) == ["Red & <green>"]


def test_loops_double_no_control(tmp_path: Path) -> None:
    """A content control within a loop has an id of its own each time."""
    control = (
        f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{paragraph("{{ row }}")}</w:sdtContent></w:sdt>'
    )
    built = build(looped(control), tmp_path)
    ids = re.findall(r'<w:sdtPr><w:id w:val="(\d+)"', "".join(built.assembled.text))
    assert (len(ids), len(set(ids)), [f.message for f in built.findings]) == (2, 2, [])


def test_words_in_a_content_control_are_read(tmp_path: Path) -> None:
    """What stands in a control within a line is part of the line wherever words are read."""
    control = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>within</w:t></w:r></w:sdtContent></w:sdt>"
    built = build(paragraph("before ").replace("</w:p>", f"{control}</w:p>"), tmp_path)
    assert built.text.splitlines()[0] == "Normal | before within"


SOURCES = sorted(Path(bscb_docs.__file__).parent.rglob("*.py"))


def asked_of(module: str) -> set[str]:
    """What the library's own modules import from a package, with the name of the module that does."""
    found = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == module:
                found |= {f"{path.stem}: {alias.name}" for alias in node.names}
            if isinstance(node, ast.Import) and any(alias.name.split(".")[0] == module for alias in node.names):
                found.add(f"{path.stem}: {module}")
    return found


def test_docxtpl_is_asked_for_one_thing() -> None:
    """`patch_xml` alone is called: no render, no get_docx, no Subdoc, no map_tree, and nothing of docxcompose."""
    assert asked_of("docxtpl") == {"source: DocxTemplate"}
    assert asked_of("docxcompose") == set()
    tree = ast.parse(next(path for path in SOURCES if path.stem == "source").read_text(encoding="utf-8"))
    used = sum(isinstance(node, ast.Name) and node.id == "DocxTemplate" for node in ast.walk(tree))
    asked = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    assert [node.attr for node in asked if ast.unparse(node.value).startswith("DocxTemplate(")] == ["patch_xml"]
    assert used == 1


def test_no_cell_is_asked_of_python_docx() -> None:
    """Where it is imported no table is walked by it, but for what a plugin author's tests look at."""
    importing = {found.split(":")[0] for found in asked_of("docx")} - {"testing"}
    assert importing == {"built_document", "package", "picture_segments"}
    walking = re.compile(r"\.(row_cells|column_cells|cell\(|cells|tables)\b")
    assert [p.stem for p in SOURCES if p.stem in importing and walking.search(p.read_text(encoding="utf-8"))] == []


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    """A second document of the same template, and one with another page, use what the first one compiled."""
    data = packed(template(paragraph("once {{ words }}")))
    bscb_docs.build(board_of(data, tmp_path), "one")
    before = compile_template.cache_info().misses
    for words in ("a", "b", "c"):
        assert words_in(bscb_docs.build(board_of(data, tmp_path, Words(words)), "one").data)[0] == f"once {words}"
    assert compile_template.cache_info().misses == before


def test_a_document_is_the_boards_own(tmp_path: Path) -> None:
    """A4, in British English, its author the board and its dates the register's: nothing of python-docx's own file."""
    (tmp_path / "board.md").write_text("# Board: Test\n", encoding="utf-8")
    (tmp_path / "documents.md").write_text(
        "# Document one: One\nas at: 5 April 2018\nsection: cover\n", encoding="utf-8"
    )
    with zipfile.ZipFile(io.BytesIO(bscb_docs.build(bscb_docs.read_board(tmp_path), "one").data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert re.findall(rb'<w:pgSz [^>]*w:w="(\d+)"[^>]*w:h="(\d+)"', parts[BODY])[0] == (b"11906", b"16838")
    assert re.findall(rb'<w:lang [^>]*w:val="([^"]*)"', parts["word/styles.xml"]) == [b"en-GB"]
    core = parts["docProps/core.xml"]
    assert re.findall(rb"<dc:creator>(.*?)</dc:creator>", core) == [b"Test"]
    assert set(re.findall(rb">(\d{4}-\d\d-\d\dT[^<]*)<", core)) == {b"2018-04-05T00:00:00Z"}
    assert [name for name, data in parts.items() if b"python-docx" in data or b"docxtpl" in data] == []


def test_no_file_that_ships_was_saved_by_libreoffice() -> None:
    """Whoever opens a template in LibreOffice and saves it writes faults into every document."""
    shipped = sorted((TESTS.parent / "templates").glob("*.docx")) + sorted((TESTS.parent / "examples").rglob("*.docx"))
    assert len(shipped) > 10
    for path in shipped:
        with zipfile.ZipFile(path) as archive:
            told = {name: archive.read(name) for name in archive.namelist() if name.startswith("docProps/")}
        assert [f"{path.name}: {name}" for name, data in told.items() if b"LibreOffice" in data] == []


def test_a_dropped_link_is_restored(tmp_path: Path) -> None:
    """A house.docx whose levels lost their styles numbers as before, and loading tells what was mended."""
    parts = house_parts()
    numbering = parts["word/numbering.xml"].decode()
    dropped = re.sub(r"<w:pStyle [^>]*/>", "", numbering)
    assert dropped != numbering
    house = read_house_file(packed(parts | {"word/numbering.xml": dropped.encode()}), "house.docx")
    link = re.compile(rb"<w:pStyle [^>]*w:val=\"([^\"]*)\"")
    assert sorted(link.findall(house.parts["word/numbering.xml"])) == sorted(link.findall(numbering.encode()))
    assert len(house.mended) == len(link.findall(numbering.encode())) > 3
    assert read_house_file(packed(parts), "house.docx").mended == ()


def test_the_contents_heading_has_no_number() -> None:
    """It is based on a numbered heading, and would be section 1."""
    house = read_house_file(packed(house_parts()), "house.docx")
    assert house.place_in_list("TOC Heading") is None
    assert house.place_in_list("Section Heading") is not None


UNUSED = ("openpyxl", "matplotlib", "pikepdf", "docxcompose", "distributed", "pandas", "numpy")


def test_what_a_run_does_not_need_is_not_imported() -> None:
    """A board without a workbook, chart or PDF is checked and built without the packages for them."""
    code = (
        "import sys, bscb_docs\nboard = bscb_docs.read_board(sys.argv[1])\nbscb_docs.check(board)\n"
        "bscb_docs.build(board, 'business-improvement-plan')\nprint(*sorted({m.split('.')[0] for m in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, EXAMPLES / "birmingham"], capture_output=True, text=True, check=True
    )
    assert set(UNUSED) & set(done.stdout.split()) == set()


WRONG = {
    "a part for a whole number": ("# Recorded figure F1\nout of: 1.9\n", "REC-06", 2),
    "words for a whole number": ("# Recorded figure F1\nvalue: abc\n", "REC-06", 2),
    "a number of another form": ("# Recorded figure F1\nvalue: 1e3\n", "REC-06", 2),
    "figures of another script": ("# Recorded figure F1\nvalue: ²\n", "REC-06", 2),
    "a moment for a date": ("# Document d: D\nas at: 2018-04-05T10:00\n", "DUE-01", 2),
    "a number for a date": ("# Document d: D\nas at: 43195\n", "DUE-01", 2),
    "a word for one of a few": ("# Document d: D\nmarking: Secret\n", "REC-06", 2),
    "years that are none": ("# Plan: P\nyears: 18\n", "REC-06", 2),
}


@pytest.mark.parametrize("what", WRONG)
def test_no_value_is_made_of_another(what: str, tmp_path: Path) -> None:
    """A value of another type is refused where it stands, and the record keeps everything else."""
    text, code, line = WRONG[what]
    (tmp_path / "board.md").write_text("# Board: Test\n", encoding="utf-8")
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    found = [(f.code, f.place.line) for f in bscb_docs.read_board(tmp_path).findings if f.place.file == "a.md"]
    assert (code, line) in found


def test_one_line_is_one_value(tmp_path: Path) -> None:
    """What may be given several times is a value a line, never its letters, nor what stands between commas."""
    text = "# Board: Test\nchair: A, B and C\n\n# Review R1: R\ntheme: abc\ntheme: d, e\n"
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    (review,) = [record for record in bscb_docs.read_board(tmp_path).records if type(record).__name__ == "Review"]
    assert review.themes == ("abc", "d, e")  # type: ignore[attr-defined]  # a Review


def test_the_order_of_plugins_changes_nothing(tmp_path: Path) -> None:
    """Whichever is named first, the same plugin's section is used and the same fault is told of the other."""

    def plugin(name: str) -> ModuleType:
        module = ModuleType(name)
        path = tmp_path / f"{name}.docx"
        path.write_bytes(packed(template(paragraph(name))))

        @hookimpl.sections
        def sections() -> list[Section]:
            return [Section("shared", path, Words, lambda board, document: Words())]

        vars(module)["sections"] = sections
        return module

    first, second = plugin("alpha"), plugin("omega")
    told = []
    for modules in ((first, second), (second, first)):
        catalogue = load_catalogue(modules)
        told.append((catalogue.sections["shared"].template.name, [str(fault) for fault in catalogue.faults]))
    assert told[0] == told[1]
    assert told[0][0] == "alpha.docx"
    assert len(told[0][1]) == 1


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


def test_a_table_that_lost_its_rows_is_never_written(tmp_path: Path) -> None:
    """A template's table without a header row is empty where its loop is, and Word cannot open that."""
    body = table("{%tr for row in rows %}\n{{ row }}\n{%tr endfor %}")
    body = re.sub(r"<w:tr>(?:(?!</w:tr>).)*Head.*?</w:tr>", "", body) + paragraph("after")
    board = board_of(packed(template(body)), tmp_path, Words(rows=()))
    assert [f.code for f in bscb_docs.build(board, "one").findings if f.stops] == ["DOCX-14"]
    with pytest.raises(StoppedError, match="A table has no rows"):
        bscb_docs.publish(board, "one", tmp_path / "out", pages=False)
    assert not (tmp_path / "out").exists()


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
    """Ten times the rows give the check no more shapes to judge, for rows alike but for their words are read once."""
    shapes: list[int] = []
    for count in (100, 1000):
        body = table("{%tr for row in rows %}\n{{ row }}\n{%tr endfor %}")
        with zipfile.ZipFile(io.BytesIO(build(body, tmp_path, Words(rows=("a < b",) * count)).data)) as archive:
            part = read_repeated(archive.read("word/document.xml"))
        assert part is not None
        assert len(part.blocks) >= count
        shapes.append(len({id(shape) for shape, _ in part.blocks}))
    assert shapes[0] == shapes[1] < 20


def test_parts_of_a_template_are_those_of_the_house() -> None:
    """The template that these tests break is a sound one."""
    assert set(template("")) >= {BODY, "word/styles.xml", "word/numbering.xml"}
