"""The page about figures names every figure there is, prints what the examples print, and its plugin runs."""

import re
from pathlib import Path

import pytest
from attrs import evolve
from folders import BOARDS, ROOT

from bscb_docs import Board, Visit
from bscb_docs.api.board_lists import figures_of
from bscb_docs.documents.publication import publication_of
from bscb_docs.figures.figure import FORMS, Figure
from bscb_docs.plugin_api.plugin_files import load_plugin_file

PAGE = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"\| (H )?`([^`<]+)`: (.+?) \|$", PAGE, re.MULTILINE)
NAMES = re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)
YEARS = r"\d{4}(?:-\d\d)?"


def pattern_of(name: str) -> str:
    """A name of the page as a pattern: `<years>` are years, every other word in angle brackets is the board's own."""
    return re.sub(r"<\w+>", r"[\\w-]+", name.replace(".", r"\.").replace("<years>", YEARS))


@pytest.mark.parametrize(("board", "name", "value"), EXAMPLES)
def test_an_example_prints_what_the_page_says(board: str, name: str, value: str, boards: dict[str, Board]) -> None:
    """Every value on the page is what the example board prints."""
    assert str(figures_of(boards["harrowmere" if board else "birmingham"])[name.lower()]) == value


@pytest.mark.parametrize("board", BOARDS)
def test_every_figure_is_on_the_page(board: str, boards: dict[str, Board]) -> None:
    """A name that a source offers, with or without a value, is described; forms have their own table."""
    found: dict[str, Figure] = {}
    for source in publication_of(boards[board]).catalogue.figure_sources:
        found |= {figure.name: figure for figure in source(boards[board])}
    known = [pattern_of(name) for name in NAMES if "." in name] + [pattern_of("actions.<state>"), r"[\w-]+s\.count"]
    recorded = {figure.id for figure in boards[board].records if type(figure).__name__ == "RecordedFigure"}
    unknown = {name for name in found if not any(re.fullmatch(one, name) for one in known)}
    assert unknown - recorded == set()


def test_every_name_on_the_page_is_a_figure(boards: dict[str, Board]) -> None:
    """No line of the page describes what no example offers, but the title of an action, which neither gives."""
    offered = {name for board in BOARDS for name in figures_of(boards[board])}
    dead = [
        name
        for name in NAMES
        if name not in FORMS and not any(re.fullmatch(pattern_of(name), o, re.I) for o in offered)
    ]
    assert dead == []


def test_every_form_is_on_the_page() -> None:
    """The table of forms lists them all, in the order of the code."""
    assert tuple(name for name in NAMES if name in FORMS) == FORMS


def test_the_page_s_plugin_counts_visits(boards: dict[str, Board], tmp_path: Path) -> None:
    """The shortest true plugin, run as a board would."""
    code = re.search(r"```python\n(.+?)```", PAGE, re.DOTALL)
    assert code
    (tmp_path / "visits.py").write_text(code[1], encoding="utf-8")
    plugin = load_plugin_file(tmp_path / "visits.py")
    board = evolve(boards["birmingham"], plugins=(plugin,))
    figure = figures_of(board)["visits.count"]
    assert (str(figure), figure.source) == ("three", "reviews.md: visits to practice")
    assert figure.value == len(board.of(Visit))
