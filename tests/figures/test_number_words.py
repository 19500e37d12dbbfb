"""Number words fit the sentence that they stand in."""

import pytest

from bscb_docs.figures.number_words import fitting


@pytest.mark.parametrize(
    ("words", "following", "fits"),
    [
        ("none", " rapid reviews", "no"),
        ("None", " of them were published", "None"),
        ("None", " rapid reviews were held", "No"),
        ("none", " were published", "none"),
        ("none", ".", "none"),
        ("none", "", "none"),
        ("nine", " rapid reviews", "nine"),
    ],
)
def test_nothing_of_what_is_counted_is_no(words: str, following: str, fits: str) -> None:
    """It is not "none rapid reviews"."""
    assert fits == fitting(words, following)
