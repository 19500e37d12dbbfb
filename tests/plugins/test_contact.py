"""The contacts: what of each line can be followed or called."""

from pathlib import Path

import pytest
from small_boards import board_of
from word_files import unpacked

import bscb_docs


@pytest.mark.parametrize(
    ("typed", "words", "address"),
    [
        ("01632 960101, at night", "01632 960101", "tel:01632960101"),
        ("+44 (0)1632 960101", "+44 (0)1632 960101", "tel:+441632960101"),
        ("999", "999", "tel:999"),
    ],
)
def test_a_telephone_number_can_be_called(typed: str, words: str, address: str, tmp_path: Path) -> None:
    """Its link is the number alone; what is said of it follows."""
    cards = f"# Contact: Worried?\ntelephone: {typed}\n"
    built = bscb_docs.build(board_of(tmp_path / "board", "# Document one: One\nsection: contact\n", cards=cards), "one")
    assert f"<Hyperlink>{words}</Hyperlink>{typed.removeprefix(words)}" in built.text
    assert f'Target="{address}"' in unpacked(built.data)["word/_rels/document.xml.rels"].decode()
