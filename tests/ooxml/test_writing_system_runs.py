"""Letters of other writing systems in a Word file: their runs, their direction, their fonts and their language."""

import pytest

from bscb_docs.ooxml.writing_system_runs import mark_writing_systems

FONTS = {"Arab": "Arial", "Hans": "Microsoft YaHei", "Guru": "Nirmala UI"}


def paragraph(words: str, run: str = "", properties: str = "") -> str:
    """A paragraph of one run."""
    look = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:p><w:pPr><w:pStyle w:val="A"/>{properties}</w:pPr><w:r>{look}<w:t>{words}</w:t></w:r></w:p>'


def test_latin_greek_and_cyrillic_words_stay_as_they_are() -> None:
    """Every house font has them, and a document of a thousand pages is looked through once."""
    xml = paragraph("Żółć-Świątek, Ŵyn, Ελλάδα, Україна – 5 €")
    assert mark_writing_systems(xml, FONTS) == xml


@pytest.mark.parametrize(
    ("words", "look"),
    [
        ("محمد اقبال", '<w:rFonts w:cs="Arial"/><w:rtl/>'),
        ("ਕੌਰ", '<w:rFonts w:cs="Nirmala UI"/><w:cs/><w:lang w:val="pa-IN" w:bidi="pa-IN"/>'),
        ("陳大文", '<w:rFonts w:eastAsia="Microsoft YaHei"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>'),
        ("রহিমা", '<w:cs/><w:lang w:val="bn-BD" w:bidi="bn-BD"/>'),
    ],
)
def test_a_name_among_latin_words_is_a_run_of_its_own(words: str, look: str) -> None:
    """Spaces within it go with it; where the house names no font, none is set."""
    marked = mark_writing_systems(paragraph(f"with {words} there"), FONTS)
    assert f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>' in marked
    assert '<w:r><w:t xml:space="preserve"> there</w:t></w:r>' in marked
    assert "<w:bidi/>" not in marked


def test_what_a_run_says_already_is_kept_in_the_order_of_the_schema() -> None:
    """Its style stands before the font, its own language after the direction and in place of the writing system's."""
    marked = mark_writing_systems(paragraph("شکریہ", '<w:rStyle w:val="Strong"/><w:lang w:val="ur-PK"/>'), FONTS)
    kept = '<w:rPr><w:rStyle w:val="Strong"/><w:rFonts w:cs="Arial"/><w:rtl/><w:lang w:val="ur-PK"/></w:rPr>'
    assert kept in marked


def test_a_paragraph_of_none_but_such_letters_begins_at_the_right() -> None:
    """In the place that the schema has for it, before spacing and alignment."""
    marked = mark_writing_systems(paragraph("شکریہ 5", properties='<w:keepNext/><w:jc w:val="left"/>'), FONTS)
    assert '<w:keepNext/><w:bidi/><w:jc w:val="left"/>' in marked


@pytest.mark.parametrize(
    ("words", "begins_at_the_right"),
    [
        ("ای میل help@harrowmere.example پر لکھیں، یا فون کریں", True),
        ("شکریہ is what most families said to us", False),
        ("They said: شکریہ آپ کی مدد کے لیے", False),
        ("2025-26: شکریہ", True),
    ],
)
def test_a_paragraph_begins_where_its_first_and_most_words_do(words: str, begins_at_the_right: bool) -> None:
    """An address in Latin letters turns no Urdu paragraph round, and a word of Urdu no English one."""
    assert ("<w:bidi/>" in mark_writing_systems(paragraph(words), FONTS)) == begins_at_the_right


def test_an_entry_of_the_contents_begins_at_the_left_with_the_others() -> None:
    """Its page number stands at the right, where LibreOffice would lose it."""
    entry = paragraph("شکریہ").replace("<w:r>", '<w:hyperlink w:anchor="_Toc000001" w:history="1"><w:r>')
    marked = mark_writing_systems(entry.replace("</w:r>", "</w:r></w:hyperlink>"), FONTS)
    assert ("<w:rtl/>" in marked, "<w:bidi/>" in marked) == (True, False)


def test_a_telephone_number_among_them_keeps_its_order() -> None:
    """Unicode's rules would print the half after a space first."""
    assert "01234\N{NO-BREAK SPACE}567890" in mark_writing_systems(paragraph("فون: 01234 567890"), FONTS)
    assert "01234 567890" in mark_writing_systems(paragraph("Phone 01234 567890, شکریہ"), FONTS)


def test_signs_of_xml_stay_signs() -> None:
    """An ampersand beside such letters is still one."""
    assert "&amp;" in mark_writing_systems(paragraph("陳 &amp; 林"), FONTS)
