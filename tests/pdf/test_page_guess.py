"""LibreOffice lays pages out as the document says, not as it guessed while it loaded it."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from folders import EXAMPLES
from one_section import Words, build, paragraph
from programs import require

import bscb_docs
from bscb_docs.pdf import page_guess
from bscb_docs.pdf.libreoffice import convert

SENTENCE = "Partners agreed what each of them will do for children and families, and by when it is to be done."


def long_document(folder: Path, lines: int) -> bytes:
    """A Word file of 140 paragraphs, the 20th of them a heading near the foot of the first page."""
    before = [paragraph(" ".join([SENTENCE] * lines)), *[paragraph("Filler")] * 18]
    after = [paragraph("HEADING", "Heading2"), *[paragraph(f"BELOW {SENTENCE} {SENTENCE}")] * 120]
    return build("".join((*before, *after)), folder, Words()).data


def left_behind(pdf: bytes) -> bool:
    """True where the heading stands on another page than what it is the heading of."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return next("BELOW" not in text for text in texts if "HEADING" in text)


@pytest.mark.slow
def test_no_heading_is_left_at_the_foot_of_a_page(tmp_path: Path) -> None:
    """Of long documents given to LibreOffice as they are, some have a heading left behind."""
    require("soffice")
    made = {str(lines): long_document(tmp_path, lines) for lines in range(6, 16)}
    as_they_are = convert(made, 120)
    without = convert({name: page_guess.without_guess(docx) for name, docx in made.items()}, 120)
    assert [name for name, pdf in as_they_are.items() if left_behind(pdf)] != []
    assert [name for name, pdf in without.items() if left_behind(pdf)] == []


def test_only_the_header_of_the_first_page_is_changed(tmp_path: Path) -> None:
    """No word is added, and a document that is short is given as it is."""
    board = bscb_docs.read_board(EXAMPLES / "harrowmere")
    long, short = (bscb_docs.build(board, name).data for name in ("business-improvement-plan", "plan-on-a-page"))
    (tmp_path / "before.docx").write_bytes(long)
    (tmp_path / "after.docx").write_bytes(page_guess.without_guess(long))
    with ZipFile(tmp_path / "before.docx") as before, ZipFile(tmp_path / "after.docx") as after:
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
        words = [re.sub(rb"<[^>]*>", b"", parts.read(changed[0])) for parts in (before, after)]
    assert (len(changed), changed[0].startswith("word/header")) == (1, True)
    assert words[0] == words[1]
    assert page_guess.without_guess(short) == short
