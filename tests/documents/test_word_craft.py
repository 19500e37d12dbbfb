"""What comes out of the press, by the word of other programs: Microsoft's SDK, LibreOffice, and a PDF/UA validator."""

import re
import subprocess
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from folders import BOARDS, DOCUMENTS, EXAMPLES
from lxml import etree
from one_section import BODY, W
from programs import require, require_module, sdk_errors
from screen_reader import reading_order

import bscb_docs
from bscb_docs import Board, Published

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pack(boards: dict[str, Board], tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Published]:
    """Every document of both examples, written with page numbers and as PDF."""
    require("soffice")
    written = {}
    for name in BOARDS:
        out = tmp_path_factory.mktemp(name)
        documents = [document for board, document in DOCUMENTS if board == name]
        for document, published in zip(
            documents, bscb_docs.publish_pack(boards[name], documents, out, pdf=True), strict=True
        ):
            written[name, document] = published
    return written


def pages_of(pdf: Path) -> list[str]:
    """The words of each page, line breaks and runs of white space made one space."""
    told = subprocess.run(
        [require("pdftotext"), "-layout", pdf, "-"], capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout
    return [" ".join(page.split()) for page in told.split("\f")]


@pytest.mark.parametrize(("board", "document"), DOCUMENTS)
def test_the_sdk_finds_nothing(board: str, document: str, pack: dict[tuple[str, str], Published]) -> None:
    """Microsoft's own validator has no error in any document."""
    assert sdk_errors(pack[board, document].saved.path) == []


@pytest.mark.parametrize(("board", "document"), DOCUMENTS)
def test_our_checks_find_nothing(board: str, document: str, pack: dict[tuple[str, str], Published]) -> None:
    """No document of an example has a finding of validity or accessibility."""
    codes = [finding.code for finding in pack[board, document].built.findings]
    assert [code for code in codes if code.startswith(("DOCX", "ACC"))] == []


@pytest.mark.parametrize(("board", "document"), DOCUMENTS)
def test_the_pdf_is_accessible(board: str, document: str, pack: dict[tuple[str, str], Published]) -> None:
    """No rule of PDF/UA-1 is broken."""
    pdf = pack[board, document].pdf
    assert pdf is not None
    report = require_module("page", "page-validation").validate_pdf_bytes(pdf.read_bytes(), profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.parametrize(("board", "document"), DOCUMENTS)
def test_each_entry_of_the_contents_names_the_page_of_its_heading(
    board: str, document: str, pack: dict[tuple[str, str], Published]
) -> None:
    """The page printed in the contents is the page of the PDF on which the heading's words stand."""
    published = pack[board, document]
    assert published.pdf is not None
    pages = pages_of(published.pdf)
    with zipfile.ZipFile(published.saved.path) as archive:
        xml = archive.read("word/document.xml").decode()
    printed = dict(re.findall(r"PAGEREF (\w+) .*?<w:t[^>]*>(\d+)</w:t>", xml))
    for heading in published.built.headings:
        if heading.bookmark in printed:
            page = int(printed[heading.bookmark])
            assert heading.text in pages[page - 1], f"{heading.text} is not on page {page}"


@pytest.mark.parametrize(("board", "document"), DOCUMENTS)
def test_the_tags_read_in_order_say_all_that_the_document_says(
    board: str, document: str, pack: dict[tuple[str, str], Published], tmp_path: Path
) -> None:
    """A screen reader hears every paragraph, point, cell and note of the Word file, in its order."""
    published = pack[board, document]
    assert published.pdf is not None
    said = "".join("".join(reading_order(published.pdf.read_bytes(), tmp_path)).split())
    place = 0
    for line in published.built.text.splitlines():
        style, _, words = line.removeprefix("[cell] ").partition(" | ")
        if style.startswith(("toc ", "[")) or words.startswith("[picture: "):
            continue  # the contents are read with their page numbers, a picture by its alternative text
        words = re.sub(r"<(Status [^<>]*)>.</\1>", "", words)  # a sign says what the words after it say
        wanted = "".join(re.sub(r"</?[A-Z][^<>]*>", "", words).split())
        for part in wanted.split("[note]"):
            start = 0 if style == "footnote text" else place  # a note is read at the foot of its page
            found = said.find(part, start)
            assert found >= 0, f"not read in its place: {line}"
            place = place if style == "footnote text" else found + len(part)


@pytest.mark.parametrize("board", BOARDS)
def test_contents_are_never_without_numbers(board: str, pack: dict[tuple[str, str], Published]) -> None:
    """The report's contents hold a page for every heading of its two upper levels."""
    published = pack[board, "accountability-report"]
    with zipfile.ZipFile(published.saved.path) as archive:
        xml = archive.read("word/document.xml").decode()
    listed = {heading.bookmark for heading in published.built.headings if heading.level <= 2}
    assert set(re.findall(r"PAGEREF (_Toc\w+) ", xml)) == listed


def paragraphs_with_references(docx: Path) -> list[tuple[list[str], str]]:
    """The bookmarks that a paragraph's references lead to, and its words with the numbers that the file shows."""
    with zipfile.ZipFile(docx) as archive:
        body = etree.fromstring(archive.read(BODY))
    found = []
    for paragraph in body.iter(f"{W}p"):
        steps = "".join(step.text or "" for step in paragraph.iter(f"{W}instrText"))
        if names := re.findall(r" REF (\w+)", steps):
            links = [link.get(f"{W}anchor") for link in paragraph.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
            own = [link for link in links if link in names]  # a row of measures may be linked beside it
            assert own == names  # whoever goes from link to link hears the words around the number
            texts = paragraph.iter(f"{W}t", f"{W}noBreakHyphen")
            found.append((names, "".join(text.text or "" if text.tag == f"{W}t" else "-" for text in texts)))
    return found


def _spoken(words: str) -> str:
    """The words without spaces and without the signs before a status, which are read to nobody."""
    return "".join(each for each in words if not each.isspace() and unicodedata.category(each)[0] != "S")


def test_cross_references_are_live_and_right(pack: dict[tuple[str, str], Published], tmp_path: Path) -> None:
    """Each reference is a field whose shown number LibreOffice, which counts anew, prints just so in its place."""
    referred = 0
    for published in pack.values():
        assert published.pdf is not None
        said = _spoken("".join(reading_order(published.pdf.read_bytes(), tmp_path)))
        with zipfile.ZipFile(published.saved.path) as archive:
            bookmarks = set(re.findall(r'w:bookmarkStart w:id="\d+" w:name="(\w+)"', archive.read(BODY).decode()))
        place = 0
        for names, words in paragraphs_with_references(published.saved.path):
            assert set(names) <= bookmarks
            place = said.find(_spoken(words), place)
            assert place >= 0, f"printed otherwise: {words}"
            referred += len(names)
    assert referred >= 40


def test_no_page_number_is_lost(pack: dict[tuple[str, str], Published]) -> None:
    """Every page but the cover says "Page x of y", portrait or landscape."""
    for published in pack.values():
        assert published.pdf is not None
        pages = [page for page in pages_of(published.pdf) if page]
        for number, page in enumerate(pages[1:], 2):
            assert f"Page {number} of {len(pages)}" in page


def test_the_properties_are_the_boards(boards: dict[str, Board]) -> None:
    """Title, subject, author and dates come from the register, and nothing names the library."""
    built = bscb_docs.build(boards["birmingham"], "accountability-report")
    core = built.to_docx().core_properties
    assert core.title == "Independent Chair's Accountability Report 2017-18 - Birmingham Safeguarding Children Board"
    draft = bscb_docs.build(boards["harrowmere"], "accountability-report").to_docx().core_properties
    assert draft.title.endswith(" 2025-26 - Harrowmere Safeguarding Children Partnership - DRAFT version 0.3")
    assert core.author == "Birmingham Safeguarding Children Board"
    assert core.language == "en-GB"
    assert str(core.modified.date()) == "2018-04-05"
    with zipfile.ZipFile(BytesIO(built.data)) as archive:
        words = b"".join(archive.read(name) for name in archive.namelist() if name.startswith("docProps/"))
    assert b"bscb_docs" not in words
    assert b"python" not in words.lower()


def test_a_paragraph_added_in_word_renumbers_what_follows(boards: dict[str, Board], tmp_path: Path) -> None:
    """The numbers are Word's own: a paragraph put in by hand moves those after it."""
    require("soffice")
    document = bscb_docs.build(boards["birmingham"], "accountability-report").to_docx()
    first = next(p for p in document.paragraphs if p.style and p.style.name == "Numbered Paragraph")
    first.insert_paragraph_before("A paragraph put in by hand.", style="Numbered Paragraph")
    document.save(str(tmp_path / "edited.docx"))
    from bscb_docs.pdf import make_pdfs

    (tmp_path / "edited.pdf").write_bytes(make_pdfs({"edited": (tmp_path / "edited.docx").read_bytes()})["edited"])
    words = " ".join(pages_of(tmp_path / "edited.pdf"))
    assert "1.1 A paragraph put in by hand. 1.2 As Independent Chair" in words


def test_a_house_restyled_in_libreoffice_restyles_every_document(boards: dict[str, Board], tmp_path: Path) -> None:
    """A heading's colour and font changed with LibreOffice, saved, and brought by a board: numbering still works."""
    import shutil

    from bscb_docs.ooxml.house_file import load_house_file
    from bscb_docs.pdf import make_pdfs

    folder = tmp_path / "birmingham"
    shutil.copytree(EXAMPLES / "birmingham", folder)
    restyle(load_house_file().parts, folder / "house.docx", tmp_path)
    board = bscb_docs.read_board(folder)
    built = bscb_docs.build(board, "accountability-report")
    heading = next(style for style in built.to_docx().styles if str(style.name).lower() == "heading 1")
    assert str(heading.font.color.rgb) == "8B0000"
    assert heading.font.name == "Verdana"
    (tmp_path / "restyled.pdf").write_bytes(make_pdfs({"restyled": built.data})["restyled"])
    words = " ".join(pages_of(tmp_path / "restyled.pdf"))
    for number in ("3.3.1 A new", "3.4.3 I have", "6.6 ", "Appendix 3"):
        assert number in words


def restyle(parts: dict[str, bytes], target: Path, room: Path) -> None:
    """The house file with another heading colour and font, saved by LibreOffice as a person there would save it."""
    from bscb_docs.ooxml.package import Member, write_package

    styles = parts["word/styles.xml"].decode()
    heading = re.search(r'<w:style [^>]*w:styleId="Heading1".*?</w:style>', styles, re.DOTALL)
    assert heading
    changed = re.sub(r"<w:color [^>]*/>", '<w:color w:val="8B0000"/>', heading[0])
    fonts = '<w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana" w:cs="Verdana"/>'
    changed = re.sub(r"<w:rPr>(<w:rFonts [^>]*/>)?", fonts, changed)
    changed_parts = {**parts, "word/styles.xml": styles.replace(heading[0], changed).encode()}
    source = room / "before" / "house.docx"
    source.parent.mkdir()
    source.write_bytes(write_package((name, Member.of(data)) for name, data in changed_parts.items()))
    profile = f"-env:UserInstallation=file://{room / 'profile'}"
    command = [require("soffice"), "--headless", profile, "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run([*command, "--outdir", target.parent, source], capture_output=True, check=True, timeout=120)
    assert target.is_file()


def test_the_report_is_upright_from_its_first_page_to_its_last(pack: dict[tuple[str, str], Published]) -> None:
    """No page of it, nor of what is bound in, has to be turned in the hands: its tables fit an upright page."""
    pikepdf = require_module("pikepdf", "pikepdf")
    published = pack["birmingham", "accountability-report"]
    assert published.pdf is not None
    with pikepdf.open(published.pdf) as file:
        sideways = [float(page.mediabox[2]) > float(page.mediabox[3]) for page in file.pages]
    assert not any(sideways)
