"""The cover: where a title breaks, and how high its picture is."""

import shutil
from io import BytesIO
from pathlib import Path

import docx
import pytest
from folders import EXAMPLES

import bscb_docs


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Overview of Progress, Year One", "Overview of Progress, Year\u00a0One"),
        ("Business Plan", "Business Plan"),
        ("What We Ask of Safeguarding Partnerships", "What We Ask of Safeguarding Partnerships"),
    ],
    ids=["a short word", "two words", "a long word"],
)
def test_no_short_word_of_a_title_stands_alone(title: str, printed: str, tmp_path: Path) -> None:
    """The last word of a cover's title goes with the one before it; the document is called as it was typed."""
    text = f"# Board: Example Board\n\n# Document report: {title}\nsection: cover\n"
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    built = bscb_docs.build(bscb_docs.read_board(tmp_path), "report")
    assert printed in [paragraph.text for paragraph in docx.Document(BytesIO(built.data)).paragraphs]
    assert built.document.title == title


@pytest.mark.parametrize(
    ("title", "band"),
    [("Annual Report", True), ("Annual Report 2017-18", False), ("Annual Report 2017\u201318", False)],
    ids=["a title alone", "with years", "with a dash"],
)
def test_years_stand_once_on_a_cover(title: str, band: bool, tmp_path: Path) -> None:
    """The band below the title tells them where the title does not."""
    text = f"# Board: Example Board\n\n# Document report: {title}\nyears: 2017-18\nsection: cover\n"
    (tmp_path / "board.md").write_text(text, encoding="utf-8")
    built = bscb_docs.build(bscb_docs.read_board(tmp_path), "report")
    assert ("Subtitle | 2017-18" in built.text.splitlines()) is band


def test_a_cover_picture_leaves_room_for_all_else(tmp_path: Path) -> None:
    """Under a title of one line it has its whole height; under one of many it is lower, so that a cover is one page."""
    shutil.copy(EXAMPLES / "harrowmere" / "pictures" / "valley.png", tmp_path / "picture.png")
    heights = []
    for title in ("Plan", " ".join(["A long title"] * 30)):
        card = f"# Document report: {title}\ncover picture: picture.png\ncover picture text: A town\nsection: cover\n"
        (tmp_path / "board.md").write_text(f"# Board: Example Board\n\n{card}", encoding="utf-8")
        built = bscb_docs.build(bscb_docs.read_board(tmp_path), "report")
        heights.append(docx.Document(BytesIO(built.data)).inline_shapes[0].height.cm)
    assert heights[0] == pytest.approx(6.6, abs=0.5)
    assert 2.9 < heights[1] < heights[0] - 0.5
