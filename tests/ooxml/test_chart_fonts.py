"""Fonts of pictures: one for each script of the words in them."""

import pytest
from programs import require_fonts

from bscb_docs.ooxml.drawings.charts import draw_bars
from bscb_docs.ooxml.drawings.drawn_pictures import fonts_of


def test_words_in_latin_letters_ask_for_no_other_font() -> None:
    """No font file of the machine is opened for them."""
    assert fonts_of("Arial", "Esgeulustod a Ŵyn") == fonts_of("Arial")


def test_a_name_in_another_script_is_drawn(recwarn: pytest.WarningsRecorder) -> None:
    """Without a font of it matplotlib would warn of each letter and draw boxes."""
    require_fonts("Arab", "Guru")
    assert draw_bars("actions", {"غفلت": {"Complete": 1}, "ਗੁਰਪ੍ਰੀਤ": {"Complete": 2}}) is not None
    assert [str(each.message) for each in recwarn if "Glyph" in str(each.message)] == []
