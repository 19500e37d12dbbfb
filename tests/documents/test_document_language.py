"""A document in another language: its words, its file, and what of the house is not said in it."""

from pathlib import Path

import pytest
from lxml import etree

import bscb_docs
from bscb_docs import Document
from bscb_docs.ooxml.package import read_parts
from bscb_docs.testing import build_section, small_board

BOARD = """# Board: Bwrdd Enghraifft
language: {language}

# Document plan: Cynllun
section: cover
section: contents
section: our-priorities
section: priorities

# Issue plan 1.0
state: for approval
as at: 5 April 2018

# Plan: Cynllun
years: 2017-18

# Priority P1: Esgeulustod

## Action P1-1
owner: not recorded, because it is new
due: March 2018

Gwneud rhywbeth.
"""


def built(folder: Path, language: str, labels: str = "") -> bscb_docs.BuiltDocument:
    """The document of a small board in that language, with those rows of labels."""
    (folder / "board.md").write_text(BOARD.format(language=language), encoding="utf-8")
    if labels:
        (folder / "labels.csv").write_text(f"label,language,words\n{labels}", encoding="utf-8")
    return bscb_docs.build(bscb_docs.read_board(folder), "plan")


def test_a_welsh_document_says_so_wherever_a_program_looks(tmp_path: Path) -> None:
    """The styles' defaults, the theme's language and the properties say it; Arabic letters stay Arabic."""
    document = built(tmp_path, "Welsh")
    parts = read_parts(document.data, "plan.docx")
    assert b'<w:lang w:val="cy-GB" w:bidi="ar-SA"/>' in parts["word/styles.xml"]
    assert b'<w:themeFontLang w:val="cy-GB"/>' in parts["word/settings.xml"]
    assert b"<dc:language>cy-GB</dc:language>" in parts["docProps/core.xml"]


def test_a_welsh_document_prints_the_words_of_the_house_in_welsh(tmp_path: Path) -> None:
    """Templates, plugins, dates, references, headers and numbers of lists are said in it, and nothing is told."""
    document = built(tmp_path, "cy")
    text = document.text
    assert "Blaenoriaeth 1: Esgeulustod" in text
    assert "Perchennog: " in text
    assert "Mawrth 2018" in text
    assert "Sefyllfa ar 5 Ebrill 2018" in text
    assert [each for each in document.findings if each.code == "LAN-01"] == []
    footers = [data for name, data in read_parts(document.data, "plan.docx").items() if "footer" in name]
    assert any("Tudalen" in "".join(etree.fromstring(footer).itertext()) for footer in footers)


def test_names_that_prose_sets_are_joined_in_welsh(tmp_path: Path) -> None:
    """Two chairs stand in the document's words, as the date beside them does."""
    more = (
        "# Person: Ann Owen\n\n# Person: Bob Evans\n\n# Body: Grŵp\nco-chair: Ann Owen, from 2015\n"
        "co-chair: Bob Evans, from 2015\n\n# Narrative plan: Cynllun\n\n## Un\n\n"
        "Gan {{ grŵp.co-chairs }}, erbyn {{ P1-1.due }}.\n"
    )
    board = BOARD.format(language="cy").replace("section: contents", "section: narrative") + more
    (tmp_path / "board.md").write_text(board, encoding="utf-8")
    text = bscb_docs.build(bscb_docs.read_board(tmp_path), "plan").text
    assert "Gan Ann Owen a Bob Evans, erbyn Mawrth 2018." in text


def test_what_a_language_lacks_is_told_once_and_by_name(tmp_path: Path) -> None:
    """The finding names each of the words; those of the board's table are printed and not told."""
    document = built(tmp_path, "pl", "Owner,pl,Odpowiedzialny\nPriority,pl,Priorytet\n")
    (told,) = [each for each in document.findings if each.code == "LAN-01"]
    assert '"Contents"' in told.message
    assert '"Owner"' not in told.message
    assert "Odpowiedzialny: " in document.text
    assert "Priorytet 1: Esgeulustod" in document.text


def test_an_english_board_says_its_own_words(tmp_path: Path) -> None:
    """A row for English takes the place of the house's word."""
    document = built(tmp_path, "en-GB", "Owner,en,Lead\n")
    assert "Lead: " in document.text
    assert "Owner: " not in document.text


def test_a_word_that_is_no_language_is_told(tmp_path: Path) -> None:
    """Reading names it and says what to write."""
    (tmp_path / "board.md").write_text("# Board: A Board\nlanguage: Klingonese\n", encoding="utf-8")
    (told,) = bscb_docs.read_board(tmp_path).findings
    assert (told.code, "Klingonese" in told.message) == ("REC-06", True)


@pytest.mark.parametrize("second", ["en", "cy"])
def test_documents_of_one_board_have_each_its_own_language(tmp_path: Path, second: str) -> None:
    """What one says of figures and labels is not kept for the other."""
    (tmp_path / "board.md").write_text(
        BOARD.format(language="cy") + f"\n# Document other: Other\nlanguage: {second}\nsection: priorities\n",
        encoding="utf-8",
    )
    board = bscb_docs.read_board(tmp_path)
    texts = [bscb_docs.build(board, name).text for name in ("plan", "other", "plan")]
    assert texts[0] == texts[2]
    assert ("Owner: " in texts[1]) is (second == "en")


CARD = """# Board: A Board

# Document plan: Plan
section: foreword

# Plan: Plan
years: 2017-18

# Foreword
language: {language}

Croeso i **bawb** [yma](https://example.org).

- un
- [two]{{lang=en}}
"""


def test_the_text_of_a_card_says_its_language_in_a_field(tmp_path: Path) -> None:
    """Every run of it is in that language, but for words that say another; no rule reads it as English."""
    (tmp_path / "board.md").write_text(CARD.format(language="Welsh"), encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)
    assert board.findings == ()
    xml = read_parts(bscb_docs.build(board, "plan").data, "plan.docx")["word/document.xml"]
    assert xml.count(b'<w:lang w:val="cy-GB"/>') == 6
    assert xml.count(b'<w:lang w:val="en-GB"/>') == 1


def test_the_language_of_a_text_goes_into_a_file_and_back(tmp_path: Path) -> None:
    """With the place of the text, and the words as they were."""
    (tmp_path / "board.md").write_text(CARD.format(language="cy"), encoding="utf-8")
    board = bscb_docs.read_board(tmp_path)
    again = bscb_docs.from_json(bscb_docs.to_json(board))
    assert again.of(bscb_docs.Foreword)[0].text.language == "cy"
    assert again.of(bscb_docs.Foreword) == board.of(bscb_docs.Foreword)


def test_a_section_alone_is_printed_in_the_language_of_its_document() -> None:
    """As its author's test builds it: in a document that the register does not have."""
    document = Document("test", "Test", language="cy")
    assert "| Cynnwys" in build_section("contents", small_board(), document=document).text
