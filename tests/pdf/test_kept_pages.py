"""What keeps together in Word keeps together in the PDF, though LibreOffice would part it."""

from io import BytesIO
from pathlib import Path

import pytest
from one_section import Words, build, paragraph
from programs import require, require_module

from bscb_docs.ooxml.zip_archive import open_archive
from bscb_docs.pdf import make_pdfs
from bscb_docs.pdf.kept_pages import KeptPages
from bscb_docs.pdf.libreoffice import convert

SENTENCE = "Partners agreed what each of them will do for children and families, and by when it is to be done."
CELL = f"<w:tc><w:tcPr><w:tcW w:w='9000' w:type='dxa'/></w:tcPr>{paragraph('Cell', 'TableText')}</w:tc>"
TABLE = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='9000'/></w:tblGrid><w:tr>{CELL}</w:tr></w:tbl>"


def long_document(folder: Path, lines: int) -> bytes:
    """A Word file of 140 paragraphs, the 20th of them a heading near the foot of the first page."""
    before = [paragraph(" ".join([SENTENCE] * lines)), *[paragraph("Filler")] * 18]
    after = [paragraph("HEADING", "Heading2"), *[paragraph(f"BELOW {SENTENCE} {SENTENCE}")] * 120]
    return build("".join((*before, *after)), folder, Words()).data


def left_behind(pdf: bytes) -> bool:
    """True where the heading stands on another page than what it is the heading of."""
    document = require_module("pypdfium2", "pypdfium2").PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return next("BELOW" not in text for text in texts if "HEADING" in text)


@pytest.mark.slow
def test_no_heading_is_left_at_the_foot_of_a_page(tmp_path: Path) -> None:
    """LibreOffice by itself leaves it behind in some long documents; the PDF's own bookmarks hold no mark of ours."""
    require("soffice")
    pikepdf = require_module("pikepdf", "pikepdf")
    made = {str(lines): long_document(tmp_path, lines) for lines in range(6, 16)}
    by_itself, finished = convert(made, 120), make_pdfs(made)
    assert [name for name, pdf in by_itself.items() if left_behind(pdf)] != []
    assert [name for name, pdf in finished.items() if left_behind(pdf)] == []
    with pikepdf.open(BytesIO(finished["6"])) as file:
        assert [key for key in file.Root.get("/Dests", {}) if "kept" in str(key)] == []


@pytest.mark.parametrize(
    ("body", "chains"),
    [
        (paragraph(" ".join([SENTENCE] * 16)) * 2, 0),
        (paragraph("Heading", "Heading2") + paragraph("Words"), 1),
        (paragraph("Heading", "Heading1") + paragraph("Heading", "Heading2") + paragraph("Words") * 2, 1),
        (paragraph("Table 1: Words", "Caption") + TABLE + paragraph("Words"), 1),
        (paragraph("Heading", "SectionHeading") + paragraph("Words"), 1),
        (paragraph("Words") + paragraph("Heading", "Heading2"), 0),
    ],
    ids=["nothing keeps", "a heading", "two headings", "a caption", "a style that is based on one", "nothing follows"],
)
def test_chains_are_what_keeps_and_what_it_keeps_with(body: str, chains: int, tmp_path: Path) -> None:
    """A chain ends with the first paragraph that keeps with nothing, or with a table."""
    docx = build(body, tmp_path, Words()).data
    parts, _ = open_archive(docx)
    assert parts
    assert len(KeptPages.of(docx, parts).chains) == chains
