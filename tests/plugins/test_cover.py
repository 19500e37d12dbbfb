"""The cover: where a title breaks."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

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
