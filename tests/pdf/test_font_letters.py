"""Letters that no font has: told by name and place; those that a font has are not."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from one_section import Words, board_of, paragraph, template
from programs import require
from word_files import packed

import bscb_docs
from bscb_docs.languages.writing_systems import WRITING_SYSTEMS
from bscb_docs.pdf import font_letters
from bscb_docs.pdf.font_letters import missing_letters, writing_systems_with_fonts

NOWHERE = "\U00018b00\U00018b05"
"""Letters of the Khitan small script."""


def docx(folder: Path, words: str) -> bytes:
    """A Word file with those words."""
    board = board_of(packed(template(paragraph("{{ words }}"))), folder, Words(words))
    return bscb_docs.build(board, "one").data


def test_what_every_latin_font_has_is_not_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No font is opened for a document of Western letters, those of Welsh too."""

    def read() -> None:
        raise AssertionError("fonts were read")

    monkeypatch.setattr(font_letters, "_fonts", read)
    assert missing_letters(docx(tmp_path, "Tŷ Ŵyn, façade £5")) == ()


def test_letters_that_no_font_has_are_named_by_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the paragraph that holds them, and the package that has a font of theirs."""
    monkeypatch.setattr(font_letters, "_fonts", lambda: (((0x2010, 0x2030), (0x600, 0x6FF)),))
    font_letters._printable.cache_clear()
    found = missing_letters(
        docx(tmp_path, "Ask \u0634\u06a9\u0631\u06cc\u06c1, \u9673\u5927\u6587 – and \u0a15\u0a4c\u0a30")
    )
    font_letters._printable.cache_clear()
    told = {(each.letters, each.package) for each in found}
    assert told == {("\u5927\u6587\u9673", "fonts-noto-cjk"), ("\u0a15\u0a30\u0a4c", "fonts-noto-core")}
    assert all("Ask" in each.words for each in found)


@pytest.mark.parametrize("table", ["CBDT", "COLR", "sbix", "SVG "])
def test_a_font_of_coloured_pictures_has_no_letters(table: str, tmp_path: Path) -> None:
    """A PDF has holes where they would stand."""
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef", "tick"])
    made.setupCharacterMap({0x2714: "tick"})
    made.setupGlyf({".notdef": Glyph(), "tick": Glyph()})
    made.setupHorizontalMetrics({".notdef": (500, 0), "tick": (500, 0)})
    made.setupHorizontalHeader()
    made.save(tmp_path / "plain.ttf")
    assert font_letters._codes(tmp_path / "plain.ttf") == [0x2714]
    pictures = DefaultTable(table)
    pictures.data = bytes(8)
    made.font[table] = pictures
    made.save(tmp_path / "coloured.ttf")
    assert font_letters._codes(tmp_path / "coloured.ttf") == []


def test_a_letter_for_which_there_is_no_font_is_a_check(tmp_path: Path) -> None:
    """It is found when the document is laid out by LibreOffice."""
    require("soffice")
    board = board_of(packed(template(paragraph("{{ words }}"))), tmp_path, Words(f"Before {NOWHERE} after"))
    published = bscb_docs.publish(board, "one", tmp_path / "out")
    (told,) = [each for each in published.findings if each.code == "PDF-03"]
    assert NOWHERE[0] in told.message
    assert "Before" in told.message


def test_scripts_are_known_by_a_letter_of_each() -> None:
    """Each writing system has a sample that is a letter of it."""
    assert [system.code for system in WRITING_SYSTEMS if missing_sample(system.sample, system.code)] == []
    assert set(writing_systems_with_fonts()) <= set(WRITING_SYSTEMS)


def missing_sample(sample: str, code: str) -> bool:
    """True where a letter is not of the writing system."""
    from bscb_docs.languages.writing_systems import stretches

    return [system.code if system else "" for system, _ in stretches(sample)] != [code]
