"""Numbers in prose: typed in words they are found whole, wherever a line ends within them."""

import pytest

from bscb_docs.figures.number_words import spelt_out
from bscb_docs.rules.english.typed_numbers import NUMBER, value_of


@pytest.mark.parametrize("space", [" ", "\n", "  "], ids=["a space", "a line's end", "two spaces"])
def test_every_number_below_a_thousand_is_found_whole(space: str) -> None:
    """In words, with its value, and no hundred apart from what it counts."""
    words = [spelt_out(number).replace(" ", space) for number in range(1, 1000)]
    found = [[value_of(match[0]) for match in NUMBER.finditer(f"The {each} children came.")] for each in words]
    assert found == [[number] for number in range(1, 1000)]


@pytest.mark.parametrize("space", [" ", "\n"], ids=["a space", "a line's end"])
def test_hundreds_past_nine_are_no_smaller_number(space: str) -> None:
    """Eleven hundred are not eleven."""
    assert not NUMBER.search(f"The eleven{space}hundred children came.")
