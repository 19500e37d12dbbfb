"""Checking is quick for one board, and grows with the text and no faster."""

import re
import shutil
import time
from pathlib import Path

import bscb_docs
from bscb_docs import Board, Pack, house_rules
from bscb_docs.press import catalogue_of, figures_of

BIRMINGHAM = Path(__file__).parent.parent / "examples" / "birmingham"
FIRST = {
    "plan.md": "### Priority",
    "updates/2017-18.md": "# Updates",
    "reviews.md": "# Reviews",
    "report-2017-18.md": "## Introduction",
}
"""Where, in each file, the part begins that is given many times."""
IDS = re.compile(r"\b(A17-\d+|P\d-(?:18-\d|O\d)|P\d(?=[:.)])|[RB]17-\d|KF\d)\b")


def enlarge(folder: Path, times: int) -> None:
    """Give a copy of the board that many times its plan, updates, reviews and report, each copy with ids of its own."""
    for name in FIRST:
        path = folder / name
        text = re.sub(r"<!--.*?-->\n*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        start = text.index(FIRST[name])
        end = text.index("# References") if name == "plan.md" else len(text)
        part = re.sub(r"\{#[\w-]+\}|^## (?:Event|Audit|Inspection|Visit).*\n", "", text[start:end], flags=re.MULTILINE)
        copies = [IDS.sub(rf"\g<1>x{number}", part) for number in range(1, times)]
        path.write_text(text[:end] + "\n" + "\n".join(copies) + text[end:], encoding="utf-8")


def size(board: Board) -> int:
    """How many signs of prose a board holds."""
    return sum(len(passage.text) for passage in Pack(board).passages)


def seconds(board: Board) -> float:
    """The processor time of the house's rules, the best of three."""
    outlines = {name: outline.sections for name, outline in catalogue_of(board).outlines.items()}
    figures = figures_of(board)
    best = []
    for _ in range(3):
        start = time.process_time()
        pack = Pack(board, figures, outlines)
        for rule in house_rules():
            list(rule.check(pack))
        best.append(time.process_time() - start)
    return min(best)


def test_a_board_is_checked_in_a_blink() -> None:
    """A reader who waits stops checking: 0.3 s for the example of Birmingham."""
    assert seconds(bscb_docs.read_board(BIRMINGHAM)) < 0.3


def test_checking_grows_no_faster_than_the_text(tmp_path: Path) -> None:
    """Ten times the text takes ten times as long, with a third to spare."""
    boards = []
    for times in (3, 30):
        folder = Path(shutil.copytree(BIRMINGHAM, tmp_path / str(times)))
        enlarge(folder, times)
        boards.append(bscb_docs.read_board(folder))
    small, large = boards
    assert seconds(large) / seconds(small) < 1.35 * size(large) / size(small)
