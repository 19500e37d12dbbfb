"""Pictures in a PDF: what says something is the content of its tag, and decoration is passed over."""

from __future__ import annotations

import re
import subprocess
from collections import Counter, defaultdict
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from programs import require, require_module
from sample_docx import sample_docx
from word_files import unpacked

import bscb_docs
from bscb_docs import Board
from bscb_docs.pdf import make_pdfs
from bscb_docs.pdf.libreoffice import convert
from bscb_docs.pdf.picture_tags import mend_pictures

pytestmark = pytest.mark.slow

pikepdf = require_module("pikepdf", "pikepdf")

NEXT_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
PICTURES = {
    "birmingham": Counter(),
    "harrowmere": Counter({"/Figure": 6, "/Artifact": 1}),  # the picture of its cover says nothing
}


@pytest.fixture(scope="module", params=list(PICTURES))
def report(request: pytest.FixtureRequest, boards: dict[str, Board]) -> tuple[str, bytes]:
    """An example board's name, and its accountability report as a Word file."""
    require("soffice")
    return request.param, bscb_docs.build(boards[request.param], "accountability-report").data


@pytest.fixture(scope="module")
def pdf(report: tuple[str, bytes]) -> bytes:
    """The report as PDF."""
    return make_pdfs({"report": report[1]})["report"]


def described(file: Any) -> list[Any]:
    """The tags of pictures that have words."""
    things = [thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary)]
    return [thing for thing in things if thing.get("/S") == "/Figure" and "/Alt" in thing]


def shown(page: Any) -> dict[tuple[str, int | None], list[str]]:
    """The pictures that a page shows, by the mark of the content around them and its number."""
    pictures = defaultdict(list)
    around: list[tuple[str, int | None]] = []
    for step in pikepdf.parse_content_stream(page):
        match str(step.operator):
            case "BMC":
                around.append((str(step.operands[0]), None))
            case "BDC":
                around.append((str(step.operands[0]), step.operands[1].get("/MCID")))
            case "EMC":
                around.pop()
            case "Do":
                pictures[around[0]].append(str(step.operands[0]))
    return pictures


def assert_joined(pdf: bytes) -> None:
    """The page marks one picture as the content of each tag with words, and leads from there back to the tag."""
    with pikepdf.open(BytesIO(pdf)) as file:
        parents = pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree)
        for tag in described(file):
            (page,) = [page for page in file.pages if page.obj.objgen == tag.Pg.objgen]
            assert len(shown(page)["/Figure", tag.K]) == 1
            assert parents[int(page.obj.StructParents)][tag.K].objgen == tag.objgen
    failures = require_module("page", "page-validation").validate_pdf_bytes(pdf, profile="ua1").failures
    assert [f"{failure.rule_id}: {failure.message}" for failure in failures] == []


def pixels(pdf: bytes, room: Path) -> bytes:
    """Every page as a picture."""
    (room / "seen.pdf").write_bytes(pdf)
    return subprocess.run([require("pdftoppm"), "-r", "40", room / "seen.pdf"], capture_output=True, check=True).stdout


def written(page: Any) -> bytes:
    """The bytes of a page as they stand in its file."""
    return bytes(page.Contents.read_raw_bytes())


def test_every_picture_with_words_is_the_content_of_its_tag(pdf: bytes) -> None:
    """A screen reader that looks for what a tag holds finds the picture, and the validator finds nothing."""
    assert_joined(pdf)


def test_decoration_stays_an_artifact(report: tuple[str, bytes], pdf: bytes) -> None:
    """Pictures with words are marked as figures, and only they."""
    with pikepdf.open(BytesIO(pdf)) as file:
        marks = Counter(mark for page in file.pages for (mark, _), held in shown(page).items() for _ in held)
        assert (marks, len(described(file))) == (PICTURES[report[0]], marks["/Figure"])


def test_the_page_looks_as_it_did(report: tuple[str, bytes], tmp_path: Path) -> None:
    """Marks are not seen: LibreOffice's pages have the same pixels before and after; those without pictures, bytes."""
    (given,) = convert({"report": report[1]}, 120).values()
    mended = BytesIO()
    with pikepdf.open(BytesIO(given)) as file:
        before = [written(page) for page in file.pages]
        mend_pictures(file)
        pages = {tag.Pg.objgen for tag in described(file)}
        changed = {page.obj.objgen for page, old in zip(file.pages, before, strict=True) if old != written(page)}
        file.save(mended)
    assert changed == pages
    assert pixels(mended.getvalue(), tmp_path) == pixels(given, tmp_path)


def test_a_picture_alone_on_its_page_is_the_content_of_its_tag() -> None:
    """LibreOffice keeps no list of contents for a page without words."""
    require("soffice")
    words = unpacked(sample_docx())["word/document.xml"].decode()
    picture = re.search(r'<w:p><w:pPr><w:pStyle w:val="Picture"/>.*?</w:p>', words)
    assert picture
    made = make_pdfs({"one": sample_docx(before=f"{NEXT_PAGE}{picture[0]}{NEXT_PAGE}")})["one"]
    assert_joined(made)
    with pikepdf.open(BytesIO(made)) as file:
        assert len(described(file)) == 2


def test_two_pictures_in_the_box_of_one_tag_stay_as_they_were() -> None:
    """Which of them has the words cannot be known."""
    require("soffice")
    with pikepdf.open(BytesIO(convert({"one": sample_docx()}, 120)["one"])) as file:
        (tag,) = described(file)
        page = next(page for page in file.pages if page.obj.objgen == tag.Pg.objgen)
        page.contents_add(page.Contents.read_bytes())  # each picture is painted a second time over itself
        mend_pictures(file)
        assert "/K" not in tag
        assert [mark for mark, _ in shown(page)] == ["/Artifact"]
