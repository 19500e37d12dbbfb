"""Column charts: the same numbers give the same picture, and the picture says in words all that it shows."""

import sys

import pytest

from bscb_docs import Level, draw_columns

COLUMNS = {"2017-18": Level(22, "21 of 96 (22%)"), "2018-19": Level(90, "85 of 94 (90%)")}


def test_the_alternative_text_has_every_number_and_the_target() -> None:
    """As they are said, not as they are drawn."""
    picture = draw_columns("children asked", COLUMNS, target=Level(85, "85%"))
    assert picture
    assert picture.text == (
        "Column chart of children asked: 21 of 96 (22%) in 2017-18 and 85 of 94 (90%) in 2018-19. "
        "That is above the target of 85%."
    )


def test_beside_a_table_the_alternative_text_says_where_it_begins_and_ends() -> None:
    """Each number between them is met in the table, whose number is said after these words."""
    picture = draw_columns("children asked", COLUMNS, is_of_table=True, beside={"England": COLUMNS})
    assert picture
    assert (
        picture.text == "Column chart of children asked: from 21 of 96 (22%) in 2017-18 to 85 of 94 (90%) in 2018-19."
    )
    assert picture.is_of_table


def test_the_same_numbers_give_the_same_bytes() -> None:
    """And a target, which is drawn, gives others."""
    plain, again, aimed = (draw_columns("it", COLUMNS, target=at) for at in (None, None, Level(85, "85%")))
    assert plain
    assert again
    assert aimed
    assert plain.data == again.data != aimed.data


def test_one_number_is_no_chart() -> None:
    """There is nothing to compare it with."""
    assert draw_columns("it", {"2018-19": Level(1, "1")}) is None


def test_nothing_but_noughts_is_drawn() -> None:
    """A year in which nobody came is a number too."""
    assert draw_columns("it", {"2017-18": Level(0, "0"), "2018-19": Level(0, "0")})


def test_without_matplotlib_there_is_no_chart(monkeypatch: pytest.MonkeyPatch) -> None:
    """The document is built all the same."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert draw_columns("it", COLUMNS) is None
