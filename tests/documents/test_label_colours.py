"""Labels that are called by a colour, and the colour in which the board's look prints them."""

from pathlib import Path

import pytest
from folders import ROOT
from small_boards import board_of

import bscb_docs


@pytest.mark.parametrize(
    ("label", "colour", "seen"),
    [
        ("Green", "accent 1", "blue"),
        ("Blue", "accent 5", "green"),
        ("Amber", "700008", "red"),
        ("Red (late)", "262626", "grey"),
        ("Green", "accent 2", ""),
        ("Amber", "accent 4", ""),
        ("Done", "accent 6", ""),
    ],
)
def test_a_label_in_another_colour_than_its_name_is_told(label: str, colour: str, seen: str, tmp_path: Path) -> None:
    """Teal may be called green; a label of no colour may have any."""
    card = f"# Status: {label}\nmeans: in progress\ncolour: {colour}\n\nIt is.\n"
    found = bscb_docs.check(board_of(tmp_path, "", status=card))
    told = f'"{label}" is printed in {colour}, which is {seen}.'
    assert [each.message for each in found if each.code == "STA-07"] == [told] * bool(seen)


def test_the_look_of_the_board_says_what_an_accent_is(tmp_path: Path) -> None:
    """In the house's own look accent 1 is blue, in another it is black."""
    (tmp_path / "house.docx").write_bytes((ROOT / "templates" / "looks" / "high-contrast.docx").read_bytes())
    card = "# Status: Blue\nmeans: complete\ncolour: accent 1\n\nIt is done.\n"
    found = bscb_docs.check(board_of(tmp_path, "", status=card))
    assert [each.message for each in found if each.code == "STA-07"] == [
        '"Blue" is printed in accent 1, which is grey.'
    ]
