"""Column charts: the same numbers give the same picture, and the picture says in words all that it shows."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from programs import require_module

from bscb_docs import Level, draw_columns
from bscb_docs.diagnostics.cache import FOLDER

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


def test_the_line_of_the_target_crosses_no_words() -> None:
    """However long they are, it is drawn across the whole chart, and no letter is cut by it."""
    image = require_module("matplotlib.image", "matplotlib")
    longest = []
    for words in ("1", "22 of 96 children who came home (23%)"):
        columns = {str(year): Level(80, words) for year in range(2010, 2018)}
        picture = draw_columns("it", columns, target=Level(90, "90"))
        assert picture
        is_dark = image.imread(BytesIO(picture.data), format="png")[..., :3].max(axis=-1) < 0.5
        longest.append(int(is_dark[: len(is_dark) // 3].sum(axis=-1).max()))
    assert abs(longest[1] - longest[0]) < 0.02 * longest[0]


def test_columns_of_two_kinds_stand_apart_with_a_key() -> None:
    """Those drawn as outlines come first, wherever they were given; what each kind is called is drawn as well."""
    months, year = {"Q1 2018-19": Level(20, "20%")}, {"2018-19": Level(25, "25%", is_other=True)}
    first, last = (draw_columns("it", both, kinds=("Months", "Years")) for both in (year | months, months | year))
    plain = draw_columns("it", year | months)
    assert first
    assert last
    assert plain
    assert first.data == last.data != plain.data


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


def test_a_picture_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run has the same bytes without what draws, which takes longer to wake than a paper to set."""
    monkeypatch.setenv(FOLDER, str(tmp_path))
    script = (
        "import sys; from bscb_docs import Level, draw_bars, draw_columns, draw_tree\n"
        "columns = {'2017-18': Level(float(sys.argv[1]), 'few'), '2018-19': Level(3, 'three')}\n"
        "bars, tree = {'A': {'Met': 2}}, {'A': '', 'B': 'A'}\n"
        "drawn = draw_columns('it', columns), draw_bars('it', bars), draw_tree('it', tree)\n"
        "print(*(hash(each.data) for each in drawn), 'matplotlib' in sys.modules)"
    )
    command = [sys.executable, "-c", script]
    surroundings = {**os.environ, "PYTHONHASHSEED": "0"}
    first, again, other = (
        subprocess.run([*command, size], capture_output=True, text=True, check=True, env=surroundings).stdout.split()
        for size in ("1", "1", "2")
    )
    assert first == [*again[:3], "True"]
    assert again[3] == "False"
    assert (other[0] != first[0], other[1:3] == first[1:3], other[3]) == (True, True, "True")
