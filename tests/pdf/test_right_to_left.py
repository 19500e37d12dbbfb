"""Right-to-left words in a PDF: none refused, none fallen apart, each number within the margin."""

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from programs import require, require_fonts

import bscb_docs
from bscb_docs.ooxml.styles import Style
from bscb_docs.pdf import font_letters
from bscb_docs.pdf.font_letters import falls_apart
from bscb_docs.pdf.right_to_left import number_within_margin

REPORT = """# Narrative report: Report

## بچوں کی حفاظت: 2025-26 میں کیا ہوا

[ہم نے یہ کیا:]{lang=ur}

- [پہلا قدم (24 بچے)]{lang=ur}
- [دوسرا قدم]{lang=ur}

{-} [یہ بھی:]{lang=ur}

1. [پہلا قدم]{lang=ur}
2. [دوسرا قدم]{lang=ur}

As was said in English.
"""
REGISTER = "# Document report: Report\nyears: 2025-26\nsection: contents\nsection: narrative\n"
STYLES = {"Numbered": Style("Numbered", "Numbered", "paragraph", "", {}, {}, "1", 1, "", False, {})}
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="1"><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


@pytest.mark.slow
def test_a_report_in_urdu_is_whole_and_within_its_margins(tmp_path: Path) -> None:
    """Its heading stands in the contents with its page, its numbers inside the text's edge, its words in one font."""
    require("soffice")
    require_fonts("Arab")
    for name, text in (("board", "# Board: Example Board\n"), ("documents", REGISTER), ("report", REPORT)):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    (published,) = bscb_docs.publish_pack(bscb_docs.read_board(tmp_path), ["report"], tmp_path / "out", pdf=True)
    assert published.pdf is not None
    with closing(pypdfium2.PdfDocument(published.pdf)) as pdf:
        page = pdf[0].get_textpage()
        edges = [page.get_rect(number)[2] for number in range(page.count_rects())]
        assert max(edges) <= pdf[0].get_width() - 72


def test_words_fall_apart_where_a_font_has_most_of_their_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Urdu's round heh is lent by another font where one of Arabic lacks it; a font of a few signs parts nothing."""
    monkeypatch.setattr(font_letters, "_fonts", lambda: (((0x600, 0x6BF),), ((0x600, 0x6FF),), ((0x627, 0x627),)))
    assert [falls_apart(words) for words in ("پہلا", "محمد اقبال", "10:30")] == [True, False, False]


def paragraph(place: str = "", direction: str = "<w:bidi/>") -> str:
    """A paragraph in a numbered style, perhaps of a list of its own."""
    return f'<w:p><w:pPr><w:pStyle w:val="Numbered"/>{place}{direction}</w:pPr></w:p>'


@pytest.mark.parametrize(
    ("body", "copies"),
    [
        (paragraph(), 1),
        (paragraph(direction=""), 0),
        (paragraph() + paragraph(), 1),
        (paragraph('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'), 1),
        (paragraph('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>') * 2
         + paragraph('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', ""), 0),
        (paragraph('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), 0),
    ],
    ids=["by its style", "from the left", "two of one list", "a list of its own", "a mixed list", "bullets"],
)  # fmt: skip
def test_numbers_at_the_right_come_from_a_copy_of_the_list(body: str, copies: int) -> None:
    """The copy is of the same levels, so that it goes on counting; what must not change has none."""
    changed, numbering = number_within_margin(body, NUMBERING, STYLES)
    assert (numbering.count("<w:num "), numbering.count('<w:lvlJc w:val="right"/>')) == (1 + copies, copies)
    assert ('<w:numId w:val="2"/>' in changed) == bool(copies)
