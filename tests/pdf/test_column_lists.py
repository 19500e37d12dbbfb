"""A row that is parted by a page's end keeps the points of each of its cells in the PDF's structure."""

from io import BytesIO
from pathlib import Path

import pytest
from one_section import Words, build, paragraph
from programs import require, require_module
from screen_reader import reading_order

from bscb_docs.pdf import make_pdfs
from bscb_docs.pdf.tag_tree import is_tag, kids_of, tags_below

pytestmark = pytest.mark.slow


def row(*cells: str) -> str:
    """A table of one row."""
    written = "".join(f"<w:tc><w:tcPr><w:tcW w:w='3000' w:type='dxa'/></w:tcPr>{cell}</w:tc>" for cell in cells)
    grid = "<w:gridCol w:w='3000'/>" * len(cells)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{written}</w:tr></w:tbl>{paragraph('Below')}"


def points(name: str, *styles: str, count: int = 60) -> list[tuple[str, str]]:
    """The words and style of that many points, the styles in turn."""
    return [(f"{name}{number}", styles[number % len(styles)]) for number in range(count)]


@pytest.mark.parametrize(
    ("left", "right", "lists"),
    [
        (points("a", "TableBullet"), points("b", "TableBullet"), 1),
        (points("a", "TableText") + points("b", "TableBullet", count=9), points("c", "TableBullet"), 1),
        (points("a", "TableBullet", "TableBullet2"), points("b", "TableBullet", "TableBullet2", "TableBullet2"), 40),
        (points("a", "TableNumber", "TableNumber2"), points("b", "TableNumber", "TableNumber2"), 1),
    ],
    ids=["points", "points that begin overleaf", "points of points", "numbers"],
)
def test_a_cell_keeps_its_points_overleaf(
    left: list[tuple[str, str]], right: list[tuple[str, str]], lists: int, tmp_path: Path
) -> None:
    """Each is read in its place, and no page's end parts a list in two."""
    require("soffice")
    cells = ["".join(paragraph(*each) for each in cell) for cell in (left, right)]
    pdf = make_pdfs({"row": build(row(paragraph("Name", "TableText"), *cells), tmp_path, Words()).data})["row"]
    said = [words.strip("\N{BULLET} ") for words in reading_order(pdf, tmp_path)]
    wanted = [words for words, _ in (*left, *right)]
    assert [words for words in said if words in wanted] == wanted
    with require_module("pikepdf", "pikepdf").open(BytesIO(pdf)) as file:
        cell = [tag for tag in tags_below(file.Root.StructTreeRoot) if is_tag(tag, "/TD")][-1]
        assert [str(kid.S) for kid in kids_of(cell)] == ["/L"] * lists
